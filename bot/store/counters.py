"""Counters: numbers that tell other processes that something changed."""

from sqlalchemy import bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema
from bot.store.prepared import Prepared
from bot.store.upsert import insert_for

C = schema.counter.c
_FIND = select(C.value).where(C.name == bindparam("its_name"))
_GET, _LOCK = Prepared(_FIND), Prepared(_FIND.with_for_update())


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
    rows = await (_LOCK if lock else _GET).rows(tx, its_name=name)
    value: int = rows[0][0] if rows else 0
    return value


async def set_counter(tx: AsyncConnection, name: str, value: int) -> None:
    """Set the counter `name`."""
    counter = schema.counter
    await tx.execute(
        insert_for(tx, counter)
        .values(name=name, value=value)
        .on_conflict_do_update(index_elements=[counter.c.name], set_={"value": value})
    )
