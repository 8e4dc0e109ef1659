"""What a report changes in the story that it joins, and what only repeats it."""

from datetime import UTC, datetime, timedelta

import pytest
from heard_reports import hear_report

from bot.dedupe.features import Features
from bot.dedupe.story_state import StoryState
from bot.dedupe.updates import decide_update

MORNING = datetime(2026, 3, 2, 7, tzinfo=UTC)


def report(language: str, title: str, summary: str = "", *, minutes: int = 0) -> Features:
    at = MORNING + timedelta(minutes=minutes)
    return hear_report(title, summary, language, at=at, feed_id=0)


def change(new: Features, *before: Features) -> str | None:
    story = StoryState(id=7, first_at=MORNING, last_at=MORNING)
    for each in before:
        story.add(each, each.terms)
    update = decide_update(new, story)
    return None if update is None else update.kind


LEAK = report("uk", "Після удару по заводу в Полтаві стався витік аміаку")
AIRLINE = report("en", "Plant denies ammonia leak after strike on Poltava", minutes=30)
MINISTRY = report(
    "uk", "Міноборони заперечило витік аміаку після удару по Полтаві", minutes=60
)


def test_whoever_denies_it_first_is_heard() -> None:
    assert change(AIRLINE, LEAK) == "denial"
    assert change(AIRLINE, LEAK, AIRLINE) is None


def test_an_office_is_heard_beside_somebody_unknown_but_not_the_reverse() -> None:
    assert change(MINISTRY, LEAK, AIRLINE) == "denial"
    assert change(AIRLINE, LEAK, MINISTRY) is None


def test_a_denial_in_a_story_of_no_event_is_no_news() -> None:
    album = report("en", "Singer is said to record a new album")

    assert change(report("en", "Singer denies recording an album"), album) is None


@pytest.mark.parametrize(
    ("first", "second", "kind"),
    [
        (
            ("ru", "Из плена вернулись 150 военнослужащих – Минобороны"),
            ("uk", "Обмін відбувся: вдома 150 захисників", "Зеленський показав кадри."),
            None,  # who shows says nothing
        ),
        (
            ("ru", "Из плена вернулись 150 военнослужащих – Минобороны"),
            ("uk", "Обмін відбувся: вдома 150 захисників", "Президент оприлюднив кадри."),
            "confirmation",
        ),
        (
            ("ru", "Из плена вернулись 150 военнослужащих – Минобороны"),
            ("ru", "Кремль заявил об обмене пленными: вернулись 150 военнослужащих"),
            None,
        ),
        (
            ("uk", "Президент: додому з полону повернулися 150 захисників"),
            ("uk", "Обмін відбувся: вдома 150 захисників", "Президент оприлюднив кадри."),
            None,
        ),
        (
            ("uk", "Дрон упав біля Охтирки"),
            ("uk", "Ще один дрон упав під Конотопом", "Перший знайшли біля Охтирки."),
            "place",
        ),
        (
            ("uk", "Ізмаїл: прильоти в районі порту"),
            ("uk", "Кілія: удар по зерноскладу", "Крім Ізмаїла, дрони влучили і тут."),
            "place",
        ),
        (
            ("uk", "Дрон упав біля Охтирки", "Сталося це вночі."),
            ("uk", "Один дрон упав біля Охтирки"),
            None,
        ),
        (
            ("ru", "Обломки упали на завод в Афипском – оперштаб"),
            ("uk", "Місцева влада визнала пожежу на заводі в Афіпському"),
            None,
        ),
        (
            ("uk", "Генштаб: уражено завод в Афіпському"),
            ("ru", "Власти признали пожар на заводе в Афипском"),
            "confirmation",
        ),
    ],
)
def test_who_is_the_second_side_and_what_is_another_place(
    first: tuple[str, ...], second: tuple[str, ...], kind: str | None
) -> None:
    assert change(report(*second, minutes=30), report(*first)) == kind


def test_all_victims_of_a_report_are_told_the_gravest_first() -> None:
    first = report("en", "Drone attack on Sumy injures five", minutes=0)
    second = report("en", "Drone attack on Sumy kills two, injures nine", minutes=40)
    story = StoryState(id=7, first_at=MORNING, last_at=MORNING)
    story.add(first, first.terms)

    update = decide_update(second, story)

    assert update is not None
    assert update.detail == "killed:0:2;wounded:5:9"
    assert update.reason == "killed: 0 → 2, wounded: 5 → 9"


def test_a_pilot_who_was_killed_is_not_killed_anew_as_a_soldier() -> None:
    crash = report("en", "MiG-29 pilot killed in crash near Myrhorod")
    again = report("en", "Fighter pilot killed near Myrhorod", minutes=40)
    more = report("en", "Two soldiers killed in crash near Myrhorod", minutes=40)

    assert change(again, crash) is None
    assert change(more, crash) == "casualties"
