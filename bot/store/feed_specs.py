"""What feeds.yaml said of the feeds when it was read last."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import FeedSpec
from bot.store import schema
from bot.store.feeds import read_spec


async def list_specs(tx: AsyncConnection) -> tuple[FeedSpec, ...]:
    """Return each feed as configured, also those that are paused, the oldest first."""
    rows = await tx.execute(select(schema.feed).order_by(schema.feed.c.id))
    return tuple(map(read_spec, rows))


async def list_marks(tx: AsyncConnection) -> dict[int, frozenset[str]]:
    """Return by what chats choose each feed's outlet: its country and tags."""
    rows = await tx.execute(select(schema.feed))
    return {row.id: frozenset(read_spec(row).marks) for row in rows}
