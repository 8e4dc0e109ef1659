"""The one writer of polls: what waits while it writes is written together next.

A poll hands in what came of it and waits until that is committed. Under load many polls
share a transaction, so that its cost does not grow with them: each lingers for company. One
that cannot be written fails alone: the others of its batch are tried again without it.
"""

import asyncio
import itertools
import logging
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from time import monotonic

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.annotate.gazetteer import Gazetteer, load
from bot.domain.errors import StoreError
from bot.match.stems import stems
from bot.pipeline import slices
from bot.pipeline.groups import StateMemory
from bot.pipeline.judged import Fetched, Recorded
from bot.pipeline.matching import Matcher
from bot.pipeline.record import record
from bot.pipeline.slices import Memories, Memory
from bot.store import claims, polls, schema, subscriptions
from bot.store.archive import Vocabulary
from bot.store.engine import Store, lock_stories
from bot.store.polls import Polled

log = logging.getLogger(__name__)

MAX_BATCH = 128  # polls in one transaction: others wait for the writer meanwhile
MAX_ENTRIES = 64  # entries in one transaction, unless one document alone has more
LINGER = 0.05  # seconds; a transaction of its own costs a poll more than its fetch
CHANGES = 500  # of subscriptions; more are a second's work and done in a thread
BURST = timedelta(minutes=15)  # for which feeds are polled often once a story breaks


