"""What an admin does beside running the service: check, migrate, back up, report."""

import asyncio
import contextlib
import platform
import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

import bot
from bot import app
from bot.commands import feed_tools
from bot.config.feeds import load_feeds
from bot.config.regions import check_regions
from bot.config.settings import Settings, load_settings
from bot.domain.errors import ConfigError, FeedError, StoreError, TocsinError
from bot.domain.model import Document, FeedSpec
from bot.parse.worker import ParserPool
from bot.poll.fetch import Fetcher
from bot.store import migrate as migration
from bot.store.engine import Store

FETCHES = 16  # of `check --fetch` at once


async def check(
    *, fetch: bool, say: Callable[[str], None], complain: Callable[[str], None]
) -> int:
    """Say what is wrong with the configuration; return how many findings there are."""
    try:
        settings = load_settings()
    except ConfigError as exc:
        complain(str(exc))
        return 1
    findings = 0
    specs: tuple[FeedSpec, ...] = ()
    try:
        specs = load_feeds(settings.feeds_file)
        say(f"{settings.feeds_file}: {len(specs)} feeds, no errors")
    except ConfigError as exc:
        complain(str(exc))
        findings += 1
    try:
        if settings.regions_file:
            say(check_regions(settings.regions_file))
    except ConfigError as exc:
        complain(str(exc))
        findings += 1
    if fetch:
        findings += await _check_feeds(settings, specs, say, complain)
    return findings


async def _check_feeds(
    settings: Settings,
    specs: Sequence[FeedSpec],
    say: Callable[[str], None],
    complain: Callable[[str], None],
) -> int:
    """Fetch each feed, and say how it is as soon as that is known; return the bad ones."""
    bad = 0
    room = asyncio.Semaphore(FETCHES)
    async with feed_tools(settings) as (fetcher, parser):
        for verdict in asyncio.as_completed(
            [_verdict(spec, fetcher, parser, room) for spec in specs if spec.enabled]
        ):
            is_good, line = await verdict
            bad += not is_good
            (say if is_good else complain)(line)
    return bad


async def _verdict(
    spec: FeedSpec, fetcher: Fetcher, parser: ParserPool, room: asyncio.Semaphore
) -> tuple[bool, str]:
    try:
        async with room:
            document = await fetcher.fetch(spec.url)
        assert isinstance(document, Document)
        parsed = await parser.parse(document, now=app.utc_now())
    except FeedError as exc:
        return False, f"{spec.url}: {exc.reason}"
    return True, f"{spec.url}: ok, {len(parsed.entries)} entries"


async def migrate() -> str:
    """Bring the database to this version's schema; return a sentence."""
    store = Store(load_settings().database_url)
    try:
        before, after = await migration.migrate(store)
    finally:
        await store.close()
    if before == after:
        return f"the schema is at {after} already"
    return f"the schema went from {before or 'nothing'} to {after}"


def backup(file: Path) -> str:
    """Copy an SQLite database while it is used; return a sentence."""
    source = Store(load_settings().database_url).path
    if source is None:
        raise ConfigError("tocsin backup", "for PostgreSQL use pg_dump")
    if not source.is_file():
        raise ConfigError(str(source), "there is no database yet")
    if file.exists():
        raise ConfigError(str(file), "exists already; name a new file")
    unfinished = file.with_name(f"{file.name}.part")
    try:
        with (
            contextlib.closing(sqlite3.connect(source)) as original,
            contextlib.closing(sqlite3.connect(unfinished)) as copy,
        ):
            original.backup(copy)
        unfinished.rename(file)
    except (OSError, sqlite3.Error) as exc:
        unfinished.unlink(missing_ok=True)
        raise StoreError(f"{file}: not written: {exc}") from exc
    return f"copied to {file}, {file.stat().st_size:,} bytes"


async def doctor() -> list[str]:
    """Return lines for a bug report; no secret is in them."""
    lines = [
        f"tocsin {bot.__version__}",
        f"Python {platform.python_version()}, {platform.platform()}",
    ]
    try:
        settings = load_settings()
    except ConfigError as exc:
        return [*lines, f"settings: {exc}"]
    lines += [f"{name}={value}" for name, value in settings.masked().items() if value]
    try:
        lines.append(f"feeds: {len(load_feeds(settings.feeds_file))}")
        store = Store(settings.database_url)
        try:
            if store.path is not None and not store.path.is_file():
                return [*lines, f"database: {store.path} is not there yet"]
            await migration.require_head(store)
            lines.append("database: at this version's schema")
        finally:
            await store.close()
    except TocsinError as exc:
        lines.append(str(exc))
    return lines
