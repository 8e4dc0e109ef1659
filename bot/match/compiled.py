"""Queries whose leaves are keys, to be asked of what the index found in an entry.

Nothing here looks at a word: phrases and nearness are shifts of the bits of positions. The
answers are those of `bot.match.evaluate`.
"""

from collections.abc import Callable, Iterator
from itertools import chain
from typing import Protocol, assert_never

from bot.match.keys import Found, Key, KeyLeaf, Spans
from bot.match.nodes import (
    AboutRegion,
    And,
    FromFeed,
    InLanguage,
    Leaf,
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
from bot.match.words import positions

TakeKey = Callable[[KeyLeaf], Key]


class Part(Protocol):
    """What can be asked of an entry."""

    def spans(self, found: Found, where: int = -1, /) -> Spans | None:
        """Return the places of what matched, None if it does not match."""


class Sequence:
    """Keys one after the other."""

    __slots__ = ("keys", "length")

    def __init__(self, keys: tuple[Key, ...]) -> None:
        """Keep them."""
        self.keys = keys
        self.length = len(keys)

    def starts(self, found: Found) -> int:
        """Return the bits of the positions where it begins."""
        starts = -1
        for offset, key in enumerate(self.keys):
            starts &= found.get(key, 0) >> offset
            if not starts:
                break
        return starts

    def spans(self, found: Found, where: int = -1) -> Spans | None:
        """Return its first place."""
        bits = self.starts(found) & where
        return (((bits & -bits).bit_length() - 1, self.length),) if bits else None


class Nearby:
    """Two of them near each other, sharing no word."""

    __slots__ = ("distance", "left", "right")

    def __init__(self, left: Key | Sequence, right: Key | Sequence, distance: int) -> None:
        """Keep them."""
        self.left = left
        self.right = right
        self.distance = distance

    def spans(self, found: Found, where: int = -1) -> Spans | None:
        """Return the first place of both, in the title or after it."""
        lefts, rights = self.left.starts(found) & where, self.right.starts(found) & where
        title = found.title
        return next(
            chain(
                self._pairs(lefts & title, rights & title),
                self._pairs(lefts & ~title, rights & ~title),
            ),
            None,
        )

    def _pairs(self, lefts: int, rights: int) -> Iterator[Spans]:
        if not rights:
            return
        before, after = self.left.length, self.right.length
        following = ((1 << self.distance) - 1) << before  # starts that are near enough
        for left in positions(lefts):
            # Shifted, for what precedes the first word is near as well.
            reach = following << left | _preceding(left, after, self.distance)
            for right in positions(rights & reach):
                yield (left, before), (right, after)


def _preceding(left: int, length: int, distance: int) -> int:
    """Return the bits where something that ends just before `left` begins."""
    end = left - length + 1  # one after the last such start
    return (1 << max(end, 0)) - (1 << max(end - distance, 0))


class Titled:
    """A part in the title."""

    __slots__ = ("part",)

    def __init__(self, part: Key | Sequence | Nearby) -> None:
        """Keep it."""
        self.part = part

    def spans(self, found: Found, _: int = -1) -> Spans | None:
        """Return its place."""
        return self.part.spans(found, found.title)


class Every:
    """All parts."""

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[Part, ...]) -> None:
        """Keep them."""
        self.parts = parts

    def spans(self, found: Found, _: int = -1) -> Spans | None:
        """Return the places of all."""
        places: Spans = ()
        for part in self.parts:
            spans = part.spans(found)
            if spans is None:
                return None
            places += spans
        return places


class Some:
    """Any part."""

    __slots__ = ("parts",)

    def __init__(self, parts: tuple[Part, ...]) -> None:
        """Keep them."""
        self.parts = parts

    def spans(self, found: Found, _: int = -1) -> Spans | None:
        """Return the places of those that match."""
        places: Spans | None = None
        for part in self.parts:
            spans = part.spans(found)
            if spans is not None:
                places = spans if places is None else places + spans
        return places


class Without:
    """Not the part."""

    __slots__ = ("part",)

    def __init__(self, part: Part) -> None:
        """Keep it."""
        self.part = part

    def spans(self, found: Found, _: int = -1) -> Spans | None:
        """Return no place, for there is none."""
        return () if self.part.spans(found) is None else None


def compile_query(node: Node, take: TakeKey) -> Part:
    """Return the query with keys in the place of words; `take` has the key of a leaf."""
    match node:
        case And(parts):
            return Every(tuple(compile_query(part, take) for part in parts))
        case Or(parts):
            return Some(tuple(compile_query(part, take) for part in parts))
        case Not(part):
            return Without(compile_query(part, take))
        case Title(part):
            return Titled(_in_text(part, take))
        case Word() | Phrase() | Prefix() | Near():
            return _in_text(node, take)
        case FromFeed() | InLanguage() | AboutRegion():
            return take(node)
        case never:
            assert_never(never)


def _in_text(leaf: Term | Near, take: TakeKey) -> Key | Sequence | Nearby:
    if isinstance(leaf, Near):
        return Nearby(_term(leaf.left, take), _term(leaf.right, take), leaf.distance)
    return _term(leaf, take)


def _term(term: Term, take: TakeKey) -> Key | Sequence:
    keys = tuple(keys_of(term, take))
    return Sequence(keys) if isinstance(term, Phrase) else keys[0]


def keys_of(leaf: Leaf, take: TakeKey) -> Iterator[Key]:
    """Yield each key that an entry has if it has the leaf."""
    match leaf:
        case Phrase(words, exact):
            yield from (take(Word(word, exact)) for word in words)
        case Near(left, right):
            yield from keys_of(left, take)
            yield from keys_of(right, take)
        case Title(part):
            yield from keys_of(part, take)
        case _:
            yield take(leaf)
