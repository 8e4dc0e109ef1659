"""The stories that a transaction's entries may belong to, as grouping sees them.

What may be needed is read at once; what turns out to be needed besides is read when it is.
A decision is the same whether the entries before it were of this transaction or not.
"""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dedupe.features import Features
from bot.dedupe.grouping import (
    NOWHERE,
    Choice,
    Posting,
    Weighed,
    choose,
    find_candidates,
    weigh_terms,
)
from bot.dedupe.story_state import StoryState
from bot.dedupe.updates import Update, decide_update, note_return
from bot.store import groups
from bot.store.groups import NEWEST, TOTAL, StateRow, TermRow

PROVISIONAL = 2**62  # ids of stories that the database has not numbered yet
# Stories that are remembered, about 10 kB each; and terms in all their vectors, 70 bytes
# each: without that bound 1,500 with many entries took 50 MB (benchmarks/ingest_load.py).
MEMORY = 1_500
MEMORY_TERMS = 100_000


class StateMemory:
    """Stories as they were read, so that they need not be read again.

    A story changes only by an entry that joins, which makes it larger: one of the size that
    the database has is as the database has it. What a transaction changes is forgotten
    before it is changed, and remembered when it is committed: news is told again soon.
    """

    def __init__(self) -> None:
        """Remember nothing."""
        self._states: dict[int, tuple[StoryState, int]] = {}  # with its count of terms
        self._terms = 0
        self._written: tuple[StoryState, ...] = ()

    def find(self, story_id: int, size: int) -> StoryState | None:
        """Return the story of that size."""
        known = self._states.pop(story_id, None)
        if known is None:
            return None
        self._states[story_id] = known  # the youngest now
        return known[0] if known[0].size == size else None

    def keep(self, state: StoryState) -> None:
        """Remember a story as it is stored; what was asked for longest ago goes."""
        self.forget(state.id)
        self._states[state.id] = state, state.terms
        self._terms += self._states[state.id][1]
        while len(self._states) > MEMORY or self._terms > MEMORY_TERMS:
            self.forget(next(iter(self._states)))

    def begin(self) -> None:
        """Let go of what a transaction wrote that failed; call it before each."""
        self._written = ()

    def hold(self, states: Iterable[StoryState]) -> None:
        """Take stories as a transaction writes them."""
        self._written = tuple(states)

    def confirm(self) -> None:
        """Remember what was written; call it when the transaction is committed."""
        for state in self._written:
            self.keep(state)
        self._written = ()

    def forget(self, story_id: int) -> None:
        """Forget a story that is about to change."""
        known = self._states.pop(story_id, None)
        if known is not None:
            self._terms -= known[1]


