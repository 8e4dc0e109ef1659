r"""What a new entry costs from its text to its annotation, beside a bare cut into words.

One JSON line for each kind of entry: milliseconds of CPU for its keys and for language,
places and words, and the latter as a multiple of ``re.findall(r"\w+")`` over the same text
in the same run. Texts are invented: words follow Zipf's law over 20,000, and every third
entry names places. The best round counts, in which the odd chunks are remembered from the
rounds before; what real feeds bring for the first time costs more than this shows.
"""

import json
import random
import re
import time
from datetime import UTC, datetime

from bot.annotate import gazetteer
from bot.domain.model import FeedSpec, ParsedEntry
from bot.pipeline.prepare import key_entry, prepare_entry

SEED = 7
AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
ENTRIES = 600
ROUNDS = 5  # the best of so many, for the machine does other things, too
LENGTHS = {"typical": 500, "long": 1_500, "longest": 20_000}  # characters
LETTERS = {"latin": "aeiourstnlmdkpg", "cyrillic": "аеиоурстнлмдкпгії"}
NAMED = {
    "latin": ("in Kharkiv", "near Sumy", "the Kursk region", "from Ukraine", "The Times"),
    "cyrillic": ("у Харкові", "біля Сум", "Курській області", "з України", "вул. Сумська"),
}
_WORD = re.compile(r"\w+")


def some_words(chance: random.Random, letters: str) -> list[str]:
    """Return the vocabulary, the most frequent and shortest first."""
    found = (
        "".join(chance.choices(letters, k=2 + min(rank.bit_length() // 2, 7)))
        for rank in range(20_000)
    )
    return list(found)


def some_entry(
    chance: random.Random,
    script: str,
    vocabulary: list[str],
    weights: list[float],
    length: int,
) -> ParsedEntry:
    """Return an entry of about `length` characters."""
    text = chance.choices(vocabulary, weights, k=length // 6)
    for at in range(9, len(text), 10):
        text[at] += chance.choice((".", ",", ",", " —"))
    if chance.random() < 1 / 3:
        for _ in range(1 + length // 500):
            text.insert(chance.randrange(len(text)), chance.choice(NAMED[script]))
    number = chance.randrange(10**9)
    return ParsedEntry(
        guid=str(number),
        link=f"https://www.paper.example/world/{number}-story?utm_source=rss",
        title=" ".join(text[:9]).capitalize(),
        summary=" ".join(text[9:]),
    )


def seconds_per(call, items) -> float:  # noqa: ANN001
    """Return the least CPU seconds that `call` took for one of `items`."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.process_time()
        for item in items:
            call(item)
        best = min(best, time.process_time() - started)
    return best / len(items)


def main() -> None:
    """Print the figures."""
    chance = random.Random(SEED)  # noqa: S311  # a repeatable load, no secret
    spec = FeedSpec(url="https://paper.example/rss", title="The Paper")
    gazetteer.load()
    for script, letters in LETTERS.items():
        vocabulary = some_words(chance, letters)
        weights = [1 / rank for rank in range(10, len(vocabulary) + 10)]
        for kind, length in LENGTHS.items():
            entries = [
                some_entry(chance, script, vocabulary, weights, length)
                for _ in range(ENTRIES * 500 // max(length, 500))
            ]
            keyed = [key_entry(entry, spec) for entry in entries]
            texts = [f"{entry.title}\n{entry.summary}" for entry in entries]
            bare = seconds_per(_WORD.findall, texts)
            keys = seconds_per(lambda entry: key_entry(entry, spec), entries)
            whole = seconds_per(lambda each: prepare_entry(each, spec, at=AT), keyed)
            line = {
                "benchmark": "annotate",
                "script": script,
                "entries": kind,
                "characters": round(sum(map(len, texts)) / len(texts)),
                "key_ms": round(keys * 1e3, 3),
                "annotate_ms": round(whole * 1e3, 3),
                "findall_ms": round(bare * 1e3, 3),
                "ratio": round(whole / bare, 1),
            }
            print(json.dumps(line))


if __name__ == "__main__":
    main()
