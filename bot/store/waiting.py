"""Alerts that wait: held until their chat can be told again, or listed for a digest.

They are rows of the outbox from the moment of the match, so what waits is never only in
memory; whatever happens to them happens in one transaction with what they become.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Chat, ChatState, DeliveryKind, DeliveryState
from bot.store import chats, schema
from bot.store.changes import IS_WANTED_UPDATE
from bot.store.clocks import expiry
from bot.store.mutes import IS_MUTED

D = schema.delivery.c
C = schema.chat.c
CHUNK: Final = 500  # bound parameters in one statement
SOON: Final = timedelta(seconds=10)  # a tick is not later
_IS_ALERT: Final = D.kind == DeliveryKind.ALERT.value
_IS_REPLY: Final = D.kind.in_(
    (DeliveryKind.CHANGE.value, DeliveryKind.CLOSER.value, DeliveryKind.REPORT.value)
)
_IS_DIGEST: Final = D.kind == DeliveryKind.DIGEST.value
_IS_TOLD: Final = D.kind.in_(  # what a digest can tell
    (DeliveryKind.ALERT.value, DeliveryKind.CHANGE.value, DeliveryKind.CLOSER.value)
)
_IS_READY: Final = D.state == DeliveryState.READY.value
_ARE_READY: Final = (schema.WAITING, _IS_ALERT)
_WAIT_FOR_MORE: Final = (schema.UNTOLD, _IS_TOLD)
_COUNTED: Final = ("ready", "sending", "sent", "unsure")  # alerts of a chat's hour


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """An alert that waits, or what a digest says of a story that was told."""

    id: int
    story_id: int
    entry_id: int
    evidence: tuple[str, ...]
    created_at: datetime
    is_alert: bool = True


async def lock_chat(tx: AsyncConnection, chat_id: int) -> Chat | None:
    """Return the chat, None if it was forgotten; no ingest tells it anything meanwhile.

    To be called before any delivery is locked, as ingest does.
    """
    locked = select(C.id).where(C.id == chat_id).with_for_update(key_share=True)
    if (await tx.execute(locked)).one_or_none() is None:
        return None
    return (await chats.get_chats(tx, [chat_id])).get(chat_id)


def _can_be_told(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        C.state == ChatState.ACTIVE.value,
        or_(C.paused_until.is_(None), C.paused_until <= now),
    )


async def find_over(tx: AsyncConnection, *, now: datetime) -> Sequence[int]:
    """Return the chats that can be told again what was held for them."""
    rows = await tx.execute(
        select(D.chat_id)
        .join(schema.chat)
        .where(schema.HELD, ~IS_MUTED, D.not_before <= now, *_can_be_told(now))
        .distinct()
        .order_by(D.chat_id)
    )
    return rows.scalars().all()


async def find_crowded(tx: AsyncConnection, *, now: datetime, most: int) -> Sequence[int]:
    """Return the chats for which more than `most` alerts and changes wait to be sent.

    One that asked for all that came in a pause, one by one, gets them so.
    """
    rows = await tx.execute(
        select(D.chat_id)
        .join(schema.chat)
        .where(schema.WAITING, _goes_by(now), _IS_READY, ~IS_MUTED, *_can_be_told(now))
        .where(or_(C.singly_until.is_(None), C.singly_until <= now))
        .group_by(D.chat_id)
        .having(func.count() > most)
        .order_by(D.chat_id)
    )
    return rows.scalars().all()


async def find_with_quiet_hours(tx: AsyncConnection, *, now: datetime) -> Sequence[int]:
    """Return the chats with quiet hours for which alerts wait, or another is soon due."""
    rows = await tx.execute(
        select(D.chat_id)
        .join(schema.chat)
        .where(schema.WAITING, C.quiet_start.is_not(None))
        .where(or_(_IS_ALERT, and_(or_(_IS_REPLY, _IS_DIGEST), D.not_before <= now + SOON)))
        .distinct()
    )
    return rows.scalars().all()


def _goes_by(now: datetime) -> ColumnElement[bool]:
    """Return that it is an alert, or tells by now what changed in a story."""
    return or_(_IS_ALERT, and_(IS_WANTED_UPDATE, D.not_before <= now))


def _read_columns() -> Select[Any]:
    columns = (D.id, D.story_id, D.entry_id, D.evidence, D.created_at)
    return select(*columns, _IS_ALERT.label("is_alert"))


def _alerts(chat_id: int, states: Collection[DeliveryState]) -> Select[Any]:
    return (
        _read_columns()
        .where(D.chat_id == chat_id, D.state.in_(states), ~IS_MUTED)
        .where(*(_ARE_READY if DeliveryState.READY in states else _WAIT_FOR_MORE))
        .order_by(D.id)
    )


async def take(
    tx: AsyncConnection, chat_id: int, states: Collection[DeliveryState]
) -> tuple[Waiting, ...]:
    """Return the chat's alerts in these states, oldest first, and lock them.

    `states` are of those that wait to be sent, or of those that wait for more. What the
    chat has muted since is left where it is.
    """
    return await _read(tx, _alerts(chat_id, states).with_for_update())


async def take_ready(
    tx: AsyncConnection, chat_id: int, *, now: datetime
) -> tuple[Waiting, ...]:
    """Return the alerts and changes that are to go now, oldest first, and lock them."""
    ready = (
        _read_columns()
        .join(schema.chat)
        .where(D.chat_id == chat_id, schema.WAITING, _goes_by(now), _IS_READY, ~IS_MUTED)
        .order_by(D.id)
    )
    return await _read(tx, ready.with_for_update(of=schema.delivery))


async def find_untold(tx: AsyncConnection, chat_id: int) -> tuple[Waiting, ...]:
    """Return what waits for the chat's next digest or summary."""
    states = (DeliveryState.HELD, DeliveryState.LISTED)
    return await _read(tx, _alerts(chat_id, states))


