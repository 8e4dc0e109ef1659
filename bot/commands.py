"""What the commands of the command line do; each returns or prints its result."""

import asyncio
import contextlib
import resource
import tempfile
import time
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

from bot import app, interpreter
from bot.annotate.named import EXACT
from bot.annotate.resolve import resolve as resolve_place
from bot.config.feeds import load_feeds
from bot.config.settings import Settings, load_settings
from bot.deliver.plain import line
from bot.domain.errors import ConfigError, FeedError
from bot.domain.model import Candidate, Document, ParsedEntry, PollReport
from bot.logs import set_up_logging
from bot.parse.worker import ParserPool
from bot.pipeline.archive import Filling
from bot.pipeline.backtest import SAMPLES, Backtest, backtest_given
from bot.pipeline.backtest import backtest as backtest_archive
from bot.pipeline.batch import Batch, BatchEntry, places_only
from bot.pipeline.batch_input import read_entries
from bot.pipeline.configure import apply_feeds
from bot.pipeline.own_regions import use_regions
from bot.pipeline.polling import Polling
from bot.pipeline.queries import subscription_of
from bot.pipeline.regions import find_group
from bot.poll.fetch import Fetcher
from bot.store import migrate as migration
from bot.store.copying import require_file
from bot.store.engine import Store
from bot.store.entries import StoredEntry

MAX_FILE = 64 * 1024 * 1024  # of `parse`: far over any feed, and a device never ends
MAX_OUTLET, MAX_TITLE = 40, 140  # of a sample, UTF-16 units
BATCH = 200  # entries of `annotate` decided in one transaction


async def run(role: str, stop: asyncio.Event) -> None:
    """Run the service until `stop` is set."""
    if role not in app.ROLES:
        raise ConfigError("--role", f"{role}: use one of {', '.join(app.ROLES)}")
    settings = load_settings()
    set_up_logging(settings)
    await app.run(settings, role=role, stop=stop)


async def demo(port: int, stop: asyncio.Event, say: Callable[[str], None]) -> None:
    """Run the demo until `stop` is set."""
    from bot.demo.run import run_demo  # noqa: PLC0415  # the service runs without it

    set_up_logging(load_settings({}, env_file=None, log_level="WARNING"))
    await run_demo(port, announce=say, stop=stop, run_app=app.run)


@contextlib.asynccontextmanager
async def feed_tools(settings: Settings) -> AsyncGenerator[tuple[Fetcher, ParserPool]]:
    """Open what fetches and what parses, as the settings say."""
    fetcher, parser = app.build_fetcher(settings), ParserPool()
    try:
        yield fetcher, parser
    finally:
        await fetcher.aclose()
        await parser.aclose()


async def poll_once(
    *, every: bool, progress: Callable[[PollReport], None]
) -> dict[str, Any]:
    """Poll each due feed once; return the numbers of ``tocsin poll``.

    `progress` is told of each feed. Both times are of the round alone: of this process
    from when the store and the feeds are ready until the last poll is committed, and of
    the parser's processes from their start. Starting Python is not polling.
    """
    settings = load_settings()
    set_up_logging(settings)
    specs = load_feeds(settings.feeds_file)
    use_regions(settings.regions_file)
    store = await app.open_store(settings)
    try:
        await apply_feeds(store, specs, now=app.utc_now())
        interpreter.settle()
        wall, cpu = time.monotonic(), time.process_time()
        async with feed_tools(settings) as (fetcher, parser):
            polling = Polling(
                ingest=app.build_ingest(settings, store, fetcher, parser), clock=app.utc_now
            )
            report = await polling.poll_once(every=every, progress=progress)
            wall, cpu = time.monotonic() - wall, time.process_time() - cpu
    finally:
        await store.close()
    children = resource.getrusage(resource.RUSAGE_CHILDREN)  # ended and waited for
    cpu += children.ru_utime + children.ru_stime
    return {
        "feeds": report.feeds,
        "fetched": report.fetched,
        "not_modified": report.not_modified,
        "unchanged": report.unchanged,
        "failed": report.failed,
        "new_entries": report.new_entries,
        "deliveries": report.deliveries,
        "wall_seconds": round(wall, 3),
        "cpu_seconds": round(cpu, 3),
    }


async def parse(
    sources: Sequence[str], *, out: Callable[[Any], None], complain: Callable[[str], None]
) -> int:
    """Print the entries of files and addresses; return how many could not be read."""
    failed = 0
    async with feed_tools(load_settings()) as (fetcher, parser):
        for source in sources:
            try:
                document = await _read_source(source, fetcher)
                parsed = await parser.parse(document, now=app.utc_now())
            except FeedError as exc:
                complain(f"{source}: {exc.reason}")
                failed += 1
                continue
            for entry in parsed.entries:
                out(_show_entry(source, entry, parsed.language))
    return failed


