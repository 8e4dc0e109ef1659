from datetime import UTC, date, datetime

import pytest

from bot.annotate.claims import MANY
from bot.annotate.reports import read_report
from bot.domain.reports import CueKind, EventKind, Quantity, Report

AT = datetime(2025, 5, 14, 9, 0, tzinfo=UTC)  # a Wednesday


def read(title: str, summary: str = "", language: str = "en") -> Report:
    return read_report(title, summary, language, published_at=AT)


def test_a_list_of_further_reading_is_not_the_news() -> None:
    report = read("Roof on fire in Orlivka", "Nobody was hurt. Also read: Bomb kills nine")

    assert [toll.low for toll in report.tolls] == [0]


def test_a_denial_by_somebody_known_is_certain() -> None:
    report = read("Kremlin denies strike on hospital", "Nothing was hit, it said.")

    assert report.has_cue(CueKind.DENIAL)


def test_the_kinds_meet_over_languages() -> None:
    texts = {
        "en": "Drone attack sets oil depot on fire",
        "uk": "Дрони влучили у нафтобазу, почалася пожежа",
        "ru": "После атаки БПЛА загорелась нефтебаза",
        "de": "Drohnen treffen Öllager, Feuer ausgebrochen",
        "pl": "Drony uderzyły w skład paliw, wybuchł pożar",
    }

    for language, title in texts.items():
        assert {EventKind.DRONE, EventKind.FIRE} <= read(title, "", language).kinds


@pytest.mark.parametrize(
    ("kind", "language", "title"),
    [
        (EventKind.DERAILMENT, "en", "Freight train derails near the border"),
        (EventKind.DERAILMENT, "ru", "С рельсов сошли вагоны товарного поезда"),
        (EventKind.DERAILMENT, "uk", "Вантажний потяг зійшов із рейок"),
        (EventKind.EXCHANGE, "uk", "Україна повернула з полону 84 військових"),
        (EventKind.EXCHANGE, "ru", "Из плена возвращены 84 военнослужащих"),
        (EventKind.CAPTURE, "ru", "Российские войска взяли Дубровку"),
        (EventKind.FLOOD, "uk", "Через зливи підтопило сорок дворів"),
        (EventKind.STRIKE, "uk", "Уражено склад боєприпасів"),
    ],
)
def test_a_kind_is_read_in_each_language(
    kind: EventKind, language: str, title: str
) -> None:
    assert kind in read(title, "", language).kinds


def test_quantities_are_the_same_in_words_and_digits_and_languages() -> None:
    for title, language in (
        ("Air defence downed twelve drones", "en"),
        ("Сили ППО збили 12 дронів", "uk"),
        ("Силы ПВО сбили двенадцать беспилотников", "ru"),
    ):
        assert Quantity(value=12, unit="drones") in read(title, "", language).quantities


def test_days_are_counted_from_the_publication() -> None:
    report = read("Depot burned down", "The fire broke out on 12 May, late on Monday.")

    assert report.occasion.days == {date(2025, 5, 12)}
    assert report.occasion.weekdays == {0}


def test_a_naive_instant_is_refused() -> None:
    with pytest.raises(ValueError, match="aware"):
        read_report("", "", "en", published_at=AT.replace(tzinfo=None))


def test_nothing_is_found_in_nothing() -> None:
    assert read("", "") == Report()


@pytest.mark.parametrize(
    "word", ["said", "Ukraine says", "two killed, ", "a man and ", "5 "]
)
def test_a_page_of_one_word_is_read_in_part(word: str) -> None:
    report = read("Long page", word * 5_000)

    assert len(report.claims) <= MANY
    assert all(toll.end < 20_000 for toll in report.tolls)
