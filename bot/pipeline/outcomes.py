"""What became of a delivery, written down.

What touches only deliveries can be written for many in one transaction. What touches a
chat has a transaction of its own, in which the chat's row is written before the delivery's,
for ingest locks them in that order.
"""

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final, assert_never

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.deliver.send import backoff
from bot.domain.errors import StoreError
from bot.domain.model import (
    Deferred,
    Delivery,
    DeliveryKind,
    Migrated,
    Outcome,
    Rejected,
    Sent,
    Unreachable,
    Unsure,
)
from bot.pipeline.chats import lose, move
from bot.store import chats, deliveries, waiting
from bot.store.deliveries import RESEND_PAUSES, Done
from bot.store.engine import Store

log = logging.getLogger(__name__)

Result = tuple[Delivery, Outcome]

MOST_MOVES: Final = 2  # of a group at once; more are a circle


def touches_chat(outcome: Outcome) -> bool:
    """Return whether more than the delivery's own row changes."""
    match outcome:
        case Sent(note=note):
            return note is not None and "topic lost" in note
        case Deferred(park_chat=park_chat):
            return park_chat
        case Rejected():
            return False
        case Unsure() | Unreachable() | Migrated():
            return True
        case never:
            assert_never(never)


async def settle_alone(store: Store, result: Result, *, now: datetime) -> Outcome:
    """Write down one outcome in a transaction of its own; return what was written.

    What cannot be written is written as in doubt: whatever an answer says, nothing else
    waits behind it.

    Raises:
        StoreError: The database cannot be used.
    """
    delivery, outcome = result
    if isinstance(outcome, Sent) and not touches_chat(outcome):
        await deliveries.mark_one_sent(store, _done(delivery, outcome), now=now)
        return outcome
    try:
        async with store.write() as tx:
            await settle(tx, delivery, outcome, now=now)
    except StoreError:
        raise
    except Exception:
        log.exception("what became of delivery %s cannot be written", delivery.id)
        outcome = Unsure(reason="what became of it could not be written down")
        async with store.write() as tx:
            await settle(tx, delivery, outcome, now=now)
    return outcome


async def settle_all(
    tx: AsyncConnection, results: Sequence[Result], *, now: datetime
) -> None:
    """Write down outcomes of which none touches a chat."""
    if len(results) > 1:
        await deliveries.lock(tx, [delivery.id for delivery, _ in results])
    done = [
        _done(delivery, outcome)
        for delivery, outcome in results
        if isinstance(outcome, Sent)
    ]
    await deliveries.mark_sent(tx, done, now=now)
    for delivery, outcome in results:
        if not isinstance(outcome, Sent):
            await settle(tx, delivery, outcome, now=now)


def _done(delivery: Delivery, sent: Sent) -> Done:
    return Done(delivery_id=delivery.id, message_id=sent.message_id, note=sent.note)


async def settle(
    tx: AsyncConnection, delivery: Delivery, outcome: Outcome, *, now: datetime
) -> None:
    """Write down what became of a delivery; nothing that Telegram may lack is `sent`."""
    match outcome:
        case Sent():
            if touches_chat(outcome):
                await chats.set_thread(tx, delivery.chat.id, None)
            await deliveries.mark_sent(tx, [_done(delivery, outcome)], now=now)
        case Deferred(pause=pause, reason=reason, park_chat=park_chat):
            if park_chat:
                await chats.park(tx, delivery.chat.id, now + pause)
            await deliveries.defer(tx, delivery.id, until=now + pause, reason=reason)
        case Unsure(reason=reason, counts=counts):
            await _keep_order(tx, delivery, now=now)
            await deliveries.mark_unsure(
                tx, delivery.id, reason=reason, counts=counts, now=now
            )
        case Rejected(reason=reason, is_moot=is_moot):
            end = deliveries.mark_moot if is_moot else deliveries.mark_rejected
            await end(tx, delivery.id, reason=reason, now=now)
        case Unreachable(reason=reason):
            if await waiting.lock_chat(tx, delivery.chat.id) is not None:
                await deliveries.defer(tx, delivery.id, until=now, reason=reason)
                await lose(tx, delivery.chat.id, reason, now=now)
        case Migrated(telegram_id=telegram_id):
            await move(tx, delivery.chat.telegram_id, telegram_id, now=now)
            until = now + _pause_to_follow(delivery)
            reason = "the group has a new id"
            await deliveries.defer(tx, delivery.id, until=until, reason=reason)
        case never:
            assert_never(never)


def _pause_to_follow(delivery: Delivery) -> timedelta:
    """Return the pause before a group is written to under its new id.

    None at first; two ids of which each names the other are not asked without end.
    """
    often = delivery.attempts - MOST_MOVES
    return backoff(often) if often > 0 else timedelta(0)


async def _keep_order(tx: AsyncConnection, delivery: Delivery, *, now: datetime) -> None:
    """Let nothing overtake a message that may have arrived, until it is sent again.

    Only once, so that no message holds up all that come after it; an edit is no news.
    """
    if delivery.attempts <= 1 and delivery.kind is not DeliveryKind.EDIT:
        await chats.park(tx, delivery.chat.id, now + RESEND_PAUSES[0])
