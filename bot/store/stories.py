"""Stories: entries that tell one event, found again by their keys."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema
from bot.store.numbers import reserve

CHUNK = 500  # bound parameters in one statement


@dataclass(frozen=True, slots=True, kw_only=True)
class KeySighting:
    """One feed's use of a story key."""

    story_id: int
    key: str
    feed_id: int
    publisher: str
    country: str | None
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class NewKey:
    """`feed_id` tells a story under `key` at `seen_at`."""

    story_id: int
    key: str
    feed_id: int
    seen_at: datetime


async def find_sightings(
    tx: AsyncConnection, keys: Collection[str], *, since: datetime
) -> tuple[KeySighting, ...]:
    """Return who used any of `keys` since `since`, oldest first."""
    key = schema.story_key.c
    wanted = sorted(keys)
    found: list[KeySighting] = []
    for start in range(0, len(wanted), CHUNK):
        rows = await tx.execute(
            select(
                key.story_id,
                key.key,
                key.feed_id,
                key.seen_at,
                schema.feed.c.publisher,
                schema.feed.c.country,
            )
            .join(schema.feed)
            .where(key.key.in_(wanted[start : start + CHUNK]), key.seen_at >= since)
            .order_by(key.seen_at, key.id)
        )
        found += (KeySighting(**row) for row in rows.mappings())
    return tuple(found)


async def create(tx: AsyncConnection, seen_at: Sequence[datetime]) -> list[int]:
    """Open a story for each instant; return their ids in order."""
    if not seen_at:
        return []
    ids = await reserve(tx, schema.story, len(seen_at))
    await tx.execute(
        insert(schema.story),
        [
            {"id": story_id, "first_seen_at": at, "last_seen_at": at}
            for story_id, at in zip(ids, seen_at, strict=True)
        ],
    )
    return ids


async def touch(tx: AsyncConnection, seen_at: Mapping[int, datetime]) -> None:
    """Note when each story was seen last."""
    if seen_at:
        story = schema.story.c
        await tx.execute(
            update(schema.story)
            .where(story.id == bindparam("its_id"))
            .values(last_seen_at=bindparam("at", type_=story.last_seen_at.type)),
            [{"its_id": story_id, "at": at} for story_id, at in seen_at.items()],
        )


async def add_keys(tx: AsyncConnection, keys: Sequence[NewKey]) -> None:
    """Note which feed told which story under which key."""
    if keys:
        rows = [
            {
                "story_id": each.story_id,
                "key": each.key,
                "feed_id": each.feed_id,
                "seen_at": each.seen_at,
            }
            for each in keys
        ]
        await tx.execute(insert(schema.story_key), rows)
