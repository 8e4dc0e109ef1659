"""From the outbox to Telegram.

::

    claim (committed `sending`) → card as the story stands now → pace → send or edit
      → commit the outcome at once

One message is in flight while little waits, so a crash repeats at most one; a long queue
is sent by up to `MAX_IN_FLIGHT` at once.
"""

import asyncio
import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, assert_never

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.deliver.render import alert_card
from bot.domain.model import (
    Chat,
    ChatState,
    Deferred,
    Delivery,
    Migrated,
    Outcome,
    Outgoing,
    Rejected,
    Sent,
    Unreachable,
    Unsure,
)
from bot.i18n import texts
from bot.pipeline.cards import get_alert_card
from bot.store import chats, deliveries
from bot.store.engine import Store

log = logging.getLogger(__name__)

MAX_IN_FLIGHT = 8  # as many as the client has connections
QUEUE_PER_SENDER = 25  # about a second's worth


class Send(Protocol):
    """Sends one message (`bot.deliver.send.send` with its bot)."""

    async def __call__(
        self,
        chat: Chat,
        outgoing: Outgoing,
        *,
        edit_message_id: int | None,
        attempts: int,
        now: datetime,
    ) -> Outcome:
        """Send, or change a message; no failure leaves as an exception."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """Sends what is due.

    `clock` gives the current time, aware; `on_outcome` is told what became of each.
    """

    store: Store
    send: Send
    clock: Callable[[], datetime]
    on_outcome: Callable[[Delivery, Outcome], None] = lambda _delivery, _outcome: None

    async def recover(self) -> int:
        """Make what a dead process left in flight due again."""
        async with self.store.write() as tx:
            recovered = await deliveries.recover(tx, now=self.clock())
        if recovered:
            log.warning("deliveries recovered: %d", recovered)
        return recovered

    async def drain(self, stop: asyncio.Event) -> int:
        """Send until nothing is due or `stop` is set; return how many were sent."""
        async with self.store.read() as tx:
            waiting = (await deliveries.get_overview(tx)).waiting
        if not waiting:
            return 0
        senders = min(MAX_IN_FLIGHT, 1 + waiting // QUEUE_PER_SENDER)
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(self._send_all(stop)) for _ in range(senders)]
        return sum(task.result() for task in tasks)

    async def _send_all(self, stop: asyncio.Event) -> int:
        sent = 0
        while not stop.is_set() and (outcome := await self._send_next()) is not None:
            sent += isinstance(outcome, Sent)
        return sent

    async def _send_next(self) -> Outcome | None:
        async with self.store.write() as tx:
            delivery = await deliveries.claim_next(tx, now=self.clock())
        if delivery is None:
            return None
        outgoing = await self._render(delivery)
        if outgoing is None:
            outcome: Outcome = Rejected(reason="its text was deleted")
        else:
            outcome = await self.send(
                delivery.chat,
                outgoing,
                edit_message_id=delivery.message_id,
                attempts=delivery.attempts - 1,
                now=self.clock(),
            )
        async with self.store.write() as tx:
            await settle(tx, delivery, outcome, now=self.clock())
        self.on_outcome(delivery, outcome)
        log.info(
            "delivery %s: %s",
            delivery.id,
            type(outcome).__name__,
            extra={
                "chat_id": delivery.chat.id,
                "kind": delivery.kind.value,
                "attempts": delivery.attempts,
                "reason": getattr(outcome, "reason", None),
            },
        )
        return outcome

    async def _render(self, delivery: Delivery) -> Outgoing | None:
        async with self.store.read() as tx:
            card = await get_alert_card(tx, delivery)
        if card is None:
            return None
        return alert_card(
            card,
            texts(delivery.chat.language),
            now=self.clock(),
            time_zone=delivery.chat.time_zone,
        )


async def settle(
    tx: AsyncConnection, delivery: Delivery, outcome: Outcome, *, now: datetime
) -> None:
    """Write down what became of a delivery; nothing that Telegram may lack is `sent`."""
    match outcome:
        case Sent(message_id=message_id, note=note):
            await deliveries.mark_sent(
                tx, delivery.id, message_id=message_id, note=note, now=now
            )
            if note is not None and "topic lost" in note:
                await chats.set_thread(tx, delivery.chat.id, None)
        case Deferred(pause=pause, reason=reason, park_chat=park_chat):
            await deliveries.defer(tx, delivery.id, until=now + pause, reason=reason)
            if park_chat:
                await chats.park(tx, delivery.chat.id, now + pause)
        case Unsure(reason=reason):
            await deliveries.mark_unsure(tx, delivery.id, reason=reason, now=now)
        case Rejected(reason=reason):
            await deliveries.mark_rejected(tx, delivery.id, reason=reason, now=now)
        case Unreachable(reason=reason):
            await deliveries.defer(tx, delivery.id, until=now, reason=reason)
            await chats.set_state(tx, delivery.chat.id, ChatState.UNREACHABLE, reason)
        case Migrated(telegram_id=telegram_id):
            await deliveries.defer(
                tx, delivery.id, until=now, reason="the group has a new id"
            )
            await chats.migrate(tx, delivery.chat.telegram_id, telegram_id)
        case never:
            assert_never(never)
