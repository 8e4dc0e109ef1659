"""What is kept of new entries beside their text: whose it is, and who says what."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.annotate.credits import find_agency
from bot.dedupe.copies import Source, find_origins, own_origin
from bot.pipeline.judged import Judged
from bot.store import reports
from bot.store.reports import NewReport


async def note_reports(tx: AsyncConnection, new: Sequence[Judged]) -> None:
    """Keep what the entries of a transaction say; they have their stories and ids."""
    if not new:
        return
    joined = {e.story_id for e in new if e.found is not None and not e.found.is_new}
    known = await _find_sources(tx, joined, before=min(e.entry_id for e in new))
    origins: dict[int, str] = {}
    for entry in new:
        before = known.setdefault(entry.story_id, [])
        source = _source(entry)
        found = find_origins(source, before)
        origins |= found
        before.append(source)
        known[entry.story_id] = [_with_origin(each, found) for each in before]
    ids = {entry.entry_id for entry in new}
    await reports.add(tx, [_row(entry, origins[entry.entry_id]) for entry in new])
    await reports.set_origins(tx, {i: o for i, o in origins.items() if i not in ids})


async def note_edits(tx: AsyncConnection, edited: Sequence[Judged]) -> list[Judged]:
    """Keep what edited entries say now; return those that have another origin by it."""
    if not edited:
        return []
    known = await _find_sources(tx, {entry.story_id for entry in edited})
    moved = []
    for entry in edited:
        sources = known[entry.story_id]
        own = next((e for e in sources if e.entry_id == entry.entry_id), None)
        if own is None:  # nothing was kept of it, or it is none of the first
            continue
        new = _source(entry)
        origins = find_origins(new, [each for each in sources if each is not own])
        origin = origins[entry.entry_id]
        await reports.revise(tx, _row(entry, origin))
        await reports.set_origins(tx, origins)
        known[entry.story_id] = [
            _with_origin(new if each is own else each, origins) for each in sources
        ]
        if origin != own.origin or len(origins) > 1:
            moved.append(entry)
    return moved


async def _find_sources(
    tx: AsyncConnection, story_ids: Collection[int], *, before: int | None = None
) -> dict[int, list[Source]]:
    texts = await reports.find_texts(tx, story_ids, before=before)
    return {
        story_id: [
            Source(
                entry_id=each.entry_id,
                publisher=each.publisher,
                origin=each.origin,
                shingles=each.shingles,
            )
            for each in found
        ]
        for story_id, found in texts.items()
    }


def _source(entry: Judged) -> Source:
    spec = entry.fetched.feed.spec
    publisher = spec.publisher or str(entry.fetched.feed.id)
    credited = {each.agency for each in entry.ready.features.report.credits}
    return Source(
        entry_id=entry.entry_id,
        publisher=publisher,
        origin=own_origin(publisher, find_agency(publisher), credited),
        shingles=entry.ready.sample,
    )


def _with_origin(source: Source, origins: dict[int, str]) -> Source:
    origin = origins.get(source.entry_id)
    return source if origin is None else replace(source, origin=origin)


def _row(entry: Judged, origin: str) -> NewReport:
    return NewReport(
        entry_id=entry.entry_id,
        origin=origin,
        shingles=entry.ready.sample,
        statements=tuple(each.pack() for each in entry.ready.statements),
        joined_because=entry.found.joined_because if entry.found is not None else "",
    )
