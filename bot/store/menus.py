"""Which menu of commands each private chat was given."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema

C = schema.chat.c
ADMIN = "admin:"  # what the menu of an admin begins with; its language follows


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A private chat, its language, and the menu that it has.

    `menu` is "" for the one that Telegram shows to everybody, else a language, after
    `ADMIN` if `/admin` is in it.
    """

    telegram_id: int
    language: str
    menu: str


_COLUMNS = select(C.telegram_id, C.language, C.menu)


async def find(tx: AsyncConnection, telegram_id: int) -> Given | None:
    """Return what a chat was given, None if we do not know the chat."""
    found = await tx.execute(_COLUMNS.where(C.telegram_id == telegram_id))
    row = found.mappings().one_or_none()
    return Given(**row) if row is not None else None


async def of_admins(tx: AsyncConnection) -> Sequence[Given]:
    """Return the chats that have the menu of an admin."""
    found = await tx.execute(_COLUMNS.where(C.menu.startswith(ADMIN)))
    return [Given(**row) for row in found.mappings()]


async def note(tx: AsyncConnection, telegram_id: int, menu: str) -> None:
    """Note which menu a chat has now."""
    await tx.execute(
        update(schema.chat).where(C.telegram_id == telegram_id).values(menu=menu)
    )
