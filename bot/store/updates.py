"""Which of Telegram's updates were handled; one is delivered again until confirmed."""

from datetime import datetime

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import schema
from bot.store.counters import get_counter, set_counter
from bot.store.upsert import insert_ignore


async def is_handled(tx: AsyncConnection, update_id: int) -> bool:
    """Tell whether the update was handled before."""
    table = schema.update.c
    row = await tx.execute(select(table.update_id).where(table.update_id == update_id))
    return row.one_or_none() is not None


async def mark_handled(tx: AsyncConnection, update_id: int, *, now: datetime) -> None:
    """Remember that the update was handled."""
    await insert_ignore(tx, schema.update, [{"update_id": update_id, "handled_at": now}])


async def belong_to(tx: AsyncConnection, bot_id: int) -> None:
    """Forget the updates of another bot: each counts its own, and the numbers may meet."""
    before = await get_counter(tx, "bot", lock=True)
    if before != bot_id:
        await set_counter(tx, "bot", bot_id)
        if before:
            await tx.execute(delete(schema.update))