@dataclass(frozen=True, slots=True, kw_only=True)
class Delayed:
    """A feed that was not asked, because its site wants to be left alone until `until`."""

    feed_id: int
    until: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A document that was read.

    `settle` turns what was recorded into what is written of the poll; `memory` is kept.
    """

    fetched: Fetched
    memory: Memory
    settle: Callable[[Recorded], Polled]

    @property
    def feed_id(self) -> int:
        """Whose document it is."""
        return self.fetched.feed.id


Line = Polled | Delayed | Read


class Subscriptions:
    """The index of all subscriptions, brought up to date when their version changes.

    Other places (regions.yaml) may be what names and circles mean: then it is built anew.
    """

    def __init__(self) -> None:
        """Start without subscriptions."""
        self._version: int | None = None
        self._places: Gazetteer | None = None
        self._marks: Mapping[int, int] = {}
        self._index = Matcher()

    async def prepare(self, store: Store) -> None:
        """Begin, or begin anew, without a lock: 100,000 take ten seconds to read."""
        if self._version is None or load() is not self._places:
            async with store.read() as tx:
                await self.index(tx)

    async def index(self, tx: AsyncConnection) -> Matcher:
        """Return the index as of this transaction."""
        version, places = await subscriptions.version(tx), load()
        if places is not self._places:
            self._version, self._marks, self._index = None, {}, Matcher()
            self._places = places
        if version != self._version:
            marks = await subscriptions.marks(tx)
            new = {each for each, _ in marks.items() - self._marks.items()}
            await self._change(tx, new=new, gone=self._marks.keys() - marks.keys())
            self._version, self._marks = version, marks
        return self._index

    async def _change(
        self, tx: AsyncConnection, *, new: Collection[int], gone: Collection[int]
    ) -> None:
        if len(new) + len(gone) > CHANGES:
            loaded = await subscriptions.load_all(tx)
            self._index = await asyncio.to_thread(Matcher, loaded)
        else:
            added = await subscriptions.load(tx, new)
            # From here on nothing waits: whoever is cancelled leaves nothing half done.
            for subscription_id in gone:
                self._index.remove(subscription_id)
            for subscription in added:
                self._index.add(subscription)
        for subscription_id in sorted(new):
            reason = self._index.find_fault(subscription_id)
            if reason is not None:
                log.warning("subscription %d matches nothing: %s", subscription_id, reason)


@dataclass(slots=True, kw_only=True)
class Ledger:
    """Writes polls down, several in one transaction if several are waiting."""

    store: Store
    memories: Memories
    min_interval: timedelta
    across_languages: bool = True
    stories: StateMemory = field(default_factory=StateMemory)
    subscriptions: Subscriptions = field(default_factory=Subscriptions)
    # It asks for each form once: to remember the answers would displace those of matching.
    vocabulary: Vocabulary = field(default_factory=partial(Vocabulary, stems.__wrapped__))
    _waiting: dict[asyncio.Future[Recorded], Line] = field(default_factory=dict)
    _writing: asyncio.Lock = field(default_factory=asyncio.Lock)
    _flushing: asyncio.Task[None] | None = None

    async def enter(self, line: Line) -> Recorded:
        """Write `line`, and return what came of it once it is committed.

        Raises:
            StoreError: The database cannot be used; nothing was written.
        """
        written: asyncio.Future[Recorded] = asyncio.get_running_loop().create_future()
        self._waiting[written] = line
        try:
            self._flush_soon()
            return await written
        finally:
            self._waiting.pop(written, None)

    async def close(self) -> None:
        """Wait for what is being written; call it when nobody enters anything any more."""
        if self._flushing is not None:
            await self._flushing

    def _flush_soon(self) -> None:
        if self._flushing is None or self._flushing.done():
            self._flushing = asyncio.create_task(self._flush())

    async def _flush(self) -> None:
        """Write what lingers, all of it; time spent on the batch before counts."""
        pause = LINGER
        while self._waiting:
            await asyncio.sleep(pause)
            began = monotonic()
            async with self._writing:
                await self._write_waiting()
            pause = LINGER - (monotonic() - began)

    async def _write_waiting(self) -> None:
        """Write what has waited longest; the first in line does it for all."""
        batch: dict[asyncio.Future[Recorded], Line] = {}
        feeds: set[int] = set()
        entries = 0
        for written, line in itertools.islice(self._waiting.items(), MAX_BATCH):
            entries += len(line.fetched.fetch.keyed) if isinstance(line, Read) else 0
            if batch and entries > MAX_ENTRIES:
                break
            # One that outlived its lease waits for what its successor writes.
            if line.feed_id not in feeds:
                feeds.add(line.feed_id)
                batch[written] = line
        for written in batch:
            del self._waiting[written]
        try:
            await self._write(batch)
        finally:
            # If this poll was cancelled meanwhile, the others are written without it.
            left = {each: line for each, line in batch.items() if not each.done()}
            if left:
                self._waiting |= left
                self._flush_soon()

    async def _write(self, batch: Mapping[asyncio.Future[Recorded], Line]) -> None:
        try:
            results = await self._commit(tuple(batch.values()))
        except StoreError as exc:
            for written in batch:
                _fail(written, exc)
        except Exception as exc:
            if len(batch) == 1:
                _fail(next(iter(batch)), exc)
                return
            log.exception("a batch of %d polls was not written; one by one", len(batch))
            for written, line in batch.items():
                await self._write({written: line})
        else:
            for written, result in zip(batch, results, strict=True):
                if not written.done():  # whoever waited may be gone
                    written.set_result(result)

    async def _commit(self, lines: Sequence[Line]) -> list[Recorded]:
        reads = [line for line in lines if isinstance(line, Read)]
        kept, recorded = list[Read](), list[Recorded]()
        if reads:
            await self.subscriptions.prepare(self.store)
        async with self.store.write() as tx:
            if reads:
                await lock_stories(tx)  # before any feed, as every batch does
            await claims.lock(tx, schema.feed.c.id.in_([line.feed_id for line in lines]))
            reads = reads and await _without_paused(tx, reads)
            if reads:
                index = await self.subscriptions.index(tx)
                recorded = await record(
                    tx,
                    [read.fetched for read in reads],
                    index,
                    self.vocabulary,
                    memory=self.stories,
                    across_languages=self.across_languages,
                )
                kept = [
                    read
                    for read, result in zip(reads, recorded, strict=True)
                    if result.quarantine is None
                ]
            settled = [r.settle(found) for r, found in zip(reads, recorded, strict=True)]
            done = [*settled, *(line for line in lines if isinstance(line, Polled))]
            await polls.save(tx, done)
            await claims.postpone(
                tx,
                [(each.feed_id, each.until) for each in lines if isinstance(each, Delayed)],
            )
            await slices.write(tx, {read.feed_id: read.memory for read in kept})
        if reads:  # else what was learned last may be of a batch that was not written
            self.vocabulary.remember()
            self.stories.confirm()
        self._hold(kept, settled)
        await self._tell_other_feeds(done, reads, recorded)
        by_read = dict(zip(map(id, reads), recorded, strict=True))
        return [by_read.get(id(line), Recorded()) for line in lines]

    def _hold(self, kept: Sequence[Read], settled: Sequence[Polled]) -> None:
        body_hashes = {poll.feed.id: poll.feed.body_hash for poll in settled}
        for read in kept:
            self.memories.hold(read.feed_id, body_hashes[read.feed_id], read.memory)

    async def _tell_other_feeds(
        self, done: Sequence[Polled], reads: Sequence[Read], recorded: Sequence[Recorded]
    ) -> None:
        """Close the sites that ask for it; let the countries of a breaking story burst.

        In a transaction of its own: it writes feeds that other workers are writing. If it
        cannot be written, a server is asked once more, or a feed a little later.
        """
        closings = [(p.closes, p.not_before) for p in done if p.closes and p.not_before]
        breaking = frozenset[str]().union(*(result.breaking for result in recorded))
        if not closings and not breaking:
            return
        try:
            async with self.store.write() as tx:
                await claims.close_sites(tx, closings)
            if breaking:
                await self._hasten(breaking, max(read.fetched.at for read in reads))
        except StoreError as exc:
            log.warning("other feeds go on as before: %s", exc)

    async def _hasten(self, countries: frozenset[str], now: datetime) -> None:
        log.info("a story breaks", extra={"countries": sorted(countries)})
        async with self.store.write() as tx:
            await claims.hasten(
                tx, countries, now=now, until=now + BURST, min_interval=self.min_interval
            )


async def _without_paused(tx: AsyncConnection, reads: Sequence[Read]) -> list[Read]:
    """Return what was read of feeds that are still polled; the others give up their lease.

    A feed that was taken from feeds.yaml while it was fetched tells nobody anything more.
    """
    paused = await claims.find_paused(tx, [read.feed_id for read in reads])
    if paused:
        await claims.release_leases(tx, paused)
    return [read for read in reads if read.feed_id not in paused]


def _fail(written: asyncio.Future[Recorded], error: Exception) -> None:
    if not written.done():
        written.set_exception(error)
        written.exception()  # read, lest asyncio complains when nobody waits any more
