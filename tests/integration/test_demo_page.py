"""The chat page's server side: its guard, its JSON interface, the local publisher."""

import asyncio
import json
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime

import httpx
import pytest

from bot.config.feeds import parse_feeds
from bot.config.settings import Settings
from bot.demo.items import load_news
from bot.demo.run import run_demo
from bot.domain.model import ParsedEntry
from bot.parse.feed import parse_feed

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
HOSTILE = "Belgorod <img src=x onerror=alert(1)> & <b>not bold</b>"


@dataclass
class Demo:
    """A running demo whose bot only waits: the settings that it was given, the page."""

    client: httpx.AsyncClient
    said: str
    stop: asyncio.Event
    settings: list[Settings] = field(default_factory=list)


@asynccontextmanager
async def demo_at(port: int = 0) -> AsyncIterator[Demo]:
    announced: asyncio.Queue[str] = asyncio.Queue()
    settings: list[Settings] = []
    stop = asyncio.Event()

    async def wait(given: Settings, *, role: str, stop: asyncio.Event) -> None:
        assert role == "all"
        settings.append(given)
        await stop.wait()

    task = asyncio.create_task(
        run_demo(
            port,
            announce=announced.put_nowait,
            stop=stop,
            run_app=wait,
            timeline=False,
            now=lambda: NOW,
        )
    )
    said = await announced.get()
    address = re.search(r"http://\S+", said)
    assert address is not None
    async with httpx.AsyncClient(base_url=address[0]) as client:
        yield Demo(client=client, said=said, stop=stop, settings=settings)
    stop.set()
    await task


@pytest.fixture(autouse=True)
def _bot_that_reads_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.demo.run.READY_WITHIN", 0.0)


async def test_the_page_and_its_files_load_nothing_from_elsewhere() -> None:
    async with demo_at() as demo:
        page = await demo.client.get("/")
        names = re.findall(r'(?:src|href)="([^"]+)"', page.text)
        files = [await demo.client.get(name) for name in names]

    assert page.status_code == 200
    assert "'unsafe" not in page.headers["content-security-policy"]
    assert page.headers["content-security-policy"].startswith("default-src 'none'")
    assert all(name.startswith("/static/") for name in names)
    assert [file.status_code for file in files] == [200] * len(files)
    assert "<script>" not in page.text
    assert "style=" not in page.text


async def test_another_host_name_gets_nothing() -> None:
    async with demo_at() as demo:
        rebound = await demo.client.get("/", headers={"Host": "news.example"})
        local = await demo.client.get("/", headers={"Host": "localhost:9"})

    assert rebound.status_code == 421
    assert "set-cookie" not in rebound.headers
    assert local.status_code == 200


@pytest.mark.parametrize(
    "path", ["/page/say", "/page/press", "/page/block", "/page/publish", "/_ctl/say"]
)
async def test_only_the_page_itself_may_act(path: str) -> None:
    async with demo_at() as demo:
        without_key = await demo.client.post(path, json={})
        await demo.client.get("/")
        from_elsewhere = await demo.client.post(
            path, json={}, headers={"Origin": "http://news.example"}
        )
        no_json = await demo.client.post(path, content=b"{}")

    assert without_key.status_code == 403
    assert from_elsewhere.status_code == 403
    assert no_json.status_code in (400, 415)


async def test_the_key_is_out_of_reach_of_scripts_and_other_sites() -> None:
    async with demo_at() as demo:
        page = await demo.client.get("/")

    assert "HttpOnly" in page.headers["set-cookie"]
    assert "samesite=strict" in page.headers["set-cookie"].lower()


async def test_a_location_is_written_as_its_degrees() -> None:
    async with demo_at() as demo:
        await demo.client.get("/")
        await demo.client.post("/page/say", json={"seat": "sam", "text": "📍 50.91, -34.8"})
        chat = (await demo.client.get("/page/chat", params={"seat": "sam"})).json()

    [message] = chat["messages"]
    assert message["location"] == {"latitude": 50.91, "longitude": -34.8}
    assert "text" not in message


async def test_what_somebody_says_is_in_the_chat_and_in_the_events() -> None:
    async with demo_at() as demo:
        await demo.client.get("/")
        async with demo.client.stream("GET", "/page/events") as stream:
            lines = stream.aiter_lines()
            opened = await anext(lines)
            await demo.client.post("/page/say", json={"seat": "sam", "text": "/start"})
            event = json.loads((await _line(lines, "data: ")).removeprefix("data: "))
        chat = (await demo.client.get("/page/chat?seat=sam")).json()

    assert opened == ": open"
    assert (event["type"], event["message"]["text"]) == ("message", "/start")
    assert [message["text"] for message in chat["messages"]] == ["/start"]
    assert chat["blocked"] is False


