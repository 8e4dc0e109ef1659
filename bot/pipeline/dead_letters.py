"""What admins do with dead letters, in the chat and on the command line."""

from collections.abc import Collection, Sequence
from datetime import datetime
from enum import StrEnum

from bot.domain.model import Chat
from bot.pipeline.administration import Deed, tell
from bot.store import admin_actions, dead
from bot.store.dead import Letter
from bot.store.engine import Store


class Fate(StrEnum):
    """What becomes of a dead letter."""

    REQUEUE = "requeue"
    DROP = "drop"


_DEEDS = {Fate.REQUEUE: Deed.REQUEUE, Fate.DROP: Deed.DROP}


async def list_letters(
    store: Store, *, offset: int = 0, limit: int
) -> tuple[Sequence[Letter], int]:
    """Return some dead letters, newest first, and how many there are."""
    async with store.read() as tx:
        return await dead.newest(tx, offset=offset, limit=limit), await dead.count(tx)


async def find_letter(store: Store, letter_id: int) -> Letter | None:
    """Return a dead letter, None if there is none of that id (any more)."""
    async with store.read() as tx:
        return await dead.find(tx, letter_id)


async def decide(
    store: Store,
    fate: Fate,
    ids: Collection[int] | None,
    *,
    now: datetime,
    admin: Chat | None = None,
) -> int:
    """Requeue or drop these dead letters, or all; return how many there were.

    `admin` is who does it in the chat, and is written down.
    """
    async with store.write() as tx:
        if fate is Fate.REQUEUE:
            count = await dead.requeue(tx, ids, now=now)
        else:
            count = await dead.drop(tx, ids)
        if admin is not None and count:
            await admin_actions.note(
                tx, admin_id=admin.id, what=_DEEDS[fate].value, subject=str(count), at=now
            )
    if admin is not None and count:
        tell(admin, _DEEDS[fate])
    return count
