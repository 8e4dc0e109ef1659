from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.feeds import Rhythm
from bot.poll.rhythm import LONGEST_GAP, average, find_silence, learn, start

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def known(
    *,
    average_gap: timedelta = 10 * MINUTE,
    longest_gap: timedelta = HOUR,
    gaps: int = 100,
    since: datetime = NOW - 30 * DAY,
    last_new_at: datetime = NOW,
) -> Rhythm:
    return Rhythm(
        average_gap=average_gap,
        longest_gap=longest_gap,
        gaps=gaps,
        since=since,
        last_new_at=last_new_at,
    )


def after(*gaps: timedelta, new: int = 1) -> tuple[Rhythm, datetime]:
    """Return the rhythm after polls with `new` entries each, and when the last one was."""
    rhythm, now = start(NOW), NOW
    for gap in gaps:
        now += gap
        rhythm = learn(rhythm, now=now, new=new)
    return rhythm, now


def test_the_first_poll_teaches_no_gap() -> None:
    assert start(NOW) == Rhythm(since=NOW, last_new_at=NOW)


def test_a_feed_read_before_this_was_noted_begins_with_its_next_entry() -> None:
    assert learn(Rhythm(), now=NOW, new=3) == start(NOW)
    assert learn(Rhythm(since=NOW - DAY), now=NOW, new=1).since == NOW - DAY


def test_a_poll_without_new_entries_changes_nothing() -> None:
    assert learn(known(), now=NOW + DAY, new=0) == known()


def test_a_negative_number_of_entries_is_refused() -> None:
    with pytest.raises(ValueError, match="negative"):
        learn(known(), now=NOW, new=-1)


def test_the_first_gaps_are_a_plain_mean() -> None:
    assert after(10 * MINUTE)[0].average_gap == 10 * MINUTE
    assert after(10 * MINUTE, 20 * MINUTE)[0].average_gap == 15 * MINUTE


def test_many_entries_share_a_gap() -> None:
    rhythm, now = after(DAY, new=20)

    assert rhythm.average_gap == 72 * MINUTE
    assert rhythm.longest_gap == DAY  # of silence, not of entries
    assert rhythm.gaps == 1
    assert rhythm.last_new_at == now


@pytest.mark.parametrize("new", [1, 3, 40])
def test_a_steady_feed_is_known_exactly(new: int) -> None:
    rhythm, now = after(*[new * 5 * MINUTE] * 30, new=new)

    assert average(rhythm, now) == 5 * MINUTE


def test_the_newer_gaps_count_more() -> None:
    rhythm, _ = after(*[5 * MINUTE] * 50, *[10 * MINUTE] * 14)

    assert rhythm.average_gap is not None
    assert 9.4 * MINUTE < rhythm.average_gap < 10 * MINUTE  # nine tenths of the way


def test_entries_of_one_poll_count_as_much_as_those_of_many() -> None:
    one_by_one = known()
    for number in range(1, 6):
        one_by_one = learn(one_by_one, now=NOW + number * 5 * MINUTE, new=1)

    at_once = learn(known(), now=NOW + 25 * MINUTE, new=5)

    assert one_by_one.average_gap is not None
    assert at_once.average_gap is not None
    assert abs(one_by_one.average_gap - at_once.average_gap) < timedelta(seconds=1)


def test_one_night_does_not_slow_the_morning_down() -> None:
    morning = learn(known(), now=NOW + 8 * HOUR, new=1)

    assert morning.average_gap is not None
    assert morning.average_gap < 15 * MINUTE
    assert morning.longest_gap == 8 * HOUR


def test_a_thousand_entries_at_once_do_not_keep_a_feed_busy_for_ever() -> None:
    rhythm, now = after(timedelta(0), timedelta(0), new=1000)
    assert rhythm.average_gap == timedelta(0)

    for _ in range(10):
        now += HOUR
        rhythm = learn(rhythm, now=now, new=1)

    assert rhythm.average_gap is not None
    assert rhythm.average_gap > 10 * MINUTE


