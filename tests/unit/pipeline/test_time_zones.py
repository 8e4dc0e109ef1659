from datetime import UTC, datetime

import pytest

from bot.pipeline.time_zones import find_zones, find_zones_at, is_zone, zone_city

NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("Europe/Kyiv", "Europe/Kyiv"),
        ("europe/kiev", "Europe/Kyiv"),
        ("Київ", "Europe/Kyiv"),
        ("Киев", "Europe/Kyiv"),
        ("Kherson", "Europe/Kyiv"),
        ("Харків", "Europe/Kyiv"),
        ("Warsaw", "Europe/Warsaw"),
        ("Варшава", "Europe/Warsaw"),
        ("Варшва", "Europe/Warsaw"),
        ("Munich", "Europe/Berlin"),
        ("new york", "America/New_York"),
        ("нью йорк", "America/New_York"),
        ("UTC", "UTC"),
        ("EST", "EST"),
        ("МСК", "Europe/Moscow"),
        ("по МСК", "Europe/Moscow"),
        ("київський час", "Europe/Kyiv"),
        ("по московскому времени", "Europe/Moscow"),
        ("EEST", "Europe/Kyiv"),
        ("Poland", "Europe/Warsaw"),
        ("Israel", "Asia/Jerusalem"),
    ],
)
def test_a_zone_is_known_by_its_name_or_a_city(typed: str, zone: str) -> None:
    assert find_zones(typed, NOW) == (zone,)


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("UTC+2", "Europe/Kyiv", "Etc/GMT-2"),
        ("+1", "Europe/Warsaw", "Etc/GMT-1"),
        ("utc-05:00", "America/New_York", "Etc/GMT+5"),
        ("+5:30", "Asia/Kolkata", "Asia/Colombo"),
    ],
)
def test_an_offset_is_offered_as_the_places_that_have_it(
    typed: str, first: str, last: str
) -> None:
    found = find_zones(typed, NOW)

    assert (found[0], found[-1]) == (first, last)


def test_of_a_country_with_several_zones_the_nearest_comes_first() -> None:
    assert find_zones("Boston", NOW)[:2] == ("America/New_York", "America/Chicago")
    assert set(find_zones("Sevastopol", NOW)) == {"Europe/Kyiv", "Europe/Simferopol"}


@pytest.mark.parametrize("typed", ["", "blah", "UTC+99", "🙂", "Omks", "\ud800", "x" * 900])
def test_what_is_no_zone_finds_none(typed: str) -> None:
    assert find_zones(typed, NOW) == ()


def test_a_location_has_a_zone() -> None:
    assert find_zones_at(50.0, 36.2) == ("Europe/Kyiv",)
    assert find_zones_at(0.0, 0.0) == ()


@pytest.mark.parametrize(
    ("zone", "language", "city"),
    [
        ("Europe/Kyiv", "uk", "Київ"),
        ("Europe/Warsaw", "ru", "Варшава"),
        ("America/New_York", "en", "New York"),
        ("Etc/GMT-2", "uk", "UTC+2"),
    ],
)
def test_a_zone_is_called_by_its_city(zone: str, language: str, city: str) -> None:
    assert zone_city(zone, language) == city
    assert is_zone(zone)
