from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.model import Mode
from bot.route.digest import Ranked, arrange, comes_singly

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


def story(number: int, group: str = "UA-59", **what: int) -> Ranked:
    return Ranked(id=number, group=group, at=NOW + timedelta(minutes=number), **what)


def order(*stories: Ranked) -> list[int]:
    return [each.id for each in arrange(stories)]


def test_outlets_count_before_places_and_places_before_freshness() -> None:
    many = story(1, origins=4)
    near = story(2, precision=2)
    fresh = story(4, precision=1)
    older = story(3, precision=1)

    assert order(older, fresh, near, many) == [1, 2, 4, 3]


def test_stories_of_a_region_stand_together_and_the_rest_last() -> None:
    elsewhere = story(9, "", origins=9)
    weighty, light = story(1, "UA-63", origins=3), story(2, "UA-63")
    middle = story(3, "UA-59", origins=2)

    assert order(elsewhere, light, middle, weighty) == [1, 2, 3, 9]


@pytest.mark.parametrize(
    ("mode", "held", "singly"),
    [
        (Mode.NOW, 2, True),
        (Mode.NOW, 3, False),
        (Mode.SMART, 1, True),
        (Mode.DIGEST, 1, False),
    ],
)
def test_one_or_two_that_waited_come_singly(*, mode: Mode, held: int, singly: bool) -> None:
    assert comes_singly(mode, held) is singly
