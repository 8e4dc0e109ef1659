"""What reading a report's signals costs, beside finding its places.

One JSON line for each language: milliseconds of CPU for `read_report` of an entry of a
title and about 300 characters, and as a share of what `annotate` takes for the same entry
in the same run; first of entries that tell tolls and claims in each sentence, then of
entries without a single cue. Sentences are those of tests/fixtures/reports, shuffled.
"""

import csv
import json
import random
import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.annotate import gazetteer
from bot.annotate.about import annotate
from bot.annotate.reports import read_report

FIXTURES = Path(__file__).resolve().parents[1] / "tests" / "fixtures" / "reports"
SEED = 7
ENTRIES = 400
CHARACTERS = 300
ROUNDS = 5  # the best of so many, for the machine does other things, too
AT = datetime(2025, 5, 14, 9, 0, tzinfo=UTC)
TABLES = ("tolls", "claims", "occasion", "credits", "corrections")
PLAIN = {
    "en": "green river music over slow garden window light carries quiet morning song",
    "uk": "зелена річка музика над садом повільно вікно світанок тиха пісня дерево луг",
    "ru": "зеленая река музыка над садом медленно окно рассвет тихая песня дерево луг",
}

Entry = tuple[str, str]


def sentences(language: str) -> list[str]:
    """Return the invented sentences of one language."""
    found: list[str] = []
    for table in TABLES:
        with (FIXTURES / f"{table}.tsv").open(encoding="utf-8", newline="") as file:
            rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            found += [row[1] for row in rows if row[0] == language]
    return found


def entries(chance: random.Random, parts: list[str], joint: str) -> list[Entry]:
    """Return entries of a title and about `CHARACTERS` more, each of other parts."""
    found = []
    for _ in range(ENTRIES):
        title, *rest = chance.choices(parts, k=60)
        summary = ""
        for part in rest:
            if len(summary) > CHARACTERS:
                break
            summary += part + joint
        found.append((title, summary))
    return found


def milliseconds(call: Callable[[Entry], object], items: list[Entry]) -> float:
    """Return the least CPU milliseconds that `call` took for one of `items`."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for item in items:
            call(item)
        best = min(best, time.process_time() - started)
    return best / len(items) * 1e3


def main() -> None:
    """Print the figures."""
    chance = random.Random(SEED)  # noqa: S311  # a repeatable load, no secret
    gazetteer.load()
    for language, plain in PLAIN.items():
        for kind, items in (
            ("every sentence a signal", entries(chance, sentences(language), ". ")),
            ("no cue", entries(chance, plain.split(), " ")),
        ):
            read = milliseconds(
                lambda item, lang=language: read_report(*item, lang, published_at=AT), items
            )
            places = milliseconds(lambda item, lang=language: annotate(*item, lang), items)
            line = {
                "benchmark": "reports",
                "language": language,
                "entries": kind,
                "report_ms": round(read, 3),
                "annotate_ms": round(places, 3),
                "ratio": round(read / places, 2),
            }
            print(json.dumps(line))


if __name__ == "__main__":
    main()
