"""From a due feed to deliveries: the way of an entry, and the only place that knows it.

::

    fetch (conditional, bounded, guarded) | same bytes, same body? stop
      | parse in a killable process: slice off the entries of the last document
      | key | known? stop | language, places, words | story: new or joined
      | subscriptions that match | route: alert or drop, with the reason
      | ONE transaction: entries, seen, story, matches, deliveries, validators, next poll

I/O comes first, then slow pure work in a thread, then one short transaction, which polls
that end at the same time share (`ledger`). A crash between any two steps repeats the poll
and loses nothing, for what tells "seen" is committed together with the deliveries.
"""

import asyncio
import logging
from collections.abc import Callable, Mapping
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from functools import partial
from hashlib import blake2b
from typing import Self

from bot.config.addresses import shown_url
from bot.dedupe.keys import Draft
from bot.domain.errors import FeedError, FetchError
from bot.domain.model import (
    Answer,
    Document,
    Feed,
    FeedSpec,
    KnownSlices,
    NotModified,
    ParsedFeed,
    PollReport,
    Postponed,
    Unchanged,
    Validators,
)
from bot.parse.worker import ParserPool
from bot.pipeline.aside import aside
from bot.pipeline.judged import Fetched, Recorded
from bot.pipeline.ledger import Delayed, Ledger, Read
from bot.pipeline.prepare import Fetch, Prepared, key_all, prepare_unseen
from bot.pipeline.settle import Reading, Settling
from bot.pipeline.slices import Memories, Memory
from bot.poll import trust
from bot.poll.fetch import Fetcher
from bot.store import entries
from bot.store.engine import Store

log = logging.getLogger(__name__)

NOTHING = Validators()
# First polls that are read at once, of those that were fetched: all entries of each are
# new, and wait to be written with all that was found. With 128 of them memory grew by 70 MB
# for good (benchmarks/ingest_load.py).
FIRST = 8
FEW = 3  # entries whose keys take a fraction of a millisecond


