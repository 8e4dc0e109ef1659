"""One scripted feed of the loopback publisher (see publisher.py)."""

import asyncio
import gzip
import zlib
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime
from hashlib import blake2b
from typing import Self

from aiohttp import web
from feed_formats import CONTENT_TYPES, Item, render

EPOCH = datetime(2026, 3, 2, 10, tzinfo=UTC)

Script = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(slots=True)
class _Fault:
    status: int
    answer: Script
    times: int | None


@dataclass(slots=True, kw_only=True)
class ScriptedFeed:
    """One path. Change any attribute between two polls; `add` and `will_*` return self."""

    root: str
    path: str
    title: str = "Loopback News"
    language: str | None = "en"
    format: str = "rss"
    etag: bool = True
    last_modified: bool = False
    gzip: bool = False
    cache_control: str | None = None
    newest_first: bool = True
    window: int | None = None
    content_type: str | None = None
    items: list[Item] = field(default_factory=list)
    body: bytes | None = None
    changed_at: datetime = EPOCH
    faults: list[_Fault] = field(default_factory=list)

    @property
    def url(self) -> str:
        return self.root + self.path

    def add(
        self,
        *,
        title: str,
        link: str | None = None,
        guid: str | None = None,
        summary: str = "",
        published: datetime | str | None = None,
        author: str | None = None,
        categories: tuple[str, ...] = (),
    ) -> Self:
        """Publish one entry. Link and guid are made from its number; "" leaves one out."""
        number = len(self.items) + 1
        link = f"{self.root}{self.path}/{number}" if link is None else link
        self.items.append(
            Item(
                title=title,
                link=link,
                guid=link if guid is None else guid,
                summary=summary,
                published=published,
                author=author,
                categories=categories,
            )
        )
        return self

    def will_fail(
        self,
        status: int,
        *,
        retry_after: object = None,
        body: bytes = b"",
        times: int | None = 1,
    ) -> Self:
        """Answer with this status."""

        async def answer(_request: web.Request) -> web.StreamResponse:
            headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
            return web.Response(status=status, headers=headers, body=body)

        return self._then(status, answer, times)

    def will_redirect(
        self, to: str, status: int = 302, *, times: int | None = None
    ) -> Self:
        """Send whoever asks to `to`, an address or a path."""

        async def answer(_request: web.Request) -> web.StreamResponse:
            return web.Response(status=status, headers={"Location": to})

        return self._then(status, answer, times)

    def will_wait(self, until: asyncio.Event, *, times: int | None = None) -> Self:
        """Answer as a healthy feed does, but not before `until` is set."""

        async def answer(request: web.Request) -> web.StreamResponse:
            await until.wait()
            return self._healthy(request)

        return self._then(200, answer, times)

    def will_drip(self, pause: float = 0.01, *, times: int | None = 1) -> Self:
        """Send the body byte by byte, for as long as the client waits."""

        async def answer(request: web.Request) -> web.StreamResponse:
            response = web.StreamResponse(headers={"Content-Type": self._type()})
            await response.prepare(request)
            with suppress(ConnectionResetError):  # the client had enough
                for byte in self.render():
                    await response.write(bytes((byte,)))
                    await asyncio.sleep(pause)
            return response

        return self._then(200, answer, times)

    def will_cut(self, after: int = 100, *, times: int | None = 1) -> Self:
        """Promise the whole body and hang up after `after` bytes."""

        async def answer(request: web.Request) -> web.StreamResponse:
            body = self.render()
            response = web.StreamResponse(headers={"Content-Type": self._type()})
            response.content_length = len(body)
            await response.prepare(request)
            await response.write(body[:after])
            _hang_up(request)
            return response

        return self._then(200, answer, times)

    def will_reset(self, *, times: int | None = 1) -> Self:
        """Read the request and drop the connection."""
        return self.will_send(b"", times=times)

    def will_send(self, raw: bytes, *, times: int | None = 1) -> Self:
        """Send these bytes in place of an HTTP answer, and hang up."""

        async def answer(request: web.Request) -> web.StreamResponse:
            if request.transport is not None:
                request.transport.write(raw)
            _hang_up(request)
            return web.Response()

        return self._then(0, answer, times)

    def will_serve(
        self,
        body: bytes,
        content_type: str = "application/rss+xml",
        *,
        headers: Mapping[str, str] | None = None,
        times: int | None = 1,
    ) -> Self:
        """Answer 200 with this body and no validators."""

        async def answer(_request: web.Request) -> web.StreamResponse:
            return web.Response(
                body=body, headers={"Content-Type": content_type, **(headers or {})}
            )

        return self._then(200, answer, times)

    def will_swell(self, size: int, *, packed: bool = False, times: int | None = 1) -> Self:
        """Answer with `size` bytes of nothing; `packed` as a gzip bomb."""
        if packed:
            packer = zlib.compressobj(9, zlib.DEFLATED, 31)
            block = bytes(2**20)
            body = b"".join(packer.compress(block) for _ in range(size // len(block)))
            headers = {"Content-Encoding": "gzip"}
            return self.will_serve(body + packer.flush(), headers=headers, times=times)
        return self.will_serve(b" " * size, times=times)

    def heal(self) -> Self:
        """Forget every fault."""
        self.faults.clear()
        return self

    def render(self) -> bytes:
        """Return the document as it is now: `body` if one was set."""
        if self.body is not None:
            return self.body
        items = self.items[::-1] if self.newest_first else self.items
        if self.window is not None:
            items = items[: self.window] if self.newest_first else items[-self.window :]
        return render(
            self.format,
            title=self.title,
            link=self.root,
            language=self.language,
            items=items,
        )

    def _then(self, status: int, answer: Script, times: int | None) -> Self:
        self.faults.append(_Fault(status, answer, times))
        return self

    def _type(self) -> str:
        return self.content_type or CONTENT_TYPES[self.format]

    def answer(self, request: web.Request) -> tuple[int, Awaitable[web.StreamResponse]]:
        """Take the next step of the script: the status and the answer to wait for."""
        if not self.faults:
            response = self._healthy(request)
            return response.status, _at_once(response)
        fault = self.faults[0]
        if fault.times is not None:
            fault.times -= 1
            if fault.times <= 0:
                self.faults.pop(0)
        return fault.status, fault.answer(request)

    def _healthy(self, request: web.Request) -> web.Response:
        body = self.render()
        headers = {"Content-Type": self._type()}
        if self.cache_control is not None:
            headers["Cache-Control"] = self.cache_control
        fresh = False
        if self.last_modified:
            headers["Last-Modified"] = format_datetime(self.changed_at, usegmt=True)
            fresh = request.headers.get("If-Modified-Since") == headers["Last-Modified"]
        if self.etag:
            headers["ETag"] = f'"{blake2b(body, digest_size=8).hexdigest()}"'
            if "If-None-Match" in request.headers:
                fresh = request.headers["If-None-Match"] == headers["ETag"]
        if fresh:
            return web.Response(status=304, headers=headers)
        if self.gzip and "gzip" in request.headers.get("Accept-Encoding", ""):
            headers["Content-Encoding"] = "gzip"
            body = gzip.compress(body)
        return web.Response(body=body, headers=headers)


def _hang_up(request: web.Request) -> None:
    if request.transport is not None:
        request.transport.close()


async def _at_once(response: web.StreamResponse) -> web.StreamResponse:
    return response
