from datetime import UTC, datetime, timedelta

import pytest

from bot.parse.dates import is_plausible, parse_date

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 02 Mar 2026 10:00:00 +0300", "2026-03-02T07:00:00"),
        ("Mon, 02 Mar 2026 10:00:00 MSK", "2026-03-02T07:00:00"),
        ("Mon, 02 Mar 2026 10:00:00 EET", "2026-03-02T08:00:00"),
        ("Mon, 02 Mar 2026 10:00:00 EEST", "2026-03-02T07:00:00"),
        ("Пн, 02 мар 2026 10:00:00 +0300", "2026-03-02T07:00:00"),
        ("пн, 2 берез. 2026 10:00:00 +0200", "2026-03-02T08:00:00"),
        ("02.03.2026 10:00", "2026-03-02T10:00:00"),
        ("2026/3/2 15:07:41", "2026-03-02T15:07:41"),
        ("2026-03-02 10:00:00", "2026-03-02T10:00:00"),
        ("Mon, 02 Mar 2026 10:00:00", "2026-03-02T10:00:00"),
        ("Mon, 02 Mar 26 10:00:00 +0300", "2026-03-02T07:00:00"),
        ("Mon, Mar 02 2026 08:18:00 PM", "2026-03-02T20:18:00"),
        ("1772438400", "2026-03-02T08:00:00"),
        ("Mon, 02 March 2026 10:00:00 +0300", "2026-03-02T07:00:00"),
        ("Tue, 18 Sept 2018 15:53:56 +0300", "2018-09-18T12:53:56"),
        ("2026-03-02T10:00:00+03:00", "2026-03-02T07:00:00"),
    ],
)
def test_sixteen_dates_that_were_seen(text: str, expected: str) -> None:
    assert parse_date(text) == datetime.fromisoformat(expected).replace(tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1772438400000", "2026-03-02T08:00:00"),
        ("2026-03-02T10:00:00.123Z", "2026-03-02T10:00:00"),
        ("2026-03-02T10:00:00-0500", "2026-03-02T15:00:00"),
        ("2026-03-02", "2026-03-02T00:00:00"),
        ("2026-03-02 at dawn", None),
        ("3/13/2026 1:00 PM", "2026-03-13T13:00:00"),
        ("3/4/2026 12:30 a.m.", "2026-03-04T00:30:00"),
        ("13/3/2026 10:00", "2026-03-13T10:00:00"),
        ("4/3/2026 10:00", "2026-03-04T10:00:00"),
        ("02 березня 2026, 10:00", "2026-03-02T10:00:00"),
        ("2 марта 2026 г. в 10:00", "2026-03-02T10:00:00"),
        ("March 2, 2026 5:00 pm", "2026-03-02T17:00:00"),
        ("02-Mar-2026 10:00:00 GMT+3", "2026-03-02T07:00:00"),
        ("Mon, 02 Mar 2026 10:00:00 +0300 (MSK)", "2026-03-02T07:00:00"),
        ("Mon, 02 Mar 1998 23:59:60 GMT", "1998-03-02T23:59:59"),
        ("Mon, 02 Mar 98 10:00:00 GMT", "1998-03-02T10:00:00"),
        ("Mon, 02 Mar 2026 10:00:00 XYZ", None),
        ("30.02.2026 10:00", None),
        ("Mon, 02 Foo 2026 10:00:00", None),
        ("02.03.2026 25:00", None),
        ("2026-03-02T10:00:00+99:00", None),
        ("0001-01-01T00:00:00+03:00", None),
        ("yesterday", None),
        ("10:00, 2 березня 2026", "2026-03-02T10:00:00"),
        ("10:00 02.03.2026", "2026-03-02T10:00:00"),
        ("02.03.2026 о 10:00", "2026-03-02T10:00:00"),
        ("2 марта 2026 года, 10:00", "2026-03-02T10:00:00"),
        ("02.03.26 10:00", "2026-03-02T10:00:00"),
        ("02.03.126 10:00", None),
        ("Mon,02 Mar 2026 10:00:00 +0200", "2026-03-02T08:00:00"),
        ("Mon Mar  2 10:00:00 MSK 2026", "2026-03-02T07:00:00"),
        ("Mon Mar 02 10:00:00 2026", "2026-03-02T10:00:00"),
        ("Mon, 02 Mar 2026 10:00:00 Europe/Kyiv", "2026-03-02T08:00:00"),
        ("Mon, 02 Mar 2026 10:00:00 Europe/../x", None),
        ("Mon, 02 Mar 2026 10:00:00 MCK", "2026-03-02T07:00:00"),
        ("Mon, 02 Mar 2026 24:00:00 GMT", "2026-03-03T00:00:00"),
        ("2026-03-02T24:00:01Z", None),
        ("20260302T100000Z", "2026-03-02T10:00:00"),
        ("20260302T1000+0200", "2026-03-02T08:00:00"),
        ("20260302100000", "2026-03-02T10:00:00"),
        ("20260302", "2026-03-02T00:00:00"),
        ("", None),
    ],
)
def test_other_dates(text: str, expected: str | None) -> None:
    at = None if expected is None else datetime.fromisoformat(expected).replace(tzinfo=UTC)

    assert parse_date(text) == at


@pytest.mark.parametrize(
    ("zone", "hour"), [("Europe/Kyiv", 8), ("Europe/Moscow", 7), ("No/Where", 10), ("", 10)]
)
def test_a_time_without_a_zone_is_the_feeds(zone: str, hour: int) -> None:
    assert parse_date("02.03.2026 10:00", zone=zone) == datetime(
        2026, 3, 2, hour, tzinfo=UTC
    )


@pytest.mark.parametrize(
    ("at", "plausible"),
    [
        (NOW, True),
        (NOW + timedelta(minutes=10), True),
        (NOW + timedelta(minutes=11), False),
        (datetime(1990, 1, 1, tzinfo=UTC), True),
        (datetime(1970, 1, 1, tzinfo=UTC), False),
    ],
)
def test_plausible(at: datetime, *, plausible: bool) -> None:
    assert is_plausible(at, NOW) is plausible
