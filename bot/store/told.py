"""What a chat was told, and because of which of its subscriptions."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, Select, and_, or_, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryKind, DeliveryState, Subscription
from bot.store import schema
from bot.store.mutes import IS_MUTED

D = schema.delivery.c
M = schema.match.c
_COLUMNS = (D.kind, D.evidence, D.state, D.last_error, D.finished_at, D.created_at)
_OF_STORY = (
    DeliveryKind.ALERT.value,
    DeliveryKind.CHANGE.value,
    DeliveryKind.CLOSER.value,
    DeliveryKind.REPORT.value,
)
S = schema.subscription.c
_IS_KEPT_BACK = and_(or_(schema.WAITING, schema.UNTOLD), IS_MUTED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An alert of the outbox, or a change: which entry, why, and what became of it.

    `is_kept_back` while it waits and its story is muted; `refusal` is why it was unwanted
    when it was to be told, "" if it was not.
    """

    entry_id: int
    story_id: int
    evidence: tuple[str, ...]
    state: DeliveryState
    at: datetime
    kind: DeliveryKind = DeliveryKind.ALERT
    is_kept_back: bool = False
    refusal: str = ""

    @property
    def is_change(self) -> bool:
        """Whether it answers the story's alert."""
        return self.kind is not DeliveryKind.ALERT


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMatch:
    """A match as it was noted, with the subscription as it is now."""

    subscription: Subscription
    evidence: tuple[str, ...]
    reason: str


def _alerts(chat_id: int) -> Select[Any]:
    return (
        select(D.entry_id, D.story_id, *_COLUMNS, _IS_KEPT_BACK.label("is_kept_back"))
        .where(D.chat_id == chat_id, D.kind.in_(_OF_STORY))
        .order_by(D.id.desc())
    )


def _told(row: Row[Any]) -> Told:
    return Told(
        entry_id=row.entry_id,
        story_id=row.story_id,
        evidence=tuple(row.evidence),
        state=DeliveryState(row.state),
        at=row.finished_at or row.created_at,
        kind=DeliveryKind(row.kind),
        is_kept_back=row.is_kept_back,
        refusal=row.last_error if row.state == DeliveryState.UNWANTED.value else "",
    )


async def latest(tx: AsyncConnection, chat_id: int, *, limit: int) -> tuple[Told, ...]:
    """Return the chat's newest alerts, newest first."""
    return tuple(_told(row) for row in await tx.execute(_alerts(chat_id).limit(limit)))


async def find_by_message(
    tx: AsyncConnection, chat_id: int, message_id: int
) -> Told | None:
    """Return the alert that is that message of the chat, None if it is none."""
    statement = _alerts(chat_id).where(D.message_id == message_id).limit(1)
    row = (await tx.execute(statement)).one_or_none()
    return _told(row) if row is not None else None


async def find_by_story(tx: AsyncConnection, chat_id: int, story_id: int) -> Told | None:
    """Return the chat's alert of the story, None if it has none."""
    statement = _alerts(chat_id).where(D.key == f"alert:{story_id}").limit(1)
    row = (await tx.execute(statement)).one_or_none()
    return _told(row) if row is not None else None


async def matches(
    tx: AsyncConnection, chat_id: int, entry_id: int
) -> tuple[StoredMatch, ...]:
    """Return which of the chat's subscriptions the entry satisfied, oldest first.

    What was removed since is not among them: its matches went with it.
    """
    rows = await tx.execute(
        select(schema.subscription, M.evidence, M.reason)
        .join(schema.match, M.subscription_id == S.id)
        .where(S.chat_id == chat_id, M.entry_id == entry_id)
        .order_by(S.id)
    )
    return tuple(
        StoredMatch(
            subscription=Subscription(
                id=row.id,
                chat_id=row.chat_id,
                regions=tuple(row.regions),
                query=row.query,
            ),
            evidence=tuple(row.evidence),
            reason=row.reason,
        )
        for row in rows
    )


async def find_entries(tx: AsyncConnection, key: str) -> tuple[int | None, ...]:
    """Return the entries that any feed has shown under a key, newest first.

    An entry whose text was deleted is None.
    """
    feeds = select(schema.feed.c.id).scalar_subquery()
    table = schema.seen.c
    rows = await tx.execute(
        select(table.entry_id)
        .where(table.feed_id.in_(feeds), table.key == key)
        .order_by(table.seen_at.desc())
    )
    return tuple(rows.scalars())
