"""Looking at the archive's candidates, newest first, for those that match.

The index finds candidates; whether one matches is asked of its text, in the same way as
ingest asks it, so both always agree. Of most words, and of what is known besides them, the
index itself knows it, and no text is asked: that is fifteen times as fast.
"""

import asyncio
import contextlib
from collections.abc import AsyncIterator, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import QueryError
from bot.domain.model import Subscription
from bot.match.nodes import Node
from bot.match.stems import stems
from bot.match.words import Asked
from bot.pipeline.archive import find_left
from bot.pipeline.certain import certain, certain_regions
from bot.pipeline.prefilter import about_any, prefilter
from bot.pipeline.queries import asked_of, feed_names, read_query
from bot.pipeline.verify import Verifier, words_of
from bot.store import archive, entries, feeds, wanted
from bot.store.engine import Store
from bot.store.entries import StoredEntry
from bot.store.wanted import NOTHING, Wanted

# Candidates read at once, doubled each time; so many times as many where no text is asked.
FIRST, LARGEST, LARGER = 50, 200, 5


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

    `asked` is of how many the text was asked, and not the index alone. `is_last` when there
    are no more; else what was first seen after `back_to` was looked at.
    """

    hits: tuple[Hit, ...]
    count: int
    asked: int
    back_to: datetime | None
    is_last: bool

    def cost(self, easier: int) -> float:
        """Return the work, in texts; the index alone is so many times as fast."""
        return self.asked + (self.count - self.asked) / easier


def story_of(entry: StoredEntry) -> object:
    """Return what tells the story of an entry from others."""
    return ("entry", entry.id) if entry.story_id is None else entry.story_id


async def look(
    store: Store, asked: Sequence[Subscription], *, since: datetime | None = None
) -> AsyncIterator[Looked]:
    """Look at the candidates of any of the subscriptions, newest first, batch by batch.

    `since` leaves out what was published before it. What is not in the index yet is left
    out, too, and the last batch says so by its `back_to`.
    """
    nodes = await asyncio.to_thread(_read_all, asked)  # a chat may have 300 of them
    before, size = archive.NEWEST, FIRST
    async with store.read() as tx:
        plan = await _plan(tx, nodes, since)
    while True:
        async with store.read() as tx:
            ids = await archive.find(
                tx, plan.what, before=before, since=plan.oldest, limit=size
            )
            sure = await plan.sure_of(tx, ids)
            found = await entries.find_many(tx, ids)
            about = await entries.find_about(tx, found)
            is_last = len(ids) < size
            # What is not in the index yet begins there, and what was left for later here.
            end = plan.left if is_last else ids[-1]
            back_to = await archive.find_seen_before(tx, end)
        hits = tuple(
            Hit(entry=found[each], about=about[each])
            for each in ids
            if each in found and (since is None or found[each].published_at >= since)
        )
        if len(sure) < len(ids):
            hits = await asyncio.to_thread(_verify, plan.verifier, hits, sure)
        yield Looked(
            hits=hits,
            count=len(ids),
            asked=len(ids) - len(sure),
            back_to=back_to,
            is_last=is_last and back_to is None,
        )
        if is_last:
            return
        before = ids[-1]
        most = LARGEST if len(sure) < len(ids) else LARGEST * LARGER
        size = min(size * 2, most)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plan:
    """How candidates are looked for.

    Attributes:
        what: Finds all that may match.
        sure: Finds some of those that match; None if that is all.
        verifier: Asks the others.
        oldest: The lowest id that is looked at.
        left: What is below that id is not in the index yet.
    """

    what: Wanted | None
    sure: Wanted | None
    verifier: Verifier
    oldest: int
    left: int

    async def sure_of(self, tx: AsyncConnection, ids: Sequence[int]) -> Collection[int]:
        """Return which of `ids`, which are candidates in a row, match for certain."""
        if self.sure is None or not ids:
            return ids
        if self.sure == NOTHING:
            return ()
        first, last = ids[0], ids[-1]
        found = await archive.find(
            tx, self.sure, before=first + 1, since=last, limit=len(ids)
        )
        return frozenset(found)


async def _plan(
    tx: AsyncConnection,
    asked: Sequence[tuple[Subscription, Node | None]],
    since: datetime | None,
) -> _Plan:
    left = await find_left(tx)
    nodes = [node for _, node in asked if node is not None]
    spelt = {word: stems(word) for node in nodes for word in words_of(node)}
    forms = await archive.forms_of(tx, set().union(*spelt.values()))
    of_word = {
        word: {form for stem in found for form in forms.get(stem, ())}
        for word, found in spelt.items()
    }
    names = await _feeds_by_name(tx)
    may = [_wanted(each, node, names) for each, node in asked]
    # To compare each form takes a while for the 300 queries that a chat may have.
    sure = await asyncio.to_thread(
        lambda: [_certain(each, node, names, of_word) for each, node in asked]
    )
    relevant = frozenset(chain(of_word, *of_word.values()))
    what, only = wanted.any_of(may), wanted.any_of(sure)
    spelt_what = what and wanted.with_forms(what, lambda stem: forms.get(stem, ()))
    is_all = wanted.shape(spelt_what) == wanted.shape(only)
    return _Plan(
        what=what,
        sure=None if is_all else only,
        verifier=Verifier(asked, relevant),
        oldest=max(left, await archive.get_oldest_id(tx, since) if since else 0),
        left=left,
    )


async def relevant_words(tx: AsyncConnection, nodes: Iterable[Node]) -> frozenset[str]:
    """Return the words of the queries, and what stands in the archive of their kind."""
    words = {word for node in nodes for word in words_of(node)}
    forms = await archive.forms_of(tx, {stem for word in words for stem in stems(word)})
    return frozenset(chain(words, *forms.values()))


def _verify(
    verifier: Verifier, hits: Sequence[Hit], sure: Collection[int]
) -> tuple[Hit, ...]:
    return tuple(
        hit
        for hit in hits
        if hit.entry.id in sure
        or verifier.matches(hit.entry.title, hit.entry.summary, hit.asked)
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


async def count_alone(store: Store, terms: Sequence[Node], *, since: datetime) -> list[int]:
    """Return in how many entries that came since then each term may stand."""
    async with store.read() as tx:
        oldest = await archive.get_oldest_id(tx, since)
        return [
            await archive.count(tx, what, since=oldest)
            for term in terms
            if (what := prefilter(term, lambda _: ())) is not None
        ]


async def _feeds_by_name(tx: AsyncConnection) -> dict[str, list[int]]:
    by_name: dict[str, list[int]] = {}
    for feed_id, title, publisher in await feeds.list_names(tx):
        for name in feed_names(feed_id, title, publisher):
            by_name.setdefault(name, []).append(feed_id)
    return by_name


def _wanted(
    asked: Subscription, node: Node | None, by_name: Mapping[str, Sequence[int]]
) -> Wanted | None:
    """Return what the index is asked for."""
    regions = about_any(asked.regions) if asked.regions else None
    words = prefilter(node, lambda name: by_name.get(name, ())) if node else None
    return wanted.all_of((regions, words))


def _certain(
    asked: Subscription,
    node: Node | None,
    by_name: Mapping[str, Sequence[int]],
    forms: Mapping[str, Iterable[str]],
) -> Wanted | None:
    """Return what of it needs no look at a text."""
    regions = certain_regions(asked.regions) if asked.regions else None
    words = (
        certain(node, lambda name: by_name.get(name, ()), lambda w: forms.get(w, ()))
        if node
        else None
    )
    return NOTHING if NOTHING in (regions, words) else wanted.all_of((regions, words))
