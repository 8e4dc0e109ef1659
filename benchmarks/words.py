"""What the forms of a word cost: words a second, new and remembered, beside Snowball.

One JSON line for each language. New words are read by this process for the first time (CPU
time of one core; the best of a few parts, other words in each); remembered ones are looked
up again. Snowball is what was here before: the stems of the same words, new; it has no
Ukrainian, so its Russian stands beside it. Then one line for loading the rules in a fresh
process (CPU time, what they import of the standard library aside).

Words are invented: stems of two to four syllables with endings of the language.
"""

import json
import os
import random
import statistics
import subprocess
import sys
import time
from pathlib import Path

from bot.match.stems import stems

PEER_PYTHON = Path(
    os.environ.get(
        "TOCSIN_TEST_READER_PYTHON", Path(__file__).parents[1] / ".venv-bench/bin/python"
    )
)
SEED = 7
WORDS = 4_000  # in each part
PARTS = 5
STARTS = 7
LOAD = """
import dataclasses, functools, re, time, typing
start = time.process_time()
import bot.match.stems
print(time.process_time() - start)
"""
PEER = """
import sys, time
import snowballstemmer
language, parts, *words = sys.stdin.read().split()
peer, best = snowballstemmer.stemmer(language), 0
size = len(words) // int(parts)
for start in range(0, len(words), size):
    began = time.thread_time()
    for word in words[start : start + size]:
        peer.stemWord(word)
    best = max(best, size / (time.thread_time() - began))
print(best)
"""
SYLLABLES = {
    "en": "ta re mi sho ben car lo du plan gri ver nes",
    "pl": "ra zie mo ko pol wie cza szcz no li ta dro",
    "de": "schla re ge ber mun tra kel zo fri ha ste lin",
    "fr": "mon ta re ville por li che ju ba que sen dou",
    "es": "ra mon ti ve cla lo que dor sa gue ni par",
    "uk": "ра мо ді ве ста лі ку при зо на бу хо",
    "ru": "ра мо де ве ста ли ку при зо на бы хо",
}
ENDINGS = {
    "en": "s ed ing er ly|t|d|n",
    "pl": "a ami owie ego ych ie|ł|k|w",
    "de": "en er es st te ung|t|g|l",
    "fr": "er es ent ait eux ion|t|l|s",
    "es": "os as ando aron ido es|r|n|l",
    "uk": "ами ого ові ував ити ій|к|т|р",
    "ru": "ами ого ов овал ить ый|к|т|р",
}
PEERS = {
    "en": "english",
    "pl": "polish",
    "de": "german",
    "fr": "french",
    "es": "spanish",
    "uk": "russian",
    "ru": "russian",
}


def some_words(chance: random.Random, language: str) -> list[str]:
    """Return different words."""
    syllables = SYLLABLES[language].split()
    endings = ENDINGS[language].replace("|", " ").split()
    found: dict[str, None] = {}
    while len(found) < WORDS * PARTS:
        stem = "".join(chance.choices(syllables, k=chance.randint(2, 4)))
        found[stem + chance.choice(endings)] = None
    return list(found)


def per_second(count: int, started: float) -> float:
    """Return how many a second since `started` (CPU time)."""
    return count / (time.thread_time() - started)


def measure(language: str) -> dict[str, object]:
    """Return the figures of one language."""
    words = some_words(random.Random(SEED), language)  # noqa: S311  # repeatable, no secret
    parts = [words[start : start + WORDS] for start in range(0, len(words), WORDS)]
    new, remembered = [], []
    keys = 0
    for part in parts:
        started = time.thread_time()
        for word in part:
            keys += len(stems(word, name=False, language=language, asked=False))
        new.append(per_second(WORDS, started))
        started = time.thread_time()
        for word in part:
            stems(word, name=False, language=language, asked=False)
        remembered.append(per_second(WORDS, started))
    line: dict[str, object] = {
        "benchmark": "words",
        "language": language,
        "new_per_second": round(max(new)),
        "remembered_per_second": round(max(remembered)),
        "keys_per_word": round(keys / len(words), 1),
    }
    if PEER_PYTHON.exists():
        asked = " ".join((PEERS[language], str(PARTS), *words))
        peer = float(run(str(PEER_PYTHON), PEER, asked))
        line |= {"snowball_per_second": round(peer), "ratio": round(max(new) / peer, 2)}
    return line


def run(python: str, program: str, text: str = "") -> str:
    """Return what `program` prints."""
    done = subprocess.run(  # noqa: S603  # the peer's interpreter or ours, constant programs
        [python, "-c", program], input=text, check=True, capture_output=True, text=True
    )
    return done.stdout


def main() -> None:
    """Print the figures."""
    for language in SYLLABLES:
        print(json.dumps(measure(language)))
    loads = [float(run(sys.executable, LOAD)) for _ in range(STARTS)]
    line = {
        "benchmark": "words_load",
        "milliseconds": round(statistics.median(loads) * 1e3),
    }
    print(json.dumps(line))


if __name__ == "__main__":
    main()
