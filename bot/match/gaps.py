"""What keeps an entry from a query: which of its conditions do not hold."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.match.evaluate import find_evidence
from bot.match.nodes import And, Leaf, Node, Not, Or
from bot.match.words import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """A condition that does not hold.

    Attributes:
        part: What is not there; of what is excluded, what is there.
        found: The words that are there although they are excluded; they may be none, as of
            a language. None of what is missing.
    """

    part: Node
    found: tuple[str, ...] | None = None


def find_gaps(node: Node, asked: Asked) -> tuple[Gap, ...]:
    """Return the fewest conditions without which the entry would match; () if it does."""
    if find_evidence(node, asked) is not None:
        return ()
    match node:
        case And(parts):
            return tuple(gap for part in parts for gap in find_gaps(part, asked))
        case Or(parts):
            return min((find_gaps(part, asked) for part in parts), key=len)
        case Not(part):
            return (Gap(part=part, found=find_evidence(part, asked) or ()),)
        case _:
            return (Gap(part=node),)


def count_held(node: Node, asked: Asked) -> int:
    """Return how many of the things that a query looks for are there."""
    return sum(find_evidence(leaf, asked) is not None for leaf in _sought(node))


def _sought(node: Node) -> Iterator[Leaf]:
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _sought(part)
        case Not():
            return
        case _:
            yield node
