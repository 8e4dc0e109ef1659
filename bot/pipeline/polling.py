"""Which feeds are polled now: due ones, leased, so many at once and no more."""

import asyncio
import contextlib
import logging
from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import TypeVar

from bot.config.addresses import shown_url
from bot.domain.errors import FeedError, StoreError
from bot.domain.model import Feed, PollReport
from bot.pipeline.ingest import Ingest
from bot.store import claims

log = logging.getLogger(__name__)
T = TypeVar("T")

MAX_CLAIMED = 128  # polls at work or waiting for their turn at a server
PER_SITE = 16  # of these: a publisher with a thousand feeds leaves room for the others
REFILL = 8  # polls that ended make it worth asking for more before the next tick
# Polls begun at once, and seconds until the next few: what begins together connects, is
# answered and is written together, and 80 of them stopped the event loop for 30 ms.
AT_ONCE = 8
APART = 0.005
LEASE = timedelta(seconds=30)  # after which others poll what a dead process had claimed
RENEW = timedelta(seconds=10)  # polls of a slow site wait in line for two minutes
STORE_PAUSE = timedelta(seconds=10)  # what a database that is locked or full may need


def add_reports(reports: Sequence[PollReport]) -> PollReport:
    """Return the sum of reports."""
    return PollReport(
        feeds=sum(report.feeds for report in reports),
        fetched=sum(report.fetched for report in reports),
        not_modified=sum(report.not_modified for report in reports),
        unchanged=sum(report.unchanged for report in reports),
        failed=sum(report.failed for report in reports),
        new_entries=sum(report.new_entries for report in reports),
        possible_gaps=sum(report.possible_gaps for report in reports),
        deliveries=sum(report.deliveries for report in reports),
        errors={url: error for each in reports for url, error in each.errors.items()},
    )


