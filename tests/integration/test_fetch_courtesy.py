"""How much a site is asked at once, and that it is left alone when it says so."""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from urllib.parse import urlsplit

import pytest
from publisher import Publisher, everything_here

from bot.domain.errors import Fault, FetchError
from bot.domain.feeds import Document, Postponed
from bot.poll.courtesy import Limits
from bot.poll.fetch import Fetcher
from bot.poll.transport import Patience

NOW = datetime(2026, 3, 2, 10, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.seconds = 0.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
async def publisher() -> AsyncIterator[Publisher]:
    async with Publisher() as running:
        yield running


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def fetcher(clock: Clock) -> AsyncIterator[Fetcher]:
    made = Fetcher(
        allow_networks=["127.0.0.0/8"],
        limits=Limits(per_host=2, per_site=3, in_all=4),
        lookup=everything_here,
        clock=clock,
    )
    yield made
    await made.aclose()


def at(publisher: Publisher, host: str, path: str) -> str:
    """Return the address of `path` under another name."""
    return f"http://{host}:{urlsplit(publisher.url()).port}{path}"


async def failure(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await fetcher.fetch(url, now=NOW)
    return caught.value


@pytest.mark.parametrize(
    ("hosts", "at_once"),
    [
        pytest.param(["a.one.example"] * 5, 2, id="of a host"),
        pytest.param(["a.one.example", "b.one.example"] * 3, 3, id="of a site"),
        pytest.param([f"{each}.example" for each in "abcdef"], 4, id="of all"),
    ],
)
async def test_no_more_than_so_many_requests_run_at_once(
    fetcher: Fetcher, publisher: Publisher, hosts: list[str], at_once: int
) -> None:
    release = asyncio.Event()
    feed = publisher.feed("/slow").add(title="Fire in Sumy").will_wait(release)
    publisher.feed("/quick").add(title="Fire in Sumy")

    tasks = [asyncio.create_task(fetcher.fetch(at(publisher, h, "/slow"))) for h in hosts]
    await publisher.wait_for_requests("/slow", at_once)
    if at_once < 4:  # what others ask goes through, and comes later than any fourth would
        await fetcher.fetch(at(publisher, "other.example", "/quick"))
    running = [seen.path for seen in publisher.requests].count("/slow")
    feed.heal()
    release.set()
    documents = await asyncio.gather(*tasks)

    assert running == at_once
    assert all(isinstance(each, Document) for each in documents)


async def test_each_hop_of_a_redirect_waits_at_its_own_host(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    release = asyncio.Event()
    publisher.feed("/slow").add(title="Fire in Sumy").will_wait(release)
    publisher.feed("/here").will_redirect(at(publisher, "busy.example", "/end"))
    publisher.feed("/end").add(title="Fire in Sumy")
    slow = [
        asyncio.create_task(fetcher.fetch(at(publisher, "busy.example", "/slow")))
        for _ in range(2)
    ]
    await publisher.wait_for_requests("/slow", 2)

    redirected = asyncio.create_task(fetcher.fetch(at(publisher, "quiet.example", "/here")))
    await publisher.wait_for_requests("/here", 1)
    await fetcher.fetch(at(publisher, "quiet.example", "/end"))  # its places are free
    asked = [seen.headers["Host"].partition(":")[0] for seen in publisher.requests]
    release.set()
    await asyncio.gather(*slow, redirected)

    assert asked == ["busy.example", "busy.example", "quiet.example", "quiet.example"]
    assert publisher.requests[-1].headers["Host"].startswith("busy.example")


async def test_who_waits_for_a_place_loses_no_time(publisher: Publisher) -> None:
    release = asyncio.Event()
    publisher.feed("/slow").add(title="Fire in Sumy").will_wait(release)
    publisher.feed("/quick").add(title="Fire in Sumy")
    fetcher = Fetcher(
        allow_networks=["127.0.0.0/8"],
        limits=Limits(per_host=1),
        patience=Patience(whole=timedelta(seconds=1)),
    )
    slow = asyncio.create_task(fetcher.fetch(publisher.url("/slow")))
    await publisher.wait_for_requests("/slow", 1)

    quick = asyncio.create_task(fetcher.fetch(publisher.url("/quick")))
    with pytest.raises(FetchError) as caught:
        await slow  # its own second is over, and so is that of the wait
    answer = await quick
    release.set()
    await fetcher.aclose()

    assert caught.value.kind is Fault.TIMEOUT
    assert isinstance(answer, Document)


@pytest.mark.parametrize("status", [403, 429, 503])
async def test_t21_a_pause_is_for_the_whole_site(
    fetcher: Fetcher, publisher: Publisher, clock: Clock, status: int
) -> None:
    publisher.feed("/a").add(title="Fire in Sumy").will_fail(status, retry_after=60)
    publisher.feed("/b").add(title="Fire in Sumy")

    error = await failure(fetcher, at(publisher, "www.one.example", "/a"))
    clock.seconds = 20
    same_site = await fetcher.fetch(at(publisher, "rss.one.example", "/b"))
    other_site = await fetcher.fetch(at(publisher, "two.example", "/b"))
    clock.seconds = 60
    later = await fetcher.fetch(at(publisher, "rss.one.example", "/b"))

    assert error.kind is Fault.BUSY
    assert error.retry_after == timedelta(seconds=60)
    assert same_site == Postponed(
        pause=timedelta(seconds=40),
        reason=f"one.example asked for a pause (status {status})",
    )
    assert isinstance(other_site, Document)
    assert isinstance(later, Document)
    assert [seen.path for seen in publisher.requests] == ["/a", "/b", "/b"]


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("Mon, 02 Mar 2026 10:05:00 GMT", 300),
        ("999999999", 24 * 3600),
        ("Mon, 02 Mar 2099 10:05:00 GMT", 24 * 3600),
    ],
)
async def test_t21_a_pause_is_a_number_or_a_date_and_never_over_a_day(
    fetcher: Fetcher, publisher: Publisher, header: str, seconds: int
) -> None:
    feed = publisher.feed("/a")
    feed.will_send(
        f"HTTP/1.1 503 Busy\r\nContent-Length: 0\r\nRetry-After: {header}\r\n\r\n".encode()
    )

    error = await failure(fetcher, feed.url)

    assert error.retry_after == timedelta(seconds=seconds)
    assert isinstance(await fetcher.fetch(feed.url), Postponed)


@pytest.mark.parametrize(
    ("status", "header"),
    [(429, None), (429, "soon"), (503, None), (500, "60"), (503, "-1")],
)
async def test_t21_without_a_time_nobody_else_is_kept_waiting(
    fetcher: Fetcher, publisher: Publisher, status: int, header: str | None
) -> None:
    feed = publisher.feed("/a").add(title="Fire in Sumy")
    feed.will_fail(status, retry_after=header)

    error = await failure(fetcher, feed.url)

    assert error.kind is (Fault.BUSY if status == 429 else Fault.SERVER)
    assert error.retry_after is None
    assert isinstance(await fetcher.fetch(feed.url), Document)


async def test_t21_who_waits_for_a_place_is_sent_away_too(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    release = asyncio.Event()
    publisher.feed("/a").will_wait(release)
    publisher.feed("/busy").will_fail(429, retry_after=60)
    holders = [
        asyncio.create_task(fetcher.fetch(at(publisher, host, "/a")))
        for host in ("a.one.example", "a.one.example")
    ]
    await publisher.wait_for_requests("/a", 2)
    waiting = asyncio.create_task(fetcher.fetch(at(publisher, "a.one.example", "/a")))

    await failure(fetcher, at(publisher, "b.one.example", "/busy"))
    release.set()
    await asyncio.gather(*holders)

    assert isinstance(await waiting, Postponed)
    assert [seen.path for seen in publisher.requests].count("/a") == 2


async def test_a_redirect_to_a_site_that_asked_for_a_pause_is_not_followed(
    fetcher: Fetcher, publisher: Publisher
) -> None:
    publisher.feed("/busy").will_fail(429, retry_after=60)
    publisher.feed("/a").will_redirect(at(publisher, "one.example", "/b"))
    await failure(fetcher, at(publisher, "one.example", "/busy"))

    answer = await fetcher.fetch(at(publisher, "two.example", "/a"))

    assert isinstance(answer, Postponed)
    assert [seen.path for seen in publisher.requests] == ["/busy", "/a"]