@dataclass(slots=True, kw_only=True)
class Groups:
    """Finds the story of an entry by what it says; later entries see earlier ones."""

    _tx: AsyncConnection
    _across_languages: bool
    _postings: dict[int, Posting]
    _memory: StateMemory
    _states: dict[int, StoryState] = field(default_factory=dict)
    _absent: set[int] = field(default_factory=set)
    _changed_terms: set[int] = field(default_factory=set)
    _changed_stories: set[int] = field(default_factory=set)
    _weighed: tuple[Features, Weighed] | None = None
    _first: tuple[Features, Weighed, list[int]] | None = None  # as long as nothing joined

    @classmethod
    async def open(
        cls,
        tx: AsyncConnection,
        entries: Collection[Features],
        *,
        memory: StateMemory,
        across_languages: bool = True,
    ) -> Self:
        """Load what these entries share with stories; the caller holds `lock_stories`."""
        lookups = {TOTAL}.union(*(entry.lookups() for entry in entries))
        rows = await groups.find_terms(tx, lookups)
        index = cls(
            _tx=tx,
            _across_languages=across_languages,
            _memory=memory,
            _postings={
                term: Posting(stories=row.stories, newest=row.newest)
                for term, row in rows.items()
            },
        )
        wanted: set[int] = set()
        for entry in entries:
            weighed = index.weigh(entry)
            found = find_candidates(entry, weighed.vector, index._postings)
            index._first = index._first or (entry, weighed, found)
            wanted.update(found)
        await index._load(wanted)
        return index

    def weigh(self, entry: Features) -> Weighed:
        """Return how much each of an entry's terms tells."""
        total = self._postings.get(TOTAL, NOWHERE).stories
        return weigh_terms(entry, self._postings, total=total)

    async def choose(self, entry: Features, *, barred: Collection[int] = ()) -> Choice:
        """Choose the story of an entry, and none of the `barred`."""
        if self._first is not None and self._first[0] == entry:
            _, weighed, ids = self._first
        else:
            weighed = self.weigh(entry)
            ids = find_candidates(entry, weighed.vector, self._postings)
        self._weighed = entry, weighed
        await self._load(ids)
        return choose(
            entry,
            [self._states[i] for i in ids if i in self._states and i not in barred],
            weighed,
            across_languages=self._across_languages,
        )

    async def add(self, entry: Features, story_id: int, *, is_new: bool) -> Update | None:
        """Let an entry join a story, or open it; return what it changes there."""
        if not is_new:
            await self._load([story_id])
        self._first = None
        known_as, weighed = self._weighed or (None, None)
        if weighed is None or known_as is not entry:
            weighed = self.weigh(entry)
        update = None
        self._memory.forget(story_id)
        state = self._states.get(story_id)
        if state is None:
            at = entry.published_at
            state = StoryState(id=story_id, first_at=at, last_at=at)
            self._states[story_id] = state
            self._count(TOTAL, None, is_new=True)
        else:
            update = decide_update(entry, state)
            note_return(entry, state, update)
        known = state.vocabulary
        state.add(entry, weighed.vector)
        self._changed_stories.add(story_id)
        for term in entry.lookups():
            self._count(term, story_id, is_new=term not in known)
        return update

    def _count(self, term: int, story_id: int | None, *, is_new: bool) -> None:
        posting = self._postings.get(term, NOWHERE)
        newest = posting.newest
        if story_id is not None and newest[-1:] != (story_id,):
            if story_id in newest:
                place = newest.index(story_id)
                newest = newest[:place] + newest[place + 1 :]
            newest = (*newest[-NEWEST + 1 :], story_id)
        self._postings[term] = Posting(stories=posting.stories + is_new, newest=newest)
        self._changed_terms.add(term)

    async def _load(self, ids: Iterable[int]) -> None:
        missing = {i for i in ids if i not in self._states and i not in self._absent}
        if not missing:
            return
        sizes = await groups.find_sizes(self._tx, missing)
        self._absent |= missing - sizes.keys()
        for story_id, size in sizes.items():
            known = self._memory.find(story_id, size)
            if known is not None:
                self._states[story_id] = known
        rows = await groups.find_states(self._tx, sizes.keys() - self._states.keys())
        for story_id, row in rows.items():
            state = StoryState.unpack(
                story_id,
                first_at=row.first_at,
                last_at=row.last_at,
                facts=row.facts,
                vectors=row.vectors,
            )
            self._states[story_id] = state
            self._memory.keep(state)

    async def write(self, number: Callable[[int], int], *, at: datetime) -> None:
        """Write what changed; `number` tells the database's id of a story."""
        states = {}
        for story_id in self._changed_stories:
            state = self._states[story_id]
            facts, vectors = state.pack()
            state.id = number(story_id)
            states[state.id] = StateRow(
                first_at=state.first_at,
                last_at=state.last_at,
                size=state.size,
                facts=facts,
                vectors=vectors,
            )
        await groups.write_states(self._tx, states, at=at)
        self._memory.hold(self._states[i] for i in self._changed_stories)
        terms = {
            term: TermRow(stories=posting.stories, newest=_numbered(posting.newest, number))
            for term in self._changed_terms
            for posting in (self._postings[term],)
        }
        await groups.write_terms(self._tx, terms, at=at)


def _numbered(ids: tuple[int, ...], number: Callable[[int], int]) -> tuple[int, ...]:
    if not ids or max(ids) < PROVISIONAL:
        return ids
    return tuple([one if one < PROVISIONAL else number(one) for one in ids])
