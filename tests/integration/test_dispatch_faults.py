"""What dispatch does when the database, a message or a chat stands in its way."""

import asyncio
import contextlib
from datetime import timedelta

import pytest
from databases import BrokenStore
from outbox import Outbox, Wire
from sqlalchemy import event, select, text

from bot.domain.errors import StoreError
from bot.domain.model import (
    Chat,
    Deferred,
    DeliveryKind,
    DeliveryState,
    Migrated,
    Outcome,
    Outgoing,
    Unsure,
)
from bot.pipeline import dispatch as dispatching
from bot.pipeline.dispatch import Dispatch, pause_after
from bot.pipeline.housekeeping import keep_house
from bot.store import chats, deliveries, due, schema
from bot.store.engine import Store

OLENA, SAM, GROUP = 7, 8, -100


@pytest.fixture
def outbox(store: Store) -> Outbox:
    return Outbox(store=store)


def dispatch_of(
    outbox: Outbox, wire: object, *, pause: float = 0.0, store: Store | None = None
) -> Dispatch:
    return Dispatch(
        store=store or outbox.store,
        send=wire,  # type: ignore[arg-type]  # tests send in many ways
        clock=lambda: outbox.now,
        pause=lambda _: pause,
    )


async def test_outcome_that_could_not_be_stored_is_stored_later_and_not_sent_again(
    outbox: Outbox, database_url: str
) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    store, wire = BrokenStore(database_url), Wire()

    async def send(*args: object, **kwargs: object) -> Outcome:
        store.is_broken = True
        return await wire(*args, **kwargs)  # type: ignore[arg-type]  # passed on

    dispatch = dispatch_of(outbox, send, store=store)
    with pytest.raises(StoreError):
        await dispatch.drain(asyncio.Event())
    with pytest.raises(StoreError):
        await dispatch.drain(asyncio.Event())
    stuck = await outbox.states()
    store.is_broken = False
    await dispatch.drain(asyncio.Event())
    await store.close()

    assert stuck == [DeliveryState.SENDING]
    assert await outbox.states() == [DeliveryState.SENT]
    assert len(wire.sent) == 1


async def test_one_failure_tears_nobody_from_a_message_in_flight(outbox: Outbox) -> None:
    for person in range(60):
        await outbox.queue(person + 1, "Drone over Shebekino")
    failed, sent = asyncio.Event(), []

    async def send(chat: Chat, _: Outgoing, **__: object) -> Outcome:
        if chat.telegram_id == 1:
            failed.set()
            raise ZeroDivisionError
        await failed.wait()
        sent.append(chat.telegram_id)
        return await Wire()(chat, _, **__)  # type: ignore[arg-type]  # passed on

    dispatch = dispatch_of(outbox, send)
    with pytest.raises(ZeroDivisionError):
        await dispatch.drain(asyncio.Event())
    states = await outbox.states()
    await dispatch.drain(asyncio.Event())

    assert states.count(DeliveryState.UNSURE) == 1
    assert DeliveryState.SENDING not in states
    assert set(await outbox.states()) == {DeliveryState.SENT, DeliveryState.UNSURE}
    assert sorted(sent) == list(range(2, 61))
    assert len(set(sent)) == len(sent)


async def test_alert_that_cannot_be_rendered_holds_up_neither_its_chat_nor_others(
    outbox: Outbox,
) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    await outbox.queue(SAM, "Drone over Shebekino")
    async with outbox.store.write() as tx:
        await tx.execute(
            schema.chat.update()
            .where(schema.chat.c.telegram_id == OLENA)
            .values(time_zone="Nowhere/Land")
        )
    wire = Wire()
    dispatch = dispatch_of(outbox, wire)

    for _ in range(3):
        with contextlib.suppress(Exception):  # as a tick does
            await dispatch.drain(asyncio.Event())

    assert SAM in wire.chats()
    assert DeliveryState.SENDING not in await outbox.states()


