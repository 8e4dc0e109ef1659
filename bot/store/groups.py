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
from bot.store.upsert import insert_or_replace

NEWEST = 32  # stories; measured: the sets' scores are the same with 16 and with 200
CHUNK = 500  # bound parameters in one statement
TOTAL = 0  # the row that counts all stories; no term, for those are hashes of something


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
    term = story_tables.story_term.c
    wanted = sorted(terms)
    found: dict[int, TermRow] = {}
    for start in range(0, len(wanted), CHUNK):
        rows = await tx.execute(
            select(term.term, term.stories, term.newest).where(
                term.term.in_(wanted[start : start + CHUNK])
            )
        )
        for number, stories, newest in rows:
            found[number] = TermRow(stories=stories, newest=_unpack(newest))
    return found


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
    await insert_or_replace(tx, story_tables.story_term, "term", rows)


async def find_sizes(tx: AsyncConnection, ids: Collection[int]) -> dict[int, int]:
    """Return how many entries told each of these stories."""
    state = story_tables.story_state.c
    wanted = sorted(ids)
    found: dict[int, int] = {}
    for start in range(0, len(wanted), CHUNK):
        rows = await tx.execute(
            select(state.story_id, state.size).where(
                state.story_id.in_(wanted[start : start + CHUNK])
            )
        )
        found.update((story_id, size) for story_id, size in rows)
    return found


async def find_states(tx: AsyncConnection, ids: Collection[int]) -> dict[int, StateRow]:
    """Return what is known of these stories."""
    state = story_tables.story_state.c
    wanted = sorted(ids)
    found: dict[int, StateRow] = {}
    for start in range(0, len(wanted), CHUNK):
        rows = await tx.execute(
            select(
                state.story_id,
                state.first_at,
                state.last_at,
                state.size,
                state.facts,
                state.vectors,
            ).where(state.story_id.in_(wanted[start : start + CHUNK]))
        )
        for story_id, first_at, last_at, size, facts, vectors in rows:
            found[story_id] = StateRow(
                first_at=first_at,
                last_at=last_at,
                size=size,
                facts=facts,
                vectors=vectors,
            )
    return found


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
    await insert_or_replace(tx, story_tables.story_state, "story_id", rows)


def _unpack(packed: bytes) -> tuple[int, ...]:
    ids = array("q")
    ids.frombytes(packed)
    return tuple(ids)
