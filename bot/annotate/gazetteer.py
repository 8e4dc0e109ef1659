"""The table of places, and which words name which place.

The forms are made when the table is first asked for, by the rules of
:mod:`bot.annotate.paradigms`; the table itself holds facts only.
"""

import csv
import gc
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from functools import lru_cache
from importlib.resources import files
from typing import NamedTuple

from bot.annotate import paradigms
from bot.domain.folding import fold
from bot.domain.model import Kind, Place

_SEPARATORS = re.compile(r"[\s\-.,()]+")
_LATIN_UNITS = ("oblast", "region", "province", "krai", "territory", "area")
_UNIT_WORD = re.compile(r" (?:oblast|krai|autonomous okrug)$", re.IGNORECASE)
_CYRILLIC = ("uk", "ru")
_SHORT_UNIT = {"область": "обл", "край": "край"}


class Form(IntEnum):
    """What kind of word names the place, the most telling first."""

    NAME = 0
    ADJECTIVE = 1
    TOWN_ADJECTIVE = 2
    PEOPLE = 3


class Sense(NamedTuple):
    """One reading of a key: a place, by which form, in which language."""

    place_id: str
    form: Form
    language: str


def key_of(name: str) -> str:
    """Return the key of `name`: folded, its words parted by one space; idempotent."""
    return _SEPARATORS.sub(" ", fold(name)).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Gazetteer:
    """All places, and the senses of each key.

    `longest` maps the first word of a key to the most words that a key with it has;
    `flags` holds what the table says of a place (``context``, ``capital``, ``homonym``);
    `centres` maps a region to the city whose name it carries.
    """

    places: Mapping[str, Place]
    senses: Mapping[str, tuple[Sense, ...]]
    longest: Mapping[str, int]
    flags: Mapping[str, frozenset[str]]
    centres: Mapping[str, str]

    def place(self, place_id: str) -> Place:
        """Return the place; KeyError if there is none."""
        return self.places[place_id]

    def inside(self, place_id: str) -> tuple[str, ...]:
        """Return the ids of what the place lies in, nearest first; empty if unknown."""
        place = self.places.get(place_id)
        if place is None:
            return ()
        around = (place.region, place.country)
        return tuple(code for code in around if code is not None and code != place_id)

    def regions(self, country: str | None = None) -> tuple[Place, ...]:
        """Return the first-level regions (of `country`), by English name."""
        return tuple(
            place
            for place in self._of(Kind.REGION)
            if country in (None, place.country) and "homonym" not in self.flags[place.id]
        )

    def countries(self) -> tuple[Place, ...]:
        """Return all countries, by English name."""
        return tuple(self._of(Kind.COUNTRY))

    def _of(self, kind: Kind) -> list[Place]:
        found = [place for place in self.places.values() if place.kind is kind]
        return sorted(found, key=lambda place: place.names["en"])


def _pairs(cell: str) -> Iterator[tuple[str, str]]:
    for pair in cell.split("|"):
        language, _, name = pair.partition("=")
        if name:
            yield language, name


def _place(row: Mapping[str, str]) -> Place:
    return Place(
        id=row["id"],
        kind=Kind(row["kind"]),
        names={language: row[language] for language in ("en", "uk", "ru")},
        country=row["country"] or None,
        region=row["region"] or None,
        population=int(row["population"]),
    )


def _names(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    for language in ("en", "uk", "ru"):
        yield language, row[language].partition(" (")[0]
    yield from _pairs(row["more"])


def _name_keys(row: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield (language, key) of every form of every name."""
    for language, name in _names(row):
        key = key_of(name)
        if not key:
            continue
        if language not in _CYRILLIC:
            yield language, key
            bare = _UNIT_WORD.sub("", key)
            if row["kind"] == "region" and bare != key:
                yield from ((language, f"{bare} {unit}") for unit in _LATIN_UNITS)
            continue
        forms = {key} if name.isupper() else paradigms.forms(key, language)
        yield from ((language, form) for form in forms)
        first, _, unit = key.rpartition(" ")
        if unit in _SHORT_UNIT:
            shortened = paradigms.adjective_forms(first[:-2] + "ий", language)
            yield from ((language, f"{form} {_SHORT_UNIT[unit]}") for form in shortened)


def _adjective_keys(cell: str) -> Iterator[tuple[str, str]]:
    for language, name in _pairs(cell):
        key = key_of(name)
        if language in _CYRILLIC:
            yield from ((language, f) for f in paradigms.adjective_forms(key, language))
        else:
            yield language, key


def _people_keys(cell: str) -> Iterator[tuple[str, str]]:
    for language, name in _pairs(cell):
        key = key_of(name)
        if language in _CYRILLIC:
            yield from ((language, f) for f in paradigms.forms(key, language))
        else:
            yield language, key


def _senses(row: Mapping[str, str], place: Place) -> Iterator[tuple[str, Sense]]:
    for language, key in _name_keys(row):
        yield key, Sense(place.id, Form.NAME, language)
    for language, key in _adjective_keys(row["adjectives"]):
        yield key, Sense(place.id, Form.ADJECTIVE, language)
    for language, key in _people_keys(row["peoples"]):
        yield key, Sense(place.id, Form.PEOPLE, language)
    if place.kind is Kind.SETTLEMENT and place.country in {"UA", "RU"}:
        for language in _CYRILLIC:
            for key in paradigms.town_adjectives(key_of(row[language]), language):
                yield key, Sense(place.id, Form.TOWN_ADJECTIVE, language)


def _centres(
    rows: Iterable[Mapping[str, str]], places: Mapping[str, Place]
) -> dict[str, str]:
    """Return the settlement that gives each region its English name."""
    bare = {
        row["id"]: key_of(_UNIT_WORD.sub("", row["en"]))
        for row in rows
        if row["kind"] == "region"
    }
    found: dict[str, str] = {}
    for row in rows:
        region = row["region"]
        if row["kind"] != "settlement" or region not in bare:
            continue
        keys = {key_of(name) for language, name in _names(row) if language == "en"}
        best = places.get(found.get(region, ""))
        if bare[region] in keys and (
            best is None or best.population < places[row["id"]].population
        ):
            found[region] = row["id"]
    return found


@lru_cache(maxsize=1)
def load() -> Gazetteer:
    """Read the table and make the forms; later calls return the same object.

    It lives as long as the process, so the garbage collector need not walk over it again:
    that was a third of what a poll cost, and stopped the event loop meanwhile.
    """
    gazetteer = _read()
    gc.collect()
    gc.freeze()
    return gazetteer


def _read() -> Gazetteer:
    text = files("bot.data").joinpath("places.tsv").read_text("utf-8")
    rows = list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))
    places = {row["id"]: _place(row) for row in rows}
    senses: dict[str, dict[Sense, None]] = defaultdict(dict)
    for row in rows:
        for key, sense in _senses(row, places[row["id"]]):
            senses[key][sense] = None
    longest: dict[str, int] = defaultdict(int)
    for key in senses:
        words = key.split(" ")
        longest[words[0]] = max(longest[words[0]], len(words))
    return Gazetteer(
        places=places,
        senses={key: tuple(found) for key, found in senses.items()},
        longest=dict(longest),
        flags={row["id"]: frozenset(row["flags"].split()) for row in rows},
        centres=_centres(rows, places),
    )
