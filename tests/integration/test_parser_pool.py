import asyncio
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.domain.errors import Fault, ParseError
from bot.domain.model import Document, KnownSlices, ParsedFeed
from bot.parse.worker import ParserPool

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
RSS = (
    b"<rss version='2.0'><channel><title>Loopback</title><item><title>Fire in Sumy</title>"
    b"<link>https://example.org/1</link><category>fire</category>"
    b"<pubDate>Mon, 02 Mar 2026 10:00:00 +0300</pubDate>%s</item></channel></rss>"
)
FEED = RSS % b""
# feedparser's pattern for mail addresses goes back and forth over it (feedparser #562)
HOSTILE = RSS % (b"<author>a@" + b"a." * 64_000 + b"!</author>")


def document(body: bytes) -> Document:
    return Document(url="https://example.org/a.xml", body=body)


@pytest.fixture
async def pool() -> AsyncIterator[ParserPool]:
    async with ParserPool(timeout=timedelta(seconds=1)) as made:
        yield made


def pids(pool: ParserPool) -> set[int]:
    return {worker._process.pid for worker in pool._workers}


def resident(pid: int) -> int:
    """Return the bytes of memory that a process has; what has no /proc has a `ps`."""
    if (statm := Path(f"/proc/{pid}/statm")).exists():
        return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")
    told = subprocess.run(
        ("/bin/ps", "-o", "rss=", "-p", str(pid)), capture_output=True, check=True
    )
    return int(told.stdout) * 1024


async def error(pool: ParserPool, body: bytes) -> ParseError:
    with pytest.raises(ParseError) as caught:
        await pool.parse(document(body), now=NOW)
    return caught.value


async def test_a_feed_comes_back_from_the_worker(pool: ParserPool) -> None:
    feed = await pool.parse(document(FEED), now=NOW)

    assert isinstance(feed, ParsedFeed)
    assert feed.title == "Loopback"
    (entry,) = feed.entries
    assert entry.title == "Fire in Sumy"
    assert entry.categories == ("fire",)
    assert entry.published_at == datetime(2026, 3, 2, 7, tzinfo=UTC)


async def test_only_what_is_not_known_comes_back(pool: ParserPool) -> None:
    whole = await pool.parse(document(FEED), now=NOW)
    known = KnownSlices(skeleton=whole.skeleton, slices=frozenset(whole.slices))
    body = FEED.replace(b"<item>", b"<item><title>New</title></item><item>", 1).replace(
        b"<item>", b"<ttl>30</ttl><item>", 1
    )

    feed = await pool.parse(document(body), now=NOW, known=known)

    assert [entry.title for entry in feed.entries] == ["New"]
    assert feed.entries[0].slice == feed.slices[0]
    assert feed.slices[1:] == whole.slices
    assert feed.skeleton == whole.skeleton
    assert feed.update_every == timedelta(minutes=30)


async def test_a_worker_serves_many_documents(pool: ParserPool) -> None:
    await pool.parse(document(FEED), now=NOW)
    before = pids(pool)

    await pool.parse(document(FEED), now=NOW)
    await error(pool, b"<html>captcha</html>")

    assert pids(pool) == before


async def test_what_is_no_feed_says_why(pool: ParserPool) -> None:
    caught = await error(pool, b"<html>captcha</html>")

    assert caught.reason == "an HTML page, not a feed"
    assert caught.url == "https://example.org/a.xml"
    assert caught.kind is Fault.DOCUMENT


async def test_a_hostile_document_costs_its_worker_and_nothing_else(
    pool: ParserPool,
) -> None:
    caught = await error(pool, HOSTILE)

    assert caught.reason == "takes longer than 1 s to parse"
    assert caught.kind is Fault.HOSTILE
    assert (await pool.parse(document(FEED), now=NOW)).entries


async def test_documents_beside_a_hostile_one_go_on() -> None:
    async with ParserPool(workers=2, timeout=timedelta(seconds=2)) as pool:
        hostile = asyncio.create_task(error(pool, HOSTILE))
        feeds = await asyncio.gather(
            *(pool.parse(document(FEED), now=NOW) for _ in range(5))
        )

        assert all(feed.entries for feed in feeds)
        assert "longer" in (await hostile).reason


async def test_a_worker_that_was_killed_is_replaced(pool: ParserPool) -> None:
    await pool.parse(document(FEED), now=NOW)
    (pid,) = pids(pool)
    os.kill(pid, signal.SIGKILL)

    feed = await pool.parse(document(FEED), now=NOW)

    assert feed.entries
    assert pids(pool) != {pid}


async def test_too_much_memory_is_an_error() -> None:
    async with ParserPool(memory_bytes=260 * 2**20, timeout=timedelta(seconds=60)) as pool:
        body = RSS % (b"<description>" + b"a" * 100_000_000 + b"</description>")

        caught = await error(pool, body)

        assert caught.reason in {"needs too much memory to parse", "its parser died of it"}
        assert caught.kind is Fault.HOSTILE
        assert (await pool.parse(document(FEED), now=NOW)).entries


async def test_a_cancelled_document_does_not_wedge_the_pool(pool: ParserPool) -> None:
    await pool.parse(document(FEED), now=NOW)
    task = asyncio.create_task(pool.parse(document(HOSTILE), now=NOW))
    while pool._idle:  # noqa: ASYNC110  # until the worker has it; the pool tells nobody
        await asyncio.sleep(0)

    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task

    assert (await pool.parse(document(FEED), now=NOW)).entries


