"""When a chat is told, one use case per setting; what waits is looked at again at once."""

from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import (
    Chat,
    DigestTimes,
    FollowUps,
    Mode,
    Pictures,
    QuietHours,
    Sound,
    Subscription,
)
from bot.i18n.texts import named_zone
from bot.pipeline import unwanted
from bot.route.decide import find_hold_end
from bot.route.wall_clock import next_slot
from bot.store import chats, subscriptions, timetables, waiting
from bot.store.engine import Store

LIMITS = (5, 10, 20)  # alerts an hour, to choose from
MAX_LIMIT = 1000
CHATS_AT_ONCE = 50  # in one transaction, so that nobody waits long for the writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Waits:
    """What waits for a chat: how many stories, and when its next digest is, if ever."""

    stories: int
    next_at: datetime | None


async def set_digests(
    store: Store, chat: Chat, *, mode: Mode, digests: DigestTimes, now: datetime
) -> Chat:
    """Tell the chat in that way, with digests at those times.

    Without digests any more, what was listed for the next one comes as a summary.
    """
    async with _changing(store, chat.id, now) as tx:
        await timetables.set_digests(tx, chat.id, mode, digests)
    return replace(chat, mode=mode, digests=digests)


async def set_quiet(
    store: Store, chat: Chat, quiet: QuietHours | None, *, now: datetime
) -> Chat:
    """Hold alerts back in those hours; None: never."""
    async with _changing(store, chat.id, now) as tx:
        await timetables.set_quiet(tx, chat.id, quiet)
    return replace(chat, quiet=quiet)


async def set_time_zone(store: Store, chat: Chat, name: str, *, now: datetime) -> Chat:
    """Take all times of the chat for those of that zone."""
    async with _changing(store, chat.id, now) as tx:
        await timetables.set_time_zone(tx, chat.id, name)
    return replace(chat, time_zone=name)


async def set_limit(store: Store, chat: Chat, limit: int | None, *, now: datetime) -> Chat:
    """Send so many alerts an hour one by one, and the others together."""
    async with _changing(store, chat.id, now) as tx:
        await timetables.set_limit(tx, chat.id, limit)
    return replace(chat, hourly_limit=limit)


async def set_follow_ups(store: Store, chat: Chat, wanted: FollowUps) -> Chat:
    """Tell the chat so much of a story besides the alert."""
    async with store.write() as tx:
        await timetables.set_follow_ups(tx, chat.id, wanted)
    return replace(chat, follow_ups=wanted)


async def set_spikes(store: Store, chat: Chat, *, wanted: bool) -> Chat:
    """Tell the chat when a place is in the news unusually often, or do not."""
    async with store.write() as tx:
        await timetables.set_spikes(tx, chat.id, wanted=wanted)
    return replace(chat, spikes=wanted)


async def set_look(
    store: Store,
    chat: Chat,
    *,
    pictures: Pictures | None = None,
    sound: Sound | None = None,
) -> Chat:
    """Show the chat such pictures, and let such alerts make a sound; None: as before."""
    changed = replace(chat, pictures=pictures or chat.pictures, sound=sound or chat.sound)
    async with store.write() as tx:
        await timetables.set_look(tx, chat.id, changed.pictures, changed.sound)
    return changed


@asynccontextmanager
async def _changing(
    store: Store, chat_id: int, now: datetime
) -> AsyncGenerator[AsyncConnection]:
    """Open the transaction of a change; the next tick looks at what waits by it.

    No ingest decides meanwhile by what the chat said before. The next digest is told by
    what is stored: by a chat that was read earlier, what is listed might never come.
    """
    async with store.write() as tx:
        before = await waiting.lock_chat(tx, chat_id)
        yield tx
        changed = await waiting.lock_chat(tx, chat_id)
        if before is not None and changed is not None:  # else it was forgotten
            await look_again(tx, before, changed, now=now)


async def look_again(
    tx: AsyncConnection, before: Chat, changed: Chat, *, now: datetime
) -> None:
    """Let the next tick look at what waits for the chat by how it is set now.

    A digest whose time has come stays due: it was missed, waits for the end of quiet hours
    as they were `before`, or is a second late.
    """
    has_none = changed.mode is Mode.NOW and not await timetables.has_in_digest(
        tx, changed.id
    )
    due = await timetables.get_next_digest(tx, changed.id)
    if due is not None and _is_put_off(before, due, now):
        due = now
        await timetables.set_next_digest(tx, changed.id, due)
    if has_none or due is None or due > now:
        upcoming = None if has_none else _next_at(changed, now)
        await timetables.set_next_digest(tx, changed.id, upcoming)
    await waiting.wake(tx, changed.id, now=now, with_listed=has_none)


async def look_at_all_again(store: Store, *, now: datetime) -> None:
    """Let each digest come at its next time, which a clock that was wrong passed over."""
    async with store.read() as tx:
        due = await timetables.find_with_digests(tx)
    ids = sorted(due)
    for start in range(0, len(ids), CHATS_AT_ONCE):
        async with store.read() as tx:
            found = await chats.get_chats(tx, ids[start : start + CHATS_AT_ONCE])
        misled = [chat.id for chat in found.values() if _next_at(chat, now) < due[chat.id]]
        async with store.write() as tx:
            for chat_id in misled:
                chat = await waiting.lock_chat(tx, chat_id)
                if chat is not None:
                    await look_again(tx, chat, chat, now=now)


def _next_at(chat: Chat, now: datetime) -> datetime:
    return next_slot(chat.digests, named_zone(chat.time_zone), now).at


def _is_put_off(chat: Chat, due: datetime, now: datetime) -> bool:
    """Return whether the digest that is due then had its time in the chat's quiet hours."""
    return due == find_hold_end(chat, now=now) != _next_at(chat, now)


async def find_waits(store: Store, chat: Chat, *, now: datetime) -> Waits:
    """Return what waits for the chat."""
    async with store.read() as tx:
        return Waits(
            stories=await unwanted.count_untold(tx, chat.id, now=now),
            next_at=await timetables.get_next_digest(tx, chat.id),
        )


async def list_urgent(
    store: Store, chat: Chat
) -> tuple[Sequence[Subscription], frozenset[int]]:
    """Return the chat's subscriptions, and which of them it marked as urgent."""
    async with store.read() as tx:
        mine = await subscriptions.of_chat(tx, chat.id)
        return mine, await timetables.find_urgent(tx, [each.id for each in mine])


async def set_urgent(
    store: Store, chat: Chat, subscription_id: int, *, is_urgent: bool
) -> None:
    """Let what one of its subscriptions matches be urgent to the chat, or no longer."""
    async with store.write() as tx:
        await timetables.set_urgent(tx, chat.id, subscription_id, is_urgent=is_urgent)


async def set_in_digest(
    store: Store, chat: Chat, subscription_id: int, *, in_digest: bool, now: datetime
) -> None:
    """Let what one of its subscriptions matches wait for the digests, or no longer."""
    async with _changing(store, chat.id, now) as tx:
        await timetables.set_in_digest(tx, chat.id, subscription_id, in_digest=in_digest)


async def find_in_digest(
    store: Store, subscriptions: Sequence[Subscription]
) -> frozenset[int]:
    """Return the ids of those that come with the digests, whatever the chat's mode."""
    async with store.read() as tx:
        return await timetables.find_in_digest(tx, [each.id for each in subscriptions])
