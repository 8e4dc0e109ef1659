"""Ids that are taken before the rows are written.

Rows that need ids of each other can then be written many at once: an INSERT that returns
its ids in order is one statement for each row on SQLite.
"""

from functools import lru_cache

from sqlalchemy import Table, func, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.prepared import Prepared


async def reserve(tx: AsyncConnection, table: Table, count: int) -> list[int]:
    """Return `count` ids of `table` that no other transaction gets."""
    if not count:
        return []
    if tx.dialect.name == "postgresql":
        sequence = func.pg_get_serial_sequence(literal(table.name), literal("id"))
        series = select(func.nextval(sequence)).select_from(func.generate_series(1, count))
        return sorted((await tx.execute(series)).scalars())
    # SQLite has one writer, and numbers its rows in the same way.
    ((newest,),) = await _newest(table).rows(tx)
    return list(range(newest + 1, newest + 1 + count))


@lru_cache
def _newest(table: Table) -> Prepared:
    return Prepared(select(func.coalesce(func.max(table.c.id), 0)))
