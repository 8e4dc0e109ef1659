"""Which feeds are polled now: due ones, leased, so many at once and no more."""

import asyncio
import contextlib
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial

from bot.domain.errors import FeedError, StoreError
from bot.domain.model import Feed, PollReport
from bot.pipeline.ingest import Ingest
from bot.store import feeds

log = logging.getLogger(__name__)

MAX_IN_FLIGHT = 32  # the HTTP client gets dearer with each open connection
LEASE = timedelta(minutes=1)  # over the deadlines of fetch and parser together, 35 s
STORE_PAUSE = timedelta(seconds=10)  # what a database that is locked or full may need


def add_reports(reports: Iterable[PollReport]) -> PollReport:
    """Return the sum of reports."""
    total = PollReport()
    for report in reports:
        total = PollReport(
            feeds=total.feeds + report.feeds,
            fetched=total.fetched + report.fetched,
            not_modified=total.not_modified + report.not_modified,
            unchanged=total.unchanged + report.unchanged,
            failed=total.failed + report.failed,
            new_entries=total.new_entries + report.new_entries,
            deliveries=total.deliveries + report.deliveries,
            errors={**total.errors, **report.errors},
        )
    return total


@dataclass(slots=True, kw_only=True)
class Polling:
    """Keeps up to `MAX_IN_FLIGHT` feeds being polled; a slow one delays no other.

    `on_report` is told of each poll.
    """

    ingest: Ingest
    clock: Callable[[], datetime]
    on_report: Callable[[PollReport], None] = lambda _: None
    _tasks: dict[int, asyncio.Task[PollReport]] = field(default_factory=dict)

    async def tick(self) -> None:
        """Start polling what is due, as far as there is room."""
        room = MAX_IN_FLIGHT - len(self._tasks)
        for feed in await self._claim(room, every=False, but=self._tasks):
            task = asyncio.create_task(self._poll(feed))
            self._tasks[feed.id] = task
            task.add_done_callback(partial(self._forget, feed.id))

    def _forget(self, feed_id: int, _: asyncio.Task[PollReport]) -> None:
        del self._tasks[feed_id]

    async def poll_once(
        self,
        *,
        every: bool = False,
        progress: Callable[[PollReport], None] = lambda _: None,
    ) -> PollReport:
        """Poll each due feed (`every`: each feed) once, and return what came of it."""
        reports: list[PollReport] = []
        polled: set[int] = set()
        while claimed := await self._claim(MAX_IN_FLIGHT, every=every, but=polled):
            polled.update(feed.id for feed in claimed)
            for done in asyncio.as_completed([self._poll(feed) for feed in claimed]):
                reports.append(await done)
                progress(reports[-1])
        return add_reports(reports)

    async def close(self) -> None:
        """End what is under way; it is polled again later, for nothing was committed."""
        tasks = tuple(self._tasks.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _claim(
        self, limit: int, *, every: bool, but: Iterable[int] = ()
    ) -> tuple[Feed, ...]:
        if limit <= 0:
            return ()
        async with self.ingest.store.write() as tx:
            return await feeds.claim_due(
                tx, now=self.clock(), limit=limit, lease=LEASE, every=every, but=tuple(but)
            )

    async def _poll(self, feed: Feed) -> PollReport:
        """Poll a feed; whatever happens to it happens to no other."""
        try:
            report = await self.ingest.poll(feed, now=self.clock())
        except StoreError as exc:
            report = await self._not_stored(feed, exc)
        except Exception as exc:  # as a tick does: a fault of ours with one feed
            log.exception("polling failed: %s", feed.spec.url)
            report = await self._faulty(feed, exc)
        self.on_report(report)
        return report

    async def _not_stored(self, feed: Feed, error: StoreError) -> PollReport:
        """Let the feed be polled again soon: what it has is not stored."""
        log.warning("not stored: %s: %s", feed.spec.url, error)
        with contextlib.suppress(StoreError):  # then the lease runs out
            async with self.ingest.store.write() as tx:
                await feeds.shorten_lease(tx, feed.id, until=self.clock() + STORE_PAUSE)
        return PollReport(feeds=1, failed=1, errors={feed.spec.url: str(error)})

    async def _faulty(self, feed: Feed, fault: Exception) -> PollReport:
        """Note a fault of ours as the feed's failure, so that health shows it."""
        reason = f"a fault of Tocsin: {type(fault).__name__}: {fault}"
        error = FeedError(feed.spec.url, reason, transient=True)
        try:
            return await self.ingest.note_failure(feed, error, now=self.clock())
        except StoreError as exc:
            return await self._not_stored(feed, exc)
