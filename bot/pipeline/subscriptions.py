"""What a chat subscribes to, and keywords by query; regions are in `following`."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import QueryError
from bot.domain.model import Chat, Subscription
from bot.i18n.texts import named_zone
from bot.match.nodes import Node
from bot.match.printing import canonical
from bot.pipeline import search, timetable
from bot.pipeline.backtest import Backtest, backtest
from bot.pipeline.hearing import find_hearing
from bot.pipeline.keyword_places import Doubt, find_doubt
from bot.pipeline.noise import Narrower, Way, find_narrower, narrow
from bot.pipeline.place_names import MINUS
from bot.pipeline.queries import (
    Keyword,
    clean_query,
    meant_by,
    read_keyword,
    read_query,
    written_by_us,
)
from bot.store import subscriptions, timetables
from bot.store.engine import Store

MAX_SUBSCRIPTIONS: Final = 300
EXAMPLES: Final = 2  # in a confirmation


@dataclass(frozen=True, slots=True, kw_only=True)
class TooMany:
    """The chat has as many subscriptions as a chat may have."""

    limit: int = MAX_SUBSCRIPTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordAdded:
    """The chat is subscribed to a query; `asked` is how it was read.

    `would` is what it would have sent, `narrower` how it could be less; `in_digest` says
    that it comes with the digests; `before` is what it took the place of, `doubt` what
    looks like a place in it and is taken for words.
    """

    subscription: Subscription
    asked: Node
    is_new: bool
    would: Backtest
    narrower: tuple[Narrower, ...] = ()
    in_digest: bool = False
    before: subscriptions.Removed | None = None
    doubt: Doubt | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordRemoved:
    """The chat is no longer subscribed to a query."""

    subscription: Subscription


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRefused:
    """The query cannot be read, for the reason that the error says."""

    text: str
    error: QueryError


KeywordOutcome = KeywordAdded | KeywordRemoved | QueryRefused | TooMany | Doubt


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
    store: Store,
    chat: Chat,
    text: str,
    *,
    in_digest: bool = False,
    pressed: bool = False,
    now: datetime,
) -> KeywordOutcome:
    """Do what ``/keyword TEXT`` asks: add a query, or remove it if ``-`` precedes it.

    A leading minus removes only what the chat has; else it is part of the query. A place's
    name that several bear is asked about, and nothing is saved.

    Args:
        store: Where it is saved.
        chat: Whose it is.
        text: What was typed.
        in_digest: Let what it matches wait for the digests.
        pressed: It is read from a message of ours, under which a button was pressed: what
            is no place's name there is words.
        now: Current time.
    """
    text = clean_query(text)
    if text[:1] and text[0] in MINUS:
        removed = await _remove_query(store, chat, text[1:].strip())
        if removed is not None:
            return removed
    try:
        asked = read_keyword(text, written_by_us if pressed else meant_by)
    except QueryError as error:
        return QueryRefused(text=text, error=error)
    doubt = None if asked.regions else await find_doubt(text)
    if doubt is not None and doubt.is_exact:
        if not pressed:
            return doubt
        doubt = None  # it was asked, and the words are meant
    async with store.write() as tx:
        if len(await subscriptions.of_chat(tx, chat.id)) >= MAX_SUBSCRIPTIONS:
            return TooMany()
        added = await _add(tx, chat, asked, now=now)
    if in_digest:
        await timetable.set_in_digest(
            store, chat, added.subscription.id, in_digest=True, now=now
        )
    return replace(await _added(store, chat, asked, added, now=now), doubt=doubt)


async def change_keyword(
    store: Store,
    chat: Chat,
    subscription_id: int,
    way: Way,
    word: str = "",
    *,
    now: datetime,
) -> KeywordAdded | None:
    """Make one of the chat's queries narrower; None if it is not there any more.

    A digest, and being told at once, leave the query as it is.
    """
    mine = await listing(store, chat)
    old = next((each for each in mine if each.id == subscription_id and each.query), None)
    if old is None:
        return None
    if way in {Way.DIGEST, Way.NOW}:
        await timetable.set_in_digest(
            store, chat, old.id, in_digest=way is Way.DIGEST, now=now
        )
    narrowed = narrow(old, way, mine, word)
    try:
        asked = Keyword(
            query=narrowed.query or "",
            node=read_query(narrowed.query or ""),
            regions=narrowed.regions,
        )
    except QueryError:
        return None  # no word that a button of ours has
    return await write_anew(store, chat, old, asked, now=now)


async def write_anew(
    store: Store, chat: Chat, old: Subscription, asked: Keyword, *, now: datetime
) -> KeywordAdded:
    """Put a query in the place of one of the chat's subscriptions."""
    async with store.write() as tx:
        marks = await subscriptions.find_marks(tx, chat.id, old.id)
        added = await _add(tx, chat, asked, now=now)
        await subscriptions.succeed(tx, chat.id, old.id, added)
    before = None
    if marks is not None and added.subscription.id != old.id:
        before = subscriptions.Removed(subscription=old, marks=marks)
    return replace(await _added(store, chat, asked, added, now=now), before=before)


async def _add(
    tx: AsyncConnection, chat: Chat, asked: Keyword, *, now: datetime
) -> subscriptions.Added:
    return await subscriptions.add(
        tx,
        chat.id,
        regions=asked.regions,
        query=asked.query,
        canonical=canonical(asked.node),
        now=now,
    )


async def _added(
    store: Store,
    chat: Chat,
    asked: Keyword,
    added: subscriptions.Added,
    *,
    now: datetime,
) -> KeywordAdded:
    """Return the outcome with what it would have sent."""
    subscription = added.subscription
    zone = named_zone(chat.time_zone)
    hearing = await find_hearing(store, chat, now=now)
    would = await backtest(store, [subscription], now=now, zone=zone, hearing=hearing)
    async with store.read() as tx:
        mine = await subscriptions.of_chat(tx, chat.id)
        calm = await timetables.find_in_digest(tx, [subscription.id])
    narrower = await find_narrower(store, subscription, would, mine, chat, now=now)
    return KeywordAdded(
        subscription=subscription,
        asked=asked.node,
        is_new=added.is_new,
        would=would,
        narrower=tuple(n for n in narrower if n.way is not Way.DIGEST or not calm),
        in_digest=bool(calm),
    )


async def _remove_query(store: Store, chat: Chat, text: str) -> KeywordRemoved | None:
    try:
        asked = read_keyword(text)
    except QueryError:
        return None
    async with store.write() as tx:
        same = await subscriptions.find_same(
            tx, chat.id, regions=asked.regions, canonical=canonical(asked.node)
        )
        if same is None:
            return None
        await subscriptions.remove(tx, chat.id, [same.id])
    return KeywordRemoved(subscription=same)


async def newest(
    store: Store,
    chat: Chat,
    *,
    limit: int,
    since: datetime | None = None,
    now: datetime,
) -> search.Found:
    """Return the newest entries that the chat would be told of, newest first.

    A story counts once; `since` leaves out what was published before it.
    """
    wanted = await listing(store, chat)
    hearing = await find_hearing(store, chat, now=now)
    return await search.newest(store, wanted, limit=limit, since=since, hearing=hearing)
