"""What is held of feeds' last documents: in memory the newest, in the store all."""

from instants import NOW
from newsroom import newsroom
from sqlalchemy import update

from bot.domain.model import FeedSpec
from bot.pipeline import slices
from bot.pipeline.slices import EMPTY, MAX_DOCUMENTS, Memories, Memory
from bot.store import feeds, schema
from bot.store.engine import Store

OLD = Memory(skeleton="a" * 32, drafts={"01" * 8: (b"g" + b"1" * 16, b"t" + b"2" * 16)})
NEW = Memory(skeleton="b" * 32, drafts={**OLD.drafts, "02" * 8: (b"s" + b"3" * 16,)})


async def add_feed(store: Store, url: str = "https://a.example/rss") -> int:
    async with store.write() as tx:
        return await feeds.ensure(tx, FeedSpec(url=url), now=NOW)


async def remember(store: Store, feed_id: int, memory: Memory) -> None:
    async with store.write() as tx:
        await slices.write(tx, {feed_id: memory})


async def test_what_was_written_is_found_by_another_process(store: Store) -> None:
    one, two = await add_feed(store), await add_feed(store, "https://b.example/rss")
    async with store.write() as tx:
        await slices.write(tx, {one: OLD, two: EMPTY})

    await remember(store, one, NEW)

    assert await Memories(store).find(one, "hash") == NEW
    assert await Memories(store).find(two, "hash") == EMPTY


async def test_of_a_feed_that_was_never_read_nothing_is_remembered(store: Store) -> None:
    feed_id = await add_feed(store)
    memories = Memories(store)

    assert await memories.find(feed_id, "hash") == EMPTY
    await remember(store, feed_id, OLD)
    assert await memories.find(feed_id, None) == EMPTY


async def test_what_is_held_is_not_read_again(store: Store) -> None:
    feed_id = await add_feed(store)
    memories = Memories(store)

    memories.hold(feed_id, "hash", NEW)

    assert await memories.find(feed_id, "hash") == NEW


async def test_what_is_held_counts_for_its_own_document_only(store: Store) -> None:
    feed_id = await add_feed(store)
    memories = Memories(store)
    memories.hold(feed_id, "old", OLD)

    await remember(store, feed_id, NEW)  # as another worker does

    assert await memories.find(feed_id, "new") == NEW
    assert await memories.find(feed_id, "old") == OLD


async def test_of_more_feeds_than_are_held_the_oldest_goes_first(store: Store) -> None:
    memories = Memories(store)
    for feed_id in range(MAX_DOCUMENTS):
        memories.hold(feed_id, "hash", OLD)
    memories.hold(0, "hash", NEW)

    memories.hold(MAX_DOCUMENTS, "hash", NEW)

    assert len(memories._held) == MAX_DOCUMENTS
    assert await memories.find(0, "hash") == NEW
    assert await memories.find(1, "hash") == EMPTY
    assert await memories.find(2, "hash") == OLD


async def test_damaged_memory_stops_no_feed(store: Store) -> None:
    async with newsroom(store) as room:
        chat = await room.subscribe(1, query="drone")
        feed = await room.feed("/a.xml")
        feed.add(title="Old", published=room.now)
        await room.poll()
        async with store.write() as tx:
            await tx.execute(update(schema.feed_slices).values(entries=b"damaged" * 4))
        room.restart()
        feed.add(title="A drone", published=room.now)

        report = await room.poll()

        assert (report.errors, report.new_entries) == ({}, 1)
        assert await room.alerts(chat) == ["A drone"]
