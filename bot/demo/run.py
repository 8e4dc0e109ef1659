"""Runs the whole product on this machine: local publisher, local Bot API, page and bot."""

import asyncio
import contextlib
import errno
import logging
import secrets
import tempfile
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from datetime import datetime
from pathlib import Path
from typing import Protocol

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Mount

from bot.app import run, utc_now
from bot.config.settings import Settings, load_settings
from bot.demo.botapi import BotApi, serve
from bot.demo.guard import Guard
from bot.demo.items import load_news
from bot.demo.page import ChatPage
from bot.demo.publisher import Publisher
from bot.demo.seats import take_seats

HOST = "127.0.0.1"
NEXT_PORTS = 20  # tried after a busy one, before the system chooses
POLL_EVERY = "2s"
READY_WITHIN = 20.0  # seconds for the bot to read each feed; a few are enough
APP_GRACE = 3.0  # seconds for the bot to end its work; then it is cancelled
CANCEL_GRACE = 0.5  # seconds to end after that; 5 are promised for all together


class RunApp(Protocol):
    """`bot.app.run`: the service until `stop` is set."""

    def __call__(
        self, settings: Settings, /, *, role: str, stop: asyncio.Event
    ) -> Coroutine[object, object, None]:
        """Run it."""


async def run_demo(
    port: int,
    *,
    announce: Callable[[str], None],
    stop: asyncio.Event,
    run_app: RunApp = run,
    timeline: bool = True,
    now: Callable[[], datetime] = utc_now,
) -> None:
    """Run everything until `stop` is set, then end within 5 seconds.

    Args:
        port: Where the page is wanted; the next free port is taken if it is busy, and 0
            takes any.
        announce: Takes the sentences that the visitor must read, the page's address too.
        stop: Set it to end the demo.
        run_app: The bot; not another one but in tests.
        timeline: Whether the outlets publish by themselves.
        now: The clock.
    """
    api = BotApi(_new_token(), poll_floor=0)  # no pause, so that the bot can stop at once
    publisher = Publisher(load_news(), clock=now)
    key = secrets.token_urlsafe(24)
    page = ChatPage(api, publisher, cookie="tocsin_demo", key=key)
    app = Starlette(
        routes=[*page.routes, *publisher.routes, Mount("/", api.asgi)],
        middleware=[Middleware(Guard, name=page.cookie, key=key)],
    )
    take_seats(api)
    with tempfile.TemporaryDirectory(prefix="tocsin-demo-") as folder:
        async with contextlib.AsyncExitStack() as stack:
            stack.enter_context(_quiet_ticks())
            base = await stack.enter_async_context(_served(api, app, port))
            stack.callback(page.close)
            await stack.enter_async_context(_beside(page.relay()))
            address = f"Tocsin demo: open {base}/ in a browser; Ctrl-C stops it."
            if port and not base.endswith(f":{port}"):
                address = (
                    f"Port {port} is busy, so the demo took the next free one.\n{address}"
                )
            opening = _open(publisher, lambda: announce(address), timeline=timeline)
            await stack.enter_async_context(_beside(opening))
            settings = _settings(Path(folder), base, api.token, publisher)
            await _run_until(stop, run_app(settings, role="all", stop=stop))


@contextlib.contextmanager
def _quiet_ticks() -> Iterator[None]:
    """Keep skipped ticks off the visitor's terminal.

    The first poll starts the parser, which takes longer than the time between two ticks.
    """
    ticks = logging.getLogger("apscheduler")
    level = ticks.level
    ticks.setLevel(logging.ERROR)
    try:
        yield
    finally:
        ticks.setLevel(level)


async def _open(
    publisher: Publisher, announce: Callable[[], None], *, timeline: bool
) -> None:
    """Announce the page when the bot knows the archive, then let news come.

    What is published before a feed's first poll is the archive, and alerts nobody; so a
    visitor who is quick would wait for nothing.
    """
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(READY_WITHIN):
            await publisher.wait_until_read()
    announce()
    if timeline:
        await publisher.run_timeline()


def _new_token() -> str:
    return f"{10**9 + secrets.randbelow(10**9)}:{secrets.token_urlsafe(26)}"


def _settings(folder: Path, base: str, token: str, publisher: Publisher) -> Settings:
    """Write the demo's feeds.yaml into `folder`, and return settings that keep to it.

    Nothing of this process's own environment or ``.env`` is used: a real token or
    database of this machine is never touched.
    """
    feeds = folder / "feeds.yaml"
    feeds.write_text(publisher.feeds_yaml(base, interval=POLL_EVERY), encoding="utf-8")
    return load_settings(
        {
            "TOCSIN_TELEGRAM_TOKEN": token,
            "TOCSIN_TELEGRAM_API_URL": base,
            "TOCSIN_DATABASE_URL": f"sqlite:///{folder / 'demo.db'}",
            "TOCSIN_FEEDS_FILE": str(feeds),
            "TOCSIN_FEED_ALLOW_NETWORKS": "127.0.0.0/8",
            "TOCSIN_MIN_INTERVAL": "1s",
            "TOCSIN_WEB_PORT": "",
        },
        env_file=None,
    )


@contextlib.asynccontextmanager
async def _served(api: BotApi, app: Starlette, port: int) -> AsyncIterator[str]:
    """Serve at `port` or, if it is busy, at the next free one; yield the address."""
    async with contextlib.AsyncExitStack() as stack:
        yield await _listen(stack, api, app, port)


async def _listen(
    stack: contextlib.AsyncExitStack, api: BotApi, app: Starlette, port: int
) -> str:
    for candidate in range(port, min(port + NEXT_PORTS, 1 << 16)) if port else ():
        try:
            return await stack.enter_async_context(serve(api, HOST, candidate, app))
        except OSError as exc:
            if exc.errno not in (errno.EADDRINUSE, errno.EACCES):
                raise
    return await stack.enter_async_context(serve(api, HOST, 0, app))


@contextlib.asynccontextmanager
async def _beside(work: Coroutine[object, object, None]) -> AsyncIterator[None]:
    """Do `work` as long as the context is open."""
    task = asyncio.create_task(work)
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _run_until(stop: asyncio.Event, work: Coroutine[object, object, None]) -> None:
    """Run `work` until it ends or, once `stop` is set, at most `APP_GRACE` seconds more."""
    task = asyncio.create_task(work)
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
        await asyncio.wait({task}, timeout=APP_GRACE)
        if task.done():
            await task  # raises what it raised
    finally:
        stopped.cancel()
        task.cancel()
        await asyncio.wait({task}, timeout=CANCEL_GRACE)
