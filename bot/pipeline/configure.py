"""Makes the store say what feeds.yaml says."""

import logging
from collections.abc import Sequence
from datetime import datetime

from bot.domain.model import FeedSpec
from bot.store import feeds, polls
from bot.store.engine import Store

log = logging.getLogger(__name__)


async def apply_feeds(store: Store, specs: Sequence[FeedSpec], *, now: datetime) -> None:
    """Add new feeds, change known ones, pause those that the file has no more."""
    async with store.write() as tx:
        await feeds.sync(tx, specs, now=now)
    log.info("feeds configured: %d", len(specs))


async def forget_leases(store: Store) -> None:
    """Free the feeds that a dead process left leased; only if no other is at work."""
    async with store.write() as tx:
        await polls.release_leases(tx)
