"""What a chat subscribes to, and keywords by query; regions are in `following`."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.domain.errors import QueryError
from bot.domain.model import Chat, Subscription
from bot.match.nodes import Node
from bot.match.parse import parse_query, split_regions
from bot.match.printing import canonical
from bot.pipeline import search
from bot.pipeline.backtest import Backtest, backtest
from bot.pipeline.place_names import MINUS
from bot.pipeline.queries import clean_query, region_id
from bot.pipeline.regions import find_region_id
from bot.store import subscriptions
from bot.store.engine import Store
from bot.store.entries import StoredEntry

MAX_SUBSCRIPTIONS: Final = 300
EXAMPLES: Final = 2  # in a confirmation


@dataclass(frozen=True, slots=True, kw_only=True)
class TooMany:
    """The chat has as many subscriptions as a chat may have."""

    limit: int = MAX_SUBSCRIPTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordAdded:
    """The chat is subscribed to a query; `asked` is how it was read.

    `would` is what it would have sent.
    """

    subscription: Subscription
    asked: Node
    is_new: bool
    would: Backtest


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordRemoved:
    """The chat is no longer subscribed to a query."""

    subscription: Subscription


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRefused:
    """The query cannot be read, for the reason that the error says."""

    text: str
    error: QueryError


KeywordOutcome = KeywordAdded | KeywordRemoved | QueryRefused | TooMany


async def listing(store: Store, chat: Chat) -> tuple[Subscription, ...]:
    """Return the chat's subscriptions, oldest first."""
    async with store.read() as tx:
        return await subscriptions.of_chat(tx, chat.id)


async def remove(
    store: Store, chat: Chat, ids: Collection[int]
) -> tuple[Subscription, ...]:
    """End those subscriptions of the chat; return what was ended."""
    async with store.write() as tx:
        return await subscriptions.remove(tx, chat.id, ids)


async def change_keywords(
    store: Store, chat: Chat, text: str, *, now: datetime
) -> KeywordOutcome:
    """Do what ``/keyword TEXT`` asks: add a query, or remove it if ``-`` precedes it.

    A leading minus removes only what the chat has; else it is part of the query.
    """
    text = clean_query(text)
    if text[:1] and text[0] in MINUS:
        removed = await _remove_query(store, chat, text[1:].strip())
        if removed is not None:
            return removed
    try:
        query, regions = split_regions(text, region_id)
        asked = parse_query(query, find_region_id)
    except QueryError as error:
        return QueryRefused(text=text, error=error)
    async with store.write() as tx:
        if len(await subscriptions.of_chat(tx, chat.id)) >= MAX_SUBSCRIPTIONS:
            return TooMany()
        added = await subscriptions.add(
            tx, chat.id, regions=regions, query=query, canonical=canonical(asked), now=now
        )
    return KeywordAdded(
        subscription=added.subscription,
        asked=asked,
        is_new=added.is_new,
        would=await backtest(store, [added.subscription], now=now),
    )


async def _remove_query(store: Store, chat: Chat, text: str) -> KeywordRemoved | None:
    try:
        query, regions = split_regions(text, region_id)
        asked = parse_query(query, find_region_id)
    except QueryError:
        return None
    async with store.write() as tx:
        same = await subscriptions.find_same(
            tx, chat.id, regions=regions, canonical=canonical(asked)
        )
        if same is None:
            return None
        await subscriptions.remove(tx, chat.id, [same.id])
    return KeywordRemoved(subscription=same)


async def newest(
    store: Store,
    wanted: Sequence[Subscription],
    *,
    limit: int,
    since: datetime | None = None,
) -> tuple[StoredEntry, ...]:
    """Return the newest entries that satisfy any of the subscriptions, newest first.

    A story counts once; `since` leaves out what was published before it.
    """
    return (await search.newest(store, wanted, limit=limit, since=since)).entries
