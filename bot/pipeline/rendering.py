"""What deliveries say; a message that is the same for many chats is made once."""

import asyncio
from collections.abc import Callable, Hashable
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.deliver.digest import digest_card
from bot.deliver.render import alert_card, find_page
from bot.domain.model import (
    Delivery,
    DeliveryKind,
    Outgoing,
    Pictures,
    Rejected,
    Sound,
)
from bot.i18n import texts
from bot.pipeline.cards import FOLLOW_UPS, get_alert_card
from bot.pipeline.digest_cards import find_digest_card
from bot.pipeline.others import render_other
from bot.route.decide import URGENT_WITHIN, urgency
from bot.store import reports, timetables, told
from bot.store.broadcasts import CANCELLED
from bot.store.engine import Store

MOST_KEPT: Final = 1_000  # messages, of some kilobytes each


@dataclass(slots=True, kw_only=True)
class Rendering:
    """Renders stories as they stand when the deliveries are claimed.

    An entry that was there by then is in the message; one that comes later edits it.
    """

    store: Store
    clock: Callable[[], datetime]
    _made: dict[Hashable, Outgoing] = field(default_factory=dict)
    _busy: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def render(
        self, delivery: Delivery, version: tuple[int, ...] = ()
    ) -> Outgoing | None:
        """Return the message; None if its text was deleted.

        Args:
            delivery: Claimed.
            version: Of its story, read after it was claimed; a message that was made of
                this version serves all chats to which it would say the same.
        """
        outgoing = await self._render_once(delivery, version)
        if outgoing is None or delivery.chat.thread_id is None:
            return outgoing
        say = texts(delivery.chat.language).gettext
        notice = say(
            "The topic for this is closed or gone, so it comes here from now on. To choose "
            "another topic, send /start there."
        )
        return replace(outgoing, notice=notice)

    async def _render_once(
        self, delivery: Delivery, version: tuple[int, ...]
    ) -> Outgoing | None:
        if delivery.kind is not DeliveryKind.ALERT:
            return await self._render(delivery)
        key = _key(delivery), version, self.clock().replace(second=0, microsecond=0)
        async with self._busy:
            made = self._made.get(key)
            if made is None:
                made = await self._render(delivery)
            if len(self._made) >= MOST_KEPT:
                self._made.clear()
            if made is not None:
                self._made[key] = made
            return made

    async def _render(self, delivery: Delivery) -> Outgoing | None:
        chat = delivery.chat
        say, zone, now = texts(chat.language), chat.time_zone, self.clock()
        is_quiet = chat.sound is not Sound.ALL
        async with self.store.read() as tx:
            if delivery.kind is DeliveryKind.DIGEST:
                digest = await find_digest_card(tx, chat, delivery.id)
                if digest is None:
                    return None
                made = digest_card(digest, say, time_zone=zone)
                return replace(made, silent=made.silent or is_quiet)
            if delivery.kind in {DeliveryKind.SPIKE, DeliveryKind.TO_ALL}:
                return await render_other(tx, delivery)
            card = await get_alert_card(tx, delivery)
            if chat.sound is Sound.URGENT:
                is_quiet = not await _is_urgent(tx, delivery, now)
        if card is None:
            return None
        made = alert_card(card, say, now=now, time_zone=zone)
        return replace(
            made,
            silent=made.silent or is_quiet,
            preview=find_page(card) if chat.pictures is not Pictures.OFF else None,
            large=chat.pictures is Pictures.LARGE,
        )


def no_text(delivery: Delivery) -> Rejected:
    """Return what becomes of a delivery that says nothing any more."""
    if delivery.kind is DeliveryKind.TO_ALL:
        return Rejected(reason=CANCELLED, is_moot=True)
    if delivery.kind in FOLLOW_UPS:
        return Rejected(reason="the chat does not want it any more", is_moot=True)
    return Rejected(reason="its text was deleted")


def _key(delivery: Delivery) -> Hashable:
    """Return what the message of an alert depends on, besides its story's entries."""
    chat = delivery.chat
    story = (delivery.story_id, delivery.entry_id, delivery.evidence)
    one = chat.id if chat.sound is Sound.URGENT else 0  # it depends on what the chat marked
    return (*story, chat.language, chat.time_zone, chat.pictures, chat.sound, one)


async def _is_urgent(tx: AsyncConnection, delivery: Delivery, now: datetime) -> bool:
    """Return whether what is sent now is urgent for its chat (`bot.route.decide`)."""
    story, entry = delivery.story_id, delivery.entry_id
    if story is None or entry is None:
        return False
    counted = await reports.count_origins(tx, {story}, since=now - URGENT_WITHIN)
    _, origins = counted.get(story, (0, 0))
    matches = await told.matches(tx, delivery.chat.id, entry)
    marked = await timetables.find_urgent(tx, [each.subscription.id for each in matches])
    return bool(urgency(origins=origins, marked=bool(marked)))
