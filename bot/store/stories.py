"""Stories: entries that tell one event, found again by their keys."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema
from bot.store.numbers import reserve
from bot.store.prepared import Prepared, among
from bot.store.upsert import insert_all

K = schema.story_key.c
F = schema.feed.c
S = schema.story.c
_SIGHTINGS = Prepared(
    select(K.story_id, K.key, K.feed_id, F.publisher, F.country, K.seen_at)
    .join(schema.feed)
    .where(among(K.key, "keys"), K.seen_at >= bindparam("since", type_=K.seen_at.type))
    .order_by(K.seen_at, K.id)
)
_TOUCH = Prepared(
    update(schema.story)
    .where(S.id == bindparam("its_id"))
    .values(last_seen_at=bindparam("at", type_=S.last_seen_at.type))
)


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
    return tuple(
        KeySighting(
            story_id=story_id,
            key=key,
            feed_id=feed_id,
            publisher=publisher,
            country=country,
            seen_at=seen_at,
        )
        for story_id, key, feed_id, publisher, country, seen_at in await _SIGHTINGS.rows(
            tx, keys=sorted(keys), since=since
        )
    )


async def create(tx: AsyncConnection, seen_at: Sequence[datetime]) -> list[int]:
    """Open a story for each instant; return their ids in order."""
    if not seen_at:
        return []
    ids = await reserve(tx, schema.story, len(seen_at))
    rows = [
        {"id": story_id, "first_seen_at": at, "last_seen_at": at}
        for story_id, at in zip(ids, seen_at, strict=True)
    ]
    await insert_all(tx, schema.story, rows)
    return ids


async def touch(tx: AsyncConnection, seen_at: Mapping[int, datetime]) -> None:
    """Note when each story was seen last."""
    if seen_at:
        await _TOUCH.write(
            tx, [{"its_id": story_id, "at": at} for story_id, at in seen_at.items()]
        )


async def add_keys(tx: AsyncConnection, keys: Sequence[NewKey]) -> None:
    """Note which feed told which story under which key."""
    rows = [
        {
            "story_id": each.story_id,
            "key": each.key,
            "feed_id": each.feed_id,
            "seen_at": each.seen_at,
        }
        for each in keys
    ]
    await insert_all(tx, schema.story_key, rows)
