"""The local publisher: invented outlets, their feeds, and news that keeps coming."""

import asyncio
import hashlib
import itertools
from collections import deque
from collections.abc import Callable
from datetime import datetime, timedelta
from email.utils import format_datetime
from html import escape

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import BaseRoute, Route

from bot.demo.documents import CONTENT_TYPES, Published, feed_document
from bot.demo.items import Draft, News, Outlet

WINDOW = 30  # entries in a feed document
FIRST_PAUSE = timedelta(seconds=8)  # time to open the page, from when its address is told
ECHO_PAUSE = timedelta(seconds=10)  # until the second outlet has the same headline
SCENE_PAUSE = timedelta(seconds=10)  # between an echo and the next event
MAX_TITLE, MAX_SUMMARY = 300, 2000

ARTICLE = """<!doctype html>
<html lang="{language}"><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="stylesheet" href="/static/article.css">
<main><p class="notice">Demo: this news is invented.</p><p class="outlet">{outlet}</p>
<h1>{title}</h1><p><time datetime="{iso}">{iso}</time></p><p>{summary}</p></main></html>
"""


class UnknownOutletError(LookupError):
    """No outlet has this slug."""


class Publisher:
    """Outlets with their entries; `routes` are ``/feeds/<slug>`` and ``/news/<slug>/<n>``.

    The archive is dated back from `clock`. `on_publish` is told of each entry that comes
    after it.
    """

    def __init__(self, news: News, *, clock: Callable[[], datetime]) -> None:
        """Publish the archive."""
        self.news = news
        self.on_publish: Callable[[Outlet, Published], None] | None = None
        self._clock = clock
        self._unread = {outlet.slug for outlet in news.outlets}
        self._read = asyncio.Event()
        self._numbers = itertools.count(1)
        self._outlets = {outlet.slug: outlet for outlet in news.outlets}
        self._entries: dict[str, deque[Published]] = {
            slug: deque(maxlen=WINDOW) for slug in self._outlets
        }
        now = clock()
        for age, draft in news.archive:
            self.publish(draft, at=now - age)
        self.routes: tuple[BaseRoute, ...] = (
            Route("/feeds/{slug}", self._feed),
            Route("/news/{slug}/{number:int}", self._article),
        )

    def publish(self, draft: Draft, *, at: datetime | None = None) -> Published:
        """Put `draft` on top of its outlet's feed and return the entry.

        Raises:
            UnknownOutletError: The draft names no outlet of ours.
            ValueError: It has no title.
        """
        if draft.outlet not in self._outlets:
            raise UnknownOutletError(draft.outlet)
        title = " ".join(draft.title.split())[:MAX_TITLE]
        if not title:
            msg = "a headline is needed"
            raise ValueError(msg)
        number = next(self._numbers)
        entry = Published(
            number=number,
            title=title,
            summary=draft.summary.strip()[:MAX_SUMMARY],
            published_at=(at or self._clock()).replace(microsecond=0),
        )
        self._entries[draft.outlet].appendleft(entry)
        if self.on_publish is not None:
            self.on_publish(self._outlets[draft.outlet], entry)
        return entry

    def newest(self, limit: int) -> list[tuple[Outlet, Published]]:
        """Return the newest entries of all outlets, newest first."""
        entries = [
            (self._outlets[slug], entry)
            for slug, window in self._entries.items()
            for entry in window
        ]
        return sorted(entries, key=lambda pair: pair[1].number, reverse=True)[:limit]

    async def wait_until_read(self) -> None:
        """Return when somebody has kept every feed: came back to it with its ETag."""
        await self._read.wait()

    async def run_timeline(self) -> None:
        """Publish scene after scene until cancelled."""
        await asyncio.sleep(FIRST_PAUSE.total_seconds())
        for drafts in self.news.scenes():
            for draft in drafts:
                self.publish(draft)
                await asyncio.sleep(ECHO_PAUSE.total_seconds())
            await asyncio.sleep(SCENE_PAUSE.total_seconds())

    def feeds_yaml(self, base_url: str, *, interval: str) -> str:
        """Return a feeds.yaml (version 1) with every outlet's feed below `base_url`."""
        lines = ["version: 1", f"defaults: {{interval: {interval}}}", "feeds:"]
        for outlet in self.news.outlets:
            lines.append(f'  - url: "{base_url}/feeds/{outlet.slug}"')
            lines.append(f'    title: "{outlet.title}"')
            lines.append(f"    language: {outlet.language}")
            if outlet.country:
                lines.append(f'    country: "{outlet.country}"')
        return "\n".join(lines) + "\n"

    def _outlet(self, request: Request) -> Outlet:
        outlet = self._outlets.get(request.path_params["slug"])
        if outlet is None:
            raise HTTPException(404)
        return outlet

    async def _feed(self, request: Request) -> Response:
        """Answer with the feed, or with 304 if the caller has it (RFC 9110, section 13)."""
        outlet = self._outlet(request)
        entries = self._entries[outlet.slug]
        body = feed_document(outlet, entries, home=f"{request.base_url}news/{outlet.slug}/")
        etag = f'"{hashlib.sha256(body).hexdigest()[:20]}"'
        headers = {"ETag": etag, "Cache-Control": "no-cache"}
        if entries:
            headers["Last-Modified"] = format_datetime(entries[0].published_at, usegmt=True)
        if request.headers.get("if-none-match") == etag:
            self._unread.discard(outlet.slug)
            if not self._unread:
                self._read.set()
            return Response(status_code=304, headers=headers)
        headers["Content-Type"] = CONTENT_TYPES[outlet.format]
        return Response(body, headers=headers)

    async def _article(self, request: Request) -> Response:
        """Show one entry, so that a link in the chat leads somewhere."""
        outlet = self._outlet(request)
        number = request.path_params["number"]
        for entry in self._entries[outlet.slug]:
            if entry.number == number:
                return HTMLResponse(
                    ARTICLE.format(
                        language=outlet.language,
                        outlet=escape(outlet.title),
                        title=escape(entry.title),
                        summary=escape(entry.summary),
                        iso=entry.published_at.isoformat(),
                    )
                )
        raise HTTPException(404)
