"""Where in a text the patterns of :mod:`bot.annotate.masks` are worth a trial."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property

from bot.annotate.chunks import chunks_of, starts_of
from bot.annotate.signs import FIRST, MORE, find_signs, runs_of

_COLON = re.compile(r"\s*[:：—–-]")
_FIRST_ON = re.compile(r"(?:appeared\s+first|published)\s+on\b", re.IGNORECASE)
_LONGEST_HEADING = 3  # spaces in it: "ранее по теме" and its colon
_LONGEST_POST = 204  # characters of "post … " before "appeared first on"
_MOST_SPACES = 3  # between a name and the word that closes its phrase


class Scan:
    """Where in a text the signs are; false if there are none."""

    def __init__(self, text: str) -> None:
        """Look at each word of `text`."""
        self.text = text
        self._chunks = chunks_of(text)
        self._signs = list(find_signs(text))

    def __bool__(self) -> bool:
        """Return whether there is any sign."""
        return bool(self._signs)

    @cached_property
    def _starts(self) -> list[int]:
        return starts_of(self.text)

    def addresses(self) -> Iterator[tuple[int, int]]:
        """Yield the spans of web addresses and the like."""
        for index, signs in self._signs:
            at = self._starts[index]
            for start, end in signs.addresses:
                yield at + start, at + end

    def _words(self, kinds: int) -> Iterator[tuple[int, int, int]]:
        """Yield the chunk, the beginning and the end of each word of one of `kinds`."""
        for index, signs in self._signs:
            start = self._starts[index]
            for begin, end, kind in signs.words:
                if kind & kinds:
                    yield index, start + begin, start + end

    def openings(self, opening: int, closing: int) -> list[int]:
        """Return where a phrase may begin: a sign, or a name before a sign."""
        found = {begin for _, begin, _ in self._words(opening)}
        for index, begin, _ in self._words(closing):
            found.update(self._names_before(index, begin))
        return sorted(found)

    def _names_before(self, index: int, end: int) -> Iterator[int]:
        for chunk in range(max(0, index - _MOST_SPACES), index + 1):
            for run in runs_of(self._chunks[chunk]):
                at = self._starts[chunk] + run
                if at < end and not "a" <= self.text[at] <= "z":
                    yield at

    def headings(self) -> list[tuple[int, int]]:
        """Return the stretches, apart from each other, where headings may stand."""
        spans = []
        for index, _, end in self._words(MORE):
            colon = _COLON.match(self.text, end)
            if colon is not None:
                spans.append((self._starts[max(0, index - _LONGEST_HEADING)], colon.end()))
        for _, begin, _ in self._words(FIRST):
            on = _FIRST_ON.match(self.text, begin)
            if on is not None:
                post = bisect_right(self._starts, begin - _LONGEST_POST) - 1
                spans.append((self._starts[max(0, post - 2)], on.end() + 1))
        return list(join(spans))


def join(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the spans in order, those that touch as one."""
    current: tuple[int, int] | None = None
    for start, end in sorted(spans):
        if current is None:
            current = start, end
        elif start <= current[1]:
            current = current[0], max(end, current[1])
        else:
            yield current
            current = start, end
    if current is not None:
        yield current


def try_at(
    pattern: re.Pattern[str], text: str, starts: Iterable[int]
) -> Iterator[re.Match[str]]:
    """Yield what ``pattern.finditer`` would, if a match can begin at `starts` only."""
    end = 0
    for start in starts:
        match = pattern.match(text, start) if start >= end else None
        if match is not None:
            yield match
            end = match.end()
