"""INSERT … ON CONFLICT, which each database spells in its own SQLAlchemy construct."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Dialect, Row, Table, literal
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

Maker = Callable[[Any], Any]


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
        await _write(tx, table, None, rows)


async def insert_or_replace(
    tx: AsyncConnection, table: Table, key: str, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert `rows`, all columns of each; one whose `key` is there takes its place."""
    if rows:
        await _write(tx, table, key, rows)


async def _write(
    tx: AsyncConnection, table: Table, key: str | None, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert rows, which all have the same keys.

    SQLite takes them as they are bound: to SQLAlchemy each is a dictionary to be made
    anew, which took longer than to write it, and an entry brings sixty.
    """
    if tx.dialect.name != "sqlite":
        statement = _statement(insert_for(tx, table), table, key)
        await tx.execute(statement, [dict(row) for row in rows])
        return
    sql, makers = _compiled(table, key, tuple(rows[0]), tx.dialect)
    columns = [
        [row[name] for row in rows] if make is None else [make(row[name]) for row in rows]
        for name, make in makers
    ]
    await tx.exec_driver_sql(sql, list(zip(*columns, strict=True)))


def _statement(
    statement: sqlite.Insert | postgresql.Insert, table: Table, key: str | None
) -> sqlite.Insert | postgresql.Insert:
    if key is None:
        return statement.on_conflict_do_nothing()
    others = {
        column.name: statement.excluded[column.name]
        for column in table.c
        if column.name != key
    }
    return statement.on_conflict_do_update(index_elements=[key], set_=others)


@lru_cache(maxsize=64)
def _compiled(
    table: Table, key: str | None, columns: tuple[str, ...], dialect: Dialect
) -> tuple[str, tuple[tuple[str, Maker | None], ...]]:
    """Return SQLite's statement, and the columns as it takes them: how each is bound."""
    statement = _statement(sqlite.insert(table), table, key)
    compiled = statement.compile(dialect=dialect, column_keys=columns)
    types = ((name, table.c[name].type) for name in compiled.positiontup or ())
    return str(compiled), tuple(
        (name, type_.dialect_impl(dialect).bind_processor(dialect)) for name, type_ in types
    )


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
