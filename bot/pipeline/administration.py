"""What admins do in the chat; each action is written down with who did it."""

import logging
from collections.abc import Sequence
from datetime import datetime
from enum import StrEnum

from bot.domain.model import Chat
from bot.store import admin_actions, feed_holds, people
from bot.store.admin_actions import AdminAction
from bot.store.engine import Store
from bot.store.people import Headcount

log = logging.getLogger(__name__)

LOG_PAGE = 12  # actions on a page


class Deed(StrEnum):
    """What an admin can do."""

    RELOAD = "reload"
    BACKUP = "backup"
    TEST = "test"
    REFRESH = "refresh"
    PAUSE = "pause"
    RESUME = "resume"
    BROADCAST = "broadcast"
    CANCEL = "cancel"
    REQUEUE = "requeue"
    DROP = "drop"
    APPROVE = "approve"
    DECLINE = "decline"
    ADD = "add"


async def note(
    store: Store,
    admin: Chat,
    deed: Deed,
    subject: str = "",
    *,
    facts: object = None,
    now: datetime,
) -> None:
    """Write down what an admin did, in the table and in the log."""
    async with store.write() as tx:
        await admin_actions.note(
            tx, admin_id=admin.id, what=deed.value, subject=subject, facts=facts, at=now
        )
    tell(admin, deed)


def tell(admin: Chat, deed: Deed) -> None:
    """Write into the log what an admin did."""
    log.info("admin: %s", deed.value, extra={"admin_id": admin.telegram_id})


async def list_actions(store: Store, page: int) -> tuple[Sequence[AdminAction], bool]:
    """Return a page of what was done, newest first, and whether there is more."""
    async with store.read() as tx:
        found = await admin_actions.newest(tx, offset=page * LOG_PAGE, limit=LOG_PAGE + 1)
    return found[:LOG_PAGE], len(found) > LOG_PAGE


async def refresh_feed(
    store: Store, admin: Chat, feed_id: int, title: str, *, now: datetime
) -> datetime | None:
    """Poll a feed at once; return when it is polled, None if it is paused."""
    async with store.write() as tx:
        at = await feed_holds.refresh(tx, feed_id, now=now)
        await admin_actions.note(
            tx, admin_id=admin.id, what=Deed.REFRESH.value, subject=title, at=now
        )
    tell(admin, Deed.REFRESH)
    return at


async def pause_feed(
    store: Store, admin: Chat, feed_id: int, title: str, *, now: datetime
) -> None:
    """Poll a feed no more, whatever feeds.yaml says, until it is resumed."""
    async with store.write() as tx:
        if not await feed_holds.hold(tx, feed_id):
            return
        await admin_actions.note(
            tx, admin_id=admin.id, what=Deed.PAUSE.value, subject=title, at=now
        )
    tell(admin, Deed.PAUSE)


async def resume_feed(
    store: Store, admin: Chat, feed_id: int, title: str, *, now: datetime
) -> None:
    """Poll a paused feed again, now."""
    async with store.write() as tx:
        if not await feed_holds.release(tx, feed_id, now=now):
            return
        await admin_actions.note(
            tx, admin_id=admin.id, what=Deed.RESUME.value, subject=title, at=now
        )
    tell(admin, Deed.RESUME)


async def count_people(store: Store, *, now: datetime) -> Headcount:
    """Return people and the queue in numbers."""
    async with store.read() as tx:
        return await people.count(tx, now=now)
