"""The words of an entry, and what else is asked of it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial

from bot.domain.folding import plain_words, words, words_of_both
from bot.domain.memory import Memory
from bot.match.capitals import capitals
from bot.match.stems import NAME_MARKS, rules_of, stems, stems_of

_EDGE = re.compile(r"^\W+|\W+$")


class DocumentWords:
    """Where each word of a title and a summary stands, as written and by its stems.

    Positions count words; a set of them is a number whose bits they are, so that a phrase
    is a shift. One position stays empty between title and summary, so that no phrase
    begins in the one and ends in the other. Nothing is read before it is asked for: no
    subscription with a query asks about most entries.
    """

    def __init__(
        self, title: str, summary: str = "", *, language: str | None = None
    ) -> None:
        """Keep both texts; one text is cut at its first line end.

        Args:
            title: The title.
            summary: The summary.
            language: Of both (ISO 639-1); without it a Latin word is read as one of any.
        """
        first, _, rest = f"{title}\n{summary}".partition("\n")
        self._texts = (first, rest)
        self.rules = rules_of(language) if language else ""

    @cached_property
    def _words(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        return words_of_both(*self._texts)

    @cached_property
    def distinct(self) -> frozenset[str]:
        """The words, wherever they stand."""
        title, summary = self._words
        return frozenset((*title, *summary))

    @cached_property
    def title(self) -> int:
        """The bits of the positions in the title."""
        return (1 << len(self._words[0])) - 1

    @cached_property
    def forms(self) -> Mapping[str, int]:
        """The words with the bits of their positions."""
        title, summary = self._words
        found: dict[str, int] = {}
        bit = 1
        for word in (*title, "", *summary):
            found[word] = found.get(word, 0) | bit
            bit <<= 1
        del found[""]
        return found

    @cached_property
    def readings(self) -> list[str]:
        """The word at each position with its `NAME_MARKS`; "" for the empty one."""
        (title, summary), (first, rest) = self._texts, self._words
        found = [*first, "", *rest]
        for place, name in enumerate((*capitals(title), False, *capitals(summary))):
            if name is not False:
                found[place] += NAME_MARKS[name]
        return found

    @cached_property
    def stems(self) -> Mapping[str, int]:
        """The stems of all words with the bits of their positions."""
        found: dict[str, int] = {}
        for place, reading in enumerate(self.readings):
            for stem in stems_of(reading, self.rules):
                found[stem] = found.get(stem, 0) | 1 << place
        return found

    def find_form(self, word: str) -> int:
        """Return the bits where `word` stands exactly so (both folded)."""
        return self.forms.get(word, 0)

    def find_word(self, word: str) -> int:
        """Return the bits where an inflection of `word` stands."""
        own = stems(word, asked=True)
        if not own:
            return self.forms.get(word, 0)
        found = 0
        for stem in own:
            if stem in self.stems:
                found |= self.stems[stem]
        return found

    def find_prefix(self, prefix: str) -> int:
        """Return the bits where a word begins with `prefix`."""
        found = 0
        for word, bits in self.forms.items():
            if word.startswith(prefix):
                found |= bits
        return found

    def surface(self, start: int, length: int) -> str:
        """Return `length` words from `start` on as the text has them."""
        found = self._surfaces[start : start + length]
        return " ".join([each if each.isalnum() else _trimmed[each] for each in found])

    @cached_property
    def _surfaces(self) -> list[str]:
        title, summary = self._texts
        return [*_surfaces(title), "", *_surfaces(summary)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """All that a query may ask of an entry.

    Attributes:
        words: Its words.
        about: The ids of the places that it is about, and of what is around them.
        language: Its language (ISO 639-1), "" if unknown.
        feeds: The names of its feed, folded: title, publisher, id.
    """

    words: DocumentWords
    about: frozenset[str] = frozenset()
    language: str = ""
    feeds: frozenset[str] = frozenset()


def positions(bits: int) -> Iterator[int]:
    """Yield the positions of the bits that are set, ascending."""
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest


def _surfaces(text: str) -> Iterator[str]:
    """Yield one string per word of `text`, as written, with what stands around it."""
    for chunk, word in zip(text.split(), plain_words(text), strict=True):
        if word:
            yield chunk
        else:
            yield from _pieces_of[chunk]


def _pieces(chunk: str) -> tuple[str, ...]:
    """Return one string per word of `chunk`, unfolded where the two agree on words."""
    folded = words(chunk)
    if len(folded) == 1:
        return (chunk,)
    pieces = re.findall(r"\w+", chunk)
    return tuple(pieces) if len(pieces) == len(folded) else folded


_pieces_of = Memory(_pieces)
_trimmed = Memory(partial(_EDGE.sub, ""))
