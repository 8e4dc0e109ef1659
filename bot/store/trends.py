"""How often places are in the news, and what was unusual about it."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import String, cast, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import ChatState, DeliveryKind, DeliveryState, Spike
from bot.store import schema
from bot.store.upsert import insert_ignore

E = schema.entry.c
A = schema.about.c
F = schema.feed.c
S = schema.spike.c
CHUNK: Final = 500  # bound parameters in one statement
TTL: Final = timedelta(hours=6)  # after it, unusual news is old


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A story as outlets of one country told it: since when."""

    story: int
    country: str | None
    at: datetime


async def told(
    tx: AsyncConnection, place_ids: Collection[str], *, since: datetime, until: datetime
) -> list[Told]:
    """Return each story about one of the places, once for each country that told it.

    An entry that joined no story is one of its own.
    """
    story = func.coalesce(E.story_id, -E.id)
    # Entries are numbered as they are read, so older ones are not looked at.
    first_id = (
        await tx.execute(select(func.min(E.id)).where(E.published_at >= since))
    ).scalar_one()
    found: dict[tuple[int, str | None], datetime] = {}
    wanted = sorted(place_ids)
    for start in range(0, len(wanted), CHUNK):
        rows = await tx.execute(
            select(story.label("story"), F.country, func.min(E.published_at).label("at"))
            .join(schema.about, A.entry_id == E.id)
            .join(schema.feed, F.id == E.feed_id)
            .where(A.place_id.in_(wanted[start : start + CHUNK]))
            .where(A.entry_id >= (first_id or 0))
            .where(E.published_at >= since, E.published_at <= until)
            .group_by(story, F.country)
        )
        for row in rows:
            key = row.story, row.country
            found[key] = min(row.at, found.get(key, row.at))
    return [
        Told(story=story, country=country, at=at) for (story, country), at in found.items()
    ]


async def first_at(tx: AsyncConnection) -> datetime | None:
    """Return since when entries are read, None if there are none."""
    first: datetime | None = (
        await tx.execute(select(func.min(E.first_seen_at)))
    ).scalar_one()
    return first


async def watched(tx: AsyncConnection) -> dict[str, list[int]]:
    """Return the chats that want to hear of spikes, by what they follow."""
    chat, mine = schema.chat, schema.subscription
    rows = await tx.execute(
        select(chat.c.id, mine.c.regions)
        .join(mine, mine.c.chat_id == chat.c.id)
        .where(chat.c.spikes, mine.c.query.is_(None), mine.c.is_paused.is_(False))
        .where(chat.c.state == ChatState.ACTIVE.value)
        .order_by(chat.c.id)
    )
    found: dict[str, list[int]] = {}
    for row in rows:
        for region in row.regions:
            found.setdefault(region, []).append(row.id)
    return found


async def touch(
    tx: AsyncConnection, place_id: str, *, after: datetime, now: datetime
) -> bool:
    """Let a spike that was still seen after `after` last; return whether there is one."""
    found = await tx.execute(
        update(schema.spike)
        .where(S.place_id == place_id, S.last_at > after)
        .values(last_at=now)
    )
    return bool(found.rowcount)


async def begin(
    tx: AsyncConnection, place_id: str, *, stories: int, usual: float, now: datetime
) -> int:
    """Note a new spike; return its id."""
    row = {"place_id": place_id, "stories": stories, "usual": usual}
    made = await tx.execute(
        insert(schema.spike).values(**row, began_at=now, last_at=now).returning(S.id)
    )
    new: int = made.scalar_one()
    return new


async def queue(
    tx: AsyncConnection,
    spike_id: int,
    chats: Sequence[tuple[int, datetime]],
    *,
    now: datetime,
) -> int:
    """Queue a message on a spike for each chat, not before the instant beside it."""
    rows: list[dict[str, Any]] = [
        {
            "chat_id": chat_id,
            "kind": DeliveryKind.SPIKE.value,
            "key": f"{DeliveryKind.SPIKE.value}:{spike_id}",
            "evidence": [],
            "state": DeliveryState.READY.value,
            "not_before": at,
            "expires_at": at + TTL,
            "created_at": now,
        }
        for chat_id, at in chats
    ]
    return await insert_ignore(tx, schema.delivery, rows)


async def of_delivery(tx: AsyncConnection, delivery_id: int) -> Spike | None:
    """Return the spike of which a delivery tells, None if it is gone."""
    key = literal(f"{DeliveryKind.SPIKE.value}:") + cast(S.id, String)
    row = (
        await tx.execute(
            select(schema.spike)
            .join(schema.delivery, schema.delivery.c.key == key)
            .where(schema.delivery.c.id == delivery_id)
        )
    ).one_or_none()
    if row is None:
        return None
    return Spike(id=row.id, place_id=row.place_id, stories=row.stories, usual=row.usual)
