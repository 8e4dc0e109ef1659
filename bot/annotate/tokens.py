"""Words of a text with where they stand, for looking places up.

Offsets are code points into the original text, whatever folding does to a word.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from bot.domain.folding import fold

_MARKS = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u0300\u0301"  # soft hyphen, joiners, stress
_APOSTROPHES = "'’ʼ`ʹ′＇‘"
_WORD = re.compile(
    rf"[^\W_](?:[^\W_]|[{_MARKS}]|[{_APOSTROPHES}](?=[^\W_]))*",
)
_INITIALS = re.compile(r"\b(?:U\.S\.A\.|U\.S\.|U\.K\.|D\.C\.)", re.IGNORECASE)
_ELISION = re.compile(rf"(?:l|d|qu|dell|nell|all|sull|dall)[{_APOSTROPHES}]", re.IGNORECASE)
_POSSESSIVE = re.compile(rf"[{_APOSTROPHES}]s$", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?…:;\n\r|•—–«»“”\"()]")
_HARD_BREAK = re.compile(r"[.!?…\n\r;|•]")
_JOINT = re.compile(r"[\s\-‐‑–\u00a0]{1,3}|\.\s?|,?\s\(|\s—\s")


@dataclass(frozen=True, slots=True)
class Token:
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


@lru_cache(maxsize=16_384)
def _key(word: str) -> str:
    return fold(word)


def _spans(text: str) -> list[tuple[int, int]]:
    initials = [match.span() for match in _INITIALS.finditer(text)]
    spans: list[tuple[int, int]] = []
    for match in _WORD.finditer(text):
        start, end = match.span()
        if any(a <= start < b for a, b in initials):
            continue
        elided = _ELISION.match(text, start, end)
        if elided is not None and elided.end() < end:
            start = elided.end()
        owner = _POSSESSIVE.search(text[start:end])
        if owner is not None and owner.start() > 0:
            end = start + owner.start()
        spans.append((start, end))
    return sorted([*spans, *initials])


def tokenize(text: str) -> tuple[Token, ...]:
    """Return the words of `text`; an English or French clitic is no part of its word."""
    tokens = []
    before = 0
    for start, end in _spans(text):
        gap = text[before:start]
        word = text[start:end]
        tokens.append(
            Token(
                start=start,
                end=end,
                key=_key(word).replace(".", " ").strip(),
                upper=word[0].isupper(),
                capitals=word.isupper() and len(word) > 1,
                starts=before == 0 or _SENTENCE_END.search(gap) is not None,
                breaks=before == 0 or _HARD_BREAK.search(gap) is not None,
                gap=gap,
            )
        )
        before = end
    return tuple(tokens)


def is_joint(gap: str) -> bool:
    """Return whether two words with `gap` between them may be one name."""
    return _JOINT.fullmatch(gap) is not None
