"""Whether a sentence begins with a common word and not with the place called so."""

from bot.annotate import guards, plain, sizable, struck, units
from bot.annotate.keys import ADJECTIVES
from bot.annotate.packed import Spot
from bot.annotate.place_clues import HOME, Context
from bot.annotate.tokens import Tokens
from bot.annotate.weighing import Weighed
from bot.annotate.wordlists import only_towns
from bot.domain.model import Kind

METROPOLIS = 5.7  # weight of 500,000 people
ALL_NOUNS = frozenset({"de"})  # capitalised, so that a capital says nothing


def is_word(weighed: Weighed, spot: Spot, tokens: Tokens, context: Context) -> bool:
    """Return whether a sentence begins with a common word: «Суми штрафів зросли».

    Of a large city it is the city, and so it is where something strikes it or where the
    text names its region.
    """
    reading = weighed.reading
    start, end = reading.start, reading.end
    language = context.language
    if language in ALL_NOUNS and spot.kind is not Kind.SETTLEMENT:
        return False
    of_front = reading.form in ADJECTIVES and (
        units.has_unit(tokens, end) or units.heads_quoted(tokens, end)
    )
    in_list = end < len(tokens) and tokens[end].gap == ", " and tokens[end].upper
    in_full = plain.is_called_in_full(spot, tokens, end)  # "Buffalo Bills"
    if of_front or in_list or in_full:  # «Слов’янський напрямок», «Калуга, Пенза, Саратов»
        return False
    of_others = only_towns.OF_OTHERS.match(reading.key) is not None
    if _is_declined_abroad(weighed, spot, tokens, language) or (
        weighed.clues.signs.starts and of_others
    ):
        return True
    great = spot.weight >= METROPOLIS and language not in ALL_NOUNS
    great = great or tokens.is_raised(start)  # «Szczeciński szpital» is of no bristle
    first = language in reading.entry.common and guards.is_first_word(tokens, start, end)
    if great or not first or sizable.is_named(weighed, spot, tokens, context):
        return False
    foreign = all(sense.language != language for sense in reading.senses)
    if foreign:  # "Sumy pieniędzy": sums of money
        return not (  # "Sumy bez prądu", «Radom. Pożar w bloku»
            struck.is_under_fire(tokens, end) or struck.heads_events(tokens, start, end)
        )
    return context.regions.get(spot.region, 0) <= 1 and not _is_told_of(
        weighed, spot, tokens
    )


def _is_told_of(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether the words around say what befalls a town or what it does."""
    start, end = weighed.reading.start, weighed.reading.end
    return (
        struck.is_struck(tokens, end)
        or struck.is_under_fire(tokens, end)
        or struck.heads_events(tokens, start, end)
        or plain.is_towns(weighed, spot, tokens)
        or plain.is_warned_town(weighed, spot, tokens)
        or plain.is_tagged(weighed, spot, tokens)
    )


def _is_declined_abroad(
    weighed: Weighed, spot: Spot, tokens: Tokens, language: str
) -> bool:
    """Return whether a case of a foreign city's name is a word: «Додому», of Dodoma."""
    return (
        weighed.clues.signs.cyrillic
        and language in weighed.reading.entry.common
        and tokens[weighed.reading.start].starts
        and spot.country not in HOME
        and spot.kind is not Kind.COUNTRY
        and plain.is_declined(weighed, spot)
    )
