"""Digests: what waits becomes one message, at its time or when the chat can be told again.

::

    alerts that wait (rows of the outbox) → whose time has come? → lock the chat
      → which does it still want? → in ONE transaction: a delivery for the digest, its
      stories in their order
      → dispatch sends it once, as any other delivery

A crash before the commit leaves the alerts waiting, one after it leaves a digest to be
sent; a second digest of the same time meets the first one's key.
"""

import logging
from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import (
    Chat,
    ChatState,
    DeliveryState,
    Kind,
    Mode,
    Occasion,
)
from bot.i18n.texts import named_zone
from bot.pipeline import unwanted
from bot.pipeline.digest_cards import group_of, places_of
from bot.pipeline.unwanted import Sifted
from bot.route.decide import find_hold_end
from bot.route.digest import MOST_WAITING, Ranked, arrange, comes_singly
from bot.route.wall_clock import last_slot, next_slot
from bot.store import chats, digests, entries, reports, timetables, waiting
from bot.store.engine import Store
from bot.store.waiting import Waiting

log = logging.getLogger(__name__)

FAR: Final = timedelta(days=10)  # no digest is farther off: one weekday comes each week
MOST_AT_ONCE: Final = (
    2_000  # chats; the next tick goes on, so one that takes long does hang
)
_UNTOLD: Final = (DeliveryState.HELD, DeliveryState.LISTED)


async def look(store: Store, *, now: datetime) -> int:
    """Do for each chat what its time has come for; return how many were told something."""
    async with store.read() as tx:
        over = await waiting.find_over(tx, now=now)
        due = await timetables.find_due(tx, now=now, far=now + FAR)
        with_quiet = await waiting.find_with_quiet_hours(tx, now=now)
        found = await chats.get_chats(tx, with_quiet)
    for chat in found.values():
        if find_hold_end(chat, now=now) is not None:
            async with store.write() as tx:
                await _keep_quiet(tx, chat.id, now)
    return await _look_at(store, [*dict.fromkeys((*over, *due))][:MOST_AT_ONCE], now)


async def collapse(store: Store, *, now: datetime) -> int:
    """Make one message of more alerts than a chat reads; return for how many chats."""
    async with store.read() as tx:
        crowded = await waiting.find_crowded(tx, now=now, most=MOST_WAITING)
    return await _look_at(store, crowded, now)


async def _look_at(store: Store, chat_ids: Iterable[int], now: datetime) -> int:
    told = 0
    for chat_id in chat_ids:
        async with store.write() as tx:  # one each: nobody waits long for the writer
            told += await _tell(tx, chat_id, now)
    return told


async def _keep_quiet(tx: AsyncConnection, chat_id: int, now: datetime) -> None:
    """Hold back what was to be sent before the quiet hours began, and was not."""
    chat = await waiting.lock_chat(tx, chat_id)
    until = find_hold_end(chat, now=now) if chat is not None else None
    if chat is None or until is None or _comes_singly(chat, now):
        return
    unsent = (DeliveryState.READY, DeliveryState.UNSURE)
    ready = await waiting.take(tx, chat_id, unsent)

    passes = chat.quiet is not None and chat.quiet.but_urgent

    def is_before(at: datetime) -> bool:  # what came within them is urgent, if it may pass
        return not passes or find_hold_end(chat, now=at) is None

    older = [alert.id for alert in ready if is_before(alert.created_at)]
    await waiting.hold_these(tx, older, until=until)
    await digests.delay(tx, chat_id, until=until, was_due=is_before)
    await waiting.delay_replies(tx, chat_id, now=now, until=until)


async def _tell(tx: AsyncConnection, chat_id: int, now: datetime) -> bool:
    """Tell the chat what it is time for, if it can be told."""
    chat = await waiting.lock_chat(tx, chat_id)
    if chat is None or chat.state is not ChatState.ACTIVE:
        return False
    if chat.paused_until is not None and chat.paused_until > now:
        return False
    until = find_hold_end(chat, now=now)
    next_at = await timetables.get_next_digest(tx, chat_id)
    is_due = next_at is not None and (next_at <= now or next_at > now + FAR)
    ready = await waiting.take_ready(tx, chat_id, now=now)
    if len(ready) > MOST_WAITING and not _comes_singly(chat, now):
        held: tuple[Waiting, ...] = ()
        if until is None:
            await waiting.dissolve(tx, chat_id, now=now, until=now)
            held = await waiting.take(tx, chat_id, [DeliveryState.HELD])
        key = f"many:{now.isoformat()}"
        many = await unwanted.sift(tx, chat_id, (*held, *ready), now=now)
        if len(many.wanted) > MOST_WAITING:
            return await _make(tx, chat, Occasion.MANY, many, key=key, at=now, now=now)
        await unwanted.drop(tx, chat_id, many, now=now)
    if until is not None:
        await waiting.postpone(tx, chat_id, until=until)
        if is_due:
            await timetables.set_next_digest(tx, chat_id, until)
        return False
    if is_due:
        return await _tell_digest(tx, chat, now)
    return await _tell_held(tx, chat, now)


