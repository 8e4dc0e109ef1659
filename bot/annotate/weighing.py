"""What the words around each reading say of it, before its place is chosen."""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from operator import mul
from typing import NamedTuple

from bot.annotate import clues, guards, listing, weights
from bot.annotate.clues import ReadingClues
from bot.annotate.gazetteer import Gazetteer, Sense
from bot.annotate.keys import Form
from bot.annotate.packed import Spot
from bot.annotate.place_clues import LARGE, WIDE, Neighbourhood
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens
from bot.domain.model import Kind


@dataclass(frozen=True, slots=True)
class Weighed:
    """A reading with the values of its clues, and what stands around it.

    `known` keeps the part of each place's score that the rest of the text cannot change.
    """

    reading: Reading
    clues: ReadingClues
    base: float
    spots: tuple[Spot, ...]
    around: Neighbourhood
    known: dict[int, float] = field(default_factory=dict, compare=False)


_PARTS = frozenset(
    "the state of central north south east west northern southern eastern western "
    "northeastern northwestern southeastern southwestern northeast northwest southeast "
    "southwest upstate".split()
)
_OF_TOWN = ("town", "of")
_WITHIN = frozenset("на в у во".split())
_WITH = frozenset("с со з із зі".split())  # «в граничащей с Сумами Курской области»
STATES = frozenset({"US", "CA", "AU"})  # after "Albany, …" a state that has a city's name


class _Namesakes(NamedTuple):
    """The places of a reading: their records, and what `Neighbourhood` holds of them."""

    spots: tuple[Spot, ...]
    best: float
    countries: frozenset[str]
    regions: frozenset[str]
    wide: frozenset[str]


def _namesakes(senses: tuple[Sense, ...], gazetteer: Gazetteer) -> _Namesakes:
    spots = tuple([gazetteer.spot(sense.place) for sense in senses])
    return _Namesakes(
        spots=spots,
        best=max([spot.weight for spot in spots]),
        countries=frozenset([spot.country for spot in spots]),
        regions=frozenset([s.region for s in spots if s.kind not in WIDE]),
        wide=frozenset([s.region or s.country for s in spots if s.kind in WIDE]),
    )


def weigh(
    readings: Sequence[Reading], tokens: Tokens, gazetteer: Gazetteer, language: str
) -> list[Weighed]:
    """Return the readings with what the words around say of each."""
    known = {
        senses: _namesakes(senses, gazetteer)
        for senses in {reading.senses for reading in readings}
    }
    named = [known[reading.senses] for reading in readings]
    taken = {
        index
        for reading, places in zip(readings, named, strict=True)
        if not _may_be_surname(reading, places.best)
        for index in range(reading.start, reading.end)
    }
    times = Counter(reading.key for reading in readings)
    listed = {
        index
        for row in listing.rows(readings, tokens)
        if len(row.members) >= listing.LONG
        for index in row.members
    }
    said = [
        clues.of_reading(
            reading,
            tokens,
            gazetteer,
            taken=taken,
            language=language,
            times=times[reading.key],
            listed=index in listed,
        )
        for index, reading in enumerate(readings)
    ]
    found = []
    borne = _borne(readings, said, tokens)
    for index, (reading, places) in enumerate(zip(readings, named, strict=True)):
        values = said[index]
        if borne and not values.signs.name_before:
            persons = borne.intersection(sense.place for sense in reading.senses)
            values = values.borne_elsewhere() if persons else values
        wider: Spot | None = None
        if index + 1 < len(readings) and _is_beside(reading, readings[index + 1], tokens):
            within = tokens.keys[reading.end] in _WITHIN
            called = is_held(tokens, reading.end, readings[index + 1])
            wider = _wider(places, named[index + 1], gazetteer, surely=called)
            if wider is not None and within and wider.kind is not Kind.REGION:
                wider = None  # «Майдан в США»
        held: frozenset[str] = frozenset()
        if index and _is_beside(readings[index - 1], reading, tokens):
            held = named[index - 1].regions | named[index - 1].countries
        of: frozenset[str] = frozenset()
        if index and _is_of(readings[index - 1], reading, tokens):
            of = named[index - 1].wide
        around = Neighbourhood(places.best, wider, places.countries, places.wide, held, of)
        base = sum(map(mul, weights.OF_READING, values.values))
        found.append(Weighed(reading, values, base, places.spots, around))
    return found


