"""The outbox: one row, one message to one chat.

``ready → sending → sent | unsure | rejected | expired``; before it an alert may wait (see
`bot.store.waiting`). `sending` is committed before the
wire, the outcome right after it. Telegram has no idempotency key: what was `sending` when
a process died may have arrived, becomes `unsure` and is sent again, so a crash costs at
most one duplicate for each message in flight and never a loss.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    and_,
    case,
    exists,
    func,
    literal_column,
    or_,
    select,
    true,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Chat, ChatState, Delivery, DeliveryKind, DeliveryState
from bot.store import schema

D = schema.delivery.c
C = schema.chat.c
_REPLIES = (
    DeliveryKind.CHANGE.value,
    DeliveryKind.CLOSER.value,
    DeliveryKind.REPORT.value,
)
_AFTER_ALERT = (DeliveryKind.EDIT.value, *_REPLIES)
_MAYBE_TOLD = (DeliveryState.DIGESTED.value, DeliveryState.UNSURE.value)
RESEND_PAUSES = (timedelta(seconds=5), timedelta(seconds=30))


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxOverview:
    """The outbox in numbers."""

    waiting: int
    sending: int
    rejected: int


def _claimable(now: datetime, but: Collection[int]) -> ColumnElement[bool]:
    other = schema.delivery.alias("other")
    chat_is_busy = exists().where(
        other.c.chat_id == D.chat_id, other.c.state == literal_column("'sending'")
    )
    alert_is_there = exists().where(
        other.c.chat_id == D.chat_id,
        other.c.story_id == D.story_id,
        other.c.kind == DeliveryKind.ALERT.value,
        or_(
            other.c.state == DeliveryState.SENT.value,
            and_(
                D.kind.in_(_REPLIES),  # it says by itself what it is about
                other.c.state.in_(
                    (DeliveryState.DIGESTED.value, DeliveryState.UNSURE.value)
                ),
                other.c.finished_at.is_not(None),
            ),
        ),
    )
    return and_(
        schema.WAITING,
        D.not_before <= now,
        D.expires_at > now,
        C.state == ChatState.ACTIVE.value,
        or_(C.paused_until.is_(None), C.paused_until <= now),
        or_(C.parked_until.is_(None), C.parked_until <= now),
        or_(D.kind.not_in(_AFTER_ALERT), alert_is_there),
        ~chat_is_busy,
        C.telegram_id.not_in(but) if but else true(),
    )


async def count_due(
    tx: AsyncConnection, *, now: datetime, limit: int, but: Collection[int] = ()
) -> int:
    """Return how many deliveries `claim_next` could take, at most `limit`."""
    due = select(D.id).join(schema.chat).where(_claimable(now, but)).limit(limit)
    number: int = (
        await tx.execute(select(func.count()).select_from(due.subquery()))
    ).scalar_one()
    return number


async def claim_next(
    tx: AsyncConnection, *, now: datetime, but: Collection[int] = ()
) -> Delivery | None:
    """Take the oldest due delivery and mark it `sending`; None when nothing is due.

    Alerts go before digests, and these before edits, in the order of the index: "alert" <
    "digest" < "edit". A chat has at most
    one message in flight, which keeps its order, as long as calls do not overlap: one
    process sends, and makes them one by one. `but` leaves out chats by their Telegram id.
    """
    row = (
        await tx.execute(
            select(schema.delivery, *_chat_columns())
            .join(schema.chat)
            .where(_claimable(now, but))
            .order_by(D.kind, D.id)
            .limit(1)
            .with_for_update(skip_locked=True, of=schema.delivery)
        )
    ).one_or_none()
    if row is None:
        return None
    await tx.execute(
        update(schema.delivery)
        .where(D.id == row.id)
        .values(state=DeliveryState.SENDING.value, attempts=D.attempts + 1)
    )
    return await _delivery(tx, row)


def _chat_columns() -> list[ColumnElement[Any]]:
    return [
        C[name].label(f"chat_{name}") for name in ("telegram_id", "thread_id", "kind")
    ] + [C[name].label(f"chat_{name}") for name in ("language", "time_zone")]


async def _delivery(tx: AsyncConnection, row: Row[Any]) -> Delivery:
    alert: int | None = None
    if row.kind in _AFTER_ALERT:
        alert = (
            await tx.execute(
                select(D.message_id).where(
                    D.chat_id == row.chat_id, D.key == f"alert:{row.story_id}"
                )
            )
        ).scalar_one()
    return Delivery(
        id=row.id,
        chat=Chat(
            id=row.chat_id,
            telegram_id=row.chat_telegram_id,
            thread_id=row.chat_thread_id,
            kind=row.chat_kind,
            language=row.chat_language,
            time_zone=row.chat_time_zone,
        ),
        kind=DeliveryKind(row.kind),
        story_id=row.story_id,
        entry_id=row.entry_id,
        evidence=tuple(row.evidence),
        attempts=row.attempts + 1,
        message_id=alert if row.kind == DeliveryKind.EDIT.value else None,
        reply_to=alert if row.kind in _REPLIES else None,
        created_at=row.created_at,
    )


async def _finish(
    tx: AsyncConnection,
    delivery_id: int,
    state: DeliveryState,
    now: datetime,
    **values: Any,
) -> None:
    await tx.execute(
        update(schema.delivery)
        .where(D.id == delivery_id)
        .values(state=state.value, finished_at=now, **values)
    )


async def mark_sent(
    tx: AsyncConnection,
    delivery_id: int,
    *,
    message_id: int | None,
    note: str | None,
    now: datetime,
) -> None:
    """Telegram has the message."""
    await _finish(
        tx, delivery_id, DeliveryState.SENT, now, message_id=message_id, last_error=note
    )


async def mark_rejected(
    tx: AsyncConnection, delivery_id: int, *, reason: str, now: datetime
) -> None:
    """Telegram will never take the message: a dead letter, kept with its reason."""
    await _finish(tx, delivery_id, DeliveryState.REJECTED, now, last_error=reason)


async def defer(
    tx: AsyncConnection, delivery_id: int, *, until: datetime, reason: str
) -> None:
    """Telegram does not have the message; it is due again at `until`."""
    await tx.execute(
        update(schema.delivery)
        .where(D.id == delivery_id)
        .values(state=DeliveryState.READY.value, not_before=until, last_error=reason)
    )


async def mark_unsure(
    tx: AsyncConnection, delivery_id: int, *, reason: str, now: datetime
) -> None:
    """Telegram may have the message; it is sent again after each of `RESEND_PAUSES`.

    After the last one it stays `unsure`, for an admin to see.
    """
    resends: int | None = (
        await tx.execute(select(D.resends).where(D.id == delivery_id))
    ).scalar_one_or_none()
    if resends is None:  # its chat was forgotten meanwhile
        return
    spent = resends >= len(RESEND_PAUSES)
    pause = timedelta(0) if spent else RESEND_PAUSES[resends]
    await tx.execute(
        update(schema.delivery)
        .where(D.id == delivery_id)
        .values(
            state=DeliveryState.UNSURE.value,
            not_before=now + pause,
            resends=D.resends + 1,
            last_error=reason,
            **({"finished_at": now, "expires_at": now} if spent else {}),
        )
    )


async def recover(tx: AsyncConnection, *, now: datetime) -> int:
    """Make what is left `sending` due again; return how many there were.

    Only the process that holds the bot's lock may call this, while it sends nothing.
    """
    result = await tx.execute(
        update(schema.delivery)
        .where(schema.SENDING)
        .values(
            state=DeliveryState.UNSURE.value,
            not_before=now,
            last_error="sending it was interrupted",
        )
    )
    return result.rowcount


async def expire(tx: AsyncConnection, *, now: datetime) -> int:
    """End what waited too long to be sent; return how many there were.

    An alert is too old to come alone: it is held, and comes with the chat's next summary.
    What may have arrived stays `unsure`, and waits no more.
    """
    too_old = (schema.WAITING, D.expires_at <= now)
    is_ready = D.state == DeliveryState.READY.value
    held = await tx.execute(
        update(schema.delivery)
        .where(*too_old, is_ready, D.kind == DeliveryKind.ALERT.value)
        .values(state=DeliveryState.HELD.value, not_before=now)
    )
    ended = await tx.execute(
        update(schema.delivery)
        .where(*too_old)
        .values(
            state=case((is_ready, DeliveryState.EXPIRED.value), else_=D.state),
            finished_at=now,
        )
    )
    return held.rowcount + ended.rowcount


async def get_overview(tx: AsyncConnection) -> OutboxOverview:
    """Return the numbers of the outbox."""
    numbers = [
        select(func.count()).select_from(schema.delivery).where(state).scalar_subquery()
        for state in (schema.WAITING, schema.SENDING, schema.REJECTED)
    ]
    waiting, sending, rejected = (await tx.execute(select(*numbers))).one()
    return OutboxOverview(waiting=waiting, sending=sending, rejected=rejected)
