"""From the outbox to the Bot API: outcomes, and what the database says of them."""

import asyncio
from asyncio import Event
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

import pytest
from instants import NOW
from outbox import Outbox
from sqlalchemy import insert, update

from bot.deliver.bot import build_bot
from bot.deliver.send import send
from bot.demo.botapi import BotApi, Fault, serve
from bot.demo.botapi.faults import Kind
from bot.domain.model import ChatState, DeliveryState, FeedSpec
from bot.pipeline.chats import mark_reachable
from bot.pipeline.digests import look
from bot.pipeline.dispatch import Dispatch
from bot.store import (
    broadcasts,
    chats,
    deliveries,
    feeds,
    outbox,
    schema,
    subscriptions,
)
from bot.store.engine import Store

TOKEN = "424242:dispatch_tests_have_a_token_of_their_own"  # of the local Bot API
OLENA, SAM = 7, 8


@dataclass(kw_only=True)
class Desk(Outbox):
    """An outbox, a Bot API, and the dispatch between them."""

    api: BotApi
    dispatch: Dispatch

    async def run(self, after: timedelta = timedelta(0)) -> int:
        self.now += after
        return await self.dispatch.drain(Event())

    def texts(self, person: int) -> list[str]:
        return [
            message["text"]
            for message in self.api.messages(person)
            if message["from"]["is_bot"]
        ]


@pytest.fixture
async def desk(store: Store) -> AsyncIterator[Desk]:
    api = BotApi(TOKEN, flood=False, poll_floor=0)
    async with serve(api) as url:
        bot = build_bot(token=TOKEN, api_url=url, send_rate=1000, read_timeout=2)
        async with bot:
            dispatch = Dispatch(
                store=store, send=partial(send, bot), clock=lambda: made.now
            )
            made = Desk(store=store, api=api, dispatch=dispatch)
            for person in (OLENA, SAM):
                api.add_person(person, "Person")
                api.say(person, "/start")
                chat_id = await made.chat(person)
                async with store.write() as tx:
                    await subscriptions.add(tx, chat_id, regions=("RU-BEL",), now=NOW)
            yield made


async def test_alert_is_sent_once_and_marked(desk: Desk) -> None:
    await desk.queue(OLENA, "Drone over Shebekino")

    assert await desk.run() == 1
    assert await desk.run() == 0
    assert len(desk.texts(OLENA)) == 1
    assert "Drone over Shebekino" in desk.texts(OLENA)[0]
    (row,) = await desk.rows()
    assert (row.state, row.attempts) == (DeliveryState.SENT, 1)
    assert row.message_id


async def test_flood_limit_parks_that_chat_only(desk: Desk) -> None:
    await desk.queue(OLENA, "Drone over Shebekino")
    await desk.queue(SAM, "Drone over Shebekino")
    desk.api.faults.add(
        Fault(method="sendMessage", kind="429", retry_after=31, chat_id=OLENA)
    )

    await desk.run()

    async with desk.store.read() as tx:
        found = await chats.get_chats(tx, list(desk.chats.values()))
    assert (len(desk.texts(OLENA)), len(desk.texts(SAM))) == (0, 1)
    assert found[desk.chats[OLENA]].parked_until == NOW + timedelta(seconds=31)
    assert found[desk.chats[SAM]].parked_until is None
    first, second = await desk.rows()
    assert (first.state, first.not_before) == ("ready", NOW + timedelta(seconds=31))
    assert second.state == DeliveryState.SENT


async def test_blocked_chat_keeps_its_settings_and_its_alert(desk: Desk) -> None:
    await desk.queue(OLENA, "Drone over Shebekino")
    desk.api.block(OLENA)

    await desk.run()
    async with desk.store.read() as tx:
        blocked = (await chats.get_chats(tx, [desk.chats[OLENA]]))[desk.chats[OLENA]]
    desk.api.unblock(OLENA)
    await mark_reachable(desk.store, OLENA, now=NOW)
    await look(desk.store, now=NOW)
    await desk.run(timedelta(minutes=1))

    assert blocked.state is ChatState.UNREACHABLE
    assert len(desk.texts(OLENA)) == 1


async def test_migrated_group_gets_its_alert_under_the_new_id(desk: Desk) -> None:
    desk.api.add_group(-5, "Newsroom", members={OLENA: "creator"})
    async with desk.store.write() as tx:
        chat = await chats.ensure_chat(
            tx,
            telegram_id=-5,
            kind="group",
            title="Newsroom",
            language="en",
            thread_id=None,
            now=NOW,
        )
    desk.chats[-5] = chat.id
    await desk.queue(-5, "Drone over Shebekino")
    desk.api.upgrade(-5, -1005)

    await desk.run()
    await desk.run()

    assert any("Shebekino" in text for text in desk.texts(-1005) if text)
    async with desk.store.read() as tx:
        moved = await chats.find_chat(tx, -1005)
    assert moved is not None
    assert moved.id == chat.id


@pytest.mark.parametrize("kind", ["500", "502_html", "reset_before"])
async def test_trouble_before_acceptance_loses_and_repeats_nothing(
    desk: Desk, kind: Kind
) -> None:
    await desk.queue(OLENA, "Drone over Shebekino")
    desk.api.faults.add(Fault(method="sendMessage", kind=kind))

    await desk.run()
    await desk.run(timedelta(minutes=1))

    assert len(desk.texts(OLENA)) == 1
    assert await desk.states() == [DeliveryState.SENT]


