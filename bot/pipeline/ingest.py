"""From a due feed to deliveries: the way of an entry, and the only place that knows it.

::

    fetch (conditional, bounded, guarded) | same body? stop
      | parse (in a killable process) | key | known? stop
      | language, places, words | story: new or joined | subscriptions that match
      | route: alert or drop, with the reason
      | ONE transaction: entries, seen, story, matches, deliveries, validators, next poll

I/O comes first, then slow pure work in a thread, then one short transaction. A crash
between any two steps repeats the poll and loses nothing, for what tells "seen" is
committed together with the deliveries.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import blake2b
from typing import Any

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dedupe import identity
from bot.domain.errors import FeedError
from bot.domain.model import Document, Feed, NotModified, PollReport, Validators
from bot.parse.worker import ParserPool
from bot.pipeline.prepare import Fetch, Prepared, key_all, prepare_entry, prepare_unseen
from bot.pipeline.record import Recording, Subscriptions
from bot.poll.fetch import Fetcher
from bot.poll.schedule import next_poll_at
from bot.store import entries, feeds
from bot.store.engine import Store

log = logging.getLogger(__name__)

MAX_HOSTS = 50  # of a feed's links remembered; one that links to more is an aggregator


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingest:
    """Polls one feed at a time through the whole pipeline.

    `jitter` gives a number from 0 to 1 that shortens the next pause.
    """

    store: Store
    fetcher: Fetcher
    parser: ParserPool
    min_interval: timedelta
    jitter: Callable[[], float] = lambda: 0.0
    subscriptions: Subscriptions = field(default_factory=Subscriptions)
    _recording: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def poll(self, feed: Feed, *, now: datetime) -> PollReport:
        """Poll `feed` once; a failure is noted in the store and in the report.

        Raises:
            StoreError: The database cannot be used; nothing was written.
        """
        try:
            result = await self.fetcher.fetch(feed.spec.url, feed.validators)
            if isinstance(result, NotModified):
                await self._note_unchanged(feed, result.validators, result.max_age, now)
                report = PollReport(feeds=1, not_modified=1)
            else:
                report = await self._read(feed, result, now)
        except FeedError as exc:
            report = await self.note_failure(feed, exc, now=now)
        log.info(
            "polled %s",
            feed.spec.title or feed.spec.url,
            extra={
                "feed_id": feed.id,
                "new": report.new_entries,
                "error": report.errors.get(feed.spec.url),
            },
        )
        return report

    async def _read(self, feed: Feed, document: Document, now: datetime) -> PollReport:
        body_hash = blake2b(document.body, digest_size=16).hexdigest()
        if body_hash == feed.body_hash:
            await self._note_unchanged(feed, document.validators, document.max_age, now)
            return PollReport(feeds=1, fetched=1, unchanged=1)
        parsed = await self.parser.parse(document, now=now)
        fetch = await asyncio.to_thread(key_all, parsed, feed.spec)
        async with self.store.read() as tx:
            seen = await entries.find_seen(tx, feed.id, fetch.every_key())
        prepared = await asyncio.to_thread(prepare_unseen, fetch, seen, feed.spec)
        # One after the other, as the database would have it: a burst of feeds keeps neither
        # the writer from those who answer and send, nor its connections.
        async with self._recording, self.store.write() as tx:
            recording = await self._record(tx, feed, fetch, prepared, now)
            await feeds.mark_polled(
                tx,
                feed.id,
                now=now,
                next_poll_at=self._next_poll_at(feed, now, max_age=document.max_age),
                validators=document.validators,
                learned=_learned(feed, fetch, body_hash, now),
            )
        return PollReport(
            feeds=1,
            fetched=1,
            new_entries=recording.new_entries,
            deliveries=recording.deliveries,
        )

    async def _record(
        self,
        tx: AsyncConnection,
        feed: Feed,
        fetch: Fetch,
        prepared: Mapping[int, Prepared],
        now: datetime,
    ) -> Recording:
        """Judge the fetch by what is seen now, and write down all that follows."""
        await feeds.lock(tx, feed.id)
        seen = await entries.find_seen(tx, feed.id, fetch.every_key())
        judgement = identity.judge(
            fetch.keys, seen=seen, baseline_at=feed.baseline_at, hosts=feed.hosts
        )
        if judgement.quarantine is not None:
            raise FeedError(feed.spec.url, judgement.quarantine, transient=True)
        index = await self.subscriptions.index(tx)
        recording = Recording(tx=tx, feed=feed, index=index, now=now)
        for position in fetch.oldest_first():
            verdict = judgement.verdicts[position]
            keyed = fetch.keyed[position]
            if isinstance(verdict, identity.Known):
                await recording.meet_again(keyed, verdict)
            else:
                ready = prepared.get(position)
                if ready is None:
                    ready = await asyncio.to_thread(prepare_entry, keyed, feed.spec)
                reason = verdict.reason if isinstance(verdict, identity.Silent) else None
                await recording.add(ready, verdict.keys, silent_reason=reason)
        return recording

    async def _note_unchanged(
        self, feed: Feed, validators: Validators, max_age: timedelta | None, now: datetime
    ) -> None:
        async with self.store.write() as tx:
            await feeds.mark_polled(
                tx,
                feed.id,
                now=now,
                next_poll_at=self._next_poll_at(feed, now, max_age=max_age),
                validators=validators,
                learned={},
            )

    async def note_failure(
        self, feed: Feed, error: FeedError, *, now: datetime
    ) -> PollReport:
        """Note that the feed could not be read, and when it is tried again."""
        later = next_poll_at(
            now=now,
            interval=feed.spec.interval,
            min_interval=self.min_interval,
            failures=feed.failures + 1,
            permanent=not error.transient,
            retry_after=error.retry_after,
            jitter=self.jitter(),
        )
        async with self.store.write() as tx:
            await feeds.mark_failed(
                tx, feed.id, now=now, next_poll_at=later, error=error.reason
            )
        return PollReport(feeds=1, failed=1, errors={feed.spec.url: error.reason})

    def _next_poll_at(
        self, feed: Feed, now: datetime, *, max_age: timedelta | None
    ) -> datetime:
        return next_poll_at(
            now=now,
            interval=feed.spec.interval,
            min_interval=self.min_interval,
            max_age=max_age,
            jitter=self.jitter(),
        )


def _learned(feed: Feed, fetch: Fetch, body_hash: str, now: datetime) -> dict[str, Any]:
    """Return what a successful fetch teaches of its feed."""
    hosts = feed.hosts | fetch.hosts()
    return {
        "body_hash": body_hash,
        "baseline_at": feed.baseline_at or fetch.newest_at() or now,
        "hosts": sorted(hosts)[:MAX_HOSTS],
    }
