"""What ingest puts into the outbox, in the transaction that stores the entry."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryKind, DeliveryState
from bot.store import schema
from bot.store.prepared import Prepared, among
from bot.store.upsert import insert_ignore, insert_missing, insert_new

C = schema.chat.c
D = schema.delivery.c
CHUNK = 500  # bound parameters in one statement
ALERT_TTL = timedelta(hours=6)  # older news is no alert any more
EDIT_PAUSE = timedelta(minutes=1)  # between two of one message
MOST_DOUBLINGS = 6  # of it: an hour
MAY_BE_THERE = (
    DeliveryState.SENDING.value,
    DeliveryState.SENT.value,
    DeliveryState.UNSURE.value,
)
_WAITS = (
    DeliveryState.READY.value,
    DeliveryState.UNSURE.value,
    DeliveryState.HELD.value,
    DeliveryState.LISTED.value,
)
# A story's next entry tells what this did not.
_TOLD_NOTHING = (
    DeliveryState.EXPIRED,
    DeliveryState.REJECTED,
    DeliveryState.UNWANTED,
)
_SHOWN = Prepared(
    select(D.story_id)
    .where(among(D.story_id, "stories"), D.kind == DeliveryKind.ALERT.value)
    .distinct()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewAlert:
    """The alert of a story for a chat, because of one entry.

    `state` says whether it is sent now; one that waits is looked at again at `until`.
    """

    chat_id: int
    story_id: int
    entry_id: int
    evidence: tuple[str, ...]
    at: datetime
    state: DeliveryState = DeliveryState.READY
    until: datetime | None = None

    @property
    def key(self) -> str:
        """What is unique for the chat."""
        return f"alert:{self.story_id}"

    def row(self) -> dict[str, Any]:
        """Return the delivery's columns that a second attempt may replace."""
        return {
            "entry_id": self.entry_id,
            "evidence": list(self.evidence),
            "state": self.state.value,
            "not_before": self.until or self.at,
            "expires_at": self.at + ALERT_TTL,
            "created_at": self.at,
            "resends": 0,
        }


# What an alert may replace that the chat has of its story already: the later, the sooner.
_REPLACED = {
    DeliveryState.LISTED: _TOLD_NOTHING,
    DeliveryState.HELD: (*_TOLD_NOTHING, DeliveryState.LISTED),
    DeliveryState.READY: (*_TOLD_NOTHING, DeliveryState.LISTED, DeliveryState.HELD),
}


async def add_alerts(tx: AsyncConnection, alerts: Sequence[NewAlert]) -> int:
    """Queue alerts; return how many the chats have not had queued yet.

    The unique key makes a repeated ingest harmless. One that expired before it could be
    sent, that Telegram refused or that was not wanted told the chat nothing, so it gives
    way; so does one that waits to one that does not.
    """
    rows = [
        alert.row()
        | {
            "chat_id": alert.chat_id,
            "story_id": alert.story_id,
            "kind": DeliveryKind.ALERT.value,
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
                .where(D.state.in_(_REPLACED[alert.state]))
                .values(**alert.row(), finished_at=None, digest_id=None)
            )
            queued += revived.rowcount
    return queued


async def find_told(
    tx: AsyncConnection, chat_ids: Collection[int], story_ids: Collection[int]
) -> dict[tuple[int, int], DeliveryState]:
    """Return the pairs of chat and story of which the chat was, or will be, told, and how.

    An alert that expired, was refused or was not wanted any more told nothing.
    """
    found: dict[tuple[int, int], DeliveryState] = {}
    chats = sorted(chat_ids)
    for start in range(0, len(chats), CHUNK):
        rows = await tx.execute(
            select(D.chat_id, D.story_id, D.state).where(
                D.story_id.in_(story_ids),
                D.chat_id.in_(chats[start : start + CHUNK]),
                D.kind == DeliveryKind.ALERT.value,
                D.state.not_in(_TOLD_NOTHING),
            )
        )
        found.update(
            ((row.chat_id, row.story_id), DeliveryState(row.state)) for row in rows
        )
    return found


async def find_shown(tx: AsyncConnection, story_ids: Collection[int]) -> frozenset[int]:
    """Return those of the stories that some chat has, or may have, a message of."""
    if not story_ids:
        return frozenset()
    return frozenset(story_id for (story_id,) in await _SHOWN.rows(tx, stories=story_ids))


async def hold(tx: AsyncConnection, story_ids: Collection[int]) -> None:
    """Let nothing that waits of these stories be claimed until the transaction ends.

    It would be rendered without the new entry, which it is taken to tell. Chats come first,
    as with whoever changes one. SQLite has one writer and needs nothing.
    """
    if not story_ids or tx.dialect.name != "postgresql":
        return
    waits = (D.story_id.in_(story_ids), D.state.in_(_WAITS), D.finished_at.is_(None))
    its_chats = C.id.in_(select(D.chat_id).where(*waits))
    read = select(C.id).where(its_chats).order_by(C.id).with_for_update(read=True)
    await tx.execute(read)
    await tx.execute(select(D.id).where(*waits).order_by(D.id).with_for_update())


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
    waits covers this entry too; the caller lets `hold` keep both. The first edit goes at
    once, the second after `EDIT_PAUSE`, and each further one after twice the pause before.
    """
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
            or_(D.state != DeliveryState.SENT.value, D.message_id.is_not(None)),
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
