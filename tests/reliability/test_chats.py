"""Chats change: what is kept of them, and how they come back (t35 to t39, t44)."""

from collections.abc import AsyncIterator, Awaitable, Callable
from functools import partial
from typing import Any

import pytest
from sqlalchemy import Row
from told_life import ToldLife, inbox_of, told_life
from told_room import OLENA, SAM, plain_bot

from bot.deliver.probe import may_write
from bot.deliver.send import send
from bot.demo.botapi import BotApi, Fault, serve
from bot.domain.model import ChatState, Mode, Pictures
from bot.pipeline import timetable
from bot.pipeline.dispatch import Dispatch
from bot.pipeline.probing import EVERY as PROBE_EVERY
from bot.pipeline.probing import Probing
from bot.store.engine import Store

DRONE, FLOOD = "Drone over Shebekino", "Flood closes the bridge at Valuyki"
FIRE = "Fire at a warehouse near Stary Oskol"
GROUP, SUPERGROUP, CHANNEL, TOPIC = -8, -100_8, -100_9, 9
KEPT = ("id", "language", "time_zone", "mode", "quiet_start", "created_at", "kind")

Step = Callable[[ToldLife], Awaitable[None]]


@pytest.fixture
async def life(store: Store) -> AsyncIterator[ToldLife]:
    async with told_life(store) as life:
        await life.room.join(OLENA, mode=Mode.NOW)
        await life.room.join(SAM)
        await life.hear()
        yield life


def kept(row: Row[Any]) -> list[object]:
    return [getattr(row, name) for name in KEPT]


async def seen_by_a_message(life: ToldLife) -> None:
    life.room.api.updates.pending.clear()  # the update is lost, or late
    await life.room.happen(DRONE)
    await life.room.tick()


async def seen_by_an_update(life: ToldLife) -> None:
    await life.hear()
    await life.room.happen(DRONE)
    await life.room.tick()


async def start(life: ToldLife) -> None:
    """Write /start: who had blocked the bot lets it in by that."""
    await life.say("/start", OLENA)
    life.room.api.updates.pending.clear()


async def let_in(life: ToldLife) -> None:
    """Let the bot in without a word."""
    life.room.api.unblock(OLENA)
    await life.hear()


@pytest.mark.parametrize("back", [start, let_in])
@pytest.mark.parametrize("noticed", [seen_by_a_message, seen_by_an_update])
async def test_t35_who_had_blocked_the_bot_comes_back_with_all_settings(
    life: ToldLife, noticed: Step, back: Step
) -> None:
    before, followed = await life.row(OLENA), await life.followed(OLENA)
    life.room.api.block(OLENA)

    await noticed(life)
    away = await life.row(OLENA)
    await life.room.tick(hours=8)
    knocks = len(life.room.api.calls)
    await life.room.tick(hours=8)
    knocks_later = len(life.room.api.calls)
    await back(life)
    await life.room.tick()
    await life.room.happen(FLOOD)
    await life.room.tick(minutes=1)

    assert away.state == ChatState.UNREACHABLE
    assert knocks == knocks_later
    assert kept(await life.row(OLENA)) == kept(before)
    assert await life.followed(OLENA) == followed
    assert [life.room.count(OLENA, title) for title in (DRONE, FLOOD)] == [1, 1]
    assert [life.room.count(SAM, title) for title in (DRONE, FLOOD)] == [1, 1]


async def test_t35_who_deleted_the_account_keeps_settings_and_costs_no_message(
    life: ToldLife,
) -> None:
    followed = await life.followed(OLENA)
    life.room.api.delete_account(OLENA)

    await life.room.happen(DRONE)
    await life.room.tick()
    await life.room.happen(FLOOD)
    await life.room.tick(minutes=1)

    refused = [call for call in life.room.api.calls if call.status == 403]
    assert len(refused) == 1
    assert await life.followed(OLENA) == followed
    assert [life.room.count(SAM, title) for title in (DRONE, FLOOD)] == [1, 1]


async def _group(life: ToldLife, kind: Any = "group", telegram_id: int = GROUP) -> None:
    """Let what Olena has chosen be a group's, which she owns."""
    await life.become(OLENA, telegram_id, kind=kind)
    life.room.api.add_group(telegram_id, "Neighbours", kind, {OLENA: "creator"})
    await life.hear()


@pytest.mark.parametrize("noticed", [seen_by_a_message, seen_by_an_update])
async def test_t35_group_that_had_thrown_the_bot_out_comes_back(
    life: ToldLife, noticed: Step
) -> None:
    await _group(life)
    followed = await life.followed(GROUP)
    life.room.api.kick(GROUP, OLENA)

    await noticed(life)
    away = await life.row(GROUP)
    life.room.api.promote(GROUP, "member", OLENA)
    await life.hear()
    await life.room.tick(minutes=1)

    assert away.state == ChatState.UNREACHABLE
    assert await life.followed(GROUP) == followed
    assert life.room.count(GROUP, DRONE) == 1
    assert life.room.count(SAM, DRONE) == 1