async def _read(tx: AsyncConnection, alerts: Select[Any]) -> tuple[Waiting, ...]:
    rows = (await tx.execute(alerts)).mappings()
    return tuple(Waiting(**{**row, "evidence": tuple(row["evidence"])}) for row in rows)


async def count_held(tx: AsyncConnection, chat_id: int) -> int:
    """Return how many stories wait until the chat can be told."""
    statement = _alerts(chat_id, (DeliveryState.HELD,)).subquery()
    number: int = (
        await tx.execute(select(func.count()).select_from(statement))
    ).scalar_one()
    return number


async def skip(tx: AsyncConnection, ids: Sequence[int], *, now: datetime) -> None:
    """Tell the chat nothing of these alerts, which it does not want."""
    for start in range(0, len(ids), CHUNK):
        await tx.execute(
            update(schema.delivery)
            .where(D.id.in_(ids[start : start + CHUNK]))
            .values(state=DeliveryState.SKIPPED.value, finished_at=now)
        )


async def release(tx: AsyncConnection, ids: Sequence[int], *, now: datetime) -> None:
    """Let these alerts be sent one by one."""
    for start in range(0, len(ids), CHUNK):
        await tx.execute(
            update(schema.delivery)
            .where(D.id.in_(ids[start : start + CHUNK]))
            .values(
                state=DeliveryState.READY.value,
                not_before=now,
                expires_at=expiry(now),
                resends=0,
            )
        )


async def hold(
    tx: AsyncConnection, chat_id: int, *, now: datetime, until: datetime
) -> None:
    """Hold back until `until` what waits to be sent to the chat, its digests too.

    The caller has the chat's lock.
    """
    await dissolve(tx, chat_id, now=now, until=until)
    await tx.execute(
        update(schema.delivery)
        .where(D.chat_id == chat_id, _IS_ALERT, schema.WAITING, _IS_READY)
        .values(state=DeliveryState.HELD.value, not_before=until)
    )


async def hold_these(tx: AsyncConnection, ids: Collection[int], *, until: datetime) -> None:
    """Hold back until `until` those of these alerts that wait to be sent."""
    await tx.execute(
        update(schema.delivery)
        .where(D.id.in_(ids), _IS_ALERT, schema.WAITING)
        .values(state=DeliveryState.HELD.value, not_before=until)
    )


async def delay_replies(
    tx: AsyncConnection, chat_id: int, *, now: datetime, until: datetime
) -> None:
    """Let no reply go before `until` that would go soon."""
    await tx.execute(
        update(schema.delivery)
        .where(D.chat_id == chat_id, _IS_REPLY, schema.WAITING, D.not_before <= now + SOON)
        .values(not_before=until)
    )


async def dissolve(
    tx: AsyncConnection, chat_id: int, *, now: datetime, until: datetime
) -> None:
    """Take back the chat's digests that were not sent: their stories wait once more.

    Only what Telegram surely does not have. The digest's key stays taken.
    """
    rows = await tx.execute(
        update(schema.delivery)
        .where(D.chat_id == chat_id, _IS_DIGEST)
        .where(schema.WAITING, _IS_READY)
        .values(
            state=DeliveryState.EXPIRED.value,
            finished_at=now,
            last_error="its stories come with a later one",
        )
        .returning(D.id)
    )
    for digest_id in rows.scalars().all():
        await tx.execute(
            update(schema.delivery)
            .where(D.digest_id == digest_id)
            .values(
                state=DeliveryState.HELD.value,
                not_before=until,
                digest_id=None,
                digest_rank=None,
                finished_at=None,
            )
        )


async def wake(
    tx: AsyncConnection, chat_id: int, *, now: datetime, with_listed: bool = False
) -> None:
    """Look now at what is held for the chat; `with_listed`: digests come no more."""
    states = [DeliveryState.HELD.value]
    if with_listed:
        states.append(DeliveryState.LISTED.value)
    await tx.execute(
        update(schema.delivery)
        .where(D.chat_id == chat_id, schema.UNTOLD, D.state.in_(states))
        .values(state=DeliveryState.HELD.value, not_before=now)
    )


async def postpone(tx: AsyncConnection, chat_id: int, *, until: datetime) -> None:
    """Look at `until` at what is held for the chat."""
    await tx.execute(
        update(schema.delivery)
        .where(D.chat_id == chat_id, schema.HELD)
        .values(not_before=until)
    )


async def count_recent(
    tx: AsyncConnection, chat_ids: Collection[int], *, since: datetime
) -> dict[int, int]:
    """Return how many alerts each of the chats got, or is to get, since then."""
    rows = await tx.execute(
        select(D.chat_id, func.count())
        .where(D.chat_id.in_(chat_ids), _IS_ALERT)
        .where(D.state.in_(_COUNTED), D.created_at > since)
        .group_by(D.chat_id)
    )
    return {row[0]: row[1] for row in rows}
