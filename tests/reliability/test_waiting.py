"""What waits and must not be forgotten, nor come at a bad time: T40, T42, T45."""

from asyncio import Event
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import update
from told_room import OLENA, SAM, ToldRoom, told_room

from bot.demo.botapi import Fault
from bot.domain.model import DeliveryKind, DigestTimes, FollowUps, Mode, QuietHours
from bot.pipeline import chats as chat_cases
from bot.pipeline import digests, timetable
from bot.pipeline.dead_letters import Fate, decide
from bot.store import changes, schema
from bot.store.changes import NewChange
from bot.store.engine import Store

START = datetime(2026, 11, 22, 10, tzinfo=UTC)  # noon in Kyiv, a Sunday
NIGHT = QuietHours(start=time(23), end=time(7))
DRONE, FLOOD = "Drone over Shebekino", "Flood closes the bridge at Valuyki"


@pytest.fixture
async def room(store: Store) -> AsyncIterator[ToldRoom]:
    async with told_room(store, START, paced=False) as room:
        yield room


async def change(room: ToldRoom, story_id: int, *, at: datetime | None = None) -> None:
    """Let another outlet tell what changed in a story that Olena was told of."""
    async with room.store.write() as tx:
        telling = await room.store_entry(tx, f"{DRONE}, three hurt", "Beta", story_id)
        new = NewChange(
            chat_id=room.followers[OLENA].chat_id,
            number=1,
            evidence=("RU-BEL",),
            story_id=story_id,
            entry_id=telling.entry_id,
            not_before=at or room.now,
            at=room.now,
        )
        await changes.add(tx, [new])
        await tx.execute(
            update(schema.entry)
            .where(schema.entry.c.id == telling.entry_id)
            .values(update_kind="denial")
        )


async def tell_many(room: ToldRoom, count: int) -> list[int]:
    """Let so much happen, each for itself; return the stories."""
    told = []
    for number in range(count):
        told.append(await room.happen(f"{DRONE} {number}"))
        await room.tick(minutes=1)
    return told


async def test_t40_many_changes_of_a_night_are_one_message_in_the_morning(
    room: ToldRoom,
) -> None:
    await room.join(OLENA, quiet=NIGHT)
    told = await tell_many(room, 11)
    await room.tick(hours=12)
    morning = room.now.replace(hour=5, minute=0)
    for story_id in told:
        await change(room, story_id, at=morning)

    await room.tick(seconds=(morning - room.now).total_seconds())
    await room.tick(seconds=2)

    [*before, summary] = room.texts(OLENA)
    assert len(before) == 11
    assert "11 stories" in summary
    assert summary.count("Update: ") == 10  # of its first page
    assert {row.state for row in await room.rows()} == {"sent", "digested"}


async def test_changes_that_nobody_wants_any_more_make_no_message(room: ToldRoom) -> None:
    chat = await room.join(OLENA)
    for story_id in await tell_many(room, 11):
        await change(room, story_id)

    await timetable.set_follow_ups(room.store, chat, FollowUps.FIRST)
    await room.tick(seconds=2)

    assert len(room.texts(OLENA)) == 11


async def test_t40_few_changes_come_as_answers(room: ToldRoom) -> None:
    await room.join(OLENA)
    told = await tell_many(room, 10)

    for story_id in told:
        await change(room, story_id)
    await room.tick(seconds=2)

    assert len(room.texts(OLENA)) == 20
    assert {row.state for row in await room.rows()} == {"sent"}


async def test_changes_of_a_chat_out_of_reach_for_weeks_come_with_the_summary(
    room: ToldRoom,
) -> None:
    await room.join(OLENA)
    told = await tell_many(room, 3)
    await chat_cases.mark_unreachable(room.store, OLENA, "blocked", now=room.now)
    for story_id in told:
        await change(room, story_id)

    await room.tick(days=30)
    await chat_cases.mark_reachable(room.store, OLENA, now=room.now)
    await room.tick(seconds=2)

    summary = room.texts(OLENA)[-1]
    assert "3 stories" in summary
    assert summary.count("Update: ") == 3


