"""The silence alarm in made-up newsrooms: no night and no week-end rings it."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import groupby
from random import Random

import pytest

from bot.domain.feeds import Rhythm
from bot.poll.rhythm import LONGEST_GAP, SILENCE_FACTOR, find_silence, learn, start

BEGIN = datetime(2026, 3, 2, tzinfo=UTC)  # a Monday
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)
POLL = timedelta(minutes=5)
SATURDAY = 5

Pace = Callable[[datetime], float]


def office(pace: float) -> Pace:
    """Return a newsroom that writes `pace` entries an hour, 8 to 20, Monday to Friday."""
    return lambda at: pace if at.weekday() < SATURDAY and 8 <= at.hour < 20 else 0


def sleeper(pace: float) -> Pace:
    """Return one that works all week, and sleeps from midnight to 6."""
    return lambda at: pace if at.hour >= 6 else 0


def trickle(pace: float) -> Pace:
    """Return one that writes a tenth as much at night and on week-ends."""
    return lambda at: office(pace)(at) or pace / 10


def steady(pace: float) -> Pace:
    """Return an agency that never sleeps."""
    return lambda _: pace


def entries(pace: Pace, *, begin: datetime, days: int, seed: int) -> Iterator[datetime]:
    """Yield when entries appear: chance, as often as `pace` says of the hour."""
    chance = Random(seed)  # a simulation
    most = max(pace(BEGIN + HOUR * hour) for hour in range(7 * 24))
    at = begin
    while at < begin + days * DAY:
        at += HOUR * chance.expovariate(most)
        if chance.random() * most < pace(at):
            yield at


def digest(*, begin: datetime, days: int, hour: int, size: int) -> Iterator[datetime]:
    """Yield entries that appear all at once, once a day."""
    for day in range(days):
        yield from [begin.replace(hour=hour) + day * DAY] * size


def live(times: Iterator[datetime], begin: datetime) -> tuple[Rhythm, list[timedelta]]:
    """Poll each five minutes; return what was learned, and the alarms before each entry.

    Within a gap the rhythm stays as it is, so the alarm rang if it rings at the last poll
    before the gap ends.
    """
    rhythm, alarms = start(begin), []
    for poll, new in groupby(times, key=lambda at: (at - begin) // POLL + 1):
        now = begin + poll * POLL
        silence = find_silence(rhythm, now - POLL)
        if silence is not None:
            alarms.append(silence)
        rhythm = learn(rhythm, now=now, new=len(list(new)))
    return rhythm, alarms


@pytest.mark.parametrize("first_day", range(7))
@pytest.mark.parametrize(
    "pace",
    [
        pytest.param(office(2), id="office"),
        pytest.param(sleeper(1), id="sleeper"),
        pytest.param(trickle(2), id="trickle"),
        pytest.param(steady(1), id="steady"),
    ],
)
def test_no_night_and_no_weekend_rings(pace: Pace, first_day: int) -> None:
    begin = BEGIN + first_day * DAY + 15 * HOUR

    rhythm, alarms = live(entries(pace, begin=begin, days=35, seed=first_day), begin)

    assert alarms == []
    assert rhythm.gaps > 300  # the newsroom did write


def test_what_is_known_of_weekends_does_not_fade_in_a_year() -> None:
    _, alarms = live(entries(office(1), begin=BEGIN, days=365, seed=1), BEGIN)

    assert alarms == []


@pytest.mark.parametrize("size", [1, 30])
def test_a_daily_digest_does_not_ring_in_between(size: int) -> None:
    times = digest(begin=BEGIN, days=90, hour=7, size=size)

    assert live(times, BEGIN)[1] == []


def test_a_feed_that_writes_by_chance_once_a_week_rings_seldom() -> None:
    alarms = []
    for seed in range(10):
        times = entries(steady(1 / 168), begin=BEGIN, days=365, seed=seed)
        alarms += live(times, BEGIN)[1]

    assert len(alarms) <= 8  # in ten years; 18 without the rule for feeds that write seldom


@pytest.mark.parametrize(
    ("pace", "days", "within"),
    [
        pytest.param(office(3), 60, 6 * DAY, id="office"),
        pytest.param(sleeper(3), 30, 18 * HOUR, id="sleeper"),
        pytest.param(steady(12), 14, 3 * HOUR, id="agency"),
        pytest.param(
            steady(12), 2, 3 * DAY + HOUR, id="agency that died on its second day"
        ),
        pytest.param(steady(1 / 24), 365, 15 * DAY, id="once a day"),
        pytest.param(steady(1 / 240), 900, 61 * DAY, id="three times a month"),
    ],
)
def test_a_dead_feed_is_noticed(pace: Pace, days: int, within: timedelta) -> None:
    for seed in range(3):
        times = entries(pace, begin=BEGIN, days=days, seed=seed)
        rhythm, _ = live(times, BEGIN)
        assert rhythm.last_new_at is not None

        assert find_silence(rhythm, rhythm.last_new_at + within) == within
        assert find_silence(rhythm, rhythm.last_new_at + HOUR) is None


def test_no_feed_that_is_known_can_be_dead_for_more_than_two_months() -> None:
    rhythm = start(BEGIN)
    for number in range(1, 11):
        rhythm = learn(rhythm, now=BEGIN + number * 300 * DAY, new=1)

    assert rhythm.last_new_at is not None
    late = rhythm.last_new_at + SILENCE_FACTOR * LONGEST_GAP
    assert find_silence(rhythm, late) is None
    assert find_silence(rhythm, late + HOUR) is not None


def test_a_holiday_rings_once_and_is_known_the_next_time() -> None:
    def pace(at: datetime) -> float:
        return 0 if BEGIN + 60 * DAY <= at < BEGIN + 65 * DAY else sleeper(3)(at)

    def again(at: datetime) -> float:
        return 0 if BEGIN + 70 * DAY <= at < BEGIN + 75 * DAY else pace(at)

    _, alarms = live(entries(pace, begin=BEGIN, days=90, seed=1), BEGIN)
    _, alarms_of_two = live(entries(again, begin=BEGIN, days=90, seed=1), BEGIN)

    assert len(alarms) == 1
    assert len(alarms_of_two) == 1
