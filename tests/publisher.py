"""A publisher on loopback whose feeds follow a script; for every test that needs one.

::

    async with Publisher() as publisher:
        feed = publisher.feed("/a.xml").add(title="Fire in Sumy", published=NOW)
        feed.will_fail(503, retry_after=30)          # the next answer only
        ... poll publisher.url("/a.xml") ...
        assert [seen.status for seen in publisher.requests] == [503]

A feed answers 304 to the validators that it handed out. Faults queue up; each is used
`times` times (None: until `heal`), then the feed is healthy again.
"""

import asyncio
import socket
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from email.utils import format_datetime
from types import TracebackType
from typing import Self

from aiohttp import web
from scripted_feed import ScriptedFeed

from bot.poll.resolve import Answers

__all__ = ["Publisher", "ScriptedFeed", "Seen", "everything_here"]


@dataclass(slots=True, kw_only=True)
class Seen:
    """A request as it came in, and the status that it was answered with."""

    path: str
    method: str
    headers: Mapping[str, str]
    status: int = 404


def everything_here(_host: str, port: int, _family: int) -> Answers:
    """Resolve every name to this machine."""
    return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]


class Publisher:
    """The server; `requests` holds what was asked of it, oldest first."""

    def __init__(self, host: str = "127.0.0.1") -> None:
        self.requests: list[Seen] = []
        self.feeds: dict[str, ScriptedFeed] = {}
        self._host = host
        self._root = ""
        self._runner: web.AppRunner | None = None
        self._asked = asyncio.Condition()
        self.clock: Callable[[], datetime] | None = None  # of `Date`; None: the machine's

    async def __aenter__(self) -> Self:
        app = web.Application()
        app.router.add_route("*", "/{path:.*}", self._answer)
        self._runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, self._host, 0)
        await site.start()
        self._root = f"http://{self._host}:{self._runner.addresses[0][1]}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._runner is not None:
            await self._runner.cleanup()

    def url(self, path: str = "/") -> str:
        """Return the address of `path`."""
        return self._root + path

    def feed(self, path: str) -> ScriptedFeed:
        """Return the feed at `path`, made at the first call."""
        if path not in self.feeds:
            self.feeds[path] = ScriptedFeed(root=self._root, path=path)
        return self.feeds[path]

    async def wait_for_requests(self, path: str, count: int, timeout: float = 60) -> None:  # noqa: ASYNC109  # tests read it as one
        """Wait until `path` was asked for `count` times since the start."""

        def is_enough() -> bool:
            return sum(seen.path == path for seen in self.requests) >= count

        async with asyncio.timeout(timeout), self._asked:
            await self._asked.wait_for(is_enough)

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        seen = Seen(
            path=request.path_qs, method=request.method, headers=dict(request.headers)
        )
        self.requests.append(seen)
        async with self._asked:
            self._asked.notify_all()
        feed = self.feeds.get(request.path)
        if feed is None:
            return web.Response(status=404, text="no such feed")
        seen.status, answer = feed.answer(request)
        response = await answer
        if self.clock is not None and not response.prepared:
            date = format_datetime(self.clock(), usegmt=True)
            response.headers.setdefault("Date", date)
        return response