def test_a_feed_that_slowed_down_for_good_is_believed() -> None:
    rhythm, now = known(), NOW
    for _ in range(30):
        now += 6 * HOUR
        rhythm = learn(rhythm, now=now, new=1)

    assert rhythm.average_gap is not None
    assert rhythm.average_gap > 5 * HOUR


def test_the_open_gap_counts_as_soon_as_it_is_longer() -> None:
    assert average(known(), NOW + 10 * MINUTE) == 10 * MINUTE
    assert average(known(), NOW + 30 * MINUTE) == 13 * MINUTE
    assert average(known(), NOW + 10 * HOUR) == timedelta(minutes=98.5)


def test_nothing_is_known_before_the_first_gap() -> None:
    assert average(start(NOW), NOW + DAY) is None


def test_the_longest_gap_fades_by_half_in_a_month() -> None:
    rhythm = learn(known(longest_gap=10 * DAY), now=NOW + MINUTE, new=1)
    rhythm = learn(rhythm, now=NOW + MINUTE + 30 * DAY - 10 * DAY, new=1)
    assert rhythm.longest_gap == 20 * DAY

    rhythm, now = known(longest_gap=10 * DAY), NOW
    for _ in range(30):
        now += DAY
        rhythm = learn(rhythm, now=now, new=1)

    assert rhythm.longest_gap is not None
    assert abs(rhythm.longest_gap - 5 * DAY) < MINUTE


def test_t45_a_clock_that_went_back_makes_no_negative_gap() -> None:
    back = learn(known(), now=NOW - HOUR, new=2)

    assert back == known(last_new_at=NOW - HOUR)
    assert average(known(), NOW - HOUR) == 10 * MINUTE
    assert find_silence(known(), NOW - 9 * DAY) is None


def test_t45_a_clock_that_jumped_by_a_year_is_not_remembered_for_long() -> None:
    rhythm = learn(known(), now=NOW + 365 * DAY, new=1)

    assert rhythm.longest_gap == LONGEST_GAP
    assert rhythm.average_gap is not None
    assert rhythm.average_gap < 15 * MINUTE


@pytest.mark.parametrize(
    ("rhythm", "silence", "unusual"),
    [
        pytest.param(known(), 2 * HOUR, False, id="twice the longest gap"),
        pytest.param(known(), 2 * HOUR + MINUTE, True, id="more than twice"),
        pytest.param(
            known(longest_gap=3 * MINUTE), HOUR, False, id="an hour is never much"
        ),
        pytest.param(
            known(longest_gap=3 * MINUTE, average_gap=MINUTE),
            HOUR + MINUTE,
            True,
            id="fast",
        ),
        pytest.param(
            known(longest_gap=DAY, average_gap=DAY), 6 * DAY, False, id="six averages"
        ),
        pytest.param(
            known(longest_gap=DAY, average_gap=DAY), 6 * DAY + MINUTE, True, id="more"
        ),
        pytest.param(known(gaps=9), 9 * DAY, False, id="hardly known"),
        pytest.param(known(gaps=10), 9 * DAY, True, id="known"),
        pytest.param(known(since=NOW - 9 * DAY), 3 * DAY, False, id="no whole week yet"),
        pytest.param(
            known(since=NOW - 9 * DAY), 3 * DAY + MINUTE, True, id="longer than a week-end"
        ),
        pytest.param(
            known(longest_gap=LONGEST_GAP, average_gap=20 * DAY),
            61 * DAY,
            True,
            id="two months at most",
        ),
        pytest.param(start(NOW), 900 * DAY, False, id="nothing learned"),
        pytest.param(Rhythm(), 900 * DAY, False, id="nothing at all"),
    ],
)
def test_silence_is_unusual(rhythm: Rhythm, silence: timedelta, *, unusual: bool) -> None:
    assert find_silence(rhythm, NOW + silence) == (silence if unusual else None)
