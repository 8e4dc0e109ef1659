"""``/feeds`` for everybody, ``/admin`` for the admins of the bot."""

from datetime import timedelta
from typing import Any

from chat_client import ADMIN, ANN, GROUP, NOW, ChatClient, buttons
from sqlalchemy import insert

from bot.domain.errors import Fault
from bot.store import schema


async def add(chat: ChatClient, title: str, **columns: Any) -> None:
    """Put a healthy feed into the store, but for `columns`."""
    values = {
        "url": f"https://{title.lower().replace(' ', '-')}.example/rss",
        "site": f"{title.lower()}.example",
        "title": title,
        "publisher": "",
        "country": "UA",
        "tags": [],
        "hosts": [],
        "interval_seconds": 300,
        "time_zone": "UTC",
        "enabled": True,
        "next_poll_at": NOW + timedelta(minutes=4),
        "last_polled_at": NOW - timedelta(minutes=1),
        "last_success_at": NOW - timedelta(minutes=1),
    }
    async with chat.store.write() as tx:
        await tx.execute(insert(schema.feed).values(values | columns))


FAILING = {
    "failures": 12,
    "fault": Fault.FORBIDDEN,
    "failing_since": NOW - timedelta(hours=3),
    "last_error": "the server refuses us (status 403)",
    "next_poll_at": NOW + timedelta(minutes=30),
}
SILENT = {
    "average_gap": 600.0,
    "longest_gap": 6 * 3600.0,
    "gaps": 500,
    "learning_since": NOW - timedelta(days=60),
    "last_new_at": NOW - timedelta(hours=13),
}


async def some_feeds(chat: ChatClient) -> None:
    await add(chat, "Alpha")
    await add(chat, "Beta <b>", country="PL", **FAILING)
    await add(chat, "Gamma", **SILENT)
    await add(
        chat,
        "Delta",
        url="https://ann:secret@delta.example/rss",
        country=None,
        moved_to="https://new.example/rss",
        moved_since=NOW - timedelta(days=2),
        moved_polls=9,
        possible_gaps=3,
        last_gap_at=NOW - timedelta(days=1),
        lies=True,
    )


async def test_everybody_sees_the_feeds_by_country(chat: ChatClient) -> None:
    await some_feeds(chat)

    answer = await chat.say("/feeds")

    assert answer["text"] == (
        "Feeds (Kyiv time)\n"
        "3 of 4 feeds are read without errors\n"
        "⚠️ failing: 1 · 🔇 silent: 1 · ➡️ moved: 1\n\n"
        "Poland\n"
        "⚠️ Beta <b> · failing since 11:00\n\n"
        "Ukraine\n"
        "✅ Alpha · ok · 1 min ago\n"
        "🔇 Gamma · silent since 01:00\n\n"
        "Without a country\n"
        "➡️ Delta · moved since 20 Nov, 14:00"
    )


async def test_many_feeds_have_pages(chat: ChatClient) -> None:
    for number in range(33):
        await add(chat, f"Feed {number:02}")

    first = await chat.say("/feeds")
    last = await chat.press(first, "◀️")
    again = await chat.press(last, "▶️")

    assert first["text"].count("✅") == 10
    assert "4/4" in buttons(last)
    assert last["text"].count("✅") == 3
    assert again["text"] == first["text"]


async def test_without_feeds_there_is_a_sentence(chat: ChatClient) -> None:
    assert (await chat.say("/feeds"))["text"] == "No feeds are configured."
    assert (await chat.say("/admin feeds", ADMIN))[
        "text"
    ] == "Жодної стрічки не налаштовано."


async def test_admins_see_what_is_wrong_the_worst_first(chat: ChatClient) -> None:
    await some_feeds(chat)
    await chat.say("/lang en", ADMIN)

    answer = await chat.say("/admin feeds", ADMIN)

    assert answer["text"] == (
        "Feeds (Kyiv time)\n"
        "3 of 4 feeds are read without errors\n"
        "⚠️ failing: 1 · 🔇 silent: 1 · ➡️ moved: 1\n\n"
        "⚠️ Beta <b> — failing since 11:00\n"
        "the server refuses us (status 403)\n"
        "12 failures in a row; next poll: 14:30\n\n"
        "🔇 Gamma — silent since 01:00\n"
        "Nothing new for 13 hours; the longest silence before: 6 hours\n\n"
        "➡️ Delta — moved since 20 Nov, 14:00\n"
        "It has answered from https://new.example/rss since 20 Nov, 14:00: write that into "
        "feeds.yaml.\n"
        "3 possible gaps between polls, the last one 21 Nov, 14:00\n"
        "Its server said “unchanged” when the feed had changed; "
        "now it is always read in full.\n\n"
        "✅ Alpha — ok"
    )


async def test_a_button_shows_all_that_is_known_of_a_feed(chat: ChatClient) -> None:
    await some_feeds(chat)
    await chat.say("/lang en", ADMIN)
    answer = await chat.say("/admin feeds", ADMIN)

    gamma = await chat.press(answer, "Gamma", ADMIN)
    refreshed = await chat.press(gamma, "Refresh", ADMIN)
    back = await chat.press(refreshed, "Back", ADMIN)
    delta = await chat.press(back, "Delta", ADMIN)

    assert "https://gamma.example/rss" in gamma["text"]
    assert "Next poll: 14:04" in gamma["text"]
    assert "A new entry every 10 minutes on average" in gamma["text"]
    assert "https://delta.example/rss" in delta["text"]
    assert "secret" not in delta["text"]
    assert "Its pace is not known yet." in delta["text"]


async def test_a_feed_that_is_gone_leads_back_to_the_list(chat: ChatClient) -> None:
    await some_feeds(chat)
    answer = await chat.say("/admin feeds", ADMIN)

    shown = await chat.press_data(answer, "v1:ad:999:0", ADMIN)

    assert shown["text"] == answer["text"]


async def test_admin_health_is_numbers(chat: ChatClient) -> None:
    await some_feeds(chat)
    await chat.say("/lang en", ADMIN)

    answer = await chat.say("/admin", ADMIN)
    unknown = await chat.say("/admin users", ADMIN)

    assert answer["text"].startswith("Health\n\n3 of 4 feeds are read without errors")
    assert "Messages waiting: 0" in answer["text"]
    assert "Possible gaps: 3" in answer["text"]
    assert "/admin feeds — each feed" in answer["text"]
    assert unknown["text"].startswith("I do not know /admin users.")


async def test_others_are_told_politely(chat: ChatClient) -> None:
    await some_feeds(chat)
    for command in ("/admin", "/admin feeds", "/admin health"):
        answer = await chat.say(command)

        assert answer["text"].startswith("This is for the admins of this bot")
        assert "Beta" not in answer["text"]


async def test_others_cannot_press_their_way_in(chat: ChatClient) -> None:
    await some_feeds(chat)
    answer = await chat.say("/help")

    for data in ("v1:adm", "v1:af:0", "v1:ad:1:0"):
        shown = await chat.press_data(answer, data)

        assert shown["text"].startswith("This is for the admins of this bot")


async def test_in_a_group_nobody_is_an_admin(chat: ChatClient) -> None:
    await some_feeds(chat)
    chat.api.add_group(GROUP, "Newsroom", members={ANN: "member", ADMIN: "creator"})

    answer = await chat.say("/admin feeds", ADMIN, chat_id=GROUP)

    assert "Beta" not in answer["text"]
    assert "/feeds" in answer["text"]
