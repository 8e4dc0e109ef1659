"""Chats, what they follow and what waits for them, in numbers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import ChatState
from bot.store import schema

C = schema.chat.c
D = schema.delivery.c
NEW: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class Headcount:
    """Who is there, and what waits; `waiting` by the kind of a delivery."""

    kinds: Mapping[str, int]
    languages: Mapping[str, int]
    unreachable: int
    paused: int
    new: int
    following: int
    subscriptions: int
    waiting: Mapping[str, int]
    oldest_at: datetime | None
    held: int
    dead: int


async def count(tx: AsyncConnection, *, now: datetime) -> Headcount:
    """Return the numbers; unreachable chats are in one of their own."""
    active = C.state == ChatState.ACTIVE.value
    oldest_at = (
        await tx.execute(select(func.min(D.created_at)).where(schema.WAITING))
    ).scalar_one()
    followers = select(func.count(schema.subscription.c.chat_id.distinct()))
    return Headcount(
        kinds=await _by(tx, C.kind, active),
        languages=await _by(tx, C.language, active),
        unreachable=await _count(tx, C.state == ChatState.UNREACHABLE.value),
        paused=await _count(tx, active, C.paused_until > now),
        new=await _count(tx, C.created_at > now - NEW),
        following=(await tx.execute(followers)).scalar_one(),
        subscriptions=await _count(tx, table=schema.subscription),
        waiting=await _by(tx, D.kind, schema.WAITING),
        oldest_at=oldest_at,
        held=await _count(tx, schema.UNTOLD, table=schema.delivery),
        dead=await _count(tx, schema.DEAD, table=schema.delivery),
    )


async def _by(tx: AsyncConnection, column: Any, condition: Any) -> dict[str, int]:
    number = func.count().label("number")
    rows = await tx.execute(
        select(column, number).where(condition).group_by(column).order_by(number.desc())
    )
    return {row[0]: row[1] for row in rows}


async def _count(
    tx: AsyncConnection, *conditions: ColumnElement[bool] | Any, table: Any = schema.chat
) -> int:
    number: int = (
        await tx.execute(select(func.count()).select_from(table).where(*conditions))
    ).scalar_one()
    return number
