"""The outbox: one row, one message to one chat.

``ready → sending → sent | unsure | rejected | expired``; before it an alert may wait (see
`bot.store.waiting`). `sending` is committed before the
wire, the outcome right after it. Telegram has no idempotency key: what was `sending` when
a process died may have arrived, becomes `unsure` and is sent again, so a crash costs at
most one duplicate for each message in flight and never a loss.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from operator import attrgetter
from typing import Any

from sqlalchemy import and_, bindparam, case, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import ChatState, DeliveryKind, DeliveryState
from bot.store import schema
from bot.store.changes import IS_WANTED_UPDATE
from bot.store.engine import Store
from bot.store.prepared import Prepared

D = schema.delivery.c
C = schema.chat.c
# The second is longer than most troubles of a connection, so that three in a row are rare.
RESEND_PAUSES = (timedelta(seconds=5), timedelta(minutes=10))
_SENT = Prepared(  # once: to build it takes longer than to execute it
    update(schema.delivery)
    .where(D.id == bindparam("its_id"))
    .values(
        state=DeliveryState.SENT.value,
        finished_at=bindparam("at"),
        message_id=bindparam("its_message"),
        last_error=bindparam("its_note"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OutboxOverview:
    """The outbox in numbers."""

    waiting: int
    dead: int
    waiting_since: datetime | None


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


async def lock(tx: AsyncConnection, ids: Collection[int]) -> None:
    """Lock these deliveries in the order in which ingest locks a story's alerts.

    SQLite has one writer and needs nothing.
    """
    if tx.dialect.name == "postgresql":
        await tx.execute(select(D.id).where(D.id.in_(ids)).order_by(D.id).with_for_update())


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """A delivery that Telegram has; `note` says what was changed on the way."""

    delivery_id: int
    message_id: int | None
    note: str | None = None


async def mark_sent(tx: AsyncConnection, done: Sequence[Done], *, now: datetime) -> None:
    """Telegram has these messages."""
    rows = [_sent(each, now) for each in sorted(done, key=attrgetter("delivery_id"))]
    if rows:
        await tx.execute(_SENT.statement, rows if len(rows) > 1 else rows[0])


async def mark_one_sent(store: Store, done: Done, *, now: datetime) -> None:
    """Telegram has this message; commits, for that is all that is written."""
    await store.write_one(_SENT, _sent(done, now))


def _sent(done: Done, now: datetime) -> dict[str, Any]:
    return {
        "its_id": done.delivery_id,
        "its_message": done.message_id,
        "its_note": done.note,
        "at": now,
    }


async def mark_rejected(
    tx: AsyncConnection, delivery_id: int, *, reason: str, now: datetime
) -> None:
    """Telegram will never take the message: a dead letter, kept with its reason."""
    await _finish(tx, delivery_id, DeliveryState.REJECTED, now, last_error=reason)


async def mark_moot(
    tx: AsyncConnection, delivery_id: int, *, reason: str, now: datetime
) -> None:
    """The message is not wanted any more: it ends, and no admin need look at it."""
    await _finish(tx, delivery_id, DeliveryState.EXPIRED, now, last_error=reason)


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
    tx: AsyncConnection, delivery_id: int, *, reason: str, counts: bool, now: datetime
) -> None:
    """Telegram may have the message; it is sent again after each of `RESEND_PAUSES`.

    After the last one it stays `unsure`, for an admin to see; unless that does not count:
    then it is sent again until it expires.
    """
    its_tries = select(D.resends, D.attempts).where(D.id == delivery_id)
    tries = (await tx.execute(its_tries)).one_or_none()
    if tries is None:  # its chat was forgotten meanwhile
        return
    spent = counts and tries.resends >= len(RESEND_PAUSES)
    before = tries.resends if counts else tries.attempts - 1
    pause = RESEND_PAUSES[min(before, len(RESEND_PAUSES) - 1)]
    await tx.execute(
        update(schema.delivery)
        .where(D.id == delivery_id)
        .values(
            state=DeliveryState.UNSURE.value,
            not_before=now if spent else now + pause,
            resends=D.resends + int(counts),
            last_error=reason,
            **({"finished_at": now, "expires_at": now} if spent else {}),
        )
    )


async def find_sending(tx: AsyncConnection) -> dict[int, int]:
    """Return how often each delivery was tried that is `sending`."""
    rows = await tx.execute(select(D.id, D.attempts).where(schema.SENDING))
    return {row.id: row.attempts for row in rows}


async def recover(tx: AsyncConnection, *, now: datetime) -> int:
    """Make what is left `sending` due again; return how many there were.

    Only the process that holds the bot's lock may call this, while it sends nothing.
    """
    due = await tx.execute(
        update(schema.delivery)
        .where(schema.SENDING)
        .values(
            state=DeliveryState.UNSURE.value,
            not_before=now,
            last_error="sending it was interrupted",
        )
    )
    return due.rowcount


async def expire(tx: AsyncConnection, *, now: datetime) -> int:
    """End what waited too long to be sent; return how many there were.

    An alert is too old to come alone: it is held, and comes with the chat's next summary,
    also one that may have arrived. So does what changed in a story, if its chat cannot be
    told. What else may have arrived stays `unsure`, and waits no more.
    """
    too_old = (schema.WAITING, D.expires_at <= now)
    is_ready = D.state == DeliveryState.READY.value
    is_away = or_(C.state != ChatState.ACTIVE.value, C.paused_until > now)
    is_kept = or_(
        D.kind == DeliveryKind.ALERT.value,
        and_(is_ready, exists().where(C.id == D.chat_id, is_away, IS_WANTED_UPDATE)),
    )
    held = await tx.execute(
        update(schema.delivery)
        .where(*too_old, is_kept)
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
        for state in (schema.WAITING, schema.DEAD)
    ]
    oldest = select(func.min(D.created_at)).where(schema.WAITING).scalar_subquery()
    since, waiting, dead = (await tx.execute(select(oldest, *numbers))).one()
    return OutboxOverview(waiting=waiting, dead=dead, waiting_since=since)
