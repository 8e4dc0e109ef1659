"""What is written together stays apart: a poll that fails or is cancelled, a death."""

import asyncio
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from newsroom import MIN_INTERVAL, Newsroom
from publisher import ScriptedFeed
from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import StoreError
from bot.domain.model import Feed, PollReport
from bot.pipeline.judged import Recorded
from bot.pipeline.ledger import MAX_BATCH, Delayed, Ledger, Line, Read
from bot.pipeline.polling import LEASE, RENEW
from bot.pipeline.settle import Reading, Settling
from bot.store import archive, claims, schema
from bot.store.engine import Store
from bot.store.polls import Polled

NEWS = "Drone attack on Shebekino injures three, governor says"
EVENTS = (
    "Bridge over the Oskol closed for repairs in Valuyki",
    "Belgorod hospital opens a ward for children",
    "Power is back in Grayvoron after the night's storm",
    "School in Shebekino sends pupils home",
    "Fire at a warehouse near Stary Oskol put out",
    "Farmers around Belgorod sow under escort",
)
BELGOROD = ("RU-BEL",)


async def claimed(room: Newsroom) -> tuple[Feed, ...]:
    """Claim all feeds, as a process does that polls them next."""
    return await claimed_at(room, room.later(timedelta(hours=1)))


async def claimed_at(room: Newsroom, now: datetime) -> tuple[Feed, ...]:
    """Claim what is due at `now`."""
    async with room.store.write() as tx:
        return await claims.claim_due(tx, now=now, limit=1000, per_site=1000, lease=LEASE)


def line(room: Newsroom, feed: Feed, minutes: int = 5) -> Polled:
    return Polled(
        feed=feed, at=room.now, next_poll_at=room.now + timedelta(minutes=minutes)
    )


async def feeds_of(room: Newsroom, count: int) -> list[ScriptedFeed]:
    return [await room.feed(f"/{number}.xml") for number in range(count)]


@dataclass(frozen=True, kw_only=True)
class Strange(Settling):
    """Wants something of one feed stored that no database takes."""

    bad: str

    def document(self, reading: Reading, recorded: Recorded) -> Polled:
        settled = super().document(reading, recorded)
        if settled.feed.spec.url != self.bad:
            return settled
        return replace(settled, next_poll_at="soon")  # type: ignore[arg-type]  # on purpose


async def test_one_poll_that_cannot_be_written_fails_alone(each_room: Newsroom) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=BELGOROD)
    feeds = await feeds_of(room, 6)
    await room.poll()
    for number, feed in enumerate(feeds):
        feed.add(title=EVENTS[number], published=room.now)
    bad = feeds[3].url
    settling = Strange(min_interval=MIN_INTERVAL, jitter=float, bad=bad)
    room.polling.ingest = replace(room.polling.ingest, settling=settling)

    report = await room.poll()

    assert report.failed == 1
    assert set(report.errors) == {bad}
    assert len(await room.alerts(chat)) == 5
    assert not any(EVENTS[3] in title for title in await room.alerts(chat))


async def test_words_of_a_poll_that_was_not_written_are_learned_by_the_next(
    each_room: Newsroom,
) -> None:
    room = each_room
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title="Quokkas seen in Shebekino", published=room.now)
    ingest = room.polling.ingest
    strange = Strange(min_interval=MIN_INTERVAL, jitter=float, bad=feed.url)
    room.polling.ingest = replace(ingest, settling=strange)
    failed = await room.poll()
    room.polling.ingest = ingest

    report = await room.poll()

    assert (failed.failed, report.new_entries) == (1, 1)
    async with room.store.read() as tx:
        found = await archive.forms_of(tx, ["w:quokkas"])
    assert found == {"w:quokkas": ["quokkas"]}


async def test_same_feed_twice_at_once_is_written_once_each_in_turn(
    each_room: Newsroom,
) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title=NEWS, published=room.now)
    (one,) = await claimed(room)
    ingest = room.polling.ingest

    reports = await asyncio.gather(*(ingest.poll(one, now=room.now) for _ in range(5)))

    assert sum(report.new_entries for report in reports) == 1
    assert [report.failed for report in reports] == [0] * 5
    assert await room.alerts(chat) == [NEWS]
    async with room.store.read() as tx:
        count = (await tx.execute(select(func.count(schema.entry.c.id)))).scalar_one()
    assert count == 1


@pytest.mark.parametrize("repeated", [False, True], ids=["many feeds", "a feed twice"])
@pytest.mark.parametrize("steps", [1, 6])
async def test_cancelled_writer_leaves_the_others_to_write(
    room: Newsroom, steps: int, *, repeated: bool
) -> None:
    count = 3 if repeated else MAX_BATCH * 2 + 6
    await feeds_of(room, count)
    feeds = list(await claimed(room))
    ledger = Ledger(
        store=room.store,
        memories=room.polling.ingest.ledger.memories,
        min_interval=MIN_INTERVAL,
    )
    if repeated:
        feeds.append(feeds[1])
    async with ledger._writing:  # until all of them wait
        tasks = [asyncio.create_task(ledger.enter(line(room, feed))) for feed in feeds]
        while len(ledger._waiting) < len(feeds):  # noqa: ASYNC110  # it tells nobody
            await asyncio.sleep(0)
    for _ in range(steps):
        await asyncio.sleep(0)

    tasks[0].cancel()
    results: Sequence[object] = await asyncio.gather(*tasks, return_exceptions=True)

    assert [type(result) for result in results[1:]] == [Recorded] * (len(feeds) - 1)
    async with room.store.read() as tx:
        leased = schema.feed.c.lease_until.is_not(None)
        rows = (await tx.execute(select(schema.feed.c.id).where(leased))).all()
    assert {row.id for row in rows} <= {feeds[0].id}


