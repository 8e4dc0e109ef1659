"""After a pause in which much came, the chat chooses; else it is one message."""

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from instants import NOW
from told_room import OLENA, ToldRoom, told_room

from bot.domain.model import Chat
from bot.pipeline import after_pause
from bot.pipeline.after_pause import After
from bot.pipeline.chats import pause, resume
from bot.store.engine import Store

MANY = 37
DRONE = "Drone attack on Shebekino, report number"


@pytest.fixture
async def room(store: Store) -> AsyncIterator[ToldRoom]:
    async with told_room(store, NOW) as room:
        yield room


async def resumed(room: ToldRoom, count: int = MANY) -> Chat:
    chat = await room.join(OLENA)
    await pause(room.store, chat, now=room.now)
    for number in range(count):
        await room.happen(f"{DRONE} {number:02}.")
    await room.tick(hours=1)
    return await resume(room.store, await room.chat(OLENA), now=room.now)


async def test_without_a_choice_it_is_one_message(room: ToldRoom) -> None:
    chat = await resumed(room)
    waiting = await after_pause.count(room.store, chat)
    await room.tick()
    at_once = room.texts(OLENA)
    await room.tick(minutes=1)

    assert waiting == MANY
    assert at_once == []
    [text] = room.texts(OLENA)
    assert "37 stories" in text


async def test_little_is_not_asked_about(room: ToldRoom) -> None:
    chat = await resumed(room, 5)
    waiting = await after_pause.count(room.store, chat)
    await room.tick()

    assert waiting == 0
    assert len(room.texts(OLENA)) == 1


async def test_one_message_may_come_at_once(room: ToldRoom) -> None:
    chat = await resumed(room)
    count = await after_pause.choose(
        room.store, chat, After.DIGEST, until=room.now, now=room.now
    )
    await room.tick()

    assert count == MANY
    assert len(room.texts(OLENA)) == 1


async def test_all_come_one_by_one(room: ToldRoom) -> None:
    chat = await resumed(room)
    await after_pause.choose(room.store, chat, After.ALL, until=room.now, now=room.now)
    for _ in range(2):  # one a second, of which a tick sends for 30 s
        await room.tick()

    assert len(room.texts(OLENA)) == MANY
    assert [room.count(OLENA, f"{DRONE} {n:02}.") for n in range(MANY)] == [1] * MANY


async def test_what_is_skipped_never_comes_and_news_does(room: ToldRoom) -> None:
    chat = await resumed(room)
    await after_pause.choose(room.store, chat, After.SKIP, until=room.now, now=room.now)
    await room.tick(minutes=5)
    skipped = room.texts(OLENA)
    await room.happen("Fire at a depot near Belgorod.")
    await room.tick()

    assert skipped == []
    assert len(room.texts(OLENA)) == 1


async def test_a_second_press_changes_nothing(room: ToldRoom) -> None:
    chat = await resumed(room)
    first = await after_pause.choose(
        room.store, chat, After.SKIP, until=room.now, now=room.now
    )
    second = await after_pause.choose(
        room.store, chat, After.ALL, until=room.now, now=room.now
    )

    assert (first, second) == (MANY, 0)


async def test_an_old_button_skips_nothing_of_a_later_pause(room: ToldRoom) -> None:
    chat = await resumed(room)
    resumed_at = room.now
    await room.tick(minutes=2)
    await pause(room.store, chat, now=room.now, length=timedelta(hours=1))
    await room.tick(minutes=1)
    for number in range(12):
        await room.happen(f"Fire {number:02} at a depot near Belgorod.")
    await room.tick(hours=1)
    before = len(room.texts(OLENA))
    count = await after_pause.choose(
        room.store, chat, After.SKIP, until=resumed_at, now=room.now
    )

    assert count == 0
    assert before == 2
