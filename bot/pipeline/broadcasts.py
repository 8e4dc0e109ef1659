"""Messages of the admins to all chats: drafted, queued once, and cancelled."""

from datetime import datetime

from bot.domain.model import Chat
from bot.pipeline.administration import Deed, tell
from bot.store import admin_actions, broadcasts
from bot.store.broadcasts import Broadcast
from bot.store.engine import Store


async def draft(store: Store, admin: Chat, words: str, *, now: datetime) -> tuple[int, int]:
    """Keep a message until it is confirmed; return its id, and for how many chats."""
    async with store.write() as tx:
        new = await broadcasts.draft(tx, admin_id=admin.id, words=words, now=now)
        return new, await broadcasts.count_recipients(tx)


async def send(
    store: Store, admin: Chat, broadcast_id: int, *, now: datetime
) -> Broadcast | None:
    """Queue a draft for every chat; a second time changes nothing."""
    async with store.write() as tx:
        count = await broadcasts.queue(tx, broadcast_id, now=now)
        found = await broadcasts.find(tx, broadcast_id)
        if count is not None and found is not None:
            await admin_actions.note(
                tx,
                admin_id=admin.id,
                what=Deed.BROADCAST.value,
                subject=f"{count} · {found.words}",
                at=now,
            )
    if count is not None:
        tell(admin, Deed.BROADCAST)
    return found


async def cancel(
    store: Store, admin: Chat, broadcast_id: int, *, now: datetime
) -> Broadcast | None:
    """Send a message to no more chats; who has it keeps it."""
    async with store.write() as tx:
        before = await broadcasts.find(tx, broadcast_id)
        if await broadcasts.cancel(tx, broadcast_id, now=now) and before is not None:
            await admin_actions.note(
                tx,
                admin_id=admin.id,
                what=Deed.CANCEL.value,
                subject=before.words,
                at=now,
            )
        return await broadcasts.find(tx, broadcast_id)


async def find(store: Store, broadcast_id: int) -> Broadcast | None:
    """Return a message to all with what became of it, None if it is gone."""
    async with store.read() as tx:
        return await broadcasts.find(tx, broadcast_id)


async def find_newest(store: Store) -> Broadcast | None:
    """Return the message that was sent last, None if there is none."""
    async with store.read() as tx:
        newest = await broadcasts.find_newest(tx)
        return await broadcasts.find(tx, newest) if newest is not None else None
