"""What Cyrillic words share with their inflections.

The language of a query's word is not known, and Ukrainian and Russian bend much alike, so a
word is read by the rules of both and its keys do not tell by which: what two languages say
alike is one word.
"""

from collections.abc import Iterator

from bot.match.inflections.fixed import INDECLINABLE, ONLY_NOUNS, SURNAMES
from bot.match.inflections.russian import RUSSIAN
from bot.match.inflections.ukrainian import UKRAINIAN

_ONLY_RUSSIAN = frozenset("ыэъ")
_ONLY_UKRAINIAN = frozenset("іїєґ'")
_REFLEXIVE = ("ся", "сь")
_LEAST = 3  # letters of a word that bends
_LEAST_REFLEXIVE = 6
_NOUNS = frozenset(("m", "ms", "mj", "i", "h/", "hо", "hе", "s/", "sо", "sе"))


def read_cyrillic(word: str, *, name: bool | None = None) -> Iterator[str]:
    """Yield the keys of a folded word.

    Args:
        word: The word.
        name: It is a proper name, so that «Песков» is not said of sand («песков»).
    """
    if len(word) < _LEAST or word in INDECLINABLE:
        yield f"c:{word}|"
        return
    shortest = len(word) - (2 if word.endswith(("ь", "й")) else 1)
    for key in _read(word):
        stem, _, paradigm = key.partition("|")
        if word in ONLY_NOUNS and (paradigm not in _NOUNS or len(stem) < shortest):
            continue
        if name and word in SURNAMES and len(stem) < len(word):
            continue
        yield f"c:{key}"
    if word.endswith(_REFLEXIVE) and len(word) >= _LEAST_REFLEXIVE:
        base = word[:-2]
        yield from (f"r:{key}" for key in _read(base))
        if base.endswith(("еть", "єть")):  # what only stands before -ся
            yield from (f"r:{key}" for key in _read(base[:-2]))


def _read(word: str) -> Iterator[str]:
    letters = frozenset(word)
    if not letters & _ONLY_UKRAINIAN:
        yield from RUSSIAN.read(word)
    if not letters & _ONLY_RUSSIAN:
        yield from UKRAINIAN.read(word)
