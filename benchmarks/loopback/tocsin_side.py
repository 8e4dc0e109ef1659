"""Tocsin as `run` and `poll --once` put it together: settings, feeds.yaml, SQLite, stages.

``python -m loopback.tocsin_side WORKERS SUBSCRIPTIONS``
"""

import random
import sys
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

import uvloop
from loopback.invented import SYLLABLES, Writer
from loopback.side import Order, Work, obey

from bot import app, interpreter
from bot.annotate import gazetteer
from bot.config.feeds import load_feeds
from bot.config.settings import load_settings
from bot.parse.worker import ParserPool
from bot.pipeline.configure import apply_feeds
from bot.pipeline.polling import Polling
from bot.store import chats, subscriptions
from bot.store.engine import Store

SEED = 7
REGIONS = ("UA-63", "UA-59", "RU-BEL", "UA-32", "UA-51")


def write_feeds(path: Path, urls: list[str], interval: str = "5m") -> None:
    """Write a feeds.yaml."""
    lines = ["version: 1", f"defaults: {{interval: {interval}}}", "feeds:"]
    path.write_text("\n".join([*lines, *(f"  - url: {url}" for url in urls), ""]))


async def subscribe(store: Store, count: int) -> None:
    """Add `count` chats, each with a word or two; every tenth with a region."""
    chance = random.Random(SEED)  # noqa: S311  # a repeatable load, no secret
    writers = [Writer(language, chance) for language in SYLLABLES]
    now = app.utc_now()
    async with store.write() as tx:
        for number in range(count):
            chat = await chats.ensure_chat(
                tx,
                telegram_id=number + 1,
                kind="private",
                title=None,
                language="en",
                thread_id=None,
                now=now,
            )
            writer = writers[number % len(writers)]
            if number % 10 == 0:
                regions, query = (REGIONS[number // 10 % len(REGIONS)],), None
            else:
                regions, query = (), writer.rare_words(chance.randint(1, 2))
            await subscriptions.add(tx, chat.id, regions=regions, query=query, now=now)


class Ours:
    """One database after the other in a temporary folder, each with its own polling."""

    def __init__(self, folder: Path, workers: int, subscriptions: int) -> None:
        """Prepare; nothing is opened yet."""
        self._folder = folder
        self._subscriptions = subscriptions
        self._stack = AsyncExitStack()
        self.parser = ParserPool(workers=workers)
        self._polling: Polling | None = None
        self._opened = 0

    async def open(self, urls: list[str]) -> None:
        """Begin with an empty database and these feeds."""
        await self.close()
        self._opened += 1
        feeds_file = self._folder / "feeds.yaml"
        write_feeds(feeds_file, urls)
        settings = load_settings(
            {"TOCSIN_FEED_ALLOW_NETWORKS": "127.0.0.0/8"},
            None,
            database_url=f"sqlite:///{self._folder}/{self._opened}.db",
            feeds_file=feeds_file,
        )
        store = await app.open_store(settings)
        self._stack.push_async_callback(store.close)
        await subscribe(store, self._subscriptions)
        await apply_feeds(store, load_feeds(feeds_file), now=app.utc_now())
        fetcher = app.build_fetcher(settings)
        self._stack.push_async_callback(fetcher.aclose)
        ingest = app.build_ingest(settings, store, fetcher, self.parser)
        self._polling = Polling(ingest=ingest, clock=app.utc_now)
        interpreter.settle()

    async def poll(self) -> int:
        """Poll each feed; return how many new entries came."""
        assert self._polling
        report = await self._polling.poll_once(every=True)
        for url, error in list(report.errors.items())[:3]:
            sys.stderr.write(f"{url}: {error}\n")
        return report.new_entries

    async def close(self) -> None:
        """Close the database and what used it; the parser's processes live on."""
        await self._stack.aclose()
        self._stack = AsyncExitStack()


async def main() -> None:
    """Obey: ``{"first": [URL, …]}`` with an empty database, then ``{"poll": true}``."""
    gazetteer.load()
    with tempfile.TemporaryDirectory() as folder:
        ours = Ours(Path(folder), int(sys.argv[1]), int(sys.argv[2]))

        async def prepare(order: Order) -> Work:
            if "first" in order:
                await ours.open(order["first"])
            return ours.poll

        try:
            await obey(prepare)
        finally:
            await ours.close()
            await ours.parser.aclose()


if __name__ == "__main__":
    uvloop.run(main())