_LIES_IN = re.compile(
    r"(?:област[иі]|обл|кра[еїю]|республике|республіці|щин[еіиы]|днр|лнр|крыму|криму)$"
)
_OF_REGION = re.compile(r"(?:[сц]кой|[сц]ької) (?:области|області|обл)$|[сц]кого края$")


def is_held(tokens: Tokens, end: int, following: Reading) -> bool:
    """Return whether a place is said to lie in the region named next.

    «Алексеевка в Днепропетровской области», «Погар Брянской области».
    """
    if following.start == end + 1 and tokens.keys[end] in _WITHIN:
        return _LIES_IN.search(following.key) is not None
    return following.start == end and _OF_REGION.search(following.key) is not None


def _wider(
    places: _Namesakes, following: _Namesakes, gazetteer: Gazetteer, *, surely: bool
) -> Spot | None:
    """Return the region or country that the next reading means: one that holds ours.

    "Helena, Montana": no place in the region Montana of Bulgaria is called so. What is
    `surely` said to lie there does, though no such place is known.
    """
    wide = [spot for spot in following.spots if spot.kind in WIDE]
    codes = places.regions | places.countries
    holds = [spot for spot in wide if (spot.region or spot.country) in codes]
    if not (holds or surely) and any(_is_city_too(spot, gazetteer) for spot in wide):
        return None
    wider = max(holds or wide, key=lambda spot: spot.weight, default=None)
    if wider is not None and not wider.region:  # "El Fasher, Darfur": all of its country
        return wider._replace(kind=Kind.COUNTRY)
    return wider


def _is_city_too(wide: Spot, gazetteer: Gazetteer) -> bool:
    """Return whether a region is named as its city is: "Hamburg, Berlin" is a list."""
    named = wide.kind is Kind.REGION and gazetteer.centre(wide.region) is not None
    return named and wide.country not in STATES


def _borne(
    readings: Sequence[Reading], said: Sequence[ReadingClues], tokens: Tokens
) -> set[int]:
    """Return the places whose names a person bears in the text: Mitt Romney ... Romney."""
    return {
        sense.place
        for reading, values in zip(readings, said, strict=True)
        if values.signs.given_before
        or (values.signs.name_before and not tokens[reading.start - 1].starts)
        for sense in reading.senses
    }


def _may_be_surname(reading: Reading, largest: float) -> bool:
    """Return whether a word that names no city may as well be the name of a person."""
    if reading.end - reading.start > 1 or largest >= LARGE:
        return False
    person = reading.entry.given or reading.entry.surname
    return bool(person) or guards.looks_like_surname(reading.key)


def _is_of(adjective: Reading, reading: Reading, tokens: Tokens) -> bool:
    """Return whether a country's adjective stands before a name, or before its noun.

    «французького Бреста», «румынским портом Констанца», "Russian town of Donetsk".
    """
    between = range(adjective.end, reading.start)
    called = tokens.keys[adjective.end : reading.start]
    return (
        adjective.form is Form.ADJECTIVE
        and (len(between) <= 1 or (len(called) == len(_OF_TOWN) and called[1] == "of"))
        and not any(tokens[index].upper for index in between)
        and all(tokens[i].gap == " " for i in range(adjective.end, reading.start + 1))
    )


def _is_beside(reading: Reading, following: Reading, tokens: Tokens) -> bool:
    """Return whether the next reading may be the wider place: "Odessa, Texas".

    Or "Belgrade in central Minnesota", «Миколаїв на Львівщині».
    """
    if following.start == reading.end:
        gap = tokens[following.start].gap
        with_it = reading.start > 0 and tokens.keys[reading.start - 1] in _WITH
        return gap in {", ", " (", ",\u00a0"} or (
            gap == " " and not with_it and is_held(tokens, reading.end, following)
        )
    between = tokens.keys[reading.end : following.start]
    if len(between) == 1 and between[0] in _WITHIN:
        return tokens[reading.end].gap == tokens[following.start].gap == " "
    return (
        between[0] == "in"
        and _PARTS.issuperset(between[1:])
        and all(token.gap == " " for token in tokens[reading.end : following.start + 1])
    )
