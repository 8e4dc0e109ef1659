"""What a chat looks for in the archive is what it would be told of live."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from chat_client import ChatClient, chat_client
from sqlalchemy import insert, update

from bot.dedupe.keys import Candidate, keys_of
from bot.normalize.url import url_key
from bot.store import schema

FEEDS = """version: 1
feeds:
  - {url: https://example.org/feed, title: Example Post, country: UA, tags: [national]}
  - {url: https://daily.example/rss, title: Daily Example, country: GB}
"""
HERE, THERE = "Dam breached here", "Dam breached there"
SOME = (
    "Some of it is left out, because you muted it or did not choose its outlet: "
    "/mute, /feeds"
)
ONE = "1 more is left out, because you muted it or did not choose its outlet: /mute, /feeds"


@pytest.fixture
async def chat(tmp_path: Path) -> AsyncIterator[ChatClient]:
    (tmp_path / "feeds.yaml").write_text(FEEDS, encoding="utf-8")
    async with chat_client(tmp_path) as client:
        await client.services.office.reload()
        await client.add_entry(HERE, "UA-59")
        link = "https://daily.example/1"
        key = keys_of([Candidate(url_key=url_key(link))])[0].draft[0]
        await client.add_entry(THERE, "UA-59", feed_id=2, link=link, keys=(key,))
        yield client


async def _choose_ukraine(chat: ChatClient) -> None:
    menu = await chat.say("/help")
    await chat.press_data(menu, "v1:ol:1:0:UA")


async def _mute_outlet(chat: ChatClient) -> None:
    await chat.say("/mute Daily Example")


async def _mute_words(chat: ChatClient) -> None:
    await chat.say("/mute there")


CHOICES = pytest.mark.parametrize(
    "choose", [_choose_ukraine, _mute_outlet, _mute_words], ids=lambda each: each.__name__
)


@CHOICES
@pytest.mark.parametrize(
    ("command", "note"),
    [
        ("/latest", SOME),
        ("/search dam", SOME),
        ("/test dam", ONE),
        ("/keyword breached", ONE),
        ("/region Sumy", ONE),
    ],
)
async def test_what_the_chat_does_not_hear_is_left_out_and_told(
    chat: ChatClient, choose: object, command: str, note: str
) -> None:
    if command == "/latest":
        await chat.say("/keyword dam")
    before = await chat.say("/search dam")
    assert callable(choose)
    await choose(chat)

    after = await chat.say(command)

    assert THERE in before["text"]
    assert note not in before["text"]
    assert HERE in after["text"]
    assert THERE not in after["text"]
    assert note in after["text"]


async def test_the_list_tests_and_edits_by_what_the_chat_hears(chat: ChatClient) -> None:
    await chat.say("/keyword dam")
    await _mute_outlet(chat)
    listed = await chat.say("/list")

    tested = await chat.press(listed, "1. Test")
    await chat.press(listed, "1. Edit")
    edited = await chat.say("breached")

    assert "1 message in the last 7 days" in tested["text"]
    assert "1 message in the last 7 days" in edited["text"]
    assert ONE in edited["text"]


async def test_a_story_that_another_outlet_tells_is_not_left_out(chat: ChatClient) -> None:
    at = chat.clock.now
    async with chat.store.write() as tx:
        await tx.execute(
            insert(schema.story).values(id=1, first_seen_at=at, last_seen_at=at)
        )
        await tx.execute(update(schema.entry).values(story_id=1))
    await _mute_outlet(chat)

    tested = await chat.say("/test dam")

    assert "1 message in the last 7 days" in tested["text"]
    assert "left out" not in tested["text"]


async def test_all_left_out_is_said_too(chat: ChatClient) -> None:
    await _mute_outlet(chat)
    await chat.say("/mute Example Post")
    await chat.say("/keyword dam")

    tested = await chat.say("/test dam")
    newest = await chat.say("/latest")
    found = await chat.say("/search dam")

    assert "2 more are left out" in tested["text"]
    assert SOME in newest["text"]
    assert SOME in found["text"]


@pytest.mark.parametrize(
    ("choose", "because"),
    [
        (_choose_ukraine, "this outlet is not one of those you chose (/feeds)"),
        (_mute_outlet, "you muted it (/mute)"),
    ],
)
async def test_why_says_that_it_would_not_come_now_either(
    chat: ChatClient, choose: object, because: str
) -> None:
    await chat.say("/keyword dam")
    before = await chat.say("/why https://daily.example/1")
    assert callable(choose)
    await choose(chat)

    after = await chat.say("/why https://daily.example/1")

    assert "you did not follow this when it came." in before["text"]
    assert "Nor would it be sent now" not in before["text"]
    assert f"It would not be sent now either: {because}." in after["text"]
