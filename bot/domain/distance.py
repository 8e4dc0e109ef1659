"""How far it is from one point of the earth to another."""

from math import asin, cos, radians, sin, sqrt
from typing import Final

EARTH_KM: Final = 6371.0  # mean radius; a sphere is right within half a percent

Point = tuple[float, float]  # latitude and longitude in degrees


def distance_km(one: Point, other: Point) -> float:
    """Return the length of the shortest way over the ground."""
    lat, other_lat = radians(one[0]), radians(other[0])
    across = radians(other[1] - one[1])
    half = sin((other_lat - lat) / 2) ** 2
    half += cos(lat) * cos(other_lat) * sin(across / 2) ** 2
    return 2 * EARTH_KM * asin(sqrt(min(1.0, half)))


def on_sphere(point: Point) -> tuple[float, float, float]:
    """Return the point in kilometres from the middle of the earth."""
    lat, lon = radians(point[0]), radians(point[1])
    return (
        EARTH_KM * cos(lat) * cos(lon),
        EARTH_KM * cos(lat) * sin(lon),
        EARTH_KM * sin(lat),
    )


def chord_km(km: float) -> float:
    """Return the straight line under a way of `km` over the ground."""
    return 2 * EARTH_KM * sin(min(km / (2 * EARTH_KM), 1.57))
