"""What kinds of events a report is about, for joining reports in different languages.

Asked of the title and the first sentence after it: what stands farther down is the
background as often as the event.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from bot.annotate.lettering import Beginnings, Words, parse_lists
from bot.annotate.phrases import Phrases
from bot.annotate.wordlists import happenings as lists
from bot.domain.memory import Memory
from bot.domain.reports import EventKind

# What a word is part of: a kind, or a side of a pair.
_Parts = frozenset[tuple[str, int]]
_NONE: _Parts = frozenset()  # one for all words that name nothing: each takes 216 bytes
_WHOLE = -1  # the number of a kind for which one word is enough


def _pairs() -> list[tuple[EventKind, list[str], list[str]]]:
    found = []
    for line in re.sub(r"\n +", " ", lists.PAIRS.strip()).splitlines():
        kind, _, words = line.partition(": ")
        left, _, right = words.partition(" + ")
        found.append((EventKind(kind), left.split(), right.split()))
    return found


_PAIRS = _pairs()


def _table() -> dict[str, set[tuple[str, int]]]:
    found: dict[str, set[tuple[str, int]]] = {}
    for kind, words in parse_lists(lists.WORDS).items():
        for word in words:
            found.setdefault(word, set()).add((EventKind(kind).value, _WHOLE))
    for number, (_, left, right) in enumerate(_PAIRS):
        for side, words in (("left", left), ("right", right)):
            for word in words:
                found.setdefault(word, set()).add((side, number))
    return found


_TABLE = _table()
_BEGINNINGS = Beginnings(
    {word[:-1]: parts for word, parts in _TABLE.items() if word.endswith("*")}
)


def _parts(word: str) -> _Parts:
    found: set[tuple[str, int]] = set()
    for part in {word, *word.split("-")}:  # "FPV-дрон", "car-bomb"
        found |= _TABLE.get(part, set())
        found.update(*_BEGINNINGS.of(part))
    return frozenset(found) if found else _NONE


_parts_of = Memory(_parts)


class _Beside(NamedTuple):
    """What makes a word nothing of its kind, at most so many words from it."""

    pause: int
    stems: tuple[str, ...]


def _near_misses() -> dict[str, _Beside]:
    found = {}
    for line in lists.NEAR_MISSES.strip().splitlines():
        pause, _, stems = line.partition(": ")
        words, _, beside = stems.partition(" + ")
        known = _Beside(int(pause), tuple(beside.split()))
        found.update(dict.fromkeys(words.split(), known))
    return found


_NEAR_MISSES = _near_misses()


def _beside(word: str) -> _Beside | None:
    return next(
        (known for each, known in _NEAR_MISSES.items() if word.startswith(each)), None
    )


_beside_of = Memory(_beside)


def _is_near_miss(at: int, said: Sequence[str]) -> bool:
    """Say whether a word stands beside one that makes it nothing of the kind."""
    beside = _beside_of[said[at]]
    if beside is None:
        return False
    near = said[max(0, at - beside.pause) : at + beside.pause + 1]
    return any(word.startswith(beside.stems) for word in near)


# What a text says that it was not: «атакою це не пов'язано», "not linked to the strike".
_ATTACK = (
    r"(?:атак|обстр[іие]л|удар|прил[іе]т|дрон|бпла|безпілотн|беспилотн|attack|strike|shelling"
    r"|drone|raid|angriff|atak|ostrza)"
)
_NOT_OF_ATTACK = Phrases(
    rf"""
\bне (?:пов['’ʼ]?язан|связан)\w* (?:[\w-]+ ){{0,3}}{_ATTACK}\w*
\b{_ATTACK}\w* (?:[\w-]+ ){{0,2}}не (?:пов['’ʼ]?язан|связан)\w*
\b(?<!не )(?:исключ(?:ил|ает|ают|ен)|виключ(?:ил|ив|ає|ають|ен))\w* (?:[\w-]+ ){{0,3}}{_ATTACK}\w*
\b(?:not|un)[ -]?(?:linked|related|connected|due) to (?:[\w'’-]+ ){{0,4}}{_ATTACK}\w*
\b(?:(?<!not )(?<!n't )rul(?:e|es|ed|ing) out|no (?:link|connection) (?:to|with)) (?:[\w'’-]+ ){{0,4}}{_ATTACK}\w*
\b(?:ship|carrier|vessel|boat|tanker|tractor|car|truck|ferry|trawler)\w* (?:strikes?|struck) (?:a |sea |naval )*mine\b
""".strip().splitlines()  # noqa: E501
)


def _without(words: Words) -> list[tuple[int, int]]:
    """Return where the text says that an attack had nothing to do with it."""
    found = _NOT_OF_ATTACK.finditer(words.text, called=words.phrases)
    return [match.span() for match in found]


def find_kinds(words: Words, until: int) -> frozenset[EventKind]:
    """Return the kinds of events named among the first `until` words."""
    found: set[tuple[str, int]] = set()
    said = words.words[:until]
    spans = _without(words)
    for at, word in enumerate(said):
        parts = _parts_of[word]
        if not parts or _is_near_miss(at, said):
            continue
        if not any(start <= words.starts[at] < end for start, end in spans):
            found |= parts
    if not found:
        return frozenset()
    kinds = {EventKind(name) for name, number in found if number == _WHOLE}
    begun = {number for side, number in found if side == "left"}
    kinds |= {
        _PAIRS[number][0] for side, number in found if side == "right" and number in begun
    }
    return frozenset(kinds)
