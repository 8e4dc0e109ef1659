"""Tells chats that want it when a place that they follow is in the news unusually often."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.domain.model import Chat
from bot.pipeline.regions import place_ids
from bot.route.decide import find_hold_end
from bot.route.spike import LEAST, OVER_AFTER, USUAL_DAYS, WINDOW, find_spike
from bot.store import chats, trends
from bot.store.engine import Store

log = logging.getLogger(__name__)

EVERY: Final = timedelta(minutes=10)


@dataclass(slots=True, kw_only=True)
class SpikeWatch:
    """Looks now and then; only the process that talks to Telegram has one."""

    store: Store
    _next_at: datetime | None = field(default=None, init=False)

    async def look(self, *, now: datetime) -> int:
        """Look if it is time to; return how many messages were queued."""
        if self._next_at is not None and now < self._next_at:
            return 0
        self._next_at = now + EVERY
        async with self.store.read() as tx:
            wanted = await trends.watched(tx)
            first_at = await trends.first_at(tx) if wanted else None
        if first_at is None:
            return 0
        queued = 0
        for region_id, chat_ids in wanted.items():
            queued += await self._look_at(region_id, chat_ids, first_at, now)
        return queued

    async def _look_at(
        self, region_id: str, chat_ids: Sequence[int], first_at: datetime, now: datetime
    ) -> int:
        places = place_ids((region_id,))
        async with self.store.read() as tx:
            recent = await trends.told(tx, places, since=now - WINDOW, until=now)
            if len({each.story for each in recent}) < LEAST:
                return 0
            since = max(first_at, now - timedelta(days=USUAL_DAYS + 1))
            found = await trends.told(tx, places, since=since, until=now)
        first: dict[int, datetime] = {}
        for each in found:
            first[each.story] = min(each.at, first.get(each.story, each.at))
        usual = find_spike(tuple(first.values()), since=since, now=now)
        if usual is None:
            return 0
        stories = sum(at > now - WINDOW for at in first.values())
        async with self.store.write() as tx:
            if await trends.touch(tx, region_id, after=now - OVER_AFTER, now=now):
                return 0
            spike = await trends.begin(tx, region_id, stories=stories, usual=usual, now=now)
            told = await chats.get_chats(tx, chat_ids)
            when = [(chat.id, _when(chat, now)) for chat in told.values()]
            queued = await trends.queue(tx, spike, when, now=now)
        log.info("spike %d: %d stories, usually %.1f", spike, stories, usual)
        return queued


def _when(chat: Chat, now: datetime) -> datetime:
    """Return when the chat may be told: quiet hours hold for this, too."""
    return find_hold_end(chat, now=now) or now
