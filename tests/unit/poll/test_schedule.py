from datetime import UTC, datetime, timedelta

import pytest

from bot.poll.schedule import next_poll_at

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
FLOOR = timedelta(seconds=60)


def seconds(**options: object) -> float:
    values = {
        "now": NOW,
        "interval": timedelta(minutes=5),
        "min_interval": FLOOR,
        **options,
    }
    return (next_poll_at(**values) - NOW).total_seconds()  # type: ignore[arg-type]  # a table's values


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        pytest.param({}, 300, id="healthy"),
        pytest.param({"failures": 1}, 300, id="the first failure is tried again soon"),
        pytest.param({"failures": 2}, 600, id="the second doubles"),
        pytest.param({"failures": 4}, 2400, id="and so on"),
        pytest.param({"failures": 10_000}, 6 * 3600, id="up to six hours"),
        pytest.param({"permanent": True}, 24 * 3600, id="gone"),
        pytest.param({"interval": timedelta(seconds=1)}, 60, id="floor"),
        pytest.param(
            {"interval": timedelta(days=1), "failures": 9},
            86_400,
            id="slow feed stays slow",
        ),
        pytest.param({"max_age": timedelta(minutes=1)}, 300, id="a hint never shortens"),
        pytest.param({"max_age": timedelta(minutes=9)}, 540, id="max-age lengthens"),
        pytest.param({"max_age": timedelta(days=9)}, 3600, id="max-age up to an hour"),
        pytest.param(
            {"retry_after": timedelta(hours=8)}, 8 * 3600, id="server asks for longer"
        ),
        pytest.param(
            {"retry_after": timedelta(days=9)}, 86_400, id="Retry-After up to a day"
        ),
        pytest.param({"jitter": 1.0}, 270, id="jitter takes a tenth at most"),
        pytest.param(
            {"jitter": 1.0, "retry_after": timedelta(seconds=299)},
            299,
            id="not below a hint",
        ),
        pytest.param(
            {"jitter": 1.0, "interval": timedelta(seconds=61)}, 60, id="not below the floor"
        ),
    ],
)
def test_pause(options: dict[str, object], expected: float) -> None:
    assert seconds(**options) == expected


def test_a_short_interval_backs_off_from_itself() -> None:
    second = timedelta(seconds=1)

    pauses = [
        seconds(interval=second, min_interval=second, failures=failures)
        for failures in range(5)
    ]

    assert pauses == [1, 1, 2, 4, 8]


@pytest.mark.parametrize(
    "options",
    [
        {"now": datetime(2026, 3, 2)},  # noqa: DTZ001  # the point
        {"interval": timedelta(0)},
        {"jitter": 1.1},
        {"jitter": -0.1},
    ],
)
def test_nonsense_is_refused(options: dict[str, object]) -> None:
    with pytest.raises(ValueError, match="must be"):
        seconds(**options)
