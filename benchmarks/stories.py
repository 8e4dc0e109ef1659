"""What finding an entry's story costs while the window fills, on an SQLite file.

One JSON line at each tenth of the window: entries a second of processor time over the last
part, the slowest in a hundred, memory, and the cost of an entry as a multiple of writing
one row of its text in the same run. Texts are invented: words follow Zipf's law over
30,000, and each event has 40 of its own draw, as news has; every third entry retells one of
the last hundred events. With `--batch 1` the slowest in a hundred is that of an entry.

    python benchmarks/stories.py [--entries 100000] [--batch 10]
"""

import argparse
import asyncio
import json
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from itertools import accumulate
from pathlib import Path

from sqlalchemy import insert

from bot import allocator, interpreter
from bot.domain.model import FeedSpec, ParsedEntry
from bot.pipeline.groups import StateMemory
from bot.pipeline.prepare import Prepared, key_entry, prepare_entry
from bot.pipeline.storybook import StoryBook
from bot.store import feeds, schema
from bot.store.engine import Store
from bot.store.migrate import migrate

SEED = 11
START = datetime(2026, 3, 2, tzinfo=UTC)
VOCABULARY = 30_000
LETTERS = "aeiourstnlmdkpgbv"
RECENT = 100  # events that are still retold
EVENT = 40  # words of which an event's texts are made
HEADLINE = 14  # of them in titles
FEEDS = 500
SPEC = FeedSpec(url="https://bench.invalid/", title="bench", publisher="bench")


def texts(count: int) -> Iterator[str]:
    """Yield titles with a sentence."""
    rng = random.Random(SEED)  # noqa: S311  # texts, no secrets
    words = ["".join(rng.choices(LETTERS, k=rng.randint(3, 10))) for _ in range(VOCABULARY)]
    weights = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
    events: list[list[str]] = []
    for number in range(count):
        if number % 3 or not events:
            own = rng.choices(words, cum_weights=weights, k=EVENT)
            events = [*events[-RECENT:], own]
        else:
            own = rng.choice(events)
        yield " ".join([*rng.sample(own[:HEADLINE], k=9), *rng.choices(own, k=16)])


def prepared(texts_: Sequence[str], first: int, total: int) -> list[Prepared]:
    """Return these entries; all of them lie within one window."""
    step = timedelta(hours=70) / total
    made = []
    for number, text in enumerate(texts_, start=first):
        words = text.split()
        at = START + step * number
        entry = ParsedEntry(
            title=" ".join(words[:9]), summary=" ".join(words[9:]), published_at=at
        )
        made.append(prepare_entry(key_entry(entry, SPEC), SPEC, at=at))
    return made


async def measure(folder: Path, *, entries: int, size: int) -> None:
    """Fill the window, and print a line for each tenth of it."""
    store = Store(f"sqlite:///{folder / 'bench.db'}")
    await migrate(store)
    async with store.write() as tx:
        ids = [
            await feeds.ensure(tx, FeedSpec(url=f"https://{n}.invalid/"), now=START)
            for n in range(FEEDS)
        ]
    source = texts(entries)
    memory = StateMemory()
    took: list[float] = []
    peer = 0.0
    for first in range(0, entries, size):
        batch = prepared([next(source) for _ in range(size)], first, entries)
        began = time.process_time()
        await group(store, batch, [ids[(first + n) % FEEDS] for n in range(size)], memory)
        took.append(time.process_time() - began)
        if not first:  # as the service does when all is loaded
            interpreter.settle()
            await allocator.trim()
        if first % (entries // 10) >= size:
            continue
        peer = peer or await write_texts(store, batch)
        if len(took) > 1:
            report(first, took, size, peer)
            took = []
    report(entries, took, size, peer)
    await store.close()


async def group(
    store: Store, batch: Sequence[Prepared], ids: Sequence[int], memory: StateMemory
) -> None:
    """Find the stories of some entries in one transaction."""
    async with store.write() as tx:
        pairs = list(zip(batch, ids, strict=True))
        at = batch[-1].features.published_at
        book = await StoryBook.open(
            tx, pairs, oldest=batch[0].features.published_at, memory=memory
        )
        for one, feed_id in pairs:
            await book.find(one, feed_id=feed_id, spec=SPEC, now=at)
        await book.write(tx)
    memory.confirm()


async def write_texts(store: Store, batch: Sequence[Prepared]) -> float:
    """Return the seconds that writing one row for each entry takes, at best."""
    rows = [
        {"telegram_id": -1 - n, "kind": "bench", "language": "en", "time_zone": "UTC",
         "state": "active", "title": one.keyed.title, "created_at": START}
        for n, one in enumerate(batch)
    ]  # fmt: skip
    best = float("inf")
    for _ in range(5):
        began = time.process_time()
        async with store.write() as tx:
            await tx.execute(insert(schema.chat), rows)
        best = min(best, time.process_time() - began)
        async with store.write() as tx:
            await tx.execute(schema.chat.delete())
    return best / len(rows)


def report(done: int, took: Sequence[float], size: int, peer: float) -> None:
    """Print one line."""
    ordered = sorted(took)
    each = sum(took) / len(took) / size
    line = {
        "benchmark": "stories",
        "entries": done,
        "entries_per_second": round(1 / each),
        "p99_ms_per_transaction": round(1000 * ordered[int(len(ordered) * 0.99)], 1),
        "times_one_row": round(each / peer, 1),
        "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024,
    }
    sys.stdout.write(json.dumps(line) + "\n")
    sys.stdout.flush()


def main() -> None:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--entries", type=int, default=100_000)
    parser.add_argument("--batch", type=int, default=10)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        asyncio.run(measure(Path(folder), entries=arguments.entries, size=arguments.batch))


if __name__ == "__main__":
    main()
