"""The decisions of ingest, for the fetches of one transaction: new, known, told.

All that the decisions need is read at once, then each entry is decided in turn, then all
that follows is written at once: the number of statements does not grow with the entries.
"""

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dedupe import identity
from bot.domain.model import Fault, Feed
from bot.match.index import SubscriptionIndex
from bot.match.words import DocumentWords
from bot.pipeline.prepare import Fetch, Keyed, Prepared, prepare_entry
from bot.pipeline.storybook import StoryBook, StoryFound
from bot.pipeline.telling import Telling, tell
from bot.store import entries, outbox
from bot.store.entries import NewEntry, Seen

log = logging.getLogger(__name__)

# In a row, an hour apart: then it is no mistake, and the feed begins anew, silently.
FOREIGN_POLLS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A feed's fetch, ready to be judged by what is seen when it is recorded."""

    feed: Feed
    fetch: Fetch
    prepared: Mapping[int, Prepared]
    at: datetime


@dataclass(slots=True, kw_only=True)
class Recorded:
    """What came of one fetch.

    Attributes:
        quarantine: Why nothing of it was stored, if so.
        new_entries: How many entries were stored.
        revised: How many stored entries have a newer text.
        deliveries: How many deliveries the fetches of this transaction queued; it stands
            with one of them.
        had_gap: True if the fetch had nothing in common with what was seen before.
        breaking: The countries of feeds that tell a story which breaks just now.
    """

    quarantine: str | None = None
    new_entries: int = 0
    revised: int = 0
    deliveries: int = 0
    had_gap: bool = False
    breaking: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True)
class _Entry:
    """An entry that was judged, and what becomes of it.

    `before` is what an edited one was about, and its words.
    """

    fetched: Fetched
    ready: Prepared
    keys: tuple[str, ...] = ()
    silent_reason: str | None = None
    found: StoryFound | None = None
    entry_id: int = 0
    story_id: int = 0
    is_retitled: bool = False
    before: tuple[frozenset[str], DocumentWords] | None = None


@dataclass(slots=True, kw_only=True)
class _Plan:
    """What the judgements of all fetches ask for."""

    new: list[_Entry] = field(default_factory=list)
    met: list[tuple[Fetched, Keyed, identity.Known]] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)


async def record(
    tx: AsyncConnection, batch: Sequence[Fetched], index: SubscriptionIndex
) -> list[Recorded]:
    """Judge each fetch, and write down all that follows but the feeds themselves."""
    seen = await entries.find_seen(
        tx, {each.feed.id: each.fetch.read_keys() for each in batch}
    )
    plan = _Plan()
    results = [await _judge(each, seen[each.feed.id], plan) for each in batch]
    of_feed = {each.feed.id: result for each, result in zip(batch, results, strict=True)}
    await entries.add_seen(tx, plan.seen)
    tellings = await _store_new(tx, plan.new, index, of_feed)
    revised = await _revise(tx, plan.met, of_feed)
    tellings += [_telling(each, index) for each in revised if each.before is not None]
    queued = await tell(tx, tellings)
    queued += await _edit_messages(tx, plan.new, revised)
    if queued:
        busy = next((result for result in results if result.new_entries), results[0])
        busy.deliveries = queued
    return results


async def _judge(fetched: Fetched, seen: Mapping[str, int | None], plan: _Plan) -> Recorded:
    """Judge one fetch: put what is to be done into the plan."""
    feed, fetch = fetched.feed, fetched.fetch
    judgement = identity.judge(
        fetch.keys,
        seen=seen,
        baseline_at=feed.baseline_at,
        hosts=feed.hosts,
        remembers=fetch.remembers,
    )
    if judgement.quarantine is not None:
        if feed.fault is not Fault.FOREIGN or feed.failures < FOREIGN_POLLS:
            return Recorded(quarantine=judgement.quarantine)
        log.warning("taken for the feed itself after a day: %s", feed.spec.url)
        judgement = identity.judge(
            fetch.keys, seen=seen, baseline_at=None, hosts=frozenset()
        )
    for position in fetch.oldest_first():
        keyed, verdict = fetch.keyed[position], judgement.verdicts[position]
        if isinstance(verdict, identity.Known):
            plan.met.append((fetched, keyed, verdict))
            plan.seen += (
                Seen(
                    feed_id=feed.id,
                    key=key,
                    entry_id=verdict.entry_id,
                    seen_at=fetched.at,
                )
                for key in verdict.keys
            )
            continue
        ready = fetched.prepared.get(position)
        if ready is None:
            ready = await asyncio.to_thread(prepare_entry, keyed, feed.spec)
        plan.new.append(
            _Entry(
                fetched=fetched,
                ready=ready,
                keys=verdict.keys,
                silent_reason=verdict.reason
                if isinstance(verdict, identity.Silent)
                else None,
            )
        )
    had_gap = not fetch.remembers and _had_gap(feed, judgement.verdicts)
    return Recorded(had_gap=had_gap)