async def test_t36_upgrade_that_a_service_message_tells_first(life: ToldLife) -> None:
    await _group(life)
    before, followed = await life.row(GROUP), await life.followed(GROUP)
    await life.room.happen(DRONE)

    life.room.api.upgrade(GROUP, SUPERGROUP)
    await life.hear()
    await life.room.tick(minutes=1)

    after = await life.row(SUPERGROUP)
    assert [after.id, after.kind] == [before.id, "supergroup"]
    assert await life.followed(SUPERGROUP) == followed
    assert life.room.count(SUPERGROUP, DRONE) == 1
    assert not [call for call in life.room.api.calls if call.status == 400]


async def test_t36_upgrade_that_an_error_tells_first(life: ToldLife) -> None:
    await _group(life)
    before, followed = await life.row(GROUP), await life.followed(GROUP)
    await life.room.happen(DRONE)

    life.room.api.upgrade(GROUP, SUPERGROUP)
    await life.room.tick()
    await life.hear()
    await life.room.happen(FLOOD)
    await life.room.tick(minutes=1)

    assert (await life.row(SUPERGROUP)).id == before.id
    assert await life.followed(SUPERGROUP) == followed
    assert [life.room.count(SUPERGROUP, title) for title in (DRONE, FLOOD)] == [1, 1]
    assert len([call for call in life.room.api.calls if call.status == 400]) == 1


async def test_t36_upgrade_that_a_command_in_the_new_group_tells_first(
    life: ToldLife,
) -> None:
    await _group(life)
    before, followed = await life.row(GROUP), await life.followed(GROUP)

    life.room.api.upgrade(GROUP, SUPERGROUP)
    late, life.room.api.updates.pending = life.room.api.updates.pending, []
    await life.say("/list", OLENA, chat_id=SUPERGROUP)
    next_id = life.room.api.updates.total + 1
    life.room.api.updates.pending = [
        update | {"update_id": next_id + number} for number, update in enumerate(late)
    ]
    await life.hear()
    await life.room.happen(DRONE)
    await life.room.tick(minutes=1)

    assert (await life.row(SUPERGROUP)).id == before.id
    assert await life.followed(SUPERGROUP) == followed
    assert life.room.count(SUPERGROUP, DRONE) == 1


async def forum(life: ToldLife) -> None:
    await life.become(OLENA, SUPERGROUP, kind="supergroup", thread_id=TOPIC)
    life.room.api.add_group(SUPERGROUP, "Forum", "supergroup", {OLENA: "creator"})
    life.room.api.add_topic(SUPERGROUP, TOPIC)
    await life.hear()


@pytest.mark.parametrize("end", [BotApi.delete_topic, BotApi.close_topic])
async def test_t37_without_its_topic_it_comes_to_the_main_one_and_says_so_once(
    life: ToldLife, end: Callable[[BotApi, int, int], None]
) -> None:
    await forum(life)
    followed = await life.followed(SUPERGROUP)
    await life.room.happen(DRONE)
    await life.room.tick()

    end(life.room.api, SUPERGROUP, TOPIC)
    for title in (FLOOD, FIRE, "Gubkin museum opens"):
        await life.room.happen(title)
        await life.room.tick(minutes=1)

    messages = life.room.messages(SUPERGROUP)
    assert [m.get("message_thread_id") for m in messages] == [TOPIC, None, None, None]
    assert ["/start" in m["text"] for m in messages] == [False, True, False, False]
    assert await life.followed(SUPERGROUP) == followed


async def test_t37_another_topic_is_chosen_by_start_in_it(life: ToldLife) -> None:
    await forum(life)
    life.room.api.delete_topic(SUPERGROUP, TOPIC)
    await life.room.happen(DRONE)
    await life.room.tick()

    await life.say("/start", OLENA, chat_id=SUPERGROUP, thread_id=TOPIC + 1)
    await life.room.happen(FLOOD)
    await life.room.tick(minutes=1)

    assert life.room.messages(SUPERGROUP)[-1]["message_thread_id"] == TOPIC + 1


async def test_t38_channel_where_the_bot_lost_its_rights(life: ToldLife) -> None:
    await _group(life, "channel", CHANNEL)
    followed = await life.followed(CHANNEL)
    life.room.api.promote(CHANNEL, "member", OLENA)
    await life.hear()

    await life.room.happen(DRONE)
    await life.room.tick()
    away = await life.row(CHANNEL)
    life.room.api.promote(CHANNEL, "administrator", OLENA)
    await life.hear()
    await life.room.tick(minutes=1)

    assert away.state == ChatState.UNREACHABLE
    assert away.state_reason
    assert await life.followed(CHANNEL) == followed
    posts = [m["text"] for m in life.room.api.messages(CHANNEL) if m["outgoing"]]
    assert len(posts) == 1
    assert DRONE in posts[0]
    assert life.room.count(SAM, DRONE) == 1


