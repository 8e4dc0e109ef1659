"""Whether a town abroad is named so plainly that it counts whatever its score says."""

from bot.annotate import capitals, guards, townlife
from bot.annotate.gazetteer import Flag
from bot.annotate.packed import Spot
from bot.annotate.place_clues import SMALL, Context
from bot.annotate.tokens import Tokens
from bot.annotate.weighing import Weighed
from bot.domain.model import Kind

TOWN = 4.0  # weight of 10,000 people
LONG = 7  # letters
GREAT_ABROAD = 5.0  # of 100,000
GREAT_CAPITAL = 5.7  # of 500,000
ACRONYM = 4  # letters
LARGE_ABROAD = 4.9  # of 80,000
_CYRILLIC = frozenset({"uk", "ru"})
KNOWN = 4.5  # of 30,000
_HOMES = {"de": frozenset({"DE", "AT"}), "pl": frozenset({"PL"}), "fr": frozenset({"FR"})}


def _heads_at_home(weighed: Weighed, spot: Spot, tokens: Tokens, language: str) -> bool:
    """Return whether a report begins with a town of that language: "Görlitz: …".

    Without the colon it must be a town of 30,000 that nothing else is called like.
    """
    start, end = weighed.reading.start, weighed.reading.end
    entry = weighed.reading.entry
    is_else = entry.given or language in entry.common or language in entry.word
    if (
        is_else
        or spot.country not in _HOMES.get(language, ())
        or not tokens[start].breaks
        or end >= len(tokens)
    ):
        return False
    if tokens[end].gap.startswith(":"):
        return spot.weight >= (SMALL if entry.surname else TOWN)
    only = (
        len(weighed.spots) == 1 and not entry.surname and len(weighed.reading.key) >= LONG
    )
    return only and spot.weight >= KNOWN and tokens[end].gap == " "


_FAITH = frozenset(
    "trust faith confidence belief believe believes believed interest".split()
)


def _is_told_of_town(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether English tells what only a town has or suffers: "Houston residents".

    What is a surname as well must be a town of half a million after "in".
    """
    reading, entry = weighed.reading, weighed.reading.entry
    start, end = reading.start, reading.end
    if spot.weight < TOWN or "en" in entry.word or weighed.clues.signs.name_before:
        return False
    if any(
        other.kind is Kind.DISTRICT and other.country != spot.country
        for other in weighed.spots
    ):
        return False  # "Suffolk nuclear plant" is in England's county
    if townlife.is_peopled(tokens, start, end):
        return True
    if entry.given or entry.surname:
        return (
            spot.weight >= GREAT_CAPITAL
            and guards.is_inside(tokens, start)
            and not weighed.clues.signs.name_after
            and tokens.keys[start - 2 : start - 1] not in [[word] for word in _FAITH]
        )
    return "en" not in entry.common and townlife.is_told(tokens, start, end, person=False)


def is_plain(weighed: Weighed, spot: Spot, tokens: Tokens, context: Context) -> bool:
    """Return whether a large city is named, by a common word only after "near".

    "Coventry bus drivers", "a crash near Bath".
    """
    reading, signs, language = weighed.reading, weighed.clues.signs, context.language
    if signs.cyrillic and spot.flags & Flag.CAPITAL and spot.weight >= GREAT_CAPITAL:
        start, end = reading.start, reading.end
        return (
            not (reading.entry.given or reading.entry.surname)
            and not guards.is_quoted(tokens, start, end)
            and (
                not (guards.is_first_word(tokens, start, end) and reading.entry.common)
                or capitals.begins_and_does(tokens, start, end)
            )
        )
    if (
        spot.kind is not Kind.SETTLEMENT
        or signs.cyrillic
        or language in _CYRILLIC  # «компания Edison Research»
        or spot.weight < weighed.around.best
        or weighed.around.following is not None
    ):
        return False
    entry = reading.entry
    heads = _heads_at_home(weighed, spot, tokens, language)
    told = language == "en" and _is_told_of_town(weighed, spot, tokens)
    if heads or told or language in entry.given or language in entry.surname:
        return heads or told
    elsewhere = context.total > context.countries.get(spot.country, 0)
    if elsewhere and (
        signs.person
        or len(weighed.around.countries) > 1
        or (tokens[reading.start].capitals and len(reading.key) <= ACRONYM)
    ):
        return False
    if language not in entry.common and language not in entry.word:
        return spot.weight >= GREAT_ABROAD
    inside = guards.is_inside(tokens, reading.start) and not signs.headline
    return inside and spot.weight >= LARGE_ABROAD
