"""What feeds call their entries."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select
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
