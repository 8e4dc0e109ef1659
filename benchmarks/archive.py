"""Searching an archive of a million entries, and what its index costs.

First entries are stored in batches as polls store them; what the index adds is timed apart
from the rest. Words follow Zipf's law over invented ones, each in several forms. Then
``/search`` (its first page) and ``/test`` (seven days) are asked for rare, medium
and common words, for phrases and for combinations, beside a scan with LIKE.

One JSON line for each; ``--entries`` makes it smaller, ``--postgres URL`` asks another
database. The figures in docs/adr/0015 are of a million entries over 90 days.
"""

import argparse
import asyncio
import json
import math
import random
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from sqlalchemy import text

from bot.domain.model import FeedSpec, Subscription
from bot.match.stems import stems
from bot.pipeline.archive import Filling
from bot.pipeline.backtest import backtest
from bot.pipeline.queries import subscription_of
from bot.pipeline.search import find_page
from bot.store import archive, entries, feeds
from bot.store.archive import Vocabulary
from bot.store.engine import Store
from bot.store.entries import NewEntry
from bot.store.migrate import migrate

SEED = 7
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
DAYS = 90
FEEDS = 62
ROOTS = 40_000
ENDINGS = {"": 60, "а": 15, "и": 10, "у": 7, "ом": 5, "ами": 3}  # how frequent
SYLLABLES = (
    "ка ре до ві на сто ми лу бо ти за про пер ста ро но ди ки ли мо ко ма ра".split()
)
WORDS = 32  # of an entry; 24 different ones are the mean of 32,000 real ones
BATCHES = (5, 500)  # entries of a poll, and of many at once
QUERIES = 40  # of each kind
LIKE_QUERIES = 5
SHOWN = 40  # entries of which /search shows a page


def invent(chance: random.Random) -> tuple[list[list[str]], list[float]]:
    """Return words with their forms, the most frequent first, and cumulated weights."""
    roots: dict[str, None] = {}
    while len(roots) < ROOTS:
        roots["".join(chance.choices(SYLLABLES, k=chance.randint(2, 5))) + "к"] = None
    forms = [[root + ending for ending in ENDINGS] for root in roots]
    return forms, list(accumulate((rank + 3) ** -1.2 for rank in range(ROOTS)))


def invent_entries(
    chance: random.Random, count: int, forms: list[list[str]], weights: list[float]
) -> Iterator[NewEntry]:
    """Yield entries in the order of their times."""
    for number in range(count):
        words = [
            chance.choice(each)
            for each in chance.choices(forms, cum_weights=weights, k=WORDS)
        ]
        at = NOW - timedelta(days=DAYS) * (1 - number / count)
        yield NewEntry(
            feed_id=number % FEEDS + 1,
            guid=str(number),
            link=f"https://example.org/{number}",
            title=" ".join(words[:8]),
            summary=" ".join(words[8:]),
            author=None,
            categories=(),
            language="uk",
            published_at=at,
            first_seen_at=at,
            silent_reason=None,
            about=frozenset({"UA", f"UA-{number % 27}"}),
        )


