"""Subscriptions that an entry satisfies: the index, the naive loop and SQLite FTS5.

One JSON line for each number of subscriptions, all measured in the same run and in
processor time, so that other work on the machine does not count:

- `entries_per_second` of the index, one entry at a time;
- `naive_ratio`: as many times the loop that asks each query of each entry;
- `fts5_ratio`: as many times an FTS5 table in memory that takes 200 entries at once and is
  asked each query of all of them; it knows English inflections only;
- `add_p99_ms` and `remove_p99_ms`, with an entry read between two changes;
- `memory_mb`: how much larger the process is with the index and its subscriptions;
- `growth_exponent` of the time per entry since the first line.

Words are invented, half of them Cyrillic, and follow Zipf's law. Entries are written as
news are: a tenth of the words are names, and one in eight ends a sentence. (In 9,140 real
entries, 11 % of the words are names, and 12 % stand where a capital says nothing.) Their
language is known, as it always is in the pipeline: English, as the Latin endings are.

Subscribers ask for rarer words than the 2,500 that texts are made of most, in any
inflection: 45 % for a word, 20 % for a phrase, 15 % for two words, 10 % for one of three
without a fourth, 5 % for a beginning and 5 % for two words near each other.

Usage: python benchmarks/match.py [SIZE …]; from 1,000,000 on the peers are left out.
"""

import json
import math
import os
import random
import resource
import sqlite3
import sys
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from itertools import accumulate, islice
from multiprocessing import get_context

from bot.domain.model import Subscription
from bot.match.evaluate import find_evidence
from bot.match.index import SubscriptionIndex
from bot.match.parse import parse_query
from bot.match.words import Asked, DocumentWords

SEED = 7
SIZES = (1_000, 10_000, 100_000)
WITHOUT_PEERS = 1_000_000
VOCABULARY = 10_000  # in 30,000 forms; 15,393 real English entries have 15,591
FREQUENT = 2_500
TITLE = 10  # words
WORDS_PER_ENTRY = 52  # about 350 characters
ENTRIES = 1_000
READ_BEFORE = 10_000  # entries; then 1 % of the words are new, of real ones 1.3 %
NAIVE_ENTRIES = 4
CHANGES = 2_000
NAMES = 0.1
SENTENCE = 8  # words
LANGUAGE = "en"
ALPHABETS = (("bdfgklmnprstvz", "aeiou"), ("бвгдклмнпрстх", "аеиоу"))
ENDINGS = (("", "s", "ing"), ("", "а", "ами"))


def vocabulary(chance: random.Random) -> list[tuple[str, int]]:
    """Return different invented words, each with the number of its alphabet."""
    found: dict[str, int] = {}
    while len(found) < VOCABULARY:
        number = chance.randrange(2)
        consonants, vowels = ALPHABETS[number]
        syllables = chance.choice((2, 2, 3, 3, 4))
        letters = [
            chance.choice(consonants) + chance.choice(vowels) for _ in range(syllables)
        ]
        found["".join(letters) + chance.choice(consonants)] = number
    return list(found.items())


class Load:
    """Invented entries and queries, the same in each run."""

    def __init__(self) -> None:
        """Invent the words."""
        self.chance = random.Random(SEED)  # noqa: S311  # a repeatable load, no secret
        self.words = vocabulary(self.chance)
        names = self.chance.sample(self.words, int(VOCABULARY * NAMES))
        self._names = frozenset(word for word, _ in names)
        self._often = list(accumulate(1 / rank for rank in range(1, VOCABULARY + 1)))
        self._asked = list(accumulate(1 / n for n in range(FREQUENT, VOCABULARY)))

    def entry(self) -> str:
        """Return a title and a summary."""
        chosen = self.chance.choices(self.words, cum_weights=self._often, k=WORDS_PER_ENTRY)
        written = []
        begins = True
        for place, (word, number) in enumerate(chosen, 1):
            form = word + self.chance.choice(ENDINGS[number])
            ends = self.chance.randrange(SENTENCE) == 0 or place == TITLE
            is_high = begins or word in self._names
            written.append((form.capitalize() if is_high else form) + "." * ends)
            begins = ends
        return f"{' '.join(written[:TITLE])}\n{' '.join(written[TITLE:])}"

    def query(self) -> tuple[str, str]:
        """Return a query, and the same for FTS5."""
        wanted = self.words[FREQUENT:]
        chosen = self.chance.choices(wanted, cum_weights=self._asked, k=4)
        a, b, c, d = (word for word, _ in chosen)
        kind = self.chance.random() * 100
        for share, query, fts in (
            (45, a, a),
            (20, f'"{a} {b}"', f'"{a} {b}"'),
            (15, f"{a} {b}", f"{a} AND {b}"),
            (10, f'({a} OR {b} OR "{b} {c}") -{d}', f'({a} OR {b} OR "{b} {c}") NOT {d}'),
            (5, f"{a[:5]}*", f"{a[:5]}*"),
        ):
            if kind < share:
                return query, fts
            kind -= share
        return f"{a} NEAR/8 {b}", f"NEAR({a} {b}, 8)"


