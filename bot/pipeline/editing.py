"""What is done to one subscription: pause it, resume it, write its query anew."""

from datetime import datetime

from bot.domain.errors import QueryError
from bot.domain.model import Chat, Subscription
from bot.match.parse import parse_query, split_regions
from bot.match.printing import canonical
from bot.pipeline.backtest import backtest
from bot.pipeline.queries import clean_query, region_id
from bot.pipeline.regions import find_region_id
from bot.pipeline.subscriptions import KeywordAdded, KeywordOutcome, QueryRefused
from bot.store import subscriptions
from bot.store.engine import Store


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
    store: Store, chat: Chat, subscription_id: int, text: str, *, now: datetime
) -> KeywordOutcome:
    """Write a subscription's query anew; one that cannot be read changes nothing."""
    text = clean_query(text)
    try:
        query, regions = split_regions(text, region_id)
        asked = parse_query(query, find_region_id)
    except QueryError as error:
        return QueryRefused(text=text, error=error)
    async with store.write() as tx:
        added = await subscriptions.add(
            tx, chat.id, regions=regions, query=query, canonical=canonical(asked), now=now
        )
        if added.subscription.id != subscription_id:
            await subscriptions.remove(tx, chat.id, [subscription_id])
    return KeywordAdded(
        subscription=added.subscription,
        asked=asked,
        is_new=added.is_new,
        would=await backtest(store, [added.subscription], now=now),
    )
