"""Counters: numbers that tell other processes that something changed."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema
from bot.store.upsert import insert_for


async def bump(tx: AsyncConnection, name: str) -> None:
    """Add one to the counter `name`, which starts at zero."""
    counter = schema.counter
    await tx.execute(
        insert_for(tx, counter)
        .values(name=name, value=1)
        .on_conflict_do_update(
            index_elements=[counter.c.name], set_={"value": counter.c.value + 1}
        )
    )


async def get_counter(tx: AsyncConnection, name: str, *, lock: bool = False) -> int:
    """Return the counter `name`; with `lock` nobody else changes it in this transaction."""
    statement = select(schema.counter.c.value).where(schema.counter.c.name == name)
    if lock:
        statement = statement.with_for_update()
    value: int | None = (await tx.execute(statement)).scalar_one_or_none()
    return value or 0


async def set_counter(tx: AsyncConnection, name: str, value: int) -> None:
    """Set the counter `name`."""
    counter = schema.counter
    await tx.execute(
        insert_for(tx, counter)
        .values(name=name, value=value)
        .on_conflict_do_update(index_elements=[counter.c.name], set_={"value": value})
    )
