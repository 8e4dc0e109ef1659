"""What a feed's address must never reach; the guard allows 127.0.0.2 only."""

import socket
from collections.abc import AsyncIterator

import pytest
from aiohttp import web
from publisher import Publisher

from bot.domain.errors import Fault, FetchError
from bot.domain.model import Document
from bot.poll.fetch import Fetcher
from bot.poll.resolve import Answers, Lookup


@pytest.fixture
async def private() -> AsyncIterator[Publisher]:
    async with Publisher("127.0.0.1") as running:
        running.feed("/secret.xml").add(title="not for you")
        yield running


@pytest.fixture
async def allowed() -> AsyncIterator[Publisher]:
    try:
        socket.create_server(("127.0.0.2", 0)).close()
    except OSError:
        pytest.skip("this machine has no second loopback address")
    async with Publisher("127.0.0.2") as running:
        yield running


@pytest.fixture
async def guarded() -> AsyncIterator[Fetcher]:
    made = Fetcher(allow_networks=["127.0.0.2/32"])
    yield made
    await made.aclose()


async def failure(fetcher: Fetcher, url: str) -> FetchError:
    with pytest.raises(FetchError) as caught:
        await fetcher.fetch(url)
    return caught.value


async def reason(fetcher: Fetcher, url: str) -> str:
    return (await failure(fetcher, url)).reason


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
async def test_a_redirect_to_this_machine_is_not_followed(
    guarded: Fetcher, allowed: Publisher, private: Publisher, status: int
) -> None:
    allowed.feed("/a.xml").will_redirect(private.url("/secret.xml"), status)

    said = await reason(guarded, allowed.url("/a.xml"))

    assert said.startswith("blocked address")
    assert said.endswith("(127.0.0.1)")
    assert private.requests == []


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "localhost",
        "0177.0.0.1",
        "017700000001",
        "127.0.1",
        "\uff11\uff12\uff17.0.0.1",
        "localhost.",
        "127.0.0.1.",
        "[::1]",
        "[::ffff:127.0.0.1]",
        "[::ffff:7f00:1]",
        "[::7f00:1]",
        "[64:ff9b::7f00:1]",
        "[2002:7f00:1::]",
        "0",
        "0.0.0.0",
        "[::]",
    ],
)
async def test_t24_no_spelling_reaches_this_machine(
    guarded: Fetcher, private: Publisher, host: str
) -> None:
    url = private.url("/secret.xml").replace("127.0.0.1", host)

    error = await failure(guarded, url)

    assert error.kind in {Fault.BLOCKED, Fault.ADDRESS}
    assert private.requests == []


@pytest.mark.parametrize(
    "host",
    [
        "10.0.0.1",
        "100.64.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "192.0.0.8",
        "192.168.0.1",
        "198.18.0.1",
        "224.0.0.1",
        "240.0.0.1",
        "255.255.255.255",
        "[::ffff:10.0.0.1]",
        "[64:ff9b::a00:1]",
        "[64:ff9b:1::1]",
        "[2002:a00:1::]",
        "[fc00::1]",
        "[fe80::1%25eth0]",
        "[fec0::1]",
        "[ff02::1]",
    ],
)
async def test_t24_no_private_address_is_asked(guarded: Fetcher, host: str) -> None:
    error = await failure(guarded, f"http://{host}/feed.xml")

    assert error.kind is Fault.BLOCKED
    assert error.reason.startswith("blocked address")


async def test_t24_strangers_are_asked_on_web_ports_only(guarded: Fetcher) -> None:
    error = await failure(guarded, "http://8.8.8.8:22/")

    assert error.kind is Fault.BLOCKED
    assert error.reason.startswith("blocked port")


def lookup(*rounds: tuple[str, ...]) -> Lookup:
    """Resolve every name to the addresses of each round in its turn."""
    left = list(rounds)

    def look_up(_host: str, port: int, _family: int) -> Answers:
        return [
            (socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, port))
            for each in left.pop(0)
        ]

    return look_up


