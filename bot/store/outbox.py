"""What ingest puts into the outbox, in the transaction that stores the entry."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import exists, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryKind, DeliveryState
from bot.store import schema
from bot.store.upsert import insert_ignore

D = schema.delivery.c
ALERT_TTL = timedelta(hours=6)  # older news is no alert any more
EDIT_PAUSE = timedelta(seconds=30)  # between two of one message; a group bears 20 a minute
MAY_BE_THERE = (
    DeliveryState.SENDING.value,
    DeliveryState.SENT.value,
    DeliveryState.UNSURE.value,
)


async def add_alert(
    tx: AsyncConnection,
    *,
    chat_id: int,
    story_id: int,
    entry_id: int,
    evidence: Sequence[str],
    now: datetime,
) -> bool:
    """Queue the alert of a story for a chat; return False if the chat has had it queued.

    The unique key makes a repeated ingest harmless. One that expired before it could be
    sent told the chat nothing, so it gives way.
    """
    named = {"chat_id": chat_id, "key": f"alert:{story_id}"}
    row = {
        "entry_id": entry_id,
        "evidence": list(evidence),
        "state": DeliveryState.READY.value,
        "not_before": now,
        "expires_at": now + ALERT_TTL,
        "created_at": now,
    }
    fixed = {"story_id": story_id, "kind": DeliveryKind.ALERT.value}
    if await insert_ignore(tx, schema.delivery, [named | fixed | row]):
        return True
    revived = await tx.execute(
        update(schema.delivery)
        .where(D.chat_id == chat_id, D.key == named["key"])
        .where(D.state == DeliveryState.EXPIRED.value)
        .values(**row, finished_at=None)
    )
    return revived.rowcount == 1


async def add_edits(
    tx: AsyncConnection, *, story_id: int, entry_id: int, now: datetime
) -> int:
    """Queue an edit for each chat that has, or may have, the alert of the story.

    An alert that still waits needs none: it is rendered when it is sent. An edit that still
    waits covers this entry too. The first edit goes at once, later ones keep `EDIT_PAUSE`.
    """
    # An alert that is claimed meanwhile was, or will be, rendered without this entry.
    await tx.execute(
        select(D.id)
        .where(D.story_id == story_id, D.kind == DeliveryKind.ALERT.value)
        .order_by(D.id)
        .with_for_update()
    )
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
            "not_before": max(now, row.last_edit_at + EDIT_PAUSE)
            if row.last_edit_at
            else now,
            "expires_at": now + ALERT_TTL,
            "created_at": now,
        }
        for row in rows
    ]
    return await insert_ignore(tx, schema.delivery, new)


async def add_match(
    tx: AsyncConnection,
    *,
    entry_id: int,
    subscription_id: int,
    evidence: Sequence[str],
    action: str,
    reason: str,
) -> None:
    """Note why an entry did or did not go to a subscription's chat."""
    row = {
        "entry_id": entry_id,
        "subscription_id": subscription_id,
        "evidence": list(evidence),
        "action": action,
        "reason": reason,
    }
    await insert_ignore(tx, schema.match, [row])
