from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from bot.domain.errors import Fault
from bot.domain.feeds import Rhythm
from bot.poll.schedule import (
    BACKOFFS,
    GONE_POLLS,
    is_parked,
    next_poll_at,
    retry_at,
    server_floor,
)

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
FLOOR = timedelta(seconds=60)
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
DAY = timedelta(days=1)


def writes_every(gap: timedelta, last_new_at: datetime = NOW) -> Rhythm:
    return Rhythm(
        average_gap=gap, longest_gap=gap, gaps=9, since=NOW, last_new_at=last_new_at
    )


def seconds(**options: object) -> float:
    """Return the pause of a healthy feed."""
    values = {"now": NOW, "interval": 5 * MINUTE, "min_interval": FLOOR, **options}
    return (next_poll_at(**values) - NOW).total_seconds()  # type: ignore[arg-type]  # a table's values


def minutes(kind: Fault, failures: int, **options: object) -> float:
    """Return the pause of a failing feed."""
    values = {"interval": 5 * MINUTE, "min_interval": FLOOR, **options}
    at = retry_at(now=NOW, kind=kind, failures=failures, **values)  # type: ignore[arg-type]  # a table's values
    return (at - NOW) / MINUTE


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param({}, 300, id="nothing learned"),
        pytest.param({"rhythm": writes_every(6 * MINUTE)}, 180, id="half the average gap"),
        pytest.param({"rhythm": writes_every(HOUR)}, 300, id="never over the interval"),
        pytest.param({"rhythm": writes_every(MINUTE)}, 60, id="never under the floor"),
        pytest.param(
            {"rhythm": writes_every(6 * MINUTE, NOW - 18 * MINUTE)}, 234, id="open gap"
        ),
        pytest.param(
            {"rhythm": writes_every(6 * MINUTE, NOW - 8 * HOUR)}, 300, id="at night"
        ),
        pytest.param({"interval": timedelta(seconds=1)}, 60, id="interval under the floor"),
        pytest.param(
            {"interval": timedelta(seconds=1), "min_interval": timedelta(0)},
            1,
            id="no floor",
        ),
        pytest.param(
            {"rhythm": writes_every(timedelta(0)), "min_interval": timedelta(0)},
            1,
            id="a second at least",
        ),
        pytest.param({"update_every": HOUR}, 300, id="a hint never lengthens"),
        pytest.param(
            {"rhythm": writes_every(4 * MINUTE), "update_every": 3 * MINUTE},
            180,
            id="a hint bounds what was learned",
        ),
        pytest.param(
            {"rhythm": writes_every(4 * MINUTE), "update_every": DAY},
            300,
            id="up to the interval",
        ),
        pytest.param(
            {"rhythm": writes_every(4 * MINUTE), "update_every": MINUTE},
            120,
            id="a hint never shortens",
        ),
        pytest.param({"max_age": MINUTE}, 300, id="nor does max-age"),
        pytest.param({"max_age": 9 * MINUTE}, 540, id="max-age lengthens"),
        pytest.param({"max_age": 9 * DAY}, 3600, id="max-age up to an hour"),
        pytest.param({"max_age": -9 * DAY}, 300, id="max-age in the past"),
        pytest.param({"burst_until": NOW + MINUTE}, 60, id="burst"),
        pytest.param({"burst_until": NOW}, 300, id="burst that is over"),
        pytest.param(
            {"burst_until": NOW + HOUR, "update_every": HOUR},
            60,
            id="a burst ignores hints",
        ),
        pytest.param(
            {"burst_until": NOW + HOUR, "max_age": 2 * MINUTE},
            120,
            id="but not the server's freshness",
        ),
        pytest.param({"jitter": 1.0}, 270, id="jitter takes a tenth at most"),
        pytest.param(
            {"jitter": 1.0, "max_age": timedelta(seconds=299)}, 299, id="not below max-age"
        ),
        pytest.param(
            {"jitter": 1.0, "interval": timedelta(seconds=61)}, 60, id="not below the floor"
        ),
        pytest.param(
            {"jitter": 1.0, "rhythm": writes_every(4 * MINUTE), "update_every": DAY},
            270,
            id="but below a hint that is over the interval, or feeds come all at once",
        ),
        pytest.param(
            {"jitter": 0.5, "rhythm": writes_every(4 * MINUTE), "update_every": 3 * MINUTE},
            189,
            id="not below a hint that the interval allows: it lengthens the pause",
        ),
        pytest.param(
            {
                "jitter": 1.0,
                "rhythm": writes_every(6.1 * MINUTE),
                "update_every": 3 * MINUTE,
            },
            198,
            id="nor below one that is just under what was learned",
        ),
        pytest.param(
            {"jitter": 1.0, "rhythm": writes_every(MINUTE), "update_every": 4.9 * MINUTE},
            300,
            id="never over the interval",
        ),
    ],
)
def test_pause(options: dict[str, object], expected: float) -> None:
    assert seconds(**options) == expected


