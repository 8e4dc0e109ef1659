"""Deletes text that is old; what tells "seen" stays."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Delete, Table, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryKind
from bot.store import archive, schema, story_tables

_OF_NO_ENTRY = tuple(
    kind.value for kind in (DeliveryKind.DIGEST, DeliveryKind.SPIKE, DeliveryKind.TO_ALL)
)
Columns = Any  # of a table, or of a part of it
Condition = Callable[[Columns], ColumnElement[bool]]
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
    old = await _find_oldest(tx, schema.entry, "first_seen_at", entries_before)
    if old and tx.dialect.name == "sqlite":  # elsewhere the index goes with its entry
        await archive.remove(tx, await archive.read(tx, old))
    deleted = await _delete(tx, schema.entry, old)
    for table, at, before, condition in (
        (schema.story_key, "seen_at", story_keys_before, None),
        (schema.story, "last_seen_at", entries_before, _has_no_entry),
        (schema.delivery, "created_at", entries_before, _is_of_no_entry),
        (schema.spike, "last_at", entries_before, None),
        (schema.broadcast, "created_at", entries_before, None),
    ):
        old = await _find_oldest(tx, table, at, before, condition)
        deleted += await _delete(tx, table, old)
    for statement in (
        _delete_untouched(story_tables.story_state, "story_id", story_keys_before),
        _delete_untouched(story_tables.story_term, "term", terms_before),
        delete(schema.update).where(schema.update.c.handled_at < updates_before),
    ):
        deleted += (await tx.execute(statement)).rowcount
    return deleted


def _has_no_entry(story: Columns) -> ColumnElement[bool]:
    entry = schema.entry.c
    return ~select(entry.id).where(entry.story_id == story.id).exists()


def _is_of_no_entry(delivery: Columns) -> ColumnElement[bool]:
    found: ColumnElement[bool] = delivery.kind.in_(_OF_NO_ENTRY)
    return found


async def _find_oldest(
    tx: AsyncConnection,
    table: Table,
    at: str,
    before: datetime,
    condition: Condition | None = None,
) -> Sequence[int]:
    """Return which of the `BATCH` rows with the lowest ids are old, and fulfil it.

    Not found by the statement that deletes them: PostgreSQL read the whole table for that,
    each minute. With 300,000 entries the house took 50 ms, and takes 15 so.
    """
    first = select(table).order_by(table.c.id).limit(BATCH).subquery().c
    chosen = select(first.id).where(first[at] < before)
    if condition is not None:
        chosen = chosen.where(condition(first))
    return (await tx.execute(chosen)).scalars().all()


async def _delete(tx: AsyncConnection, table: Table, ids: Sequence[int]) -> int:
    if not ids:
        return 0
    return (await tx.execute(delete(table).where(table.c.id.in_(ids)))).rowcount


def _delete_untouched(table: Table, key: str, before: datetime) -> Delete:
    old = select(table.c[key]).where(table.c.touched_at < before).limit(BATCH)
    return delete(table).where(table.c[key].in_(old.scalar_subquery()))
