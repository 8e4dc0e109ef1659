"""Ticks that hang, a full disk, a locked or lost database, two processes (t43, t46, t48).

The service runs as its own process; the trouble is real, and it ends.
"""

import asyncio
import contextlib
import resource
import socket
import sqlite3
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime, timedelta
from pathlib import Path

import httpx
import psycopg
import pytest
from databases import new_database, own_server
from instants import NOW
from publisher import ScriptedFeed
from running import World, now, world

from bot.scheduler import HUNG_AFTER, Tick

OLENA = 7
RUN = ("-m", "bot", "run")
BEFORE = "Belgorod council votes on tram fares"
DRONE, FLOOD = "Drone over Shebekino damages a bakery", "Flood closes a bridge at Valuyki"


async def test_t46_tick_that_hangs_is_told_of_cut_off_and_begun_anew() -> None:
    now = NOW
    hangs = True
    errors: list[str] = []

    async def run() -> None:
        if hangs:
            await asyncio.Event().wait()

    tick = Tick(
        name="poll",
        every=timedelta(seconds=1),
        run=run,
        clock=lambda: now,
        cut_after=timedelta(seconds=0.2),
        on_error=errors.append,
    )
    firing = asyncio.create_task(tick.fire())
    await asyncio.sleep(0)
    fine = tick.trouble(now)
    now += HUNG_AFTER + timedelta(seconds=1)
    hanging = tick.trouble(now)
    await firing
    cut = tick.trouble(now)
    hangs = False
    await tick.fire()

    assert fine is None
    assert hanging == f"poll hangs since {NOW:%H:%M:%S} UTC"
    assert cut == "poll: it hung"
    assert errors == ["poll"]
    assert tick.trouble(now) is None


async def test_t46_tick_that_gets_on_is_no_hang_however_long_it_takes() -> None:
    now = NOW
    good: list[datetime] = []

    async def run() -> None:
        nonlocal now
        for _ in range(10):
            now += HUNG_AFTER
            tick.goes_on()
            troubles.append(tick.trouble(now))

    troubles: list[str | None] = []
    tick = Tick(
        name="dispatch",
        every=timedelta(seconds=1),
        run=run,
        clock=lambda: now,
        on_success=lambda _, at: good.append(at),
    )

    await tick.fire()

    assert troubles == [None] * 10
    assert good == [NOW + n * HUNG_AFTER for n in (*range(1, 11), 10)]


async def test_t46_time_that_an_error_tells_of_is_no_hang() -> None:
    async def run() -> None:
        raise TimeoutError("of the work itself")

    tick = Tick(name="poll", every=timedelta(seconds=1), run=run, clock=lambda: NOW)

    await tick.fire()

    assert tick.trouble(NOW) == "poll: TimeoutError: of the work itself"


def free_port() -> str:
    with socket.create_server(("127.0.0.1", 0)) as server:
        return str(server.getsockname()[1])


@asynccontextmanager
async def watched(folder: Path, database_url: str) -> AsyncIterator[World]:
    """Open a world whose service says how it is."""
    async with world(folder, database_url) as scene:
        scene.web_port = free_port()
        yield scene


async def be_told_once(scene: World, feed: ScriptedFeed) -> None:
    """Subscribe, and hear of something: all is well."""
    await scene.subscribe(OLENA, "Belgorod")
    await scene.wait_polled(feed, 2)
    feed.add(title=BEFORE, published=now())
    await scene.wait_sent(OLENA, BEFORE)
    await scene.wait_polled(feed, 2)  # by now it is written down


