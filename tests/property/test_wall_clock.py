"""Times of day over every change of every zone's clocks."""

from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo, available_timezones

from hypothesis import example, given
from hypothesis import strategies as st

from bot.domain.model import DigestTimes, QuietHours
from bot.route.wall_clock import SEARCHED, find_quiet_end, last_slot, next_slot

DAY = timedelta(days=1)
ZONES = sorted(available_timezones() - {"Factory", "localtime"})
zones = st.one_of(
    st.sampled_from(["Europe/Kyiv", "America/New_York", "Australia/Lord_Howe"]),
    st.sampled_from(ZONES),
).map(ZoneInfo)
# Samoa skipped a day in 2011; later rules reach as far as anybody plans.
instants = st.datetimes(datetime(2011, 1, 1), datetime(2037, 1, 1)).map(  # noqa: DTZ001  # made aware
    lambda at: at.replace(tzinfo=UTC)
)
changes = st.sampled_from(
    [
        datetime(2026, 3, 29, 1, tzinfo=UTC),
        datetime(2026, 10, 25, 1, tzinfo=UTC),
        datetime(2026, 3, 8, 7, tzinfo=UTC),
        datetime(2026, 11, 1, 6, tzinfo=UTC),
        datetime(2026, 10, 3, 15, 30, tzinfo=UTC),
        datetime(2011, 12, 30, 10, tzinfo=UTC),
    ]
)
near_changes = st.builds(
    lambda at, minutes: at + timedelta(minutes=minutes), changes, st.integers(-3000, 3000)
)
moments = st.one_of(instants, near_changes)
clocks = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 59]))
digests = st.builds(
    DigestTimes,
    times=st.lists(clocks, min_size=1, max_size=4, unique=True).map(tuple),
    days=st.frozensets(st.integers(0, 6), min_size=1),
)
quiet_hours = (
    st.tuples(clocks, clocks)
    .filter(lambda c: c[0] != c[1])
    .map(lambda c: QuietHours(start=c[0], end=c[1]))
)


@given(digests, zones, moments)
def test_the_next_slot_is_later_and_the_last_one_is_not(
    times: DigestTimes, zone: ZoneInfo, now: datetime
) -> None:
    upcoming, last = next_slot(times, zone, now), last_slot(times, zone, now)

    assert last.at <= now < upcoming.at
    assert upcoming.at - now <= (SEARCHED + 1) * DAY
    # Nothing lies between them: what is due at the next one was not due before.
    assert last_slot(times, zone, upcoming.at).at == upcoming.at
    assert next_slot(times, zone, last.at).at == upcoming.at


@given(digests, zones, moments)
def test_a_week_has_as_many_digests_as_were_asked_for(
    times: DigestTimes, zone: ZoneInfo, now: datetime
) -> None:
    """Each local date and time once, whatever the clocks do, and no instant twice."""
    at, keys = now, []
    while at < now + 14 * DAY:
        slot = next_slot(times, zone, at)
        assert slot.at > at
        at = slot.at
        keys.append(slot.key)

    assert len(set(keys)) == len(keys)
    local = [key[len("digest:") : len("digest:2026-01-01T08:00")] for key in keys]
    assert len(set(local)) == len(local)
    asked = 2 * len(times.days) * len(times.times)
    # One more lies over the end; Samoa's lost day may fall on days that were asked for.
    assert asked - 2 * len(times.times) <= len(keys) - 1 <= asked + len(times.times)


@given(quiet_hours, zones, moments)
@example(
    QuietHours(start=time(23), end=time(3, 30)),
    ZoneInfo("Europe/Kyiv"),
    datetime(2026, 10, 25, 0, 45, tzinfo=UTC),
)
def test_quiet_hours_end_after_less_than_two_days(
    quiet: QuietHours, zone: ZoneInfo, now: datetime
) -> None:
    end = find_quiet_end(quiet, zone, now)

    if end is not None:
        assert now < end <= now + 2 * DAY
        # They are one span: a moment before its end is within it.
        assert find_quiet_end(quiet, zone, end - timedelta(seconds=1)) is not None


@given(quiet_hours, zones, moments)
def test_each_day_has_an_hour_to_be_told_in(
    quiet: QuietHours, zone: ZoneInfo, now: datetime
) -> None:
    """Looking again when quiet hours end, somebody is told within four days."""
    at = now
    for _ in range(4):
        end = find_quiet_end(quiet, zone, at)
        if end is None:
            return
        at = end

    message = f"quiet for ever: {quiet} in {zone} at {now}"
    raise AssertionError(message)