async def test_what_is_published_is_told_at_once_and_is_in_the_feed_and_on_its_page() -> (
    None
):
    draft = {"outlet": "north-desk", "title": HOSTILE, "summary": "a < b"}
    async with demo_at() as demo:
        await demo.client.get("/")
        async with demo.client.stream("GET", "/page/events") as stream:
            lines = stream.aiter_lines()
            await anext(lines)
            answer = await demo.client.post("/page/publish", json=draft)
            event = json.loads((await _line(lines, "data: ")).removeprefix("data: "))
        feed = await demo.client.get("/feeds/north-desk")
        entry = _parsed(feed)[0]
        article = await demo.client.get(entry.link or "")

    assert answer.json() == {"ok": True}
    assert event == {"type": "published", "outlet": "North Desk", "title": HOSTILE}
    assert (entry.title, entry.summary) == (HOSTILE, "a < b")
    assert "&lt;img src=x" in article.text
    assert "<img" not in article.text


@pytest.mark.parametrize(
    ("path", "body", "status", "reason"),
    [
        pytest.param("say", {"seat": "nobody", "text": "x"}, 404, "nobody", id="seat"),
        pytest.param("say", {"seat": "sam", "text": ""}, 400, "text", id="empty text"),
        pytest.param("say", {"seat": "sam", "text": "x" * 70_000}, 413, "long", id="huge"),
        pytest.param("publish", {"outlet": "x", "title": "x"}, 400, "outlet", id="outlet"),
        pytest.param(
            "publish", {"outlet": "north-desk", "title": " "}, 400, "headline", id="title"
        ),
        pytest.param(
            "press", {"seat": "sam", "message": 9, "data": "x"}, 400, "message", id="press"
        ),
    ],
)
async def test_a_wrong_request_is_answered_with_its_reason(
    path: str, body: dict[str, object], status: int, reason: str
) -> None:
    async with demo_at() as demo:
        await demo.client.get("/")
        answer = await demo.client.post(f"/page/{path}", json=body)

    assert answer.status_code == status
    assert reason in answer.json()["error"]


async def test_blocking_the_bot_shows_until_it_is_unblocked() -> None:
    async with demo_at() as demo:
        await demo.client.get("/")
        seen = []
        for blocked in (True, False):
            await demo.client.post("/page/block", json={"seat": "sam", "blocked": blocked})
            seen.append((await demo.client.get("/page/chat?seat=sam")).json()["blocked"])

    assert seen == [True, False]


async def test_a_busy_port_is_named_and_the_next_one_taken() -> None:
    async with demo_at() as first:
        port = first.client.base_url.port
        async with demo_at(port or 0) as second:
            first_line, second_line = second.said.splitlines()

    assert first_line == f"Port {port} is busy, so the demo took the next free one."
    assert f":{port}/" not in second_line


async def test_the_bot_gets_settings_that_touch_nothing_of_this_machine() -> None:
    async with demo_at() as demo:
        settings = demo.settings[0]
        folder = settings.feeds_file.parent
        feeds = parse_feeds(settings.feeds_file.read_bytes())

    assert settings.telegram_api_url == str(demo.client.base_url).rstrip("/")
    assert settings.web_port is None
    assert str(folder) in settings.database_url
    assert len(feeds) == len(load_news().outlets)
    assert not folder.exists()


async def test_the_page_is_announced_when_the_bot_has_kept_every_feed(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.demo.run.READY_WITHIN", 60.0)
    said: list[str] = []
    said_before_the_end: list[int] = []

    async def read(settings: Settings, *, role: str, stop: asyncio.Event) -> None:
        assert role == "all"
        async with httpx.AsyncClient() as client:
            for feed in parse_feeds(settings.feeds_file.read_bytes()):
                first = await client.get(feed.url)
                said_before_the_end.append(len(said))
                await client.get(feed.url, headers={"If-None-Match": first.headers["etag"]})
        await stop.wait()

    stop = asyncio.Event()

    def announce(sentence: str) -> None:
        said.append(sentence)
        stop.set()

    await run_demo(0, announce=announce, stop=stop, run_app=read, timeline=False)

    assert said_before_the_end == [0] * len(load_news().outlets)
    assert len(said) == 1


async def test_a_bot_that_fails_ends_the_demo_with_its_error() -> None:
    async def fail(_settings: Settings, *, role: str, stop: asyncio.Event) -> None:
        del role, stop
        msg = "the bot broke"
        raise RuntimeError(msg)

    with pytest.raises(RuntimeError, match="the bot broke"):
        await run_demo(0, announce=print, stop=asyncio.Event(), run_app=fail)


async def test_a_bot_that_does_not_end_is_cancelled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("bot.demo.run.APP_GRACE", 0.01)
    ended: list[str] = []
    stop = asyncio.Event()

    async def hang(_settings: Settings, *, role: str, stop: asyncio.Event) -> None:
        stop.set()
        try:
            await asyncio.get_running_loop().create_future()
        finally:
            ended.append(role)

    await run_demo(0, announce=print, stop=stop, run_app=hang)

    assert ended == ["all"]


def _parsed(response: httpx.Response) -> tuple[ParsedEntry, ...]:
    return parse_feed(
        response.content,
        content_type=response.headers["content-type"],
        url=str(response.url),
        now=NOW,
    ).entries


async def _line(lines: AsyncIterator[str], start: str) -> str:
    async for line in lines:
        if line.startswith(start):
            return line
    raise AssertionError(start)
