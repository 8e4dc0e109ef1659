"""Dead letters: what Telegram refused for good, and what nobody knows the fate of.

An edit is none: its message is gone, and nothing is lost with it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    func,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryKind, DeliveryState
from bot.store import clocks, schema

D: Final = schema.delivery.c
C: Final = schema.chat.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A dead letter: to whom, what, and why it is dead.

    `chat` is Telegram's id, `name` a group's or a channel's; `title` the headline of an
    alert, "" if its text was deleted. `reason` is Telegram's or ours.
    """

    id: int
    chat: int
    name: str
    kind: DeliveryKind
    state: DeliveryState
    reason: str
    title: str
    attempts: int
    created_at: datetime
    finished_at: datetime


def _letters() -> Select[Any]:
    return (
        select(
            *(D.id, D.kind, D.state, D.last_error, D.attempts, D.created_at),
            *(D.finished_at, C.telegram_id, C.title.label("name"), schema.entry.c.title),
        )
        .select_from(schema.delivery)
        .join(schema.chat)
        .outerjoin(schema.entry, schema.entry.c.id == D.entry_id)
        .where(schema.DEAD)
        .order_by(D.id.desc())
    )


def _letter(row: Row[Any]) -> Letter:
    return Letter(
        id=row.id,
        chat=row.telegram_id,
        name=row.name or "",
        kind=DeliveryKind(row.kind),
        state=DeliveryState(row.state),
        reason=row.last_error or "",
        title=row.title or "",
        attempts=row.attempts,
        created_at=row.created_at,
        finished_at=row.finished_at,
    )


async def count(tx: AsyncConnection) -> int:
    """Return how many there are."""
    statement = select(func.count()).select_from(schema.delivery).where(schema.DEAD)
    number: int = (await tx.execute(statement)).scalar_one()
    return number


async def newest(tx: AsyncConnection, *, offset: int = 0, limit: int) -> Sequence[Letter]:
    """Return some of them, newest first."""
    rows = await tx.execute(_letters().offset(offset).limit(limit))
    return tuple(map(_letter, rows))


async def find(tx: AsyncConnection, letter_id: int) -> Letter | None:
    """Return the dead letter, None if there is none of that id."""
    row = (await tx.execute(_letters().where(D.id == letter_id))).one_or_none()
    return _letter(row) if row is not None else None


def _these(ids: Collection[int] | None) -> ColumnElement[bool]:
    return and_(schema.DEAD, true() if ids is None else D.id.in_(ids))


async def requeue(
    tx: AsyncConnection, ids: Collection[int] | None = None, *, now: datetime
) -> int:
    """Let these dead letters, or all, be sent once more; return how many there were.

    What may have arrived comes a second time: that is for the admin to say. It goes after
    a moment, in which quiet hours are looked at.
    """
    result = await tx.execute(
        update(schema.delivery)
        .where(_these(ids))
        .values(
            state=DeliveryState.READY.value,
            not_before=now + clocks.MOMENT,
            expires_at=clocks.expiry(now),
            resends=0,
            finished_at=None,
        )
    )
    return result.rowcount


async def drop(tx: AsyncConnection, ids: Collection[int] | None = None) -> int:
    """Give these dead letters, or all, up; return how many there were."""
    result = await tx.execute(
        update(schema.delivery).where(_these(ids)).values(state=DeliveryState.DROPPED.value)
    )
    return result.rowcount
