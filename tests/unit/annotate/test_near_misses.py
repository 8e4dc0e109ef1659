"""Words for an attack beside a word that makes them none."""

from datetime import UTC, datetime

import pytest

from bot.annotate.reports import read_report
from bot.domain.reports import EventKind

NOW = datetime(2026, 3, 2, 7, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Bomb threat empties mall"),
        ("en", "Wartime bomb found at building site"),
        ("de", "Bombendrohung gegen Gericht"),
        ("pl", "Alarm bombowy w sądzie"),
        ("uk", "Знайшли авіабомбу часів Другої світової"),
        ("ru", "Пастух погиб от удара молнии"),
        ("en", "Shepherd struck dead by lightning"),
        ("en", "Bulk carrier strikes mine off Chornomorsk"),
        ("en", "Outage is not linked to the strike, operator says"),
        ("uk", "Місто без світла, атакою це не пов’язано"),
        ("ru", "Авария на подстанции не связана с ночным ударом"),
        ("ru", "Энергетики исключили влияние ночной атаки"),
    ],
)
def test_no_strike_is_told(language: str, title: str) -> None:
    assert EventKind.STRIKE not in read_report(title, "", language, published_at=NOW).kinds


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Bomb hits mall without warning"),
        ("en", "Bombs fall on Kharkiv, residents had no alert"),
        ("uk", "Авіабомба влучила у суд"),
        ("ru", "Удар по Токмаку"),
        ("de", "Bomben auf Charkiw"),
        ("en", "Missile struck the port of Odesa"),
        ("en", "Missile strike hits coal mine"),
        ("en", "Police have not ruled out a missile strike"),
        ("ru", "Исключительно мощный удар по порту"),
        ("uk", "Знеструмлення пов’язане з нічним ударом"),
    ],
)
def test_a_strike_is_told(language: str, title: str) -> None:
    assert EventKind.STRIKE in read_report(title, "", language, published_at=NOW).kinds
