from datetime import UTC, datetime, timedelta

import pytest

from bot.poll.headers import parse_max_age, parse_retry_after

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
DATE = "Mon, 02 Mar 2026 10:00:00 GMT"


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry-after": "120"}, 120),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "9" * 40}, 86_400),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "-5"}, None),
        ({"retry-after": "٣"}, None),
        ({"retry-after": "Mon, 02 Mar 2026 10:05:00 GMT", "date": DATE}, 300),
        ({"retry-after": "Mon, 02 Mar 2026 09:00:00 GMT", "date": DATE}, 0),
        ({"retry-after": "Mon, 02 Mar 2036 10:05:00 GMT", "date": DATE}, 86_400),
        ({"retry-after": "Mon, 02 Mar 2026 10:05:00 GMT"}, 300),
        ({"retry-after": "Mon, 02 Mar 2026 10:05:00 -0000", "date": "garbage"}, 300),
        ({"retry-after": "Mon, 99 Mar 2026 10:05:00 GMT", "date": DATE}, None),
    ],
)
def test_retry_after(headers: dict[str, str], expected: float | None) -> None:
    pause = parse_retry_after(headers, NOW)

    assert pause == (None if expected is None else timedelta(seconds=expected))


def test_a_date_without_any_clock_says_nothing() -> None:
    assert parse_retry_after({"retry-after": DATE}) is None


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"cache-control": "no-cache"}, None),
        ({"cache-control": "max-age=60"}, 60),
        ({"cache-control": "public, Max-Age=60, must-revalidate"}, 60),
        ({"cache-control": 'max-age="60"'}, 60),
        ({"cache-control": "s-maxage=60"}, None),
        ({"cache-control": "max-age=0"}, None),
        ({"cache-control": "max-age=-1"}, None),
        ({"cache-control": "max-age=60", "age": "20"}, 40),
        ({"cache-control": "max-age=60", "age": "x"}, 60),
        ({"cache-control": "max-age=60", "age": "61"}, None),
    ],
)
def test_max_age(headers: dict[str, str], expected: float | None) -> None:
    pause = parse_max_age(headers)

    assert pause == (None if expected is None else timedelta(seconds=expected))
