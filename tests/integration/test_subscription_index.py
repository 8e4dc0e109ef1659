"""The index of subscriptions follows what chats ask for, on both databases."""

import asyncio
import logging
import threading
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime

import pytest
from newsroom import newsroom
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.annotate import gazetteer
from bot.domain.model import Circle, Subscription
from bot.domain.own_regions import Name, OwnRegion, OwnRegions
from bot.match.words import Asked, DocumentWords
from bot.pipeline import ledger
from bot.pipeline.ledger import Subscriptions
from bot.pipeline.matching import Matcher
from bot.pipeline.own_regions import apply_regions
from bot.pipeline.queries import feed_names
from bot.store import chats, subscriptions
from bot.store.engine import Store

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
ENTRY = Asked(
    words=DocumentWords("Drones over Sumy", "Two houses burn."),
    about=frozenset({"UA-59", "UA"}),
    language="en",
    feeds=feed_names(7, "The Daily", ""),
)


async def subscribe(
    store: Store, query: str | None = None, regions: tuple[str, ...] = ()
) -> int:
    async with store.write() as tx:
        chat = await chats.ensure_chat(
            tx,
            telegram_id=1,
            kind="private",
            title=None,
            language="en",
            thread_id=None,
            now=NOW,
        )
        added = await subscriptions.add(
            tx, chat.id, regions=regions, query=query, canonical=query, now=NOW
        )
    return added.subscription.id


async def unsubscribe(store: Store, *ids: int) -> None:
    async with store.write() as tx:
        mine = await subscriptions.load(tx, ids)
        await subscriptions.remove(tx, mine[0].chat_id, ids)


async def found(store: Store, index: Subscriptions) -> list[int]:
    """Return the subscriptions that the entry satisfies."""
    async with store.read() as tx:
        return [each.subscription_id for each in (await index.index(tx)).find(ENTRY)]


async def test_the_index_follows_what_is_added_and_removed(store: Store) -> None:
    index = Subscriptions()
    assert await found(store, index) == []

    first = await subscribe(store, "drone")
    assert await found(store, index) == [first]

    second, _ = await subscribe(store, "house"), await subscribe(store, "ship")
    assert await found(store, index) == [first, second]

    await unsubscribe(store, first)
    assert await found(store, index) == [second]


async def test_an_id_that_is_given_again_stands_for_the_new_query(store: Store) -> None:
    index = Subscriptions()
    drone = await subscribe(store, "drone")
    assert await found(store, index) == [drone]

    await unsubscribe(store, drone)
    await subscribe(store, "ship")  # on SQLite with the id of the other

    assert await found(store, index) == []


async def test_many_changes_at_once_build_a_new_index(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "CHANGES", 1)
    index = Subscriptions()
    ids = [await subscribe(store, query) for query in ("drone", "house", "ship")]
    assert await found(store, index) == ids[:2]

    await unsubscribe(store, *ids[1:])

    assert await found(store, index) == ids[:1]


async def test_nobody_waits_to_write_while_a_large_index_is_built(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ledger, "CHANGES", 0)
    index, is_written = Subscriptions(), threading.Event()
    first = await subscribe(store, "drone")

    class Slow(Matcher):
        def __init__(self, subscriptions: Iterable[Subscription] = ()) -> None:
            assert not subscriptions or is_written.wait(30)
            super().__init__(subscriptions)

    monkeypatch.setattr(ledger, "Matcher", Slow)
    building = asyncio.create_task(index.prepare(store))
    second = await subscribe(store, "house")
    is_written.set()
    await building

    assert await found(store, index) == [first, second]


async def test_a_batch_builds_the_index_before_its_transaction(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    is_writing, built = [False], []
    write = store.write

    @asynccontextmanager
    async def noted() -> AsyncIterator[AsyncConnection]:
        async with write() as tx:
            is_writing[0] = True
            yield tx
            is_writing[0] = False

    class Noted(Matcher):
        def __init__(self, subscriptions: Iterable[Subscription] = ()) -> None:
            built.append((len(list(subscriptions)), is_writing[0]))
            super().__init__(subscriptions)

    async with newsroom(store) as room:
        await room.subscribe(1, query="drone")
        feed = await room.feed("/a.xml")
        await room.poll()
        feed.add(title="Drone over Sumy", published=room.now)
        room.restart()
        monkeypatch.setattr(ledger, "CHANGES", 0)
        monkeypatch.setattr(ledger, "Matcher", Noted)
        monkeypatch.setattr(store, "write", noted)
        report = await room.poll()

    assert report.new_entries == 1
    assert [each for each in built if each[0]] == [(1, False)]


async def test_other_places_build_a_new_index(store: Store) -> None:
    index = Subscriptions()
    ids = [await subscribe(store, "region:Lukomorye"), await subscribe(store, "region:UA")]
    assert await found(store, index) == ids[1:]

    try:
        alias = Name(text="Lukomorye", language="en")
        apply_regions(OwnRegions(regions=(OwnRegion(id="UA-59", aliases=(alias,)),)))
        assert await found(store, index) == ids
    finally:
        gazetteer.use(None)


async def test_a_query_that_cannot_be_read_is_logged_once(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    index = Subscriptions()
    await subscribe(store, "((")
    drone = await subscribe(store, "drone")

    with caplog.at_level(logging.WARNING, logger="bot.pipeline.ledger"):
        assert await found(store, index) == [drone]
        await subscribe(store, "ship")
        assert await found(store, index) == [drone]

    assert len(caplog.messages) == 1
    assert caplog.messages[0].startswith("subscription 1 matches nothing: position 2: ")


async def test_a_region_that_is_gone_is_logged(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    index = Subscriptions()
    await subscribe(store, regions=("X-gone",))
    await subscribe(store, regions=("X-gone", "RU-BEL"))

    with caplog.at_level(logging.WARNING, logger="bot.pipeline.ledger"):
        await found(store, index)

    assert caplog.messages == ["subscription 1 matches nothing: no such place: X-gone"]


@pytest.mark.parametrize(
    ("query", "matches"),
    [
        ("drone lang:en", True),
        ("lang:uk", False),
        ("feed:7", True),
        ('feed:"the daily"', True),
        ("feed:daily", False),
        ("region:Sumy", True),
        ("drone -region:Ukraine", False),
    ],
)
def test_a_query_may_ask_what_is_known_of_an_entry(query: str, *, matches: bool) -> None:
    matcher = Matcher([Subscription(id=1, chat_id=1, query=query)])

    assert bool(matcher.find(ENTRY)) == matches


def test_a_circle_goes_with_its_last_subscription() -> None:
    centre = gazetteer.load().centre("UA-59")
    assert centre is not None
    circle = Circle(place_id=centre, km=25).id
    asked = Asked(words=DocumentWords(""), about=frozenset({centre}))
    matcher = Matcher(
        Subscription(id=number, chat_id=number, regions=(circle,)) for number in (1, 2)
    )

    assert [each.subscription_id for each in matcher.find(asked)] == [1, 2]
    matcher.remove(1)
    assert [each.subscription_id for each in matcher.find(asked)] == [2]
    matcher.remove(2)
    assert matcher.find(asked) == ()
