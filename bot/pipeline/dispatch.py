"""From the outbox to Telegram.

::

    claim (committed `sending`) → card as the story stands now → pace → send or edit
      → commit the outcome at once

One message is in flight while little waits, so a crash repeats at most one; a long queue
is sent by up to `most` at once, and a short one while Telegram takes longer than `SLOW` to
answer, which holds up nobody else. Outcomes that arrive while the last ones are written are
written together, with the next claim, in one transaction: at 27 messages a second that is
one of each, at 900 about twenty. A chat that was just written to is left out until its next
turn, so that nobody waits behind it.

What became of a message is never forgotten while the process lives: an outcome that could
not be committed is committed before anything else is sent, by the next dispatch too, unless
another process took the message meanwhile.
"""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from bot.deliver.bot import IN_FLIGHT
from bot.deliver.pace import GROUP_PAUSE, PRIVATE_PAUSE
from bot.deliver.send import backoff
from bot.domain.errors import StoreError
from bot.domain.model import (
    Chat,
    Deferred,
    Delivery,
    DeliveryKind,
    Outcome,
    Outgoing,
    Sent,
    Unsure,
)
from bot.pipeline.outcomes import Result, settle_all, settle_alone, touches_chat
from bot.pipeline.queue import Queue
from bot.pipeline.rendering import Rendering, no_text
from bot.store import deliveries, due
from bot.store.engine import Store

log = logging.getLogger(__name__)

QUEUE_PER_SENDER = 25  # about a second's worth
RECOUNT = 1.0  # seconds for which it is known about how long the queue is
LINGER = 0.02  # seconds in which more outcomes come in, when many are in flight
BETWEEN = 30.0  # seconds after which a drain lets others look at what waits
SLOW = 1.0  # seconds for an answer; Telegram takes a tenth of one
NAP = 0.25  # seconds at most, while all that is due waits for its chat's turn