async def test_a_change_that_was_held_waits_as_long_as_a_new_one(room: ToldRoom) -> None:
    chat = await room.join(OLENA)
    [story_id] = await tell_many(room, 1)
    await change(room, story_id)
    is_change = schema.delivery.c.kind == DeliveryKind.CHANGE
    async with room.store.write() as tx:
        held = {"state": "held", "not_before": room.now}
        await tx.execute(update(schema.delivery).where(is_change).values(held))
    await digests.look(room.store, now=room.now)  # it comes by itself
    afternoon = QuietHours(start=time(11), end=time(22))
    await timetable.set_quiet(room.store, chat, afternoon, now=room.now)
    for _ in range(11):
        await room.tick(hours=1)

    assert len(room.texts(OLENA)) == 2


async def test_a_change_of_a_story_that_was_never_told_waits_for_nothing(
    room: ToldRoom,
) -> None:
    await room.join(OLENA)
    [story_id] = await tell_many(room, 1)
    await change(room, story_id)
    alerts = schema.delivery.c.kind == DeliveryKind.ALERT
    async with room.store.write() as tx:
        await tx.execute(update(schema.delivery).where(alerts).values(state="rejected"))

    await room.tick(days=8)

    assert [row.state for row in await room.rows()] == ["rejected", "expired"]


async def test_t45_a_flood_limit_ends_with_the_clock_that_set_it(room: ToldRoom) -> None:
    await room.join(OLENA)
    await room.tick(hours=24)  # the clock is wrong
    flood = Fault(kind="429", method="sendMessage", retry_after=30)
    room.api.faults.add(flood)
    await room.happen(DRONE)
    await room.tick(seconds=1)

    await room.tick(hours=-24)
    await room.happen(FLOOD)
    for _ in range(3):
        await room.tick(minutes=1)

    assert [room.count(OLENA, title) for title in (DRONE, FLOOD)] == [1, 1]


async def test_t45_what_may_have_arrived_is_sent_again_by_the_clock_put_right(
    room: ToldRoom,
) -> None:
    await room.join(OLENA)
    await room.happen(DRONE)
    await room.tick(hours=5)
    room.api.faults.add(Fault(kind="reset_before", method="sendMessage", times=2))
    await room.tick(seconds=1)
    await room.happen(FLOOD)
    await room.tick(seconds=6)

    await room.tick(hours=-5)
    await room.tick(minutes=11)

    assert room.count(OLENA, FLOOD) == 1


async def test_t45_no_digest_is_left_out_when_a_clock_is_put_back(room: ToldRoom) -> None:
    evening = DigestTimes(times=(time(20),))
    await room.join(OLENA, mode=Mode.DIGEST, digests=evening)
    await room.tick(hours=24)  # the clock is wrong, and looks for what it missed
    await room.tick(hours=-24)
    await room.happen(DRONE)

    await room.tick(hours=7, minutes=59)
    early = room.texts(OLENA)
    await room.tick(minutes=1)
    await room.tick(hours=24)

    assert early == []
    [text] = room.texts(OLENA)
    assert "Sun 22 Nov, 20:00" in text


async def test_a_dead_letter_that_is_sent_again_at_night_waits_for_the_morning(
    room: ToldRoom,
) -> None:
    await room.join(OLENA, quiet=NIGHT)
    await tell_many(room, 1)
    async with room.store.write() as tx:
        await tx.execute(update(schema.delivery).values(state="rejected", message_id=None))
    await room.tick(hours=12)

    await decide(room.store, Fate.REQUEUE, None, now=room.now)
    await room.dispatch.drain(Event())
    room.clock[0] += timedelta(seconds=2)
    await room.tick()
    await room.tick(seconds=10)
    night = len(room.texts(OLENA))
    await room.tick(hours=8)

    assert night == 1
    assert room.count(OLENA, f"{DRONE} 0") == 2


