"""What is said of feeds fits Telegram in each language, whatever is known of a feed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.chat import admin_feeds_view, admin_view, feeds_view
from bot.chat.request import MAX_DATA
from bot.chat.view import Reader, reader_of
from bot.deliver.plain import units
from bot.domain.errors import Fault
from bot.domain.model import Chat, FeedSpec, FeedState, Move, Outgoing, Rhythm, Trust
from bot.i18n import LANGUAGES
from bot.pipeline.feed_states import Condition, FeedHealth, judge_state
from bot.pipeline.status import Overview

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
EVERYTHING = FeedState(
    id=2**31,
    spec=FeedSpec(
        url="https://ann:secret@example.org/" + "x" * 1900,
        title="Ї" * 200,
        publisher="P" * 200,
        language="uk",
        country="UA",
        tags=("t" * 200, "u" * 200),
    ),
    next_poll_at=NOW + timedelta(days=300),
    last_polled_at=NOW - timedelta(days=300),
    last_success_at=NOW - timedelta(days=300),
    failures=123_456,
    fault=Fault.FORBIDDEN,
    failing_since=NOW - timedelta(days=300),
    last_error="the server refuses us " * 50,
    rhythm=Rhythm(
        average_gap=timedelta(days=2, hours=3, minutes=5),
        longest_gap=timedelta(days=20, hours=3, minutes=5),
        gaps=10**6,
        since=NOW - timedelta(days=900),
        last_new_at=NOW - timedelta(days=300),
    ),
    move=Move(
        url="https://new.example/" + "y" * 1900, since=NOW - timedelta(days=9), polls=9
    ),
    trust=Trust(lies=True),
    possible_gaps=10**6,
    last_gap_at=NOW - timedelta(days=300),
)
CROWDED = [
    replace(judge_state(EVERYTHING, now=NOW), silence=timedelta(days=99, minutes=1))
] * 40
OVERVIEW = Overview(
    feeds=40,
    failing=40,
    unread=0,
    last_success_at=None,
    newest_entry_at=NOW,
    waiting=10**9,
    dead=10**9,
    waiting_since=NOW - timedelta(days=99),
    outage=(NOW - timedelta(hours=3), NOW - timedelta(hours=1)),
)


def reader(language: str) -> Reader:
    return reader_of(Chat(id=1, telegram_id=7, language=language), NOW)


def messages(healths: list[FeedHealth], language: str) -> list[Outgoing]:
    to = reader(language)
    return [
        feeds_view.listing(healths, to, 0, heard={1}),
        admin_feeds_view.feeds(healths, to, 1),
        admin_feeds_view.feed(healths[0], to, 7),
        admin_view.health(OVERVIEW, healths, to, unknown="?" * 4000),
        admin_view.not_for_you(to),
    ]


def test_health_says_what_waits_and_when_telegram_was_away() -> None:
    shown = admin_view.health(OVERVIEW, [], reader("en")).plain

    assert "Oldest message waiting: 3 mo ago" in shown
    assert "Telegram was out of reach for 2 hours; back: 1 hr ago" in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_longest_messages_fit_telegram(language: str) -> None:
    for made in messages(CROWDED, language):
        data = [button.data or "" for row in made.buttons for button in row]

        assert units(made.plain) < 4096
        assert not made.plain.endswith("…"), "nothing was cut off"
        assert max(len(each.encode()) for each in data) <= MAX_DATA
        assert "secret" not in made.html


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("condition", Condition)
def test_each_word_has_a_symbol_and_each_language_its_own(
    condition: Condition, language: str
) -> None:
    health = FeedHealth(
        feed=replace(EVERYTHING, failures=0, spec=FeedSpec(url="https://a.b/", title="A")),
        condition=condition,
        since=NOW if condition in feeds_view.SINCE else None,
    )

    told = feeds_view.listing([health], reader(language), 0, heard={1}).plain

    assert f"{feeds_view.SYMBOLS[condition]} A · " in told
    word = feeds_view.state(health, reader(language))
    english = feeds_view.state(health, reader("en"))
    assert (word == english) == (language == "en")


def test_a_poll_that_is_due_is_now_and_an_old_gap_has_no_time() -> None:
    feed = replace(EVERYTHING, next_poll_at=NOW, possible_gaps=1, last_gap_at=None)

    told = admin_feeds_view.feed(judge_state(feed, now=NOW), reader("en"), 0).plain

    assert "; next poll: now\n" in told
    assert "\n1 possible gap between polls\n" in told
    assert "Longest silence: 20 days" in told