@dataclass(slots=True, kw_only=True)
class Polling:
    """Keeps up to `MAX_CLAIMED` feeds being polled; a slow one delays no other.

    `on_report` is told of each poll.
    """

    ingest: Ingest
    clock: Callable[[], datetime]
    on_report: Callable[[PollReport], None] = lambda _: None
    _tasks: dict[int, asyncio.Task[PollReport]] = field(default_factory=dict)
    _sites: Counter[str] = field(default_factory=Counter)
    _claiming: asyncio.Lock = field(default_factory=asyncio.Lock)
    _ended: int = 0  # polls since the last claim
    _has_more: bool = False
    _is_ticking: bool = False
    _refilling: asyncio.Task[None] | None = None
    _renewed_at: datetime | None = None

    async def tick(self) -> None:
        """Start polling what is due, as far as there is room."""
        self._is_ticking = True
        async with self._claiming:
            await self._renew_leases()
            await self._start_due(now=self.clock())

    async def _renew_leases(self) -> None:
        """Keep what is being polled from others, at most once in `RENEW`."""
        now = self.clock()
        if self._renewed_at is not None and timedelta(0) <= now - self._renewed_at < RENEW:
            return
        self._renewed_at = now
        if ids := tuple(self._tasks):
            async with self.ingest.store.write() as tx:
                await claims.extend_leases(tx, ids, until=now + LEASE)

    async def _refill(self) -> None:
        with contextlib.suppress(StoreError):  # the next tick says what is wrong
            await self.tick()

    async def poll_once(
        self,
        *,
        every: bool = False,
        progress: Callable[[PollReport], None] = lambda _: None,
    ) -> PollReport:
        """Poll each due feed (`every`: each feed) once, and return what came of it."""
        begun = self.clock()
        async with self.ingest.store.write() as tx:
            await claims.mend_clock(tx, now=begun, lease=LEASE)
            if every:
                await claims.make_due(tx, now=begun)
        try:
            return add_reports([r async for r in self._poll_due_at(begun, progress)])
        finally:
            await self.close()

    async def _poll_due_at(
        self, begun: datetime, progress: Callable[[PollReport], None]
    ) -> AsyncIterator[PollReport]:
        """Poll what is due at `begun`; what was polled since is not."""
        ended: asyncio.Queue[asyncio.Task[PollReport]] = asyncio.Queue()
        running = 0
        while True:
            if not running or (self._has_more and self._ended >= REFILL):
                for task in await self._start_due(now=begun):
                    task.add_done_callback(ended.put_nowait)
                    running += 1
            if not running:
                return
            report = await (await self._wait_for(ended))
            running -= 1
            progress(report)
            yield report

    async def _wait_for(self, ended: asyncio.Queue[T]) -> T:
        """Return what ends next, and meanwhile keep the leases of the others."""
        while True:
            await self._renew_leases()
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(RENEW.total_seconds()):
                    return await ended.get()

    async def close(self) -> None:
        """End what is under way; others may poll it at once, for nothing was committed."""
        self._is_ticking = False
        ids = tuple(self._tasks)
        tasks = (*self._tasks.values(), *([self._refilling] if self._refilling else ()))
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        await self.ingest.ledger.close()
        with contextlib.suppress(StoreError):  # then the leases run out
            async with self.ingest.store.write() as tx:
                await claims.release_leases(tx, ids)

    async def _start_due(self, *, now: datetime) -> list[asyncio.Task[PollReport]]:
        """Claim what is due at `now`, as far as there is room, and start polling it."""
        room = MAX_CLAIMED - len(self._tasks)
        if room <= 0:
            return []
        self._ended = 0
        claimed = await self._claim(room, now=now)
        self._sites.update(feed.site for feed in claimed)
        self._has_more = len(claimed) == room or any(
            self._sites[feed.site] >= PER_SITE for feed in claimed
        )
        started = []
        for number, feed in enumerate(claimed, start=1):
            task = asyncio.create_task(self._poll(feed))
            task.add_done_callback(partial(self._forget, feed))
            self._tasks[feed.id] = task
            started.append(task)
            if number % AT_ONCE == 0:
                await asyncio.sleep(APART)
        return started

    async def _claim(self, limit: int, *, now: datetime) -> tuple[Feed, ...]:
        async with self.ingest.store.write() as tx:
            return await claims.claim_due(
                tx,
                now=now,
                limit=limit,
                lease=LEASE,
                per_site=PER_SITE,
                busy_sites=[site for site, at in self._sites.items() if at > PER_SITE // 2],
                but=tuple(self._tasks),
            )

    def _forget(self, feed: Feed, _: asyncio.Task[PollReport]) -> None:
        """Let go of a poll that ended; soon there is room for more."""
        del self._tasks[feed.id]
        self._sites[feed.site] -= 1
        if not self._sites[feed.site]:
            del self._sites[feed.site]
        self._ended += 1
        if self._has_more and self._ended >= REFILL and self._is_ticking:
            self._has_more = False
            self._refilling = asyncio.create_task(self._refill())

    async def _poll(self, feed: Feed) -> PollReport:
        """Poll a feed; whatever happens to it happens to no other."""
        try:
            report = await self.ingest.poll(feed, now=self.clock())
        except StoreError as exc:
            report = await self._not_stored(feed, exc)
        except Exception as exc:  # as a tick does: a fault of ours with one feed
            log.exception("polling failed: %s", shown_url(feed.spec.url))
            report = await self._faulty(feed, exc)
        self.on_report(report)
        return report

    async def _not_stored(self, feed: Feed, error: StoreError) -> PollReport:
        """Let the feed be polled again soon: what it has is not stored."""
        log.warning("not stored: %s: %s", shown_url(feed.spec.url), error)
        with contextlib.suppress(StoreError):  # then the lease runs out
            async with self.ingest.store.write() as tx:
                await claims.shorten_lease(tx, feed.id, until=self.clock() + STORE_PAUSE)
        return PollReport(feeds=1, failed=1, errors={feed.spec.url: str(error)})

    async def _faulty(self, feed: Feed, fault: Exception) -> PollReport:
        """Note a fault of ours as the feed's failure, so that health shows it."""
        reason = f"a fault of Tocsin: {type(fault).__name__}: {fault}"
        error = FeedError(feed.spec.url, reason, transient=True)
        try:
            return await self.ingest.note_failure(feed, error, now=self.clock())
        except StoreError as exc:
            return await self._not_stored(feed, exc)
