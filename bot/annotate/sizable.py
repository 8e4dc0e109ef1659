"""Whether a town of some size is named by a word that is hardly anything else.

«Воркута готовится к зиме», «Сочи остался без рейсов», «дороги Кургана»: nothing around says
that it is a town, and nothing need.
"""

import re

from bot.annotate import guards, townlife, villages
from bot.annotate.gazetteer import Flag
from bot.annotate.keys import Form, Mark
from bot.annotate.lexicon import HEADS
from bot.annotate.packed import Spot
from bot.annotate.place_clues import HOME, LARGE, Context
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens
from bot.annotate.weighing import Weighed
from bot.annotate.wordlists import only_towns
from bot.domain.model import Kind

SIZABLE = 4.6  # weight of 40,000 people
TOWN = 4.0  # of 10,000
BY_HAND = 3.5  # of 3,000, for a town that the tables of the front have
SMALLER = 0.7  # a fifth of the people or less
SMALLER_BY_HAND = 0.3  # a half, for a town at the front
SMALLER_ABROAD = 0.3  # a half
FEW = 3  # places of a name
LONG = 6  # letters of a name that is hardly a word
SHORT = 3  # letters of a name that may be anything
SHORT_IN_LATIN = 4
OF_MODEL = 2  # letters of a model's number; «Сочи-2014» is no model
_BY_HAND = Flag.NOTABLE | Flag.DOUBTFUL
_NEAR = HOME | {"MD"}
_PLANTS = frozenset("npp tpp chpp hpp".split())
_INDECLINABLE = re.compile(r"(?:[оеє]|соч[иі])$")
_ADJECTIVE = re.compile(r"(?:[иыо]й|[аоя]я|[оеє]е|[оеє]го|[оеє]му|ої|ій|[иы]м)$")


def is_named(weighed: Weighed, spot: Spot, tokens: Tokens, context: Context) -> bool:
    """Return whether a town's name stands where nothing else may be meant by it."""
    reading, signs = weighed.reading, weighed.clues.signs
    start, end = reading.start, reading.end
    if (
        reading.form is not Form.NAME
        or signs.borne
        or (signs.name_after and not _is_in_headline(weighed, tokens))
        or (signs.starts and only_towns.OF_ADJECTIVES.search(reading.key) is not None)
        or not (
            _is_sizable(weighed, spot)
            or villages.is_told_of(weighed, spot, tokens, context)
        )
        or guards.is_quoted(tokens, start, end)
        or (
            signs.name_before
            and not _may_follow(weighed, spot, tokens)
            and not _is_in_headline(weighed, tokens)
        )
        or (start and _is_with_person(weighed, spot, tokens.keys[start - 1]))
        or _is_model(tokens, start, end)
        or _is_speaker(tokens, start, end)
    ):
        return False
    if is_only_town(reading, context.language):
        return True
    if villages.is_only_one(weighed, spot) and villages.is_declined(reading, tokens):
        return True
    return (
        signs.cyrillic
        and spot.weight >= LARGE
        and _is_name(weighed, tokens, context.language)
    )


def _is_with_person(weighed: Weighed, spot: Spot, before: str) -> bool:
    """Return whether the word before says that a person follows: «доктора Рошаля»."""
    if before in only_towns.WITH.get(weighed.reading.key, ()):
        return True
    return spot.weight < LARGE and only_towns.PERSONS.match(before) is not None


