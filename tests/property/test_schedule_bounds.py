from datetime import UTC, datetime, timedelta, timezone

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.errors import Fault
from bot.domain.feeds import Rhythm, Trust
from bot.poll import moves, trust
from bot.poll.rhythm import LONGEST_GAP, average, find_silence, learn, start
from bot.poll.schedule import (
    BACKOFFS,
    JITTER_SHARE,
    MAX_AGE,
    MAX_RETRY_AFTER,
    SHORTEST_PAUSE,
    next_poll_at,
    retry_at,
    server_floor,
)

ZERO = timedelta(0)
DAY = timedelta(days=1)
ZONES = st.sampled_from(
    [UTC, timezone(timedelta(hours=14)), timezone(-timedelta(hours=12))]
)
EVER = st.datetimes(timezones=ZONES)
NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
ANY = st.timedeltas()
LENGTHS = st.one_of(
    st.timedeltas(ZERO, timedelta(days=2)), st.timedeltas(ZERO, timedelta.max)
)
POSITIVE = LENGTHS.filter(bool)
JITTER = st.floats(0, 1)
FAILURES = st.one_of(st.integers(1, 100), st.integers(1, 2**63))
RHYTHMS = st.builds(
    Rhythm,
    average_gap=st.none() | LENGTHS,
    longest_gap=st.none() | LENGTHS,
    gaps=st.integers(0, 2**31),
    since=st.none() | EVER,
    last_new_at=st.none() | EVER,
)


def is_last_instant(at: datetime) -> bool:
    """Tell whether a pause led beyond the calendar, and so to its end."""
    return at.replace(tzinfo=None) == datetime.max  # noqa: DTZ901  # the end of time


@given(
    now=EVER,
    interval=POSITIVE,
    min_interval=LENGTHS,
    rhythm=RHYTHMS,
    update_every=st.none() | ANY,
    max_age=st.none() | ANY,
    burst_until=st.none() | EVER,
    jitter=JITTER,
)
def test_a_healthy_pause_keeps_its_bounds(
    *,
    now: datetime,
    interval: timedelta,
    min_interval: timedelta,
    rhythm: Rhythm,
    update_every: timedelta | None,
    max_age: timedelta | None,
    burst_until: datetime | None,
    jitter: float,
) -> None:
    at = next_poll_at(
        now=now,
        interval=interval,
        min_interval=min_interval,
        rhythm=rhythm,
        update_every=update_every,
        max_age=max_age,
        burst_until=burst_until,
        jitter=jitter,
    )

    pause = at - now
    asked = min(max(max_age or ZERO, ZERO), MAX_AGE)
    assert pause <= max(interval, min_interval, asked, SHORTEST_PAUSE)
    assert is_last_instant(at) or pause >= max(min_interval, asked, SHORTEST_PAUSE)


@given(
    kind=st.sampled_from(Fault),
    now=EVER,
    interval=POSITIVE,
    min_interval=LENGTHS,
    failures=FAILURES,
    retry_after=st.none() | ANY,
    jitter=JITTER,
)
def test_a_failing_pause_keeps_its_bounds(
    *,
    kind: Fault,
    now: datetime,
    interval: timedelta,
    min_interval: timedelta,
    failures: int,
    retry_after: timedelta | None,
    jitter: float,
) -> None:
    at = retry_at(
        now=now,
        interval=interval,
        min_interval=min_interval,
        kind=kind,
        failures=failures,
        retry_after=retry_after,
        jitter=jitter,
    )

    pause = at - now
    asked = min(max(retry_after or ZERO, ZERO), MAX_RETRY_AFTER)
    least = max(
        min_interval, asked, SHORTEST_PAUSE, interval * ((1 - JITTER_SHARE) * 0.999999)
    )
    assert pause <= max(interval, min_interval, DAY)
    assert is_last_instant(at) or pause >= least


@given(
    kind=st.sampled_from(Fault),
    interval=POSITIVE,
    min_interval=LENGTHS,
    retry_after=st.none() | ANY,
    fewer=FAILURES,
    more=FAILURES,
    jitter=JITTER,
)
def test_more_failures_never_mean_sooner(
    *,
    kind: Fault,
    interval: timedelta,
    min_interval: timedelta,
    retry_after: timedelta | None,
    fewer: int,
    more: int,
    jitter: float,
) -> None:
    def at(failures: int) -> datetime:
        return retry_at(
            now=NOW,
            interval=interval,
            min_interval=min_interval,
            kind=kind,
            failures=failures,
            retry_after=retry_after,
            jitter=jitter,
        )

    assert at(min(fewer, more)) <= at(max(fewer, more))


@given(
    kind=st.sampled_from(Fault),
    interval=st.timedeltas(timedelta(seconds=1), DAY),
    failures=FAILURES,
)
def test_a_failing_feed_is_polled_no_sooner_than_a_healthy_one(
    kind: Fault, interval: timedelta, failures: int
) -> None:
    failing = retry_at(
        now=NOW, interval=interval, min_interval=ZERO, kind=kind, failures=failures
    )

    assert failing >= next_poll_at(now=NOW, interval=interval, min_interval=ZERO)
    assert failing - NOW <= max(interval, BACKOFFS[kind].most, DAY)


