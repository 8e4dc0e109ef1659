"""T24 and cases 1 to 11: where a feed's address may not lead, and answers without an end.

The newsroom's guard allows 127.0.0.1 only, so 127.0.0.2 plays the private network.
"""

import socket
from collections.abc import AsyncIterator
from datetime import timedelta
from ipaddress import ip_network

import pytest
from newsroom import Newsroom, newsroom
from publisher import Publisher

from bot.domain.model import Fault, FeedSpec
from bot.poll.resolve import Answers
from bot.poll.transport import Patience
from bot.store.engine import Store

NEWS = "Drone over Shebekino, the governor says"
BELGOROD = ("RU-BEL",)


class Names:
    """Resolves each name to its addresses, those of each call in turn."""

    def __init__(self) -> None:
        self.answers: dict[str, list[tuple[str, ...]]] = {}

    def __call__(self, host: str, port: int, _family: int) -> Answers:
        rounds = self.answers[host]
        found = rounds.pop(0) if len(rounds) > 1 else rounds[0]
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port)) for each in found]


@pytest.fixture
def names() -> Names:
    return Names()


@pytest.fixture
async def room(file_store: Store, names: Names) -> AsyncIterator[Newsroom]:
    allowed = (ip_network("127.0.0.1/32"),)
    patience = Patience(whole=timedelta(seconds=2), silence=timedelta(seconds=1))
    async with newsroom(
        file_store, allow_networks=allowed, patience=patience, lookup=names
    ) as room:
        yield room


@pytest.fixture
async def private() -> AsyncIterator[Publisher]:
    try:
        socket.create_server(("127.0.0.2", 0)).close()
    except OSError:
        pytest.skip("this machine has no second loopback address")
    async with Publisher("127.0.0.2") as running:
        running.feed("/secret.xml").add(title=f"Secret: {NEWS}")
        yield running


async def is_blocked(room: Newsroom, private: Publisher, path: str) -> None:
    """See that the feed at `path` fails, asks nobody, alerts nobody and stops no other."""
    chat = await room.subscribe(1, regions=BELGOROD)
    other = await room.feed("/other.xml")
    await room.poll()
    other.add(title=NEWS, published=room.now)

    report = await room.poll(timedelta(hours=30))

    assert report.failed == 1
    state = await room.state(path)
    assert state.fault in {Fault.BLOCKED, Fault.REDIRECT}
    assert state.last_error
    assert private.requests == []
    assert await room.alerts(chat) == [NEWS]


@pytest.mark.parametrize("status", [301, 302, 307])
async def test_t24_redirect_to_a_private_address(
    room: Newsroom, private: Publisher, status: int
) -> None:
    feed = await room.feed("/a.xml")
    feed.will_redirect(private.url("/secret.xml"), status)

    await is_blocked(room, private, "/a.xml")

    assert (await room.state("/a.xml")).move is None


@pytest.mark.parametrize(
    "target",
    ["http://169.254.169.254/latest/meta-data", "http://0x7f000002/", "http://[::1]/",
     "http://[::ffff:10.0.0.1]/", "http://100.64.0.1/", "file:///etc/passwd",
     "http://8.8.8.8:22/"],
)  # fmt: skip
async def test_t24_redirect_to_what_is_no_publisher(
    room: Newsroom, private: Publisher, target: str
) -> None:
    feed = await room.feed("/a.xml")
    feed.will_redirect(target)

    await is_blocked(room, private, "/a.xml")


async def test_t24_name_of_a_private_address(
    room: Newsroom, private: Publisher, names: Names
) -> None:
    names.answers["inside.example"] = [("127.0.0.2",)]
    await add(room, private, "inside.example")

    await is_blocked(room, private, "/secret.xml")


async def test_case_02_rebinding_is_seen_at_the_second_connection(
    room: Newsroom, private: Publisher, names: Names
) -> None:
    names.answers["rebinding.example"] = [("127.0.0.1",), ("127.0.0.2",)]
    await room.feed("/a.xml", host="rebinding.example")
    feed = room.publisher.feed("/a.xml")
    feed.will_serve(feed.render(), headers={"Connection": "close"})

    first = await room.poll()
    second = await room.poll()

    assert (first.failed, second.failed) == (0, 1)
    assert (await room.state("/a.xml")).fault is Fault.BLOCKED
    assert private.requests == []


async def test_case_03_public_and_private_addresses_of_one_name(
    room: Newsroom, private: Publisher, names: Names
) -> None:
    names.answers["mixed.example"] = [("8.8.8.8", "127.0.0.2")]
    await add(room, private, "mixed.example")

    await is_blocked(room, private, "/secret.xml")


async def add(room: Newsroom, private: Publisher, host: str) -> None:
    url = private.url("/secret.xml").replace("127.0.0.2", host)
    room.specs.append(FeedSpec(url=url, title="inside"))
    await room.configure()


async def test_case_06_sixth_redirect_is_an_error(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=BELGOROD)
    five, six = await room.feed("/0"), await room.feed("/start")
    six.will_redirect("/0")
    for number in range(5):
        room.publisher.feed(f"/{number}").will_redirect(f"/{number + 1}")
    end = room.publisher.feed("/5")
    await room.poll()

    end.add(title=NEWS, published=room.now)
    await room.poll(timedelta(hours=1))

    assert five.path == "/0"
    assert (await room.state("/0")).fault is None
    assert (await room.state("/start")).fault is Fault.REDIRECT
    assert await room.alerts(chat) == [NEWS]


async def test_case_07_redirect_loop_is_an_error(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    feed.will_redirect("/b.xml")
    room.publisher.feed("/b.xml").will_redirect("/a.xml")

    await room.poll()

    assert (await room.state("/a.xml")).fault is Fault.REDIRECT
    assert len(room.publisher.requests) == 2


async def test_case_10_endless_body_ends_at_the_deadline(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    feed.add(title="x" * 4000).will_drip(0.1)

    await room.poll()

    state = await room.state("/a.xml")
    assert state.fault is Fault.TIMEOUT
    assert "within 2 s" in str(state.last_error)


@pytest.mark.parametrize(
    ("length", "times"),
    [
        pytest.param(50, 2, id="too short, also when asked for the whole"),
        pytest.param(10**6, 1, id="too long"),
    ],
)
async def test_case_11_length_that_lies(room: Newsroom, length: int, times: int) -> None:
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title=NEWS, published=room.now)
    body = feed.render()
    head = f"HTTP/1.1 200 OK\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    feed.will_send(head.encode() + body, times=times)

    lied = await room.poll()
    await room.poll(timedelta(hours=1))

    assert lied.failed == 1
    assert await room.alerts(chat) == [NEWS]