@pytest.mark.parametrize(
    "answer", [("8.8.8.8", "127.0.0.1"), ("127.0.0.1", "8.8.8.8")], ids="/".join
)
async def test_t24_a_name_with_public_and_private_addresses_is_refused(
    private: Publisher, answer: tuple[str, ...]
) -> None:
    fetcher = Fetcher(lookup=lookup(answer))

    url = private.url("/secret.xml").replace("127.0.0.1", "mixed.example")
    error = await failure(fetcher, url)
    await fetcher.aclose()

    assert error.kind is Fault.BLOCKED
    assert "public and private" in error.reason
    assert private.requests == []


async def test_t24_a_name_that_changes_its_mind_is_checked_each_time(
    allowed: Publisher, private: Publisher
) -> None:
    fetcher = Fetcher(
        allow_networks=["127.0.0.2/32"], lookup=lookup(("127.0.0.2",), ("127.0.0.1",))
    )
    allowed.feed("/a.xml").will_serve(b"<rss/>", headers={"Connection": "close"})
    url = allowed.url("/a.xml").replace("127.0.0.2", "rebinding.example")

    first = await fetcher.fetch(url)
    error = await failure(fetcher, url)
    await fetcher.aclose()

    assert isinstance(first, Document)
    assert error.kind is Fault.BLOCKED
    assert private.requests == []


async def test_an_allowed_address_is_fetched(guarded: Fetcher, allowed: Publisher) -> None:
    allowed.feed("/a.xml").add(title="Fire in Sumy")

    assert isinstance(await guarded.fetch(allowed.url("/a.xml")), Document)


@pytest.mark.parametrize(
    "target", ["file:///etc/passwd", "ftp://127.0.0.2/", "gopher://127.0.0.2/"]
)
async def test_a_redirect_to_another_scheme_is_not_followed(
    guarded: Fetcher, allowed: Publisher, target: str
) -> None:
    allowed.feed("/a.xml").will_redirect(target)

    assert "not one of http or https" in await reason(guarded, allowed.url("/a.xml"))


async def test_redirects_end(guarded: Fetcher, allowed: Publisher) -> None:
    for number in range(7):
        allowed.feed(f"/{number}").will_redirect(f"/{number + 1}")
    allowed.feed("/circle").will_redirect("/circle")
    allowed.feed("/5").heal()

    assert isinstance(await guarded.fetch(allowed.url("/0")), Document)
    allowed.feed("/5").will_redirect("/6")
    assert await reason(guarded, allowed.url("/0")) == "more than 5 redirects"
    assert await reason(guarded, allowed.url("/circle")) == "the redirects run in a circle"


async def test_a_proxy_may_stand_on_this_machine_but_not_lead_back_to_it() -> None:
    asked: list[tuple[str, str]] = []

    async def forward(request: web.BaseRequest) -> web.Response:
        asked.append(
            (request.headers["Host"], request.headers.get("Proxy-Authorization", ""))
        )
        return web.Response(body=b"<rss/>")

    runner = web.ServerRunner(web.Server(forward))
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    fetcher = Fetcher(proxy=f"http://ann:secret@127.0.0.1:{runner.addresses[0][1]}")

    document = await fetcher.fetch("http://feeds.example.org/a.xml")
    said = await reason(fetcher, "http://localhost/a.xml")
    await fetcher.aclose()
    await runner.cleanup()

    assert isinstance(document, Document)
    assert said.startswith("blocked address")
    assert asked == [("feeds.example.org", "Basic YW5uOnNlY3JldA==")]


async def test_a_proxy_that_is_not_there_is_named_and_its_password_is_not() -> None:
    fetcher = Fetcher(proxy="http://ann:secret@127.0.0.1:1")

    error = await failure(fetcher, "http://feeds.example.org/a.xml")
    await fetcher.aclose()

    assert error.kind is Fault.CONNECTION
    assert error.reason == "the proxy cannot be reached"
    assert "secret" not in str(error)
