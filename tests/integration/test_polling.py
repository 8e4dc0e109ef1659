"""Which feeds are polled, and what becomes of one when something goes wrong around it."""

import asyncio
import contextlib
from datetime import timedelta

import pytest
from databases import BrokenStore
from newsroom import Newsroom
from sqlalchemy import select, update

from bot.domain.errors import StoreError
from bot.domain.model import Feed, PollReport
from bot.pipeline.ingest import Ingest
from bot.pipeline.polling import LEASE, STORE_PAUSE, Polling
from bot.store import chats, feeds, schema, subscriptions

BELGOROD = ("RU-BEL",)


async def _idle(polling: Polling) -> None:
    while polling._tasks:
        await asyncio.gather(*polling._tasks.values())


async def test_tick_polls_what_is_due_once(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")

    await room.polling.tick()
    await room.polling.tick()
    await _idle(room.polling)

    assert [request.path for request in room.publisher.requests] == [feed.path]


async def test_feed_under_way_is_not_polled_again_when_its_lease_runs_out(
    room: Newsroom,
) -> None:
    await room.feed("/a.xml")
    release = asyncio.Event()
    polls: list[int] = []

    class Slow(Ingest):
        async def poll(self, feed: Feed, *, now: object) -> PollReport:
            del now
            polls.append(feed.id)
            await release.wait()
            return PollReport(feeds=1)

    slow = Slow.build(
        store=room.store,
        fetcher=room.polling.ingest.fetcher,
        parser=room.polling.ingest.parser,
        min_interval=timedelta(seconds=1),
    )
    polling = Polling(ingest=slow, clock=lambda: room.now)
    await polling.tick()
    await asyncio.sleep(0)
    room.later(LEASE * 2)

    await polling.tick()
    release.set()
    await _idle(polling)

    assert len(polls) == 1


async def test_poll_that_could_not_be_stored_is_repeated_soon(
    room: Newsroom, database_url: str
) -> None:
    feed = await room.feed("/a.xml")
    chat = await room.subscribe(7, regions=BELGOROD)
    await room.poll()
    feed.add(title="Drone over Shebekino, governor says", published=room.now)
    broken = BrokenStore(database_url)
    room.polling.ingest = Ingest.build(
        store=broken,
        fetcher=room.polling.ingest.fetcher,
        parser=room.polling.ingest.parser,
        min_interval=timedelta(seconds=1),
    )

    async def fail_and_heal(_: Feed, error: StoreError) -> PollReport:
        broken.is_broken = False
        return await Polling._not_stored(room.polling, _, error)

    room.later(timedelta(minutes=6))
    claimed = await room.polling._claim(1, now=room.now)
    broken.is_broken = True
    with contextlib.suppress(StoreError):
        await room.polling.ingest.poll(claimed[0], now=room.now)
    await fail_and_heal(claimed[0], StoreError("disk full"))
    nothing = await room.polling.poll_once()
    room.later(STORE_PAUSE)
    await room.polling.poll_once()
    await broken.close()

    assert nothing.feeds == 0
    assert await room.alerts(chat) == ["Drone over Shebekino, governor says"]


async def test_a_feeds_password_stays_out_of_the_log(
    room: Newsroom, database_url: str, caplog: pytest.LogCaptureFixture
) -> None:
    feed = await room.feed("/a.xml", host="reader:open-sesame@127.0.0.1")
    await room.poll()
    feed.add(title="Drone over Shebekino, governor says", published=room.now)
    feed.will_fail(304)
    caught = await room.poll(timedelta(hours=7))
    broken = BrokenStore(database_url)
    room.polling.ingest = Ingest.build(
        store=broken,
        fetcher=room.polling.ingest.fetcher,
        parser=room.polling.ingest.parser,
        min_interval=timedelta(seconds=1),
    )
    room.later(timedelta(hours=1))
    (claimed,) = await room.polling._claim(1, now=room.now)
    broken.is_broken = True

    await room.polling._poll(claimed)
    await broken.close()

    assert caught.new_entries == 1
    assert "said that nothing changed when it had" in caplog.text
    assert "not stored: http://127.0.0.1" in caplog.text
    assert "sesame" not in caplog.text


async def test_database_that_stays_away_leaves_the_lease_to_run_out(
    room: Newsroom, database_url: str
) -> None:
    await room.feed("/a.xml")
    broken = BrokenStore(database_url)
    ingest = Ingest.build(
        store=broken,
        fetcher=room.polling.ingest.fetcher,
        parser=room.polling.ingest.parser,
        min_interval=timedelta(seconds=1),
    )
    reports: list[PollReport] = []
    polling = Polling(ingest=ingest, clock=lambda: room.now, on_report=reports.append)
    (claimed,) = await polling._claim(1, now=room.now)
    broken.is_broken = True

    await polling._poll(claimed)
    broken.is_broken = False
    room.later(LEASE)
    again = await polling.poll_once()
    await broken.close()

    assert reports[0].failed == 1
    assert again.feeds == 1


async def test_fault_of_ours_is_the_feeds_failure_and_stops_no_other(
    room: Newsroom, caplog: pytest.LogCaptureFixture
) -> None:
    await room.feed("/a.xml")
    await room.feed("/b.xml")

    class Faulty(Ingest):
        async def poll(self, feed: Feed, *, now: object) -> PollReport:
            if feed.spec.url.endswith("a.xml"):
                raise ZeroDivisionError("by chance")
            return await Ingest.poll(self, feed, now=now)  # type: ignore[arg-type]  # is one

    room.polling.ingest = Faulty.build(
        store=room.store,
        fetcher=room.polling.ingest.fetcher,
        parser=room.polling.ingest.parser,
        min_interval=timedelta(seconds=1),
    )

    report = await room.polling.poll_once()

    assert (report.feeds, report.failed, report.fetched) == (2, 1, 1)
    assert "ZeroDivisionError" in caplog.text
    async with room.store.read() as tx:
        overview = await feeds.get_overview(tx)
        error = select(schema.feed.c.last_error).where(schema.feed.c.failures == 1)
        assert "by chance" in (await tx.execute(error)).scalar_one()
    assert overview.failing == 1


async def test_clock_that_was_wrong_silences_no_feed(room: Newsroom) -> None:
    await room.feed("/a.xml")
    room.later(timedelta(days=4000))
    await room.polling.poll_once()
    room.later()
    assert await room.polling._claim(1, now=room.now)
    room.later(timedelta(days=-4000))

    assert (await room.polling.poll_once()).feeds == 1
    assert (await room.polling.poll_once()).feeds == 0


async def test_cancelled_polls_leave_a_store_that_works(room: Newsroom) -> None:
    scripted = [await room.feed(f"/{number}.xml") for number in range(8)]
    chat = await room.subscribe(7, regions=BELGOROD)
    await room.poll()
    for number, feed in enumerate(scripted):
        title = f"Drone number {number} over Shebekino, governor says"
        feed.add(title=title, published=room.now)
    for steps in range(0, 60, 4):
        room.later(timedelta(minutes=6))
        await room.polling.tick()
        for _ in range(steps):
            await asyncio.sleep(0.001)
        await room.polling.close()

    await room.poll(timedelta(minutes=6))

    assert len(await room.alerts(chat)) == len(set(await room.alerts(chat))) > 0
    stored = select(schema.entry.c.title)
    async with room.store.read() as tx:
        titles = (await tx.execute(stored)).scalars().all()
    assert len(titles) == len(set(titles)) == 8


@pytest.mark.parametrize("what", ["subscription", "chat"])
async def test_removed_between_the_match_and_its_insert(room: Newsroom, what: str) -> None:
    feed = await room.feed("/a.xml")
    olena = await room.subscribe(7, regions=BELGOROD)
    sam = await room.subscribe(8, regions=BELGOROD)
    await room.poll()
    feed.add(title="Drone over Shebekino, governor says", published=room.now)
    index = room.polling.ingest.ledger.subscriptions
    async with room.store.read() as tx:
        await index.index(tx)
        kept = index._version
    async with room.store.write() as tx:
        if what == "chat":
            await chats.forget(tx, olena)
        else:
            ids = [each.id for each in await subscriptions.of_chat(tx, olena)]
            await subscriptions.remove(tx, olena, ids)
        # As if it had been removed after the index was asked for.
        await tx.execute(update(schema.counter).values(value=kept))

    await room.poll()

    assert await room.alerts(sam) == ["Drone over Shebekino, governor says"]
    assert await room.alerts(olena) == []
