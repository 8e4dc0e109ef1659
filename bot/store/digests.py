"""Digests: a delivery without a story of its own, and the alerts that it tells instead.

Which stories a digest tells, and in which order, is written when it is made and never
changes, so that its pages stay what they are, however old the message is.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryKind, DeliveryState, Occasion
from bot.store import entries, schema
from bot.store.entries import StoredEntry
from bot.store.upsert import insert_new

D = schema.delivery.c
E = schema.entry.c
DIGEST_TTL: Final = timedelta(days=90)  # as long as the text of its stories is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One story of a digest: the entry that it shows, and what matched.

    `told_before` if the digest only says what changed. `until` is when it was made.
    """

    story_id: int
    entry_id: int
    evidence: tuple[str, ...]
    told_before: bool
    until: datetime
    closer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """Some lines of a digest of `count` stories."""

    id: int
    occasion: Occasion
    at: datetime
    count: int
    lines: tuple[Line, ...]


async def create(
    tx: AsyncConnection,
    chat_id: int,
    *,
    key: str,
    occasion: Occasion,
    at: datetime,
    now: datetime,
) -> int | None:
    """Queue a digest that is due since `at`; return its id, None if it was made before.

    `key` tells it from every other digest of the chat.
    """
    row = {
        "chat_id": chat_id,
        "kind": DeliveryKind.DIGEST.value,
        "key": key,
        "evidence": [occasion.value],
        "state": DeliveryState.READY.value,
        "not_before": now,
        "expires_at": now + DIGEST_TTL,
        "created_at": at,
    }
    new = await insert_new(tx, schema.delivery, [row], D.id)
    return new[0].id if new else None


async def delay(
    tx: AsyncConnection,
    chat_id: int,
    *,
    until: datetime,
    was_due: Callable[[datetime], bool],
) -> None:
    """Let no digest that waits to be sent go before `until`, unless the chat asked for it.

    `was_due` says for the time that a digest is of whether it is to be delayed.
    """
    rows = await tx.execute(
        select(D.id, D.created_at, D.evidence)
        .where(D.chat_id == chat_id, D.kind == DeliveryKind.DIGEST.value)
        .where(schema.WAITING, D.not_before < until)
        .with_for_update()
    )
    late = [
        row.id
        for row in rows
        if row.evidence != [Occasion.ASKED.value] and was_due(row.created_at)
    ]
    await tx.execute(update(schema.delivery).where(D.id.in_(late)).values(not_before=until))


async def fill(
    tx: AsyncConnection,
    digest_id: int,
    ids: Sequence[int],
    *,
    besides: Sequence[int] = (),
    now: datetime,
) -> None:
    """Let the digest tell these alerts, in this order; the caller has locked them.

    `besides` are told by the lines of others of the same story, and so is what changed in
    a story and was to be sent as a reply.
    """
    ranks = [*enumerate(ids), *((None, each) for each in besides)]
    if not ranks:
        return
    told = {"state": DeliveryState.DIGESTED.value, "digest_id": digest_id}
    await tx.execute(
        update(schema.delivery)
        .where(D.id == bindparam("its_id"))
        .values(**told, digest_rank=bindparam("rank"), finished_at=now),
        [{"its_id": each, "rank": rank} for rank, each in ranks],
    )
    chat_id = select(D.chat_id).where(D.id == digest_id).scalar_subquery()
    stories = select(D.story_id).where(D.digest_id == digest_id)
    await tx.execute(
        update(schema.delivery)
        .where(
            D.chat_id == chat_id,
            D.kind == DeliveryKind.CHANGE.value,
            schema.WAITING,
            D.state == DeliveryState.READY.value,
            D.story_id.in_(stories),
        )
        .values(**told, finished_at=now)
    )


async def find_page(
    tx: AsyncConnection, chat_id: int, digest_id: int, *, start: int, limit: int
) -> Page | None:
    """Return lines of the chat's digest from place `start` on; None without the digest."""
    digest = (
        await tx.execute(
            select(D.evidence, D.created_at).where(
                D.id == digest_id,
                D.chat_id == chat_id,
                D.kind == DeliveryKind.DIGEST.value,
            )
        )
    ).one_or_none()
    if digest is None:
        return None
    of_digest = D.digest_id == digest_id
    # By the last place: the text of some of its stories may have been deleted.
    last = (await tx.execute(select(func.max(D.digest_rank)).where(of_digest))).scalar_one()
    rows = (
        await tx.execute(
            select(D.story_id, D.entry_id, D.evidence, D.kind, D.finished_at)
            .where(of_digest, D.digest_rank >= start, D.digest_rank < start + limit)
            .order_by(D.digest_rank)
        )
    ).all()
    closer = await _find_closer(tx, digest_id, {row.story_id for row in rows})
    return Page(
        id=digest_id,
        occasion=Occasion(digest.evidence[0]),
        at=digest.created_at,
        count=0 if last is None else last + 1,
        lines=tuple(
            Line(
                story_id=row.story_id,
                entry_id=row.entry_id,
                evidence=tuple(row.evidence),
                told_before=row.kind != DeliveryKind.ALERT.value,
                until=row.finished_at,
                closer=closer.get(row.story_id, ()),
            )
            for row in rows
        ),
    )


async def _find_closer(
    tx: AsyncConnection, digest_id: int, story_ids: Collection[int]
) -> dict[int, tuple[str, ...]]:
    """Return, by story, because of what a digest tells it that came nearer."""
    rows = await tx.execute(
        select(D.story_id, D.evidence)
        .where(
            D.digest_id == digest_id,
            D.kind == DeliveryKind.CLOSER.value,
            D.story_id.in_(story_ids),
        )
        .order_by(D.id)
    )
    return {row.story_id: tuple(row.evidence) for row in rows}


async def find_by_message(tx: AsyncConnection, chat_id: int, message_id: int) -> int | None:
    """Return the chat's digest that is that message, None if it is none."""
    found: int | None = (
        await tx.execute(
            select(D.id)
            .where(
                D.chat_id == chat_id,
                D.kind == DeliveryKind.DIGEST.value,
                D.message_id == message_id,
            )
            .order_by(D.id.desc())  # a supergroup counts anew
            .limit(1)
        )
    ).scalar_one_or_none()
    return found


async def find_changed(
    tx: AsyncConnection, story_ids: Collection[int]
) -> tuple[StoredEntry, ...]:
    """Return the entries that changed these stories, oldest first."""
    rows = await tx.execute(
        select(E.id).where(
            E.story_id.in_(story_ids),
            E.update_kind.is_not(None),
            E.silent_reason.is_(None),
        )
    )
    found = await entries.find_many(tx, rows.scalars().all())
    return tuple(found[entry_id] for entry_id in sorted(found))