class Failing(Store):
    """A store that fails as soon as a test lets it."""

    is_broken = True

    def __init__(self, url: str) -> None:
        super().__init__(url)
        self.asked, self.may_fail = asyncio.Event(), asyncio.Event()

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[AsyncConnection]:
        self.asked.set()
        await self.may_fail.wait()
        if self.is_broken:
            raise StoreError("the database cannot be used: disk full")
        async with super().write() as tx:
            yield tx


async def test_cancelled_poll_keeps_no_failure_from_the_others(
    room: Newsroom, tmp_path: Path
) -> None:
    await feeds_of(room, 4)
    feeds = await claimed(room)
    store = Failing(f"sqlite:///{tmp_path / 'tocsin.db'}")
    memories = room.polling.ingest.ledger.memories
    ledger = Ledger(store=store, memories=memories, min_interval=MIN_INTERVAL)
    tasks = [asyncio.create_task(ledger.enter(line(room, feed))) for feed in feeds]
    await store.asked.wait()

    tasks[0].cancel()
    await asyncio.wait(tasks[:1])
    store.may_fail.set()
    done, waiting = await asyncio.wait(tasks[1:], timeout=20)
    await store.close()

    assert waiting == set()
    assert {type(task.exception()) for task in done} == {StoreError}


@dataclass(kw_only=True)
class Accompanied(Ledger):
    """Lets light polls in just before a document is entered."""

    company: Sequence[Line]
    entered: list[asyncio.Task[Recorded]] = field(default_factory=list)

    async def enter(self, line: Line) -> Recorded:
        if isinstance(line, Read):
            self.entered += (asyncio.create_task(self.enter(one)) for one in self.company)
            await asyncio.sleep(0)
        return await super().enter(line)


async def test_cancelled_reader_leaves_no_light_poll_waiting(
    room: Newsroom, tmp_path: Path
) -> None:
    scripted, *_ = await feeds_of(room, 4)
    await room.poll()
    scripted.add(title=NEWS, published=room.now)
    reader, *others = sorted(await claimed(room), key=lambda feed: feed.id)
    store = Failing(f"sqlite:///{tmp_path / 'tocsin.db'}")
    store.is_broken = False
    ledger = Accompanied(
        store=store,
        memories=room.polling.ingest.ledger.memories,
        min_interval=MIN_INTERVAL,
        company=[Delayed(feed_id=feed.id, until=room.now) for feed in others],
    )
    ingest = replace(room.polling.ingest, ledger=ledger)
    reading = asyncio.create_task(ingest.poll(reader, now=room.now))
    await store.asked.wait()

    reading.cancel()
    await asyncio.wait([reading])
    store.may_fail.set()
    done, waiting = await asyncio.wait(ledger.entered, timeout=20)
    await ledger.close()
    await store.close()

    assert (len(done), waiting) == (3, set())
    assert {type(task.result()) for task in done} == {Recorded}


async def test_process_that_died_between_fetch_and_commit_loses_nothing(
    each_room: Newsroom,
) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title=NEWS, published=room.now)
    await claimed(room)  # by a process that is gone

    room.restart()
    nothing = await room.poll(timedelta(0))
    await room.poll(LEASE)

    assert nothing.feeds == 0
    assert await room.alerts(chat) == [NEWS]


async def test_feed_taken_from_the_file_while_it_is_fetched_tells_nobody(
    each_room: Newsroom,
) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title=NEWS, published=room.now)
    (fetched,) = await claimed(room)
    specs, room.specs = room.specs, []
    await room.configure()

    report = await room.polling.ingest.poll(fetched, now=room.now)

    assert report.new_entries == 0
    assert await room.alerts(chat) == []
    room.specs = specs
    await room.configure()
    await room.poll()
    assert await room.alerts(chat) == [NEWS]


async def for_ever() -> PollReport:
    await asyncio.Event().wait()
    raise AssertionError


async def test_poll_that_lasts_keeps_its_lease(each_room: Newsroom) -> None:
    room = each_room
    await room.feed("/a.xml")
    (feed,) = await claimed(room)
    room.polling._tasks[feed.id] = asyncio.create_task(for_ever())

    room.later(RENEW)
    await room.polling.tick()

    assert await claimed_at(room, room.later(LEASE - timedelta(seconds=1))) == ()
    room.polling._tasks.pop(feed.id).cancel()  # it dies
    assert len(await claimed_at(room, room.later(RENEW))) == 1
