"""Patterns of phrases, of which only those are tried that a text can match.

A list has some sixty, and a text the words of hardly one. Whatever a pattern matches has
certain letters in it. Which they are is read off the patterns, so that who writes one need
not say it; and which words have some of them is remembered, for all lists together.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from typing import Any, Final

from bot.domain.memory import Memory

# Private to Python, but a pattern's parts can be read nowhere else. Of a part that is not
# known here nothing is needed: its pattern is tried in more texts.
parser: Final[Any] = import_module("re._parser")
parts: Final[Any] = import_module("re._constants")
_CYRILLIC = re.compile("[а-яіїєґ]")
_LATIN = re.compile("[a-z]{2}")
_LETTERS = re.compile(r"[^\W\d_]+")
_LEAST = 3  # letters of a stem: a shorter one stands in too many words
_ANYTHING = frozenset({""})  # stands in every text
_NONE: frozenset[int] = frozenset()  # one for all words without a stem
_REPEATS = (parts.MAX_REPEAT, parts.MIN_REPEAT, parts.POSSESSIVE_REPEAT)


def stems_of(pattern: str) -> frozenset[str]:
    """Return letters of which some stand in all that `pattern` matches, in one word.

    >>> sorted(stems_of("(?:drone|missile)s? (?:not )?hit"))
    ['drone', 'missile']
    >>> sorted(stems_of("(?:drone|jet)s? shot down"))
    ['shot']
    """
    return _stems(parser.parse(pattern))


def _stems(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    found = [_ANYTHING]
    run = ""
    for part, what in parsed:
        if part is parts.LITERAL and chr(what).isalpha():
            run += chr(what)
            continue
        found.append(frozenset({run}))
        run = ""
        if part is parts.BRANCH:
            found.append(_shortest(map(_stems, what[1])))
        elif part is parts.SUBPATTERN and not what[1] & re.IGNORECASE:
            found.append(_stems(what[3]))
        elif part in _REPEATS and what[0] > 0:
            found.append(_stems(what[2]))
    found.append(frozenset({run}))
    return max(found, key=lambda stems: (min(map(len, stems)), -len(stems)))


def _shortest(of_branches: Iterable[frozenset[str]]) -> frozenset[str]:
    """Return all stems but those in which another one stands."""
    every = frozenset().union(*of_branches)
    return frozenset(
        stem for stem in every if not any(e in stem for e in every if e != stem)
    )


class _Index:
    """All patterns that were read, by number, and which of them a word calls for."""

    def __init__(self) -> None:
        self._lines: list[str] = []
        self.form = cache(self._compile)  # all at the start would take 50 ms
        self._always: set[int] = set()
        self._stems: dict[str, dict[str, set[int]]] = {}  # by their first letters
        self._called = Memory(self._find)

    def add(self, line: str) -> int:
        """Return the number of a pattern that is new."""
        number = len(self._lines)
        self._lines.append(line)
        for stem in stems_of(line):
            if len(stem) < _LEAST:
                self._always.add(number)
            else:
                alike = self._stems.setdefault(stem[:_LEAST], {})
                alike.setdefault(stem, set()).add(number)
        self._called = Memory(self._find)  # what is known of words leaves this one out
        return number

    def _compile(self, number: int) -> re.Pattern[str]:
        return re.compile(self._lines[number])

    def _find(self, word: str) -> frozenset[int]:
        found: set[int] = set()
        for at in range(len(word) - _LEAST + 1):
            alike = self._stems.get(word[at : at + _LEAST])
            if alike is not None:  # of one in eight
                for stem, numbers in alike.items():
                    if word.startswith(stem, at):
                        found |= numbers
        return frozenset(found) if found else _NONE

    def called(self, words: Iterable[str]) -> frozenset[int]:
        """Return the numbers of the patterns that may match where these words are."""
        called = self._called
        each = [numbers for word in words if (numbers := called[word])]
        return frozenset(self._always).union(*each)


_INDEX = _Index()


def called_by(words: Iterable[str]) -> frozenset[int]:
    """Return which phrases a text may have, given all words of it or more."""
    return _INDEX.called(words)


class Phrases:
    """Patterns, one a line, that find what they would find joined by ``|``.

    Attributes:
        numbers: By which `called_by` calls them.
    """

    def __init__(self, lines: Iterable[str]) -> None:
        """Read the patterns, each without groups that another one speaks of."""
        self.numbers = [_INDEX.add(line) for line in lines]

    def search(
        self,
        text: str,
        start: int = 0,
        end: int | None = None,
        *,
        called: frozenset[int] | None = None,
    ) -> re.Match[str] | None:
        """Return the first match in ``text[start:end]``, as a compiled pattern does.

        Args:
            text: What is read.
            start: From where.
            end: To where.
            called: What `called_by` says of its words, if it was asked before.
        """
        return next(self.finditer(text, start, end, called=called), None)

    def finditer(
        self,
        text: str,
        start: int = 0,
        end: int | None = None,
        *,
        called: frozenset[int] | None = None,
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in ``text[start:end]``, as a compiled pattern does."""
        if called is None:
            called = called_by(_LETTERS.findall(text))
        if called.isdisjoint(self.numbers):
            return
        end = len(text) if end is None else end
        forms = [_INDEX.form(number) for number in self.numbers if number in called]
        found = [m for form in forms if (m := form.search(text, start, end))]
        while found:
            match = min(found, key=re.Match.start)  # of several the first form's
            yield match
            at = match.end()
            later = (m if m.start() >= at else m.re.search(text, at, end) for m in found)
            found = [m for m in later if m is not None]


def by_script(lines: Iterable[str]) -> dict[bool, tuple[str, ...]]:
    """Return which of patterns are for texts in Cyrillic (True), and for others.

    One without a word of either is for both.
    """
    found: dict[bool, list[str]] = {True: [], False: []}
    for line in lines:
        is_cyrillic = _CYRILLIC.search(line) is not None
        if is_cyrillic or _LATIN.search(line) is None:
            found[True].append(line)
        if not is_cyrillic:
            found[False].append(line)
    return {script: tuple(lines) for script, lines in found.items()}


def by_letters(patterns: str) -> dict[bool, Phrases]:
    """Return the phrases for texts in Cyrillic (True), and those for others."""
    lines = by_script(patterns.strip("\n").splitlines())
    return {is_cyrillic: Phrases(lines[is_cyrillic]) for is_cyrillic in lines}
