"""Ids that are taken beforehand: no transaction gets those of another."""

import asyncio
from itertools import chain

import pytest
from instants import NOW
from sqlalchemy import insert, select

from bot.domain.errors import StoreError
from bot.store import schema, stories
from bot.store.engine import Store
from bot.store.numbers import reserve

STORY = schema.story


async def open_stories(store: Store, count: int) -> list[int]:
    async with store.write() as tx:
        return await stories.create(tx, [NOW] * count)


async def stored(store: Store) -> list[int]:
    async with store.read() as tx:
        return list((await tx.execute(select(STORY.c.id).order_by(STORY.c.id))).scalars())


async def test_ids_of_transactions_at_once_never_collide(store: Store) -> None:
    taken = await asyncio.gather(*(open_stories(store, count) for count in (3, 1, 0, 7, 5)))

    assert [len(ids) for ids in taken] == [3, 1, 0, 7, 5]
    assert sorted(chain.from_iterable(taken)) == await stored(store)
    assert len(await stored(store)) == 16


async def test_ids_are_in_the_order_of_the_rows(store: Store) -> None:
    first = await open_stories(store, 3)
    second = await open_stories(store, 3)

    assert first + second == sorted(first + second)


async def test_ids_are_not_taken_from_rows_that_the_database_numbers(store: Store) -> None:
    row = {"first_seen_at": NOW, "last_seen_at": NOW}
    async with store.write() as tx:
        before = await tx.execute(insert(STORY).values(**row).returning(STORY.c.id))
        ids = await reserve(tx, STORY, 2)
        await tx.execute(insert(STORY), [row | {"id": number} for number in ids])
        after = await tx.execute(insert(STORY).values(**row).returning(STORY.c.id))
        numbers = [before.scalar_one(), *ids, after.scalar_one()]

    assert numbers == sorted(set(numbers))
    assert await stored(store) == numbers


async def test_what_was_not_committed_takes_nothing_from_the_next(store: Store) -> None:
    async def fail() -> None:
        async with store.write() as tx:
            await stories.create(tx, [NOW] * 4)
            raise StoreError("the disk is full")

    with pytest.raises(StoreError):
        await fail()
    ids = await open_stories(store, 2)

    assert await stored(store) == ids


async def test_two_transactions_that_are_open_at_once_get_their_own(
    postgres_store: Store,
) -> None:
    """SQLite has one writer, so that only a server can have two."""
    async with postgres_store.write() as one, postgres_store.write() as two:
        ids = [await reserve(tx, STORY, 3) for tx in (one, two, one)]

    assert len(set(chain.from_iterable(ids))) == 9
    assert all(each == sorted(each) for each in ids)


async def test_no_ids_are_no_statement(store: Store) -> None:
    async with store.write() as tx:
        assert await reserve(tx, STORY, 0) == []
        (following,) = await reserve(tx, STORY, 1)

    assert following == 1
