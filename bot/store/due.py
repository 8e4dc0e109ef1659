"""What of the outbox is due, and taking it to be sent.

`sending` is committed before the wire (see `bot.store.deliveries`). One process sends, so
that a chat has at most one message in flight, which keeps its order.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Integer,
    Row,
    ScalarSelect,
    Select,
    String,
    and_,
    bindparam,
    cast,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import (
    Chat,
    ChatState,
    Delivery,
    DeliveryKind,
    DeliveryState,
    FollowUps,
    Pictures,
    Sound,
)
from bot.store import schema
from bot.store.mutes import IS_MUTED

D: Final = schema.delivery.c
C: Final = schema.chat.c
E: Final = schema.entry.c
_NOW: Final = bindparam("now", type_=D.not_before.type)
_LIMIT: Final = bindparam("limit", type_=Integer)
_REPLIES: Final = frozenset({DeliveryKind.CHANGE, DeliveryKind.CLOSER, DeliveryKind.REPORT})
_AFTER_ALERT: Final = _REPLIES | {DeliveryKind.EDIT}
_MAYBE_TOLD: Final = (DeliveryState.DIGESTED.value, DeliveryState.UNSURE.value)
_SHOWN: Final = (
    *("telegram_id", "thread_id", "kind", "language", "time_zone"),
    *("pictures", "sound", "follow_ups"),
)
_CHAT: Final = tuple(C[name].label(f"chat_{name}") for name in _SHOWN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """A delivery that may go, and since when it may."""

    delivery: Delivery
    since: datetime


def _claimable() -> ColumnElement[bool]:
    other = schema.delivery.alias("other")
    chat_is_busy = exists().where(
        other.c.chat_id == D.chat_id, other.c.state == literal_column("'sending'")
    )
    return and_(
        schema.WAITING,
        D.not_before <= _NOW,
        D.expires_at > _NOW,
        C.state == ChatState.ACTIVE.value,
        or_(C.paused_until.is_(None), C.paused_until <= _NOW),
        or_(C.parked_until.is_(None), C.parked_until <= _NOW),
        ~chat_is_busy,
    )


def _after_alert(alert: FromClause, kind: DeliveryKind) -> ColumnElement[bool]:
    """Return that the chat has the alert that this changes or answers."""
    there = alert.c.state == DeliveryState.SENT.value
    if kind is DeliveryKind.EDIT:
        there = and_(there, alert.c.message_id.is_not(None))
    if kind in _REPLIES:  # it says by itself what it is about
        maybe = and_(alert.c.state.in_(_MAYBE_TOLD), alert.c.finished_at.is_not(None))
        there = or_(there, maybe)
    return there


def _due(kind: DeliveryKind) -> Select[Any]:
    statement = select(schema.delivery, *_CHAT).select_from(schema.delivery)
    statement = statement.join(schema.chat)
    if kind in _AFTER_ALERT:
        alert = schema.delivery.alias("alert")
        its_key = literal("alert:") + cast(D.story_id, String)
        of_story = and_(alert.c.chat_id == D.chat_id, alert.c.key == its_key)
        statement = (
            statement.add_columns(alert.c.message_id.label("alert_message_id"))
            .join(alert, of_story)
            .where(_after_alert(alert, kind))
        )
    if kind is DeliveryKind.ALERT or kind in _REPLIES:
        statement = statement.where(~IS_MUTED)
    # A literal, so that the kind's part of the partial index is read in its order.
    is_kind = D.kind == literal_column(f"'{kind.value}'")
    return statement.where(is_kind, _claimable()).order_by(D.id).limit(_LIMIT)


def _count(kind: DeliveryKind) -> ScalarSelect[int]:
    due = _due(kind).with_only_columns(D.id).order_by(None).subquery()
    return select(func.count()).select_from(due).scalar_subquery()


# Made once: to build one takes longer than to execute it.
_FIND: Final = {
    kind: _due(kind)
    .where(C.telegram_id.not_in(bindparam("but", expanding=True)))
    .with_for_update(skip_locked=True, of=schema.delivery)
    for kind in DeliveryKind
}
_NUMBER: Final = select(*map(_count, DeliveryKind))
_TAKE: Final = (
    update(schema.delivery)
    .where(D.id.in_(bindparam("ids", expanding=True)))
    .values(state=DeliveryState.SENDING.value, attempts=D.attempts + 1)
)

_VERSIONS: Final = (
    select(E.story_id, func.count(), func.max(E.id), func.sum(E.revision))
    .where(E.story_id.in_(bindparam("stories", expanding=True)))
    .group_by(E.story_id)
)


async def find(
    tx: AsyncConnection,
    kind: DeliveryKind,
    *,
    now: datetime,
    limit: int,
    but: Collection[int] = (),
) -> tuple[Due, ...]:
    """Return due deliveries of a kind, oldest first, and lock them for this transaction.

    What another transaction has locked is left out, and so are the chats whose Telegram
    ids are in `but`.
    """
    values = {"now": now, "limit": limit, "but": list(but)}
    return tuple(
        Due(delivery=_delivery(row, kind), since=max(row.not_before, row.created_at))
        for row in await tx.execute(_FIND[kind], values)
    )


def _delivery(row: Row[Any], kind: DeliveryKind) -> Delivery:
    alert = row.alert_message_id if kind in _AFTER_ALERT else None
    return Delivery(
        id=row.id,
        chat=Chat(
            id=row.chat_id,
            telegram_id=row.chat_telegram_id,
            thread_id=row.chat_thread_id,
            kind=row.chat_kind,
            language=row.chat_language,
            time_zone=row.chat_time_zone,
            pictures=Pictures(row.chat_pictures),
            sound=Sound(row.chat_sound),
            follow_ups=FollowUps(row.chat_follow_ups),
        ),
        kind=kind,
        story_id=row.story_id,
        entry_id=row.entry_id,
        evidence=tuple(row.evidence),
        attempts=row.attempts + 1,
        message_id=alert if kind is DeliveryKind.EDIT else None,
        reply_to=alert if kind in _REPLIES else None,
        created_at=row.created_at,
    )


async def take(tx: AsyncConnection, ids: Sequence[int]) -> int:
    """Mark these deliveries as `sending`; return how many there were."""
    return (await tx.execute(_TAKE, {"ids": list(ids)})).rowcount if ids else 0


async def count(
    tx: AsyncConnection, *, now: datetime, limit: int
) -> dict[DeliveryKind, int]:
    """Return how many deliveries of each kind are due, at most `limit` of each."""
    numbers = (await tx.execute(_NUMBER, {"now": now, "limit": limit})).one()
    return dict(zip(DeliveryKind, numbers, strict=True))


async def find_versions(
    tx: AsyncConnection, stories: Collection[int]
) -> dict[int, tuple[int, ...]]:
    """Return for each story what changes when an entry joins it or is revised."""
    rows = await tx.execute(_VERSIONS, {"stories": list(stories)})
    return {row[0]: tuple(row[1:]) for row in rows}