Flight = asyncio.Task[Outcome]
_Claimed = tuple[Delivery, tuple[int, ...]]


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
    says for how many seconds a chat is left out after a message to it; `most` are in flight
    at once; `between` is done before a drain and now and then in a long one; `unsettled`
    are the outcomes that are not committed yet.
    """

    store: Store
    send: Send
    clock: Callable[[], datetime]
    on_outcome: Callable[[Delivery, Outcome], None] = lambda _delivery, _outcome: None
    pause: Callable[[Chat], float] = pause_after
    most: int = IN_FLIGHT
    between: Callable[[], Awaitable[object]] | None = None
    unsettled: dict[int, Result] = field(default_factory=dict)
    _queue: Queue = field(default_factory=Queue)
    _rendering: Rendering = field(init=False)
    _flying: dict[Flight, float] = field(default_factory=dict)  # since when, loop time
    _landing: asyncio.Event = field(default_factory=asyncio.Event)
    _resting: dict[int, float] = field(default_factory=dict)  # by Telegram's id, loop time
    _backlog: int = 0  # how many are due, and of which kinds, as of the last count
    _kinds: frozenset[DeliveryKind] = frozenset(DeliveryKind)
    _recount_at: float = 0.0
    _between_at: float = 0.0
    _was_broken: bool = False

    def __post_init__(self) -> None:
        """Nothing is rendered yet."""
        self._rendering = Rendering(store=self.store, clock=self.clock)

    async def recover(self) -> int:
        """Make due again what a dead process, or a broken claim, left in flight."""
        async with self.store.read() as tx:
            flying = await deliveries.find_sending(tx)
        for delivery, _ in tuple(self.unsettled.values()):
            if flying.get(delivery.id) != delivery.attempts:
                del self.unsettled[delivery.id]
        await self._settle_each()
        async with self.store.write() as tx:
            recovered = await deliveries.recover(tx, now=self.clock())
        if recovered:
            log.warning("deliveries recovered: %d", recovered)
        return recovered

    async def drain(self, stop: asyncio.Event) -> int:
        """Send until nothing is due or `stop` is set; return how many went.

        Raises:
            StoreError: The database cannot be used; the outcomes so far are remembered.
        """
        if self._was_broken:
            await self.recover()
            self._was_broken = False
        self._backlog, self._between_at = 0, 0.0
        sent = 0
        try:
            while await self._turn(stop):
                sent += await self._landed()
        except BaseException as exc:
            self._was_broken = True
            if isinstance(exc, asyncio.CancelledError):
                for flight in self._flying:
                    flight.cancel()
            raise
        finally:
            # Nobody is torn from a message in flight, not even when the others failed.
            await asyncio.gather(*self._flying, return_exceptions=True)
            self._flying.clear()
            with contextlib.suppress(StoreError):  # they are remembered
                await self._settle_each()
        return sent

    async def _turn(self, stop: asyncio.Event) -> bool:
        """Write what came in, and let the next go; return whether some are in flight."""
        loop = asyncio.get_running_loop()
        while True:
            wanted = 0 if stop.is_set() else await self._wanted()
            slow = sum(at <= loop.time() - SLOW for at in self._flying.values())
            free = min(wanted + slow, self.most) - len(self._flying)
            claimed, left_some = await self._commit(free if free >= wanted / 2 else 0)
            for delivery, version in claimed:
                flight = loop.create_task(self._send_one(delivery, version))
                self._flying[flight] = loop.time()
            if self._flying or not left_some:
                return bool(self._flying)
            wakes_at = min(self._resting.values(), default=0.0)
            nap = max(0.01, min(NAP, wakes_at - loop.time()))
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(nap):
                    await stop.wait()

    async def _landed(self) -> int:
        """Wait for some of those in flight, or until all are slow; return what went.

        What raised leaves here, after its outcome was noted.
        """
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(SLOW):
                await self._landing.wait()
        if len(self._flying) > IN_FLIGHT:
            await asyncio.sleep(LINGER)
        self._landing.clear()
        done = [flight for flight in self._flying if flight.done()]
        for flight in done:
            del self._flying[flight]
        for error in [flight.exception() for flight in done]:
            if error is not None:
                raise error
        return sum(isinstance(flight.result(), Sent) for flight in done)

    async def _wanted(self) -> int:
        """Return how many are to be in flight: the more, the longer the queue."""
        now = asyncio.get_running_loop().time()
        if self._backlog <= 0 or now >= self._recount_at:
            await self._commit(0)  # what a chat waits for is not due while one is `sending`
            if self.between is not None and now >= self._between_at:
                await self.between()
                self._between_at = now + BETWEEN
            async with self.store.read() as tx:
                limit = self.most * QUEUE_PER_SENDER
                due_now = await due.count(tx, now=self.clock(), limit=limit)
            self._backlog = sum(due_now.values())
            kinds = {kind for kind, number in due_now.items() if number}
            self._kinds = frozenset(kinds | {DeliveryKind.ALERT})
            self._recount_at = now + RECOUNT
        return min(self.most, -(-self._backlog // QUEUE_PER_SENDER))

    async def _commit(self, free: int) -> tuple[list[_Claimed], bool]:
        """Write down the outcomes so far and claim up to `free`, in one transaction.

        Returns:
            What was claimed, with its story's version; and whether some chats rest.
        """
        for delivery_id, (_, outcome) in tuple(self.unsettled.items()):
            if touches_chat(outcome):
                await self._settle(delivery_id)
        results = tuple(self.unsettled.values())
        if not free and len(results) <= 1:
            await self._settle_each()
            return [], False
        async with self.store.write() as tx:
            now = self.clock()
            await settle_all(tx, results, now=now)
            claimed, left_some = await self._queue.claim(
                tx, most=free, resting=self._rest(), now=now, kinds=self._kinds
            )
            stories = {each.story_id for each in claimed if each.story_id is not None}
            versions = await due.find_versions(tx, stories) if stories else {}
        for result in results:
            self._settled(result)
        self._backlog -= len(claimed)
        at = asyncio.get_running_loop().time()
        for delivery in claimed:
            self._resting[delivery.chat.telegram_id] = at + self.pause(delivery.chat)
        return [(each, versions.get(each.story_id or 0, ())) for each in claimed], left_some

    def _rest(self) -> frozenset[int]:
        """Return the chats whose turn is later."""
        now = asyncio.get_running_loop().time()
        self._resting = {chat: at for chat, at in self._resting.items() if at > now}
        return frozenset(self._resting)

    async def _send_one(self, delivery: Delivery, version: tuple[int, ...]) -> Outcome:
        # What is true if the next step fails, whatever the reason.
        outcome: Outcome = Deferred(
            pause=backoff(delivery.attempts), reason="it could not be rendered"
        )
        try:
            outgoing = await self._rendering.render(delivery, version)
            if outgoing is None:
                outcome = no_text(delivery)
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
            self.unsettled[delivery.id] = (delivery, outcome)
            self._landing.set()
        return outcome

    async def _settle_each(self) -> None:
        for delivery_id in tuple(self.unsettled):
            await self._settle(delivery_id)

    async def _settle(self, delivery_id: int) -> None:
        result = self.unsettled[delivery_id]
        outcome = await settle_alone(self.store, result, now=self.clock())
        self._settled((result[0], outcome))

    def _settled(self, result: Result) -> None:
        delivery, outcome = result
        del self.unsettled[delivery.id]
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