@dataclass(frozen=True, slots=True, kw_only=True)
class Ingest:
    """Polls one feed at a time through the whole pipeline."""

    store: Store
    fetcher: Fetcher
    parser: ParserPool
    ledger: Ledger
    settling: Settling
    _first: asyncio.Semaphore = field(default_factory=partial(asyncio.Semaphore, FIRST))

    @classmethod
    def build(
        cls,
        *,
        store: Store,
        fetcher: Fetcher,
        parser: ParserPool,
        min_interval: timedelta,
        across_languages: bool = True,
        jitter: Callable[[], float] = lambda: 0.0,
    ) -> Self:
        """Return the stage with a ledger of its own.

        Args:
            store: Where everything is kept.
            fetcher: Makes the requests.
            parser: Reads the documents.
            min_interval: No feed is polled more often.
            across_languages: Whether a story may be told in several languages.
            jitter: Gives a number from 0 to 1 that shortens the next pause.
        """
        return cls(
            store=store,
            fetcher=fetcher,
            parser=parser,
            ledger=Ledger(
                store=store,
                memories=Memories(store),
                min_interval=min_interval,
                across_languages=across_languages,
            ),
            settling=Settling(min_interval=min_interval, jitter=jitter),
        )

    async def poll(self, feed: Feed, *, now: datetime) -> PollReport:
        """Poll `feed` once; a failure is noted in the store and in the report.

        Raises:
            StoreError: The database cannot be used; nothing was written.
        """
        try:
            report = await self._poll(feed, now)
        except FeedError as exc:
            report = await self.note_failure(feed, exc, now=now)
        log.info(
            "polled %s",
            feed.spec.title or shown_url(feed.spec.url),
            extra={
                "feed_id": feed.id,
                "new": report.new_entries,
                "error": report.errors.get(feed.spec.url),
            },
        )
        return report

    async def _poll(self, claimed: Feed, now: datetime) -> PollReport:
        validators = claimed.validators if _is_conditional(claimed, now) else NOTHING
        answer = await self._fetch(claimed, validators, now)
        if isinstance(answer, NotModified):
            feed = replace(claimed, trust=trust.after_not_modified(claimed.trust, now))
            if not trust.is_audit_due(feed.trust, now):
                await self._note_unchanged(claimed, feed, answer, now)
                return PollReport(feeds=1, not_modified=1)
            return await self._audit(claimed, feed, answer, now)
        if isinstance(answer, Postponed):
            until = now + answer.pause
            await self.ledger.enter(Delayed(feed_id=claimed.id, until=until))
            return PollReport(feeds=1)
        feed = replace(claimed, trust=trust.after_full(claimed.trust, now))
        return await self._take(claimed, feed, answer, now)

    async def _audit(
        self, claimed: Feed, feed: Feed, denial: NotModified, now: datetime
    ) -> PollReport:
        """Fetch the whole document after a 304, to see whether it told the truth."""
        try:
            answer = await self._fetch(feed, NOTHING, now)
        except FetchError as exc:
            await self.ledger.enter(self.settling.unchecked(feed, denial, exc, now))
            return PollReport(feeds=1, not_modified=1)
        if isinstance(answer, Postponed):
            await self.ledger.enter(Delayed(feed_id=feed.id, until=now + answer.pause))
            return PollReport(feeds=1, not_modified=1)
        return await self._take(claimed, feed, answer, now, is_audit=True)

    async def _fetch(
        self, feed: Feed, validators: Validators, now: datetime
    ) -> Document | NotModified | Unchanged | Postponed:
        return await self.fetcher.fetch(
            feed.spec.url,
            validators,
            now=now,
            wire_hash=feed.wire_hash,
            profile=feed.profile,
        )

    async def _take(
        self,
        claimed: Feed,
        feed: Feed,
        answer: Document | NotModified | Unchanged,
        now: datetime,
        *,
        is_audit: bool = False,
    ) -> PollReport:
        """Take in a complete answer: the same as before, or a document to be read."""
        changed = feed
        if isinstance(answer, Document):
            changed = replace(
                feed,
                wire_hash=answer.wire_hash,
                body_hash=blake2b(answer.body, digest_size=16).hexdigest(),
            )
        if not isinstance(answer, Document) or changed.body_hash == feed.body_hash:
            if is_audit:
                proven = trust.after_audit(feed.trust, now, lied=False)
                changed = replace(changed, trust=proven)
            await self._note_unchanged(claimed, changed, answer, now)
            return PollReport(feeds=1, fetched=1, unchanged=1)
        async with nullcontext() if feed.baseline_at else self._first:
            recorded = await self._read(feed, changed, answer, now, is_audit=is_audit)
        if recorded.quarantine is not None:
            return PollReport(
                feeds=1, failed=1, errors={feed.spec.url: recorded.quarantine}
            )
        if is_audit and recorded.new_entries:
            url = shown_url(feed.spec.url)
            log.warning("%s said that nothing changed when it had", url)
        return PollReport(
            feeds=1,
            fetched=1,
            possible_gaps=int(recorded.had_gap),
            new_entries=recorded.new_entries,
            deliveries=recorded.deliveries,
        )

    async def _read(
        self,
        feed: Feed,
        changed: Feed,
        document: Document,
        now: datetime,
        *,
        is_audit: bool,
    ) -> Recorded:
        memory = await self.ledger.memories.find(feed.id, feed.body_hash)
        known = KnownSlices(skeleton=memory.skeleton, slices=frozenset(memory.drafts))
        parsed = await self.parser.parse(
            document, now=now, zone=feed.spec.time_zone, known=known
        )
        fetch = await _key(parsed, feed.spec, memory.drafts)
        prepared = await self._prepare(feed, fetch, now)
        reading = Reading(
            before=feed,
            after=changed,
            document=document,
            fetch=fetch,
            update_every=parsed.update_every,
            is_audit=is_audit,
            at=now,
        )
        return await self.ledger.enter(
            Read(
                fetched=Fetched(
                    feed=feed,
                    fetch=fetch,
                    prepared=prepared,
                    at=now,
                    served_at=document.served_at,
                ),
                memory=Memory(skeleton=fetch.skeleton, drafts=fetch.memory),
                settle=partial(self.settling.document, reading),
            )
        )

    async def _prepare(
        self, feed: Feed, fetch: Fetch, now: datetime
    ) -> dict[int, Prepared]:
        """Annotate what is new, as far as that is known before the transaction."""
        seen: frozenset[str] = frozenset()
        is_first_poll = feed.baseline_at is None
        if not is_first_poll and not fetch.remembers:
            async with self.store.read() as tx:
                found = await entries.find_seen(tx, {feed.id: fetch.read_keys()})
            seen = frozenset(found[feed.id])
        if not fetch.keyed:
            return {}
        # Of one entry, too: a long text with many names takes its places 10 ms.
        unseen = partial(prepare_unseen, is_first_poll=is_first_poll)
        return dict(await aside(unseen, fetch, seen, feed.spec, now))

    async def _note_unchanged(
        self, claimed: Feed, feed: Feed, answer: Answer, now: datetime
    ) -> None:
        await self.ledger.enter(self.settling.unchanged(claimed, feed, answer, now))

    async def note_failure(
        self, feed: Feed, error: FeedError, *, now: datetime
    ) -> PollReport:
        """Note that the feed could not be read, and when it is tried again."""
        await self.ledger.enter(self.settling.failure(feed, error, now))
        return PollReport(feeds=1, failed=1, errors={feed.spec.url: error.reason})


def _is_conditional(feed: Feed, now: datetime) -> bool:
    """Say whether to ask for changes only; a server that failed may still tell of them."""
    is_owed = trust.is_audit_owed(feed.trust) and not feed.failures
    return trust.may_ask_conditionally(feed.trust, now) and not is_owed


async def _key(parsed: ParsedFeed, spec: FeedSpec, drafts: Mapping[str, Draft]) -> Fetch:
    """Return the entries with their keys.

    A few are worked on at once: going to a thread and back costs as much as they do.
    """
    if len(parsed.entries) <= FEW:
        return key_all(parsed, spec, drafts)
    return await aside(key_all, parsed, spec, drafts)
