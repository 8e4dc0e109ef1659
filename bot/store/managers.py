"""Which groups and channels somebody sets up from their private chat."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy import delete, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema
from bot.store.upsert import insert_ignore

M = schema.manager.c
C = schema.chat.c
MOST: Final = 50  # that are offered to one person


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A group or channel by our id, with its title."""

    id: int
    title: str


async def remember(tx: AsyncConnection, person_id: int, chat_id: int) -> None:
    """Offer the chat to the person from now on."""
    await insert_ignore(tx, schema.manager, [{"person_id": person_id, "chat_id": chat_id}])


async def drop(tx: AsyncConnection, person_id: int, chat_id: int) -> None:
    """Offer the chat to the person no more."""
    await tx.execute(
        delete(schema.manager).where(M.person_id == person_id, M.chat_id == chat_id)
    )


async def of_person(tx: AsyncConnection, person_id: int) -> Sequence[Room]:
    """Return the chats that the person set up, by title."""
    rows = await tx.execute(
        select(C.id, C.title)
        .join(schema.manager, M.chat_id == C.id)
        .where(M.person_id == person_id)
        .order_by(func.lower(C.title), C.id)
        .limit(MOST)
    )
    return [Room(id=row.id, title=row.title or "") for row in rows]


async def find_room(tx: AsyncConnection, chat_id: int) -> tuple[int, str] | None:
    """Return Telegram's id and the title of a group or channel, None if there is none."""
    row = (
        await tx.execute(
            select(C.telegram_id, C.title).where(C.id == chat_id, C.kind != "private")
        )
    ).one_or_none()
    return (row.telegram_id, row.title or "") if row is not None else None
