"""What ingest puts into the outbox, in the transaction that stores the entry."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryKind, DeliveryState
from bot.store import schema
from bot.store.upsert import insert_ignore, insert_missing, insert_new

D = schema.delivery.c
CHUNK = 500  # bound parameters in one statement
ALERT_TTL = timedelta(hours=6)  # older news is no alert any more
EDIT_PAUSE = timedelta(seconds=30)  # between two of one message; a group bears 20 a minute
MOST_DOUBLINGS = 7  # of it: an hour
MAY_BE_THERE = (
    DeliveryState.SENDING.value,
    DeliveryState.SENT.value,
    DeliveryState.UNSURE.value,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAlert:
    """The alert of a story for a chat, because of one entry.

    `is_follow` when the chat had an alert of the story, and the entry changes it.
    """

    chat_id: int
    story_id: int
    entry_id: int
    evidence: tuple[str, ...]
    at: datetime
    is_follow: bool = False

    @property
    def key(self) -> str:
        """What is unique for the chat."""
        if self.is_follow:
            return f"follow:{self.story_id}:{self.entry_id}"
        return f"alert:{self.story_id}"

    @property
    def kind(self) -> DeliveryKind:
        """Which it is."""
        return DeliveryKind.FOLLOW if self.is_follow else DeliveryKind.ALERT

    def row(self) -> dict[str, Any]:
        """Return the delivery's columns that a second attempt may replace."""
        return {
            "entry_id": self.entry_id,
            "evidence": list(self.evidence),
            "state": DeliveryState.READY.value,
            "not_before": self.at,
            "expires_at": self.at + ALERT_TTL,
            "created_at": self.at,
        }


async def add_alerts(tx: AsyncConnection, alerts: Sequence[NewAlert]) -> int:
    """Queue alerts; return how many the chats have not had queued yet.

    The unique key makes a repeated ingest harmless. One that expired before it could be
    sent told the chat nothing, so it gives way.
    """
    rows = [
        alert.row()
        | {
            "chat_id": alert.chat_id,
            "story_id": alert.story_id,
            "kind": alert.kind.value,
            "key": alert.key,
        }
        for alert in alerts
    ]
    new = {
        tuple(row) for row in await insert_new(tx, schema.delivery, rows, D.chat_id, D.key)
    }
    queued = len(new)
    for alert in alerts:
        if (alert.chat_id, alert.key) not in new:
            revived = await tx.execute(
                update(schema.delivery)
                .where(D.chat_id == alert.chat_id, D.key == alert.key)
                .where(D.state == DeliveryState.EXPIRED.value)
                .values(**alert.row(), finished_at=None)
            )
            queued += revived.rowcount
    return queued


async def find_told(
    tx: AsyncConnection, chat_ids: Collection[int], story_ids: Collection[int]
) -> set[tuple[int, int]]:
    """Return the pairs of chat and story of which the chat was, or will be, told.

    An alert that expired told nothing.
    """
    found: set[tuple[int, int]] = set()
    chats = sorted(chat_ids)
    for start in range(0, len(chats), CHUNK):
        rows = await tx.execute(
            select(D.chat_id, D.story_id).where(
                D.story_id.in_(story_ids),
                D.chat_id.in_(chats[start : start + CHUNK]),
                D.kind == DeliveryKind.ALERT.value,
                D.state != DeliveryState.EXPIRED.value,
            )
        )
        found.update((row.chat_id, row.story_id) for row in rows)
    return found


async def find_shown(tx: AsyncConnection, story_ids: Collection[int]) -> frozenset[int]:
    """Return those of the stories that some chat has, or may have, a message of."""
    if not story_ids:
        return frozenset()
    rows = await tx.execute(
        select(D.story_id)
        .where(D.story_id.in_(story_ids), D.kind == DeliveryKind.ALERT.value)
        .distinct()
    )
    return frozenset(rows.scalars())


async def _hold_alerts(tx: AsyncConnection, story_id: int) -> None:
    """Let no alert be claimed meanwhile: it may be rendered without the new entry."""
    await tx.execute(
        select(D.id)
        .where(D.story_id == story_id, D.kind == DeliveryKind.ALERT.value)
        .order_by(D.id)
        .with_for_update()
    )


def _edit_pause(edits: int) -> timedelta:
    """Return the pause after so many edits of one message; each doubles it.

    A server that flips between two headlines must not edit its messages for ever.
    """
    return EDIT_PAUSE * (1 << min(edits - 1, MOST_DOUBLINGS))


async def add_edits(
    tx: AsyncConnection, *, story_id: int, entry_id: int, now: datetime
) -> int:
    """Queue an edit for each chat that has, or may have, the alert of the story.

    An alert that still waits needs none: it is rendered when it is sent. An edit that still
    waits covers this entry too. The first edit goes at once, the second after
    `EDIT_PAUSE`, and each further one after twice the pause before.
    """
    await _hold_alerts(tx, story_id)
    edit = schema.delivery.alias("edit")
    of_message = (
        edit.c.chat_id == D.chat_id,
        edit.c.story_id == story_id,
        edit.c.kind == DeliveryKind.EDIT.value,
    )
    covered = exists().where(
        *of_message,
        edit.c.state.in_((DeliveryState.READY.value, DeliveryState.UNSURE.value)),
        edit.c.finished_at.is_(None),
        edit.c.expires_at > now,
    )
    last_edit_at = select(func.max(edit.c.finished_at)).where(*of_message)
    edits = select(func.count()).select_from(edit).where(*of_message)
    rows = await tx.execute(
        select(
            D.chat_id,
            D.evidence,
            last_edit_at.scalar_subquery().label("last_edit_at"),
            edits.scalar_subquery().label("edits"),
        ).where(
            D.story_id == story_id,
            D.kind == DeliveryKind.ALERT.value,
            D.state.in_(MAY_BE_THERE),
            ~covered,
        )
    )
    new = [
        {
            "chat_id": row.chat_id,
            "story_id": story_id,
            "entry_id": entry_id,
            "kind": DeliveryKind.EDIT.value,
            "key": f"edit:{story_id}:{row.edits + 1}",
            "evidence": row.evidence,
            "state": DeliveryState.READY.value,
            "not_before": max(now, row.last_edit_at + _edit_pause(row.edits))
            if row.last_edit_at
            else now,
            "expires_at": now + ALERT_TTL,
            "created_at": now,
        }
        for row in rows
    ]
    return await insert_ignore(tx, schema.delivery, new)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewMatch:
    """Why an entry did or did not go to a subscription's chat."""

    entry_id: int
    subscription_id: int
    evidence: tuple[str, ...]
    action: str
    reason: str


async def add_matches(tx: AsyncConnection, matches: Sequence[NewMatch]) -> None:
    """Note matches; those that are noted already stay as they are."""
    rows = [
        {
            "entry_id": match.entry_id,
            "subscription_id": match.subscription_id,
            "evidence": list(match.evidence),
            "action": match.action,
            "reason": match.reason,
        }
        for match in matches
    ]
    await insert_missing(tx, schema.match, rows)