FAST = [5, 10, 20, 30, 30]  # minutes; and on for a day


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        pytest.param(Fault.ADDRESS, FAST, id="address"),
        pytest.param(Fault.CONNECTION, FAST, id="connection"),
        pytest.param(Fault.TLS, FAST, id="tls"),
        pytest.param(Fault.TIMEOUT, FAST, id="timeout"),
        pytest.param(Fault.SERVER, FAST, id="server"),
        pytest.param(Fault.INTERNAL, FAST, id="internal"),
        pytest.param(Fault.BUSY, [15, 30, 60, 60], id="busy"),
        pytest.param(Fault.FORBIDDEN, [10, 20, 40, 80, 160, 320, 360, 360], id="forbidden"),
        pytest.param(
            Fault.MISSING, [5, 10, 20, 40, 80, 160, 320, 360], id="t20 404 is soft"
        ),
        pytest.param(Fault.GONE, [5, 10, 1440, 1440], id="t20 410 thrice parks"),
        pytest.param(Fault.BLOCKED, [5, 10, 20, 40, 80, 160, 320, 360], id="blocked"),
        pytest.param(Fault.REDIRECT, [5, 10, 20, 40, 80, 160, 320, 360], id="redirect"),
        pytest.param(Fault.DOCUMENT, [5, 10, 20, 40, 60, 60], id="document"),
        pytest.param(Fault.FOREIGN, [5, 10, 20, 40, 60, 60], id="foreign"),
        pytest.param(Fault.HOSTILE, [5, 60, 120, 240, 480, 960, 1440, 1440], id="hostile"),
    ],
)
def test_pauses_grow_by_kind(kind: Fault, expected: list[float]) -> None:
    assert [minutes(kind, n) for n in range(1, len(expected) + 1)] == expected


def test_every_kind_has_its_pauses_and_they_are_documented() -> None:
    page = Path(__file__).parents[3] / "docs" / "polling.md"
    units = {"m": MINUTE, "h": HOUR, "d": DAY}

    documented = {}
    for line in page.read_text(encoding="utf-8").splitlines():
        if line.startswith("| `"):
            kind, _, times, *pauses = (cell.strip(" `") for cell in line.split("|")[1:-1])
            limits = [int(cell[:-1]) * units[cell[-1:]] for cell in pauses]
            documented[kind] = [int(times), *limits]

    assert documented == {
        kind: [BACKOFFS[kind].times, BACKOFFS[kind].soon, BACKOFFS[kind].most]
        for kind in Fault
    }


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        pytest.param(Fault.CONNECTION, 6 * HOUR, id="connection"),
        pytest.param(Fault.BUSY, 6 * HOUR, id="busy"),
        pytest.param(Fault.DOCUMENT, 6 * HOUR, id="document"),
        pytest.param(Fault.FOREIGN, HOUR, id="foreign"),
        pytest.param(Fault.HOSTILE, DAY, id="hostile"),
        pytest.param(Fault.GONE, DAY, id="gone"),
    ],
)
def test_no_kind_stops_for_good(kind: Fault, expected: timedelta) -> None:
    assert minutes(kind, 1_000_000) == expected / MINUTE


@pytest.mark.parametrize(
    ("kind", "soon"),
    [
        pytest.param(Fault.SERVER, 30, id="half an hour"),
        pytest.param(Fault.DOCUMENT, 60, id="an hour"),
        pytest.param(Fault.BUSY, 60, id="an hour, too"),
    ],
)
def test_a_site_that_comes_back_within_a_day_is_seen_soon(kind: Fault, soon: float) -> None:
    passed, failures = 0.0, 0
    while passed < 20 * 60:
        failures += 1
        pause = minutes(kind, failures)
        assert pause <= soon
        passed += pause

    later = [minutes(kind, failures) for failures in range(1, 60)]
    assert max(later) == 6 * 60
    assert all(pause <= after <= 2 * pause for pause, after in pairwise(later))


