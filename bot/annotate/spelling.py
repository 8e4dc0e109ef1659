"""Names alike to a misspelt one, without a look at each of them.

A name is filed under every three letters in a row of it, its beginning and end included. A
misspelling shares most of them with what was meant: only the names that share most, for
their length, are compared letter by letter. benchmarks/resolve.py measures how much faster
that is than to compare all names, and how little it misses.

What is filed lies in a few arrays: as Python objects it would take five times the memory.
"""

import heapq
from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from zlib import crc32

from rapidfuzz import fuzz, process

COMPARED = 300  # names that share most; with 200 one misspelling in 60 misses its name
_BUCKETS = 1 << 16  # a power of two; grams that fall together only add work
_LONGEST = 255  # characters of a name that count


class Spelling:
    """Names with the numbers of the places that bear them, for asking which are alike."""

    def __init__(self, names: Iterable[tuple[str, int]]) -> None:
        """File the names, each a key (see `key_of`) with a place's number."""
        bearers: dict[str, array[int]] = {}
        for key, place in names:
            bearers.setdefault(key[:_LONGEST], array("I")).append(place)
        self._lengths = array("B", map(len, bearers))
        self._names, self._name_ends = bytearray(), array("I")
        self._places, self._place_ends = array("I"), array("I")
        filed: dict[str, array[int]] = {}
        for number, (key, places) in enumerate(bearers.items()):
            self._names += key.encode()
            self._name_ends.append(len(self._names))
            self._places += places
            self._place_ends.append(len(self._places))
            for gram in _grams(key):
                numbers = filed.get(gram)
                if numbers is None:
                    filed[gram] = array("I", (number,))
                else:
                    numbers.append(number)
        self._pack(filed)

    def _pack(self, filed: dict[str, "array[int]"]) -> None:
        """Put all numbers into one array, bucket after bucket."""
        self._numbers = array("I")
        self._ends = array("I")
        by_bucket: dict[int, list[str]] = {}
        for gram in filed:
            by_bucket.setdefault(_bucket(gram), []).append(gram)
        for bucket in range(_BUCKETS):
            for gram in by_bucket.get(bucket, ()):
                self._numbers += filed[gram]
            self._ends.append(len(self._numbers))

    def __len__(self) -> int:
        """Return how many names there are."""
        return len(self._lengths)

    @property
    def size(self) -> int:
        """Bytes that it takes."""
        ends = (self._name_ends, self._place_ends, self._ends)
        arrays = (self._lengths, self._places, self._numbers, *ends)
        return len(self._names) + sum(len(each) * each.itemsize for each in arrays)

    def alike(
        self, key: str, *, least: float, limit: int
    ) -> list[tuple[float, tuple[int, ...]]]:
        """Return the names most alike to `key`, best first: score, and who bears it.

        Args:
            key: What was typed (see `key_of`).
            least: The lowest score, of 100 for the same letters.
            limit: How many names at most.
        """
        numbers = self._sharing(key)
        found = process.extract(
            key,
            [self._name(number) for number in numbers],
            scorer=fuzz.ratio,
            score_cutoff=least,
            limit=limit,
        )
        return [(score, self._bearers(numbers[index])) for _, score, index in found]

    def _sharing(self, key: str) -> list[int]:
        """Return the names that share most grams with `key` for their length."""
        shared: Counter[int] = Counter()
        for gram in _grams(key[:_LONGEST]):
            bucket = _bucket(gram)
            start = self._ends[bucket - 1] if bucket else 0
            shared.update(self._numbers[start : self._ends[bucket]])
        length, lengths = len(key), self._lengths
        found = [(n / (length + lengths[i]), i) for i, n in shared.items() if n > 1]
        if len(found) < COMPARED:
            found = [(n / (length + lengths[i]), i) for i, n in shared.items()]
        return [number for _, number in heapq.nlargest(COMPARED, found)]

    def _name(self, number: int) -> str:
        start = self._name_ends[number - 1] if number else 0
        return self._names[start : self._name_ends[number]].decode()

    def _bearers(self, number: int) -> tuple[int, ...]:
        start = self._place_ends[number - 1] if number else 0
        return tuple(self._places[start : self._place_ends[number]])

    def rows(self) -> Iterator[tuple[str, tuple[int, ...]]]:
        """Yield each name with the places that bear it."""
        for number in range(len(self)):
            yield self._name(number), self._bearers(number)


def _grams(key: str) -> set[str]:
    """Return each three characters in a row, the ends marked by a tab."""
    marked = f"\t{key}\t"
    return set(map("".join, zip(marked, marked[1:], marked[2:], strict=False)))


def _bucket(gram: str) -> int:
    return crc32(gram.encode()) & (_BUCKETS - 1)
