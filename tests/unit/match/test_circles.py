import random

import pytest

from bot.domain.distance import Point, chord_km, distance_km, on_sphere
from bot.match.circles import Circles

SUMY, TROSTIANETS, KYIV = (50.92, 34.80), (50.48, 34.97), (50.45, 30.52)


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        pytest.param(SUMY, SUMY, 0, id="the same point"),
        pytest.param(SUMY, TROSTIANETS, 50, id="two towns"),
        pytest.param(SUMY, KYIV, 306, id="two cities"),
        pytest.param((0.0, 0.0), (0.0, 180.0), 20_015, id="the other side of the earth"),
        pytest.param((0.0, 179.9), (0.0, -179.9), 22, id="over the 180th meridian"),
    ],
)
def test_a_distance(
    one: tuple[float, float], other: tuple[float, float], km: float
) -> None:
    assert distance_km(one, other) == pytest.approx(km, abs=1)


def test_the_line_through_the_earth_compares_like_the_way_over_it() -> None:
    (a, b, c), (x, y, z) = on_sphere(SUMY), on_sphere(KYIV)

    line = ((a - x) ** 2 + (b - y) ** 2 + (c - z) ** 2) ** 0.5

    assert line == pytest.approx(chord_km(distance_km(SUMY, KYIV)), abs=0.001)


def circles_of(*wanted: tuple[str, Point, int]) -> Circles:
    circles = Circles()
    for each in wanted:
        circles.add(*each)
    return circles


def test_a_circle_holds_what_lies_within_it() -> None:
    circles = circles_of(("near", SUMY, 40), ("wide", SUMY, 60), ("else", KYIV, 60))

    assert circles.around([TROSTIANETS]) == {"wide"}
    assert circles.around([SUMY, KYIV]) == {"near", "wide", "else"}
    assert circles.around([]) == frozenset()


def test_without_circles_nothing_is_held() -> None:
    assert Circles().around([SUMY]) == frozenset()


def test_a_circle_is_there_until_it_was_removed_as_often_as_added() -> None:
    wide = ("wide", SUMY, 60)
    circles = circles_of(wide, wide, ("near", SUMY, 60), ("else", KYIV, 60))

    circles.remove(*wide)
    assert circles.around([SUMY]) == {"wide", "near"}

    circles.remove(*wide)
    assert circles.around([SUMY, KYIV]) == {"near", "else"}

    circles.remove("near", SUMY, 60)
    circles.remove("else", KYIV, 60)
    assert circles.around([SUMY, KYIV]) == frozenset()


def test_the_grid_finds_what_a_comparison_with_every_circle_finds() -> None:
    chance = random.Random(7)
    middles = [(chance.uniform(-90, 90), chance.uniform(-180, 180)) for _ in range(300)]
    middles += [(chance.uniform(44, 53), chance.uniform(22, 41)) for _ in range(300)]
    wanted = [
        (str(number), middle, chance.choice((1, 10, 11, 50, 120, 200)))
        for number, middle in enumerate(middles)
    ]
    points = [*middles, (90.0, 0.0), (-90.0, 7.0), (0.0, 180.0), (0.0, -180.0)]

    circles = circles_of(*wanted)

    for point in points:
        every = {i for i, middle, km in wanted if distance_km(middle, point) <= km}
        assert circles.around([point]) == every
