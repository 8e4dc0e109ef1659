"""What could not be delivered: found, read, sent again or given up."""

import asyncio
from datetime import timedelta

import pytest
from outbox import Outbox, Wire

from bot.domain.model import Chat, DeliveryState, Rejected, Unsure
from bot.pipeline.dead_letters import Fate, decide, find_letter, list_letters
from bot.pipeline.dispatch import Dispatch
from bot.store import dead, deliveries, schema
from bot.store.columns import metadata
from bot.store.engine import Store

OLENA, SAM = 7, -8
REFUSED = Rejected(reason="Bad Request: can't parse entities")


@pytest.fixture
def outbox(store: Store) -> Outbox:
    return Outbox(store=store)


async def drain(outbox: Outbox, *outcomes: Rejected | Unsure) -> Wire:
    wire = Wire(next_outcomes=list(outcomes))
    dispatch = Dispatch(
        store=outbox.store, send=wire, clock=lambda: outbox.now, pause=lambda _: 0
    )
    await dispatch.drain(asyncio.Event())
    return wire


async def test_what_telegram_refused_is_listed_newest_first(outbox: Outbox) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    await outbox.queue(SAM, "Fire in Valuyki")
    await drain(outbox, REFUSED, REFUSED)

    found, count = await list_letters(outbox.store, limit=1)

    assert count == 2
    assert [(each.title, each.chat) for each in found] == [("Fire in Valuyki", SAM)]
    assert found[0].reason == REFUSED.reason
    assert found[0].attempts == 1


async def test_what_is_due_or_sent_is_no_dead_letter(outbox: Outbox) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    await drain(outbox)
    await outbox.queue(SAM, "Fire in Valuyki")
    await drain(outbox, Unsure(reason="no answer"))

    assert await list_letters(outbox.store, limit=9) == ((), 0)


async def test_what_stays_unsure_is_a_dead_letter(outbox: Outbox) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    for _ in range(1 + len(deliveries.RESEND_PAUSES)):
        await drain(outbox, Unsure(reason="no answer"))
        outbox.now += timedelta(minutes=10)

    ((letter,), _) = await list_letters(outbox.store, limit=9)

    assert letter.state is DeliveryState.UNSURE
    async with outbox.store.read() as tx:
        assert (await deliveries.get_overview(tx)).dead == 1


async def test_an_edit_of_a_message_that_is_gone_is_no_dead_letter(outbox: Outbox) -> None:
    story_id = await outbox.queue(OLENA, "Drone over Shebekino")
    await drain(outbox)
    await outbox.edit(story_id, "Drone over Shebekino")
    await drain(outbox, Rejected(reason="Message to edit not found"))

    assert await list_letters(outbox.store, limit=9) == ((), 0)


async def test_a_requeued_letter_is_sent_once(outbox: Outbox) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    await outbox.queue(SAM, "Fire in Valuyki")
    await drain(outbox, REFUSED, REFUSED)
    ((letter,), _) = await list_letters(outbox.store, limit=1)
    outbox.now += timedelta(hours=20)

    counts = [
        await decide(outbox.store, Fate.REQUEUE, [letter.id], now=outbox.now)
        for _ in range(2)
    ]
    outbox.now += timedelta(seconds=5)
    wire = await drain(outbox)

    assert counts == [1, 0]
    assert wire.chats() == [SAM]
    assert await outbox.states() == [DeliveryState.REJECTED, DeliveryState.SENT]
    assert await find_letter(outbox.store, letter.id) is None


async def test_all_are_dropped_and_never_come(outbox: Outbox) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    await outbox.queue(SAM, "Fire in Valuyki")
    await drain(outbox, REFUSED, REFUSED)

    assert await decide(outbox.store, Fate.DROP, None, now=outbox.now) == 2
    assert (await drain(outbox)).sent == []
    assert set(await outbox.states()) == {DeliveryState.DROPPED}


async def test_what_an_admin_did_is_written_down(outbox: Outbox) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    await drain(outbox, REFUSED)
    admin = Chat(id=outbox.chats[OLENA], telegram_id=OLENA)

    await decide(outbox.store, Fate.DROP, None, now=outbox.now, admin=admin)

    async with outbox.store.read() as tx:
        (row,) = (await tx.execute(metadata.tables["admin_action"].select())).all()
    assert (row.what, row.subject) == ("drop", "1")


async def test_a_letter_whose_text_was_deleted_is_still_listed(outbox: Outbox) -> None:
    await outbox.queue(OLENA, "Drone over Shebekino")
    await drain(outbox, REFUSED)
    async with outbox.store.write() as tx:
        await tx.execute(schema.delivery.update().values(entry_id=None))
        found = await dead.newest(tx, limit=9)

    assert [each.title for each in found] == [""]