def _is_model(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a firm or a weapon has the name: «С-125 Печора», «Борисоглебск-2»."""
    before = guards.word_before(tokens, start)
    if before is not None and (tokens[start].gap == "-" or before.key.isdecimal()):
        return True
    after = tokens.keys[end] if end < len(tokens) and tokens[end].gap == "-" else ""
    return after[:1].isdecimal() and len(after) <= OF_MODEL


def _is_in_headline(weighed: Weighed, tokens: Tokens) -> bool:
    """Return whether the capitals beside a name are a headline's: "Hold Hlukhiv"."""
    reading, signs = weighed.reading, weighed.clues.signs
    if signs.name_after and tokens.keys[reading.end] in _PLANTS:
        return True  # "Novovoronezh NPP"
    return (
        reading.key.isascii()
        and signs.headline
        and not signs.given_before
        and townlife.is_in_headline(tokens, reading.start)
    )


def _is_speaker(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether who said it stands at the end: "NATO lacks courage – Zhovkva"."""
    return (
        tokens[start].gap in {" – ", " — ", " - "}
        and tokens.keys[start].isascii()
        and (end == len(tokens) or tokens[end].breaks)
    )


def is_only_town(reading: Reading, language: str) -> bool:
    """Return whether a name is neither a word nor a person's, whoever writes it."""
    key, entry = reading.key, reading.entry
    if key.isascii():
        return is_only_town_in_latin(reading)
    if only_towns.ONLY_TOWNS.fullmatch(key) is not None:
        return True
    return (
        len(key) > SHORT
        and language not in entry.common
        and not (entry.given or entry.surname)
        and not guards.looks_like_surname(key)
        and not _is_like_person(reading, language)
        and (" " in key or _ADJECTIVE.search(key) is None)
        and only_towns.NOT_TOWNS.match(key) is None
    )


def _is_like_person(reading: Reading, language: str) -> bool:
    """Return whether a form is one of surnames too: «о Пушкине», «Каневська»."""
    pattern = only_towns.OF_PERSONS.get(language)
    if pattern is not None and pattern.search(reading.key) is not None:
        return True
    named = any(not sense.marks & Mark.OBLIQUE for sense in reading.senses)
    return named and reading.key.endswith(("ська", "цька"))


def is_only_town_in_latin(reading: Reading) -> bool:
    """Return whether no language in Latin letters has a word or a person of a name."""
    key, entry = reading.key, reading.entry
    return (
        len(key) > SHORT_IN_LATIN
        and not (entry.common or entry.given or entry.surname)
        and guards.LATIN_SURNAME.search(key) is None
        and only_towns.NOT_TOWNS_IN_LATIN.match(key) is None
    )


def _is_sizable(weighed: Weighed, spot: Spot) -> bool:
    """Return whether a place is a town near home, far above its namesakes.

    Of less than 40,000 people only if it has none: «Покровка» is a town and dozens of
    villages.
    """
    if spot.kind is not Kind.SETTLEMENT or spot.country not in _NEAR:
        return False
    count = len(set(weighed.spots))
    great = spot.weight >= LARGE or spot.flags & Flag.CENTRE
    known = spot.weight >= SIZABLE or spot.flags & Flag.NOTABLE
    if not great and not (known and count <= FEW):
        by_hand = spot.flags & _BY_HAND and spot.weight >= BY_HAND
        named = spot.weight >= TOWN and count == 1
        near = spot.region in villages.NEAR  # the Zolochiv of Lviv Oblast is not
        only = weighed.reading.key.isascii() and by_hand and near
        if not (named or only) or not _is_unlike_words(weighed.reading):
            return False
        return all(
            other == spot or other.weight + SMALLER_BY_HAND <= spot.weight
            for other in weighed.spots
        )
    return all(other == spot or _is_dwarfed(other, spot) for other in weighed.spots)


def _is_unlike_words(reading: Reading) -> bool:
    """Return whether a name is long, or ends as only towns' do: «Таштагол», «Ленск»."""
    key = reading.key
    if key.isascii():
        shaped = only_towns.SHAPES_IN_LATIN.search(key) is not None
        return shaped or (
            len(key) > LONG and only_towns.NOT_SMALL_TOWNS_IN_LATIN.search(key) is None
        )
    if only_towns.SHAPES.search(key) is not None:
        return True
    return len(key) >= LONG and only_towns.NOT_SMALL_TOWNS.match(key) is None


def _is_dwarfed(other: Spot, spot: Spot) -> bool:
    least = SMALLER if other.country in _NEAR else SMALLER_ABROAD
    return other.weight + least <= spot.weight


def _may_follow(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether the capital before a name is that of a sentence's first word.

    «Почему Воркута…», «Дороги Воркуты»; but «Пароход Воркута», «Артур Реутов».
    """
    start, key = weighed.reading.start, weighed.reading.key
    before = tokens[start - 1]
    if (
        weighed.clues.signs.given_before
        or not before.starts
        or before.capitals
        or tokens[start].gap != " "
    ):
        return False
    if before.key in only_towns.OPENERS or before.key in HEADS:
        return True
    declined = all(
        sense.marks & Mark.OBLIQUE
        for sense, other in zip(weighed.reading.senses, weighed.spots, strict=True)
        if other == spot
    )
    is_said_of = declined or _INDECLINABLE.search(key) is not None
    return is_said_of and only_towns.BEARERS.match(before.key) is None


def _is_name(weighed: Weighed, tokens: Tokens, language: str) -> bool:
    """Return whether a word has a capital that only a name has: «туристы в Курган»."""
    reading, signs = weighed.reading, weighed.clues.signs
    start, end = reading.start, reading.end
    token, entry = tokens[start], reading.entry
    if token.starts or signs.person or signs.headline or signs.name_before:
        return False
    like_surname = guards.looks_like_surname(reading.key) and language not in entry.word
    return (
        not like_surname
        and _ADJECTIVE.search(reading.key) is None
        and token.gap == " "
        and not (end < len(tokens) and tokens[end].upper and tokens[end].gap == " ")
        and not (token.capitals and guards.is_in_capitals(tokens, start, end))
        and only_towns.BEARERS.match(tokens.keys[start - 1]) is None
    )
