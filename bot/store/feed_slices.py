"""What is remembered of the last document of each feed, packed by `pipeline.slices`."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema
from bot.store.upsert import insert_or_replace


async def find(tx: AsyncConnection, feed_id: int) -> tuple[str, bytes] | None:
    """Return the skeleton and the packed entries of the feed's last sliced document."""
    table = schema.feed_slices.c
    row = (
        await tx.execute(
            select(table.skeleton, table.entries).where(table.feed_id == feed_id)
        )
    ).one_or_none()
    return None if row is None else (row.skeleton, row.entries)


async def write(tx: AsyncConnection, slices: Sequence[tuple[int, str, bytes]]) -> None:
    """Keep, for each feed, the skeleton and the packed entries of its document."""
    rows = [
        {"feed_id": feed_id, "skeleton": skeleton, "entries": entries}
        for feed_id, skeleton, entries in slices
    ]
    await insert_or_replace(tx, schema.feed_slices, rows)
