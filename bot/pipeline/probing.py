"""Groups and channels that took the bot's rights away, and may have given them back.

Telegram says when the bot is let in, but not when a group lets its members write again.
People who blocked the bot are not asked after: they come back by /start.
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.model import Chat
from bot.pipeline.chats import mark_reachable
from bot.store import chats
from bot.store.engine import Store

log = logging.getLogger(__name__)

EVERY: Final = timedelta(days=1)
AT_ONCE: Final = 5  # of each look, so that a round of thousands disturbs nobody


@dataclass(slots=True, kw_only=True)
class Probing:
    """Asks for each lost group and channel once a day; `probe` asks Telegram."""

    store: Store
    probe: Callable[[Chat], Awaitable[bool | None]]
    _after: int = 0  # our id of the last chat of this round that was asked for
    _next_round_at: datetime | None = None

    async def look(self, *, now: datetime) -> int:
        """Ask for some, if it is time; return how many came back, with what waited."""
        if self._next_round_at is not None and now < self._next_round_at:
            return 0
        async with self.store.read() as tx:
            lost = await chats.find_lost_rooms(tx, after=self._after, limit=AT_ONCE)
        back = [chat for chat in lost if await self.probe(chat)]
        for chat in back:
            log.info("may write again", extra={"chat_id": chat.id})
            await mark_reachable(self.store, chat.telegram_id, now=now)
        if len(lost) < AT_ONCE:
            self._after, self._next_round_at = 0, now + EVERY
        else:
            self._after, self._next_round_at = lost[-1].id, None
        return len(back)
