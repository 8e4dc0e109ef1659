"""Looking into the archive of entries for what subscriptions would have matched.

The index finds candidates, newest first; whether one matches is asked of its text, in the
same way as ingest asks it, so both always agree. Of words and what is known besides
them the index itself knows it, and no text is asked: that is fifteen times as fast.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import QueryError
from bot.domain.model import Subscription
from bot.match.nodes import Node
from bot.match.stems import stems
from bot.match.words import Asked
from bot.pipeline.archive import find_left
from bot.pipeline.prefilter import about_any, is_exact, is_exact_region, prefilter
from bot.pipeline.queries import asked_of, feed_names, read_query
from bot.pipeline.verify import Verifier, words_of
from bot.store import archive, entries, feeds, wanted
from bot.store.engine import Store
from bot.store.entries import StoredEntry
from bot.store.wanted import Wanted

# Candidates read at once, doubled each time; five times as many where no text is asked.
FIRST, LARGEST = 50, 200
MOST: Final = 350  # candidates of one answer; a common phrase may have none among them
EASIER: Final = 10  # times as many, where no text is asked
BLOCK: Final = 40  # stories that are put in order of publication; five pages
PAGE: Final = 8
BLOCKS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """An entry that matches, and all that may be asked of it."""

    entry: StoredEntry
    about: frozenset[str]

    @property
    def asked(self) -> Asked:
        """What its words and facts are."""
        return asked_of(self.entry, self.about)


@dataclass(frozen=True, slots=True, kw_only=True)
class Looked:
    """Some candidates that were looked at: those that match, and how far back they reach.

    `was_asked` when their texts were asked, and not the index alone. `is_last` when there
    are no more; else what was first seen after `back_to` was looked at.
    """

    hits: tuple[Hit, ...]
    count: int
    was_asked: bool
    back_to: datetime | None
    is_last: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What matches, newest first.

    `back_to` says since when entries were looked at, if not all were; `has_more` that
    there are further pages.
    """

    entries: tuple[StoredEntry, ...]
    back_to: datetime | None = None
    page: int = 0
    has_more: bool = False


async def newest(
    store: Store,
    asked: Sequence[Subscription],
    *,
    limit: int,
    since: datetime | None = None,
) -> Found:
    """Return the newest entries that satisfy any of the subscriptions, newest first.

    A story counts once. At most `MOST` candidates are looked at.
    """
    found, back_to = await _gather(store, asked, max(limit, BLOCK), since=since)
    shown = tuple(_by_time(found)[:limit])
    return Found(entries=shown, back_to=back_to if len(shown) < limit else None)


