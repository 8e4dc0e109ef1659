"""What is done to one subscription: pause it, resume it, write its query anew."""

from datetime import datetime

from bot.domain.errors import QueryError
from bot.domain.model import Chat, Subscription
from bot.match.printing import canonical
from bot.pipeline.backtest import backtest
from bot.pipeline.queries import clean_query, read_keyword
from bot.pipeline.subscriptions import KeywordAdded, KeywordOutcome, QueryRefused
from bot.store import subscriptions, timetables
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
        asked = read_keyword(text)
    except QueryError as error:
        return QueryRefused(text=text, error=error)
    async with store.write() as tx:
        added = await subscriptions.add(
            tx,
            chat.id,
            regions=asked.regions,
            query=asked.query,
            canonical=canonical(asked.node),
            now=now,
        )
        await subscriptions.succeed(tx, chat.id, subscription_id, added)
    async with store.read() as tx:
        calm = await timetables.find_in_digest(tx, [added.subscription.id])
    return KeywordAdded(
        subscription=added.subscription,
        asked=asked.node,
        is_new=added.is_new,
        would=await backtest(store, [added.subscription], now=now),
        in_digest=bool(calm),
    )
