"""The composition root: builds every part, starts them in order, stops them in reverse."""

import asyncio
import contextlib
import logging
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from bot import allocator, interpreter
from bot.config.feeds import load_feeds
from bot.config.settings import Settings
from bot.domain.errors import ConfigError
from bot.domain.model import FeedSpec, PollReport
from bot.parse.worker import ParserPool
from bot.pipeline.archive import Filling
from bot.pipeline.clock_watch import ClockWatch
from bot.pipeline.configure import apply_feeds, forget_leases
from bot.pipeline.housekeeping import keep_house
from bot.pipeline.ingest import Ingest
from bot.pipeline.own_regions import use_regions
from bot.pipeline.polling import Polling
from bot.pipeline.status import get_overview, iso
from bot.poll.fetch import Fetcher
from bot.reload import Reload
from bot.scheduler import EVERY, Tick, build_scheduler
from bot.store.engine import Store
from bot.store.migrate import migrate, require_head
from bot.web.metrics import Metrics

if TYPE_CHECKING:
    from bot.leading import Leading

log = logging.getLogger(__name__)

ROLES = ("all", "worker", "bot")


def utc_now() -> datetime:
    """Return the current time: the one clock of the service."""
    return datetime.now(UTC)  # noqa: TID251  # here, and in the command line


def build_fetcher(settings: Settings) -> Fetcher:
    """Return a fetcher as the settings allow."""
    return Fetcher(allow_networks=settings.feed_allow_networks, proxy=settings.feed_proxy)


def build_ingest(
    settings: Settings, store: Store, fetcher: Fetcher, parser: ParserPool
) -> Ingest:
    """Return the ingest stage; its jitter spreads feeds of one interval."""
    return Ingest.build(
        store=store,
        fetcher=fetcher,
        parser=parser,
        min_interval=settings.min_interval,
        across_languages=settings.cross_language,
        jitter=random.random,
    )


async def open_store(settings: Settings) -> Store:
    """Return the store at this version's schema.

    An embedded SQLite is migrated; a PostgreSQL, which others may use, must have been.

    Raises:
        ConfigError: The schema is another version's.
        StoreError: The database cannot be used.
    """
    store = Store(settings.database_url)
    try:
        if store.is_sqlite:
            await migrate(store)
        else:
            await require_head(store)
    except BaseException:
        await store.close()
        raise
    return store


@dataclass(kw_only=True)
class Service:
    """All parts of one process, and how they are."""

    settings: Settings
    store: Store
    polling: Polling | None
    leading: "Leading | None"
    metrics: Metrics
    reloads: list[Reload] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)
    _woken: set[asyncio.Task[None]] = field(default_factory=set)
    _watch: ClockWatch = field(default_factory=ClockWatch)

    async def reload_files(self) -> None:
        """Take the configuration files that have changed."""
        for reload in self.reloads:
            await reload.look()

    async def keep_house(self) -> None:
        """Do what is to be done each minute."""
        await keep_house(self.store, now=utc_now(), watch=self._watch)
        await Filling(store=self.store).go_on()
        overview = await get_overview(self.store)
        self.metrics.outbox(waiting=overview.waiting, dead=overview.dead)

    async def health(self, now: datetime) -> Mapping[str, Any]:
        """Return ``{"status": "ok" | "error", "reasons": […], …}``."""
        reasons = [trouble for tick in self.ticks if (trouble := tick.trouble(now))]
        reasons += [reload.error for reload in self.reloads if reload.error]
        reach = self.leading.reach if self.leading else None
        overview = await get_overview(self.store, reach=reach)
        reasons += reach.troubles(now) if reach else ()
        return {
            "status": "error" if reasons else "ok",
            "reasons": reasons,
            "leading": self.leading.is_leading if self.leading else None,
            "telegram_answered_at": reach and iso(reach.answered_at),
            "feeds": overview.feeds,
            "feeds_failing": overview.failing,
            "deliveries_waiting": overview.waiting,
            "deliveries_waiting_since": iso(overview.waiting_since),
            "deliveries_dead": overview.dead,
            "last_success_at": iso(overview.last_success_at),
        }

    def count_poll(self, report: PollReport) -> None:
        """Feed the counters."""
        ends = ("failed", "not_modified", "unchanged")
        other = "read" if report.fetched else "postponed"
        result = next((end for end in ends if getattr(report, end)), other)
        self.metrics.polls.add(result=result)
        self.metrics.possible_gaps.add(report.possible_gaps)
        self.metrics.entries.add(report.new_entries)
        self.metrics.alerts.add(report.deliveries)
        if report.deliveries:
            self.wake_dispatch()

    def wake_dispatch(self) -> None:
        """Dispatch now, without waiting for the tick; one at work goes on."""
        for tick in self.ticks:
            if tick.name == "dispatch":
                task = asyncio.create_task(tick.fire())
                self._woken.add(task)
                task.add_done_callback(self._woken.discard)

    def make_ticks(self) -> list[Tick]:
        """Return what the scheduler calls."""
        runs = [("house", self.keep_house), ("memory", allocator.trim)]
        if self.reloads:
            runs.append(("files", self.reload_files))
        if self.polling:
            runs.append(("poll", self.polling.tick))
        if self.leading:
            runs += [("dispatch", self.leading.dispatch), ("digests", self.leading.digest)]
            runs.append(("suggestions", self.leading.suggest))
        ticks = [
            Tick(
                name=name,
                every=EVERY[name],
                run=call,
                clock=utc_now,
                on_error=lambda where: self.metrics.errors.add(where=where),
                on_success=lambda tick, at: self.metrics.tick_at.set(
                    at.timestamp(), tick=tick
                ),
            )
            for name, call in runs
        ]
        if self.leading:
            self.leading.goes_on = next(t.goes_on for t in ticks if t.name == "dispatch")
        return ticks


