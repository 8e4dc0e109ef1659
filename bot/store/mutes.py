"""What chats are not told of."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryState, Mute, MuteKind
from bot.store import schema
from bot.store.upsert import insert_ignore

M = schema.mute.c
D = schema.delivery.c
# Of a delivery's story; what has ended is deleted within a minute.
IS_MUTED: Final = (
    select(M.id).where(M.chat_id == D.chat_id, M.story_id == D.story_id).exists()
)
CHUNK = 500  # bound parameters in one statement


def _mute(row: Row[Any]) -> Mute:
    return Mute(
        id=row.id,
        kind=MuteKind(row.key.partition(":")[0]),
        words=row.words,
        story_id=row.story_id,
        until=row.until,
    )


async def add(
    tx: AsyncConnection,
    chat_id: int,
    *,
    kind: MuteKind,
    name: str,
    words: str,
    story_id: int | None = None,
    until: datetime | None,
    now: datetime,
) -> Mute:
    """Mute something; what is muted already gets the new end.

    Args:
        tx: The transaction.
        chat_id: Whose it is.
        kind: What it is.
        name: What makes it the same as another of its kind.
        words: As it is shown.
        story_id: Of a story.
        until: When it ends, None for never.
        now: Current time, aware.
    """
    key = f"{kind.value}:{name}"
    row = {
        "chat_id": chat_id,
        "key": key,
        "story_id": story_id,
        "words": words,
        "until": until,
        "created_at": now,
    }
    its_own = (M.chat_id == chat_id, M.key == key)
    if not await insert_ignore(tx, schema.mute, [row]):
        await tx.execute(update(schema.mute).where(*its_own).values(until=until))
    return _mute((await tx.execute(select(schema.mute).where(*its_own))).one())


async def active(
    tx: AsyncConnection, chat_ids: Collection[int], *, now: datetime
) -> dict[int, list[Mute]]:
    """Return what each of the chats is not told of at `now`, oldest first."""
    found: dict[int, list[Mute]] = {}
    wanted = sorted(chat_ids)
    for start in range(0, len(wanted), CHUNK):
        rows = await tx.execute(
            select(schema.mute)
            .where(M.chat_id.in_(wanted[start : start + CHUNK]))
            .where(or_(M.until.is_(None), M.until > now))
            .order_by(M.id)
        )
        for row in rows:
            found.setdefault(row.chat_id, []).append(_mute(row))
    return found


async def of_chat(tx: AsyncConnection, chat_id: int, *, now: datetime) -> list[Mute]:
    """Return what one chat is not told of at `now`, oldest first."""
    return (await active(tx, [chat_id], now=now)).get(chat_id, [])


async def remove(
    tx: AsyncConnection, chat_id: int, ids: Collection[int]
) -> tuple[Mute, ...]:
    """End those of the chat's mutes; return what was ended, oldest first."""
    rows = await tx.execute(
        delete(schema.mute)
        .where(M.chat_id == chat_id, M.id.in_(ids))
        .returning(schema.mute)
    )
    return tuple(sorted(map(_mute, rows), key=lambda each: each.id))


async def delete_ended(
    tx: AsyncConnection, *, stories_before: datetime, now: datetime
) -> None:
    """Delete what has ended, and mutes of stories that nobody told since a time.

    A chat may have so many mutes and no more. What still waits of such a story is skipped.
    """
    await tx.execute(delete(schema.mute).where(M.until <= now))
    story = schema.story.c
    old = (
        select(M.id, M.chat_id, M.story_id)
        .join(schema.story, story.id == M.story_id)
        .where(story.last_seen_at < stories_before)
        .limit(CHUNK)
    )
    for mute_id, chat_id, story_id in (await tx.execute(old)).all():
        await tx.execute(
            update(schema.delivery)
            .where(D.chat_id == chat_id, D.story_id == story_id)
            .where(or_(schema.WAITING, schema.UNTOLD))
            .values(state=DeliveryState.SKIPPED.value, finished_at=now)
        )
        await tx.execute(delete(schema.mute).where(M.id == mute_id))