@contextmanager
def locked(database: Path) -> Iterator[None]:
    """Hold the database, as a program does that forgot to commit."""
    with contextlib.closing(sqlite3.connect(database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        yield
        other.execute("ROLLBACK")


@contextmanager
def full_disk(pid: int) -> Iterator[None]:
    """Let no file of the process grow, which SQLite takes for a disk that is full."""
    if sys.platform != "linux":
        pytest.skip("only Linux changes the limits of another process")
    before = resource.prlimit(pid, resource.RLIMIT_FSIZE)
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (1, before[1]))
    yield
    resource.prlimit(pid, resource.RLIMIT_FSIZE, before)


def alerts(scene: World, title: str) -> int:
    """Return how many alerts say so; an answer to /keyword may quote the headline too."""
    messages = scene.api.messages(OLENA)
    return sum(m["text"].startswith(title) for m in messages if m["from"]["is_bot"])


async def be_in_trouble(scene: World, feed: ScriptedFeed, title: str, reason: str) -> None:
    """Let something happen, and somebody ask and choose, while there is trouble."""
    feed.add(title=title, published=now())
    scene.api.say(OLENA, "/list")
    scene.api.say(OLENA, f"/keyword {title.split(maxsplit=1)[0]}")
    await scene.wait_health(503, reason)
    assert alerts(scene, title) == 0


async def be_well_again(scene: World, title: str, times: int) -> None:
    """Wait for all that did not come; nothing came twice, not even an answer."""
    chosen = f"follow “{title.partition(' ')[0]}”"
    await scene.api.wait_for(lambda _: alerts(scene, title), 100)
    await scene.wait_health(200)
    await scene.wait_sent(OLENA, chosen)
    assert alerts(scene, title) == 1
    assert scene.sent(OLENA, chosen) == 1
    assert scene.sent(OLENA, "You have ") == times


def sent_of_sqlite(database: Path) -> int:
    with contextlib.closing(sqlite3.connect(database)) as connection:
        sql = "SELECT count(*) FROM delivery WHERE kind = 'alert' AND state = 'sent'"
        (count,) = connection.execute(sql).fetchone()
    return int(count)


@pytest.mark.timeout(400)
async def test_t48_locked_database_and_full_disk(tmp_path: Path) -> None:
    database = tmp_path / "tocsin.db"
    async with watched(tmp_path, f"sqlite:///{database}") as scene:
        feed = scene.feed("/a.xml", "Alpha")
        process = await scene.run()
        await be_told_once(scene, feed)

        with locked(database):
            await be_in_trouble(scene, feed, DRONE, "locked")
            sent = sent_of_sqlite(database)
        await be_well_again(scene, DRONE, 1)
        with full_disk(process.pid):
            await be_in_trouble(scene, feed, FLOOD, "database cannot be used")
            sent_later = sent_of_sqlite(database)
        await be_well_again(scene, FLOOD, 2)
        assert await scene.stop(process) == 0, scene.log()

        assert (sent, sent_later, sent_of_sqlite(database)) == (1, 2, 3)


def sent_of_postgres(url: str) -> int:
    sql = "SELECT count(*) FROM delivery WHERE kind = 'alert' AND state = 'sent'"
    with psycopg.connect(url) as connection:
        row = connection.execute(sql).fetchone()
    assert row is not None
    return int(row[0])


async def leads(scene: World) -> bool:
    """Return whether the process says that it talks to Telegram."""
    async with httpx.AsyncClient() as client:
        answer = await client.get(f"http://127.0.0.1:{scene.web_port}/health")
    return bool(answer.json()["leading"])


def conflicts(scene: World) -> int:
    return sum(call.status == 409 for call in scene.api.calls)


@pytest.mark.postgres
@pytest.mark.timeout(400)
async def test_t48_lost_postgres_with_two_processes(tmp_path: Path) -> None:
    with own_server() as server, new_database(str(server.get_uri())) as url:
        async with watched(tmp_path, url) as scene:
            feed = scene.feed("/a.xml", "Alpha")
            process = await scene.start()
            await be_told_once(scene, feed)
            port, scene.web_port = scene.web_port, free_port()
            other = await scene.run()  # it stands by
            await scene.wait_health(200)
            scene.web_port = port

            await asyncio.to_thread(server.stop)
            await be_in_trouble(scene, feed, DRONE, "database")
            await asyncio.to_thread(server.ensure_postgres_running)
            await be_well_again(scene, DRONE, 1)

            assert conflicts(scene) == 0
            assert sent_of_postgres(url) == 2
            ends = [await scene.stop(each) for each in (process, other)]
            assert ends == [0, 0], scene.log()


@pytest.mark.timeout(400)
async def test_t43_two_processes_with_one_token(tmp_path: Path, database_url: str) -> None:
    async with world(tmp_path, database_url) as scene:
        feed = scene.feed("/a.xml", "Alpha")
        leader = await scene.run()
        await be_told_once(scene, feed)
        follower = await scene.run()
        await scene.wait_polled(feed, 3)

        feed.add(title=DRONE, published=now())
        await scene.wait_sent(OLENA, DRONE)
        await scene.wait_polled(feed, 2)  # by now it is written down
        leader.kill()
        await leader.wait()
        feed.add(title=FLOOD, published=now())
        await scene.wait_sent(OLENA, FLOOD)
        scene.api.say(OLENA, "/list")
        await scene.wait_sent(OLENA, "You have ")
        assert await scene.stop(follower) == 0, scene.log()

        assert [alerts(scene, title) for title in (BEFORE, DRONE, FLOOD)] == [1, 1, 1]
        assert conflicts(scene) == 0


@pytest.mark.postgres
@pytest.mark.timeout(400)
async def test_t43_worker_and_two_bots_of_which_the_leader_dies(
    tmp_path: Path, postgres_url: str
) -> None:
    async with watched(tmp_path, postgres_url) as scene:
        feed = scene.feed("/a.xml", "Alpha")
        leader = await scene.run((*RUN, "--role", "bot"))
        scene.web_port = free_port()
        worker = await scene.run((*RUN, "--role", "worker"))
        await be_told_once(scene, feed)
        scene.web_port = free_port()
        follower = await scene.run((*RUN, "--role", "bot"))
        await scene.wait_health(200)
        assert await leads(scene) is False

        leader.kill()
        feed.add(title=DRONE, published=now())
        scene.api.say(OLENA, "/list")
        await scene.wait_sent(OLENA, DRONE)
        await scene.wait_sent(OLENA, "You have ")
        await scene.wait_polled(feed, 2)  # by now it is written down
        assert await leads(scene) is True
        ends = [await scene.stop(each) for each in (worker, follower)]

        assert ends == [0, 0], scene.log()
        assert [alerts(scene, title) for title in (BEFORE, DRONE)] == [1, 1]
        assert scene.sent(OLENA, "You have ") == 1
        assert conflicts(scene) == 0


async def test_metrics_tell_of_what_was_sent_and_at_which_rate(tmp_path: Path) -> None:
    async with watched(tmp_path, f"sqlite:///{tmp_path / 'tocsin.db'}") as scene:
        feed = scene.feed("/a.xml", "Alpha")
        await scene.run()
        await be_told_once(scene, feed)

        async with httpx.AsyncClient() as client:
            page = await client.get(f"http://127.0.0.1:{scene.web_port}/metrics")

    lines = page.text.splitlines()
    assert 'tocsin_deliveries_total{outcome="sent"} 1' in lines
    assert "tocsin_send_rate 27" in lines
