"""Deletes text that is old; what tells "seen" stays."""

from datetime import datetime

from sqlalchemy import ColumnElement, Delete, Table, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryKind
from bot.store import archive, schema, story_tables

_OF_NO_ENTRY = tuple(
    kind.value for kind in (DeliveryKind.DIGEST, DeliveryKind.SPIKE, DeliveryKind.TO_ALL)
)
BATCH = 1_000  # rows in one transaction, so that nobody waits long for the writer


async def delete_old(
    tx: AsyncConnection,
    *,
    entries_before: datetime,
    story_keys_before: datetime,
    terms_before: datetime,
    updates_before: datetime,
) -> int:
    """Delete up to `BATCH` rows of each kind; return how many were deleted.

    Matches and deliveries go with their entry, a story when it has none left, a digest when
    its stories go; what tells "seen" stays. The oldest have the lowest ids, so that nothing
    else is looked at.
    """
    entry, key, update = schema.entry, schema.story_key, schema.update
    story, digest, to_all = schema.story, schema.delivery, schema.broadcast
    if tx.dialect.name == "sqlite":  # elsewhere the index goes with its entry
        old = select(entry.c.id).where(
            *_oldest(entry, entry.c.first_seen_at < entries_before)
        )
        gone = await archive.read(tx, (await tx.execute(old)).scalars().all())
        await archive.remove(tx, gone)
    has_entries = select(entry.c.id).where(entry.c.story_id == story.c.id).exists()
    statements = (
        _delete_oldest(entry, entry.c.first_seen_at < entries_before),
        _delete_oldest(key, key.c.seen_at < story_keys_before),
        _delete_oldest(story, story.c.last_seen_at < entries_before, ~has_entries),
        _delete_oldest(
            digest,
            digest.c.kind.in_(_OF_NO_ENTRY),
            digest.c.created_at < entries_before,
        ),
        _delete_untouched(story_tables.story_state, "story_id", story_keys_before),
        _delete_untouched(story_tables.story_term, "term", terms_before),
        delete(update).where(update.c.handled_at < updates_before),
        _delete_oldest(schema.spike, schema.spike.c.last_at < entries_before),
        _delete_oldest(to_all, to_all.c.created_at < entries_before),
    )
    deleted = 0
    for statement in statements:
        deleted += (await tx.execute(statement)).rowcount
    return deleted


def _delete_oldest(table: Table, *conditions: ColumnElement[bool]) -> Delete:
    return delete(table).where(*_oldest(table, *conditions))


def _oldest(table: Table, *conditions: ColumnElement[bool]) -> list[ColumnElement[bool]]:
    oldest = select(table.c.id).order_by(table.c.id).limit(BATCH).subquery()
    return [table.c.id.in_(select(oldest.c.id)), *conditions]


def _delete_untouched(table: Table, key: str, before: datetime) -> Delete:
    old = select(table.c[key]).where(table.c.touched_at < before).limit(BATCH)
    return delete(table).where(table.c[key].in_(old.scalar_subquery()))
