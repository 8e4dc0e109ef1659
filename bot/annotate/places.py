"""Places that a text names: ``find_mentions``.

Whole words, the longest name first; then guards (case, persons, ships and battles, common
words), then for each ambiguous name the reading that the rest of the text supports.
"""

import math
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.annotate import capitals, guards, masks
from bot.annotate.gazetteer import Form, Gazetteer, Sense, load
from bot.annotate.lexicon import GIVEN_NAMES
from bot.annotate.tokens import Token, is_joint, tokenize
from bot.domain.model import Kind, Mention, Place

_UKRAINIAN = re.compile(r"[іїєґІЇЄҐ]")
_RUSSIAN = re.compile(r"[ыэёъЫЭЁЪ]")
_CYRILLIC = re.compile(r"[а-яА-ЯёЁіІїЇєЄґҐ]")
_SAME_REGION = 8.0  # outweighs any difference of population (log10 <= 7.1)
_SAME_COUNTRY = 3.0
_FEED_COUNTRY = 2.0
_SMALL = 2.0
_ADJECTIVES = {Form.ADJECTIVE, Form.TOWN_ADJECTIVE}
_LEAST_BORROWED = 5  # letters of a name accepted from the other Cyrillic language
_US_OFFICES = frozenset(
    "lawmakers governor voters republican republicans democrats democratic senator senators "
    "legislature sheriff congressman congresswoman gop bulldogs".split()
)


@dataclass(frozen=True, slots=True)
class _Reading:
    """Words that may name one of several places; `senses` are all of the best form."""

    start: int
    end: int
    key: str
    senses: tuple[Sense, ...]


@dataclass(slots=True)
class _Context:
    """What the certain readings of a text say about where it plays."""

    gazetteer: Gazetteer
    feed_country: str | None
    language: str
    regions: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)


def _language(text: str, lang: str | None) -> str:
    if lang:
        return lang.replace("_", "-").split("-")[0].casefold()
    cyrillic = len(_CYRILLIC.findall(text[:500]))
    if cyrillic * 2 < sum(map(str.isalpha, text[:500])):
        return "en"
    return "uk" if len(_UKRAINIAN.findall(text)) > len(_RUSSIAN.findall(text)) else "ru"


def _fits(sense: Sense, token: Token, language: str) -> bool:
    """Return whether a sense's language may occur in a text of `language`."""
    if _CYRILLIC.match(token.key) is None:
        return sense.language == language or sense.language == "en"
    if language in {"uk", "ru"}:
        return sense.language == language
    return sense.language in {"uk", "ru"}


def _borrowed(senses: tuple[Sense, ...], token: Token, language: str) -> list[Sense]:
    """Return the senses of the other Cyrillic language, if the word can only be a name."""
    if (
        language not in {"uk", "ru"}
        or not token.upper
        or token.starts
        or len(token.key) < _LEAST_BORROWED
        or guards.is_common(token.key, language)
    ):
        return []
    return [s for s in senses if s.language in {"uk", "ru"} and s.form is Form.NAME]


def _best_form(senses: list[Sense]) -> tuple[Sense, ...]:
    form = min(sense.form for sense in senses)
    unique = {sense.place_id: sense for sense in senses if sense.form is form}
    return tuple(unique.values())


def _readings(
    text: str, tokens: Sequence[Token], gazetteer: Gazetteer, language: str
) -> Iterator[_Reading]:
    """Yield non-overlapping readings from left to right, the longest at each word."""
    spans = masks.masked(text)
    index = 0
    while index < len(tokens):
        token = tokens[index]
        length = 1
        if not any(a < token.end and token.start < b for a, b in spans):
            for width in range(gazetteer.longest.get(token.key.split(" ")[0], 0), 0, -1):
                reading = _look_up(tokens, index, index + width, gazetteer, language)
                if reading is not None:
                    yield reading
                    length = width
                    break
        index += length


def _look_up(
    tokens: Sequence[Token], start: int, end: int, gazetteer: Gazetteer, language: str
) -> _Reading | None:
    words = tokens[start:end]
    if end > len(tokens) or not all(is_joint(word.gap) for word in words[1:]):
        return None
    key = " ".join(word.key for word in words)
    found = gazetteer.senses.get(key)
    if found is None:
        return None
    fitting = [s for s in found if _fits(s, words[0], language)]
    fitting = fitting or _borrowed(found, words[0], language)
    fitting = [
        sense
        for sense in fitting
        if guards.has_right_case(
            tokens, start, end, gazetteer.place(sense.place_id), sense.form
        )
        and (sense.form is not Form.TOWN_ADJECTIVE or guards.has_unit(tokens, end))
    ]
    if not fitting:
        return None
    if guards.has_unit(tokens, end):  # «Покровському напрямку»: of Pokrovsk, not Pokrovske
        fitting = [s for s in fitting if s.form in _ADJECTIVES] or fitting
    return _Reading(start, end, key, _best_form(fitting))


