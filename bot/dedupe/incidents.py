"""What befalls a town at most once in a day: a power line lost, a mass grave (pure).

Two reports of one place that name it tell one event, in whatever words.
"""

import re
from collections.abc import Set as AbstractSet

from bot.dedupe.common.incidents import INCIDENTS, OF_REGIONS
from bot.domain.folding import fold, words
from bot.domain.memory import Memory

Incidents = frozenset[str]

# What a word is part of: a side of a line, by the line's number.
_Parts = frozenset[tuple[int, str]]
_NONE: _Parts = frozenset()  # one for all words that name nothing: each takes 216 bytes
_EITHER = ("first", "second")


def _lines() -> list[tuple[str, list[list[str]]]]:
    found = []
    for line in re.sub(r"\n +", " ", INCIDENTS.strip()).splitlines():
        name, _, said = line.partition(": ")
        found.append((name, [fold(side).split() for side in said.split(" + ")]))
    return found


_LINES = _lines()
_NAMES = frozenset(name for name, _ in _LINES)


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
    named = _NONE.union(*map(_parts_of.__getitem__, words(text)))
    return frozenset(
        name
        for number, (name, sides) in enumerate(_LINES)
        if all((number, which) in named for which in _EITHER[: len(sides)])
    )


def incidents_of(named: AbstractSet[str]) -> int:
    """Return how much it tells that two reports name these things: 0 to 2.

    One is that of a town, and some are that of a region.
    """
    return 2 if named & OF_REGIONS else int(not _NAMES.isdisjoint(named))
