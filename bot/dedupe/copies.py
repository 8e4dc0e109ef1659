"""Which reports of a story are one text: where an outlet has its report from (pure).

An origin is an agency that the report credits, or else its outlet; near copies of a text
have the origin of the first of them. What is doubtful is an origin of its own: this may
count too many origins, never too few.
"""

from array import array
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Final
from zlib import crc32

from bot.domain.folding import words, words_of_both

SHINGLE: Final = 5  # words
KEPT: Final = 64  # of a text's shingles, the least by hash: a sample that any two share
ENOUGH: Final = 10  # shingles in common sight; two headlines of one event are no copies
COPY: Final = 0.6  # of the shorter text's shingles stand in the other one
COMPARED: Final = 60  # reports of a story, the first ones
AGENCY: Final = "agency:"
OUTLET: Final = "outlet:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A report of a story: who published it, its origin and a sample of its text."""

    entry_id: int
    publisher: str
    origin: str
    shingles: bytes


def sample_of(title: str, summary: str) -> bytes:
    """Return the least `KEPT` hashes of a text's shingles, in order."""
    if title and summary.startswith(title):
        text = words(f"{title} {summary.removeprefix(title)}")
    else:
        first, rest = words_of_both(title, summary)
        text = first + rest
    encoded = [word.encode("utf-8", "replace") for word in text]
    joined = b" ".join(encoded)
    ends = list(accumulate([len(word) + 1 for word in encoded]))
    hashes = {
        crc32(joined[start : end - 1])
        for start, end in zip((0, *ends), ends[SHINGLE - 1 :], strict=False)
    }
    return array("I", sorted(hashes)[:KEPT]).tobytes()


def is_copy(one: bytes, other: bytes) -> bool:
    """Say whether most of the shorter text stands in the other one."""
    mine, theirs = _numbers(one), _numbers(other)
    if min(len(mine), len(theirs)) < ENOUGH:
        return False
    # A full sample tells nothing above its greatest hash.
    ends = [sample[-1] for sample in (mine, theirs) if len(sample) == KEPT]
    end = min(ends, default=2**32)
    in_mine = {number for number in mine if number <= end}
    in_theirs = {number for number in theirs if number <= end}
    shorter = min(len(in_mine), len(in_theirs))
    return shorter >= ENOUGH and len(in_mine & in_theirs) >= COPY * shorter


def _numbers(sample: bytes) -> Sequence[int]:
    numbers = array("I")
    numbers.frombytes(sample)
    return numbers


def own_origin(publisher: str, agency: str | None, credited: Collection[str]) -> str:
    """Return where a report says that it has its text from, else its outlet.

    Args:
        publisher: The outlet, or what stands for it.
        agency: Which agency the outlet itself is, if it is one.
        credited: The agencies that the report names as where it has this from. Several
            tell nothing certain.
    """
    others = set(credited) - {agency}
    if len(others) == 1:
        return AGENCY + others.pop()
    return AGENCY + agency if agency is not None else f"{OUTLET}{publisher}"[:64]


def find_origins(new: Source, known: Sequence[Source]) -> dict[int, str]:
    """Return the origin of a new report, and of those before it that it changes, by entry.

    Args:
        new: The report with its own origin.
        known: The story's reports before it, oldest first.
    """
    copies = [
        each
        for each in known[:COMPARED]
        if each.publisher != new.publisher and is_copy(each.shingles, new.shingles)
    ]
    if new.origin.startswith(AGENCY):
        taken = [each for each in copies if each.origin.startswith(OUTLET)]
        return {each.entry_id: new.origin for each in taken} | {new.entry_id: new.origin}
    credited = (each.origin for each in copies if each.origin.startswith(AGENCY))
    first = copies[0].origin if copies else new.origin
    return {new.entry_id: next(credited, first)}
