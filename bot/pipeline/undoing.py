"""Deleting a subscription, and bringing it back as it was.

Nobody keeps what is deleted. The message that says so has all of it: the text that is read
as the same again, and in the data of its button how it was marked.
"""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from bot.domain.errors import QueryError
from bot.domain.model import Chat, Subscription
from bot.match.printing import canonical
from bot.pipeline import timetable
from bot.pipeline.narrowing import query_text
from bot.pipeline.queries import read_keyword, read_query, written_by_us
from bot.pipeline.subscriptions import MAX_SUBSCRIPTIONS, TooMany
from bot.store import subscriptions
from bot.store.engine import Store
from bot.store.subscriptions import Marks, Removed

_EPOCH: Final = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND: Final = timedelta(microseconds=1)
_FLAGS: Final = ("is_urgent", "is_paused", "in_digest")


async def remove(store: Store, chat: Chat, subscription_id: int) -> Removed | None:
    """End one of the chat's subscriptions; None if it was not there."""
    async with store.write() as tx:
        marks = await subscriptions.find_marks(tx, chat.id, subscription_id)
        gone = await subscriptions.remove(tx, chat.id, [subscription_id])
    if marks is None or not gone:
        return None
    return Removed(subscription=gone[0], marks=marks)


def written(gone: Subscription, language: str) -> str:
    """Return what is read as the same again, by names or else by ids; "" if nothing is."""
    names = query_text(gone, language) if gone.query else _names(gone, language)
    ids = ", ".join(gone.regions)
    for text in (names, f"{gone.query} in {ids}" if gone.query else ids):
        if read(text, has_query=gone.query is not None) == (gone.query, gone.regions):
            return text
    return ""


def _names(gone: Subscription, language: str) -> str:
    return query_text(gone, language).removeprefix(" in ")


def read(text: str, *, has_query: bool) -> tuple[str | None, tuple[str, ...]] | None:
    """Return query and regions of what `written` wrote; None if it cannot be read."""
    try:
        if has_query:
            asked = read_keyword(text, written_by_us)
            return asked.query, asked.regions
        found = [written_by_us(name.strip()) for name in text.split(",")]
    except QueryError:
        return None
    return (None, tuple(sum(found, ()))) if all(found) else None


def packed(gone: Removed) -> tuple[str, int]:
    """Return how it was marked, and when it was made, for the data of a button."""
    kind = "p" if gone.subscription.query is None else "q"
    flags = "".join(f"{getattr(gone.marks, name):d}" for name in _FLAGS)
    return kind + flags, (gone.marks.created_at - _EPOCH) // _MICROSECOND


def unpacked(flags: str, made: int, now: datetime) -> Marks:
    """Return what `packed` packed; a button may be forged, so anything is read."""
    given = flags[1:].ljust(len(_FLAGS), "0")
    latest = (now - _EPOCH) // _MICROSECOND
    return Marks(
        **{name: flag == "1" for name, flag in zip(_FLAGS, given, strict=False)},
        created_at=_EPOCH + min(made, latest) * _MICROSECOND,
    )


async def restore(
    store: Store,
    chat: Chat,
    asked: tuple[str | None, Sequence[str]],
    marks: Marks,
    *,
    instead_of: int = 0,
    now: datetime,
) -> Subscription | TooMany:
    """Bring back what was `read`; one that is there again stays as it is.

    `instead_of` is what took its place, and goes.
    """
    query, regions = asked
    same = canonical(read_query(query)) if query is not None else None
    async with store.write() as tx:
        await subscriptions.remove(tx, chat.id, [instead_of])
        mine = await subscriptions.of_chat(tx, chat.id)
        known = await subscriptions.find_same(tx, chat.id, regions=regions, canonical=same)
        if known is not None:
            return known
        if len(mine) >= MAX_SUBSCRIPTIONS:
            return TooMany()
        added = await subscriptions.add(
            tx, chat.id, regions=regions, query=query, canonical=same, now=now
        )
        found = added.subscription
        await subscriptions.set_marks(tx, chat.id, found.id, marks)
    if marks.in_digest:
        await timetable.set_in_digest(store, chat, found.id, in_digest=True, now=now)
    return found