async def test_answer_lost_after_acceptance_repeats_once(desk: Desk) -> None:
    await desk.queue(OLENA, "Drone over Shebekino")
    desk.api.faults.add(Fault(method="sendMessage", kind="reset_after"))

    await desk.run()
    unsure = await desk.states()
    await desk.run(timedelta(minutes=1))
    await desk.run(timedelta(minutes=1))

    assert unsure == [DeliveryState.UNSURE]
    assert await desk.states() == [DeliveryState.SENT]
    assert len(desk.texts(OLENA)) == 2


async def test_silence_for_ever_ends_unsure_and_stops(desk: Desk) -> None:
    await desk.queue(OLENA, "Drone over Shebekino")
    desk.api.faults.add(Fault(method="sendMessage", kind="reset_after", times=100))

    for _ in range(6):
        await desk.run(timedelta(minutes=10))

    assert len(desk.texts(OLENA)) == 1 + len(deliveries.RESEND_PAUSES)
    assert await desk.states() == [DeliveryState.UNSURE]


async def test_what_a_dead_process_was_sending_is_sent_again(desk: Desk) -> None:
    await desk.queue(OLENA, "Drone over Shebekino")
    async with desk.store.write() as tx:
        await tx.execute(update(schema.delivery).values(state=DeliveryState.SENDING.value))

    stuck = await desk.run()
    recovered = await desk.dispatch.recover()
    await desk.run()

    assert (stuck, recovered) == (0, 1)
    assert len(desk.texts(OLENA)) == 1


async def test_alert_that_waited_too_long_is_held_for_a_summary(desk: Desk) -> None:
    await desk.queue(OLENA, "Drone over Shebekino")

    sent = await desk.run(timedelta(hours=7))
    async with desk.store.write() as tx:
        await deliveries.expire(tx, now=desk.now)

    assert sent == 0
    assert await desk.states() == [DeliveryState.HELD]


async def test_second_outlet_edits_the_message_in_place(desk: Desk) -> None:
    story_id = await desk.queue(OLENA, "Drone over Shebekino")
    await desk.run()
    async with desk.store.write() as tx:
        feed_id = await feeds.ensure(
            tx, FeedSpec(url="https://beta.example/feed", title="Beta"), now=NOW
        )
        row = await tx.execute(
            insert(schema.entry)
            .values(
                feed_id=feed_id,
                story_id=story_id,
                link="https://beta.example/9",
                title="Drone over Shebekino",
                summary="",
                categories=[],
                language="en",
                published_at=NOW,
                first_seen_at=NOW,
            )
            .returning(schema.entry.c.id)
        )
        await outbox.add_edits(
            tx, story_id=story_id, entry_id=row.scalar_one(), now=desk.now
        )

    await desk.run()

    (text,) = desk.texts(OLENA)
    assert "Alpha" in text
    assert "Beta" in text
    assert await desk.states() == [DeliveryState.SENT, DeliveryState.SENT]


async def _broadcast(desk: Desk) -> int:
    async with desk.store.write() as tx:
        admin = desk.chats[OLENA]
        new = await broadcasts.draft(tx, admin_id=admin, words="Hello", now=desk.now)
        await broadcasts.queue(tx, new, now=desk.now)
    return new


async def test_broadcast_says_for_how_many_it_is_and_is_queued_once(desk: Desk) -> None:
    async with desk.store.write() as tx:
        admin = desk.chats[OLENA]
        new = await broadcasts.draft(tx, admin_id=admin, words="Hello", now=desk.now)

        counts = [await broadcasts.queue(tx, new, now=desk.now) for _ in range(2)]

    assert counts == [2, None]


async def test_broadcast_leaves_out_who_forgets_all_meanwhile(desk: Desk) -> None:
    async with desk.store.write() as tx:
        await chats.forget(tx, desk.chats[SAM])
        queuing = asyncio.create_task(_broadcast(desk))
        done, _ = await asyncio.wait({queuing}, timeout=0.5)
    await queuing

    assert not done
    assert [row.chat_id for row in await desk.rows()] == [desk.chats[OLENA]]


async def test_broadcast_that_was_stopped_in_flight_is_no_dead_letter(desk: Desk) -> None:
    new = await _broadcast(desk)
    async with desk.store.write() as tx:
        await tx.execute(update(schema.delivery).values(state=DeliveryState.SENDING.value))
        await broadcasts.cancel(tx, new, now=desk.now)
    await desk.dispatch.recover()

    await desk.run()

    assert await desk.states() == [DeliveryState.EXPIRED] * 2
    assert {row.last_error for row in await desk.rows()} == {broadcasts.CANCELLED}
    assert desk.texts(OLENA) == []


async def test_broadcast_that_was_stopped_in_doubt_says_why_it_is_in_doubt(
    desk: Desk,
) -> None:
    new = await _broadcast(desk)
    desk.api.faults.add(Fault(method="sendMessage", kind="reset_after", times=2))
    await desk.run()
    async with desk.store.write() as tx:
        await broadcasts.cancel(tx, new, now=desk.now)

    await desk.run(timedelta(hours=1))

    assert await desk.states() == [DeliveryState.UNSURE] * 2
    assert not any("deleted" in str(row.last_error) for row in await desk.rows())
    assert len(desk.texts(OLENA)) == 1
