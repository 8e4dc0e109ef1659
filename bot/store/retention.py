"""Deletes text that is old; what tells "seen" stays."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema

BATCH = 1_000  # rows in one transaction, so that nobody waits long for the writer


async def delete_old(
    tx: AsyncConnection,
    *,
    entries_before: datetime,
    story_keys_before: datetime,
    updates_before: datetime,
) -> int:
    """Delete up to `BATCH` rows of each kind; return how many were deleted.

    Matches and deliveries go with their entry; its keys in `seen` stay without it.
    """
    entry, key, update = schema.entry, schema.story_key, schema.update
    statements = (
        delete(entry).where(
            entry.c.id.in_(
                select(entry.c.id)
                .where(entry.c.first_seen_at < entries_before)
                .limit(BATCH)
            )
        ),
        delete(key).where(
            key.c.id.in_(
                select(key.c.id).where(key.c.seen_at < story_keys_before).limit(BATCH)
            )
        ),
        delete(update).where(update.c.handled_at < updates_before),
    )
    deleted = 0
    for statement in statements:
        deleted += (await tx.execute(statement)).rowcount
    return deleted
