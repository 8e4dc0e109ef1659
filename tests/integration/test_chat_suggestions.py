"""Feeds that people suggest: checked, decided by an admin, read from then on."""

from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from chat_client import ADMIN, ChatClient, buttons, chat_client
from publisher import Publisher

from bot.chat.suggestions import SuggestionDesk
from bot.config.feeds import load_feeds
from bot.demo.botapi import Fault
from bot.pipeline.stranger_feeds import open_reader
from bot.reload import Reload

FEEDS = "version: 1\nfeeds:\n  # the first\n  - url: https://a.example/rss\n"


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[ChatClient]:
    (tmp_path / "feeds.yaml").write_text(FEEDS)
    async with chat_client(tmp_path) as client:
        await client.say("/lang en", ADMIN)
        yield client


@pytest.fixture
async def publisher() -> AsyncIterator[Publisher]:
    async with Publisher() as publisher:
        yield publisher


async def look(chat: ChatClient, *, networks: tuple[str, ...]) -> None:
    """Let the desk take all steps for which it is time."""
    desk = SuggestionDesk(
        services=chat.services,
        bot=chat.application.bot,
        open_reader=partial(open_reader, clock=chat.clock, allow_networks=networks),
    )
    await desk.look()


LOOPBACK = ("127.0.0.0/8",)


async def suggested(chat: ChatClient, publisher: Publisher) -> dict[str, Any]:
    """Suggest a feed that can be read; return the question that the admin got."""
    publisher.feed("/rss").add(title="Dam breached")
    await chat.say(f"/feeds suggest {publisher.url('/rss')}")
    await look(chat, networks=LOOPBACK)
    return chat.sent(ADMIN)[-1]


async def test_an_admin_approves_with_a_tap_and_the_person_is_told(
    chat: ChatClient, publisher: Publisher, tmp_path: Path
) -> None:
    taken: list[str] = []
    feeds_file = tmp_path / "feeds.yaml"

    async def take() -> None:
        taken.extend(spec.url for spec in load_feeds(feeds_file))

    reload = Reload(feeds_file, "feeds", take)
    question = await suggested(chat, publisher)
    decided = await chat.press(question, "Approve", ADMIN)
    again = await chat.press_data(question, "v1:sgn:1", ADMIN)
    await look(chat, networks=())
    await look(chat, networks=())
    await reload.look()

    assert "A reader suggests a feed" in question["text"]
    assert "1 entry" in question["text"]
    assert "It is in feeds.yaml" in decided["text"]
    assert "That was decided already." in again["text"]
    assert feeds_file.read_text().startswith(FEEDS)
    assert taken == ["https://a.example/rss", publisher.url("/rss")]
    told = [m["text"] for m in chat.sent() if "has been added" in m["text"]]
    assert len(told) == 1


@pytest.mark.parametrize(
    ("press", "deed"), [("Approve", "approved"), ("Decline", "declined")]
)
async def test_what_an_admin_decides_is_in_the_log_once(
    chat: ChatClient, publisher: Publisher, press: str, deed: str
) -> None:
    question = await suggested(chat, publisher)
    await chat.press(question, press, ADMIN)
    await chat.press_data(question, "v1:sgn:1", ADMIN)

    told = await chat.say("/admin log", ADMIN)

    [line] = told["text"].splitlines()[2:]
    assert line.startswith(f"14:00 · 8 · {deed} a suggested feed: ")


async def test_what_is_declined_is_told_too(
    chat: ChatClient, publisher: Publisher, tmp_path: Path
) -> None:
    question = await suggested(chat, publisher)
    await chat.press(question, "Decline", ADMIN)
    await look(chat, networks=())

    assert "decided not to read the feed" in chat.sent()[-1]["text"]
    assert (tmp_path / "feeds.yaml").read_text() == FEEDS


