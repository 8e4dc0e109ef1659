"""What is read of a feed's entries: all of what may be told, less of what is long past."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.model import FeedSpec, ParsedEntry, ParsedFeed
from bot.pipeline.prepare import Prepared, key_all, prepare_unseen

NOW = datetime(2026, 3, 20, 12, tzinfo=UTC)
SPEC = FeedSpec(url="https://example.org/feed")


def prepared(age: timedelta | None, *, is_first_poll: bool) -> Prepared:
    entry = ParsedEntry(
        guid="one",
        link="https://example.org/one",
        title="Five people were killed in Kharkiv, the mayor says",
        summary="",
        published_at=None if age is None else NOW - age,
    )
    feed = ParsedFeed(title="News", language="en", entries=(entry,))
    fetch = key_all(feed, SPEC)
    return prepare_unseen(fetch, frozenset(), SPEC, NOW, is_first_poll=is_first_poll)[0]


@pytest.mark.parametrize(
    ("age", "is_first_poll"),
    [
        pytest.param(timedelta(days=11), False, id="late, but it may be told"),
        pytest.param(timedelta(days=9), True, id="its story may still be told"),
        pytest.param(None, True, id="without a date it is of now"),
    ],
)
def test_what_may_matter_to_what_is_told_is_read_whole(
    *, age: timedelta | None, is_first_poll: bool
) -> None:
    found = prepared(age, is_first_poll=is_first_poll)

    assert [toll.low for toll in found.features.report.tolls] == [5]
    assert found.statements


def test_what_was_long_past_at_the_first_poll_is_found_by_its_places_and_words() -> None:
    found = prepared(timedelta(days=11), is_first_poll=True)

    assert found.features.report.tolls == ()
    assert found.statements == ()
    assert "UA-63" in found.annotation.about
    assert "killed" in found.distinct
    assert found.features.terms == prepared(None, is_first_poll=True).features.terms


def test_a_local_outlet_means_the_village_of_its_region() -> None:
    entry = ParsedEntry(guid="one", link=None, title="Удар по Степанівці", summary="")
    feed = ParsedFeed(title="Новини", language="uk", entries=(entry,))
    spec = FeedSpec(url="https://example.org/feed", country="UA", tags=("UA-59",))

    found = prepare_unseen(key_all(feed, spec), frozenset(), spec, NOW)[0]

    assert found.annotation.regions == ("UA-59",)
