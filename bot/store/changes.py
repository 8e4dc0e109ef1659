"""What changed in stories that chats were told of: rows of the outbox, one a change."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import exists, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryKind, DeliveryState
from bot.store import schema
from bot.store.upsert import insert_ignore

D = schema.delivery.c
CHANGE_TTL = timedelta(days=7)  # as long as a story takes more
_UNTOLD = ("expired", "rejected", "skipped")


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A chat that was, or will be, told of a story: how, and of its last change.

    `changes` is how many it was told of, `last_at` when the last one was due.
    """

    chat_id: int
    evidence: tuple[str, ...]
    state: DeliveryState
    changes: int
    last_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChange:
    """A change of a story for a chat, to be told at `not_before`."""

    reader: Reader
    story_id: int
    entry_id: int
    not_before: datetime
    at: datetime

    def row(self) -> dict[str, Any]:
        """Return the delivery's columns."""
        return {
            "chat_id": self.reader.chat_id,
            "story_id": self.story_id,
            "entry_id": self.entry_id,
            "kind": DeliveryKind.CHANGE.value,
            "key": f"follow:{self.story_id}:{self.reader.changes + 1}",
            "evidence": list(self.reader.evidence),
            "state": DeliveryState.READY.value,
            "not_before": self.not_before,
            "expires_at": self.not_before + CHANGE_TTL,
            "created_at": self.at,
        }


async def find_readers(
    tx: AsyncConnection, story_id: int, entry_id: int, *, now: datetime
) -> tuple[Reader, ...]:
    """Return the chats that are, or will be, told of a story, but not of a change of it.

    `entry_id` is what changes it. A change that still waits covers this one, too; one of an
    alert that waits goes after it.
    """
    change = schema.delivery.alias("change")
    of_chat = (
        change.c.chat_id == D.chat_id,
        change.c.story_id == story_id,
        change.c.kind == DeliveryKind.CHANGE.value,
    )
    waits = exists().where(
        *of_chat, change.c.state == DeliveryState.READY.value, change.c.expires_at > now
    )
    last_at = select(func.max(change.c.not_before)).where(*of_chat).scalar_subquery()
    changes = select(func.count()).select_from(change).where(*of_chat).scalar_subquery()
    rows = await tx.execute(
        select(
            D.chat_id,
            D.evidence,
            D.state,
            last_at.label("last_at"),
            changes.label("changes"),
        )
        .where(
            D.story_id == story_id,
            D.kind == DeliveryKind.ALERT.value,
            D.state.not_in(_UNTOLD),
            D.entry_id < entry_id,  # else the alert itself tells of it
            ~waits,
        )
        .order_by(D.chat_id)
    )
    return tuple(
        Reader(
            chat_id=row.chat_id,
            evidence=tuple(row.evidence),
            state=DeliveryState(row.state),
            changes=row.changes,
            last_at=row.last_at,
        )
        for row in rows
    )


async def find_told_stories(
    tx: AsyncConnection, story_ids: Collection[int]
) -> frozenset[int]:
    """Return those of the stories that any chat was, or will be, told of."""
    rows = await tx.execute(
        select(D.story_id)
        .where(
            D.story_id.in_(story_ids),
            D.kind == DeliveryKind.ALERT.value,
            D.state.not_in(_UNTOLD),
        )
        .distinct()
    )
    return frozenset(rows.scalars())


async def add(tx: AsyncConnection, changes: Sequence[NewChange]) -> int:
    """Queue them; return how many. The unique key makes a repeated ingest harmless."""
    return await insert_ignore(tx, schema.delivery, [change.row() for change in changes])
