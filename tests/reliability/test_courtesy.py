"""T21: a site that asks to be left alone is, as a whole, by every worker."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest
from instants import NOW
from newsroom import INTERVAL, LOOPBACK, MIN_INTERVAL, Newsroom, newsroom
from publisher import everything_here
from sqlalchemy import update

from bot.domain.model import Fault, FeedSpec
from bot.pipeline.ingest import Ingest
from bot.pipeline.ledger import BURST
from bot.poll.fetch import Fetcher
from bot.store import claims, feeds, schema
from bot.store.engine import Store

NEWS = "Drone over Shebekino, the governor says"


@pytest.mark.parametrize("status", [429, 503, 403])
async def test_t21_retry_after_is_for_the_whole_site_and_nobody_else(
    file_store: Store, status: int
) -> None:
    async with newsroom(file_store, lookup=everything_here) as room:
        one = await room.feed("/one.xml", host="one.site.example")
        await room.feed("/two.xml", host="two.site.example")
        await room.feed("/three.xml", host="other.example")
        await room.poll()
        one.will_fail(status, retry_after=1800)
        async with room.store.write() as tx:  # the others are due a moment later
            others = update(schema.feed).where(schema.feed.c.url.not_like("%/one.xml"))
            due = room.now + INTERVAL + timedelta(seconds=1)
            await tx.execute(others.values(next_poll_at=due))
        await room.poll()
        room.publisher.requests.clear()

        report = await room.poll(timedelta(seconds=1))

        assert {seen.path for seen in room.publisher.requests} == {"/three.xml"}
        assert report.failed == 0
        first, second = await room.state("/one.xml"), await room.state("/two.xml")
        assert (first.fault, first.failures) == (Fault.BUSY, 1)
        assert (second.fault, second.failures, second.last_error) == (None, 0, None)
        assert second.next_poll_at == first.next_poll_at
        room.publisher.requests.clear()
        await room.poll(timedelta(minutes=29))
        assert {seen.path for seen in room.publisher.requests} == {"/three.xml"}
        room.publisher.requests.clear()
        await room.poll(timedelta(minutes=1))
        assert {seen.path for seen in room.publisher.requests} >= {"/one.xml", "/two.xml"}
        assert (await room.state("/one.xml")).fault is None


@pytest.mark.parametrize("said", ["soon", "-5", "1e3", "", "Mon, 99 Foo 2026"])
async def test_t21_garbage_is_no_pause_for_the_site(file_store: Store, said: str) -> None:
    async with newsroom(file_store, lookup=everything_here) as room:
        one = await room.feed("/one.xml", host="one.site.example")
        two = await room.feed("/two.xml", host="two.site.example")
        one.will_fail(429, retry_after=said)
        two.add(title=NEWS, published=room.now)

        await room.poll()
        report = await room.poll()

        assert {seen.path for seen in room.publisher.requests} == {"/one.xml", "/two.xml"}
        assert report.failed == 0
        assert (await room.state("/two.xml")).last_success_at is not None


@asynccontextmanager
async def another_worker(room: Newsroom) -> AsyncIterator[None]:
    """Poll as a process that knows nothing but what is in the store."""
    before = room.polling.ingest
    fetcher = Fetcher(allow_networks=LOOPBACK, lookup=everything_here)
    room.polling.ingest = Ingest.build(
        store=room.store,
        fetcher=fetcher,
        parser=before.parser,
        min_interval=MIN_INTERVAL,
    )
    try:
        yield
    finally:
        room.polling.ingest = before
        await fetcher.aclose()


async def test_t21_pause_of_a_site_holds_for_another_worker(store: Store) -> None:
    async with newsroom(store, lookup=everything_here) as room:
        one = await room.feed("/one.xml", host="one.site.example")
        await room.feed("/two.xml", host="two.site.example")
        await room.feed("/three.xml", host="other.example")
        await room.poll()
        one.will_fail(429, retry_after=1800)
        async with room.store.write() as tx:  # the others are due a moment later
            others = update(schema.feed).where(schema.feed.c.url.not_like("%/one.xml"))
            due = room.now + INTERVAL + timedelta(seconds=1)
            await tx.execute(others.values(next_poll_at=due))
        await room.poll()
        room.publisher.requests.clear()

        async with another_worker(room):
            await room.poll(timedelta(seconds=1))
            soon = {seen.path for seen in room.publisher.requests}
            await room.poll(timedelta(minutes=30))

        assert soon == {"/three.xml"}
        later = {seen.path for seen in room.publisher.requests}
        assert later == {"/one.xml", "/two.xml", "/three.xml"}


async def test_t21_breaking_story_hastens_no_feed_of_a_closed_site(store: Store) -> None:
    """Not even one that was due later than the site opens."""
    specs = [
        FeedSpec(url=f"https://{host}/rss", country="UA")
        for host in ("a.closed.example", "b.open.example")
    ]
    opens = NOW + timedelta(minutes=30)
    async with store.write() as tx:
        await feeds.sync(tx, specs, now=NOW)
        later = NOW + timedelta(hours=1)
        await tx.execute(update(schema.feed).values(next_poll_at=later))

        await claims.close_sites(tx, [("closed.example", opens)])
        await claims.hasten(
            tx, ["UA"], now=NOW, until=NOW + BURST, min_interval=MIN_INTERVAL
        )

        states = await feeds.list_states(tx)
    due = {state.spec.url: state.next_poll_at for state in states}
    assert due == {specs[0].url: opens, specs[1].url: NOW}
