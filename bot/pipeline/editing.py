"""What is done to one subscription: pause it, resume it, write its query anew."""

from dataclasses import dataclass, replace
from datetime import datetime

from bot.domain.errors import QueryError
from bot.domain.model import Chat, Subscription
from bot.i18n.texts import named_zone
from bot.pipeline.backtest import Backtest, backtest
from bot.pipeline.hearing import find_hearing
from bot.pipeline.keyword_places import find_doubt
from bot.pipeline.queries import clean_query, read_keyword
from bot.pipeline.regions import Target
from bot.pipeline.subscriptions import KeywordOutcome, QueryRefused, write_anew
from bot.store import subscriptions
from bot.store.engine import Store
from bot.store.subscriptions import Removed


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """A subscription is about another place now; `before` is None if it was that one."""

    target: Target
    subscription: Subscription
    is_new: bool
    would: Backtest
    before: Removed | None


async def find(store: Store, chat: Chat, subscription_id: int) -> Subscription | None:
    """Return the chat's subscription with that id, None if it has none."""
    async with store.read() as tx:
        mine = await subscriptions.of_chat(tx, chat.id)
    return next((each for each in mine if each.id == subscription_id), None)


async def set_paused(
    store: Store, chat: Chat, subscription_id: int, *, is_paused: bool
) -> None:
    """Let one of the chat's subscriptions match nothing, or match again."""
    async with store.write() as tx:
        await subscriptions.set_paused(tx, chat.id, subscription_id, is_paused=is_paused)


async def edit(
    store: Store, chat: Chat, old: Subscription, text: str, *, now: datetime
) -> KeywordOutcome:
    """Write a subscription's query anew; one that cannot be read changes nothing."""
    text = clean_query(text)
    try:
        asked = read_keyword(text)
    except QueryError as error:
        return QueryRefused(text=text, error=error)
    doubt = None if asked.regions else await find_doubt(text)
    if doubt is not None and doubt.is_exact:
        return doubt
    return replace(await write_anew(store, chat, old, asked, now=now), doubt=doubt)


async def move(
    store: Store, chat: Chat, old: Subscription, target: Target, *, now: datetime
) -> Moved:
    """Put a place in the stead of that of one of the chat's subscriptions."""
    async with store.write() as tx:
        marks = await subscriptions.find_marks(tx, chat.id, old.id)
        added = await subscriptions.add(tx, chat.id, regions=(target.id,), now=now)
        await subscriptions.succeed(tx, chat.id, old.id, added)
    found = added.subscription
    is_other = marks is not None and found.id != old.id
    return Moved(
        target=target,
        subscription=found,
        is_new=added.is_new,
        would=await backtest(
            store,
            [found],
            now=now,
            zone=named_zone(chat.time_zone),
            hearing=await find_hearing(store, chat, now=now),
        ),
        before=Removed(subscription=old, marks=marks) if marks and is_other else None,
    )
