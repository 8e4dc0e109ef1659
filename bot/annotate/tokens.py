"""Words of a text with where they stand, for looking places up.

Offsets are code points into the original text, whatever folding does to a word. A chunk,
which is what stands between two spaces, is read once and remembered; and a `Token` is made
only where somebody asks for it, which is beside a name.
"""

import re
from collections.abc import Sequence
from functools import cached_property, partial
from typing import NamedTuple, overload

from bot.annotate.chunks import AROUND, chunks_of, starts_of
from bot.domain.folding import fold, plain_words
from bot.domain.memory import Memory

_MARKS = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0300\u0301"  # soft hyphen, joiners, stress
_APOSTROPHES = "'’ʼ`ʹ′＇‘"
_ABBREVIATED = "р-н"  # район
_WORD = re.compile(
    rf"\b[рР]-[нН](?:[аіеу]|ом)?\b|[^\W_](?:[^\W_]|[{_MARKS}]|[{_APOSTROPHES}](?=[^\W_]))*",
)
_INITIALS = re.compile(r"\b(?:U\.S\.A\.|U\.S\.|U\.K\.|D\.C\.)", re.IGNORECASE)
_ELISION = re.compile(rf"(?:l|d|qu|dell|nell|all|sull|dall)[{_APOSTROPHES}]", re.IGNORECASE)
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s$", re.IGNORECASE)
# The cases of Turkish ("Kursk'ta"). In no other language: 86 names end so, as "Usol'ye".
_TURKISH_CASE = re.compile(
    rf"[{_APOSTROPHES}](?:[dt][ae](?:n|ki)?|[yn]?[aeıiuü]n?)$", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.!?…:;\n\r|•—–«»“”\"()]")
_HARD_BREAK = re.compile(r"[.!?…\n\r;|•]")
_JOINT = re.compile(
    rf"[\s_\-‐‑–\u00a0]{{1,3}}(?:(?:l|d|qu|dell|nell|all|sull|dall)[{_APOSTROPHES}])?|\.[\s-]?|,?\s\(|"
    r"\s—\s",
    re.IGNORECASE,
)
_OWNED = re.compile(rf"[{_APOSTROPHES}]s ")


class Token(NamedTuple):
    """One word: its span, its key, how it is written and what stands before it.

    `gap` is the text between the previous word and this one; `starts` says that a
    sentence, a quotation or the text begins here; `breaks` that a sentence ended before.
    """

    start: int
    end: int
    key: str
    upper: bool
    capitals: bool
    starts: bool
    breaks: bool
    gap: str


def _spans(chunk: str, ending: re.Pattern[str]) -> list[tuple[int, int]]:
    initials = [match.span() for match in _INITIALS.finditer(chunk)]
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(chunk):
        start, end = match.span()
        if any(a <= start < b for a, b in initials):
            continue
        elided = _ELISION.match(chunk, start, end)
        if elided is not None and elided.end() < end:
            start = elided.end()
        clitic = ending.search(chunk[start:end])
        if clitic is not None and clitic.start() > 0:
            end = start + clitic.start()
        spans.append((start, end))
    return sorted([*spans, *initials])


def _key(word: str) -> str:
    key = fold(word).replace(".", " ").strip()
    return f"район{key[3:]}" if key.startswith(_ABBREVIATED) else key


class _Cut:
    """How chunks are cut into words, remembered; `ending` is what is cut off."""

    def __init__(self, ending: re.Pattern[str]) -> None:
        self._ending = ending
        self.spans = Memory(partial(_spans, ending=ending))
        self.keys = Memory(self._keys)

    def _keys(self, chunk: str) -> tuple[str, ...]:
        spans = _spans(chunk, self._ending)
        return tuple(_key(chunk[start:end]) for start, end in spans)


_USUAL, _TURKISH = _Cut(_POSSESSIVE), _Cut(_TURKISH_CASE)


