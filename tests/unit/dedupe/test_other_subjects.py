"""Two events of one town within an hour, and one that two outlets tell."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.annotate.about import annotate
from bot.annotate.reports import read_report
from bot.dedupe.features import Features, features_of
from bot.dedupe.other_subjects import is_about_another
from bot.dedupe.story_state import StoryState

MORNING = datetime(2026, 3, 2, 7, tzinfo=UTC)


def report(text: str, minutes: int = 0) -> Features:
    language, title = text.split("|")
    at = MORNING + timedelta(minutes=minutes)
    return features_of(
        title=title,
        summary="",
        annotation=annotate(title, "", language),
        report=read_report(title, "", language, published_at=at),
        published_at=at,
        language=language,
    )


def is_another(first: str, second: str) -> bool:
    told = report(first)
    story = StoryState(id=7, first_at=told.published_at, last_at=told.published_at)
    story.add(told, told.terms)
    return is_about_another(report(second, 50), story)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("en|Sawmill burns in Poltava", "uk|У Полтаві горить суха трава"),
        ("ru|В Казани задержали священника", "en|Drug dealer arrested in Kazan"),
        ("en|Surgeon jailed in Odesa", "uk|В Одесі блогера засудили за допис"),
        ("en|Boy drowns in Izmail", "uk|Двоє рибалок потонули в Ізмаїлі"),
        ("uk|У Сумах дрон влучив у цирк", "ru|Дрон попал в заправку в Сумах"),
        ("uk|У Сумах сім'я отруїлася грибами", "uk|У Сумах отруїлися 30 школярів"),
        # An attack does not do what a bear or lightning does.
        ("ru|Медведь убил женщину в Сумах", "ru|Удар дрона по Сумам, погибла женщина"),
        ("ru|Удар дрона по Сумам, погиб мужчина", "ru|В Сумах утонул мужчина"),
    ],
)
def test_who_or_what_tells_two_events_apart(first: str, second: str) -> None:
    assert is_another(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("en|Teacher killed in Sumy", "uk|У Сумах загинула жінка"),
        ("en|Two hurt in crash in Sumy", "uk|У Сумах автобус збив велосипедиста"),
        # Outlets name other victims of one attack, and whoever speaks.
        ("uk|Удар по Сумах, загинув лікар", "ru|Удар по Сумам: погибла учительница"),
        ("en|Fire in Sumy, mayor says", "uk|У Сумах горить пилорама, повідомив губернатор"),
        # What happened, and what it befell.
        ("ru|Взрыв газа в Сумах", "en|Apartment building destroyed in blast in Sumy"),
        # A court is not what its sentences are of, nor is the prison.
        (
            "ru|Суд в Казани осудил шпиона на 15 лет",
            "en|Kazan court jails man for 15 years",
        ),
        ("en|Blast at chemical plant in Sumy", "uk|Вибух на фабриці в Сумах"),
        # Another town's is told by the town.
        ("en|Sawmill burns in Poltava", "uk|У Сумах горить суха трава"),
    ],
)
def test_what_may_be_one_event_is_not_kept_apart(first: str, second: str) -> None:
    assert not is_another(first, second)
