"""What feeds call their entries."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Integer, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema
from bot.store.prepared import Prepared

E = schema.entry.c
_COLUMNS = (E.id, E.guid, E.link, E.title, E.summary, E.published_at)
_NEWEST = Prepared(
    select(*_COLUMNS)
    .where(E.feed_id == bindparam("its_feed"))
    .order_by(E.id.desc())
    .limit(1)
)

_TEXTS = Prepared(
    select(E.id, E.title, E.summary)
    .where(E.feed_id == bindparam("its_feed"))
    .order_by(E.id.desc())
    .limit(bindparam("most", type_=Integer()))
)
_LAST_GAP = Prepared(
    select(schema.feed.c.last_gap_at).where(schema.feed.c.id == bindparam("its_feed"))
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedEntry:
    """An entry with its name, and what it says."""

    id: int
    guid: str | None
    link: str | None
    title: str
    summary: str
    published_at: datetime


async def find_newest(tx: AsyncConnection, feed_id: int) -> NamedEntry | None:
    """Return the entry that the feed showed last, None if it has none."""
    rows = await _NEWEST.rows(tx, its_feed=feed_id)
    names = [column.name for column in _COLUMNS]
    return NamedEntry(**dict(zip(names, rows[0], strict=True))) if rows else None


async def find_texts(
    tx: AsyncConnection, feed_id: int, most: int
) -> dict[tuple[str, str], int]:
    """Return the newest entry of the feed by title and summary, of so many of its last."""
    rows = await _TEXTS.rows(tx, its_feed=feed_id, most=most)
    return {(title, summary): entry_id for entry_id, title, summary in reversed(rows)}


async def find_last_gap(tx: AsyncConnection, feed_id: int) -> datetime | None:
    """Return when a document of the feed had nothing in common with the one before."""
    rows = await _LAST_GAP.rows(tx, its_feed=feed_id)
    return rows[0][0] if rows else None
