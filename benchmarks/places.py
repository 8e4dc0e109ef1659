"""What the gazetteer costs: entries a second, time to load, memory, size.

One JSON line for each language: entries of 350 characters a second, all of them new, on
one core (CPU time of this thread; the best of a few parts, for the machine does other
things, too). Then the worst texts: nothing but the name of 121 places, or of a capital;
twice the length should take twice the time. Then one line each for the time to open the
file in a fresh process, for the memory (PSS) that a process has more after 5,000 different
entries than the same process with an empty gazetteer, and for the file. `goal` says what
each figure should reach.

Texts are invented: words follow Zipf's law over 20,000, every sentence has a beginning and
an end, and each entry names two places in some form of their names, a person and a firm;
which places follows Zipf's law, too, the largest first.
"""

import json
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import cache
from importlib.resources import as_file, files
from itertools import islice
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bot.annotate import places
from bot.annotate.gazetteer import Gazetteer, load, use
from bot.annotate.keys import name_keys
from bot.annotate.packed import Packed
from bot.domain.model import Kind
from tools.gazetteer.pack import pack

SEED = 7
CHARACTERS = 350
ENTRIES = 1_000  # in each part
PARTS = 5
REMEMBERED = 5_000  # entries after which memory is looked at
STARTS = 9  # fresh processes, of which the middle one counts
KNOWN = 4.3  # the logarithm of the people of a town that news names: 20,000
ALPHABETS = {
    "en": "eeeaaiiootnnsrhldcumfpgwybvk",
    "pl": "aaiioeezznrwstcykdpmujlłbgęhąóżś",
    "uk": "ооаииннввітеерсклудмпяьзгбчйхжшюц",
    "ru": "ооеааиинттсрвлкмдпуяыьгзбчйхжшюц",
}
BEFORE = {
    "en": ("in", "near", "of", "from", "to"),
    "pl": ("w", "pod", "z", "do", "koło"),
    "uk": ("у", "під", "з", "до", "біля"),
    "ru": ("в", "под", "из", "до", "около"),
}
PEOPLE = {
    "en": ("John Carver", "Anna Wells", "Peter Hodge", "Mary Lind"),
    "pl": ("Jan Wilk", "Anna Zając", "Piotr Sowa", "Ewa Lis"),
    "uk": ("Іван Гайовий", "Олена Сорока", "Петро Вдовин", "Ганна Лісна"),
    "ru": ("Иван Гаев", "Елена Сорокина", "Пётр Вдовин", "Анна Лесная"),
}


class NoWords:
    """Knows no word: what an empty gazetteer is packed with."""

    def also(self, _key: str) -> tuple[()]:
        """Return nothing."""
        return ()

    def given_names(self) -> tuple[()]:
        """Return nothing."""
        return ()

    def frequency(self, _key: str, _language: str) -> float:
        """Return that of a word that nobody writes."""
        return 0.0


