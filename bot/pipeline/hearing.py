"""What of the archive a chat hears: as live, its outlets only, and nothing muted."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Chat, Mute
from bot.match.words import Asked
from bot.pipeline.looking import Hit, story_of
from bot.pipeline.mutes import is_muted
from bot.pipeline.outlets import is_heard
from bot.route.decide import MUTED, OTHER_OUTLET
from bot.store import feed_specs, mutes
from bot.store.engine import Store
from bot.store.entries import StoredEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Hearing:
    """What a chat mutes, and by what marks it chooses outlets, by feed."""

    chat: Chat
    muted: Sequence[Mute]
    marks: Mapping[int, frozenset[str]]

    def refusal(self, entry: StoredEntry, asked: Asked) -> str | None:
        """Return why the chat is not told of the entry, in words of `route`; None if it is.

        As in `route.decide`, what is muted goes first.
        """
        story_id = entry.story_id or 0
        if any(is_muted(mute, story_id=story_id, asked=asked) for mute in self.muted):
            return MUTED
        heard = is_heard(self.chat, self.marks.get(entry.feed_id, frozenset()))
        return None if heard else OTHER_OUTLET

    async def split(self, hits: Sequence[Hit]) -> tuple[Sequence[Hit], set[object]]:
        """Return what of it the chat hears, and the stories of which some is left out."""
        if not self.muted and not self.chat.outlets:
            return hits, set()
        return await asyncio.to_thread(self._split, hits)  # muted words are read in texts

    def _split(self, hits: Sequence[Hit]) -> tuple[Sequence[Hit], set[object]]:
        heard = [hit for hit in hits if self.refusal(hit.entry, hit.asked) is None]
        kept = {hit.entry.id for hit in heard}
        return heard, {story_of(hit.entry) for hit in hits if hit.entry.id not in kept}


async def find_hearing(store: Store, chat: Chat, *, now: datetime) -> Hearing:
    """Return what the chat hears now."""
    async with store.read() as tx:
        return await read_hearing(tx, chat, now=now)


async def read_hearing(tx: AsyncConnection, chat: Chat, *, now: datetime) -> Hearing:
    """Return what the chat hears now."""
    muted = await mutes.of_chat(tx, chat.id, now=now)
    marks = await feed_specs.list_marks(tx) if chat.outlets else {}
    return Hearing(chat=chat, muted=tuple(muted), marks=marks)
