"""Floods, clocks and crowds: all comes, and comes once (t31, t32, t45, case 25)."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from instants import NOW
from sqlalchemy import select
from told_life import ToldLife, told_life
from told_room import OLENA, SAM, ToldRoom, told_room

from bot.chat.crowd import MOST_WAITING
from bot.deliver.send import KEEPS_ORDER
from bot.demo.botapi import Fault
from bot.domain.model import DeliveryKind, DeliveryState, DigestTimes, Mode
from bot.pipeline import digest_cards, timetable
from bot.store import schema
from bot.store.engine import Store

DRONE, FLOOD = "Drone over Shebekino", "Flood closes the bridge at Valuyki"
CROWD = 1_000  # commands of one person in a minute
SETTINGS = ["the answer to /start, with which a person joins"]


@pytest.fixture
async def room(store: Store) -> AsyncIterator[ToldRoom]:
    async with told_room(store, NOW, paced=False) as room:
        await room.join(OLENA, mode=Mode.NOW)
        await room.join(SAM)
        yield room


def tries(room: ToldRoom, person: int) -> int:
    calls = room.api.calls
    return sum(c.method == "sendMessage" and c.chat_id == person for c in calls)


async def test_t31_chat_that_must_be_left_alone_for_hours_holds_up_nobody(
    room: ToldRoom,
) -> None:
    pause = 40_000  # seconds; a ban that a user of another bot met
    fault = Fault(kind="429", method="sendMessage", retry_after=pause, chat_id=OLENA)
    room.api.faults.add(fault)

    await room.happen(DRONE)
    await room.tick()
    await room.happen(FLOOD)
    for _ in range(11):
        await room.tick(hours=1)
    asked, others = tries(room, OLENA), [room.count(SAM, t) for t in (DRONE, FLOOD)]
    await room.tick(hours=1)
    await room.tick(minutes=1)

    assert asked == 1
    assert others == [1, 1]
    assert [room.count(OLENA, title) for title in (DRONE, FLOOD)] == [1, 1]


@pytest.mark.parametrize(
    ("kind", "twice"),
    [
        ("500", False),
        ("502_html", False),
        ("reset_before", False),
        ("reset_after", True),
    ],
)
async def test_a_chat_reads_in_order_what_was_not_taken_at_first(
    room: ToldRoom, kind: Any, *, twice: bool
) -> None:
    titles = [f"Report {number} from Shebekino" for number in range(3)]
    for title in titles:
        await room.happen(title)
    room.api.faults.add(Fault(kind=kind, method="sendMessage", chat_id=OLENA))

    for _ in range(12):
        await room.tick(seconds=1)

    told = [text.split("\n")[0] for text in room.texts(OLENA)]
    assert told == [*titles[: int(twice)], *titles]
    assert len(room.texts(SAM)) == 3


async def test_a_message_that_is_never_taken_holds_up_its_chat_for_seconds(
    room: ToldRoom,
) -> None:
    for title in (DRONE, FLOOD):
        await room.happen(title)
    fault = Fault(kind="500", method="sendMessage", chat_id=OLENA, times=KEEPS_ORDER + 1)
    room.api.faults.add(fault)

    for _ in range(12):
        await room.tick(seconds=1)
    after_seconds = [room.count(OLENA, title) for title in (DRONE, FLOOD)]
    await room.tick(minutes=1)

    assert after_seconds == [0, 1]
    assert [room.count(OLENA, title) for title in (DRONE, FLOOD)] == [1, 1]


async def test_t32_two_hundred_at_once_are_one_message_with_every_headline(
    room: ToldRoom,
) -> None:
    titles = [f"Report {number:03} from Shebekino" for number in range(200)]
    for title in titles:
        await room.happen(title)

    await room.tick()
    await room.tick(minutes=1)

    chat = await room.chat(OLENA)
    rows = [row for row in await room.rows() if row.chat_id == chat.id]
    [digest] = [row for row in rows if row.kind == DeliveryKind.DIGEST]
    first = await digest_cards.read_page(room.store, chat, digest.id, page=0)
    assert first is not None
    pages = [
        await digest_cards.read_page(room.store, chat, digest.id, page=number)
        for number in range(first.pages)
    ]
    told = [line.title for page in pages if page is not None for line in page.lines]
    assert len(room.messages(OLENA)) == 1
    assert sorted(told) == titles
    assert {row.state for row in rows} == {DeliveryState.SENT, DeliveryState.DIGESTED}


async def test_t45_clock_that_was_an_hour_ahead_delays_nothing(room: ToldRoom) -> None:
    await room.tick(hours=1)  # the clock is wrong
    await room.happen(DRONE)

    await room.tick(hours=-1)
    await room.happen(FLOOD)
    await room.tick(minutes=1)
    await room.tick(hours=2)

    assert [room.count(OLENA, title) for title in (DRONE, FLOOD)] == [1, 1]
    async with room.store.read() as tx:
        finished = (await tx.execute(select(schema.delivery.c.finished_at))).scalars()
        assert max(finished) < NOW.replace(hour=NOW.hour + 1)


async def test_t45_clock_that_jumps_ahead_loses_and_repeats_nothing(room: ToldRoom) -> None:
    await room.happen(DRONE)

    await room.tick(hours=1)
    await room.happen(FLOOD)
    await room.tick(minutes=1)

    assert [room.count(OLENA, title) for title in (DRONE, FLOOD)] == [1, 1]


async def test_t41_chat_that_was_read_before_it_changed_still_gets_its_digest(
    room: ToldRoom,
) -> None:
    before = await room.chat(OLENA)
    times = DigestTimes()
    await timetable.set_digests(
        room.store, before, mode=Mode.DIGEST, digests=times, now=room.now
    )
    await timetable.set_limit(room.store, before, 50, now=room.now)

    await room.happen(DRONE)
    await room.tick(hours=24)

    assert room.count(OLENA, DRONE) == 1


@pytest.fixture
async def life(file_store: Store) -> AsyncIterator[ToldLife]:
    async with told_life(file_store) as life:
        await life.room.join(OLENA)
        await life.room.join(SAM)
        await life.hear()
        yield life


async def test_case_25_a_thousand_commands_of_one_person_hold_up_nobody(
    life: ToldLife,
) -> None:
    room = life.room
    for _ in range(CROWD):
        room.api.say(OLENA, "/list")
    room.api.say(SAM, "/list")

    await life.hear()

    answered = [text for text in room.texts(OLENA) if "You have 1 subscription" in text]
    told = [text for text in room.texts(OLENA) if "a lot at once" in text]
    batches = CROWD // 100
    assert len(answered) == batches * MOST_WAITING
    assert len(told) == batches
    assert len(answered) + len(told) == len(room.texts(OLENA)) - len(SETTINGS)
    assert len(room.texts(SAM)) == 1 + len(SETTINGS)
    assert not life.inbox._crowd._waiting
    await life.say("/list", OLENA)
    assert "You have 1 subscription" in room.texts(OLENA)[-1]


async def test_case_25_what_telegram_tells_is_never_left_out(life: ToldLife) -> None:
    room = life.room
    for _ in range(2 * MOST_WAITING):
        room.api.say(OLENA, "/list")
    room.api.block(OLENA)
    batch = await room.bot.get_updates(timeout=0)

    await life.inbox.handle(batch)

    assert (await life.row(OLENA)).state == "unreachable"


async def test_case_25_webhooks_side_by_side_are_a_crowd_too(life: ToldLife) -> None:
    room = life.room
    for _ in range(3 * MOST_WAITING):
        room.api.say(OLENA, "/list")
    batch = await room.bot.get_updates(timeout=0)

    await asyncio.gather(*(life.inbox.handle([update]) for update in batch))

    answered = [text for text in room.texts(OLENA) if "You have 1 subscription" in text]
    assert len(answered) == MOST_WAITING
    assert len(room.texts(OLENA)) == MOST_WAITING + 1 + len(SETTINGS)