class Timer:
    """Adds up the time of what is awaited."""

    def __init__(self) -> None:
        """Begin with none."""
        self.seconds = 0.0

    def wrapped(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """Return `call` with its time added up."""

        async def timed(*args: Any, **options: Any) -> Any:
            started = time.process_time()
            try:
                return await call(*args, **options)
            finally:
                self.seconds += time.process_time() - started

        return timed


async def fill(store: Store, count: int, new: Iterator[NewEntry]) -> None:
    """Store the entries, a tenth of them in batches as a poll has them."""
    timer = Timer()
    vocabulary = Vocabulary(stems)
    learn = timer.wrapped(vocabulary.learn)
    archive.add = timer.wrapped(archive.add)  # type: ignore[assignment]
    for size, share in zip(BATCHES, (0.1, 0.9), strict=True):
        timer.seconds, stored = 0.0, 0
        started = time.process_time()
        while stored < count * share:
            batch = list(islice(new, size))
            if not batch:
                break
            async with store.write() as tx:
                await entries.add(tx, batch)
                forms = {
                    w for each in batch for w in f"{each.title} {each.summary}".split()
                }
                await learn(tx, forms)
            vocabulary.remember()
            stored += len(batch)
        whole = time.process_time() - started
        show(
            kind="ingest",
            entries=stored,
            batch=size,
            index_cpu_us_per_entry=round(timer.seconds / stored * 1e6),
            all_cpu_us_per_entry=round(whole / stored * 1e6),
            ratio=round(timer.seconds / whole, 2),
        )


def show(**figures: Any) -> None:
    """Print a JSON line."""
    print(json.dumps({"benchmark": "archive"} | figures, ensure_ascii=False), flush=True)


def kinds(
    chance: random.Random, forms: list[list[str]], texts: Sequence[str]
) -> dict[str, list[str]]:
    """Return queries of each kind."""

    def word(low: int, high: int) -> str:
        return chance.choice(forms[chance.randrange(low, high)])

    def phrase() -> str:
        words = chance.choice(texts).split()
        start = chance.randrange(8, len(words) - 1)
        return f'"{words[start]} {words[start + 1]}"'

    makers: dict[str, Callable[[], str]] = {
        "common word": lambda: word(0, 30),
        "medium word": lambda: word(300, 3_000),
        "rare word": lambda: word(10_000, ROOTS),
        "no such word": lambda: word(0, ROOTS) + "зз",
        "phrase": phrase,
        "common phrase": lambda: f'"{word(0, 30)} {word(0, 30)}"',
        "two words": lambda: f"{word(30, 300)} {word(300, 3_000)}",
        "or, not": lambda: f"({word(300, 3_000)} OR {word(300, 3_000)}) -{word(0, 30)}",
        "in a region": lambda: f"{word(0, 30)} in UA-18",
        "prefix": lambda: word(300, 3_000)[:4] + "*",
    }
    return {kind: [make() for _ in range(QUERIES)] for kind, make in makers.items()}


async def timed(
    calls: Sequence[Callable[[], Any]],
) -> tuple[dict[str, float], list[float], list[Any]]:
    """Return p50 and p95 of the calls in ms, their CPU, and what they returned."""
    took, used, results = [], [], []
    for call in calls:
        started, cpu = time.perf_counter(), time.process_time()
        results.append(await call())
        took.append((time.perf_counter() - started) * 1_000)
        used.append((time.process_time() - cpu) * 1_000)
    times = {
        "p50_ms": percentile(took, 0.5),
        "p95_ms": percentile(took, 0.95),
        "cpu_p95_ms": percentile(used, 0.95),
    }
    return times, took, results


def percentile(values: list[float], share: float) -> float:
    """Return the value that `share` of them do not exceed."""
    return round(sorted(values)[math.ceil(len(values) * share) - 1], 1)


async def like(store: Store, query: str) -> float:
    """Return how long a scan for the letters of a query takes, in ms."""
    letters = query.split(maxsplit=1)[0].strip('"(*')
    started = time.perf_counter()
    async with store.read() as tx:
        await tx.execute(
            text(
                "SELECT id FROM entry WHERE title LIKE :q OR summary LIKE :q "
                "ORDER BY id DESC LIMIT :n"
            ),
            {"q": f"%{letters}%", "n": SHOWN},
        )
    return (time.perf_counter() - started) * 1_000


async def ask(store: Store, queries: dict[str, list[str]]) -> None:
    """Print the times of /search and /test."""
    everything: dict[str, list[float]] = {"search": [], "test": []}
    for kind, texts in queries.items():
        asked: list[Subscription] = [subscription_of(each) for each in texts]
        searches = [lambda s=s: find_page(store, s, 0) for s in asked]
        times, took, pages = await timed(searches)
        everything["search"] += took
        scans = [await like(store, each) for each in texts[:LIKE_QUERIES]]
        scan = percentile(scans, 0.5)
        show(
            kind="search",
            query=kind,
            **times,
            found=sum(map(bool, (each.entries for each in pages))),
            stopped=sum(each.back_to is not None for each in pages),
            like_p50_ms=scan,
            ratio=round(scan / times["p50_ms"], 1),
        )
        tests = [lambda s=s: backtest(store, [s], now=NOW) for s in asked]
        times, took, tested = await timed(tests)
        everything["test"] += took
        show(
            kind="test",
            query=kind,
            **times,
            found=sorted(len(each.ids) for each in tested)[len(tested) // 2],
            stopped=sum(each.back_to is not None for each in tested),
        )
    for kind, took in everything.items():
        show(
            kind=kind,
            query="all",
            p50_ms=percentile(took, 0.5),
            p95_ms=percentile(took, 0.95),
        )


async def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=1_000_000)
    parser.add_argument("--postgres", help="an empty database's URL")
    parser.add_argument("--keep", type=Path, help="use this SQLite file, filled or new")
    options = parser.parse_args()
    chance = random.Random(SEED)  # noqa: S311  # a repeatable load, no secret
    forms, weights = invent(chance)
    with tempfile.TemporaryDirectory(prefix="tocsin-") as folder:
        path = options.keep or Path(folder) / "archive.db"
        store = Store(options.postgres or f"sqlite:///{path}")
        try:
            await migrate(store)
            await Filling(store=store).finish()
            async with store.read() as tx:
                is_filled = await archive.get_newest_id(tx) > 0
            if not is_filled:
                async with store.write() as tx:
                    for number in range(FEEDS):
                        spec = FeedSpec(
                            url=f"https://example.org/{number}", title=f"Feed {number}"
                        )
                        await feeds.ensure(tx, spec, now=NOW)
                new = invent_entries(chance, options.entries, forms, weights)
                await fill(store, options.entries, new)
            texts = await sizes(store, path)
            await ask(store, kinds(random.Random(SEED), forms, texts))  # noqa: S311  # as above
        finally:
            await store.close()


async def sizes(store: Store, path: Path) -> list[str]:
    """Print how large the file and its index are; return some entries' texts."""
    async with store.read() as tx:
        rows = await tx.execute(text("SELECT title, summary FROM entry WHERE id % 997 = 0"))
        texts = [f"{row.title} {row.summary}" for row in rows]
        if store.is_sqlite:
            index = await tx.execute(text("SELECT sum(length(block)) FROM archive_data"))
            words = await tx.execute(text("SELECT count(*) FROM form"))
            size = await asyncio.to_thread(path.stat)
            show(
                kind="size",
                file_mb=round(size.st_size / 1e6),
                index_mb=round(index.scalar_one() / 1e6),
                forms=words.scalar_one(),
            )
    return texts


if __name__ == "__main__":
    asyncio.run(main())
