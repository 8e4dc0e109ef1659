"""Names of places in a row: «Краснодар, Ростов, Москва и Питер», "Kharkiv and Kyiv"."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens

AND, DASH, _COMMA = "and", "-", ","
LONG = 3  # names in a row that make a list
_WORDS = frozenset("and та і й и et und i y e or или або чи ou oder lub czy".split())
_DASHES = frozenset({" — ", " – ", " - "})


class Row(NamedTuple):
    """Readings that follow one another, and what joins them."""

    members: range
    joints: frozenset[str]


def rows(readings: Sequence[Reading], tokens: Tokens) -> Iterator[Row]:
    """Yield the rows of more than one reading, in order."""
    start, joints = 0, set[str]()
    for index in range(1, len(readings) + 1):
        joint = _joint(readings, index, tokens) if index < len(readings) else ""
        if joint:
            joints.add(joint)
            continue
        if joints:
            yield Row(range(start, index), frozenset(joints))
        start, joints = index, set()


def _joint(readings: Sequence[Reading], index: int, tokens: Tokens) -> str:
    """Return what joins a name to the one before, "" for nothing."""
    end, start = readings[index - 1].end, readings[index].start
    gap = tokens[start].gap
    if start - end == 1 and tokens.keys[end] in _WORDS:
        return AND if gap == " " else ""
    if start > end:
        return ""
    if gap == ", ":
        return _COMMA
    return DASH if gap in _DASHES else ""
