"""What keeps the database small and the outbox honest; identity outlives text."""

import logging
from datetime import datetime, timedelta

from bot.pipeline.clock_watch import ClockWatch
from bot.pipeline.polling import LEASE
from bot.pipeline.timetable import look_at_all_again
from bot.store import (
    admin_actions,
    claims,
    clocks,
    deliveries,
    file_imports,
    mutes,
    retention,
    suggestions,
)
from bot.store.engine import Store

log = logging.getLogger(__name__)

KEEP_TEXT = timedelta(days=90)  # of entries, with their matches and deliveries
KEEP_STORY_KEYS = timedelta(days=7)  # a story is joined within 72 hours
KEEP_TERMS = timedelta(days=30)  # how common a word is; a story is told for days
KEEP_ACTIONS = timedelta(days=365)  # of admins
KEEP_FILES = timedelta(days=1)  # that a chat imports: to take over, and to undo
KEEP_UPDATES = timedelta(days=2)  # Telegram keeps what we did not confirm for one day


async def keep_house(
    store: Store, *, now: datetime, watch: ClockWatch | None = None
) -> None:
    """End what waited too long and delete what is not needed any more.

    `watch` is the process's own, kept from tick to tick.
    """
    watch = watch or ClockWatch()
    async with store.write() as tx:
        was_put_back = await watch.look(tx, now=now)
        await claims.mend_clock(tx, now=now, lease=LEASE, ahead=watch.ahead)
        await clocks.mend(tx, now=now)
        if was_put_back:
            await clocks.end_pauses(tx, now=now)
        expired = await deliveries.expire(tx, now=now)
        await mutes.delete_ended(tx, stories_before=now - KEEP_STORY_KEYS, now=now)
        await admin_actions.delete_before(tx, now - KEEP_ACTIONS)
        await file_imports.delete_old(tx, before=now - KEEP_FILES)
        await suggestions.delete_old(tx, before=now - KEEP_TEXT)
    if was_put_back:
        log.warning("the clock was put back: what waits is looked at again")
        await look_at_all_again(store, now=now)
    async with store.write() as tx:
        deleted = await retention.delete_old(
            tx,
            entries_before=now - KEEP_TEXT,
            story_keys_before=now - KEEP_STORY_KEYS,
            terms_before=now - KEEP_TERMS,
            updates_before=now - KEEP_UPDATES,
        )
    if expired:
        log.warning("deliveries expired before they could be sent: %d", expired)
    if deleted:
        log.info("old rows deleted: %d", deleted)