def _comes_singly(chat: Chat, now: datetime) -> bool:
    """Return whether the chat just asked for all that waited, one by one."""
    return chat.singly_until is not None and chat.singly_until > now


async def _tell_digest(tx: AsyncConnection, chat: Chat, now: datetime) -> bool:
    """Make the digest whose time was last; what was missed before is in it."""
    zone = named_zone(chat.time_zone)
    upcoming = next_slot(chat.digests, zone, now).at
    is_now = chat.mode is Mode.NOW
    is_last = is_now and not await timetables.has_in_digest(tx, chat.id)
    await timetables.set_next_digest(tx, chat.id, None if is_last else upcoming)
    slot = last_slot(chat.digests, zone, now)
    await waiting.dissolve(tx, chat.id, now=now, until=now)
    sifted = await unwanted.take(tx, chat.id, _UNTOLD, now=now)
    if not sifted.wanted and (is_now or not chat.digests.says_nothing):
        await unwanted.drop(tx, chat.id, sifted, now=now)
        return False
    return await _make(tx, chat, Occasion.DIGEST, sifted, key=slot.key, at=slot.at, now=now)


async def _tell_held(tx: AsyncConnection, chat: Chat, now: datetime) -> bool:
    """Tell what was held: one by one if it is little, else as one summary."""
    held = await unwanted.take(tx, chat.id, [DeliveryState.HELD], now=now)
    if comes_singly(chat.mode, len(held.wanted)) or not held.wanted:
        await unwanted.drop(tx, chat.id, held, now=now)
        await waiting.release(tx, [alert.id for alert in held.wanted], now=now)
        return bool(held.wanted)
    await waiting.dissolve(tx, chat.id, now=now, until=now)
    sifted = await unwanted.take(tx, chat.id, _UNTOLD, now=now)
    key = f"waited:{now.isoformat()}"
    return await _make(tx, chat, Occasion.WAITED, sifted, key=key, at=now, now=now)


async def ask(store: Store, chat: Chat, *, now: datetime) -> int:
    """Make a digest of all that waits for the chat; return of how many stories."""
    async with store.write() as tx:
        if await waiting.lock_chat(tx, chat.id) is None:
            return 0
        sifted = await unwanted.take(tx, chat.id, _UNTOLD, now=now)
        if sifted.wanted:
            key = f"asked:{now.isoformat()}"
            await _make(tx, chat, Occasion.ASKED, sifted, key=key, at=now, now=now)
    return len(sifted.wanted)


async def _make(
    tx: AsyncConnection,
    chat: Chat,
    occasion: Occasion,
    sifted: Sifted,
    *,
    key: str,
    at: datetime,
    now: datetime,
) -> bool:
    """Queue a digest of what is wanted; False if the chat had that one already."""
    digest_id = await digests.create(
        tx, chat.id, key=key, occasion=occasion, at=at, now=now
    )
    if digest_id is None:
        return False
    first: dict[int, Waiting] = {}
    for alert in sifted.wanted:
        first.setdefault(alert.story_id, alert)
    ranked = arrange(await _rank(tx, list(first.values())))
    leads = [story.id for story in ranked]
    besides = [alert.id for alert in sifted.wanted if alert.id not in leads]
    await digests.fill(tx, digest_id, leads, besides=besides, now=now)
    await unwanted.drop(tx, chat.id, sifted, digest_id=digest_id, now=now)
    log.info(
        "digest %s",
        occasion.value,
        extra={"chat_id": chat.id, "stories": len(ranked), "key": key},
    )
    return True


async def _rank(tx: AsyncConnection, alerts: Sequence[Waiting]) -> list[Ranked]:
    about = await entries.find_about(tx, {alert.entry_id for alert in alerts})
    counted = await reports.count_origins(tx, {alert.story_id for alert in alerts})
    ranked = []
    for alert in alerts:
        places = places_of(about[alert.entry_id])
        kinds = {place.kind for place in places}
        ranked.append(
            Ranked(
                id=alert.id,
                group=group_of(places, alert.evidence),
                origins=counted.get(alert.story_id, (1, 1))[1],
                precision=2
                if kinds & {Kind.DISTRICT, Kind.SETTLEMENT}
                else int(Kind.REGION in kinds),
                at=alert.created_at,
            )
        )
    return ranked
