"""Feeds that people suggest, until they were told what became of it."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import Row, delete, func, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Chat
from bot.store import chats
from bot.store.chats import FOREVER
from bot.store.own_tables import feed_suggestion

S = feed_suggestion.c


class SuggestionState(StrEnum):
    """``new → ready → asked → approved | declined``, or ``new → refused``.

    `NEW` is to be checked, `READY` to be shown to the admins, `ASKED` was shown to them.
    """

    NEW = "new"
    READY = "ready"
    ASKED = "asked"
    APPROVED = "approved"
    DECLINED = "declined"
    REFUSED = "refused"


OPEN: Final = (SuggestionState.NEW, SuggestionState.READY, SuggestionState.ASKED)
UNDECIDED: Final = (SuggestionState.READY, SuggestionState.ASKED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A feed that a chat suggested; `reason` says in a word why it was refused."""

    id: int
    chat_id: int
    url: str
    title: str
    language: str | None
    entries: int | None
    state: SuggestionState
    reason: str | None


def _suggestion(row: Row[Any]) -> Suggestion:
    return Suggestion(
        id=row.id,
        chat_id=row.chat_id,
        url=row.url,
        title=row.title,
        language=row.language,
        entries=row.entries,
        state=SuggestionState(row.state),
        reason=row.reason,
    )


async def add(tx: AsyncConnection, chat_id: int, url: str, *, now: datetime) -> None:
    """Note that the chat suggests a feed; it is to be checked."""
    await tx.execute(
        insert(feed_suggestion).values(
            chat_id=chat_id,
            url=url,
            state=SuggestionState.NEW.value,
            created_at=now,
            not_before=now,
        )
    )


async def count_since(tx: AsyncConnection, chat_id: int, since: datetime) -> int:
    """Return how many the chat suggested since then."""
    statement = select(func.count()).where(S.chat_id == chat_id, S.created_at > since)
    number: int = (await tx.execute(statement)).scalar_one()
    return number


async def open_urls(tx: AsyncConnection) -> frozenset[str]:
    """Return the addresses that are checked or wait for an admin."""
    rows = await tx.execute(select(S.url).where(S.state.in_(OPEN)))
    return frozenset(rows.scalars())


async def claim_next(
    tx: AsyncConnection, *, now: datetime, until: datetime
) -> Suggestion | None:
    """Take the suggestion that has waited longest for its next step, until `until`."""
    first = (
        select(S.id)
        .where(S.state != SuggestionState.ASKED.value, S.not_before <= now)
        .order_by(S.not_before, S.id)
        .limit(1)
        .scalar_subquery()
    )
    row = (
        await tx.execute(
            update(feed_suggestion)
            .where(S.id == first)
            .values(not_before=until)
            .returning(feed_suggestion)
        )
    ).one_or_none()
    return _suggestion(row) if row is not None else None


async def find(tx: AsyncConnection, suggestion_id: int) -> Suggestion | None:
    """Return a suggestion, None if it was forgotten."""
    row = (
        await tx.execute(select(feed_suggestion).where(S.id == suggestion_id))
    ).one_or_none()
    return _suggestion(row) if row is not None else None


async def find_chat_of(tx: AsyncConnection, suggestion: Suggestion) -> Chat | None:
    """Return the chat that suggested it, None if it was forgotten."""
    return await chats.find_by_id(tx, suggestion.chat_id)


async def move(
    tx: AsyncConnection,
    suggestion_id: int,
    *,
    after: Collection[SuggestionState],
    to: SuggestionState,
    now: datetime,
    **values: Any,
) -> bool:
    """Bring it from one of the states `after` into another; False if it is in none."""
    moved = await tx.execute(
        update(feed_suggestion)
        .where(S.id == suggestion_id, S.state.in_([each.value for each in after]))
        .values(state=to.value, not_before=now, **values)
    )
    return bool(moved.rowcount)


async def postpone(tx: AsyncConnection, suggestion_id: int, until: datetime) -> None:
    """Look at it again at `until`."""
    await tx.execute(
        update(feed_suggestion).where(S.id == suggestion_id).values(not_before=until)
    )


async def mark_told(tx: AsyncConnection, suggestion_id: int) -> None:
    """Note that the chat knows what became of it."""
    await postpone(tx, suggestion_id, FOREVER)


async def delete_old(tx: AsyncConnection, *, before: datetime) -> None:
    """Forget what was suggested before an instant."""
    await tx.execute(delete(feed_suggestion).where(S.created_at < before))
