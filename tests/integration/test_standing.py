"""A feed that has one entry at a time, always under one name ("current state of alert")."""

from datetime import timedelta

import pytest
from newsroom import Newsroom, newsroom
from publisher import ScriptedFeed

from bot.domain.model import DeliveryKind
from bot.store.engine import Store

STATES = (
    "Air raid alert in Sumy region",
    "All clear, people may leave the shelters",
    "Air raid alert in Sumy region",
    "Missile danger for Kharkiv and Poltava",
)


def say(room: Newsroom, feed: ScriptedFeed, title: str, **values: object) -> None:
    feed.items.clear()
    named = {"guid": "current", "link": "", "published": room.now} | values
    feed.add(title=f"{title} entry", **named)  # type: ignore[arg-type]  # a table's values
    feed.changed_at = room.now


async def titles(room: Newsroom, chat: int) -> list[str]:
    rows = [row for row in await room.rows(chat) if row.kind == DeliveryKind.ALERT]
    return [row.title.removesuffix(" entry") for row in rows]


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({}, id="dated"),
        pytest.param({"published": None}, id="undated"),
        pytest.param({"link": "https://news.example/"}, id="the front page"),
    ],
)
async def test_each_state_is_told_once(store: Store, values: dict[str, object]) -> None:
    async with newsroom(store) as room:
        chat = await room.subscribe(1, query="entry")
        feed = await room.feed("/state.xml")
        say(room, feed, "Nothing is known of any danger", **values)
        await room.poll()

        for state in STATES:
            room.later(timedelta(minutes=40))
            say(room, feed, state, **values)
            await room.poll()
            room.restart()
            say(room, feed, state, **values)  # confirmed, with another date
            await room.poll()

        assert await titles(room, chat) == list(STATES)


async def test_edit_goes_to_the_state_that_stands(store: Store) -> None:
    async with newsroom(store) as room:
        chat = await room.subscribe(1, query="entry")
        feed = await room.feed("/state.xml")
        say(room, feed, "Nothing is known of any danger")
        await room.poll()
        say(room, feed, "Air raid alert in Sumi region", published=room.now)
        at = room.now
        await room.poll()

        say(room, feed, "Air raid alert in Sumy region", published=at)
        await room.poll()

        [alert] = [row for row in await room.rows(chat) if row.kind == DeliveryKind.ALERT]
        assert alert.title == "Air raid alert in Sumy region entry"


async def test_article_that_is_edited_is_no_news(store: Store) -> None:
    async with newsroom(store) as room:
        chat = await room.subscribe(1, query="entry")
        feed = await room.feed("/latest.xml")
        page = {"guid": "https://news.example/1", "link": "https://news.example/1"}
        say(room, feed, "Drone hits a house in Sumy", **page)
        await room.poll()
        page = {"guid": "https://news.example/2", "link": "https://news.example/2"}
        say(room, feed, "Fire in the port of Odesa", **page)
        await room.poll()

        for title in ("Fire in the port of Odesa (updated)", "Fire in Odesa port is out"):
            say(room, feed, title, **page)
            await room.poll()

        assert await titles(room, chat) == ["Fire in Odesa port is out"]
