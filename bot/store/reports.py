"""What entries say beside their text: their origins, and who says what in them."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    String,
    bindparam,
    case,
    cast,
    distinct,
    func,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema, story_tables
from bot.store.prepared import Prepared, among
from bot.store.upsert import insert_all

R = story_tables.report.c
E = schema.entry.c
F = schema.feed.c
MAX_ID = 2**63 - 1
CHUNK = 500  # bound parameters in one statement
MOST = 60  # reports of a story that are read for their texts


@dataclass(frozen=True, slots=True, kw_only=True)
class NewReport:
    """What is kept of an entry; `joined_because` says why it is of its story."""

    entry_id: int
    origin: str
    shingles: bytes
    statements: tuple[Mapping[str, Any], ...]
    joined_because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownText:
    """A report of a story, by its text."""

    entry_id: int
    publisher: str
    origin: str
    shingles: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredReport:
    """What was kept of an entry, as read back."""

    origin: str
    statements: tuple[Mapping[str, Any], ...]
    joined_because: str


def publisher_of() -> ColumnElement[str]:
    """Return the publisher of a feed; one without counts by itself."""
    return case((F.publisher != "", F.publisher), else_=cast(F.id, String))


async def add(tx: AsyncConnection, reports: Sequence[NewReport]) -> None:
    """Keep them."""
    rows = [
        {
            "entry_id": each.entry_id,
            "origin": each.origin,
            "shingles": each.shingles,
            "statements": list(each.statements),
            "joined_because": each.joined_because,
        }
        for each in reports
    ]
    await insert_all(tx, story_tables.report, rows)


def _first_texts() -> Select[Any]:
    """Return the statement for the first texts of several stories.

    A story's is bounded by a look into its index, for a long one has thousands.
    """
    story = schema.story.c
    one, its = story_tables.report.alias("one"), schema.entry.alias("its")
    last = (
        select(its.c.id)
        .join(one, one.c.entry_id == its.c.id)
        .where(its.c.story_id == story.id)
        .order_by(its.c.id)
        .offset(MOST - 1)
        .limit(1)
        .scalar_subquery()
    )
    # Else SQLite looks for the bound at each of a story's reports.
    bounded = (
        select(story.id, func.coalesce(last, MAX_ID).label("last"))
        .where(among(story.id, "ids"))
        .cte("bounded")
        .prefix_with("MATERIALIZED")
    )
    return (
        select(
            E.story_id,
            R.entry_id,
            publisher_of().label("publisher"),
            R.origin,
            R.shingles,
        )
        .select_from(bounded)
        .join(schema.entry, E.story_id == bounded.c.id)
        .join(story_tables.report, E.id == R.entry_id)
        .join(schema.feed, E.feed_id == F.id)
        .where(
            R.entry_id <= bounded.c.last,
            R.entry_id < bindparam("end"),
        )
        .order_by(E.story_id, R.entry_id)
    )


_SET_ORIGIN = Prepared(
    update(story_tables.report)
    .where(R.entry_id == bindparam("its_id"))
    .values(origin=bindparam("new_origin"))
)
_FIRST_TEXTS = Prepared(_first_texts())


async def find_texts(
    tx: AsyncConnection, story_ids: Collection[int], *, before: int | None = None
) -> dict[int, list[KnownText]]:
    """Return the first reports of each story, oldest first, of entries below `before`."""
    found: dict[int, list[KnownText]] = {story_id: [] for story_id in sorted(story_ids)}
    end = MAX_ID if before is None else before
    for story_id, *row in await _FIRST_TEXTS.rows(tx, ids=list(found), end=end):
        found[story_id].append(
            KnownText(entry_id=row[0], publisher=row[1], origin=row[2], shingles=row[3])
        )
    return found


async def revise(tx: AsyncConnection, report: NewReport) -> None:
    """Keep what an edited entry says now; why it is of its story stays."""
    await tx.execute(
        update(story_tables.report)
        .where(R.entry_id == report.entry_id)
        .values(
            origin=report.origin,
            shingles=report.shingles,
            statements=list(report.statements),
        )
    )


async def set_origins(tx: AsyncConnection, origins: Mapping[int, str]) -> None:
    """Give entries another origin: a copy of theirs says where it is from."""
    if origins:
        await _SET_ORIGIN.write(
            tx,
            [{"its_id": i, "new_origin": origin} for i, origin in sorted(origins.items())],
        )


async def find_many(tx: AsyncConnection, ids: Collection[int]) -> dict[int, StoredReport]:
    """Return what was kept of these entries; of older ones nothing was."""
    found: dict[int, StoredReport] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), CHUNK):
        rows = await tx.execute(
            select(R.entry_id, R.origin, R.statements, R.joined_because).where(
                R.entry_id.in_(wanted[start : start + CHUNK])
            )
        )
        for row in rows:
            found[row.entry_id] = StoredReport(
                origin=row.origin,
                statements=tuple(row.statements),
                joined_because=row.joined_because,
            )
    return found


async def count_origins(
    tx: AsyncConnection, story_ids: Collection[int], *, since: datetime | None = None
) -> dict[int, tuple[int, int]]:
    """Return how many publishers tell each story, and from how many origins.

    An entry of which nothing was kept is an origin of its publisher's. `since`: only
    entries that came after it, and were news.
    """
    found: dict[int, tuple[int, int]] = {}
    wanted = sorted(story_ids)
    origin = func.coalesce(R.origin, "outlet:" + publisher_of())
    for start in range(0, len(wanted), CHUNK):
        counted = (
            select(
                E.story_id,
                func.count(distinct(publisher_of())),
                func.count(distinct(origin)),
            )
            .select_from(schema.entry)
            .join(schema.feed)
            .outerjoin(story_tables.report, R.entry_id == E.id)
            .where(E.story_id.in_(wanted[start : start + CHUNK]))
            .group_by(E.story_id)
        )
        if since is not None:
            counted = counted.where(E.first_seen_at >= since, E.silent_reason.is_(None))
        found.update((row[0], (row[1], row[2])) for row in await tx.execute(counted))
    return found