class Tokens(Sequence[Token]):
    """The words of a text; an English, French or Turkish clitic is no part of its word.

    Attributes:
        text: What was read.
        keys: The key of each word.
        firsts: What stands before the first space of each key; hardly a key has one.
        folded: The keys in one text, as they were read, for asking what stands nowhere.
    """

    def __init__(self, text: str, language: str = "") -> None:
        """Read `text`."""
        self.text = text
        self._cut = _TURKISH if language == "tr" else _USUAL
        self._chunks = chunks_of(text)
        self._plain = plain_words(text)
        self.keys = list(self._plain)
        self._odd = "" in self._plain
        if self._odd:
            self.keys = []
            for word, chunk in zip(self._plain, self._chunks, strict=True):
                if word:
                    self.keys.append(word)
                else:
                    self.keys += self._cut.keys[chunk]
        self.firsts = self.keys
        self.folded = " ".join(self.keys)
        if self.folded.count(" ") >= len(self.keys) > 0:
            self.firsts = [key.split(" ")[0] for key in self.keys]
        self._made: list[Token | None] = [None] * len(self.keys)
        self._raised: set[int] = set()

    @cached_property
    def _starts(self) -> list[int]:
        return starts_of(self.text)

    @cached_property
    def _places(self) -> list[tuple[int, int]]:
        """The chunk of each word, and which of its words it is."""
        found: list[tuple[int, int]] = []
        for number, word in enumerate(self._plain):
            if word:
                found.append((number, 0))
            else:
                count = len(self._cut.keys[self._chunks[number]])
                found += [(number, position) for position in range(count)]
        return found

    def rename(self, index: int, key: str) -> None:
        """Give a word another key, of one word or several."""
        if self.firsts is self.keys:
            self.firsts = list(self.keys)
        self.keys[index], self.firsts[index] = key, key.split(" ", maxsplit=1)[0]
        self._made[index] = None

    def capitalize(self, index: int) -> None:
        """Let a word count as one with a capital."""
        self._raised.add(index)
        self._made[index] = None

    def is_raised(self, index: int) -> bool:
        """Return whether a word was made one with a capital."""
        return index in self._raised

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.keys)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, index: int | slice) -> Token | tuple[Token, ...]:
        """Return one word or several."""
        if isinstance(index, slice):
            made = self._made
            numbers = range(*index.indices(len(made)))
            return tuple([made[number] or self._make(number) for number in numbers])
        return self._made[index] or self._make(range(len(self.keys))[index])

    def is_upper(self, index: int) -> bool:
        """Return whether a word begins with a capital."""
        return index in self._raised or self.text[self._span(index)[0]].isupper()

    def _span(self, index: int) -> tuple[int, int]:
        """Return where a word begins and ends.

        A plain one is read anew: to remember it would take more time than that.
        """
        number, position = self._places[index] if self._odd else (index, 0)
        chunk, base = self._chunks[number], self._starts[number]
        word = chunk.strip(AROUND)
        if self._plain[number] and word.isalnum():
            start = base + chunk.index(word)
            return start, start + len(word)
        start, end = self._cut.spans[chunk][position]
        return base + start, base + end

    def _make(self, index: int) -> Token:
        start, end = self._span(index)
        before = 0
        if index:
            previous = self._made[index - 1]
            before = previous.end if previous is not None else self._span(index - 1)[1]
        word, gap = self.text[start:end], self.text[before:start]
        plain = gap == " " and before > 0
        token = self._made[index] = Token(
            start,
            end,
            self.keys[index],
            word[0].isupper() or index in self._raised,
            end - start > 1 and word.isupper(),
            not plain and (before == 0 or _SENTENCE_END.search(gap) is not None),
            not plain and (before == 0 or _HARD_BREAK.search(gap) is not None),
            gap,
        )
        return token


def tokenize(text: str, language: str = "") -> Tokens:
    """Return the words of `text`; its language says what an apostrophe cuts off."""
    return Tokens(text, language)


def is_joint(gap: str) -> bool:
    """Return whether two words with `gap` between them may be one name."""
    return gap == " " or _JOINT.fullmatch(gap) is not None


def is_owned(gap: str) -> bool:
    """Return whether `gap` ends a possessive: "King's Lynn", "Lviv's center"."""
    return _OWNED.fullmatch(gap) is not None
