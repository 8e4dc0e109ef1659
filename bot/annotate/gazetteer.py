"""The places of the world that we know, and which words name which place.

The table is compiled (:mod:`bot.annotate.packed`) with every form made ahead; here it is
asked. Loading maps a file; nothing is read before it is asked for.
"""

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from importlib.resources import as_file, files
from math import cos, floor, radians
from typing import Final, NamedTuple

from bot.annotate.keys import CODES, Form, Mark, key_of
from bot.annotate.own_rules import OwnRules
from bot.annotate.packed import LANGUAGES, SENSE, Packed, Spot
from bot.domain.distance import distance_km
from bot.domain.memory import Memory
from bot.domain.model import Kind, Place
from bot.domain.own_regions import OwnRegions

__all__ = ["Flag", "Form", "Gazetteer", "Mark", "Sense", "key_of", "load"]

_KM = 111.2  # a degree of latitude
_POLAR = 0.01  # the least part of it that a degree of longitude is taken for


class Flag:
    """What the hand-kept tables and the codifier say of a place: bits of a number."""

    CAPITAL: Final = 1
    DOUBTFUL: Final = 2  # counts only with support from the text
    NOTABLE: Final = 4  # in the news more often than its size tells
    CENTRE: Final = 8  # its region bears its name
    VILLAGE: Final = 16
    KNOWN: Final = NOTABLE | CENTRE


class Sense(NamedTuple):
    """One reading of a key: a place's number, by which form, in which language."""

    place: int
    form: Form
    language: str
    marks: int


class Entry(NamedTuple):
    """What is known of a key.

    `begins` says that it is the first word of longer keys as well; the others hold the
    languages in which it is a given name, a surname, a word of the dictionary, and nothing
    but such a word.
    """

    senses: tuple[Sense, ...]
    begins: bool
    given: frozenset[str]
    surname: frozenset[str]
    common: frozenset[str]
    word: frozenset[str]


_NONE: frozenset[str] = frozenset()
NOTHING = Entry((), False, _NONE, _NONE, _NONE, _NONE)  # noqa: FBT003  # a tuple of facts
BEGINS = Entry((), True, _NONE, _NONE, _NONE, _NONE)  # noqa: FBT003
_WITH_CAPITAL = frozenset({Form.NAME, Form.ABBREVIATION})
_ALSO = (Form.GIVEN, Form.SURNAME, Form.COMMON, Form.WORD)


