"""INSERT … ON CONFLICT, which each database spells in its own SQLAlchemy construct."""

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Insert, Row, Table, literal
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store.prepared import SQLITE, binder
from bot.store.sqlite import execute_many, steady_of

Maker = Callable[[Any], Any]


def insert_for(tx: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return the insert of the transaction's database, which knows ``on_conflict_…``."""
    if tx.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


async def insert_all(
    tx: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert `rows`, of which no unique key is taken."""
    if rows:
        await _write(tx, table, _as_it_is, rows)


async def insert_missing(
    tx: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert `rows` except those whose unique key is taken: the cheapest way for many."""
    if rows:
        await _write(tx, table, _or_not, rows)


async def insert_or_replace(
    tx: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> None:
    """Insert `rows`, all columns of each, in the place of those with their keys."""
    if rows:
        await _write(tx, table, _or_replace, rows)


def _as_it_is(statement: Insert) -> Insert:
    return statement


def _or_not(statement: Any) -> Insert:
    found: Insert = statement.on_conflict_do_nothing()
    return found


def _or_replace(statement: Any) -> Insert:
    key = statement.table.primary_key
    others = {
        column.name: statement.excluded[column.name]
        for column in statement.table.c
        if column not in set(key)
    }
    found: Insert = statement.on_conflict_do_update(index_elements=key, set_=others)
    return found


async def _write(
    tx: AsyncConnection,
    table: Table,
    completed: Maker,
    rows: Sequence[Mapping[str, Any]],
) -> None:
    """Insert rows, which all have the same keys.

    SQLite takes them as they are bound: to SQLAlchemy each is a dictionary to be made
    anew, which took longer than to write it, and an entry brings sixty.
    """
    steady = steady_of(tx)
    if steady is None:
        statement = completed(insert_for(tx, table))
        await tx.execute(statement, [dict(row) for row in rows])
        return
    sql, makers = _compiled(table, completed, tuple(rows[0]))
    columns = [
        [row[name] for row in rows] if make is None else [make(row[name]) for row in rows]
        for name, make in makers
    ]
    await steady.call(execute_many, sql, list(zip(*columns, strict=True)))


@lru_cache(maxsize=64)
def _compiled(
    table: Table, completed: Maker, columns: tuple[str, ...]
) -> tuple[str, tuple[tuple[str, Maker | None], ...]]:
    """Return SQLite's statement, and the columns as it takes them: how each is bound."""
    statement = completed(sqlite.insert(table))
    compiled = statement.compile(dialect=SQLITE, column_keys=columns)
    return str(compiled), tuple(
        (name, binder(table.c[name].type)) for name in compiled.positiontup or ()
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
