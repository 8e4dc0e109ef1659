"""What an admin does beside running the service: check, migrate, back up, report."""

import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import bot
from bot import app
from bot.config import opml
from bot.config.addresses import shown_url
from bot.config.feeds import load_feeds
from bot.config.feeds_file import add_feeds, read_listed
from bot.config.opml import parse_opml, render_opml
from bot.config.settings import Settings, load_settings
from bot.config.yaml import read_capped
from bot.domain.errors import ConfigError, ConfigErrors, TocsinError
from bot.domain.model import FeedSpec
from bot.feed_check import Checked, check_feeds, count_feeds, line, table
from bot.pipeline.archive import Filling
from bot.pipeline.own_regions import inspect_regions, read_regions, summary
from bot.pipeline.status import Overview, get_overview
from bot.pipeline.verdicts import Level
from bot.store import migrate as migration
from bot.store.copying import copy_database
from bot.store.engine import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """Where `check` writes.

    `say` takes what is in order, `complain` what is not; `progress` is told how many of how
    many feeds were fetched, and how many wait for a site that asked for a pause. `width` is
    that of the terminal, None in a pipe.
    """

    say: Callable[[str], None]
    complain: Callable[[str], None]
    progress: Callable[[int, int, int], None]
    width: int | None = None


async def check(*, fetch: bool, screen: Screen) -> int:
    """Say what is wrong with the configuration; return how many findings there are."""
    try:
        settings = load_settings()
    except ConfigError as exc:
        return _complain(exc, screen)
    findings = 0
    specs: tuple[FeedSpec, ...] = ()
    try:
        specs = load_feeds(settings.feeds_file)
        screen.say(f"{settings.feeds_file}: {count_feeds(specs)}, no errors")
    except ConfigError as exc:
        findings += _complain(exc, screen)
    try:
        if settings.regions_file:
            for text in inspect_regions(settings.regions_file):
                screen.say(text)
    except ConfigError as exc:
        findings += _complain(exc, screen)
    if fetch:
        enabled = [spec for spec in specs if spec.enabled]
        findings += await _check_feeds(settings, enabled, screen)
    return findings


def _complain(found: ConfigError, screen: Screen) -> int:
    """Say each thing that is wrong, in a line of its own; return how many there are."""
    errors = found.errors if isinstance(found, ConfigErrors) else (found,)
    for error in errors:
        screen.complain(str(error))
    return len(errors)


async def _check_feeds(
    settings: Settings, specs: Sequence[FeedSpec], screen: Screen
) -> int:
    """Fetch each feed, and say how it is; return how many have errors.

    In a pipe each is a line as soon as it is known, on a terminal there is one table.
    """
    done = 0

    def wait(feeds: int) -> None:
        screen.progress(done, len(specs), feeds)

    def tell(checked: Checked) -> None:
        nonlocal done
        done += 1
        screen.progress(done, len(specs), 0)
        if screen.width is None:
            is_error = checked.verdict.level is Level.ERROR
            (screen.complain if is_error else screen.say)(line(checked, now=app.utc_now()))

    checked = await check_feeds(settings, specs, tell=tell, on_wait=wait)
    if screen.width is not None and checked:
        for text in table(checked, now=app.utc_now(), width=screen.width):
            screen.say(text)
    return sum(each.verdict.level is Level.ERROR for each in checked)


def import_feeds(
    file: Path, *, say: Callable[[str], None], complain: Callable[[str], None]
) -> int:
    """Add the feeds of an OPML file to feeds.yaml; return how many were refused.

    Raises:
        ConfigError: The file is not OPML, or feeds.yaml cannot be added to.
    """
    feeds_file = load_settings().feeds_file
    found = parse_opml(read_capped(file, opml.MAX_BYTES), str(file))
    addition = add_feeds(feeds_file, found.feeds)
    for feed in addition.added:
        without = f" (without {', '.join(feed.left_out)})" if feed.left_out else ""
        say(f"added: {shown_url(feed.url)}{without}")
    for feed in addition.known:
        say(f"known: {shown_url(feed.url)}")
    for name, reason in found.refused:
        complain(f"refused: {name}: {reason}")
    say(
        f"{feeds_file}: {len(addition.added)} added, {len(addition.known)} known, "
        f"{len(found.refused)} refused"
    )
    return len(found.refused)


def export_feeds() -> str:
    """Return feeds.yaml as OPML.

    Raises:
        ConfigError: The file cannot be used.
    """
    return render_opml(read_listed(load_settings().feeds_file), title="Feeds of Tocsin")


async def migrate() -> str:
    """Bring the database to this version's schema, and its archive; return a sentence."""
    store = Store(load_settings().database_url)
    try:
        before, after = await migration.migrate(store)
        await Filling(store=store).finish()
    finally:
        await store.close()
    if before == after:
        return f"the schema is at {after} already"
    return f"the schema went from {before or 'nothing'} to {after}"


def backup(file: Path) -> str:
    """Copy an SQLite database while it is used; return a sentence."""
    size = copy_database(Store(load_settings().database_url).path, file)
    return f"copied to {file}, {size:,} bytes"


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
    for part in (_feeds_line, _regions_line):
        try:
            lines += part(settings)
        except ConfigError as exc:
            lines.append(str(exc))
    try:
        lines += await _database_lines(settings)
    except TocsinError as exc:
        lines.append(str(exc))
    if settings.telegram_token is not None:
        from bot.deliver.asking import ask_telegram  # noqa: PLC0415  # 20 MB, only here

        token, url = settings.require_token(), settings.telegram_api_url
        lines.append(f"Telegram: {await ask_telegram(token, url)}")
    return lines


def _feeds_line(settings: Settings) -> list[str]:
    return [f"feeds: {len(load_feeds(settings.feeds_file))}"]


def _regions_line(settings: Settings) -> list[str]:
    if settings.regions_file is None:
        return []
    return [f"own regions: {summary(read_regions(settings.regions_file).own)}"]


async def _database_lines(settings: Settings) -> list[str]:
    store = Store(settings.database_url)
    try:
        if store.path is not None and not store.path.is_file():
            return [f"database: {store.path} is not there yet"]
        await migration.require_head(store)
        overview = await get_overview(store)
    finally:
        await store.close()
    return ["database: at this version's schema", _queue(overview)]


def _queue(overview: Overview) -> str:
    since = overview.waiting_since
    oldest = f", the oldest since {since:%Y-%m-%d %H:%M} UTC" if since else ""
    return f"messages: {overview.waiting} wait{oldest}; dead letters: {overview.dead}"