async def find_page(store: Store, asked: Subscription, number: int) -> Found:
    """Return a page of what matches, the first one if `number` is beyond the last.

    Entries come in the order in which they were read, `BLOCK` by `BLOCK`, and in each block
    in that of their publication: so a page stays the same while older ones are looked for.
    """
    first = number * PAGE
    end = (first // BLOCK + 1) * BLOCK
    found, back_to = await _gather(store, (asked,), end + 1, most=MOST * end // BLOCK)
    if number and len(found) <= first:
        return await find_page(store, asked, 0)
    block = _by_time(found[first // BLOCK * BLOCK : end])
    shown = block[first % BLOCK : first % BLOCK + PAGE]
    has_more = len(found) > first + PAGE and first + PAGE < BLOCK * BLOCKS
    return Found(
        entries=tuple(shown),
        back_to=back_to if not has_more else None,
        page=number,
        has_more=has_more,
    )


async def _gather(
    store: Store,
    asked: Sequence[Subscription],
    count: int,
    *,
    since: datetime | None = None,
    most: int = MOST,
) -> tuple[list[StoredEntry], datetime | None]:
    """Return one entry of each of `count` stories, and how far back it was looked.

    The latter is None if nothing is left to look at, or enough was found.
    """
    stories: dict[object, StoredEntry] = {}
    looked, back_to = 0, None
    async for some in look(store, asked, since=since):
        for hit in some.hits:
            stories.setdefault(story_of(hit.entry), hit.entry)
        looked += some.count
        back_to = None if some.is_last else some.back_to
        if len(stories) >= count or looked >= most * (1 if some.was_asked else EASIER):
            break
    enough = len(stories) >= count
    return list(stories.values())[:count], None if enough else back_to


def story_of(entry: StoredEntry) -> object:
    """Return what tells the story of an entry from others."""
    return ("entry", entry.id) if entry.story_id is None else entry.story_id


def _by_time(found: Sequence[StoredEntry]) -> list[StoredEntry]:
    return sorted(found, key=lambda each: (each.published_at, each.id), reverse=True)


async def look(
    store: Store, asked: Sequence[Subscription], *, since: datetime | None = None
) -> AsyncIterator[Looked]:
    """Look at the candidates of any of the subscriptions, newest first, batch by batch.

    `since` leaves out what was published before it. What is not in the index yet is left
    out, too, and the last batch says so by its `back_to`.
    """
    nodes = await asyncio.to_thread(_read_all, asked)  # a chat may have 300 of them
    verifier: Verifier | None = None
    before, oldest, left = archive.NEWEST, 0, 0
    what: Wanted | None = None
    size = FIRST
    while True:
        async with store.read() as tx:
            if before == archive.NEWEST:
                left = await find_left(tx)
                oldest = max(left, await archive.get_oldest_id(tx, since) if since else 0)
                what = await _wanted(tx, nodes)
                if not all(_is_exact(each, node) for each, node in nodes):
                    verifier = Verifier(nodes, await _relevant(tx, nodes))
            ids = await archive.find(tx, what, before=before, since=oldest, limit=size)
            found = await entries.find_many(tx, ids)
            about = await entries.find_about(tx, found)
            is_last = len(ids) < size
            # What is not in the index yet begins there, and what was left for later here.
            end = left if is_last else ids[-1]
            back_to = await archive.find_seen_before(tx, end)
        chosen = [found[each] for each in ids if each in found]
        if since is not None:
            chosen = [each for each in chosen if each.published_at >= since]
        hits = await asyncio.to_thread(_verify, verifier, chosen, about)
        before = ids[-1] if ids else 0
        yield Looked(
            hits=hits,
            count=len(ids),
            was_asked=verifier is not None,
            back_to=back_to,
            is_last=is_last and back_to is None,
        )
        if is_last:
            return
        size = min(size * 2, LARGEST if verifier is not None else LARGEST * 5)


async def _relevant(
    tx: AsyncConnection, asked: Sequence[tuple[Subscription, Node | None]]
) -> frozenset[str]:
    """Return the words of the queries, and what stands in the archive of their kind."""
    words = {word for _, node in asked if node is not None for word in words_of(node)}
    forms = await archive.forms_of(tx, {stem for word in words for stem in stems(word)})
    return frozenset(chain(words, *forms.values()))


def _verify(
    verifier: Verifier | None,
    chosen: Sequence[StoredEntry],
    about: Mapping[int, frozenset[str]],
) -> tuple[Hit, ...]:
    hits = (Hit(entry=entry, about=about[entry.id]) for entry in chosen)
    if verifier is None:
        return tuple(hits)
    return tuple(
        hit
        for hit in hits
        if verifier.matches(hit.entry.title, hit.entry.summary, hit.asked)
    )


def _read_all(
    asked: Sequence[Subscription],
) -> list[tuple[Subscription, Node | None]]:
    """Return the subscriptions with what their queries ask for, if they can be read."""
    found: list[tuple[Subscription, Node | None]] = []
    for each in asked:
        with contextlib.suppress(QueryError):
            found.append((each, read_query(each.query) if each.query else None))
    return found


def _is_exact(asked: Subscription, node: Node | None) -> bool:
    """Return whether the index alone decides."""
    return (node is None or is_exact(node)) and all(map(is_exact_region, asked.regions))


async def count_alone(store: Store, terms: Sequence[Node], *, since: datetime) -> list[int]:
    """Return in how many entries that came since then each term may stand."""
    async with store.read() as tx:
        oldest = await archive.get_oldest_id(tx, since)
        return [
            await archive.count(tx, what, since=oldest)
            for term in terms
            if (what := prefilter(term, lambda _: ())) is not None
        ]


async def _wanted(
    tx: AsyncConnection, asked: Sequence[tuple[Subscription, Node | None]]
) -> Wanted | None:
    """Return what the index is asked for."""
    by_name: dict[str, list[int]] = {}
    for feed_id, title, publisher in await feeds.list_names(tx):
        for name in feed_names(feed_id, title, publisher):
            by_name.setdefault(name, []).append(feed_id)
    parts: list[Wanted | None] = []
    for each, node in asked:
        regions = about_any(each.regions) if each.regions else None
        words = prefilter(node, lambda name: by_name.get(name, ())) if node else None
        parts.append(wanted.all_of((regions, words)))
    return wanted.any_of(parts)
