"""Stories: entries that tell one event, found again by their keys."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySighting:
    """One feed's use of a story key."""

    story_id: int
    key: str
    feed_id: int
    publisher: str
    seen_at: datetime


async def find_sightings(
    tx: AsyncConnection, keys: Sequence[str], *, since: datetime
) -> tuple[KeySighting, ...]:
    """Return who used any of `keys` since `since`, oldest first."""
    key = schema.story_key.c
    rows = await tx.execute(
        select(key.story_id, key.key, key.feed_id, schema.feed.c.publisher, key.seen_at)
        .join(schema.feed)
        .where(key.key.in_(keys), key.seen_at >= since)
        .order_by(key.seen_at, key.id)
    )
    return tuple(
        KeySighting(
            story_id=row.story_id,
            key=row.key,
            feed_id=row.feed_id,
            publisher=row.publisher,
            seen_at=row.seen_at,
        )
        for row in rows
    )


async def create(tx: AsyncConnection, *, now: datetime) -> int:
    """Open a story; return its id."""
    row = await tx.execute(
        insert(schema.story)
        .values(first_seen_at=now, last_seen_at=now)
        .returning(schema.story.c.id)
    )
    story_id: int = row.scalar_one()
    return story_id


async def add_keys(
    tx: AsyncConnection, story_id: int, keys: Sequence[str], *, feed_id: int, now: datetime
) -> None:
    """Note that `feed_id` told the story under `keys` at `now`."""
    await tx.execute(
        update(schema.story).where(schema.story.c.id == story_id).values(last_seen_at=now)
    )
    if keys:
        await tx.execute(
            insert(schema.story_key),
            [
                {"story_id": story_id, "key": key, "feed_id": feed_id, "seen_at": now}
                for key in keys
            ],
        )
