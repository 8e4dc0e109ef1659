"""The side that talks to Telegram: one process at a time leads, the others stand by."""

import asyncio
import contextlib
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from starlette.routing import Route
from telegram import Update
from telegram.error import InvalidToken, RetryAfter, TelegramError
from telegram.ext import Application, ExtBot

from bot.chat.application import install
from bot.chat.inbox import ALLOWED_UPDATES, Inbox, build_application
from bot.chat.menu import Menus, introduce
from bot.chat.services import Services
from bot.chat.suggestions import SuggestionDesk
from bot.config.settings import Settings
from bot.deliver.bot import build_bot, in_flight
from bot.deliver.limiter import PacedLimiter, pause_of
from bot.deliver.probe import may_write
from bot.deliver.reach import Reach
from bot.deliver.received import readable
from bot.deliver.send import send
from bot.domain.errors import ConfigError, StoreError
from bot.domain.model import Delivery, Outcome
from bot.ending import FINISH_WITHIN, end_in_time, wait_for
from bot.office import Office
from bot.pipeline import digests
from bot.pipeline.dispatch import Dispatch
from bot.pipeline.outcomes import Result
from bot.pipeline.probing import Probing
from bot.pipeline.spikes import SpikeWatch
from bot.pipeline.status import get_overview
from bot.pipeline.stranger_feeds import open_reader
from bot.store.engine import Store
from bot.store.leader import BotLock
from bot.web.metrics import Metrics
from bot.web.webhook import webhook_route

log = logging.getLogger(__name__)

STANDBY_PAUSE = 0.5  # seconds between attempts; a dead leader's lock is free at once
RETRY_PAUSE = 5.0  # seconds after an unexpected error
LOCK_CHECK = 1.0  # seconds
# PostgreSQL frees the lock when it starts anew, which can take less than a check: until the
# one that led must have noticed, the next does not lead (T48).
HANDOVER = 2 * LOCK_CHECK
CONNECT_PAUSE = 5.0  # seconds between attempts to reach Telegram at the start
LONGEST_CONNECT_PAUSE = 600.0  # a flood limit of one question must not silence the bot


