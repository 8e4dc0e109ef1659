"""Stories that waited until their chat did not want them any more: what speaks for each.

A story that is dropped told the chat nothing, so its next entry may tell it yet.
"""

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Final, NamedTuple

from sqlalchemy import bindparam, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryState
from bot.store import schema
from bot.store.prepared import among

D = schema.delivery.c
E = schema.entry.c
M = schema.match.c
S = schema.subscription.c
CHUNK: Final = 500  # bound parameters in one statement


class Note(NamedTuple):
    """Because of what a subscription that is left found an entry, and why so routed."""

    evidence: tuple[str, ...]
    reason: str


class Lead(NamedTuple):
    """The entry that is to tell a story, and because of what."""

    entry_id: int
    evidence: tuple[str, ...]


async def find_notes(
    tx: AsyncConnection, chat_id: int, entry_ids: Collection[int]
) -> dict[int, list[Note]]:
    """Return, by entry, what the chat's subscriptions that are left found in it."""
    rows = await tx.execute(
        select(M.entry_id, M.evidence, M.reason)
        .join(schema.subscription, S.id == M.subscription_id)
        .where(S.chat_id == chat_id, among(M.entry_id, "ids"))
        .order_by(M.entry_id, S.id),
        {"ids": entry_ids},
    )
    found: dict[int, list[Note]] = {}
    for entry_id, evidence, reason in rows:
        found.setdefault(entry_id, []).append(Note(tuple(evidence), reason))
    return found


async def find_tellers(
    tx: AsyncConnection, story_ids: Collection[int]
) -> dict[int, list[int]]:
    """Return, by story, the entries that people may be told of, oldest first."""
    rows = await tx.execute(
        select(E.story_id, E.id)
        .where(among(E.story_id, "stories"), E.silent_reason.is_(None))
        .order_by(E.id),
        {"stories": story_ids},
    )
    found: dict[int, list[int]] = {}
    for story_id, entry_id in rows:
        found.setdefault(story_id, []).append(entry_id)
    return found


async def set_leads(tx: AsyncConnection, leads: Mapping[int, Lead]) -> None:
    """Let other entries tell these alerts, which wait."""
    if leads:
        await tx.execute(
            update(schema.delivery)
            .where(D.id == bindparam("its_id"))
            .values(entry_id=bindparam("entry"), evidence=bindparam("why")),
            [
                {"its_id": each, "entry": lead.entry_id, "why": list(lead.evidence)}
                for each, lead in leads.items()
            ],
        )


async def drop(
    tx: AsyncConnection,
    chat_id: int,
    story_ids: Collection[int],
    *,
    reason: str,
    digest_id: int | None,
    now: datetime,
) -> None:
    """Tell the chat nothing of these stories, of which it was told nothing yet.

    They wait once more if the digest without them is dissolved before it is sent.
    """
    stories = sorted(story_ids)
    for start in range(0, len(stories), CHUNK):
        await tx.execute(
            update(schema.delivery)
            .where(D.chat_id == chat_id, D.story_id.in_(stories[start : start + CHUNK]))
            .where(or_(schema.UNTOLD, D.state == DeliveryState.READY.value))
            .values(
                state=DeliveryState.UNWANTED.value,
                last_error=reason,
                digest_id=digest_id,
                finished_at=now,
            )
        )