class News:
    """Invented entries of one language."""

    def __init__(self, language: str, seed: int) -> None:
        """Make the words."""
        self._chance = random.Random(seed)  # noqa: S311  # a repeatable load, no secret
        letters = random.Random(SEED)  # noqa: S311  # the same words for all seeds
        self._language = language
        self._words = [
            "".join(
                letters.choices(ALPHABETS[language], k=2 + min(rank.bit_length() // 2, 7))
            )
            for rank in range(20_000)
        ]
        self._weights = [1 / rank for rank in range(10, 20_010)]
        self._names = names_of_places(language)
        self._told = [1 / rank for rank in range(10, len(self._names) + 10)]

    def __iter__(self) -> Iterator[str]:
        """Yield entries without end."""
        while True:
            yield self._entry()

    def _place(self) -> str:
        chance = self._chance
        (name,) = chance.choices(self._names, self._told)
        forms = list(name_keys(name, self._language, Kind.SETTLEMENT))
        return f"{chance.choice(BEFORE[self._language])} {chance.choice(forms).title()}"

    def _entry(self) -> str:
        """Return a title, a newline and a summary."""
        chance = self._chance
        words = chance.choices(self._words, self._weights, k=CHARACTERS // 5)
        named = [self._place() for _ in range(2)]
        named += [chance.choice(PEOPLE[self._language]), chance.choice(words).title()]
        for name in named:
            words.insert(chance.randrange(1, len(words) * 4 // 5), name)
        title, summary, at = words[:8], [], 8
        while at < len(words):
            sentence = words[at : at + chance.randint(7, 14)]
            at += len(sentence)
            sentence[len(sentence) // 2] += ","
            summary.append(" ".join(sentence) + ".")
        text = (
            " ".join(title)
            + "\n"
            + " ".join(each[:1].upper() + each[1:] for each in summary)
        )
        return text[:1].upper() + text[1:CHARACTERS]


@cache
def names_of_places(language: str) -> list[str]:
    """Return the names of countries, regions and towns, the largest first."""
    gazetteer = load()
    spots = [(-gazetteer.spot(number).weight, number) for number in range(gazetteer.count)]
    found = [
        gazetteer.at(number)
        for weight, number in sorted(spots)
        if -weight >= KNOWN and gazetteer.spot(number).kind is not Kind.DISTRICT
    ]
    return [place.names.get(language, place.names["en"]) for place in found]


def rate(language: str) -> None:
    """Print how many entries of a language are read in a second."""
    news = iter(News(language, SEED))
    for text in islice(news, ENTRIES):
        places.find_mentions(text, language)
    seconds, mentions = [], 0
    for _ in range(PARTS):
        texts = list(islice(news, ENTRIES))
        started = time.thread_time()
        for text in texts:
            mentions += len(places.find_mentions(text, language))
        seconds.append(time.thread_time() - started)
    line = {
        "benchmark": "places",
        "language": language,
        "entries_per_second": round(ENTRIES / min(seconds)),
        "median": round(ENTRIES / statistics.median(seconds)),
        "goal": 2_000,
        "mentions_per_entry": round(mentions / ENTRIES / PARTS, 1),
    }
    print(json.dumps(line), flush=True)


def worst(name: str) -> None:
    """Print what a text takes that says this name and nothing else."""
    seconds = []
    for characters in (10_000, 20_000):
        text = name * (characters // len(name))
        parts = []
        for _ in range(PARTS):
            started = time.thread_time()
            places.find_mentions(text, "uk")
            parts.append(time.thread_time() - started)
        seconds.append(min(parts))
    line = {
        "benchmark": "places worst",
        "name": name.strip(),
        "characters": 20_000,
        "ms": round(seconds[1] * 1e3),
        "times_half_of_it": round(seconds[1] / seconds[0], 1),
    }
    print(json.dumps(line), flush=True)


def child(*task: str) -> float:
    """Return what a fresh process prints."""
    command = [sys.executable, __file__, *task]
    done = subprocess.run(command, check=True, capture_output=True, text=True)  # noqa: S603
    return float(done.stdout)


def print_load_ms() -> None:
    """Print how long the file takes to open, one place read from it."""
    started = time.perf_counter()
    load().place("UA-59")
    print((time.perf_counter() - started) * 1e3)


def print_pss_mb(entries: str, file: str = "") -> None:
    """Print the memory of this process after reading what lies in the file `entries`.

    With the gazetteer that lies in `file`, without it with the shipped one.
    """
    if file:
        use(Gazetteer(Packed(Path(file))))
    for language, text in json.loads(Path(entries).read_text(encoding="utf-8")):
        places.find_mentions(text, language)
    rollup = Path("/proc/self/smaps_rollup").read_text(encoding="ascii")
    pss = next(line for line in rollup.splitlines() if line.startswith("Pss:"))
    print(int(pss.split()[1]) / 1e3)


def memory(folder: Path) -> None:
    """Print what the gazetteer adds to a process that has read entries."""
    texts = [
        (language, text)
        for language in ALPHABETS
        for text in islice(News(language, SEED), REMEMBERED // len(ALPHABETS))
    ]
    entries, empty = folder / "entries.json", folder / "empty.bin"
    entries.write_text(json.dumps(texts), encoding="utf-8")
    head: dict[str, dict[str, str]] = {
        key: {} for key in ("centres", "inside", "parts", "groups")
    }
    pack([], head, empty, NoWords())
    more = child("pss", str(entries)) - child("pss", str(entries), str(empty))
    print(json.dumps({"benchmark": "places memory", "more_mb": round(more, 1), "goal": 15}))


def main() -> None:
    """Print the figures."""
    for language in ALPHABETS:
        rate(language)
    for name in ("Іванівка ", "Київ, "):
        worst(name)
    loads = sorted(child("load") for _ in range(STARTS))
    line = {"benchmark": "places load", "ms": round(loads[STARTS // 2], 1), "goal": 50}
    print(json.dumps(line), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        memory(Path(folder))
    with as_file(files("bot.data").joinpath("gazetteer.bin")) as path:
        size = path.stat().st_size / 1e6
    print(json.dumps({"benchmark": "places file", "mb": round(size, 2), "goal": 8}))


if __name__ == "__main__":
    match sys.argv[1:]:
        case ["load"]:
            print_load_ms()
        case ["pss", *arguments]:
            print_pss_mb(*arguments)
        case _:
            main()
