from datetime import UTC, datetime, timedelta

import pytest

from bot.dedupe.story import StoryCandidate, StoryChoice, choose_story, story_keys

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)
TITLE = "three people injured in belgorod after a drone attack"
LINK = "//news.example/1.html"
U, T = story_keys(title_key=TITLE, url_key=LINK)


def row(
    story_id: int = 1,
    *,
    key: str = T,
    feed_id: int = 1,
    hours: float = 1,
) -> StoryCandidate:
    seen_at = NOW - timedelta(hours=hours)
    return StoryCandidate(story_id=story_id, key=key, feed_id=feed_id, seen_at=seen_at)


def choose(*rows: StoryCandidate, title: str = TITLE, feed_id: int = 2) -> StoryChoice:
    keys = story_keys(title_key=title, url_key=LINK)
    return choose_story(
        keys=keys, candidates=rows, feed_id=feed_id, title_key=title, now=NOW
    )


def test_keys_are_of_link_and_title() -> None:
    assert (U[:2], T[:2], len(U), len(T)) == ("u:", "t:", 34, 34)


@pytest.mark.parametrize(
    "title",
    [
        pytest.param("air raid alert", id="three words"),
        pytest.param("a b c d e f g h i", id="short"),
    ],
)
def test_short_titles_name_no_event(title: str) -> None:
    _, own = keys = story_keys(title_key=title, url_key=LINK)

    assert keys[0] == U
    assert own.startswith("o:")
    choice = choose(row(key=own, feed_id=1), title=title, feed_id=2)
    assert (choice.story_id, choice.is_refused, choice.barred) == (None, False, frozenset())


def test_short_title_bars_the_stories_in_which_its_feed_had_it() -> None:
    title = "air raid alert"
    _, own = story_keys(title_key=title, url_key=LINK)
    rows = [
        row(1, key=own, feed_id=2),
        row(2, key=own, feed_id=1),
        row(3, key=own, feed_id=2, hours=73),
        row(4, key="o:other", feed_id=2),
    ]

    choice = choose(*rows, title=title, feed_id=2)

    assert (choice.story_id, choice.is_refused) == (None, False)
    assert choice.barred == {1}


def test_no_title_has_no_key() -> None:
    assert story_keys(title_key="", url_key=LINK) == (U,)


def test_a_homepage_names_no_event() -> None:
    assert story_keys(title_key=TITLE, url_key=LINK, homepage=True) == (T,)
    assert story_keys(title_key=TITLE) == (T,)


@pytest.mark.parametrize(
    ("key", "reason"),
    [(T, "same title in another feed"), (U, "same link in another feed")],
)
def test_another_feeds_entry_joins_for_72_hours(key: str, reason: str) -> None:
    assert choose(row(key=key, hours=72)) == StoryChoice(story_id=1, reason=reason)
    assert choose(row(key=key, hours=72.1)).story_id is None


def test_without_a_common_key_a_story_begins() -> None:
    assert choose() == StoryChoice(story_id=None, reason="no story with its link or title")
    assert choose(row(key="t:other")).story_id is None


def test_the_same_feed_never_joins_its_own_story() -> None:
    choice = choose(row(feed_id=2), row(feed_id=1))

    assert choice.story_id is None
    assert choice.reason == "this feed is in that story already, so it is another event"


def test_a_feed_that_is_in_the_story_by_another_key_does_not_join_again() -> None:
    assert choose(row(feed_id=1), row(feed_id=2, key="u:other")).story_id is None


def test_the_daily_title_of_a_publisher_with_two_feeds_is_one_story_a_day() -> None:
    yesterday = [row(1, feed_id=1, hours=25), row(1, feed_id=2, hours=24)]

    assert choose(*yesterday, row(2, feed_id=1, hours=1)).story_id == 2
    assert choose(*yesterday).story_id is None


def test_the_newest_story_is_joined() -> None:
    assert choose(row(1, hours=3), row(3, hours=1), row(2, hours=2)).story_id == 3


def test_a_title_that_opened_several_stories_joins_only_a_recent_one() -> None:
    rows = [row(1, hours=40), row(2, hours=16)]

    choice = choose(*rows)

    assert choice.story_id is None
    assert choice.reason == "the title comes again and again, and the last time is long ago"
    assert choose(*rows, row(3, hours=12)).story_id == 3


@pytest.mark.parametrize(
    "title",
    [
        "operational information as of 08:00 on the front",
        "situation in the region on 02.03.2026 in brief",
        "situation in the region on 2026-03-02 in brief",
        "situation in the region on 2nd of march in brief",
        "losses of the enemy march 2 in short figures",
        "втрати ворога на 2 березня за даними генштабу",
        "сводка о ситуации в области на 2 марта",
        "shelling of the sumy region over the past day",
        "обстріли сумської області за минулу добу",
        "ситуация в области по состоянию на утро",
        "russia's war in ukraine: latest live updates",
    ],
)
def test_titles_with_a_time_or_a_day_join_only_within_12_hours(title: str) -> None:
    key = story_keys(title_key=title)[0]

    assert choose(row(key=key, hours=12), title=title).story_id == 1
    assert choose(row(key=key, hours=12.1), title=title).story_id is None


def test_a_link_joins_although_the_title_is_a_daily_one() -> None:
    title = "operational information as of 08:00 on the front"

    assert choose(row(key=U, hours=20), title=title).story_id == 1


def test_the_title_decides_if_the_link_leads_to_an_own_story() -> None:
    assert choose(row(1, key=U, feed_id=2), row(2, key=T)).story_id == 2


def test_what_comes_from_the_future_is_no_candidate() -> None:
    assert choose(row(hours=-1)).story_id is None
