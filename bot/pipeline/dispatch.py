"""From the outbox to Telegram.

::

    claim (committed `sending`) → card as the story stands now → pace → send or edit
      → commit the outcome at once

One message is in flight while little waits, so a crash repeats at most one; a long queue
is sent by up to `MAX_IN_FLIGHT` at once. A chat that was just written to is left out until
its next turn, so that nobody waits behind it.

What became of a message is never forgotten while the process lives: an outcome that could
not be committed is committed before anything else is sent.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Protocol, assert_never

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.deliver.digest import digest_card
from bot.deliver.pace import GROUP_PAUSE, PRIVATE_PAUSE
from bot.deliver.render import alert_card
from bot.deliver.send import backoff
from bot.domain.model import (
    Chat,
    Deferred,
    Delivery,
    DeliveryKind,
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
from bot.pipeline.chats import lose, move
from bot.pipeline.digest_cards import find_digest_card
from bot.pipeline.others import render_other
from bot.store import chats, deliveries, waiting
from bot.store.engine import Store

log = logging.getLogger(__name__)

MAX_IN_FLIGHT = 8  # as many as the client has connections
QUEUE_PER_SENDER = 25  # about a second's worth
DRAIN_FOR = 30.0  # seconds; the next tick goes on, so one that takes minutes does hang
NAP = 0.25  # seconds at most, while all that is due waits for its chat's turn

Sender = asyncio.Task[list[Outcome]]


def pause_after(chat: Chat) -> float:
    """Return the seconds for which a chat is left out after a message to it."""
    return GROUP_PAUSE if chat.telegram_id < 0 else PRIVATE_PAUSE


class Send(Protocol):
    """Sends one message (`bot.deliver.send.send` with its bot)."""

    async def __call__(
        self,
        chat: Chat,
        outgoing: Outgoing,
        *,
        edit_message_id: int | None,
        reply_to: int | None,
        attempts: int,
        now: datetime,
    ) -> Outcome:
        """Send, or change a message; no failure leaves as an exception."""
        ...


@dataclass(slots=True, kw_only=True)
class Dispatch:
    """Sends what is due.

    `clock` gives the current time, aware; `on_outcome` is told what became of each; `pause`
    says for how many seconds a chat is left out after a message to it.
    """

    store: Store
    send: Send
    clock: Callable[[], datetime]
    on_outcome: Callable[[Delivery, Outcome], None] = lambda _delivery, _outcome: None
    pause: Callable[[Chat], float] = pause_after
    _claiming: asyncio.Lock = field(default_factory=asyncio.Lock)
    _unsettled: dict[int, tuple[Delivery, Outcome]] = field(default_factory=dict)
    _resting: dict[int, float] = field(default_factory=dict)  # by Telegram's id, loop time
    _was_broken: bool = False

    async def recover(self) -> int:
        """Make due again what a dead process, or a broken claim, left in flight."""
        async with self.store.write() as tx:
            recovered = await deliveries.recover(tx, now=self.clock())
        if recovered:
            log.warning("deliveries recovered: %d", recovered)
        return recovered

    async def drain(self, stop: asyncio.Event) -> int:
        """Send until nothing is due, time is up or `stop` is set; return how many went.

        Raises:
            StoreError: The database cannot be used; the outcomes so far are remembered.
        """
        if self._was_broken:
            for delivery, outcome in tuple(self._unsettled.values()):
                await self._settle(delivery, outcome)
            await self.recover()
            self._was_broken = False
        until = asyncio.get_running_loop().time() + DRAIN_FOR
        senders: set[Sender] = set()
        sent = 0
        try:
            while await self._top_up(senders, stop, until):
                done, _ = await asyncio.wait(senders, return_when=asyncio.FIRST_COMPLETED)
                senders -= done
                outcomes = [outcome for task in done for outcome in task.result()]
                sent += sum(isinstance(outcome, Sent) for outcome in outcomes)
                if not outcomes and not senders:
                    break  # what is due is locked by an ingest: the next tick finds it
        except BaseException as exc:
            self._was_broken = True
            if isinstance(exc, asyncio.CancelledError):
                for task in senders:
                    task.cancel()
            raise
        finally:
            # Nobody is torn from a message in flight, not even when the others failed.
            await asyncio.gather(*senders, return_exceptions=True)
        return sent

    async def _top_up(
        self, senders: set[Sender], stop: asyncio.Event, until: float
    ) -> bool:
        """Start as many senders as the queue needs; return False when none is at work."""
        loop = asyncio.get_running_loop()
        while not stop.is_set() and loop.time() < until:
            due, others = await self._count_due()
            wanted = min(MAX_IN_FLIGHT, -(-due // QUEUE_PER_SENDER))
            for _ in range(wanted - len(senders)):
                senders.add(asyncio.create_task(self._send_some(stop)))
            if senders or not others:
                break
            nap = max(0.01, min(NAP, min(self._resting.values()) - loop.time()))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(nap):
                    await stop.wait()
        return bool(senders)

    async def _count_due(self) -> tuple[int, bool]:
        """Return how many could be sent now, and whether others wait for their chat."""
        limit = MAX_IN_FLIGHT * QUEUE_PER_SENDER
        resting = self._rest()
        async with self.store.read() as tx:
            due = await deliveries.count_due(tx, now=self.clock(), limit=limit, but=resting)
            if due or not resting:
                return due, False
            waiting = await deliveries.count_due(tx, now=self.clock(), limit=1)
        return due, bool(waiting) and bool(self._resting)

    def _rest(self) -> tuple[int, ...]:
        """Return the chats whose turn is later."""
        now = asyncio.get_running_loop().time()
        self._resting = {chat: at for chat, at in self._resting.items() if at > now}
        return tuple(self._resting)

    async def _send_some(self, stop: asyncio.Event) -> list[Outcome]:
        outcomes: list[Outcome] = []
        while len(outcomes) < QUEUE_PER_SENDER and not stop.is_set():
            outcome = await self._send_next()
            if outcome is None:
                break
            outcomes.append(outcome)
        return outcomes

    async def _send_next(self) -> Outcome | None:
        async with self._claiming, self.store.write() as tx:
            delivery = await deliveries.claim_next(tx, now=self.clock(), but=self._rest())
        if delivery is None:
            return None
        loop = asyncio.get_running_loop()
        self._resting[delivery.chat.telegram_id] = loop.time() + self.pause(delivery.chat)
        # What is true if the next step fails, whatever the reason.
        outcome: Outcome = Deferred(
            pause=backoff(delivery.attempts), reason="it could not be rendered"
        )
        try:
            outgoing = await self._render(delivery)
            if outgoing is None:
                outcome = Rejected(reason="its text was deleted")
            else:
                outcome = Unsure(reason="sending it was interrupted")
                outcome = await self.send(
                    delivery.chat,
                    outgoing,
                    edit_message_id=delivery.message_id,
                    reply_to=delivery.reply_to,
                    attempts=delivery.attempts - 1,
                    now=self.clock(),
                )
        finally:
            self._unsettled[delivery.id] = (delivery, outcome)
        await self._settle(delivery, outcome)
        return outcome

    async def _settle(self, delivery: Delivery, outcome: Outcome) -> None:
        async with self.store.write() as tx:
            await settle(tx, delivery, outcome, now=self.clock())
        del self._unsettled[delivery.id]
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

    async def _render(self, delivery: Delivery) -> Outgoing | None:
        outgoing = await self._card(delivery)
        if outgoing is None or delivery.chat.thread_id is None:
            return outgoing
        say = texts(delivery.chat.language).gettext
        notice = say(
            "The topic for this is closed or gone, so it comes here from now on. To choose "
            "another topic, send /start there."
        )
        return replace(outgoing, notice=notice)

    async def _card(self, delivery: Delivery) -> Outgoing | None:
        chat = delivery.chat
        say, zone = texts(chat.language), chat.time_zone
        async with self.store.read() as tx:
            if delivery.kind is DeliveryKind.DIGEST:
                digest = await find_digest_card(tx, chat, delivery.id)
                return digest_card(digest, say, time_zone=zone) if digest else None
            if delivery.kind in (DeliveryKind.SPIKE, DeliveryKind.TO_ALL):
                return await render_other(tx, delivery)
            card = await get_alert_card(tx, delivery)
        if card is None:
            return None
        return alert_card(card, say, now=self.clock(), time_zone=zone)


async def settle(
    tx: AsyncConnection, delivery: Delivery, outcome: Outcome, *, now: datetime
) -> None:
    """Write down what became of a delivery; nothing that Telegram may lack is `sent`.

    A chat's row is written before the delivery's, for ingest locks them in that order.
    """
    match outcome:
        case Sent(message_id=message_id, note=note):
            if note is not None and "topic lost" in note:
                await chats.set_thread(tx, delivery.chat.id, None)
            await deliveries.mark_sent(
                tx, delivery.id, message_id=message_id, note=note, now=now
            )
        case Deferred(pause=pause, reason=reason, park_chat=park_chat):
            if park_chat:
                await chats.park(tx, delivery.chat.id, now + pause)
            await deliveries.defer(tx, delivery.id, until=now + pause, reason=reason)
        case Unsure(reason=reason):
            await deliveries.mark_unsure(tx, delivery.id, reason=reason, now=now)
        case Rejected(reason=reason):
            await deliveries.mark_rejected(tx, delivery.id, reason=reason, now=now)
        case Unreachable(reason=reason):
            if await waiting.lock_chat(tx, delivery.chat.id) is not None:
                await deliveries.defer(tx, delivery.id, until=now, reason=reason)
                await lose(tx, delivery.chat.id, reason, now=now)
        case Migrated(telegram_id=telegram_id):
            await move(tx, delivery.chat.telegram_id, telegram_id, now=now)
            await deliveries.defer(
                tx, delivery.id, until=now, reason="the group has a new id"
            )
        case never:
            assert_never(never)