def _is_certain(reading: _Reading, context: _Context, tokens: Sequence[Token]) -> bool:
    sense = reading.senses[0]
    flags = context.gazetteer.flags[sense.place_id]
    return (
        len(reading.senses) == 1
        and sense.form in {Form.NAME, Form.ADJECTIVE}
        and "context" not in flags
        and (
            not guards.is_common(reading.key, context.language)
            or guards.stands_as_place(tokens, reading.start, reading.end)
        )
        and not guards.is_person(tokens, reading.start, reading.end)
    )


def _learn(
    readings: Sequence[_Reading],
    tokens: Sequence[Token],
    gazetteer: Gazetteer,
    country: str | None,
    language: str,
) -> _Context:
    context = _Context(gazetteer, country, language)
    for reading in readings:
        place = gazetteer.place(reading.senses[0].place_id)
        if not _is_certain(reading, context, tokens):
            continue
        if place.region is not None:
            context.regions[place.region] += 1
        if place.country is not None:
            context.countries[place.country] += 1
    if any(token.key in _US_OFFICES for token in tokens):
        context.countries["US"] += 1
    return context


def _score(place: Place, context: _Context) -> float:
    flags = context.gazetteer.flags[place.id]
    score = math.log10(place.population + 10)
    if place.kind is Kind.COUNTRY or "capital" in flags:
        score = 9.0  # a country's own name, unless the text plays elsewhere
    elif place.kind is Kind.REGION and "homonym" not in flags:
        score = 7.5
    elif "homonym" in flags and place.kind is Kind.REGION:
        score = 3.0
    if place.region is not None and context.regions[place.region]:
        score += _SAME_REGION
    if context.countries[place.country or ""]:
        score += _SAME_COUNTRY * (2 if "homonym" in flags else 1)
    if place.country is not None and place.country == context.feed_country:
        score += _FEED_COUNTRY * (3 if "homonym" in flags else 1)
    return score - (_SMALL if "context" in flags else 0)


def _choose(reading: _Reading, context: _Context) -> Place:
    places = [context.gazetteer.place(sense.place_id) for sense in reading.senses]
    return max(
        places, key=lambda place: (_score(place, context), place.population, place.id)
    )


def _is_admitted(
    reading: _Reading, place: Place, tokens: Sequence[Token], context: _Context
) -> bool:
    """Return whether the words around let the reading stand for `place`."""
    start, end = reading.start, reading.end
    form = reading.senses[0].form
    if form is Form.PEOPLE or (form is Form.ADJECTIVE and place.kind is Kind.COUNTRY):
        return True
    if guards.is_person(tokens, start, end):
        return False
    if form is Form.ADJECTIVE:
        return True
    supported = place.region is not None and context.regions[place.region] > 0
    located = guards.is_located(tokens, start) or guards.is_marked(tokens, start)
    if "context" in context.gazetteer.flags[place.id] and not supported:
        home = place.country in {context.feed_country, *context.countries}
        return home and located and len(reading.senses) == 1
    if guards.is_river(tokens, start, end):
        return False
    if place.kind is Kind.COUNTRY and reading.key not in guards.COMMON_COUNTRIES:
        return True
    if form is Form.NAME and guards.is_common(reading.key, context.language):
        surname = reading.key in GIVEN_NAMES or reading.key.endswith(
            ("ов", "ев", "ин", "ский")
        )
        return supported or guards.stands_as_place(tokens, start, end, surname=surname)
    return True


def _mention(
    reading: _Reading,
    place: Place,
    text: str,
    tokens: Sequence[Token],
    gazetteer: Gazetteer,
) -> Mention:
    form = reading.senses[0].form
    start, end = tokens[reading.start].start, tokens[reading.end - 1].end
    if (
        place.id in capitals.GOVERNED
        and form is Form.NAME
        and capitals.is_government(text, tokens, reading.start, reading.end)
    ):
        place = gazetteer.place(capitals.GOVERNED[place.id])
    return Mention(
        start=start,
        end=end,
        text=text[start:end],
        place_id=place.id,
        place=place.names["en"],
        kind=place.kind,
        region=place.region,
        country=place.country,
        weak=form is Form.PEOPLE or (form is Form.ADJECTIVE and place.kind is Kind.COUNTRY),
    )


def find_mentions(
    text: str, lang: str | None = None, *, country: str | None = None
) -> tuple[Mention, ...]:
    """Return the places that `text` names, in order, without overlaps.

    Args:
        text: Plain text, a title and a summary parted by a newline or any other.
        lang: Its language (BCP 47); told from the letters if None.
        country: Where the outlet is at home (ISO 3166-1): a last argument between places
            of one name.
    """
    gazetteer = load()
    language = _language(text, lang)
    tokens = tokenize(text)
    readings = list(_readings(text, tokens, gazetteer, language))
    context = _learn(readings, tokens, gazetteer, country, language)
    mentions = []
    for reading in readings:
        place = _choose(reading, context)
        if _is_admitted(reading, place, tokens, context):
            mentions.append(_mention(reading, place, text, tokens, gazetteer))
    return tuple(mentions)
