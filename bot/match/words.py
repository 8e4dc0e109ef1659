"""The words of an entry, ready to be asked."""

import re
from collections.abc import Mapping
from functools import cached_property

from bot.domain.folding import words
from bot.match.stems import stems

_EDGE = re.compile(r"^\W+|\W+$")


class DocumentWords:
    """Where each word of a title and a summary stands, as written and by its stems.

    Positions count words. One position stays empty between title and summary, so that no
    phrase begins in the one and ends in the other. Nothing is read before it is asked for:
    no subscription with a query asks about most entries.
    """

    def __init__(self, title: str, summary: str = "") -> None:
        """Keep both texts; one text is cut at its first line end."""
        first, _, rest = f"{title}\n{summary}".partition("\n")
        self._texts = (first, rest)

    @cached_property
    def _words(self) -> tuple[str, ...]:
        title, summary = self._texts
        return (*words(title), "", *words(summary))

    @cached_property
    def forms(self) -> Mapping[str, list[int]]:
        """The words with their positions, ascending."""
        found: dict[str, list[int]] = {}
        for position, word in enumerate(self._words):
            if word:
                found.setdefault(word, []).append(position)
        return found

    @cached_property
    def stems(self) -> Mapping[str, list[int]]:
        """The stems of all words with their positions, ascending."""
        found: dict[str, list[int]] = {}
        for position, word in enumerate(self._words):
            for stem in stems(word):
                found.setdefault(stem, []).append(position)
        return found

    def find_form(self, word: str) -> frozenset[int]:
        """Return where `word` stands exactly so (both folded)."""
        return frozenset(self.forms.get(word, ()))

    def find_word(self, word: str) -> frozenset[int]:
        """Return where an inflection of `word` stands."""
        found = set(self.forms.get(word, ()))
        for stem in stems(word):
            found.update(self.stems.get(stem, ()))
        return frozenset(found)

    def find_prefix(self, prefix: str) -> frozenset[int]:
        """Return where a word begins with `prefix`."""
        return frozenset(
            position
            for word, positions in self.forms.items()
            if word.startswith(prefix)
            for position in positions
        )

    def surface(self, start: int, length: int) -> str:
        """Return `length` words from `start` on as the text has them."""
        return " ".join(self._surfaces[start : start + length])

    @cached_property
    def _surfaces(self) -> tuple[str, ...]:
        title, summary = self._texts
        return (*_surfaces(title), "", *_surfaces(summary))


def _surfaces(text: str) -> list[str]:
    """Return one string per word of `text`, unfolded where the two can be told to agree."""
    found: list[str] = []
    for chunk in text.split():
        folded = words(chunk)
        if len(folded) == 1:
            found.append(_EDGE.sub("", chunk))
            continue
        pieces = re.findall(r"\w+", chunk)
        found += pieces if len(pieces) == len(folded) else folded
    return found
