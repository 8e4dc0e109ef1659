"""How many prisoners are freed, by which an exchange is known wherever it is (pure)."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bot.dedupe.terms import number_of
from bot.domain.reports import EventKind

_FIGURE = re.compile(r"(?<![\d.,:/])\d{2,3}(?![\d.,:/%])")  # no year or time


class Exchanged(NamedTuple):
    """The terms of numbers that its text has, and those by which others may call it.

    One side freed 85, both freed 170: `sums` are twice the title's numbers, and half.
    """

    figures: frozenset[int] = frozenset()
    sums: frozenset[int] = frozenset()


NOT_EXCHANGED = Exchanged()


def find_exchanged(title: str, summary: str, kinds: AbstractSet[EventKind]) -> Exchanged:
    """Return the numbers of a report, if it tells of an exchange."""
    if EventKind.EXCHANGE not in kinds:
        return NOT_EXCHANGED
    several = [int(figure) for figure in _FIGURE.findall(title)]
    sums = [2 * each for each in several] + [each // 2 for each in several if not each % 2]
    return Exchanged(_terms(_FIGURE.findall(summary)), _terms(map(str, sums)))


def _terms(figures: Iterable[str]) -> frozenset[int]:
    return frozenset(map(number_of, figures))
