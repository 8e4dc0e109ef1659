"""What admins can ask of the service itself: reload its files, test a feed, back up."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from bot.config.feeds import load_feeds
from bot.config.settings import Settings
from bot.domain.model import FeedSpec
from bot.parse.worker import ParserPool
from bot.pipeline.configure import FeedsDiff, apply_feeds
from bot.pipeline.diagnosis import diagnose
from bot.pipeline.own_regions import use_regions
from bot.pipeline.verdicts import Verdict
from bot.poll.fetch import Fetcher
from bot.store.copying import copy_database
from bot.store.engine import Store

FOLDER = "backups"  # beside the database


@dataclass(frozen=True, slots=True, kw_only=True)
class Office:
    """The files and the network of this process, for its admins."""

    settings: Settings
    store: Store
    clock: Callable[[], datetime]

    async def reload(self) -> FeedsDiff:
        """Take feeds.yaml and regions.yaml as they are now; return what changed.

        Raises:
            ConfigError: One has an error; what runs stays as it is.
        """
        specs = await asyncio.to_thread(load_feeds, self.settings.feeds_file)
        await asyncio.to_thread(use_regions, self.settings.regions_file)
        return await apply_feeds(self.store, specs, now=self.clock())

    async def diagnose(self, spec: FeedSpec) -> Verdict:
        """Fetch and read a feed as its server gives it now."""
        networks = self.settings.feed_allow_networks
        fetcher = Fetcher(allow_networks=networks, proxy=self.settings.feed_proxy)
        async with ParserPool() as parser:
            try:
                return await diagnose(spec, fetcher, parser, clock=self.clock)
            finally:
                await fetcher.aclose()

    async def back_up(self) -> tuple[Path, int]:
        """Copy the database while it is used; return the file and its size.

        Raises:
            ConfigError: It is PostgreSQL, which has pg_dump.
            StoreError: The copy could not be written.
        """
        source = self.store.path
        name = f"tocsin-{self.clock():%Y%m%d-%H%M%S}.db"
        target = (source.parent if source is not None else Path()) / FOLDER / name
        return target, await asyncio.to_thread(_copy, source, target)


def _copy(source: Path | None, target: Path) -> int:
    if source is not None:
        target.parent.mkdir(mode=0o700, exist_ok=True)
    return copy_database(source, target)
