from datetime import UTC, datetime, timedelta

import pytest

from bot.i18n import LANGUAGES, mark, pick, texts

NOON = datetime(2026, 11, 22, 12, 20, tzinfo=UTC)


@pytest.mark.parametrize(
    ("code", "language"),
    [
        pytest.param("uk", "uk", id="Ukrainian"),
        pytest.param("uk-UA", "uk", id="with a country"),
        pytest.param("RU", "ru", id="in capitals"),
        pytest.param("be", "ru", id="Belarusian readers read Russian"),
        pytest.param("en_US", "en", id="underscore"),
        pytest.param("de", "en", id="one that we do not have"),
        pytest.param(None, "en", id="Telegram does not say"),
        pytest.param("", "en", id="empty"),
    ],
)
def test_language_of_a_new_reader(code: str | None, language: str) -> None:
    assert pick(code) == language


def test_unknown_language_reads_english() -> None:
    assert texts("xx").language == "en"


def test_same_texts_are_made_once() -> None:
    assert texts("uk") is texts("uk")


def test_a_marked_message_stays_as_it_is() -> None:
    assert mark("Paused.") == "Paused."


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "just now"), ("uk", "щойно"), ("ru", "только что")],
)
def test_a_message_is_translated(language: str, expected: str) -> None:
    assert texts(language).gettext("just now") == expected


def test_unknown_message_is_said_in_english() -> None:
    assert texts("uk").gettext("No such message") == "No such message"
    assert texts("uk").ngettext("{n} foo", "{n} foos", 5) == "{n} foos"
    assert texts("uk").pgettext("verb", "No such message") == "No such message"


@pytest.mark.parametrize(
    ("language", "expected"),
    [("en", "22 Nov"), ("uk", "22 лист."), ("ru", "22 нояб.")],
)
def test_the_date_has_day_and_month(language: str, expected: str) -> None:
    assert texts(language).date(NOON, "Europe/Kyiv") == expected


def test_the_time_says_its_zone() -> None:
    assert texts("en").time(NOON, "Europe/Kyiv") == "14:20 Kyiv time"
    assert texts("uk").time(NOON, "Europe/Kyiv") == "14:20 за київським часом"
    assert texts("ru").time(NOON, "Europe/Kiev") == "14:20 по киевскому времени"
    assert texts("ru").time(NOON, "Europe/Moscow") == "15:20 UTC+3"
    assert texts("en").time(NOON, "Nowhere/At all") == "12:20 UTC"
    assert texts("en").time(NOON, "../etc/passwd") == "12:20 UTC"


def test_a_moment_of_today_needs_no_date() -> None:
    english = texts("en")

    assert english.moment(NOON, now=NOON, zone="Europe/Kyiv") == "14:20"


def test_today_ends_at_the_readers_midnight() -> None:
    late = datetime(2026, 11, 22, 22, 30, tzinfo=UTC)  # 00:30 on the 23rd in Kyiv

    assert texts("en").moment(NOON, now=late, zone="Europe/Kyiv") == "22 Nov, 14:20"
    assert texts("en").moment(NOON, now=late, zone=UTC) == "12:20"


def test_a_moment_that_would_be_taken_for_another_year_says_which() -> None:
    in_a_year = NOON + timedelta(days=366)

    assert texts("en").moment(in_a_year, now=NOON, zone=UTC) == "23 Nov 2027, 12:20"
    assert (
        texts("ru").moment(NOON, now=in_a_year, zone=UTC) == "22 нояб. 2026\u202fг., 12:20"
    )


@pytest.mark.parametrize(
    ("zone", "expected"),
    [
        ("Europe/Warsaw", "UTC+1"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("America/New_York", "UTC-5"),
        ("UTC", "UTC"),
    ],
)
def test_another_zone_is_an_offset(zone: str, expected: str) -> None:
    assert texts("en").zone(NOON, zone) == expected


@pytest.mark.parametrize(
    ("language", "age", "expected"),
    [
        ("en", timedelta(minutes=12), "12 min ago"),
        ("uk", timedelta(minutes=12), "12 хв тому"),
        ("ru", timedelta(minutes=12), "12 мин. назад"),
        ("en", timedelta(seconds=59), "just now"),
        ("en", timedelta(minutes=-5), "just now"),
        ("en", timedelta(days=3), "3 days ago"),
    ],
)
def test_age(language: str, age: timedelta, expected: str) -> None:
    assert texts(language).relative(age) == expected


@pytest.mark.parametrize(
    ("language", "length", "expected"),
    [
        ("en", timedelta(hours=2), "2 hours"),
        ("uk", timedelta(hours=2), "2 години"),
        ("uk", timedelta(hours=5), "5 годин"),
        ("ru", timedelta(hours=21), "21 час"),
        ("en", timedelta(minutes=90), "1 hour 30 minutes"),
        ("en", timedelta(seconds=5), "1 minute"),
        ("en", timedelta(days=1, hours=3), "1 day 3 hours"),
    ],
)
def test_duration(language: str, length: timedelta, expected: str) -> None:
    assert texts(language).duration(length) == expected


def test_lists_and_numbers() -> None:
    assert texts("en").join(["a", "b", "c"]) == "a, b and c"
    assert texts("uk").join(["а", "б"], last="or") == "а або б"
    assert texts("en").number(12345) == "12,345"
    assert texts("en").join([]) == ""


def test_each_language_has_its_own_plurals() -> None:
    forms = {
        language: texts(language).catalog.info()["plural-forms"] for language in LANGUAGES
    }

    assert "nplurals=2" in forms["en"]
    assert "nplurals=3" in forms["uk"]
    assert "nplurals=3" in forms["ru"]