async def test_chat_forgotten_while_its_message_was_sent(outbox: Outbox) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")

    async def send(*_: object, **__: object) -> Outcome:
        async with outbox.store.write() as tx:
            await chats.forget(tx, outbox.chats[OLENA])
        return Unsure(reason="no answer")

    await dispatch_of(outbox, send).drain(asyncio.Event())

    assert await outbox.rows() == []


async def test_nobody_waits_behind_a_chat_whose_turn_is_later(outbox: Outbox) -> None:
    for number in range(3):
        await outbox.queue(GROUP, f"Drone {number} over Shebekino")
    await outbox.queue(SAM, "Drone over Shebekino")
    wire, has_both = Wire(), asyncio.Event()

    async def send(*args: object, **kwargs: object) -> Outcome:
        if len(wire.sent) == 1:
            has_both.set()
        return await wire(*args, **kwargs)  # type: ignore[arg-type]  # passed on

    await dispatch_of(outbox, send, pause=3600.0).drain(has_both)
    await dispatch_of(outbox, wire).drain(asyncio.Event())

    assert wire.chats() == [GROUP, SAM, GROUP, GROUP]
    titles = [title for chat, title in wire.sent if chat == GROUP]
    assert titles == sorted(titles)


async def test_one_drain_sends_all_of_a_chat_whenever_the_queue_is_counted(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatching, "RECOUNT", 0.0)
    for number in range(3):
        await outbox.queue(OLENA, f"Drone number {number} over Shebekino")
    wire = Wire()

    assert await dispatch_of(outbox, wire).drain(asyncio.Event()) == 3
    assert wire.chats() == [OLENA] * 3


async def test_more_senders_help_when_the_queue_grows(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatching, "QUEUE_PER_SENDER", 5)
    await outbox.queue(OLENA, "Drone over Shebekino")
    two_at_once = asyncio.Barrier(2)
    wire = Wire()

    async def send(*args: object, **kwargs: object) -> Outcome:
        if not wire.sent:
            for person in range(21):
                await outbox.queue(person + 100, "Drone over Shebekino")
        if 5 <= len(wire.sent) < 14:
            await two_at_once.wait()  # for ever, if one alone is at work
        return await wire(*args, **kwargs)  # type: ignore[arg-type]  # passed on

    await dispatch_of(outbox, send).drain(asyncio.Event())

    assert two_at_once.n_waiting == 0
    assert set(await outbox.states()) == {DeliveryState.SENT}


async def test_slow_answer_holds_up_nobody_else(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dispatching, "SLOW", 0.0)
    for person in (OLENA, SAM, SAM + 1):
        await outbox.queue(person, "Drone over Shebekino")
    wire, others_went = Wire(), asyncio.Event()

    async def send(chat: Chat, *args: object, **kwargs: object) -> Outcome:
        if chat.telegram_id == OLENA:
            await others_went.wait()  # for ever, if it is waited for
        outcome = await wire(chat, *args, **kwargs)  # type: ignore[arg-type]  # passed on
        if len(wire.sent) == 2:
            others_went.set()
        return outcome

    async with asyncio.timeout(30):
        assert await dispatch_of(outbox, send).drain(asyncio.Event()) == 3

    assert wire.chats() == [SAM, SAM + 1, OLENA]