async def test_closing_ends_every_worker_even_a_busy_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.parse.worker.STUCK_SECONDS", 0)
    pool = ParserPool(timeout=timedelta(seconds=60))
    task = asyncio.create_task(error(pool, HOSTILE))
    while not pool._workers:  # noqa: ASYNC110  # until the first one is started for it
        await asyncio.sleep(0)
    await pool.parse(document(FEED), now=NOW)
    started = [worker._process for worker in pool._workers]

    await pool.aclose()

    assert (await task).reason == "the service is stopping"
    assert [process.returncode for process in started] == [-signal.SIGKILL] * 2
    assert (await error(pool, FEED)).reason == "the service is stopping"


async def test_closing_ends_a_worker_that_is_being_started() -> None:
    pool = ParserPool()
    task = asyncio.create_task(error(pool, HOSTILE))
    await asyncio.sleep(0)  # for the task to begin

    await pool.aclose()

    assert (await task).reason == "the service is stopping"
    assert not pool._workers


async def test_the_end_of_its_input_ends_a_worker(pool: ParserPool) -> None:
    await pool.parse(document(FEED), now=NOW)
    (worker,) = pool._workers

    worker._requests.close()  # what the death of this process would do

    assert await worker._process.wait() == 0


async def test_a_limit_of_the_document_is_hostile(pool: ParserPool) -> None:
    caught = await error(pool, RSS % (b"<a>" * 200 + b"</a>" * 200))

    assert caught.reason == "refused: elements nested deeper than 100"
    assert caught.kind is Fault.HOSTILE


async def test_one_worker_serves_many_documents_that_come_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.parse.worker.STUCK_SECONDS", 60)  # on a busy machine, too
    async with ParserPool() as pool:
        await asyncio.gather(*(pool.parse(document(FEED), now=NOW) for _ in range(100)))

        assert len(pids(pool)) == 1


async def test_a_worker_loads_nothing_that_it_does_not_need() -> None:
    script = "import bot.parse.child, sys; print(*sys.modules)"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, stdout=asyncio.subprocess.PIPE
    )
    output, _ = await process.communicate()

    assert b"feedparser" in output
    names = {name.partition(".")[0] for name in output.decode().split()}
    assert not names & {
        *("aiohttp", "asyncio", "httpx", "pydantic", "requests", "sqlalchemy", "telegram")
    }


def test_a_pool_without_workers_is_refused() -> None:
    with pytest.raises(ValueError, match="positive"):
        ParserPool(workers=0)


@pytest.mark.parametrize("program", ["/no/such/python", shutil.which("true") or "true"])
async def test_a_worker_that_cannot_start_is_an_error(
    pool: ParserPool, monkeypatch: pytest.MonkeyPatch, program: str
) -> None:
    monkeypatch.setattr(sys, "executable", program)

    caught = await error(pool, FEED)

    assert caught.reason == "no process to parse it could be started"
    assert caught.kind is Fault.INTERNAL


async def test_a_worker_is_replaced_after_many_documents(
    pool: ParserPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.parse.worker.MAX_DOCUMENTS", 1)

    await pool.parse(document(FEED), now=NOW)

    assert pids(pool) == set()
    assert (await pool.parse(document(FEED), now=NOW)).entries


@pytest.mark.skipif(sys.platform != "linux", reason="reads /proc")
async def test_a_worker_does_not_know_the_settings(
    pool: ParserPool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TOCSIN_TELEGRAM_TOKEN", "12345:secret")
    await pool.parse(document(FEED), now=NOW)
    (pid,) = pids(pool)

    environment = Path(f"/proc/{pid}/environ").read_bytes()  # noqa: ASYNC240  # not a disk

    assert b"PYTHONPATH" in environment
    assert b"secret" not in environment


async def test_a_worker_that_has_to_wait_is_not_too_slow() -> None:
    limit = timedelta(seconds=0.3)
    async with ParserPool(timeout=limit) as pool:
        await pool.parse(document(FEED), now=NOW)
        (pid,) = pids(pool)
        os.kill(pid, signal.SIGSTOP)  # as if the machine had others to serve first
        longer = 1.5 * limit.total_seconds()
        asyncio.get_running_loop().call_later(longer, os.kill, pid, signal.SIGCONT)

        feed = await pool.parse(document(FEED), now=NOW)

        assert feed.entries
        assert pids(pool) == {pid}


async def test_another_worker_takes_the_place_of_one_that_is_stuck(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async with ParserPool() as pool:
        await pool.parse(document(FEED), now=NOW)
        (stuck,) = pids(pool)
        os.kill(stuck, signal.SIGSTOP)
        slow = asyncio.create_task(pool.parse(document(FEED), now=NOW))
        while pool._idle:  # noqa: ASYNC110  # until the worker has it
            await asyncio.sleep(0)

        monkeypatch.setattr("bot.parse.worker.STUCK_SECONDS", 0)
        await pool.parse(document(FEED), now=NOW)
        both = pids(pool)
        await pool.parse(document(FEED), now=NOW)

        assert len(both) == 2
        assert pids(pool) == both
        os.kill(stuck, signal.SIGCONT)
        assert (await slow).entries
        assert pids(pool) == both - {stuck}


async def test_a_worker_keeps_nothing_of_the_documents_it_has_read(
    pool: ParserPool,
) -> None:
    body = RSS % (b"<description>%s</description>" % (b"word " * 40_000))
    for _ in range(5):
        await pool.parse(document(body), now=NOW)
    (pid,) = pids(pool)
    before = resident(pid)

    for _ in range(40):
        await pool.parse(document(body), now=NOW)

    assert pids(pool) == {pid}
    assert resident(pid) - before < 10 * len(body)
