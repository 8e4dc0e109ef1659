"""The decisions of ingest, for the fetches of one transaction: new, known, told.

All that the decisions need is read at once, then each entry is decided in turn, then all
that follows is written at once: the number of statements does not grow with the entries.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.match.words import Asked
from bot.pipeline.changing import Change, tell_changes
from bot.pipeline.groups import StateMemory
from bot.pipeline.judged import Fetched, Judged, Met, Plan, Recorded, judge
from bot.pipeline.matching import Matcher
from bot.pipeline.queries import asked_of, feed_names
from bot.pipeline.reporting import note_edits, note_reports
from bot.pipeline.storybook import StoryBook
from bot.pipeline.telling import Telling, tell
from bot.store import archive, entries, outbox
from bot.store.archive import Vocabulary
from bot.store.entries import NewEntry

# Stories whose messages must be edited: the entry that changed each, and when.
Changes = Mapping[int, tuple[int, datetime]]


async def record(
    tx: AsyncConnection,
    batch: Sequence[Fetched],
    index: Matcher,
    vocabulary: Vocabulary,
    *,
    memory: StateMemory | None = None,
    across_languages: bool = True,
) -> list[Recorded]:
    """Judge each fetch, and write down all that follows but the feeds themselves."""
    if memory is not None:
        memory.begin()
    seen = await entries.find_seen(
        tx, {each.feed.id: each.fetch.read_keys() for each in batch}
    )
    plan = Plan()
    results = [await judge(tx, each, seen[each.feed.id], plan) for each in batch]
    of_feed = {each.feed.id: result for each, result in zip(batch, results, strict=True)}
    await entries.add_seen(tx, plan.seen)
    tellings = await _store_new(
        tx, plan.new, index, of_feed, memory=memory, across_languages=across_languages
    )
    revised, retitled, forms = await _revise(tx, plan.met, of_feed)
    moved = await note_edits(tx, revised)
    tellings += [_telling(each, index) for each in revised]
    forms.update(*(each.ready.distinct for each in plan.new))
    await vocabulary.learn(tx, forms)
    changed = {**_joined(plan.new), **_newest(moved), **retitled}
    await outbox.hold(tx, changed)
    queued = await tell(tx, tellings)
    queued += await tell_changes(tx, _changes(plan.new))
    queued += await _edit_messages(tx, changed)
    if queued:
        busy = next((result for result in results if result.new_entries), results[0])
        busy.deliveries = queued
    return results


async def _store_new(
    tx: AsyncConnection,
    new: Sequence[Judged],
    index: Matcher,
    of_feed: Mapping[int, Recorded],
    *,
    memory: StateMemory | None,
    across_languages: bool,
) -> list[Telling]:
    """Store the new entries with their stories."""
    if not new:
        return []
    book = await StoryBook.open(
        tx,
        [(entry.ready, entry.fetched.feed.id) for entry in new],
        oldest=min(entry.fetched.at for entry in new),
        memory=memory,
        across_languages=across_languages,
    )
    for entry in new:
        feed = entry.fetched.feed
        entry.found = await book.find(
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
    await note_reports(tx, new)
    # What is no news is matched with nothing: its reason stands in the entry itself.
    return [_telling(entry, index) for entry in new if entry.silent_reason is None]


def _telling(entry: Judged, index: Matcher) -> Telling:
    """Return whom an entry concerns; of an edited one, whom the edit concerns."""
    asked = _asked(entry)
    matches = index.find(asked)
    if entry.before is not None:
        matched = {match.subscription_id for match in index.find(entry.before)}
        matches = tuple(m for m in matches if m.subscription_id not in matched)
    return Telling(
        entry_id=entry.entry_id,
        story_id=entry.story_id,
        asked=asked,
        outlet=entry.fetched.feed.spec.marks,
        matches=matches,
        at=entry.fetched.at,
    )


def _asked(entry: Judged) -> Asked:
    feed, annotation = entry.fetched.feed, entry.ready.annotation
    return Asked(
        words=entry.ready.words,
        about=annotation.about,
        language=annotation.language.partition("-")[0],
        feeds=feed_names(feed.id, feed.spec.title, feed.spec.publisher),
    )


def _row(entry: Judged) -> NewEntry:
    parsed, at = entry.ready.keyed.entry, entry.fetched.at
    update = entry.found.update if entry.found is not None else None
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
        update_kind=update.kind if update is not None else None,
        update_detail=update.detail if update is not None else None,
        about=entry.ready.annotation.about,
        keys=entry.keys,
        forms=entry.ready.distinct,
    )


async def _revise(
    tx: AsyncConnection, met: Sequence[Met], of_feed: Mapping[int, Recorded]
) -> tuple[list[Judged], Changes, set[str]]:
    """Keep the newer text of entries that were edited.

    Returns those that may be told, those whose messages must be edited, and their words.

    An edited entry is matched again while it is news, so that a chat hears of a place that
    was added later; a chat that has the story's message sees it edited if the title
    changed. What the old text matched is not told again: else a line added to all entries
    of a feed would tell them to everybody who subscribed since.
    """
    candidates = {
        each.known.entry_id: each
        for each in met
        if each.known.entry_id is not None and each.known.first is None and each.keyed.title
    }
    found = await entries.find_many(tx, candidates)
    edited = {
        stored: candidates[stored.id]
        for stored in found.values()
        if candidates[stored.id].text != (stored.title, stored.summary)
    }
    before = await archive.read(tx, [stored.id for stored in edited])
    await entries.revise(tx, {stored.id: each.text for stored, each in edited.items()})
    for each in edited.values():
        of_feed[each.fetched.feed.id].revised += 1
    fresh = {
        stored: each
        for stored, each in edited.items()
        if stored.silent_reason is None
        and each.fetched.at - stored.first_seen_at <= outbox.ALERT_TTL
    }
    about = await entries.find_about(tx, [stored.id for stored in fresh])
    revised = [
        Judged(
            fetched=each.fetched,
            ready=await each.prepare(),
            entry_id=stored.id,
            story_id=stored.story_id,
            before=asked_of(stored, about[stored.id]),
        )
        for stored, each in fresh.items()
        if stored.story_id is not None
    ]
    await entries.add_about(tx, {e.entry_id: e.ready.annotation.about for e in revised})
    after = await archive.read(tx, [stored.id for stored in edited])
    await archive.remove(tx, before)
    await archive.add(tx, after)
    retitled = {
        stored.story_id: (stored.id, each.fetched.at)
        for stored, each in edited.items()
        if stored.story_id is not None
        and stored.silent_reason is None
        and stored.title != each.keyed.title
    }
    return revised, retitled, {form for each in after for form in each.forms}


def _changes(new: Iterable[Judged]) -> list[Change]:
    """Return what of the new entries joined a story, and is news."""
    return [
        Change(
            story_id=entry.story_id,
            entry_id=entry.entry_id,
            asked=_asked(entry),
            outlet=entry.fetched.feed.spec.marks,
            at=entry.fetched.at,
            is_material=entry.found.update is not None,
        )
        for entry in new
        if entry.silent_reason is None and entry.found and not entry.found.is_new
    ]


def _joined(new: Iterable[Judged]) -> Changes:
    """Return the stories that got another entry."""
    return _newest(e for e in new if e.found is not None and not e.found.is_new)


def _newest(entries_: Iterable[Judged]) -> Changes:
    return {entry.story_id: (entry.entry_id, entry.fetched.at) for entry in entries_}


async def _edit_messages(tx: AsyncConnection, changes: Changes) -> int:
    """Queue edits of the messages of these stories; return how many."""
    queued = 0
    for story_id in await outbox.find_shown(tx, changes):
        entry_id, at = changes[story_id]
        queued += await outbox.add_edits(tx, story_id=story_id, entry_id=entry_id, now=at)
    return queued
