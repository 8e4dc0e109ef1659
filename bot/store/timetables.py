"""When chats are told: how it stands in their rows, and when their digests are due."""

from collections.abc import Sequence
from datetime import datetime, time
from functools import lru_cache
from typing import Any

from sqlalchemy import Row, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import (
    ChatState,
    DigestTimes,
    FollowUps,
    Mode,
    Pictures,
    QuietHours,
    Sound,
)
from bot.store.chat_tables import chat, subscription

C = chat.c
S = subscription.c


def read_timetable(row: Row[Any]) -> dict[str, Any]:
    """Return what a row of `chat` says about when to tell it, as `Chat` has it."""
    return {
        "mode": Mode(row.mode),
        "digests": _digests(row.digest_times, row.digest_days, row.digest_says_nothing),
        "quiet": _quiet(row.quiet_start, row.quiet_end, row.quiet_but_urgent),
        "hourly_limit": row.hourly_limit,
        "follow_ups": FollowUps(row.follow_ups),
        "spikes": row.spikes,
        "pictures": Pictures(row.pictures),
        "sound": Sound(row.sound),
    }


# An ingest may read ten thousand chats, and most of them say the same.
@lru_cache(maxsize=1024)
def _digests(times: str | None, days: int, says_nothing: bool) -> DigestTimes:  # noqa: FBT001  # of a row
    usual = DigestTimes()
    typed = times.split(",") if times else ()
    return DigestTimes(
        times=tuple(map(time.fromisoformat, typed)) or usual.times,
        days=frozenset(day for day in usual.days if days >> day & 1),
        says_nothing=says_nothing,
    )


@lru_cache(maxsize=1024)
def _quiet(start: str | None, end: str | None, but_urgent: bool) -> QuietHours | None:  # noqa: FBT001  # of a row
    if not start or not end:
        return None
    return QuietHours(
        start=time.fromisoformat(start),
        end=time.fromisoformat(end),
        but_urgent=but_urgent,
    )


def _text(clock: time) -> str:
    return clock.isoformat(timespec="minutes")


async def set_digests(
    tx: AsyncConnection, chat_id: int, mode: Mode, digests: DigestTimes
) -> None:
    """Tell the chat in that way, with digests at those times."""
    await _set(
        tx,
        chat_id,
        mode=mode.value,
        digest_times=",".join(map(_text, digests.times)),
        digest_days=sum(1 << day for day in digests.days),
        digest_says_nothing=digests.says_nothing,
    )


async def set_quiet(tx: AsyncConnection, chat_id: int, quiet: QuietHours | None) -> None:
    """Hold alerts back in those hours; None: never."""
    await _set(
        tx,
        chat_id,
        quiet_start=_text(quiet.start) if quiet else None,
        quiet_end=_text(quiet.end) if quiet else None,
        quiet_but_urgent=quiet is not None and quiet.but_urgent,
    )


async def set_time_zone(tx: AsyncConnection, chat_id: int, name: str) -> None:
    """Take the chat's times for those of that zone of the IANA database."""
    await _set(tx, chat_id, time_zone=name)


async def set_limit(tx: AsyncConnection, chat_id: int, limit: int | None) -> None:
    """Send so many alerts an hour one by one, the others together; None: any number."""
    await _set(tx, chat_id, hourly_limit=limit)


async def set_follow_ups(tx: AsyncConnection, chat_id: int, wanted: FollowUps) -> None:
    """Tell the chat so much of a story besides the alert."""
    await _set(tx, chat_id, follow_ups=wanted.value)


async def set_spikes(tx: AsyncConnection, chat_id: int, *, wanted: bool) -> None:
    """Tell the chat when a place is in the news unusually often, or do not."""
    await _set(tx, chat_id, spikes=wanted)


async def set_look(
    tx: AsyncConnection, chat_id: int, pictures: Pictures, sound: Sound
) -> None:
    """Show the chat such pictures, and let such alerts make a sound."""
    await _set(tx, chat_id, pictures=pictures.value, sound=sound.value)


async def set_next_digest(tx: AsyncConnection, chat_id: int, at: datetime | None) -> None:
    """Look at `at` whether a digest is due; None: never."""
    await _set(tx, chat_id, next_digest_at=at)


async def get_next_digest(tx: AsyncConnection, chat_id: int) -> datetime | None:
    """Return when to look whether a digest of the chat is due, None for never."""
    found: datetime | None = (
        await tx.execute(select(C.next_digest_at).where(C.id == chat_id))
    ).scalar_one()
    return found


async def _set(tx: AsyncConnection, chat_id: int, **values: Any) -> None:
    await tx.execute(update(chat).where(C.id == chat_id).values(**values))


async def find_due(tx: AsyncConnection, *, now: datetime, far: datetime) -> Sequence[int]:
    """Return the chats at whose digests it is time to look.

    One that is to be looked at after `far` was written by a clock that was wrong.
    """
    rows = await tx.execute(
        select(C.id)
        .where(
            or_(C.next_digest_at <= now, C.next_digest_at > far),
            C.state == ChatState.ACTIVE.value,
            or_(C.paused_until.is_(None), C.paused_until <= now),
        )
        .order_by(C.next_digest_at, C.id)
    )
    return rows.scalars().all()


async def find_with_digests(tx: AsyncConnection) -> dict[int, datetime]:
    """Return the chats that have digests, and when the next one of each is due."""
    rows = await tx.execute(
        select(C.id, C.next_digest_at).where(C.next_digest_at.is_not(None))
    )
    return {row.id: row.next_digest_at for row in rows}


async def find_urgent(tx: AsyncConnection, ids: Sequence[int]) -> frozenset[int]:
    """Return which of these subscriptions their chats marked as urgent."""
    rows = await tx.execute(select(S.id).where(S.id.in_(ids), S.is_urgent))
    return frozenset(rows.scalars())


async def set_urgent(
    tx: AsyncConnection, chat_id: int, subscription_id: int, *, is_urgent: bool
) -> None:
    """Let what the chat's subscription matches be urgent, or no longer."""
    await tx.execute(
        update(subscription)
        .where(S.id == subscription_id, S.chat_id == chat_id)
        .values(is_urgent=is_urgent)
    )


async def find_in_digest(tx: AsyncConnection, ids: Sequence[int]) -> frozenset[int]:
    """Return which of these subscriptions come with the digests, whatever the mode."""
    rows = await tx.execute(select(S.id).where(S.id.in_(ids), S.in_digest))
    return frozenset(rows.scalars())


async def has_in_digest(tx: AsyncConnection, chat_id: int) -> bool:
    """Return whether any subscription of the chat comes with the digests."""
    found = select(S.id).where(S.chat_id == chat_id, S.in_digest).limit(1)
    return (await tx.execute(found)).scalar_one_or_none() is not None


async def set_in_digest(
    tx: AsyncConnection, chat_id: int, subscription_id: int, *, in_digest: bool
) -> None:
    """Let what the chat's subscription matches wait for the digests, or no longer."""
    await tx.execute(
        update(subscription)
        .where(S.id == subscription_id, S.chat_id == chat_id)
        .values(in_digest=in_digest)
    )
