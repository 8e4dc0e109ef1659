from datetime import UTC, date, datetime, time

import pytest

from bot.domain.model import DigestTimes, QuietHours
from bot.i18n.texts import named_zone
from bot.route.wall_clock import find_quiet_end, instant, last_slot, next_slot

KYIV, NEW_YORK = "Europe/Kyiv", "America/New_York"
MORNING = DigestTimes(times=(time(8),))


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)  # type: ignore[misc,arg-type]  # year to minute


@pytest.mark.parametrize(
    ("zone", "day", "clock", "at"),
    [
        pytest.param(KYIV, date(2026, 1, 5), time(8), utc(2026, 1, 5, 6), id="winter"),
        pytest.param(KYIV, date(2026, 7, 5), time(8), utc(2026, 7, 5, 5), id="summer"),
        pytest.param(
            KYIV,
            date(2026, 3, 29),
            time(3, 30),
            utc(2026, 3, 29, 1, 30),
            id="skipped: 04:30",
        ),
        pytest.param(
            KYIV, date(2026, 10, 25), time(3, 30), utc(2026, 10, 25, 0, 30), id="the first"
        ),
        pytest.param(
            NEW_YORK,
            date(2026, 3, 8),
            time(2, 30),
            utc(2026, 3, 8, 7, 30),
            id="skipped there",
        ),
        pytest.param(
            "Australia/Lord_Howe",
            date(2026, 10, 4),
            time(2, 15),
            utc(2026, 10, 3, 15, 45),
            id="half an hour is skipped: 02:45",
        ),
        pytest.param(
            "Nowhere/Land", date(2026, 1, 5), time(8), utc(2026, 1, 5, 8), id="UTC"
        ),
    ],
)
def test_a_time_of_day_is_an_instant(
    zone: str, day: date, clock: time, at: datetime
) -> None:
    assert instant(day, clock, named_zone(zone)) == at


def test_slots_follow_one_another_over_both_changes_of_the_clock() -> None:
    zone = named_zone(KYIV)

    spring = next_slot(MORNING, zone, utc(2026, 3, 28, 12))
    autumn = next_slot(MORNING, zone, utc(2026, 10, 24, 12))

    assert spring == (utc(2026, 3, 29, 5), "digest:2026-03-29T08:00+03:00")
    assert autumn == (utc(2026, 10, 25, 6), "digest:2026-10-25T08:00+02:00")


def test_weekdays_are_those_of_the_chats_clock() -> None:
    monday = DigestTimes(times=(time(8),), days=frozenset({0}))

    slot = next_slot(monday, named_zone("Pacific/Auckland"), utc(2026, 11, 22, 19))

    assert slot.at == utc(2026, 11, 29, 19)  # Monday 30 November, 08:00 there
    assert last_slot(monday, named_zone("Pacific/Auckland"), slot.at) == slot


@pytest.mark.parametrize(
    ("at", "end"),
    [
        pytest.param(utc(2026, 1, 5, 20, 59), None, id="22:59"),
        pytest.param(utc(2026, 1, 5, 21), utc(2026, 1, 6, 5), id="23:00"),
        pytest.param(utc(2026, 1, 6, 4, 59), utc(2026, 1, 6, 5), id="06:59"),
        pytest.param(utc(2026, 1, 6, 5), None, id="07:00"),
        pytest.param(utc(2026, 3, 28, 22), utc(2026, 3, 29, 4), id="a short night"),
        pytest.param(utc(2026, 10, 24, 21), utc(2026, 10, 25, 5), id="a long night"),
    ],
)
def test_quiet_hours_span_midnight(at: datetime, end: datetime | None) -> None:
    night = QuietHours(start=time(23), end=time(7))

    assert find_quiet_end(night, named_zone(KYIV), at) == end


def test_quiet_hours_of_the_afternoon() -> None:
    nap = QuietHours(start=time(13), end=time(15))

    assert find_quiet_end(nap, UTC, utc(2026, 1, 5, 14)) == utc(2026, 1, 5, 15)
    assert find_quiet_end(nap, UTC, utc(2026, 1, 5, 15)) is None


def test_nonsense_is_refused() -> None:
    with pytest.raises(ValueError, match="quiet hours"):
        QuietHours(start=time(7), end=time(7))
    with pytest.raises(ValueError, match="day of the week"):
        DigestTimes(days=frozenset())
    with pytest.raises(ValueError, match="not times"):
        DigestTimes(times=())
    with pytest.raises(ValueError, match="not times"):
        DigestTimes(days=frozenset({7}))
