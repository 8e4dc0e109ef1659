"""Telegram's updates, each confirmed only after it was handled.

python-telegram-bot's own Updater confirms an update when it is put into a memory queue: of
20 commands, 14 were lost by a kill -9 in a measurement. Here the next getUpdates, which
confirms, goes out after the handlers have answered and the update's id is stored, so a
crash repeats an update and loses none; a repeated one is known by its id.
"""

import asyncio
import logging
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application, ExtBot

from bot.domain.errors import StoreError
from bot.store import updates
from bot.store.engine import Store

log = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    *("message", "channel_post", "callback_query", "my_chat_member", "inline_query"),
)
LONG_POLL = 30  # seconds; the Bot API caps it at 50
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds between failing calls, doubled each time
CONFLICT_PAUSE = 5.0  # another process polls with our token; it may be going away


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """Hands updates to the application's handlers, each chat's in order.

    `on_update` is told the kind of each; `clock` gives the current time, aware.
    """

    application: Application[Any, Any, Any, Any, Any, Any]
    store: Store
    clock: Callable[[], datetime]
    on_update: Callable[[str], None] = lambda _: None
    _turns: WeakValueDictionary[int, asyncio.Lock] = field(
        default_factory=WeakValueDictionary
    )

    async def run(self, stop: asyncio.Event) -> None:
        """Ask for updates and handle them until `stop` is set."""
        offset: int | None = None
        pause = FIRST_PAUSE
        while not stop.is_set():
            try:
                batch = await self._get_updates(offset, stop)
                await self.handle(batch)
            except (TelegramError, StoreError) as exc:
                pause = await self._wait(exc, pause, stop)
            else:
                pause = FIRST_PAUSE
                if batch:
                    offset = max(update.update_id for update in batch) + 1

    async def handle(self, batch: Sequence[Update]) -> None:
        """Handle a batch: chats side by side, the updates of one chat one by one.

        Raises:
            StoreError: The database cannot be used; the updates are not confirmed.
        """
        by_chat = sorted(batch, key=lambda update: (_chat_id(update), update.update_id))
        groups = [list(group) for _, group in groupby(by_chat, key=_chat_id)]
        results = await asyncio.gather(
            *(self._handle_in_order(group) for group in groups), return_exceptions=True
        )
        for result in results:
            if isinstance(result, BaseException):
                raise result

    async def _handle_in_order(self, group: Iterable[Update]) -> None:
        for update in group:
            # Webhooks come side by side, and again when an answer takes long.
            turn = self._turns.setdefault(_chat_id(update), asyncio.Lock())
            async with turn:
                await self._handle_once(update)

    async def _handle_once(self, update: Update) -> None:
        async with self.store.read() as tx:
            if await updates.is_handled(tx, update.update_id):
                return
        self.on_update(_kind(update))
        await self.application.process_update(update)
        async with self.store.write() as tx:
            await updates.mark_handled(tx, update.update_id, now=self.clock())

    async def _get_updates(
        self, offset: int | None, stop: asyncio.Event
    ) -> Sequence[Update]:
        bot: ExtBot[Any] = self.application.bot
        call = asyncio.create_task(
            bot.get_updates(
                offset=offset, timeout=LONG_POLL, allowed_updates=ALLOWED_UPDATES
            )
        )
        stopped = asyncio.create_task(stop.wait())
        try:
            await asyncio.wait({call, stopped}, return_when=asyncio.FIRST_COMPLETED)
            return call.result() if call.done() else ()
        finally:
            for task in (call, stopped):
                task.cancel()
            await asyncio.gather(call, stopped, return_exceptions=True)

    async def _wait(self, exc: Exception, pause: float, stop: asyncio.Event) -> float:
        """Wait as the error asks, or until `stop`; return the next pause."""
        match exc:
            case RetryAfter(retry_after=asked):
                seconds = asked if isinstance(asked, int) else asked.total_seconds()
            case Conflict():
                seconds = CONFLICT_PAUSE
            case InvalidToken():
                seconds = LONGEST_PAUSE
            case _:
                seconds = pause
        log.warning("no updates for %.0f s: %s: %s", seconds, type(exc).__name__, exc)
        try:
            async with asyncio.timeout(seconds):
                await stop.wait()
        except TimeoutError:
            pass
        return min(pause * 2, LONGEST_PAUSE)


def _chat_id(update: Update) -> int:
    """Return whose updates are handled in order; an inline query is of no chat."""
    source = update.effective_chat or update.effective_user
    return source.id if source else 0


def _kind(update: Update) -> str:
    for kind in ALLOWED_UPDATES:
        if getattr(update, kind) is not None:
            return kind
    return "other"
