"""What admins did: who, what and when."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import delete, insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema

A = schema.admin_action.c
MAX_SUBJECT: Final = 300  # characters of a title or a message


@dataclass(frozen=True, slots=True, kw_only=True)
class AdminAction:
    """One action; `admin` is Telegram's id, None of who had their data deleted.

    `facts` are what it changed, in no language; `subject` is what it was done to.
    """

    at: datetime
    what: str
    subject: str
    admin: int | None
    facts: Any = None


async def note(
    tx: AsyncConnection,
    *,
    admin_id: int,
    what: str,
    subject: str = "",
    facts: object = None,
    at: datetime,
) -> None:
    """Write down what an admin did; `admin_id` is our id of their private chat."""
    row = {"admin_id": admin_id, "what": what, "subject": subject[:MAX_SUBJECT], "at": at}
    await tx.execute(insert(schema.admin_action).values(**row, facts=facts))


async def newest(tx: AsyncConnection, *, offset: int, limit: int) -> Sequence[AdminAction]:
    """Return what was done, newest first."""
    rows = await tx.execute(
        select(A.at, A.what, A.subject, A.facts, schema.chat.c.telegram_id)
        .outerjoin(schema.chat, schema.chat.c.id == A.admin_id)
        .order_by(A.id.desc())
        .offset(offset)
        .limit(limit)
    )
    return [
        AdminAction(
            at=row.at,
            what=row.what,
            subject=row.subject,
            admin=row.telegram_id,
            facts=row.facts,
        )
        for row in rows
    ]


async def delete_before(tx: AsyncConnection, before: datetime) -> int:
    """Forget what was done before; return how much."""
    return (await tx.execute(delete(schema.admin_action).where(A.at < before))).rowcount
