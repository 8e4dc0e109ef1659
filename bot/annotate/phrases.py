"""Patterns of phrases, of which only those are tried that a text can match.

A list has some sixty, and a text the words of hardly one. Whatever a pattern matches has
certain letters in it, and to look for a hundred of these costs a tenth of one trial of all
patterns. Which letters they are is read off the patterns, so that who writes one need not
say it.
"""

import re
from collections.abc import Iterable, Iterator

# Private to Python, but a pattern's parts can be read nowhere else. Of a part that is not
# known here nothing is needed: its pattern is tried in more texts.
from re import _constants as parts
from re import _parser as parser
from typing import Any

from bot.annotate.lettering import by_script

_ANYTHING = frozenset({""})  # stands in every text
_REPEATS = (parts.MAX_REPEAT, parts.MIN_REPEAT, parts.POSSESSIVE_REPEAT)


def stems_of(pattern: str) -> frozenset[str]:
    """Return letters of which some stand in all that `pattern` matches, in a row.

    >>> sorted(stems_of("(?:drone|jet)s? shot down"))
    [' shot down']
    >>> sorted(stems_of("(?:drone|missile)s? hit"))
    ['drone', 'missile']
    """
    return _stems(parser.parse(pattern))


def _stems(parsed: Iterable[tuple[Any, Any]]) -> frozenset[str]:
    found = [_ANYTHING]
    run = ""
    for part, what in parsed:
        if part is parts.LITERAL:
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


class Phrases:
    """Patterns, one a line, that find what they would find joined by ``|``."""

    def __init__(self, lines: Iterable[str]) -> None:
        """Read the patterns, each without groups that another one speaks of."""
        self._forms = [re.compile(line) for line in lines]
        numbers: dict[str, list[int]] = {}
        for number, form in enumerate(self._forms):
            for stem in stems_of(form.pattern):
                numbers.setdefault(stem, []).append(number)
        self._numbers = list(numbers.items())

    def search(
        self, text: str, start: int = 0, end: int | None = None
    ) -> re.Match[str] | None:
        """Return the first match in ``text[start:end]``, as a compiled pattern does."""
        return next(self.finditer(text, start, end), None)

    def finditer(
        self, text: str, start: int = 0, end: int | None = None
    ) -> Iterator[re.Match[str]]:
        """Yield the matches in ``text[start:end]``, as a compiled pattern does."""
        end = len(text) if end is None else end
        read = text[start:end]
        tried = {n for stem, numbers in self._numbers if stem in read for n in numbers}
        forms = [self._forms[number] for number in sorted(tried)]
        found = [m for form in forms if (m := form.search(text, start, end))]
        while found:
            match = min(found, key=re.Match.start)  # of several the first form's
            yield match
            at = match.end()
            later = (m if m.start() >= at else m.re.search(text, at, end) for m in found)
            found = [m for m in later if m is not None]


def by_letters(patterns: str) -> dict[bool, Phrases]:
    """Return the phrases for texts in Cyrillic (True), and those for others."""
    lines = by_script(patterns.strip("\n").splitlines())
    return {is_cyrillic: Phrases(lines[is_cyrillic]) for is_cyrillic in lines}
