"""Reads a feed that somebody without any right to it has named."""

from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import datetime

from bot.domain.errors import FeedError
from bot.domain.model import Document, ParsedFeed, Postponed
from bot.parse.worker import ParserPool
from bot.pipeline.suggesting import Read
from bot.poll.fetch import Fetcher


@asynccontextmanager
async def open_reader(
    *,
    clock: Callable[[], datetime],
    proxy: str | None = None,
    allow_networks: Iterable[str] = (),
) -> AsyncGenerator[Read]:
    """Yield what fetches and reads a feed.

    From public addresses only: networks that an admin opened for feeds of his own choice
    are not open to whoever names an address. `allow_networks` is for tests.
    """
    fetcher = Fetcher(proxy=proxy, allow_networks=allow_networks)
    parser = ParserPool()

    async def read(url: str) -> tuple[Document, ParsedFeed | FeedError]:
        document = await fetcher.fetch(url, now=clock())
        if isinstance(document, Postponed):
            raise FeedError(url, document.reason, transient=True)
        assert isinstance(document, Document), "nothing is known that it could be like"
        try:
            return document, await parser.parse(document, now=clock())
        except FeedError as exc:
            return document, exc

    try:
        yield read
    finally:
        await fetcher.aclose()
        await parser.aclose()
