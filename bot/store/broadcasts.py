"""Messages of the admins to all chats."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import JSON, String, case, cast, func, insert, literal, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import ChatState, DeliveryKind, DeliveryState
from bot.store import schema
from bot.store.columns import Instant

B = schema.broadcast.c
C = schema.chat.c
D = schema.delivery.c
TTL: Final = timedelta(days=2)  # who is out of reach for longer is not told
DRAFT, SENDING, CANCELLED = "draft", "sending", "cancelled"


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """A message to all chats; `states` are how many of its deliveries are in each."""

    id: int
    words: str
    state: str
    states: Mapping[DeliveryState, int]


def _key(broadcast_id: int) -> str:
    return f"{DeliveryKind.TO_ALL.value}:{broadcast_id}"


async def draft(tx: AsyncConnection, *, admin_id: int, words: str, now: datetime) -> int:
    """Keep a message that was not sent yet; return its id."""
    row = {"admin_id": admin_id, "words": words, "state": DRAFT, "created_at": now}
    made = await tx.execute(insert(schema.broadcast).values(**row).returning(B.id))
    new: int = made.scalar_one()
    return new


async def count_recipients(tx: AsyncConnection) -> int:
    """Return how many chats can be written to."""
    active = C.state == ChatState.ACTIVE.value
    number: int = (await tx.execute(select(func.count(C.id)).where(active))).scalar_one()
    return number


async def queue(tx: AsyncConnection, broadcast_id: int, *, now: datetime) -> int | None:
    """Queue a draft for every chat that can be written to, once.

    Returns:
        For how many; None if it is no draft (any more).
    """
    begun = await tx.execute(
        update(schema.broadcast)
        .where(B.id == broadcast_id, B.state == DRAFT)
        .values(state=SENDING)
    )
    if not begun.rowcount:
        return None
    columns = {
        "kind": literal(DeliveryKind.TO_ALL.value),
        "key": literal(_key(broadcast_id)),
        "evidence": literal([], JSON),
        "state": literal(DeliveryState.READY.value),
        "not_before": literal(now, Instant),
        "expires_at": literal(now + TTL, Instant),
        "created_at": literal(now, Instant),
    }
    active = C.state == ChatState.ACTIVE.value
    to_all = select(C.id, *columns.values()).where(active).order_by(C.id)
    staying = to_all.with_for_update(read=True, key_share=True)  # who forgets all waits
    await tx.execute(insert(schema.delivery).from_select(["chat_id", *columns], staying))
    # Counted anew: the driver's rowcount of an INSERT is -1 on PostgreSQL.
    queued = select(func.count()).where(schema.TO_ALL, D.key == _key(broadcast_id))
    number: int = (await tx.execute(queued.select_from(schema.delivery))).scalar_one()
    return number


async def cancel(tx: AsyncConnection, broadcast_id: int, *, now: datetime) -> bool:
    """Send a message to no more chats; return whether that changes anything.

    What may have arrived stays `unsure`, and waits no more; what is in flight now and does
    not arrive finds no words when it is to go again.
    """
    is_ready = D.state == DeliveryState.READY.value
    ended = await tx.execute(
        update(schema.broadcast)
        .where(B.id == broadcast_id, B.state != CANCELLED)
        .values(state=CANCELLED)
    )
    await tx.execute(
        update(schema.delivery)
        .where(D.kind == DeliveryKind.TO_ALL.value, D.key == _key(broadcast_id))
        .where(schema.WAITING)
        .values(
            state=case((is_ready, DeliveryState.EXPIRED.value), else_=D.state),
            last_error=case((is_ready, CANCELLED), else_=D.last_error),
            finished_at=now,
        )
    )
    return bool(ended.rowcount)


async def find(tx: AsyncConnection, broadcast_id: int) -> Broadcast | None:
    """Return a message to all with what became of it, None if it is gone."""
    row = (
        await tx.execute(select(B.words, B.state).where(B.id == broadcast_id))
    ).one_or_none()
    if row is None:
        return None
    # A literal, so that SQLite takes the index of these alone.
    of_it = (schema.TO_ALL, D.key == _key(broadcast_id))
    states = await tx.execute(select(D.state, func.count()).where(*of_it).group_by(D.state))
    return Broadcast(
        id=broadcast_id,
        words=row.words,
        state=row.state,
        states={DeliveryState(state): number for state, number in states},
    )


async def find_newest(tx: AsyncConnection) -> int | None:
    """Return the id of the newest message that was sent, None if there is none."""
    newest: int | None = (
        await tx.execute(select(func.max(B.id)).where(B.state != DRAFT))
    ).scalar_one()
    return newest


async def words_of(tx: AsyncConnection, delivery_id: int) -> str | None:
    """Return the words of a delivery, None if its message was cancelled meanwhile."""
    key = literal(f"{DeliveryKind.TO_ALL.value}:") + cast(B.id, String)
    words: str | None = (
        await tx.execute(
            select(B.words)
            .join(schema.delivery, D.key == key)
            .where(D.id == delivery_id, B.state == SENDING)
        )
    ).scalar_one_or_none()
    return words
