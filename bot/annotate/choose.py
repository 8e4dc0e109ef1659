"""Which place an ambiguous name means, and whether it means one at all.

The certain mentions of a text say where it plays; the doubtful ones are read in their
light.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from bot.annotate import capitals, guards
from bot.annotate.gazetteer import Form, Gazetteer, Sense, key_of
from bot.annotate.lexicon import GIVEN_NAMES
from bot.annotate.tokens import Token, Tokens
from bot.domain.model import Kind, Place

_SAME_REGION = 8.0  # outweighs any difference of population (log10 <= 7.1)
_SAME_COUNTRY = 3.0
_FEED_COUNTRY = 2.0
_SMALL = 4.0  # a place that the table marks as doubtful loses to any other
_LARGE = 150_000
_US_OFFICES = frozenset(
    "lawmakers governor voters republican republicans democrats democratic senator "
    "senators "
    "legislature sheriff congressman congresswoman gop bulldogs".split()
)
_REGIONS = frozenset("regions oblasts provinces".split())
_LISTING = frozenset("and or the".split())


@dataclass(frozen=True, slots=True)
class Reading:
    """Words that may name one of several places; `senses` are all of the best form."""

    start: int
    end: int
    key: str
    senses: tuple[Sense, ...]


@dataclass(slots=True)
class Context:
    """What the certain readings of a text say about where it plays."""

    gazetteer: Gazetteer
    feed_country: str | None
    language: str
    regions: Counter[str] = field(default_factory=Counter)
    countries: Counter[str] = field(default_factory=Counter)


def _is_certain(reading: Reading, context: Context, tokens: Sequence[Token]) -> bool:
    sense = reading.senses[0]
    flags = context.gazetteer.flags[sense.place_id]
    return (
        len(reading.senses) == 1
        and sense.form in {Form.NAME, Form.ADJECTIVE}
        and "context" not in flags
        and (
            not guards.is_common(reading.key, context.language)
            or guards.stands_as_place(
                tokens, reading.start, reading.end, surname=_is_surname(reading.key)
            )
        )
        and not guards.is_person(tokens, reading.start, reading.end)
    )


def learn(
    readings: Sequence[Reading],
    tokens: Tokens,
    gazetteer: Gazetteer,
    country: str | None,
    language: str,
) -> Context:
    """Return what the certain readings say; `country` is the feed's."""
    context = Context(gazetteer, country, language)
    for reading in readings:
        place = gazetteer.place(reading.senses[0].place_id)
        if not _is_certain(reading, context, tokens):
            continue
        if place.region is not None:
            context.regions[place.region] += 1
        if place.country is not None:
            context.countries[place.country] += 1
    if not _US_OFFICES.isdisjoint(tokens.keys):
        context.countries["US"] += 1
    return context


def _score(place: Place, context: Context) -> float:
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
    elif "context" in flags:
        score -= _SMALL
    if context.countries[place.country or ""]:
        score += _SAME_COUNTRY * (2 if "homonym" in flags else 1)
    if place.country is not None and place.country == context.feed_country:
        score += _FEED_COUNTRY * (4 if "homonym" in flags else 1)
    return score


def choose(reading: Reading, context: Context) -> Place:
    """Return the likeliest of the places that the reading may name."""
    places = [context.gazetteer.place(sense.place_id) for sense in reading.senses]
    return max(
        places, key=lambda place: (_score(place, context), place.population, place.id)
    )


def widen(
    readings: Sequence[Reading],
    chosen: Sequence[Place],
    tokens: Sequence[Token],
    gazetteer: Gazetteer,
) -> list[Place]:
    """Return the places, with "Belgorod and Kursk regions" as regions, not as cities."""
    places = list(chosen)
    in_list = False
    for index in range(len(readings) - 1, -1, -1):
        end = readings[index].end
        if in_list:
            follower = readings[index + 1].start
            between = [token.key for token in tokens[end:follower]]
            gaps = {token.gap for token in tokens[end : follower + 1]}
            listed = gaps <= {" ", ", "} and (
                _LISTING.issuperset(between) if between else gaps == {", "}
            )
        else:
            listed = end < len(tokens) and tokens[end].key in _REGIONS
            listed = listed and tokens[end].gap == " "
        region = _region_of_name(readings[index].key, gazetteer) if listed else None
        in_list = region is not None
        places[index] = region or places[index]
    return places


def _region_of_name(key: str, gazetteer: Gazetteer) -> Place | None:
    senses = gazetteer.senses.get(f"{key} region", ())
    places = (gazetteer.place(sense.place_id) for sense in senses)
    return next((place for place in places if place.kind is Kind.REGION), None)


def is_admitted(
    reading: Reading, place: Place, tokens: Sequence[Token], context: Context
) -> bool:
    """Return whether the words around let the reading stand for `place`."""
    form = reading.senses[0].form
    if form is Form.PEOPLE or (form is Form.ADJECTIVE and place.kind is Kind.COUNTRY):
        return True
    if guards.is_person(tokens, reading.start, reading.end):
        return False
    if form is Form.ADJECTIVE:
        return place.id not in capitals.GOVERNED or guards.has_unit(tokens, reading.end)
    if guards.is_river(tokens, reading.start, reading.end):
        return False
    named_abroad = "homonym" in context.gazetteer.flags[place.id]
    if place.kind is Kind.COUNTRY or (named_abroad and place.kind is Kind.REGION):
        return reading.key not in guards.COMMON_COUNTRIES
    return _is_settled(reading, place, tokens, context)


def _is_settled(
    reading: Reading, place: Place, tokens: Sequence[Token], context: Context
) -> bool:
    """Return whether the name of a town or a region is not another word here."""
    start, end, key = reading.start, reading.end, reading.key
    supported = place.region is not None and context.regions[place.region] > 0
    located = guards.is_located(tokens, start) or guards.is_marked(tokens, start)
    if "context" in context.gazetteer.flags[place.id] and not supported:
        home = place.country in {context.feed_country, *context.countries}
        return home and located and len(reading.senses) == 1
    if reading.senses[0].form is not Form.NAME:
        return True
    common = guards.is_common(key, context.language)
    surname = _is_surname(key)
    beside = guards.is_beside_name(tokens, start, end)  # «Виктория Иванова»
    if not common and _is_notable(place, context.gazetteer):
        return not (surname and beside and _is_oblique(key, place))
    if supported and not beside and key not in GIVEN_NAMES:
        return True
    if common or surname:
        return guards.stands_as_place(tokens, start, end, surname=surname)
    return located or not (beside or (tokens[start].starts and _is_oblique(key, place)))


def _is_surname(key: str) -> bool:
    return key in GIVEN_NAMES or guards.looks_like_surname(key)


def _is_notable(place: Place, gazetteer: Gazetteer) -> bool:
    """Return whether a place is named so often that a bare mention of it is one."""
    return (
        place.kind is not Kind.SETTLEMENT
        or place.population >= _LARGE
        or not gazetteer.flags[place.id].isdisjoint({"notable", "capital"})
        or gazetteer.centres.get(place.region or "") == place.id
    )


def _is_oblique(key: str, place: Place) -> bool:
    return not key.isascii() and key not in map(key_of, place.names.values())
