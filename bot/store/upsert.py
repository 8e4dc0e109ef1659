"""INSERT … ON CONFLICT, which each database spells in its own SQLAlchemy construct."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Table, literal
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncConnection


def insert_for(tx: AsyncConnection, table: Table) -> sqlite.Insert | postgresql.Insert:
    """Return the insert of the transaction's database, which knows ``on_conflict_…``."""
    if tx.dialect.name == "postgresql":
        return postgresql.insert(table)
    return sqlite.insert(table)


async def insert_ignore(
    tx: AsyncConnection, table: Table, rows: Sequence[Mapping[str, Any]]
) -> int:
    """Insert `rows` except those whose unique key is taken; return how many were new."""
    if not rows:
        return 0
    # Counted by RETURNING: the driver's rowcount of an INSERT is -1 on PostgreSQL.
    statement = insert_for(tx, table).on_conflict_do_nothing().returning(literal(1))
    inserted = 0
    for row in rows:
        inserted += len((await tx.execute(statement, dict(row))).all())
    return inserted
