"""How the service is, for people, for health and for numbers."""

from dataclasses import dataclass
from datetime import datetime

from bot.deliver.reach import Reach
from bot.store import deliveries, entries, feeds
from bot.store.engine import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """Feeds, entries and the outbox at one instant."""

    feeds: int
    failing: int
    unread: int
    last_success_at: datetime | None
    newest_entry_at: datetime | None
    waiting: int
    dead: int
    waiting_since: datetime | None = None
    outage: tuple[datetime, datetime] | None = None


async def get_overview(store: Store, *, reach: Reach | None = None) -> Overview:
    """Return the numbers as they stand; `reach` knows when Telegram was away last.

    Raises:
        StoreError: The database cannot be used.
    """
    async with store.read() as tx:
        polled = await feeds.get_overview(tx)
        outbox = await deliveries.get_overview(tx)
        newest_at = await entries.get_newest_at(tx)
    return Overview(
        feeds=polled.enabled,
        failing=polled.failing,
        unread=polled.unread,
        last_success_at=polled.last_success_at,
        newest_entry_at=newest_at,
        waiting=outbox.waiting,
        dead=outbox.dead,
        waiting_since=outbox.waiting_since,
        outage=reach.last_outage if reach is not None else None,
    )


def iso(at: datetime | None) -> str | None:
    """Return the instant as JSON has it."""
    return None if at is None else at.isoformat()
