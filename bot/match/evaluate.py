"""Does an entry satisfy a query, and by which of its words?

One query is asked of one entry, leaf by leaf. The index must find the same for all
subscriptions at once (tests/property/test_match_index.py).
"""

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple, assert_never

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
from bot.match.words import Asked, DocumentWords


class Span(NamedTuple):
    """Words in sequence: the positions of the first and the last."""

    first: int
    last: int


def find_evidence(node: Node, asked: Asked) -> tuple[str, ...] | None:
    """Return the words of the entry that matched, None if it does not match.

    Words stand in the order of the query, each once. What a query excludes or asks of
    anything but the text has no words.
    """
    spans = _find(node, asked)
    if spans is None:
        return None
    surface = asked.words.surface
    return tuple(dict.fromkeys(surface(a, b - a + 1) for a, b in spans))


def _find(node: Node, asked: Asked) -> Sequence[Span] | None:  # noqa: PLR0911  # a case each
    match node:
        case And(parts):
            found = [_find(part, asked) for part in parts]
            if None in found:
                return None
            return [*chain.from_iterable(spans or () for spans in found)]
        case Or(parts):
            held = [spans for part in parts if (spans := _find(part, asked)) is not None]
            return [*chain.from_iterable(held)] if held else None
        case Not(part):
            return () if _find(part, asked) is None else None
        case FromFeed(name):
            return () if name in asked.feeds else None
        case InLanguage(code):
            return () if code == asked.language else None
        case AboutRegion(region):
            return () if region in asked.about else None
        case Title(part):
            return next(_places(part, asked.words, asked.words.gap), None)
        case Word() | Phrase() | Prefix() | Near():
            return next(_places(node, asked.words), None)
        case never:
            assert_never(never)


def _places(
    leaf: Term | Near, words: DocumentWords, end: int | None = None
) -> Iterator[tuple[Span, ...]]:
    """Yield where the leaf stands, before `end` if that is given."""
    if isinstance(leaf, Near):
        yield from _near(leaf, words, end)
        return
    for span in _spans(leaf, words):
        if end is None or span.last < end:
            yield (span,)


def _near(near: Near, words: DocumentWords, end: int | None) -> Iterator[tuple[Span, Span]]:
    """Yield both terms where they are near; they share no word and no border is between."""
    for left in _spans(near.left, words):
        for right in _spans(near.right, words):
            apart = max(left.first - right.last, right.first - left.last)
            if (
                1 <= apart <= near.distance
                and (left.first < words.gap) == (right.first < words.gap)
                and (end is None or max(left.last, right.last) < end)
            ):
                yield left, right


def _spans(term: Term, words: DocumentWords) -> list[Span]:
    """Return where the term stands, ascending."""
    if isinstance(term, Prefix):
        return [Span(each, each) for each in sorted(words.find_prefix(term.letters))]
    look = words.find_form if term.exact else words.find_word
    parts = (term.form,) if isinstance(term, Word) else term.words
    starts = look(parts[0])
    for offset, word in enumerate(parts[1:], start=1):
        if starts:
            starts &= frozenset(position - offset for position in look(word))
    return [Span(start, start + len(parts) - 1) for start in sorted(starts)]
