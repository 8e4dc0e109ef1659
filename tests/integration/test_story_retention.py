from datetime import timedelta

from instants import NOW
from sqlalchemy import func, select

from bot.pipeline.batch import Batch, BatchEntry
from bot.pipeline.housekeeping import KEEP_STORY_KEYS, KEEP_TERMS, keep_house
from bot.store import story_tables
from bot.store.engine import Store

HOUR = timedelta(hours=1)


async def count(store: Store) -> tuple[int, int]:
    async with store.read() as tx:
        states = select(func.count()).select_from(story_tables.story_state)
        terms = select(func.count()).select_from(story_tables.story_term)
        return (await tx.execute(states)).scalar_one(), (
            await tx.execute(terms)
        ).scalar_one()


async def test_what_stories_are_known_by_goes_when_nobody_can_join_any_more(
    store: Store,
) -> None:
    entry = BatchEntry(
        id=1, published_at=NOW, feed="a", title="Bridge in Sumy closed", summary=""
    )
    await Batch(store).decide([entry])
    one = await count(store)

    await keep_house(store, now=NOW + KEEP_STORY_KEYS - HOUR)
    kept = await count(store)
    await keep_house(store, now=NOW + KEEP_STORY_KEYS + HOUR)
    states_gone = await count(store)
    await keep_house(store, now=NOW + KEEP_TERMS + HOUR)

    assert one[0] == 1
    assert kept == one
    assert states_gone == (0, one[1])
    assert await count(store) == (0, 0)