class Gazetteer:
    """All places, and the senses of each key."""

    def __init__(self, packed: Packed) -> None:
        """Read what `packed` holds."""
        self._packed = packed
        self.count = packed.count  # of places
        self.own = OwnRegions()
        self.rules: OwnRules | None = None
        self.groups: Mapping[str, tuple[str, ...]] = {
            key: tuple(ids) for key, ids in packed.head["groups"].items()
        }
        self._parts: dict[str, list[str]] = packed.head["parts"]
        self._wider: dict[str, list[str]] = {}
        for wider, regions in self._parts.items():
            for region in regions:
                self._wider.setdefault(region, []).append(wider)
        self._centres: dict[str, str] = packed.head["centres"]
        self._inside: dict[str, int] = packed.head["inside"]
        self.entries: Memory[Entry] = Memory(self._entry)
        self.capitalized: Memory[bool] = Memory(self._is_capitalized)
        self.spot = lru_cache(maxsize=8_192)(self._spot)
        self.at = lru_cache(maxsize=256)(self._place)
        self.title = lru_cache(maxsize=2_048)(self._title)

    def _entry(self, key: str) -> Entry:
        if not self._packed.has(key):  # nine words of ten
            return NOTHING
        packed = self._packed.senses(key)
        begins = self._packed.has(key + " ")
        if not packed:
            return BEGINS if begins else NOTHING
        senses: list[Sense] = []
        also: dict[Form, set[str]] = {}
        for head, high, low in map(SENSE.unpack, packed):
            (form, marks), language = CODES[head & 15], LANGUAGES[head >> 4]
            if form in _ALSO:
                also.setdefault(form, set()).add(language)
            else:
                senses.append(Sense(high << 16 | low, form, language, marks))
        given, surname, common, word = (
            frozenset(also[form]) if form in also else _NONE for form in _ALSO
        )
        return Entry(tuple(senses), begins, given, surname, common | word, word)

    def _is_capitalized(self, key: str) -> bool:
        """Return whether a key that begins without a capital names nothing.

        It may be an adjective or a people, or the name of a country or a region; or
        "rejon nikopolski".
        """
        return not key.startswith("rejon") and all(
            sense.form in _WITH_CAPITAL
            and self.spot(sense.place).kind in {Kind.DISTRICT, Kind.SETTLEMENT}
            for sense in self.entries[key].senses
        )

    def begins(self, start: str) -> bool:
        """Return whether a key begins with these characters, or is them."""
        return self._packed.has(start)

    def width(self, keys: list[str]) -> int:
        """Return how many of the words, from the first on, begin a key together."""
        joined = keys[0]
        for count, key in enumerate(keys[1:], 1):
            joined = f"{joined} {key}"
            if not self._packed.has(joined):
                return count
        return len(keys)

    def senses(self, key: str) -> tuple[Sense, ...]:
        """Return the senses of a key (see `key_of`), none for what names no place."""
        return self.entries[key].senses

    def _spot(self, number: int) -> Spot:
        return self._packed.spot(number)

    def _title(self, number: int) -> tuple[str, str]:
        """Return a place's id and its name in English: all that a mention needs."""
        return self._packed.title(number)

    def _place(self, number: int) -> Place:
        place_id, en, uk, ru, population = self._packed.line(number)
        spot = self._spot(number)
        district = self._packed.line(spot.district)[0] if spot.district >= 0 else None
        return Place(
            id=place_id,
            kind=spot.kind,
            names=_names(en, uk, ru),
            country=spot.country or None,
            region=spot.region or None,
            district=district,
            population=int(population),
            latitude=spot.latitude,
            longitude=spot.longitude,
        )

    def number(self, place_id: str) -> int | None:
        """Return the number of the place with that id, None if there is none."""
        return self._packed.number(place_id)

    def find(self, place_id: str) -> Place | None:
        """Return the place with that id, None if there is none."""
        number = self.number(place_id)
        return None if number is None else self.at(number)

    def place(self, place_id: str) -> Place:
        """Return the place with that id; KeyError if there is none."""
        place = self.find(place_id)
        if place is None:
            raise KeyError(place_id)
        return place

    def inside(self, place_id: str) -> tuple[str, ...]:
        """Return the ids of what the place lies in, nearest first; empty if unknown."""
        place = self.find(place_id)
        if place is None:
            return ()
        around = (place.district, place.region, *self.wider(place.region), place.country)
        return tuple(code for code in around if code is not None and code != place_id)

    def wider(self, region_id: str | None) -> Sequence[str]:
        """Return the ids of the regions that a first-level region is a part of: Donbas."""
        return self._wider.get(region_id or "", ())

    def parts(self, region_id: str) -> Sequence[str]:
        """Return the first-level regions that a wider region consists of."""
        return self._parts.get(region_id, ())

    def regions(self, country: str | None = None) -> tuple[Place, ...]:
        """Return the first-level regions (of `country`), by English name."""
        codes = self._packed.head["regions"]
        return self._by_name(c for c in codes if country is None or c[:2] == country)

    def countries(self) -> tuple[Place, ...]:
        """Return all countries, by English name."""
        return self._by_name(self._packed.head["countries"])

    def _by_name(self, codes: Iterator[str]) -> tuple[Place, ...]:
        found = [place for place in map(self.find, codes) if place is not None]
        return tuple(sorted(found, key=lambda place: place.names["en"]))

    def centre(self, region_id: str) -> str | None:
        """Return the id of the settlement that gives a region its name."""
        return self._centres.get(region_id)

    def count_inside(self, region_id: str) -> int:
        """Return how many settlements of a region are known."""
        regions = (region_id, *self.parts(region_id))
        return sum(self._inside.get(region, 0) for region in regions)

    def near(self, latitude: float, longitude: float, km: float) -> tuple[Place, ...]:
        """Return the settlements within `km` kilometres of a point, the nearest first.

        Of those at one spot the largest comes first: a Ukrainian village that only the
        codifier has lies where its community does.
        """
        north, east = km / _KM, km / (_KM * max(cos(radians(latitude)), _POLAR))
        found = []
        for row in range(floor(latitude - north), floor(latitude + north) + 1):
            for column in range(floor(longitude - east), floor(longitude + east) + 1):
                for number in self._grid.get((row, (column + 180) % 360), ()):
                    spot = self._spot(number)
                    if spot.latitude is None or spot.longitude is None:
                        continue
                    there = spot.latitude, spot.longitude
                    away = distance_km((latitude, longitude), there)
                    if away <= km:
                        found.append((away, -spot.weight, number))
        return tuple(self.at(number) for *_, number in sorted(found))

    @cached_property
    def _grid(self) -> dict[tuple[int, int], "array[int]"]:
        """The settlements by whole degrees; made in a tenth of a second when asked for."""
        grid: dict[tuple[int, int], array[int]] = {}
        for number in range(self.count):
            spot = self._spot(number)
            if spot.kind is Kind.SETTLEMENT and spot.latitude is not None:
                cell = floor(spot.latitude), floor((spot.longitude or 0.0) + 180) % 360
                grid.setdefault(cell, array("I")).append(number)
        return grid

    def names(self) -> Iterator[tuple[str, int]]:
        """Yield (key, number) of what spelling help compares with, in three languages.

        Countries, first-level regions, settlements of 5,000 people or more, and of 1,000
        or the hand-kept ones in Ukraine, Russia, Belarus and Poland.
        """
        for number in range(self._packed.count):
            spot = self._packed.spot(number)
            if spot.kind is Kind.SETTLEMENT and not _is_known(spot):
                continue
            if spot.kind is Kind.DISTRICT:
                continue
            _, *names, _ = self._packed.line(number)
            for name in dict.fromkeys(key_of(name.partition(" (")[0]) for name in names):
                if name:
                    yield name, number


def _names(en: str, uk: str, ru: str) -> dict[str, str]:
    """Return a place's names by language; in Cyrillic rather the other's than in Latin."""
    cyrillic = {"uk": uk or ru or en, "ru": ru or uk or en}
    lowered = {code: name.replace(" Район", " район") for code, name in cyrillic.items()}
    return {"en": en} | lowered


def _is_known(spot: Spot) -> bool:
    least = 3.0 if spot.country in {"UA", "RU", "BY", "PL"} else 3.7  # 1,000 and 5,000
    return spot.weight >= least or bool(spot.flags & Flag.NOTABLE)


@lru_cache(maxsize=1)
def base() -> Gazetteer:
    """Open the compiled table; later calls return the same object."""
    with as_file(files("bot.data").joinpath("gazetteer.bin")) as path:
        return Gazetteer(Packed(path))


_in_use: list[Gazetteer | None] = [None]  # the one with regions.yaml, if there is one


def load() -> Gazetteer:
    """Return the gazetteer in use: the compiled table, with what regions.yaml adds."""
    return _in_use[0] or base()


def use(gazetteer: Gazetteer | None) -> None:
    """Let `load` return another gazetteer from now on; without one the table alone."""
    _in_use[0] = gazetteer
