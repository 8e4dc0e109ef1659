"""A place in the news with one story: what both name is enough there, and nowhere else."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from heard_reports import hear_report, tell_story

from bot.dedupe.features import Features
from bot.dedupe.quiet import Quiet, find_quiet, is_only_news

MORNING = datetime(2026, 3, 2, 7, tzinfo=UTC)


def report(
    title: str, summary: str = "", *, language: str, feed: int, hours: float = 0
) -> Features:
    at = MORNING + timedelta(hours=hours)
    return hear_report(title, summary, language, at=at, feed_id=feed)


DEPOT = report(
    "У Льгові пошкоджено тепловоз", "Потяги затримуються.", language="uk", feed=1
)
STORY = tell_story(1, DEPOT)
LATER = report("Льгов: на путях стоит поезд", language="ru", feed=2, hours=3)


def test_what_both_name_tells_of_the_only_story_of_a_town() -> None:
    assert is_only_news(LATER, STORY, 0.0, find_quiet(LATER, [STORY]))


def test_a_town_with_two_stories_of_the_day_is_not_quiet() -> None:
    school = tell_story(2, report("У Льгові відкрили школу", language="uk", feed=3))

    assert not is_only_news(LATER, STORY, 0.0, find_quiet(LATER, [STORY, school]))
    late = replace(LATER, published_at=MORNING + timedelta(hours=11))
    yesterday = tell_story(3, report("Льгов без газа", language="ru", feed=3, hours=-14))
    assert find_quiet(late, [STORY, yesterday]) == find_quiet(late, [STORY])


def test_nothing_is_quiet_where_nothing_is_told() -> None:
    assert find_quiet(LATER, []) == Quiet()


@pytest.mark.parametrize(
    ("new", "alike"),
    [
        (replace(LATER, feed_id=1), 0.0),  # its own outlet tells the next event
        (replace(LATER, published_at=MORNING + timedelta(hours=13)), 0.0),
        (report("Льгов: закрыта школа", language="ru", feed=2, hours=3), 0.0),
        (report("Льгов: потяг без світла", language="uk", feed=2, hours=3), 0.1),
        (report("Дрон ударил по поезду в Льгове", language="ru", feed=2, hours=3), 0.0),
        (
            report("Льгов: в поезде ранен машинист", language="ru", feed=2, hours=3),
            0.0,
        ),
    ],
)
def test_what_may_be_news_is_told(new: Features, alike: float) -> None:
    """Another thing, other words of one language, an attack, the first who was hurt."""
    assert not is_only_news(new, STORY, alike, find_quiet(new, [STORY]))


def test_words_that_are_a_little_alike_do_in_one_language() -> None:
    new = report("Льгов: потяг без світла", language="uk", feed=2, hours=3)

    assert is_only_news(new, STORY, 0.2, find_quiet(new, [STORY]))


def test_the_dead_are_of_the_only_attack_there_that_had_victims() -> None:
    strike = report("Удар по Льгову: ранены трое", language="ru", feed=1)
    dead = report(
        "Двоє загиблих", "У Льгові дістали тіла з-під завалів.", language="uk", feed=2
    )
    story = tell_story(1, strike)

    assert is_only_news(dead, story, 0.0, find_quiet(dead, [story]))
    assert not is_only_news(dead, STORY, 0.0, find_quiet(dead, [STORY]))


def test_a_bridge_that_is_bombed_is_none_that_is_repaired() -> None:
    bombed = report("Россияне разрушили мост в Льгове авиабомбой", language="ru", feed=1)
    closed = report("У Льгові закрили аварійний міст на ремонт", language="uk", feed=2)
    story = tell_story(1, bombed)

    assert not is_only_news(closed, story, 0.0, find_quiet(closed, [story]))
