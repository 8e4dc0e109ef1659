"""Telegram's updates, each confirmed only after it was handled.

python-telegram-bot's own Updater confirms an update when it is put into a memory queue: of
20 commands, 14 were lost by a kill -9 in a measurement. Here the next getUpdates, which
confirms, goes out after the handlers have answered and the update's id is stored, so a
crash repeats an update and loses none; a repeated one is known by its id.
"""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import groupby
from typing import Any
from weakref import WeakValueDictionary

from telegram import Update
from telegram.error import Conflict, InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application, ApplicationBuilder, ExtBot

from bot.chat.crowd import Crowd, Place, is_talk, turn_away
from bot.chat.under_way import UnderWay
from bot.deliver.rival import Rival
from bot.domain.errors import StoreError
from bot.store import updates
from bot.store.engine import Store

log = logging.getLogger(__name__)

ALLOWED_UPDATES = (
    *("message", "channel_post", "callback_query", "my_chat_member", "inline_query"),
)
LONG_POLL = 30  # seconds; the Bot API caps it at 50
FIRST_PAUSE, LONGEST_PAUSE = 1.0, 30.0  # seconds between failing calls, doubled each time
LONGEST_SILENCE = 600.0  # however long Telegram asks: who writes meanwhile gets no answer
WEBHOOK_PAUSE = 5.0  # somebody set one for our token
_WEBHOOK = "webhook"  # in Telegram's words; while one is active, updates go there


class Repeating(Application[Any, Any, Any, Any, Any, Any]):
    """Leaves an update that meets a database which is down to be handled again."""

    async def process_error(self, update: object, error: Exception, **more: Any) -> bool:  # type: ignore[override]  # only how it is called
        """Say sorry for an error, unless the update is not done with.

        Raises:
            StoreError: It is the database's fault.
        """
        if isinstance(error, StoreError):
            raise error
        return await super().process_error(update, error, **more)


def build_application(bot: ExtBot[Any]) -> Repeating:
    """Return the application that an inbox hands updates to."""
    builder = ApplicationBuilder().application_class(Repeating).bot(bot)
    return builder.updater(None).job_queue(None).build()  # type: ignore[return-value]  # as asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Inbox:
    """Hands updates to the application's handlers, each chat's in order.

    `on_update` is told the kind of each; `clock` gives the current time, aware; `rival` is
    told of another process that polls with our token.
    """

    application: Application[Any, Any, Any, Any, Any, Any]
    store: Store
    clock: Callable[[], datetime]
    on_update: Callable[[str], None] = lambda _: None
    rival: Rival = field(default_factory=Rival)
    _turns: WeakValueDictionary[int, asyncio.Lock] = field(
        default_factory=WeakValueDictionary
    )
    _crowd: Crowd = field(default_factory=Crowd)
    _done: set[int] = field(default_factory=set)  # handled, and not stored as such yet

    async def open(self) -> None:
        """Forget what another bot has handled, whose token was replaced by ours."""
        async with self.store.write() as tx:
            await updates.belong_to(tx, self.application.bot.id)

    async def run(self, stop: asyncio.Event) -> None:
        """Ask for updates and handle them until `stop` is set."""
        under_way = UnderWay(handle=self._handle_in_order, gives_way=self._is_of_a_crowd)
        pause = FIRST_PAUSE
        try:
            while not stop.is_set():
                try:
                    batch = await self._get_updates(under_way.offset, stop)
                    self.rival.answered(self.clock())
                    under_way.begin(_by_chat(batch))
                    await under_way.settle()
                except (TelegramError, StoreError) as exc:
                    pause = await self._wait(exc, pause, stop)
                else:
                    pause = FIRST_PAUSE
            await under_way.finish()
        finally:
            await under_way.cut_off()

    async def handle(self, batch: Sequence[Update]) -> None:
        """Handle a batch: chats side by side, the updates of one chat one by one.

        A chat that says more than can be answered is told so.

        Raises:
            StoreError: The database cannot be used; the updates are not confirmed.
        """
        results = await asyncio.gather(
            *(self._handle_in_order(group) for group in _by_chat(batch)),
            return_exceptions=True,
        )
        for result in results:
            if isinstance(result, BaseException):
                raise result

    async def _handle_in_order(
        self, group: Sequence[Update], on_done: Callable[[int], None] = lambda _: None
    ) -> None:
        chat_id = _chat_id(group[0])
        placed = [(update, self._crowd.enter(chat_id, update)) for update in group]
        placed.sort(key=lambda each: each[1] is not Place.LEAVE_OUT)  # these go at once
        waiting = sum(place is not Place.LEAVE_OUT for _, place in placed)
        try:
            for update, place in placed:
                if place is Place.LEAVE_OUT:
                    await self._handle_once(update, place)
                else:
                    # Webhooks come side by side, and again when an answer takes long.
                    turn = self._turns.setdefault(chat_id, asyncio.Lock())
                    async with turn:
                        await self._handle_once(update, place)
                    self._crowd.leave(chat_id)
                    waiting -= 1
                on_done(update.update_id)
        finally:
            for _ in range(waiting):
                self._crowd.leave(chat_id)

    def _is_of_a_crowd(self, update: Update) -> bool:
        return is_talk(update) and self._crowd.was_told(_chat_id(update))

    async def _handle_once(self, update: Update, place: Place) -> None:
        async with self.store.read() as tx:
            if await updates.is_handled(tx, update.update_id):
                return
        if update.update_id not in self._done:
            self.on_update(_kind(update))
            if place is Place.ANSWER:
                await self.application.process_update(update)
            else:
                bot, now = self.application.bot, self.clock()
                await turn_away(bot, self.store, update, place, now)
            self._done.add(update.update_id)
        async with self.store.write() as tx:
            await updates.mark_handled(tx, update.update_id, now=self.clock())
        self._done.discard(update.update_id)

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
                whole = asked if isinstance(asked, int) else asked.total_seconds()
                seconds = min(whole, LONGEST_SILENCE)
            case Conflict() if _WEBHOOK in str(exc).lower():
                seconds = WEBHOOK_PAUSE
                # Somebody tried something with our token; nothing would ever come.
                with contextlib.suppress(TelegramError):
                    await self.application.bot.delete_webhook()
            case Conflict():
                await _pause(self.rival.met(self.clock()).total_seconds(), stop)
                return pause
            case InvalidToken():
                seconds = LONGEST_PAUSE
            case _:
                seconds = pause
        log.warning("no updates for %.0f s: %s: %s", seconds, type(exc).__name__, exc)
        await _pause(seconds, stop)
        return min(pause * 2, LONGEST_PAUSE)


async def _pause(seconds: float, stop: asyncio.Event) -> None:
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await stop.wait()


def _by_chat(batch: Sequence[Update]) -> list[list[Update]]:
    in_order = sorted(batch, key=lambda update: (_chat_id(update), update.update_id))
    return [list(group) for _, group in groupby(in_order, key=_chat_id)]


def _chat_id(update: Update) -> int:
    """Return whose updates are handled in order; an inline query is of no chat."""
    source = update.effective_chat or update.effective_user
    return source.id if source else 0


def _kind(update: Update) -> str:
    for kind in ALLOWED_UPDATES:
        if getattr(update, kind) is not None:
            return kind
    return "other"
