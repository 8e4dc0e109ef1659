"""What English words may be forms of.

English bends so little that a form leads back to the words it may come from, and those are
its keys; none is looked up, so a key may be no word ("attacke"), which meets nothing.
"""

import re
from collections.abc import Iterator

from bot.match.inflections.english_irregular import COMPARED, IRREGULAR, WHOLE
from bot.match.inflections.english_spelling import american

_VOWEL = re.compile("[aeiouy]")
# One syllable with a short vowel: its last letter is doubled before -ed, -ing, -er, so that
# "planed" is no form of "plan".
_DOUBLES = re.compile(r"[^aeiou]*(?:qu)?[aeiou][^aeiouwxy]")
_SIBILANT = ("s", "x", "z", "ch", "sh")
_LEAST = 3


def read_english(word: str) -> Iterator[str]:
    """Yield what `word` may be a form of, itself included, in American spelling."""
    return map(american, _bases(re.sub(r"(?:'s|')$", "", word)))


def _bases(word: str) -> Iterator[str]:
    yield word
    yield from IRREGULAR.get(word, ())
    if word in WHOLE or len(word) <= _LEAST:
        return
    if word.endswith("s"):
        yield from _plural(word)
    elif word.endswith("ed"):
        yield from _stems(word[:-2], silent=not word.endswith("eed"))
    elif word.endswith("ing"):
        yield from _stems(word[:-3], silent=True)
    elif word.endswith(("er", "est")):
        stem = word[: -2 if word.endswith("er") else -3]
        yield from (base for base in _stems(stem, silent=True) if base in COMPARED)


def _plural(word: str) -> Iterator[str]:
    if word.endswith(("ss", "us", "is")):
        return
    yield word[:-1]
    if word.endswith("ies"):
        yield word[:-3] + "y"
    elif word.endswith("es"):
        if word[:-2].endswith((*_SIBILANT, "o")):
            yield word[:-2]
        if word.endswith("ses"):
            yield word[:-2] + "is"
        if word.endswith(("sses", "zzes")):
            yield word[:-3]


def _stems(stem: str, *, silent: bool) -> Iterator[str]:
    """Yield what may have lost or doubled a letter before an ending with a vowel."""
    if not _VOWEL.search(stem):
        return
    if silent and len(stem) > 1:
        yield stem + "e"
    if len(stem) < _LEAST or _DOUBLES.fullmatch(stem):
        return
    yield stem
    if stem.endswith("i"):
        yield stem[:-1] + "y"
    elif stem.endswith("ick") or (stem[-1] == stem[-2] and stem[-1] not in "aeiou"):
        yield stem[:-1]
