"""Ids that are taken before the rows are written.

Rows that need ids of each other can then be written many at once: an INSERT that returns
its ids in order is one statement for each row on SQLite.
"""

from sqlalchemy import Table, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection


async def reserve(tx: AsyncConnection, table: Table, count: int) -> list[int]:
    """Return `count` ids of `table` that no other transaction gets."""
    if not count:
        return []
    if tx.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(literal(table.name), literal("id"))
        series = select(func.nextval(sequence)).select_from(func.generate_series(1, count))
        return sorted((await tx.execute(series)).scalars())
    # SQLite has one writer, and numbers its rows in the same way.
    newest = await tx.execute(select(func.coalesce(func.max(table.c.id), 0)))
    first: int = newest.scalar_one() + 1
    return list(range(first, first + count))
