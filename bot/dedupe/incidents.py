"""What befalls a town at most once in a day: a power line lost, a mass grave (pure).

Two reports of one place that name it tell one event, in whatever words.
"""

import re
from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from bot.dedupe.common.incidents import INCIDENTS, OF_REGIONS
from bot.dedupe.governors import COMES, LEAVES, SAID_TO_LEAVE
from bot.domain.folding import fold, words
from bot.domain.memory import Memory

Incidents = frozenset[str]

# What a word is part of: a side of a line, by the line's number.
_Parts = frozenset[tuple[int, str]]
_NONE: _Parts = frozenset()  # one for all words that name nothing: each takes 216 bytes
_EITHER = ("first", "second")
_NEAR = 4  # words


def _lines() -> list[tuple[str, list[list[str]]]]:
    found = []
    for line in re.sub(r"\n +", " ", INCIDENTS.strip()).splitlines():
        name, _, said = line.partition(": ")
        found.append((name, [fold(side).split() for side in said.split(" + ")]))
    return found


_LINES = _lines()
_NAMES = frozenset(name for name, _ in _LINES)
_OF_REGIONS = OF_REGIONS | {COMES, LEAVES, SAID_TO_LEAVE}


def _table() -> dict[str, set[tuple[int, str]]]:
    found: dict[str, set[tuple[int, str]]] = {}
    for number, (_, sides) in enumerate(_LINES):
        for which, stems in zip(_EITHER, sides, strict=False):
            for stem in stems:
                found.setdefault(stem, set()).add((number, which))
    return found


_TABLE = _table()
_LONGEST = max(map(len, _TABLE))


def _parts(word: str) -> _Parts:
    found = set(_TABLE.get(word, ()))
    for end in range(2, min(len(word), _LONGEST) + 1):
        found |= _TABLE.get(word[:end] + "*", set())
    return frozenset(found) if found else _NONE


_parts_of = Memory(_parts)


def find_incidents(text: str) -> Incidents:
    """Return the incidents that a text names.

    >>> sorted(find_incidents("Миколаїв залишився без води"))
    ['water cut']
    """
    said: dict[tuple[int, str], list[int]] = {}
    for at, word in enumerate(words(text)):
        for part in _parts_of[word]:
            said.setdefault(part, []).append(at)
    return frozenset(
        _LINES[number][0] for number, which in said if _is_said(number, which, said)
    )


def _is_said(number: int, which: str, said: Mapping[tuple[int, str], list[int]]) -> bool:
    """Say whether a line's other side too is said, and near it."""
    first, second = _EITHER
    if which != first:
        return False
    if len(_LINES[number][1]) == 1:
        return True
    return any(
        0 < abs(one - other) <= _NEAR
        for one in said[number, first]
        for other in said.get((number, second), ())
    )


def incidents_of(named: AbstractSet[str]) -> int:
    """Return how much it tells that two reports name these things: 0 to 2.

    One is that of a town, and some are that of a region.
    """
    return 2 if named & _OF_REGIONS else int(not _NAMES.isdisjoint(named))