def _had_gap(feed: Feed, verdicts: Sequence[identity.Verdict]) -> bool:
    """Say whether entries may have come and gone between this fetch and the last one."""
    had_entries = feed.baseline_at is not None and bool(feed.hosts)
    return (
        had_entries
        and bool(verdicts)
        and not any(isinstance(verdict, identity.Known) for verdict in verdicts)
    )


async def _store_new(
    tx: AsyncConnection,
    new: Sequence[_Entry],
    index: SubscriptionIndex,
    of_feed: Mapping[int, Recorded],
) -> list[Telling]:
    """Store the new entries with their stories."""
    if not new:
        return []
    book = await StoryBook.open(
        tx,
        {key for entry in new for key in entry.ready.story_keys},
        oldest=min(entry.fetched.at for entry in new),
    )
    for entry in new:
        feed = entry.fetched.feed
        entry.found = book.find(
            entry.ready, feed_id=feed.id, spec=feed.spec, now=entry.fetched.at
        )
        result = of_feed[feed.id]
        result.new_entries += 1
        if entry.silent_reason is None:
            result.breaking |= entry.found.breaking
        entry.story_id = entry.found.story_id
    await book.write(tx)
    for entry in new:
        entry.story_id = book.number(entry.story_id)
    for entry, entry_id in zip(new, await entries.add(tx, map(_row, new)), strict=True):
        entry.entry_id = entry_id
    # What is no news is matched with nothing: its reason stands in the entry itself.
    return [_telling(entry, index) for entry in new if entry.silent_reason is None]


def _telling(entry: _Entry, index: SubscriptionIndex) -> Telling:
    """Return whom an entry concerns; of an edited one, whom the edit concerns."""
    matches = index.find(entry.ready.annotation.about, entry.ready.words)
    if entry.before is not None:
        matched = {match.subscription_id for match in index.find(*entry.before)}
        matches = tuple(m for m in matches if m.subscription_id not in matched)
    return Telling(
        entry_id=entry.entry_id,
        story_id=entry.story_id,
        matches=matches,
        at=entry.fetched.at,
    )


def _row(entry: _Entry) -> NewEntry:
    parsed, at = entry.ready.keyed.entry, entry.fetched.at
    return NewEntry(
        feed_id=entry.fetched.feed.id,
        story_id=entry.story_id,
        guid=parsed.guid,
        link=parsed.link,
        title=entry.ready.keyed.title,
        summary=parsed.summary,
        author=parsed.author,
        categories=parsed.categories,
        language=entry.ready.annotation.language,
        published_at=parsed.published_at or at,
        first_seen_at=at,
        silent_reason=entry.silent_reason,
        about=entry.ready.annotation.about,
        keys=entry.keys,
    )


async def _revise(
    tx: AsyncConnection,
    met: Sequence[tuple[Fetched, Keyed, identity.Known]],
    of_feed: Mapping[int, Recorded],
) -> list[_Entry]:
    """Keep the newer text of entries that were edited; return those that may be told.

    An edited entry is matched again while it is news, so that a chat hears of a place that
    was added later; a chat that has the story's message sees it edited if the title
    changed. What the old text matched is not told again: else a line added to all entries
    of a feed would tell them to everybody who subscribed since.
    """
    candidates = {
        known.entry_id: (fetched, keyed)
        for fetched, keyed, known in met
        if known.entry_id is not None and known.first is None and keyed.title
    }
    revised: list[_Entry] = []
    found = await entries.find_many(tx, candidates)
    about = await entries.find_about(tx, found)
    for stored in found.values():
        fetched, keyed = candidates[stored.id]
        if (stored.title, stored.summary) == (keyed.title, keyed.entry.summary):
            continue
        of_feed[fetched.feed.id].revised += 1
        ready = await asyncio.to_thread(prepare_entry, keyed, fetched.feed.spec)
        await entries.revise(tx, stored.id, title=keyed.title, summary=keyed.entry.summary)
        await entries.add_about(tx, {stored.id: ready.annotation.about})
        if stored.silent_reason is None and stored.story_id is not None:
            revised.append(
                _Entry(
                    fetched=fetched,
                    ready=ready,
                    entry_id=stored.id,
                    story_id=stored.story_id,
                    is_retitled=stored.title != keyed.title,
                    before=(about[stored.id], DocumentWords(stored.title, stored.summary))
                    if fetched.at - stored.first_seen_at <= outbox.ALERT_TTL
                    else None,
                )
            )
    return revised


async def _edit_messages(
    tx: AsyncConnection, new: Iterable[_Entry], revised: Iterable[_Entry]
) -> int:
    """Queue edits of the messages that these entries change; return how many."""
    changed = {
        entry.story_id: entry
        for entry in (*new, *revised)
        if entry.is_retitled or (entry.found is not None and not entry.found.is_new)
    }
    shown = await outbox.find_shown(tx, changed)
    return sum(
        [
            await outbox.add_edits(
                tx, story_id=story_id, entry_id=entry.entry_id, now=entry.fetched.at
            )
            for story_id, entry in changed.items()
            if story_id in shown
        ]
    )
