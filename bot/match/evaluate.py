"""Does an entry satisfy a query, and by which of its words?

One query is asked of one entry, leaf by leaf. The index must find the same for all
subscriptions at once (tests/property/test_match_index.py).
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from bot.match.nodes import (
    AboutRegion,
    And,
    FromFeed,
    InLanguage,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Term,
    Title,
    Word,
)
from bot.match.words import Asked, DocumentWords, positions

_Span = tuple[int, int]  # words in sequence: the positions of the first and the last
_Spans = tuple[_Span, ...]


def find_evidence(node: Node, asked: Asked) -> tuple[str, ...] | None:
    """Return the words of the entry that matched, None if it does not match.

    Words stand in the order of the query, each once. What a query excludes or asks of
    anything but the text has no words.
    """
    spans = _find(node, asked)
    if spans is None:
        return None
    surface = asked.words.surface
    if len(spans) == 1:
        first, last = spans[0]
        return (surface(first, last - first + 1),)
    return tuple(dict.fromkeys([surface(a, b - a + 1) for a, b in spans]))


def _find(node: Node, asked: Asked) -> _Spans | None:
    return _BY_KIND[type(node)](node, asked)


def _all(node: And, asked: Asked) -> _Spans | None:
    found: _Spans = ()
    for part in node.parts:
        spans = _BY_KIND[type(part)](part, asked)
        if spans is None:
            return None
        found += spans
    return found


def _any(node: Or, asked: Asked) -> _Spans | None:
    found: _Spans | None = None
    for part in node.parts:
        spans = _BY_KIND[type(part)](part, asked)
        if spans is not None:
            found = spans if found is None else found + spans
    return found


def _none(node: Not, asked: Asked) -> _Spans | None:
    return () if _find(node.part, asked) is None else None


def _title(node: Title, asked: Asked) -> _Spans | None:
    return _place(node.part, asked.words, asked.words.title)


def _text(node: Term | Near, asked: Asked) -> _Spans | None:
    return _place(node, asked.words, -1)


def _feed(node: FromFeed, asked: Asked) -> _Spans | None:
    return () if node.name in asked.feeds else None


def _language(node: InLanguage, asked: Asked) -> _Spans | None:
    return () if node.code == asked.language else None


def _region(node: AboutRegion, asked: Asked) -> _Spans | None:
    return () if node.id in asked.about else None


# One look-up instead of a comparison with each kind: an index asks this of what it found.
_BY_KIND: Final[Mapping[type[Node], Callable[[Any, Asked], _Spans | None]]] = {
    And: _all,
    Or: _any,
    Not: _none,
    Title: _title,
    FromFeed: _feed,
    InLanguage: _language,
    AboutRegion: _region,
    **dict.fromkeys((Word, Phrase, Prefix, Near), _text),
}


def _place(leaf: Term | Near, words: DocumentWords, where: int) -> _Spans | None:
    """Return the first place of a leaf among the positions whose bits are in `where`."""
    if isinstance(leaf, Near):
        title = where & words.title
        pairs = chain(_near(leaf, words, title), _near(leaf, words, where & ~title))
        return next(pairs, None)
    starts = _starts(leaf, words) & where
    if not starts:
        return None
    first = (starts & -starts).bit_length() - 1
    return ((first, first if isinstance(leaf, Word) else first + _length(leaf) - 1),)


def _near(near: Near, words: DocumentWords, where: int) -> Iterator[_Spans]:
    """Yield both terms where they are near and share no word."""
    lefts, rights = _starts(near.left, words) & where, _starts(near.right, words) & where
    if not lefts or not rights:
        return
    left_more, right_more = _length(near.left) - 1, _length(near.right) - 1
    for left in positions(lefts):
        for right in positions(rights):
            apart = max(left - (right + right_more), right - (left + left_more))
            if 1 <= apart <= near.distance:
                yield (left, left + left_more), (right, right + right_more)


def _starts(term: Term, words: DocumentWords) -> int:
    """Return the bits of the positions where the term begins."""
    if isinstance(term, Word):
        return words.find_form(term.form) if term.exact else words.find_word(term.form)
    if isinstance(term, Prefix):
        return words.find_prefix(term.letters)
    look = words.find_form if term.exact else words.find_word
    starts = -1
    for offset, word in enumerate(term.words):
        starts &= look(word) >> offset
        if not starts:
            break
    return starts


def _length(term: Term) -> int:
    return len(term.words) if isinstance(term, Phrase) else 1
