"""Texts as strings of letters, one letter for a word, so that a rule is a short pattern.

"Two people were killed" is ``NPbk`` to the reader of tolls, and so is its Russian. The
letter of a word comes from lists (:mod:`bot.annotate.wordlists`) and is remembered; a
pattern over sixty letters costs a tenth of one over four hundred characters in four
languages, and inflection stays out of it.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Generic, TypeVar

from bot.annotate.phrases import called_by
from bot.domain.memory import Memory

_TOKEN = re.compile(
    r"[^\W\d]\w*(?:['-]\w+)*"
    r"|\d{1,3}(?:[ ,.\u00a0\u202f]\d{3})+(?![\w.,]?\d)(?:-?[^\W\d_]+)*"
    r"|\d+(?:[.,:/]\d+)*(?:-?[^\W\d_]+)*"
    r"|[^\w\s]|\n"
)
# What is unified; most texts hold one or two of them, and to replace costs little.
_SAME = (("’", "'"), ("ʼ", "'"), ("‘", "'"), ("`", "'"), ("ё", "е"), ("‑", "-"))
_CYRILLIC = re.compile("[а-яіїєґ]")
Value = TypeVar("Value")
MAX_LETTERS = 1_200  # tokens read of one entry: what happened stands in its beginning


def lower(text: str) -> str:
    """Return `text` in small letters, each where it stood; apostrophes unified."""
    small = text.lower()
    if len(small) != len(text):  # "İ" becomes two characters
        small = "".join(low if len(low := sign.lower()) == 1 else sign for sign in text)
    for sign, same in _SAME:
        small = small.replace(sign, same)
    return small


def script_of(small: str, language: str) -> str:
    """Return which lists to read a text with: ``cyrillic``, ``de``, ``pl`` or ``en``."""
    if _CYRILLIC.search(small) is not None:
        return "cyrillic"
    short = language[:2].lower()
    return short if short in {"de", "pl"} else "en"


@dataclass(frozen=True)
class Words:
    """The words and signs of a text, each with where it begins and ends."""

    text: str
    script: str
    words: tuple[str, ...]
    every: tuple[str, ...]  # also those after the last that is read

    @cached_property
    def phrases(self) -> frozenset[int]:
        """Which phrases may stand in the text."""
        return called_by(self.every)

    @cached_property
    def starts(self) -> list[int]:
        """Where each begins: after the one before, for but for spaces all is cut."""
        starts = []
        find, at = self.text.find, 0
        for word in self.words:
            at = find(word, at)
            starts.append(at)
            at += len(word)
        return starts

    @cached_property
    def ends(self) -> list[int]:
        """Where each ends."""
        return [at + len(word) for at, word in zip(self.starts, self.words, strict=True)]

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Return the span from the word `first` to the one before `last`."""
        return self.starts[first], self.ends[last - 1]


def cut(text: str, language: str) -> Words:
    """Cut `text` into words and signs."""
    small = lower(text)
    every = tuple(_TOKEN.findall(small))  # half the time of a match for each
    return Words(small, script_of(small, language), every[:MAX_LETTERS], every)


def parse_lists(block: str) -> dict[str, list[str]]:
    """Return the words of each letter: ``k: killed died``, continued on indented lines."""
    found: dict[str, list[str]] = {}
    letter = ""
    for line in block.strip().splitlines():
        if not line.startswith(" "):
            letter, _, line = line.partition(": ")  # noqa: PLW2901
        found.setdefault(letter, []).extend(line.split())
    return found


_HEAD = 2  # characters: no beginning is shorter


class Beginnings(Generic[Value]):
    """What is known of words by their beginnings.

    Most words begin as none of them, which their first characters tell.
    """

    def __init__(self, values: Mapping[str, Value]) -> None:
        """Keep what each beginning says."""
        assert all(len(beginning) >= _HEAD for beginning in values)
        self._values = values
        lengths: dict[str, set[int]] = {}
        for beginning in values:
            lengths.setdefault(beginning[:_HEAD], set()).add(len(beginning))
        self._lengths = {head: sorted(of, reverse=True) for head, of in lengths.items()}

    def of(self, word: str) -> list[Value]:
        """Return what is said of words that begin so, the longest beginning first."""
        lengths = self._lengths.get(word[:_HEAD])
        if lengths is None:
            return []
        beginnings = [word[:length] for length in lengths if length <= len(word)]
        return [self._values[each] for each in beginnings if each in self._values]


class Lettering:
    """Gives each word its letter.

    Args:
        lists: The words of each letter; a later list wins.
        fallback: Gives the letter of a word in no list.
    """

    def __init__(
        self, lists: Mapping[str, Iterable[str]], fallback: Callable[[str], str]
    ) -> None:
        self._whole: dict[str, str] = {}
        beginnings: dict[str, str] = {}
        for letter, word in ((each, word) for each in lists for word in lists[each]):
            if word.endswith("*"):
                beginnings[word[:-1]] = letter
            else:
                self._whole[word] = letter
        self._fallback = fallback
        self._beginnings = Beginnings(beginnings)
        self.letters = Memory(self._letter)

    def _letter(self, word: str) -> str:
        found = self._whole.get(word)
        if found is not None:
            return found
        if word.endswith("'s"):  # an owner is no subject: "a man's house was hurt"
            return self._fallback(word)
        beginnings = self._beginnings.of(word)
        return beginnings[0] if beginnings else self._fallback(word)

    def read(self, words: Words) -> str:
        """Return the letters of a text."""
        letters = self.letters
        return "".join([letters[word] for word in words.words])