async def _read_source(source: str, fetcher: Fetcher) -> Document:
    if source.lower().startswith(("http://", "https://")):
        document = await fetcher.fetch(source)
        assert isinstance(document, Document)
        return document
    try:
        return await asyncio.to_thread(_read_file, Path(source))
    except OSError as exc:
        raise FeedError(source, exc.strerror or str(exc), transient=False) from exc


def _read_file(path: Path) -> Document:
    with path.open("rb") as file:
        body = file.read(MAX_FILE + 1)
    if len(body) > MAX_FILE:
        raise FeedError(str(path), f"longer than {MAX_FILE:,} bytes", transient=False)
    return Document(url=path.absolute().as_uri(), body=body)


def _show_entry(feed: str, entry: ParsedEntry, language: str | None) -> dict[str, Any]:
    at = entry.published_at
    return {
        "feed": feed,
        "guid": entry.guid,
        "link": entry.link,
        "title": entry.title,
        "summary": entry.summary,
        "published_at": at.strftime("%Y-%m-%dT%H:%M:%SZ") if at else None,
        "author": entry.author,
        "categories": list(entry.categories),
        "language": entry.language or language,
    }


async def annotate(
    lines: Iterable[bytes], *, only_places: bool, out: Callable[[Any], None]
) -> None:
    """Print the output for each line of input, in order."""
    settings = load_settings()
    use_regions(settings.regions_file)
    entries = read_entries(lines)
    if only_places:
        for entry in entries:
            out(places_only(entry))
        return
    with tempfile.TemporaryDirectory(prefix="tocsin-") as folder:
        store = Store(f"sqlite:///{folder}/annotate.db")
        try:
            await migration.migrate(store)
            decide = Batch(store, across_languages=settings.cross_language).decide
            for batch, error in _batches(entries):
                for line in await decide(batch):
                    out(line)
                if error is not None:
                    raise error
        finally:
            await store.close()


def _batches(
    entries: Iterator[BatchEntry],
) -> Iterator[tuple[list[BatchEntry], ConfigError | None]]:
    """Yield up to `BATCH` entries at a time, and with the last ones what ended them."""
    batch: list[BatchEntry] = []
    try:
        for entry in entries:
            batch.append(entry)
            if len(batch) == BATCH:
                yield batch, None
                batch = []
    except ConfigError as exc:
        yield batch, exc
    else:
        yield batch, None


async def backtest(query: str, *, days: int, lines: Iterable[bytes] | None) -> Backtest:
    """Return what a query would have sent, of the archive or of the lines of input.

    Raises:
        QueryError: It cannot be read.
    """
    settings = load_settings()
    use_regions(settings.regions_file)
    subscription = subscription_of(query)
    if lines is not None:
        return backtest_given(read_entries(lines), subscription)
    require_file(Store(settings.database_url).path)
    store = await app.open_store(settings)
    try:
        await Filling(store=store).finish()
        now = app.utc_now()
        return await backtest_archive(store, [subscription], now=now, days=days, most=None)
    finally:
        await store.close()


def backtest_json(found: Backtest) -> dict[str, Any]:
    """Return the numbers of ``--json``; days are of UTC."""
    return {
        "count": len(found.ids),
        "per_day": {day.isoformat(): number for day, number in found.per_day.items()},
        "ids": list(found.ids),
    }


def backtest_lines(found: Backtest) -> Iterable[str]:
    """Yield what a query would have sent, in lines for a person."""
    days = found.days or len(found.per_day) or 1
    noun = "entry" if len(found.ids) == 1 else "entries"
    unit = "day" if found.days == 1 else "days"
    of_time = f" in {found.days} {unit}" if found.days else ""
    average = f"about {len(found.ids) / days:.3g} a day"
    yield f"{len(found.ids)} {noun}{of_time}, {average}"
    for day, number in found.per_day.items():
        yield f"{day.isoformat()}  {number}"
    for entry in _samples(found):
        at = entry.published_at.strftime("%Y-%m-%d %H:%M")
        yield f"{at}  {line(entry.outlet, MAX_OUTLET)}: {line(entry.title, MAX_TITLE)}"


def _samples(found: Backtest) -> Sequence[StoredEntry]:
    """Return three entries: the newest of each story, then more of the same stories."""
    others = (hit.entry for hit in found.hits if hit.entry not in found.samples)
    samples = (*found.samples, *others)[:SAMPLES]
    return sorted(samples, key=lambda entry: entry.published_at, reverse=True)


def resolve(text: str) -> list[dict[str, Any]]:
    """Return the candidates for what was typed after /region; of a group all places."""
    use_regions(load_settings().regions_file)
    group = [Candidate(place=place, score=EXACT) for place in find_group(text)]
    return [
        {
            "id": candidate.place.id,
            "name": candidate.place.name("en"),
            "kind": candidate.place.kind.value,
            "path": _path(
                candidate.place.country, candidate.place.region, candidate.place.id
            ),
            "score": round(candidate.score, 1),
        }
        for candidate in group or resolve_place(text)
    ]


def _path(*ids: str | None) -> str:
    return "/".join(dict.fromkeys(part for part in ids if part))
