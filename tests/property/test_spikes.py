"""Chance alone hardly ever makes a spike; a burst is one, and is told once."""

import math
import random
from bisect import bisect
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.route.spike import (
    LEAST,
    LEAST_DAYS,
    USUAL_DAYS,
    WINDOW,
    find_spike,
    is_unusual,
)

MONDAY = datetime(2026, 9, 7, tzinfo=UTC)
DAYS = 56
counts = st.lists(st.integers(0, 500), min_size=LEAST_DAYS, max_size=USUAL_DAYS)


def _rate(at: datetime, a_day: float) -> float:
    """Return stories an hour: few at night, fewer at week-ends."""
    night = 0.2 if at.hour < 6 else 1.2
    return a_day / 24 * night * (0.6 if at.weekday() >= 5 else 1.15)


def _poisson(chance: random.Random, mean: float) -> int:
    limit, product, number = math.exp(-mean), chance.random(), 0
    while product > limit:
        product *= chance.random()
        number += 1
    return number


def stream(seed: int, a_day: float) -> list[datetime]:
    """Return when the stories of a place with nothing unusual come, in eight weeks."""
    chance = random.Random(seed)
    found = []
    for hour in range(DAYS * 24):
        at = MONDAY + timedelta(hours=hour)
        count = _poisson(chance, _rate(at, a_day))
        found += [at + timedelta(hours=chance.random()) for _ in range(count)]
    return found


def looks(at: list[datetime], every: int, first_day: int = 8) -> list[datetime]:
    """Return the looks, one in so many hours, that find a spike from that day on."""
    at = sorted(at)
    found = []
    for hour in range(first_day * 24, DAYS * 24, every):
        now = MONDAY + timedelta(hours=hour)
        recent = at[bisect(at, now - timedelta(days=29)) : bisect(at, now)]
        if find_spike(recent, since=MONDAY, now=now) is not None:
            found.append(now)
    return found


@pytest.mark.parametrize("a_day", [3, 12, 40])
def test_chance_alone_makes_no_spike_in_five_months(a_day: float) -> None:
    alarms = [look for seed in range(3) for look in looks(stream(seed, a_day), 3)]

    assert alarms == []


@pytest.mark.parametrize("a_day", [3, 30])
def test_a_burst_is_found_within_two_hours(a_day: float) -> None:
    at = stream(1, a_day)
    burst = MONDAY + timedelta(days=40, hours=15)
    many = max(20, round(a_day))
    at += [burst + timedelta(minutes=120 * n / many) for n in range(many)]

    found = looks(at, 1, first_day=36)

    assert found
    assert burst < found[0] <= burst + timedelta(hours=2)
    assert found[-1] <= burst + timedelta(hours=2) + WINDOW


@given(usual=counts, count=st.integers(0, 600))
def test_more_stories_are_not_less_unusual(usual: list[int], count: int) -> None:
    if is_unusual(count, usual, chance=1e-6):
        assert is_unusual(count + 1, usual, chance=1e-6)


@given(usual=counts)
def test_what_was_usual_is_not_unusual(usual: list[int]) -> None:
    assert not is_unusual(round(sum(usual) / len(usual)), usual, chance=1e-3)


@given(usual=st.lists(st.integers(0, 9), max_size=LEAST_DAYS - 1))
def test_without_a_week_nothing_is_unusual(usual: list[int]) -> None:
    assert not is_unusual(1000, usual, chance=1e-3)


@given(usual=counts, count=st.integers(0, LEAST - 1))
def test_a_few_stories_are_no_spike(usual: list[int], count: int) -> None:
    assert not is_unusual(count, usual, chance=1e-3)
