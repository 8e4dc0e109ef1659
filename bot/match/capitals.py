"""Which words of a text have a capital letter that says something."""

import re

from bot.domain.folding import words
from bot.match.inflections.fixed import STRONG
from bot.match.stems import capital_matters

_PIECE = re.compile(r"\w+(?:['’ʼ`‘´ʻ′＇]\w+)*")
_ENDS = re.compile(r"[.!?…:;]\W*$")
_OPENS = '«“„"(‹'
_MANY = 0.5  # of the longer words; headlines have their capitals where sentences have none
_LONGER = 4  # letters; shorter words stay small in such headlines
_ENOUGH = 3


def capitals(text: str) -> tuple[bool | None, ...]:
    """Return for each word of `text` whether it is written as a proper name.

    None where a capital says nothing: at the beginning of a sentence or a quotation, in a
    headline that gives them to most words, and where words cannot be told apart.
    """
    found: list[bool | None] = []
    begins = True
    longer = high = 0
    for chunk in text.split():
        folded = words(chunk)
        pieces = _PIECE.findall(chunk)
        if not folded:
            continue
        if len(pieces) != len(folded):
            found += [None] * len(folded)
            begins = _ENDS.search(chunk) is not None
            continue
        begins = begins or chunk[0] in _OPENS
        for piece, word in zip(pieces, folded, strict=True):
            upper = piece[0].isupper()
            if not begins and len(piece) >= _LONGER:
                longer += 1
                high += upper
            found.append(upper if not begins or not upper or word in STRONG else None)
            begins = False
        begins = _ENDS.search(chunk) is not None
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
