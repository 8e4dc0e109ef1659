"""What admins did: who, what and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema

A = schema.admin_action.c
MAX_SUBJECT: Final = 300


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminAction:
    """One action; `admin` is Telegram's id, None of who had their data deleted."""

    at: datetime
    what: str
    subject: str
    admin: int | None


async def note(
    tx: AsyncConnection, *, admin_id: int, what: str, subject: str = "", at: datetime
) -> None:
    """Write down what an admin did; `admin_id` is our id of their private chat."""
    row = {"admin_id": admin_id, "what": what, "subject": subject[:MAX_SUBJECT], "at": at}
    await tx.execute(insert(schema.admin_action).values(**row))


async def newest(tx: AsyncConnection, *, offset: int, limit: int) -> Sequence[AdminAction]:
    """Return what was done, newest first."""
    rows = await tx.execute(
        select(A.at, A.what, A.subject, schema.chat.c.telegram_id)
        .outerjoin(schema.chat, schema.chat.c.id == A.admin_id)
        .order_by(A.id.desc())
        .offset(offset)
        .limit(limit)
    )
    return [
        AdminAction(at=row.at, what=row.what, subject=row.subject, admin=row.telegram_id)
        for row in rows
    ]


async def delete_before(tx: AsyncConnection, before: datetime) -> int:
    """Forget what was done before; return how much."""
    return (await tx.execute(delete(schema.admin_action).where(A.at < before))).rowcount