def no_region(_: str) -> None:
    """Return no region: no query asks for one."""


def read(query: str):  # noqa: ANN201
    """Read a query."""
    return parse_query(query, no_region)


def subscriptions(queries: Iterable[str]) -> Iterator[Subscription]:
    """Yield a subscription for each query."""
    for number, query in enumerate(queries):
        yield Subscription(id=number, chat_id=number, query=query)


def asked(entry: str) -> Asked:
    """Return what the index is asked of an entry."""
    return Asked(words=DocumentWords(entry, language=LANGUAGE))


def megabytes() -> float:
    """Return how large the process is; where only the peak is known, that."""
    try:
        with open("/proc/self/statm", encoding="ascii") as file:  # noqa: PTH123
            return int(file.read().split()[1]) * os.sysconf("SC_PAGESIZE") / 2**20
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20


def changes(index: SubscriptionIndex, load: Load, size: int) -> dict[str, float]:
    """Return how long adding and removing take, in milliseconds."""
    adding, removing = [], []
    for number in range(size, size + CHANGES):
        subscription = Subscription(id=number, chat_id=number, query=load.query()[0])
        gone = load.chance.randrange(number)
        index.find(asked(load.entry()))
        started = time.process_time()
        index.add(subscription)
        added = time.process_time()
        index.remove(gone)
        removing.append(time.process_time() - added)
        adding.append(added - started)
    at = CHANGES * 99 // 100
    return {
        "add_p99_ms": round(sorted(adding)[at] * 1000, 3),
        "remove_p99_ms": round(sorted(removing)[at] * 1000, 3),
    }


def naive(queries: list[str], entries: list[str]) -> tuple[float, list[int]]:
    """Return the seconds per entry of asking each query, and what each entry satisfies."""
    nodes = [read(query) for query in queries]
    started = time.process_time()
    found = []
    for entry in entries:
        one = asked(entry)
        found.append(sum(find_evidence(node, one) is not None for node in nodes))
    return (time.process_time() - started) / len(entries), found


def fts5(queries: list[str], entries: list[str]) -> float:
    """Return the seconds per entry of an FTS5 table that takes all entries at once."""
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE entry USING fts5(text, tokenize='porter unicode61')"
    )
    started = time.process_time()
    rows = [(number, text) for number, text in enumerate(entries)]
    database.executemany("INSERT INTO entry(rowid, text) VALUES (?, ?)", rows)
    found: dict[int, list[int]] = {number: [] for number, _ in rows}
    ask = "SELECT rowid FROM entry WHERE entry MATCH ?"
    for number, query in enumerate(queries):
        for (entry,) in database.execute(ask, (query,)):
            found[entry].append(number)
    return (time.process_time() - started) / len(entries)


def measure(size: int) -> dict[str, float]:
    """Return the figures for so many subscriptions."""
    load = Load()
    entries = [load.entry() for _ in range(ENTRIES)]
    pairs = list(islice(iter(load.query, None), size))
    read("warm up")
    before, started = megabytes(), time.process_time()
    index = SubscriptionIndex(read, subscriptions(query for query, _ in pairs))
    built = time.process_time() - started
    grown = megabytes() - before

    for _ in range(READ_BEFORE):
        index.find(asked(load.entry()))
    started = time.process_time()
    found = [len(index.find(asked(entry))) for entry in entries]
    seconds = (time.process_time() - started) / ENTRIES
    figures = {
        "subscriptions": size,
        "matches_per_entry": round(sum(found) / ENTRIES, 1),
        "entries_per_second": round(1 / seconds),
        "seconds_to_build": round(built, 1),
        "memory_mb": round(grown),
    }
    if size < WITHOUT_PEERS:
        of_loop, counts = naive([query for query, _ in pairs], entries[:NAIVE_ENTRIES])
        assert counts == found[:NAIVE_ENTRIES], "the index and the loop disagree"
        of_fts5 = fts5([fts for _, fts in pairs], entries[:200])
        figures |= {
            "naive_ratio": round(of_loop / seconds, 1),
            "fts5_ratio": round(of_fts5 / seconds, 1),
        }
    return figures | changes(index, load, size)


def main() -> None:
    """Print the figures, each size in a process of its own."""
    sizes = [int(size) for size in sys.argv[1:]] or SIZES
    first: tuple[int, float] | None = None
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as pool:
        for figures in pool.map(measure, sizes):
            size, rate = int(figures["subscriptions"]), figures["entries_per_second"]
            if first is None:
                first = (size, rate)
            elif size > first[0]:
                exponent = math.log(first[1] / rate) / math.log(size / first[0])
                figures["growth_exponent"] = round(exponent, 2)
            print(json.dumps({"benchmark": "match", **figures}), flush=True)


if __name__ == "__main__":
    main()
