"""Titles that say that a place was taken, or that it was not."""

from datetime import UTC, datetime

import pytest

from bot.annotate.reports import read_report
from bot.domain.reports import CueKind, EventKind, Report

AT = datetime(2026, 6, 5, tzinfo=UTC)
TAKEN = """
    en | Russia says it has taken Verkhnia Balka
    en | Russian forces seize Torske
    en | Moscow claims control of Torske
    en | Torske falls to Russian forces
    en | Ukrainian troops withdraw from Torske
    en | Russian flag over Torske
    ru | Военкоры: Торское взято
    ru | Минобороны РФ: занята Верхняя Балка
    ru | ВС РФ взяли Верхнюю Балку, заявили в Минобороны
    ru | Войска РФ вошли в Торское
    uk | Торське знову українське
    uk | Росіяни заявили, що взяли Торське
    de | Moskau beansprucht Torske
    pl | Torśke zajęte przez Rosjan
"""
HELD = """
    uk | Верхня Балка наша – речник
    uk | Генштаб: Торське під контролем України
    uk | Торське не під окупантами, заявили в бригаді
    uk | Ворог не контролює Торське – речник
    uk | Брехня про захоплення Торського: бригада показала відео
    uk | Росіяни видали бажане за дійсне: Торське не окуповане
    ru | Российская армия не контролирует Торское — ВСУ
    ru | Взятие Торского — ложь, заявили в бригаде
    en | Torske has not fallen, Ukrainian brigade says
    en | Ukraine says its troops hold Torske
    en | Russia does not control Torske, Ukrainian military says
    de | Torske laut ukrainischer Armee nicht gefallen
    pl | Torśke wciąż się broni
    pl | Rosjanie nie zajęli Torśkego, twierdzi Ukraina
"""
NEITHER = """
    en | Russia planning to seize Kharkiv
    en | Russian forces hold military drills near Sumy
    en | Russian troops take part in drills
    en | Police seize drugs in Sumy
    en | Soldiers hold back attack
    ru | Кредит взят под гарантии банка
    ru | Пожар взят под контроль
    ru | Директора завода взяли под стражу
    uk | Ситуацію контролює поліція
    uk | Нашого тренера звільнено
    de | Preise für Benzin gefallen
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(line.strip().split(" | ")) for line in table.strip().splitlines()]


def read(language: str, title: str) -> Report:
    return read_report(title, "", language, published_at=AT)


@pytest.mark.parametrize(("language", "title"), rows(TAKEN))
def test_what_was_taken(language: str, title: str) -> None:
    report = read(language, title)
    assert EventKind.CAPTURE in report.kinds
    assert not report.has_cue(CueKind.DENIAL)


@pytest.mark.parametrize(("language", "title"), rows(HELD))
def test_what_is_held_answers_who_claimed_it(language: str, title: str) -> None:
    report = read(language, title)
    assert EventKind.CAPTURE in report.kinds
    assert report.has_cue(CueKind.DENIAL)


@pytest.mark.parametrize(("language", "title"), rows(NEITHER))
def test_other_things_that_are_taken_or_held(language: str, title: str) -> None:
    report = read(language, title)
    assert EventKind.CAPTURE not in report.kinds
    assert not report.has_cue(CueKind.DENIAL)
