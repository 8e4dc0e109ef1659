"""What becomes of all that came in a pause: one message, each for itself, or nothing."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from bot.domain.model import Chat, DeliveryState
from bot.pipeline import unwanted
from bot.pipeline.chats import is_paused
from bot.route.digest import MOST_WAITING
from bot.store import chats, waiting
from bot.store.engine import Store

MOST_SINGLY: Final = 100  # alerts: as many as a group is sent in five minutes
SINGLY_FOR: Final = timedelta(minutes=10)


class After(StrEnum):
    """What a chat may want of it."""

    DIGEST = "digest"
    ALL = "all"
    SKIP = "skip"


async def count(store: Store, chat: Chat) -> int:
    """Return how much waits for the chat's choice, 0 if it is too little for one."""
    async with store.read() as tx:
        held = await waiting.count_held(tx, chat.id)
    return held if held > MOST_WAITING else 0


async def choose(
    store: Store, chat: Chat, how: After, *, until: datetime, now: datetime
) -> int:
    """Do that with what came until an instant and still waits; return how much it is.

    What was held later, in another pause, is left alone: an old button must not skip it.
    """
    async with store.write() as tx:
        locked = await waiting.lock_chat(tx, chat.id)
        if locked is None or is_paused(locked, now=now):
            return 0
        held = await waiting.take(tx, chat.id, [DeliveryState.HELD])
        came = [alert for alert in held if alert.created_at <= until]
        ids = [alert.id for alert in came]
        match how:
            case After.SKIP:
                await waiting.skip(tx, ids, now=now)
            case After.ALL if ids and len(ids) <= MOST_SINGLY:
                sifted = await unwanted.sift(tx, chat.id, came, now=now)
                ids = [alert.id for alert in sifted.wanted]
                await unwanted.drop(tx, chat.id, sifted, now=now)
                await chats.set_singly(tx, chat.id, now + SINGLY_FOR)
                await waiting.release(tx, ids, now=now)
            case _:
                await waiting.wake(tx, chat.id, now=now)
    return len(ids)
