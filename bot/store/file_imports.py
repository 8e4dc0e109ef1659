"""Files that a chat imports: kept until they are taken over, and to undo that."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.own_tables import file_import

I = file_import.c  # noqa: E741  # as the columns of every table here


@dataclass(frozen=True, slots=True, kw_only=True)
class FileImport:
    """A file as it was read; `undo` is what takes it back, once it was taken over."""

    id: int
    kind: str
    document: str
    undo: str | None = None
    done_at: datetime | None = None


async def keep(
    tx: AsyncConnection, chat_id: int, *, kind: str, document: str, now: datetime
) -> int:
    """Keep a file of the chat, instead of any that it has not taken over; return its id."""
    await tx.execute(delete(file_import).where(I.chat_id == chat_id, I.done_at.is_(None)))
    row = {"chat_id": chat_id, "kind": kind, "document": document, "created_at": now}
    number: int = (
        await tx.execute(insert(file_import).values(row).returning(I.id))
    ).scalar_one()
    return number


async def find(tx: AsyncConnection, chat_id: int, import_id: int) -> FileImport | None:
    """Return the chat's file, None if it is not there any more."""
    statement = select(I.id, I.kind, I.document, I.undo, I.done_at).where(
        I.chat_id == chat_id, I.id == import_id
    )
    row = (await tx.execute(statement)).mappings().one_or_none()
    return FileImport(**row) if row is not None else None


async def mark_done(
    tx: AsyncConnection, import_id: int, *, undo: str, now: datetime
) -> None:
    """Note that a file was taken over; of its content only what undoes it is kept."""
    await tx.execute(
        update(file_import)
        .where(I.id == import_id)
        .values(done_at=now, undo=undo, document="")
    )


async def remove(tx: AsyncConnection, import_id: int) -> None:
    """Forget a file."""
    await tx.execute(delete(file_import).where(I.id == import_id))


async def delete_old(tx: AsyncConnection, *, before: datetime) -> None:
    """Forget what was sent before an instant."""
    await tx.execute(delete(file_import).where(I.created_at < before))