@dataclass(kw_only=True)
class Leading:
    """Takes the bot's lock, then receives and sends until it is stopped or loses it."""

    settings: Settings
    token: str
    store: Store
    clock: Callable[[], datetime]
    metrics: Metrics
    goes_on: Callable[[], None] = lambda: None  # told while a long queue is sent
    _dispatch: Dispatch | None = None
    _unsettled: dict[int, Result] = field(default_factory=dict)
    reach: Reach = field(init=False)
    _spikes: SpikeWatch = field(init=False)
    _probing: Probing | None = None
    _inbox: Inbox | None = None
    _suggestions: SuggestionDesk | None = None
    _stop: asyncio.Event = field(default_factory=asyncio.Event)
    _busy: asyncio.Lock = field(default_factory=asyncio.Lock)
    _finish_by: float | None = None  # loop time

    def __post_init__(self) -> None:
        """Watch for spikes from the first tick that leads."""
        self.reach = Reach(clock=self.clock)
        self._spikes = SpikeWatch(store=self.store)

    @property
    def is_leading(self) -> bool:
        """True while this process talks to Telegram."""
        return self._dispatch is not None

    async def keep_talking(self, stop: asyncio.Event) -> None:
        """Talk to Telegram until `stop` is set, whatever unexpected happens.

        Raises:
            ConfigError: Telegram refuses the token; only a person can mend that.
        """
        while not stop.is_set():
            try:
                await self.run(stop)
            except ConfigError:
                raise
            except Exception:
                log.exception("talking to Telegram failed; trying again")
                await wait_for(stop, RETRY_PAUSE)

    async def run(self, stop: asyncio.Event) -> None:
        """Lead whenever the lock is free, until `stop` is set.

        Raises:
            ConfigError: Telegram refuses the token.
        """
        lock = BotLock(self.store)
        standing_by = False
        while not stop.is_set():
            if not await self._acquire(lock):
                if not standing_by:
                    log.info("another process talks to Telegram; standing by")
                standing_by = True
                await wait_for(stop, STANDBY_PAUSE)
                continue
            if standing_by and self.store.path is None:
                await wait_for(stop, HANDOVER)
            standing_by = False
            try:
                await end_in_time(self._lead(lock, stop), stop)
            finally:
                await lock.release()

    async def _acquire(self, lock: BotLock) -> bool:
        try:
            return await lock.acquire()
        except StoreError as exc:
            log.warning("the lock cannot be asked for: %s", exc)
            return False

    async def _lead(self, lock: BotLock, stop: asyncio.Event) -> None:
        is_paid = self.settings.paid_broadcast
        bot = build_bot(
            token=self.token,
            api_url=self.settings.telegram_api_url,
            send_rate=self.settings.send_rate,
            is_paid=is_paid,
            reach=self.reach,
        )
        services = Services(
            store=self.store,
            now=self.clock,
            overview=lambda: get_overview(self.store, reach=self.reach),
            office=Office(settings=self.settings, store=self.store, clock=self.clock),
            admins=self.settings.admin_ids,
            feeds_file=self.settings.feeds_file,
        )
        application = build_application(bot)
        install(application, services)
        self._stop, self._finish_by = asyncio.Event(), None
        follow = asyncio.create_task(self._follow(lock, stop))
        try:
            if not await self._connect(application):
                return
            dispatch = Dispatch(
                store=self.store,
                send=partial(send, bot, is_paid=is_paid, reach=self.reach),
                clock=self.clock,
                on_outcome=partial(self._count, bot.rate_limiter),
                most=in_flight(self.settings.send_rate),
                between=lambda: digests.collapse(self.store, now=self.clock()),
                unsettled=self._unsettled,
            )
            await dispatch.recover()
            self._probing = Probing(store=self.store, probe=partial(may_write, bot))
            self._inbox = Inbox(
                application=application,
                store=self.store,
                clock=self.clock,
                on_update=lambda kind: self.metrics.updates.add(kind=kind),
                rival=self.reach.rival,
            )
            await self._inbox.open()
            self._dispatch = dispatch
            read = partial(open_reader, clock=self.clock, proxy=self.settings.feed_proxy)
            self._suggestions = SuggestionDesk(services=services, bot=bot, open_reader=read)
            log.info("talking to Telegram as @%s", bot.username)
            own = Menus(store=self.store, admins=self.settings.admin_ids)
            introducing = asyncio.create_task(introduce(bot, own))
            try:
                await self._receive(self._inbox, bot)
            finally:
                introducing.cancel()
        finally:
            await self.finish()
            self._dispatch = self._inbox = self._suggestions = self._probing = None
            follow.cancel()
            with contextlib.suppress(TelegramError):
                await bot.shutdown()  # also where the application never began

    async def _receive(self, inbox: Inbox, bot: ExtBot[Any]) -> None:
        if not self.settings.webhook_url:
            if await self._insist(bot.delete_webhook):
                await inbox.run(self._stop)
            return
        secret = self.settings.webhook_secret
        set_webhook = partial(
            bot.set_webhook,
            f"{self.settings.webhook_url.rstrip('/')}/telegram",
            secret_token=secret.get_secret_value() if secret else None,
            allowed_updates=list(ALLOWED_UPDATES),
        )
        if await self._insist(set_webhook):
            await self._stop.wait()

    async def _insist(self, call: Callable[[], Awaitable[object]]) -> bool:
        """Make a call that everything rests on until it succeeds; False if stopped."""
        while not self._stop.is_set():
            try:
                await call()
            except TelegramError as exc:
                await self._wait(exc)
            else:
                return True
        return False

    async def _follow(self, lock: BotLock, stop: asyncio.Event) -> None:
        """Stop leading when the service stops or the lock is lost."""
        while not stop.is_set() and await lock.is_held():
            await wait_for(stop, LOCK_CHECK)
        if not stop.is_set():
            log.warning("the lock is lost; another process may talk to Telegram now")
        self._stop.set()

    async def _connect(
        self, application: Application[Any, Any, Any, Any, Any, Any]
    ) -> bool:
        """Reach Telegram, however long it takes; False if stopped before."""
        while not self._stop.is_set():
            try:
                await application.initialize()
            except InvalidToken as exc:
                reason = "Telegram refuses it; ask @BotFather for the token of your bot"
                raise ConfigError("TOCSIN_TELEGRAM_TOKEN", reason) from exc
            except TelegramError as exc:
                await self._wait(exc)
            else:
                return True
        return False

    async def _wait(self, exc: TelegramError) -> None:
        """Wait before the next attempt, for as long as Telegram asks within bounds."""
        log.warning("Telegram is out of reach: %s: %s", type(exc).__name__, exc)
        asked = pause_of(exc).total_seconds() if isinstance(exc, RetryAfter) else 0.0
        await wait_for(self._stop, min(max(asked, CONNECT_PAUSE), LONGEST_CONNECT_PAUSE))

    async def dispatch(self) -> None:
        """Send what is due, if this process leads."""
        dispatch = self._dispatch
        if dispatch is None or self._stop.is_set() or self._busy.locked():
            return
        async with self._busy:
            await dispatch.drain(self._stop)

    async def digest(self) -> None:
        """Make what digests are due, if this process leads."""
        if self._dispatch is not None and not self._stop.is_set():
            await digests.look(self.store, now=self.clock())
            await self._spikes.look(now=self.clock())
            if self._probing is not None:
                await self._probing.look(now=self.clock())

    async def suggest(self) -> None:
        """Go on with what people suggested, if this process leads."""
        if self._suggestions is not None and not self._stop.is_set():
            await self._suggestions.look()

    async def finish(self) -> None:
        """Take no more, and give the message in flight a little time."""
        self._stop.set()
        if self._finish_by is None:  # asked twice, it waits no longer
            self._finish_by = asyncio.get_running_loop().time() + FINISH_WITHIN
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout_at(self._finish_by), self._busy:
                return

    def routes(self) -> Sequence[Route]:
        """Return the webhook's route, if Telegram is to call us."""
        secret = self.settings.webhook_secret
        if not self.settings.webhook_url or secret is None:
            return ()
        return (webhook_route(secret=secret.get_secret_value(), handle=self._take_update),)

    async def _take_update(self, data: dict[str, Any]) -> None:
        inbox = self._inbox
        if inbox is None:
            raise StoreError("this process does not talk to Telegram now")
        update = Update.de_json(readable(data), inbox.application.bot)
        await inbox.handle([update])

    def _count(self, limiter: object, delivery: Delivery, outcome: Outcome) -> None:
        self.goes_on()
        if isinstance(limiter, PacedLimiter):
            self.metrics.send_rate.set(limiter.pacer.rate)
        self.metrics.deliveries.add(outcome=type(outcome).__name__.lower())
        seconds = (self.clock() - delivery.created_at) / timedelta(seconds=1)
        self.metrics.delivery_seconds.observe(max(0.0, seconds))
