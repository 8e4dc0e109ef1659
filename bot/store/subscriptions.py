"""Subscriptions: the standing queries of the chats.

Each change bumps the counter `subscriptions`, by which a worker knows that its index is
old.
"""

from collections.abc import Collection
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from hashlib import blake2b
from typing import Any, Final

from sqlalchemy import Row, delete, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Subscription
from bot.store import schema
from bot.store.counters import bump, get_counter
from bot.store.upsert import insert_ignore

S = schema.subscription.c
CHUNK = 500  # bound parameters in one statement
COUNTER: Final = "subscriptions"
MAX_KEY: Final = 700  # of the column


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """The subscription, when it was made, and whether the chat did not have it before."""

    subscription: Subscription
    is_new: bool
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """What a subscription has besides its query and its places."""

    is_urgent: bool
    is_paused: bool
    in_digest: bool
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Removed:
    """A subscription that is not there any more, and how it was marked."""

    subscription: Subscription
    marks: Marks


def subscription_key(regions: Collection[str], canonical: str | None) -> str:
    """Return what makes a subscription the same as another of its chat."""
    key = f"{canonical or ''}\n{','.join(sorted(set(regions)))}"
    if len(key) <= MAX_KEY:
        return key
    return blake2b(key.encode(), digest_size=16).hexdigest()


def _subscription(row: Row[Any]) -> Subscription:
    return Subscription(
        id=row.id,
        chat_id=row.chat_id,
        regions=tuple(row.regions),
        query=row.query,
        is_paused=row.is_paused,
    )


async def add(
    tx: AsyncConnection,
    chat_id: int,
    *,
    regions: Collection[str] = (),
    query: str | None = None,
    canonical: str | None = None,
    now: datetime,
) -> Added:
    """Add a subscription; one that means the same is kept, and no longer paused.

    Args:
        tx: The transaction.
        chat_id: Whose it is.
        regions: Ids of places and circles; any of them will do.
        query: As the person typed it.
        canonical: The query's canonical form, by which two are the same.
        now: Current time.
    """
    key = subscription_key(regions, canonical if canonical is not None else query)
    row = {
        "chat_id": chat_id,
        "key": key,
        "regions": list(dict.fromkeys(regions)),
        "query": query,
        "created_at": now,
    }
    is_new = bool(await insert_ignore(tx, schema.subscription, [row]))
    if is_new:
        await bump(tx, COUNTER)
    found = await tx.execute(
        select(schema.subscription).where(S.chat_id == chat_id, S.key == key)
    )
    stored = found.one()
    if stored.is_paused:
        await set_paused(tx, chat_id, stored.id, is_paused=False)
    return Added(
        subscription=replace(_subscription(stored), is_paused=False),
        is_new=is_new,
        created_at=stored.created_at,
    )


async def set_paused(
    tx: AsyncConnection, chat_id: int, subscription_id: int, *, is_paused: bool
) -> None:
    """Let one of the chat's subscriptions match nothing, or match again."""
    changed = await tx.execute(
        update(schema.subscription)
        .where(S.chat_id == chat_id, S.id == subscription_id)
        .where(S.is_paused.is_(not is_paused))
        .values(is_paused=is_paused)
    )
    if changed.rowcount:
        await bump(tx, COUNTER)


async def find_same(
    tx: AsyncConnection, chat_id: int, *, regions: Collection[str], canonical: str | None
) -> Subscription | None:
    """Return the chat's subscription that means the same, None if it has none."""
    key = subscription_key(regions, canonical)
    row = (
        await tx.execute(
            select(schema.subscription).where(S.chat_id == chat_id, S.key == key)
        )
    ).one_or_none()
    return _subscription(row) if row is not None else None


async def succeed(tx: AsyncConnection, chat_id: int, old_id: int, new: Added) -> None:
    """Put one of the chat's subscriptions in the place of another, which is removed.

    One that is new is as urgent, and comes with the digests, as the other did.
    """
    if new.subscription.id == old_id:
        return
    if new.is_new:
        marks = select(S.is_urgent, S.in_digest).where(S.chat_id == chat_id, S.id == old_id)
        old = (await tx.execute(marks)).one_or_none()
        if old is not None:
            await tx.execute(
                update(schema.subscription)
                .where(S.id == new.subscription.id)
                .values(is_urgent=old.is_urgent, in_digest=old.in_digest)
            )
    await remove(tx, chat_id, [old_id])


