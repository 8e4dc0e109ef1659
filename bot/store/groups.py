"""What stories are known by: their terms, and the newest stories of each term.

Who writes holds `lock_stories`. The work of one entry does not grow with what is stored:
a term's row has the newest `NEWEST` stories only, a story's row what `pack` made of it.
"""

from array import array
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import story_tables
from bot.store.prepared import Prepared, among
from bot.store.upsert import insert_or_replace

NEWEST = 32  # stories; measured: the sets' scores are the same with 16 and with 200
TOTAL = 0  # the row that counts all stories; no term, for those are hashes of something

T = story_tables.story_term.c
S = story_tables.story_state.c
_FIND_TERMS = Prepared(select(T.term, T.stories, T.newest).where(among(T.term, "terms")))
_FIND_SIZES = Prepared(select(S.story_id, S.size).where(among(S.story_id, "ids")))
_FIND_STATES = Prepared(
    select(S.story_id, S.first_at, S.last_at, S.size, S.facts, S.vectors).where(
        among(S.story_id, "ids")
    )
)


class TermRow(NamedTuple):
    """How many stories had a term, and the newest of them, oldest first."""

    stories: int
    newest: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class StateRow:
    """A story as grouping packed it."""

    first_at: datetime
    last_at: datetime
    size: int
    facts: Mapping[str, Any]
    vectors: bytes


async def find_terms(tx: AsyncConnection, terms: Iterable[int]) -> dict[int, TermRow]:
    """Return the rows of these terms; a term that no story had is absent."""
    rows = await _FIND_TERMS.rows(tx, terms=sorted(terms))
    return {
        number: TermRow(stories=stories, newest=_unpack(newest))
        for number, stories, newest in rows
    }


async def write_terms(
    tx: AsyncConnection, terms: Mapping[int, TermRow], *, at: datetime
) -> None:
    """Write the rows of these terms, whether there or not."""
    rows = [
        {
            "term": number,
            "stories": row.stories,
            "newest": array("q", row.newest).tobytes(),
            "touched_at": at,
        }
        for number, row in sorted(terms.items())
    ]
    await insert_or_replace(tx, story_tables.story_term, rows)


async def find_sizes(tx: AsyncConnection, ids: Collection[int]) -> dict[int, int]:
    """Return how many entries told each of these stories."""
    rows = await _FIND_SIZES.rows(tx, ids=sorted(ids))
    return {story_id: size for story_id, size in rows}  # noqa: C416  # rows of any width


async def find_states(tx: AsyncConnection, ids: Collection[int]) -> dict[int, StateRow]:
    """Return what is known of these stories."""
    return {
        story_id: StateRow(
            first_at=first_at, last_at=last_at, size=size, facts=facts, vectors=vectors
        )
        for story_id, first_at, last_at, size, facts, vectors in await _FIND_STATES.rows(
            tx, ids=sorted(ids)
        )
    }


async def write_states(
    tx: AsyncConnection, states: Mapping[int, StateRow], *, at: datetime
) -> None:
    """Write what is known of these stories, whether there or not."""
    rows = [
        {
            "story_id": story_id,
            "first_at": row.first_at,
            "last_at": row.last_at,
            "touched_at": at,
            "size": row.size,
            "facts": row.facts,
            "vectors": row.vectors,
        }
        for story_id, row in sorted(states.items())
    ]
    await insert_or_replace(tx, story_tables.story_state, rows)


def _unpack(packed: bytes) -> tuple[int, ...]:
    ids = array("q")
    ids.frombytes(packed)
    return tuple(ids)