async def test_others_look_at_what_waits_while_a_long_queue_is_sent(
    outbox: Outbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    for person in range(5):
        await outbox.queue(person + 1, "Drone over Shebekino")
    monkeypatch.setattr(dispatching, "RECOUNT", 0.0)
    monkeypatch.setattr(dispatching, "BETWEEN", 0.0)
    looks, wire = [], Wire()

    async def look() -> None:
        looks.append(len(wire.chats()))

    dispatch = dispatch_of(outbox, wire)
    dispatch.between = look

    assert await dispatch.drain(asyncio.Event()) == 5
    assert looks[0] == 0
    assert {1, 2, 3, 4} <= set(looks)


async def test_stop_ends_the_drain_between_two_messages(outbox: Outbox) -> None:
    for person in range(5):
        await outbox.queue(person + 1, "Drone over Shebekino")
    stop, wire = asyncio.Event(), Wire()

    async def send(*args: object, **kwargs: object) -> Outcome:
        stop.set()
        return await wire(*args, **kwargs)  # type: ignore[arg-type]  # passed on

    assert await dispatch_of(outbox, send).drain(stop) == 1


async def test_cancelled_drain_leaves_what_was_in_flight_to_be_sent_again(
    outbox: Outbox,
) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    going = asyncio.Event()

    async def send(*_: object, **__: object) -> Outcome:
        going.set()
        return await asyncio.Future()

    dispatch = dispatch_of(outbox, send)
    drain = asyncio.create_task(dispatch.drain(asyncio.Event()))
    await going.wait()
    drain.cancel()
    with pytest.raises(asyncio.CancelledError):
        await drain
    dispatch.send = wire = Wire()
    await dispatch.drain(asyncio.Event())
    outbox.now += timedelta(minutes=1)
    await dispatch.drain(asyncio.Event())

    assert len(wire.sent) == 1
    assert await outbox.states() == [DeliveryState.SENT]


async def test_deferred_message_stays_due(outbox: Outbox) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    wire = Wire(next_outcomes=[Deferred(pause=timedelta(seconds=9), reason="busy")])
    dispatch = dispatch_of(outbox, wire)

    await dispatch.drain(asyncio.Event())
    early = list(wire.sent)
    outbox.now += timedelta(seconds=9)
    await dispatch.drain(asyncio.Event())

    assert early == []
    assert wire.chats() == [OLENA]


async def test_while_nobody_is_answered_no_message_is_given_up(outbox: Outbox) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    nobody = [Unsure(reason="no answer", counts=False)] * 6
    alone = [Unsure(reason="no answer")] * 2  # after it, which is not the end either
    wire = Wire(next_outcomes=[*nobody, *alone])
    dispatch = dispatch_of(outbox, wire)

    for _ in range(8):
        await dispatch.drain(asyncio.Event())
        outbox.now += timedelta(minutes=10)
    waits = await outbox.rows()
    await dispatch.drain(asyncio.Event())

    assert [(row.state, row.finished_at) for row in waits] == [("unsure", None)]
    assert len(wire.sent) == 9
    assert await outbox.states() == [DeliveryState.SENT]


async def test_two_ids_that_name_each_other_are_not_asked_without_end(
    outbox: Outbox,
) -> None:
    await outbox.queue(GROUP, "Drone over Shebekino")
    circle = [Migrated(telegram_id=each) for each in (-101, GROUP)] * 10
    wire = Wire(next_outcomes=[*circle])
    dispatch = dispatch_of(outbox, wire)

    await dispatch.drain(asyncio.Event())
    asked = len(wire.sent)
    for _ in range(4):
        outbox.now += timedelta(hours=1)
        wire.next_outcomes = wire.next_outcomes[:1]
        await dispatch.drain(asyncio.Event())

    assert asked < 5
    assert await outbox.states() == [DeliveryState.SENT]


async def test_alerts_go_before_edits(outbox: Outbox) -> None:
    story_id = await outbox.queue(OLENA, "Drone over Shebekino")
    wire = Wire()
    dispatch = dispatch_of(outbox, wire)
    await dispatch.drain(asyncio.Event())
    assert await outbox.edit(story_id, "Drone over Shebekino") == 1
    await outbox.queue(SAM, "Fire in Valuyki")

    await dispatch.drain(asyncio.Event())

    assert wire.chats() == [OLENA, SAM, OLENA]


async def test_edit_that_nobody_knows_about_blocks_no_later_edit(outbox: Outbox) -> None:
    story_id = await outbox.queue(OLENA, "Drone over Shebekino")
    wire = Wire()
    dispatch = dispatch_of(outbox, wire)
    await dispatch.drain(asyncio.Event())
    await outbox.edit(story_id, "Drone over Shebekino")
    wire.next_outcomes = [Unsure(reason="no answer")] * 3
    for _ in range(3):
        await dispatch.drain(asyncio.Event())
        outbox.now += timedelta(minutes=10)

    assert await outbox.edit(story_id, "Drone over Shebekino") == 1
    async with outbox.store.read() as tx:
        assert (await deliveries.get_overview(tx)).waiting == 1


async def test_alert_that_waited_too_long_gives_way_to_the_storys_next_entry(
    outbox: Outbox,
) -> None:
    story_id = await outbox.queue(OLENA, "Drone over Shebekino")
    outbox.now += timedelta(hours=7)
    await keep_house(outbox.store, now=outbox.now)
    held = await outbox.states()

    await outbox.queue(OLENA, "Drone kills two in Shebekino", story_id=story_id)
    wire = Wire()
    await dispatch_of(outbox, wire).drain(asyncio.Event())

    assert held == [DeliveryState.HELD]
    assert len(wire.sent) == 1
    assert "kills two" in wire.sent[0][1]


async def test_an_alert_that_may_have_arrived_comes_with_a_summary_when_its_time_is_over(
    outbox: Outbox,
) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    await dispatch_of(outbox, Wire(next_outcomes=[Unsure(reason="?")])).drain(
        asyncio.Event()
    )
    async with outbox.store.write() as tx:
        assert await deliveries.expire(tx, now=outbox.now + timedelta(hours=7)) == 1

    assert await outbox.states() == [DeliveryState.HELD]


@pytest.mark.parametrize(
    ("telegram_id", "seconds"),
    [pytest.param(7, 1.0, id="person"), pytest.param(-100, 3.0, id="group")],
)
def test_chat_rests_as_long_as_telegram_asks(telegram_id: int, seconds: float) -> None:
    assert pause_after(Chat(id=1, telegram_id=telegram_id)) == seconds


async def test_claim_looks_at_what_waits_and_not_at_what_was_sent(outbox: Outbox) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    statements: list[tuple[str, object]] = []

    def remember(_: object, __: object, sql: str, values: object, *___: object) -> None:
        if sql.lstrip().startswith("SELECT delivery"):
            statements.append((sql, values))

    event.listen(outbox.store._writer.sync_engine, "before_cursor_execute", remember)
    async with outbox.store.write() as tx:
        assert await due.find(tx, DeliveryKind.ALERT, now=outbox.now, limit=1)
    sql, values = statements[0]

    async with outbox.store.write() as tx:
        if outbox.store.is_sqlite:
            plan = await tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", values)  # type: ignore[arg-type]  # as the driver had them
        else:
            await tx.execute(text("SET LOCAL enable_seqscan = off"))
            plan = await tx.exec_driver_sql(f"EXPLAIN {sql}", values)  # type: ignore[arg-type]  # likewise
        lines = "\n".join(str(row) for row in plan)

    assert "ix_delivery_waiting" in lines
    assert "ix_delivery_sending" in lines
    assert await outbox.claim()
    assert await outbox.claim() is None
    async with outbox.store.read() as tx:
        assert (await tx.execute(select(schema.delivery.c.attempts))).scalars().all() == [1]


@pytest.mark.parametrize(
    "outcome",
    [
        Migrated(telegram_id=-(2**80)),
        Deferred(pause=timedelta(days=10**8), reason="flood limit", park_chat=True),
        Deferred(pause=timedelta(days=10**8), reason="flood limit", park_chat=False),
    ],
)
async def test_what_no_table_can_hold_keeps_nobody_waiting(
    outbox: Outbox, outcome: Outcome
) -> None:
    for person in (OLENA, SAM):
        await outbox.queue(person, "Drone over Shebekino")
    wire, answers = Wire(), [outcome]

    async def send(*args: object, **kwargs: object) -> Outcome:
        if answers:
            return answers.pop()
        return await wire(*args, **kwargs)  # type: ignore[arg-type]  # passed on

    dispatch = dispatch_of(outbox, send)
    with contextlib.suppress(Exception):
        await dispatch.drain(asyncio.Event())
    outbox.now += timedelta(minutes=1)
    await dispatch.drain(asyncio.Event())

    assert await outbox.states() == [DeliveryState.SENT, DeliveryState.SENT]
