"""What admins do to single feeds: poll now, pause, resume."""

from datetime import datetime

from sqlalchemy import or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema

F = schema.feed.c


async def refresh(tx: AsyncConnection, feed_id: int, *, now: datetime) -> datetime | None:
    """Let a feed be due now, unless its server asked for a pause.

    Returns:
        When it is polled next, None if it is not polled at all.
    """
    await tx.execute(
        update(schema.feed)
        .where(F.id == feed_id, F.enabled, F.next_poll_at > now)
        .where(or_(F.not_before.is_(None), F.not_before <= now))
        .values(next_poll_at=now)
    )
    found: datetime | None = (
        await tx.execute(select(F.next_poll_at).where(F.id == feed_id, F.enabled))
    ).scalar_one_or_none()
    return found


async def hold(tx: AsyncConnection, feed_id: int) -> bool:
    """Poll the feed no more until it is released; return whether that changes anything."""
    return await _set(tx, feed_id, is_held=True)


async def release(tx: AsyncConnection, feed_id: int, *, now: datetime) -> bool:
    """Poll a held feed again, now; return whether that changes anything."""
    return await _set(tx, feed_id, is_held=False, next_poll_at=now)


async def _set(
    tx: AsyncConnection, feed_id: int, *, is_held: bool, **other: datetime
) -> bool:
    changed = await tx.execute(
        update(schema.feed)
        .where(F.id == feed_id, F.enabled.is_(is_held), F.is_held.is_(not is_held))
        .values(is_held=is_held, enabled=not is_held, **other)
    )
    return bool(changed.rowcount)
