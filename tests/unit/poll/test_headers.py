from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.feeds import Validators
from bot.poll.headers import (
    MAX_VALIDATOR,
    join_headers,
    parse_max_age,
    parse_retry_after,
    read_validators,
)

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
DATE = "Mon, 02 Mar 2026 10:00:00 GMT"
LATER = "Mon, 02 Mar 2026 10:05:00 GMT"


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({}, None),
        ({"retry-after": "120"}, 120),
        ({"retry-after": "0"}, 0),
        ({"retry-after": "9" * 40}, 86_400),
        ({"retry-after": "60, 120 ,9"}, 120),
        ({"retry-after": "soon"}, None),
        ({"retry-after": "60,"}, None),
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
        ({"cache-control": "no-store, max-age=60"}, None),
        ({"cache-control": "max-age=60, No-Cache"}, None),
        ({"expires": LATER, "date": DATE}, 300),
        ({"expires": LATER, "date": DATE, "age": "100"}, 200),
        ({"expires": LATER, "date": DATE, "cache-control": "max-age=60"}, 60),
        ({"expires": LATER, "date": DATE, "cache-control": "no-cache"}, None),
        ({"expires": DATE, "date": LATER}, None),
        ({"expires": "0", "date": DATE}, None),
        ({"expires": LATER}, None),
    ],
)
def test_max_age(headers: dict[str, str], expected: float | None) -> None:
    pause = parse_max_age(headers)

    assert pause == (None if expected is None else timedelta(seconds=expected))


def test_repeated_fields_are_one_list() -> None:
    joined = join_headers(
        [("Cache-Control", "no-cache"), ("ETag", "x"), ("cache-control", "max-age=9")]
    )

    assert joined == {"cache-control": "no-cache, max-age=9", "etag": "x"}


def test_validators_come_with_their_host() -> None:
    read = read_validators({"etag": 'W/"ї"', "last-modified": DATE}, "a.example")

    assert read == Validators(etag='W/"ї"', last_modified=DATE, host="a.example")


@pytest.mark.parametrize("value", ["", "\udcff", "a\tb", "x" * (MAX_VALIDATOR + 1)])
def test_what_cannot_be_kept_is_no_validator(value: str) -> None:
    known = Validators(etag='"old"', host="b.example")

    assert read_validators({"etag": value}, "a.example").etag is None
    assert read_validators({"etag": value}, "a.example", known).etag == '"old"'