async def remove(
    tx: AsyncConnection, chat_id: int, ids: Collection[int]
) -> tuple[Subscription, ...]:
    """Remove those of the chat's subscriptions; return what was removed, oldest first."""
    rows = await tx.execute(
        delete(schema.subscription)
        .where(S.chat_id == chat_id, S.id.in_(ids))
        .returning(schema.subscription)
    )
    removed = sorted(map(_subscription, rows), key=lambda each: each.id)
    if removed:
        await bump(tx, COUNTER)
    return tuple(removed)


async def find_marks(
    tx: AsyncConnection, chat_id: int, subscription_id: int
) -> Marks | None:
    """Return how one of the chat's subscriptions is marked, None if it is not there."""
    columns = (S.is_urgent, S.is_paused, S.in_digest, S.created_at)
    found = await tx.execute(
        select(*columns).where(S.chat_id == chat_id, S.id == subscription_id)
    )
    row = found.mappings().one_or_none()
    return Marks(**row) if row is not None else None


async def set_marks(
    tx: AsyncConnection, chat_id: int, subscription_id: int, marks: Marks
) -> None:
    """Mark one of the chat's subscriptions."""
    await tx.execute(
        update(schema.subscription)
        .where(S.chat_id == chat_id, S.id == subscription_id)
        .values(asdict(marks))
    )
    await bump(tx, COUNTER)


async def of_chat(tx: AsyncConnection, chat_id: int) -> tuple[Subscription, ...]:
    """Return the chat's subscriptions, oldest first."""
    rows = await tx.execute(
        select(schema.subscription).where(S.chat_id == chat_id).order_by(S.created_at, S.id)
    )
    return tuple(map(_subscription, rows))


async def has_active(tx: AsyncConnection, chat_id: int) -> bool:
    """Return whether the chat follows anything that is not paused."""
    found = select(S.id).where(S.chat_id == chat_id, S.is_paused.is_(False)).limit(1)
    return (await tx.execute(found)).first() is not None


async def hold(tx: AsyncConnection, ids: Collection[int]) -> dict[int, bool]:
    """Return those of `ids` that are there; they stay until the transaction ends.

    Each with whether it comes with the digests. A person may remove one between the match
    and what is written of it.
    """
    held: dict[int, bool] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), CHUNK):
        rows = await tx.execute(
            select(S.id, S.in_digest)
            .where(S.id.in_(wanted[start : start + CHUNK]))
            .order_by(S.id)
            .with_for_update(read=True, key_share=True)
        )
        held |= {row.id: row.in_digest for row in rows}
    return held


async def load_all(tx: AsyncConnection) -> tuple[Subscription, ...]:
    """Return every chat's subscriptions that are not paused, oldest first."""
    rows = await tx.execute(
        select(schema.subscription).where(S.is_paused.is_(False)).order_by(S.id)
    )
    return tuple(map(_subscription, rows))


async def load(tx: AsyncConnection, ids: Collection[int]) -> tuple[Subscription, ...]:
    """Return those of the subscriptions that are there, oldest first."""
    found: list[Subscription] = []
    wanted = sorted(ids)
    for start in range(0, len(wanted), CHUNK):
        rows = await tx.execute(
            select(schema.subscription)
            .where(S.id.in_(wanted[start : start + CHUNK]))
            .order_by(S.id)
        )
        found += map(_subscription, rows)
    return tuple(found)


async def marks(tx: AsyncConnection) -> dict[int, int]:
    """Return a mark that no other had in this process for each id that is not paused.

    An id alone does not do: SQLite gives that of the newest away again once it is removed.
    """
    rows = await tx.execute(select(S.id, S.chat_id, S.key).where(S.is_paused.is_(False)))
    return {row.id: hash((row.chat_id, row.key)) for row in rows}


async def version(tx: AsyncConnection) -> int:
    """Return a number that is larger after each change of any subscription."""
    return await get_counter(tx, COUNTER)
