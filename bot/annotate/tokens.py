"""Words of a text with where they stand, for looking places up.

Offsets are code points into the original text, whatever folding does to a word. A chunk,
which is what stands between two spaces, is read once and remembered; and a `Token` is made
only where somebody asks for it, which is beside a name.
"""

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import chain
from operator import attrgetter
from typing import NamedTuple, overload

from bot.annotate.chunks import AROUND, starts_of
from bot.domain.folding import LONGEST, REMEMBERED, fold

_MARKS = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0300\u0301"  # soft hyphen, joiners, stress
_APOSTROPHES = "'’ʼ`ʹ′＇‘"
_LETTERS_TOO = frozenset("ʼʹ")  # apostrophes that Unicode counts among the letters
_WORD = re.compile(
    rf"[^\W_](?:[^\W_]|[{_MARKS}]|[{_APOSTROPHES}](?=[^\W_]))*",
)
_INITIALS = re.compile(r"\b(?:U\.S\.A\.|U\.S\.|U\.K\.|D\.C\.)", re.IGNORECASE)
_ELISION = re.compile(rf"(?:l|d|qu|dell|nell|all|sull|dall)[{_APOSTROPHES}]", re.IGNORECASE)
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:;\n\r|•—–«»“”\"()]")
_HARD_BREAK = re.compile(r"[.!?…\n\r;|•]")
_JOINT = re.compile(r"[\s\-‐‑–\u00a0]{1,3}|\.\s?|,?\s\(|\s—\s")


class _Piece(NamedTuple):
    """One word of a chunk, its span counted from the chunk's beginning."""

    start: int
    end: int
    key: str
    first: str
    upper: bool
    capitals: bool


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


def _spans(chunk: str) -> list[tuple[int, int]]:
    initials = [match.span() for match in _INITIALS.finditer(chunk)]
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(chunk):
        start, end = match.span()
        if any(a <= start < b for a, b in initials):
            continue
        elided = _ELISION.match(chunk, start, end)
        if elided is not None and elided.end() < end:
            start = elided.end()
        owner = _POSSESSIVE.search(chunk[start:end])
        if owner is not None and owner.start() > 0:
            end = start + owner.start()
        spans.append((start, end))
    return sorted([*spans, *initials])


def _piece(chunk: str, start: int, end: int) -> _Piece:
    word = chunk[start:end]
    key = fold(word).replace(".", " ").strip()
    capitals = word.isupper() and len(word) > 1
    return _Piece(start, end, key, key.split(" ")[0], word[0].isupper(), capitals)


def _read(chunk: str) -> tuple[_Piece, ...]:
    word = chunk.strip(AROUND)
    if word.isalnum() and _LETTERS_TOO.isdisjoint(word):
        start = chunk.index(word)
        return (_piece(chunk, start, start + len(word)),)
    return tuple(_piece(chunk, start, end) for start, end in _spans(chunk))


_remembered = lru_cache(maxsize=REMEMBERED)(_read)


class Tokens(Sequence[Token]):
    """The words of a text; an English or French clitic is no part of its word.

    Attributes:
        keys: The key of each word.
        firsts: What stands before the first space of each key; few keys have one.
    """

    def __init__(self, text: str) -> None:
        """Read `text`."""
        self._text = text
        self._chunks = text.split()
        self._read = [
            _remembered(chunk) if len(chunk) <= LONGEST else _read(chunk)
            for chunk in self._chunks
        ]
        self._pieces = list(chain.from_iterable(self._read))
        self._made: list[Token | None] = [None] * len(self._pieces)
        self.firsts = list(map(attrgetter("first"), self._pieces))

    @cached_property
    def keys(self) -> list[str]:
        """The key of each word."""
        return [piece.key for piece in self._pieces]

    @cached_property
    def _bases(self) -> list[int]:
        """Where the chunk of each word begins."""
        starts = starts_of(self._text, self._chunks)
        return [at for at, read in zip(starts, self._read, strict=True) for _ in read]

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self._pieces)

    @overload
    def __getitem__(self, index: int) -> Token: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Token, ...]: ...
    def __getitem__(self, index: int | slice) -> Token | tuple[Token, ...]:
        """Return one word or several."""
        if isinstance(index, slice):
            return tuple(map(self._token, range(*index.indices(len(self)))))
        return self._token(index)

    def _token(self, index: int) -> Token:
        made = self._made[index]
        if made is None:
            made = self._made[index] = self._make(range(len(self))[index])
        return made

    def _make(self, index: int) -> Token:
        piece, base = self._pieces[index], self._bases[index]
        start = base + piece.start
        before = self._bases[index - 1] + self._pieces[index - 1].end if index else 0
        gap = self._text[before:start]
        plain = gap == " " and before > 0
        return Token(
            start=start,
            end=base + piece.end,
            key=piece.key,
            upper=piece.upper,
            capitals=piece.capitals,
            starts=not plain and (before == 0 or _SENTENCE_END.search(gap) is not None),
            breaks=not plain and (before == 0 or _HARD_BREAK.search(gap) is not None),
            gap=gap,
        )


def tokenize(text: str) -> Tokens:
    """Return the words of `text`."""
    return Tokens(text)


def is_joint(gap: str) -> bool:
    """Return whether two words with `gap` between them may be one name."""
    return gap == " " or _JOINT.fullmatch(gap) is not None