async def test_nobody_else_decides(
    chat: ChatClient, publisher: Publisher, tmp_path: Path
) -> None:
    await suggested(chat, publisher)
    message = await chat.say("/help")
    await chat.press_data(message, "v1:sgy:1")

    assert (tmp_path / "feeds.yaml").read_text() == FEEDS


async def test_an_address_inside_our_network_is_refused(
    chat: ChatClient, publisher: Publisher
) -> None:
    publisher.feed("/rss").add(title="Dam breached")

    await chat.say(f"/feeds suggest {publisher.url('/rss')}")
    await look(chat, networks=())
    await look(chat, networks=())

    assert "it is no public address" in chat.sent()[-1]["text"]
    assert len([m for m in chat.sent() if "I cannot read the feed" in m["text"]]) == 1
    assert publisher.requests == []
    assert [m["text"] for m in chat.sent(ADMIN) if "suggests" in m["text"]] == []


async def test_a_feed_without_entries_is_refused(
    chat: ChatClient, publisher: Publisher
) -> None:
    publisher.feed("/rss")

    await chat.say(f"/feeds suggest {publisher.url('/rss')}")
    await look(chat, networks=LOOPBACK)

    assert "it has no entries" in chat.sent()[-1]["text"]


async def test_what_is_known_wrong_or_too_much_is_said(chat: ChatClient) -> None:
    await chat.add_entry("Dam", "UA")

    known = await chat.say("/feeds suggest https://example.org/feed")
    wrong = await chat.say("/feeds suggest ftp://x localhost https://a:b@c.example/")
    many = await chat.say(
        "/feeds suggest " + " ".join(f"f{n}.example/rss" for n in range(7))
    )
    later = await chat.say("/feeds suggest g.example")

    assert "That is read already" in known["text"]
    assert wrong["text"].count("•") == 3
    assert "a:b@" not in wrong["text"]
    assert "Today you have suggested 5; these have to wait:" in many["text"]
    assert many["text"].count("•") == 7
    assert "have to wait" in later["text"]


async def test_the_address_may_follow_the_question(chat: ChatClient) -> None:
    feeds = await chat.say("/feeds")
    question = await chat.press(feeds, "Suggest a feed")
    answer = await chat.say("paper.example/rss")

    assert "Send me the address" in question["text"]
    assert "https://paper.example/rss" in answer["text"]


async def test_an_admin_out_of_reach_is_asked_later(
    chat: ChatClient, publisher: Publisher
) -> None:
    chat.api.faults.add(Fault(kind="403", method="sendMessage", chat_id=ADMIN))

    publisher.feed("/rss").add(title="Dam breached")
    await chat.say(f"/feeds suggest {publisher.url('/rss')}")
    await look(chat, networks=LOOPBACK)
    before = len(chat.sent(ADMIN))
    chat.clock.forward(hours=2)
    await look(chat, networks=LOOPBACK)

    assert len(chat.sent(ADMIN)) == before + 1
    assert "Approve" in buttons(chat.sent(ADMIN)[-1])


async def test_a_faulty_feeds_file_keeps_the_question(
    chat: ChatClient, publisher: Publisher, tmp_path: Path
) -> None:
    question = await suggested(chat, publisher)
    (tmp_path / "feeds.yaml").write_text("version: 1\nfeeds: [oops\n")
    failed = await chat.press(question, "Approve", ADMIN)
    (tmp_path / "feeds.yaml").write_text(FEEDS)
    decided = await chat.press(failed, "Approve", ADMIN)

    assert "Not added:" in failed["text"]
    assert "It is in feeds.yaml" in decided["text"]


async def test_who_forgets_takes_the_suggestion_back(
    chat: ChatClient, publisher: Publisher
) -> None:
    question = await suggested(chat, publisher)
    await chat.press(await chat.say("/forget"), "Delete everything")
    decided = await chat.press(question, "Approve", ADMIN)

    assert "was withdrawn" in decided["text"]
