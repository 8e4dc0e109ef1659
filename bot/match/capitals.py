"""Which words of a text have a capital letter that says something."""

import re
from typing import NamedTuple

from bot.domain.folding import plain_words, words
from bot.domain.memory import Memory
from bot.match.inflections.fixed import STRONG
from bot.match.stems import capital_matters

_PIECE = re.compile(r"\w+(?:['’ʼ`‘´ʻ′＇]\w+)*")
_LETTER = re.compile(r"\w")
_ENDS = re.compile(r"[.!?…:;]\W*$")
_OPENS = '«“„"(‹'
_MANY = 0.5  # of the longer words; headlines have their capitals where sentences have none
_LONGER = 4  # letters; shorter words stay small in such headlines
_ENOUGH = 3
_SMALL = (False, False, False)


class _Chunk(NamedTuple):
    """What stands between two spaces.

    Attributes:
        flags: For each word whether it has a capital, None if that cannot be told.
        first: What the first flag is at the beginning of a sentence.
        opens: A quotation begins.
        ends: A sentence ends.
        longer: Words long enough to count, and how many of them have a capital.
    """

    flags: tuple[bool | None, ...]
    first: tuple[bool | None, ...]
    opens: bool
    ends: bool
    longer: tuple[int, int]


def _look(chunk: str) -> tuple[bool, bool, bool]:
    """Look at one plain word and marks around it: has it a capital, opens it, ends it."""
    letter = chunk[0]
    if letter.isalnum():
        opens = False
    else:
        opens = letter in _OPENS
        letter = _LETTER.findall(chunk)[0]
    ends = not chunk[-1].isalnum() and _ENDS.search(chunk) is not None
    return letter.isupper(), opens, ends


def _look_closely(chunk: str) -> _Chunk:
    """Look at a chunk of several words, or of none, or with odd letters."""
    folded, pieces = words(chunk), _PIECE.findall(chunk)
    ends = _ENDS.search(chunk) is not None
    if len(pieces) != len(folded):
        unknown = (None,) * len(folded)
        return _Chunk(unknown, unknown[:1], opens=False, ends=ends, longer=(0, 0))
    flags = tuple(piece[0].isupper() for piece in pieces)
    first = tuple(
        None if flag and word not in STRONG else flag
        for flag, word in zip(flags[:1], folded, strict=False)
    )
    longer = [piece for piece in pieces if len(piece) >= _LONGER]
    high = sum(piece[0].isupper() for piece in longer)
    return _Chunk(flags, first, chunk[0] in _OPENS, ends, (len(longer), high))


_CHUNKS = Memory(_look_closely)  # a tenth of all chunks; the others are quick to look at


def capitals(text: str) -> tuple[bool | None, ...]:
    """Return for each word of `text` whether it is written as a proper name.

    None where a capital says nothing: at the beginning of a sentence or a quotation, in a
    headline that gives them to most words, and where words cannot be told apart.
    """
    found: list[bool | None] = []
    begins = True
    longer = high = 0
    for chunk, word in zip(text.split(), plain_words(text), strict=True):
        if word:  # three of five are nothing but small letters
            flag, opens, ends = _SMALL if chunk == word else _look(chunk)
            if begins or opens:
                found.append(None if flag and word not in STRONG else flag)
            else:
                found.append(flag)
                if len(word) >= _LONGER:
                    longer += 1
                    high += flag
            begins = ends
            continue
        flags, first, opens, ends, counts = _CHUNKS[chunk]
        if not flags:
            continue
        if begins or opens:
            found += first
            found += flags[1:]
        else:
            found += flags
            longer += counts[0]
            high += counts[1]
        begins = ends
    if (longer >= _ENOUGH and high > longer * _MANY) or text.isupper():
        return tuple(None if flag else flag for flag in found)
    return tuple(found)


def asked_words(text: str) -> tuple[str, ...]:
    """Return the folded words of a query, with the capital letters that matter.

    A phone gives a capital to whatever is typed first. So a capital counts only where a
    word is a name and something else, too, as in «Суми» and «суми».
    """
    folded = words(text)
    pieces = _PIECE.findall(text)
    if len(pieces) != len(folded):
        return folded
    return tuple(
        word.capitalize() if piece[0].isupper() and capital_matters(word) else word
        for piece, word in zip(pieces, folded, strict=True)
    )
