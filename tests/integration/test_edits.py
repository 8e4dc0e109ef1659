"""What an edited entry tells, and whom."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import timedelta

import pytest
from newsroom import Newsroom, newsroom

from bot.store.engine import Store

DAM = "Dam breaks near the village, residents say"


@pytest.fixture
async def room(store: Store) -> AsyncIterator[Newsroom]:
    async with newsroom(store) as room:
        yield room


async def test_place_that_is_added_later_is_told(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title=DAM, published=room.now)
    await room.poll()
    feed.items[0] = replace(feed.items[0], summary="It happened in Shebekino.")

    await room.poll()

    assert await room.alerts(chat) == [DAM]


async def test_line_added_to_every_entry_tells_no_new_subscriber(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    await room.poll()
    for number in range(5):
        title = f"Drone number {number} over Shebekino, governor says"
        feed.add(title=title, published=room.now)
    await room.poll()
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed.items = [replace(item, summary="Read more on our site.") for item in feed.items]

    await room.poll()

    assert await room.alerts(chat) == []


async def test_edit_of_what_is_no_news_any_more_tells_nobody(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title=DAM, published=room.now)
    await room.poll()
    feed.items[0] = replace(feed.items[0], summary="It happened in Shebekino.")

    await room.poll(timedelta(hours=7))

    assert await room.alerts(chat) == []