@pytest.mark.parametrize(
    ("kind", "retry_after", "expected"),
    [
        pytest.param(Fault.BUSY, 8 * HOUR, 480, id="t21 longer is obeyed"),
        pytest.param(Fault.BUSY, 7 * MINUTE, 7, id="t21 the server knows better"),
        pytest.param(Fault.BUSY, MINUTE, 5, id="t21 never under the interval"),
        pytest.param(Fault.BUSY, timedelta(0), 15, id="t21 nothing asked"),
        pytest.param(Fault.BUSY, -DAY, 15, id="t21 a date in the past"),
        pytest.param(Fault.SERVER, 9 * DAY, 1440, id="t21 up to a day"),
        pytest.param(Fault.FORBIDDEN, MINUTE, 10, id="t21 a 403 that names a time"),
        pytest.param(Fault.FORBIDDEN, HOUR, 60, id="t21 and a longer one"),
    ],
)
def test_retry_after_is_a_floor(
    kind: Fault, retry_after: timedelta, expected: float
) -> None:
    assert minutes(kind, 1, retry_after=retry_after) == expected


@pytest.mark.parametrize("kind", list(Fault))
def test_a_slow_feed_is_never_polled_sooner_because_it_fails(kind: Fault) -> None:
    assert minutes(kind, 9, interval=2 * DAY) == 2 * DAY / MINUTE


def test_an_interval_between_the_caps_is_kept_for_a_day() -> None:
    pauses = [minutes(Fault.SERVER, failures, interval=HOUR) for failures in (1, 9, 50, 99)]

    assert pauses == [60, 60, 120, 360]


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        pytest.param(Fault.SERVER, 27, id="a tenth off"),
        pytest.param(Fault.BUSY, 54, id="a tenth off an hour"),
    ],
)
def test_jitter_spreads_what_failed_together(kind: Fault, expected: float) -> None:
    assert minutes(kind, 9, jitter=1.0) == expected


def test_jitter_keeps_the_floors() -> None:
    assert minutes(Fault.BUSY, 1, jitter=1.0) == 15
    assert minutes(Fault.SERVER, 1, jitter=1.0, retry_after=HOUR) == 60
    assert minutes(Fault.SERVER, 1, jitter=1.0, interval=MINUTE) == 1


def test_a_short_interval_backs_off_from_itself() -> None:
    second = timedelta(seconds=1)
    pauses = [
        minutes(Fault.SERVER, failures, interval=second, min_interval=second) * 60
        for failures in range(1, 5)
    ]

    assert pauses == pytest.approx([1, 2, 4, 8])


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param({}, None, id="says nothing"),
        pytest.param({"max_age": timedelta(0)}, None, id="no-cache"),
        pytest.param({"max_age": -HOUR, "retry_after": -HOUR}, None, id="past"),
        pytest.param({"max_age": 9 * MINUTE}, 9 * MINUTE, id="fresh"),
        pytest.param({"max_age": DAY}, HOUR, id="fresh for an hour at most"),
        pytest.param({"retry_after": 8 * HOUR}, 8 * HOUR, id="asked"),
        pytest.param({"retry_after": 9 * DAY}, DAY, id="asked for a day at most"),
        pytest.param({"max_age": MINUTE, "retry_after": HOUR}, HOUR, id="both"),
    ],
)
def test_server_floor(options: dict[str, timedelta], expected: timedelta | None) -> None:
    assert server_floor(now=NOW, **options) == (expected and NOW + expected)


@pytest.mark.parametrize(
    ("kind", "failures", "parked"),
    [
        pytest.param(Fault.GONE, GONE_POLLS - 1, False, id="said twice"),
        pytest.param(Fault.GONE, GONE_POLLS, True, id="said three times"),
        pytest.param(Fault.MISSING, 99, False, id="another kind"),
        pytest.param(None, 0, False, id="healthy"),
    ],
)
def test_t20_parked(kind: Fault | None, failures: int, *, parked: bool) -> None:
    assert is_parked(kind, failures) is parked


@pytest.mark.parametrize(
    "options",
    [
        {"now": datetime(2026, 3, 2)},  # noqa: DTZ001  # the point
        {"interval": timedelta(0)},
        {"jitter": 1.1},
        {"jitter": -0.1},
        {"jitter": float("nan")},
    ],
)
def test_nonsense_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="must be"):
        seconds(**options)
    values = {"now": NOW, "interval": MINUTE, "min_interval": FLOOR, **options}
    with pytest.raises(ValueError, match="must be"):
        retry_at(kind=Fault.SERVER, failures=1, **values)  # type: ignore[arg-type]  # a table's values


def test_a_failure_that_did_not_happen_is_refused() -> None:
    with pytest.raises(ValueError, match="failures must be"):
        minutes(Fault.SERVER, 0)