@given(
    rhythm=RHYTHMS,
    faster=st.timedeltas(ZERO, DAY),
    slower=st.timedeltas(ZERO, DAY),
    interval=st.timedeltas(timedelta(seconds=1), DAY),
)
def test_a_feed_that_writes_less_is_not_polled_more(
    rhythm: Rhythm, faster: timedelta, slower: timedelta, interval: timedelta
) -> None:
    def at(gap: timedelta) -> datetime:
        learned = Rhythm(average_gap=gap, last_new_at=rhythm.last_new_at)
        return next_poll_at(now=NOW, interval=interval, min_interval=ZERO, rhythm=learned)

    assert at(min(faster, slower)) <= at(max(faster, slower))


@given(now=EVER, max_age=st.none() | ANY, retry_after=st.none() | ANY)
def test_the_servers_floor_lies_ahead_and_within_a_day(
    now: datetime, max_age: timedelta | None, retry_after: timedelta | None
) -> None:
    at = server_floor(now=now, max_age=max_age, retry_after=retry_after)

    if at is None:
        assert max(max_age or ZERO, retry_after or ZERO) <= ZERO
    else:
        assert at - now <= DAY
        assert is_last_instant(at) or at > now


@given(rhythm=RHYTHMS, now=EVER, new=st.integers(0, 2**31))
def test_learning_takes_anything(rhythm: Rhythm, now: datetime, new: int) -> None:
    learned = learn(rhythm, now=now, new=new)
    again = learn(learned, now=now, new=1)

    assert again.last_new_at == now
    assert learned.gaps <= rhythm.gaps + 1
    if learned.gaps > rhythm.gaps:
        assert learned.average_gap is not None
        assert learned.longest_gap is not None
        assert ZERO <= learned.average_gap <= LONGEST_GAP
        assert ZERO <= learned.longest_gap <= LONGEST_GAP
    mean = average(learned, now)
    assert (mean is None) == (learned.average_gap is None)
    assert (find_silence(learned, now) or DAY) > ZERO


@given(
    longest_gap=LENGTHS,
    average_gap=LENGTHS,
    known_for=st.timedeltas(ZERO, 400 * DAY),
    silences=st.lists(st.timedeltas(ZERO, 100 * DAY), min_size=2, max_size=2).map(sorted),
)
def test_a_silence_that_is_unusual_stays_so(
    longest_gap: timedelta,
    average_gap: timedelta,
    known_for: timedelta,
    silences: list[timedelta],
) -> None:
    rhythm = Rhythm(
        average_gap=average_gap,
        longest_gap=longest_gap,
        gaps=10,
        since=NOW - known_for,
        last_new_at=NOW,
    )

    sooner, later = (find_silence(rhythm, NOW + silence) for silence in silences)
    assert sooner in (None, silences[0])
    assert later in (None, silences[1])
    assert later is not None or (sooner is None and silences[1] <= 2 * LONGEST_GAP)


@given(
    polls=st.lists(
        st.tuples(st.timedeltas(ZERO, 2 * LONGEST_GAP), st.integers(0, 50)), max_size=15
    )
)
def test_what_is_learned_lies_within_what_was_seen(
    polls: list[tuple[timedelta, int]],
) -> None:
    now, rhythm = NOW, start(NOW)
    gaps: list[timedelta] = []
    for pause, new in polls:
        now += pause
        if new and rhythm.last_new_at is not None:
            gaps.append(min(now - rhythm.last_new_at, LONGEST_GAP) / new)
        rhythm = learn(rhythm, now=now, new=new)

    assert rhythm.gaps == len(gaps)
    if rhythm.average_gap is not None:
        microsecond = timedelta.resolution * len(gaps)
        assert min(gaps) - microsecond <= rhythm.average_gap
        assert rhythm.average_gap <= max(gaps) + microsecond


@given(answers=st.lists(st.tuples(st.sampled_from("abc-"), EVER), max_size=30))
def test_only_a_row_of_one_target_can_be_stable(
    answers: list[tuple[str, datetime]],
) -> None:
    move, row = None, list[str]()
    for target, now in answers:
        moved_to = None if target == "-" else target
        row = [*row, target] if row and row[-1] == target else [target]
        move = moves.follow(move, moved_to, now)

        if moved_to is None:
            assert move is None
            continue
        assert move is not None
        assert (move.url, move.polls) == (moved_to, len(row))
        assert len(row) >= moves.STABLE_POLLS or not moves.is_stable(move, now)


@given(
    known=st.builds(
        Trust,
        answers=st.integers(0, 2**31),
        audit_after=st.integers(1, 2**31),
        full_at=st.none() | EVER,
        lies=st.booleans(),
    ),
    now=EVER,
    lied=st.booleans(),
)
def test_trust_takes_anything(known: Trust, now: datetime, *, lied: bool) -> None:
    asked = trust.after_not_modified(known, now)
    checked = trust.after_audit(asked, now, lied=lied)

    assert trust.is_audit_due(asked, now) or not known.lies
    assert trust.may_ask_conditionally(checked, now) is not lied
    assert not trust.is_audit_due(checked, now)
    assert trust.after_full(asked, now).answers == 0
    assert trust.after_full(asked, now).lies == known.lies
