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


async def get_counter(tx: AsyncConnection, name: str) -> int:
    """Return the counter `name`."""
    value: int | None = (
        await tx.execute(
            select(schema.counter.c.value).where(schema.counter.c.name == name)
        )
    ).scalar_one_or_none()
    return value or 0
