"""INSERT … ON CONFLICT, which each database spells in its own SQLAlchemy construct."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Row, Table, literal
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def insert_for(tx: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return the insert of the transaction's database, which knows ``on_conflict_…``."""
    if tx.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


async def insert_missing(
    tx: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert `rows` except those whose unique key is taken: the cheapest way for many."""
    if rows:
        statement = insert_for(tx, table).on_conflict_do_nothing()
        await tx.execute(statement, [dict(row) for row in rows])


async def insert_ignore(
    tx: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> int:
    """Insert `rows` except those whose unique key is taken; return how many were new."""
    # Counted by RETURNING: the driver's rowcount of an INSERT is -1 on PostgreSQL.
    return len(await insert_new(tx, table, rows, literal(1)))


async def insert_new(
    tx: AsyncConnection,
    table: Table,
    rows: Sequence[Mapping[str, Any]],
    *columns: ColumnElement[Any],
) -> list[Row[Any]]:
    """Insert as `insert_ignore` does; return these columns of what was new, in any order.

    All rows have the same keys; few statements carry them all.
    """
    if not rows:
        return []
    statement = insert_for(tx, table).on_conflict_do_nothing().returning(*columns)
    return list(await tx.execute(statement, [dict(row) for row in rows]))
