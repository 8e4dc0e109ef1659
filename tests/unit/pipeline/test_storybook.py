from datetime import timedelta

import pytest
from instants import NOW

from bot.pipeline.storybook import BREAKING_WINDOW, find_breaking
from bot.store.stories import KeySighting

SECOND = timedelta(seconds=1)


def told(
    publisher: str,
    *,
    feed: int = 1,
    country: str | None = "UA",
    ago: timedelta = SECOND,
    key: str = "t:1",
) -> KeySighting:
    return KeySighting(
        story_id=1,
        key=key,
        feed_id=feed,
        publisher=publisher,
        country=country,
        seen_at=NOW - ago,
    )


A, B, C = told("A"), told("B", country="RU"), told("C", country="PL")


@pytest.mark.parametrize(
    ("before", "own", "countries"),
    [
        pytest.param([], [C], "", id="the first to tell it"),
        pytest.param([A], [C], "", id="two"),
        pytest.param([A, B], [C], "PL RU UA", id="three"),
        pytest.param([A, B, C], [told("D")], "", id="the fourth comes after the breaking"),
        pytest.param([A, B, C], [C], "", id="the third once more"),
        pytest.param([A, B], [B], "", id="one of the two once more"),
        pytest.param([A, told("A", feed=2)], [C], "", id="two feeds of one publisher"),
        pytest.param([A, told("A", key="u:1")], [C], "", id="two keys of one entry"),
        pytest.param([A, B], [C, told("C", key="u:1")], "RU UA PL", id="own two keys"),
        pytest.param(
            [told("", feed=1), told("", feed=2)], [told("", feed=3)], "UA", id="no names"
        ),
        pytest.param(
            [told("", feed=1), told("", feed=1)], [told("", feed=3)], "", id="same feed"
        ),
        pytest.param(
            [told("A", ago=BREAKING_WINDOW), B], [C], "UA RU PL", id="just within"
        ),
        pytest.param([told("A", ago=BREAKING_WINDOW + SECOND), B], [C], "", id="too old"),
        pytest.param(
            [told("A", ago=BREAKING_WINDOW * 2), told("D"), B], [C], "UA RU PL", id="again"
        ),
        pytest.param(
            [A, told("A", ago=BREAKING_WINDOW * 2, country="BY"), B],
            [C],
            "UA RU PL",
            id="the country of one who told it long ago",
        ),
        pytest.param([A, B], [told("C", country=None)], "UA RU", id="no country"),
        pytest.param(
            [told("A", country=None), told("B", country=None)],
            [told("C", country=None)],
            "",
            id="no country at all",
        ),
    ],
)
def test_a_story_breaks_with_the_third_publisher_within_the_window(
    before: list[KeySighting], own: list[KeySighting], countries: str
) -> None:
    assert find_breaking(before, own, NOW) == frozenset(countries.split())
