"""What is kept of new entries beside their text: whose it is, and who says what."""

from collections.abc import Sequence
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
    texts = await reports.find_texts(tx, joined, before=min(e.entry_id for e in new))
    known = {
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