async def test_t45_a_digest_that_a_clock_ahead_made_waits_as_long_as_any(
    room: ToldRoom,
) -> None:
    hours = QuietHours(start=time(12, 30), end=time(12))  # half an hour to be told in
    await room.join(OLENA, mode=Mode.DIGEST, digests=DigestTimes(times=(time(12, 10),)))
    await room.happen(DRONE)
    room.clock[0] += timedelta(hours=24, minutes=15)  # the clock is wrong
    await digests.look(room.store, now=room.now)
    chat = await room.chat(OLENA)
    await timetable.set_quiet(room.store, chat, hours, now=room.now)

    room.clock[0] += timedelta(hours=-24, minutes=20)
    for _ in range(23):
        await room.tick(hours=1)
    await room.tick(minutes=30)

    assert room.count(OLENA, DRONE) == 1


async def test_t40_nothing_but_what_is_urgent_comes_in_quiet_hours(room: ToldRoom) -> None:
    await room.join(OLENA, quiet=QuietHours(start=time(13), end=time(15)))
    await room.tick(hours=2)
    await room.happen(DRONE)
    flood = Fault(kind="429", method="sendMessage", retry_after=3 * 3600)
    room.api.faults.add(flood)
    await room.tick(hours=1)
    chat = await room.chat(OLENA)

    evening = QuietHours(start=time(17), end=time(7))
    await timetable.set_quiet(room.store, chat, evening, now=room.now)
    await timetable.set_quiet(
        room.store, chat, replace(evening, start=time(13, 30)), now=room.now
    )
    for _ in range(5):
        await room.tick(hours=1)
    night = room.texts(OLENA)
    await room.tick(hours=12)

    assert night == []
    assert room.count(OLENA, DRONE) == 1


async def test_a_change_that_is_sent_again_waits_as_long_as_a_new_one(
    room: ToldRoom,
) -> None:
    await room.join(OLENA, quiet=NIGHT)
    [story_id] = await tell_many(room, 1)
    await change(room, story_id)
    is_change = schema.delivery.c.kind == DeliveryKind.CHANGE
    dead = {"state": "rejected", "finished_at": room.now}
    async with room.store.write() as tx:
        await tx.execute(update(schema.delivery).where(is_change).values(dead))
    await room.tick(hours=11)

    await decide(room.store, Fate.REQUEUE, None, now=room.now)
    for _ in range(9):
        await room.tick(hours=1)

    assert len(room.texts(OLENA)) == 2


async def test_t36_what_a_supergroup_was_told_before_its_group_moved_comes_once(
    room: ToldRoom,
) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    await room.join(SAM, mode=Mode.DIGEST)  # the supergroup, which nobody knew for one
    await room.happen(DRONE)
    await room.tick(hours=8)
    told = {person: room.count(person, DRONE) for person in (OLENA, SAM)}
    mine = schema.delivery.c.chat_id == room.followers[OLENA].chat_id
    async with room.store.write() as tx:  # the group's came to nothing
        dead = {"state": "rejected", "digest_id": None, "message_id": None}
        await tx.execute(update(schema.delivery).where(mine).values(dead))

    await room.happen(FLOOD)
    await chat_cases.migrate(room.store, OLENA, SAM, now=room.now)
    await room.tick(hours=24)

    assert told == {OLENA: 1, SAM: 1}
    assert [room.count(SAM, title) for title in (DRONE, FLOOD)] == [1, 1]


async def test_t36_a_digest_of_both_is_lost_by_none(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    chat = await room.join(SAM, mode=Mode.DIGEST)
    await room.tick(hours=7, minutes=59)
    ours = dict(room.followers)
    room.followers = {OLENA: ours[OLENA]}
    await room.happen(FLOOD)
    room.followers = {SAM: ours[SAM]}
    await room.happen(DRONE)
    room.clock[0] += timedelta(minutes=1)
    await digests.look(room.store, now=room.now)

    await chat_cases.migrate(room.store, OLENA, chat.telegram_id, now=room.now)
    await room.tick(seconds=2)

    assert [room.count(SAM, title) for title in (DRONE, FLOOD)] == [1, 1]
