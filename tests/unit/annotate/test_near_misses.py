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
    ],
)
def test_a_strike_is_told(language: str, title: str) -> None:
    assert EventKind.STRIKE in read_report(title, "", language, published_at=NOW).kinds