def _take_rights(life: ToldLife, where: int) -> None:
    if where == CHANNEL:
        life.room.api.promote(CHANNEL, "member", OLENA)
    else:
        life.room.api.mute(where)


def _give_rights(life: ToldLife, where: int) -> None:
    if where == CHANNEL:
        life.room.api.promote(CHANNEL, "administrator", OLENA)
    else:
        life.room.api.mute(where, muted=False)


@pytest.mark.parametrize(
    ("kind", "where"), [("supergroup", SUPERGROUP), ("channel", CHANNEL)]
)
async def test_t38_rights_that_are_given_back_without_a_word_are_found_out_in_a_day(
    life: ToldLife, kind: str, where: int
) -> None:
    await _group(life, kind, where)
    room = life.room
    probing = Probing(store=room.store, probe=partial(may_write, room.bot))
    _take_rights(life, where)
    await room.happen(DRONE)
    await room.tick()
    away = await life.row(where)

    at_once = await probing.look(now=room.now)
    _give_rights(life, where)
    room.api.updates.pending.clear()
    room.clock[0] += PROBE_EVERY / 2
    soon = await probing.look(now=room.now)
    room.clock[0] += PROBE_EVERY / 2
    next_day = await probing.look(now=room.now)
    await room.tick(minutes=1)

    assert away.state == ChatState.UNREACHABLE
    assert (at_once, soon, next_day) == (0, 0, 1)
    assert (await life.row(where)).state == ChatState.ACTIVE
    posts = [m["text"] for m in room.api.messages(where) if m["outgoing"]]
    assert len(posts) == 1
    assert DRONE in posts[0]


@pytest.mark.parametrize(
    "refusal",
    [
        "Bad Request: failed to get HTTP URL content",
        "Bad Request: wrong file identifier/HTTP URL specified",
        "Bad Request: WEBPAGE_CURL_FAILED",
    ],
)
async def test_t39_picture_that_fails_leaves_the_text_once_and_its_edits(
    life: ToldLife, refusal: str
) -> None:
    room = life.room
    olena = await room.chat(OLENA)
    await timetable.set_look(room.store, olena, pictures=Pictures.LARGE)
    fault = Fault(kind="400", method="sendMessage", chat_id=OLENA, description=refusal)
    room.api.faults.add(fault)

    story_id = await room.happen(DRONE)
    await room.tick()
    (alert,) = (m for m in room.messages(OLENA) if DRONE in m["text"])
    preview = alert["link_preview_options"]
    await room.happen("Shebekino hit by a drone", outlet="Beta", story_id=story_id)
    await room.tick(minutes=1)

    assert preview == {"is_disabled": True}
    assert [m["message_id"] for m in room.messages(OLENA) if DRONE in m["text"]] == [
        alert["message_id"]
    ]
    assert room.count(SAM, DRONE) == 1
    assert "picture lost" in [row.last_error for row in await room.rows()]


async def test_t44_new_token_keeps_every_chat(life: ToldLife) -> None:
    followed = await life.followed(OLENA)
    await life.room.happen(DRONE)
    await life.room.tick()
    await life.say("/list", OLENA)
    room = life.room

    renamed = BotApi("434343:the_token_of_a_bot_that_replaces_the_first", flood=False)
    renamed.updates.poll_floor = 0
    for person in (OLENA, SAM):
        renamed.add_person(person, "Person")
    async with serve(renamed) as url, plain_bot(url, renamed.token) as bot:
        room.api, room.bot = renamed, bot
        room.dispatch = Dispatch(
            store=room.store,
            send=partial(send, bot),
            clock=lambda: room.now,
            pause=lambda _: 0.0,
        )
        life.inbox, life.heard = inbox_of(room), 0
        async with life.inbox.application:
            await life.inbox.open()
            await room.happen(FLOOD)
            await room.tick(minutes=1)
            refused = [call.status for call in renamed.calls if call.status != 200]
            for number in range(4):  # its updates are counted anew
                await life.say("/list", OLENA)
                assert "Belgorod" in room.texts(OLENA)[-1], number
            await room.tick(minutes=1)
            await room.happen(FIRE)
            await room.tick(minutes=1)

    assert refused == [403, 403]  # whom nobody has introduced to the new bot yet
    assert await life.followed(OLENA) == followed
    assert room.count(OLENA, FLOOD) == 1
    assert room.count(OLENA, FIRE) == 1