async def _serve_web(stack: contextlib.AsyncExitStack, service: Service) -> None:
    settings, leading = service.settings, service.leading
    if settings.web_port is None:
        if leading and settings.webhook_url:
            raise ConfigError(
                "TOCSIN_WEBHOOK_URL", "needs the web server: set TOCSIN_WEB_PORT"
            )
        return
    from bot.web.app import create_app  # noqa: PLC0415  # 4 MB, where there is a port only
    from bot.web.server import serve  # noqa: PLC0415  # likewise

    app = create_app(
        status=service,
        metrics=service.metrics,
        clock=utc_now,
        host=settings.web_host,
        token=settings.web_token.get_secret_value() if settings.web_token else None,
        routes=leading.routes() if leading else (),
    )
    try:
        server = serve(app, host=settings.web_host, port=settings.web_port)
        address = await stack.enter_async_context(server)
    except ConfigError as exc:
        if "web_port" in settings.model_fields_set or settings.webhook_url:
            raise
        log.warning("no web server: %s", exc)  # nobody asked for this port
        return
    log.info("health at %s/health", address)


def _lead(settings: Settings, token: str, store: Store, metrics: Metrics) -> "Leading":
    """Return the side that talks to Telegram; a worker lives without its 20 MB."""
    from bot.leading import Leading  # noqa: PLC0415  # as said

    return Leading(
        settings=settings, token=token, store=store, clock=utc_now, metrics=metrics
    )


async def _take_feeds(service: Service) -> None:
    specs = await asyncio.to_thread(load_feeds, service.settings.feeds_file)
    await apply_feeds(service.store, specs, now=utc_now())


async def _build(
    stack: contextlib.AsyncExitStack, settings: Settings, role: str
) -> Service:
    async def take_regions() -> None:
        await asyncio.to_thread(use_regions, settings.regions_file)

    regions = settings.regions_file
    reloads = [Reload(regions, "regions", take_regions)] if regions else []
    await take_regions()
    specs: tuple[FeedSpec, ...] = ()
    if role != "bot":
        feeds = Reload(settings.feeds_file, "feeds", lambda: _take_feeds(service))
        reloads.append(feeds)
        specs = load_feeds(settings.feeds_file)
    token = settings.require_token() if role != "worker" else None
    store = await open_store(settings)
    stack.push_async_callback(store.close)
    await Filling(store=store).begin()
    metrics = Metrics()
    leading = _lead(settings, token, store, metrics) if token else None
    service = Service(
        settings=settings,
        store=store,
        polling=None,
        leading=leading,
        metrics=metrics,
        reloads=reloads,
    )
    if role != "bot":
        await apply_feeds(store, specs, now=utc_now())
        fetcher, parser = build_fetcher(settings), ParserPool()
        stack.push_async_callback(fetcher.aclose)
        stack.push_async_callback(parser.aclose)
        service.polling = Polling(
            ingest=build_ingest(settings, store, fetcher, parser),
            clock=utc_now,
            on_report=service.count_poll,
        )
        stack.push_async_callback(service.polling.close)
    service.ticks = service.make_ticks()
    return service


async def run(settings: Settings, *, role: str = "all", stop: asyncio.Event) -> None:
    """Run the service until `stop` is set, then end what is under way.

    Raises:
        ConfigError: Settings or feeds.yaml cannot be used.
        StoreError: The database cannot be used at the start.
    """
    allocator.limit_arenas()
    async with contextlib.AsyncExitStack() as stack:
        service = await _build(stack, settings, role)
        await _serve_web(stack, service)
        if service.store.is_sqlite and service.polling:
            await forget_leases(service.store)
        talking: asyncio.Task[None] | None = None
        if service.leading:
            talking = asyncio.create_task(service.leading.keep_talking(stop))
        scheduler = build_scheduler(service.ticks)
        interpreter.settle()
        scheduler.start()
        log.info("tocsin runs: role %s", role)
        waits = {asyncio.create_task(stop.wait())} | ({talking} if talking else set())
        try:
            done, _ = await asyncio.wait(waits, return_when=asyncio.FIRST_COMPLETED)
            if talking in done and talking is not None:
                talking.result()  # raises what ended it
        finally:
            stop.set()
            scheduler.pause()
            if service.leading:
                await service.leading.finish()
            if talking:
                await asyncio.gather(talking, return_exceptions=True)
            scheduler.shutdown(wait=False)
            log.info("tocsin stopped")
