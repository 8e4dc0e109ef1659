"""What was typed after /region: how fast places are found, and how many are missed.

One JSON line for filing the names, one for exact names, one for misspelt ones: one or two
letters lost, added, changed or swapped at random. The last is measured beside rapidfuzz
over all names, turn by turn in the same run; `recall` is the share of the names found by
that which are found without looking at each. Times are those of one core, without what
others did on it meanwhile.
"""

import json
import random
import time
from collections.abc import Callable, Sequence
from typing import Any

from rapidfuzz import fuzz, process

from bot.annotate.gazetteer import load
from bot.annotate.resolve import LEAST, resolve
from bot.annotate.spelling import Spelling

SEED = 7
COUNT = 2_000
LIMIT = 60  # names looked at, as resolve does
LATIN = "abcdefghijklmnopqrstuvwxyz"
CYRILLIC = "абвгдежзийклмнопрстуфхцчшщьыэюяіїєґ"


def misspelt(name: str, chance: random.Random) -> str:
    """Return `name` with one or two slips of the finger."""
    letters = LATIN if name.isascii() else CYRILLIC
    for _ in range(chance.choice((1, 2))):
        at = chance.randrange(len(name))
        letter = chance.choice(letters)
        name = chance.choice(
            (
                name[:at] + name[at + 1 :],
                name[:at] + letter + name[at:],
                name[:at] + letter + name[at + 1 :],
                name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :],
            )
        )
        name = name or letter
    return name


def timed(calls: Sequence[Callable[[], Any]]) -> list[float]:
    """Return how many milliseconds each call took, the quickest first."""
    times = []
    for call in calls:
        started = time.thread_time()
        call()
        times.append((time.thread_time() - started) * 1000)
    return sorted(times)


def spread(times: Sequence[float]) -> dict[str, float]:
    """Return the middle and the slowest but one in a hundred."""
    middle, slow = times[len(times) // 2], times[len(times) * 99 // 100]
    return {"p50_ms": round(middle, 3), "p99_ms": round(slow, 3)}


def main() -> None:
    """Print the figures."""
    chance = random.Random(SEED)  # noqa: S311  # a repeatable load, no secret
    rows = list(load().names())
    started = time.thread_time()
    spelling = Spelling(rows)
    seconds = time.thread_time() - started
    names = [name for name, _ in spelling.rows()]
    line: dict[str, Any] = {
        "benchmark": "resolve filing",
        "names": len(names),
        "seconds": round(seconds, 3),
        "megabytes": round(spelling.size / 1e6, 1),
    }
    print(json.dumps(line))

    resolve("zzz")  # its own names are filed at the first misspelling
    sample = [chance.choice(names) for _ in range(COUNT)]
    exact = timed([lambda name=name: resolve(name) for name in sample])
    print(json.dumps({"benchmark": "resolve exact"} | spread(exact)))

    typed = [misspelt(name, chance) for name in sample]
    ours = timed([lambda name=name: resolve(name) for name in typed])
    line = {"benchmark": "resolve misspelt", "queries": COUNT} | spread(ours)
    print(json.dumps(line | compare(spelling, sample, typed)))


def compare(
    spelling: Spelling, meant: Sequence[str], typed: Sequence[str]
) -> dict[str, Any]:
    """Return the figures of rapidfuzz over all names beside those of the filed ones."""
    bearers = dict(spelling.rows())
    names = list(bearers)
    every: list[float] = []
    filed: list[float] = []
    found = possible = 0
    for name, slip in zip(meant, typed, strict=True):
        started = time.thread_time()
        plain = process.extract(
            slip, names, scorer=fuzz.ratio, score_cutoff=LEAST, limit=LIMIT
        )
        between = time.thread_time()
        alike = spelling.alike(slip, least=LEAST, limit=LIMIT)
        every.append((between - started) * 1000)
        filed.append((time.thread_time() - between) * 1000)
        if any(each == name for each, _, _ in plain):
            possible += 1
            found += any(places == bearers[name] for _, places in alike)
    return {
        "all_names": spread(sorted(every)),
        "filed_names": spread(sorted(filed)),
        "ratio": round(sum(every) / sum(filed), 1),
        "recall": round(found / possible, 4),
    }


if __name__ == "__main__":
    main()
