"""How parts of a query become one, in the one form that equal queries share."""

from collections.abc import Iterable
from math import prod

from bot.match.nodes import And, Near, Node, Not, Or, Phrase, Prefix, Title, Word


def all_of(parts: Iterable[Node]) -> Node:
    """Return what asks for all parts; what must not hold comes last."""
    found = _flat(And, parts)
    found.sort(key=lambda part: isinstance(part, Not))
    return And(tuple(found)) if len(found) > 1 else found[0]


def any_of(parts: Iterable[Node]) -> Node:
    """Return what asks for any of the parts."""
    found = _flat(Or, parts)
    return Or(tuple(found)) if len(found) > 1 else found[0]


def negated(part: Node) -> Node:
    """Return what asks that `part` does not hold."""
    return part.part if isinstance(part, Not) else Not(part)


def titled(part: Node) -> Node:
    """Return `part` with each of its terms asked of the title alone."""
    match part:
        case Word() | Phrase() | Prefix() | Near():
            return Title(part)
        case And():
            return all_of(map(titled, part.parts))
        case Or():
            return any_of(map(titled, part.parts))
        case Not():
            return negated(titled(part.part))
        case _:
            return part


def alternatives(part: Node, *, excluded: bool = False) -> int:
    """Return how many alternatives `part` has once it is written without parentheses.

    That is the length of its disjunctive normal form, before equal ones are dropped.
    """
    match part:
        case Not():
            return alternatives(part.part, excluded=not excluded)
        case And() | Or():
            counts = [alternatives(each, excluded=excluded) for each in part.parts]
            return sum(counts) if isinstance(part, Or) is not excluded else prod(counts)
        case _:
            return 1


def _flat(kind: type[And | Or], parts: Iterable[Node]) -> list[Node]:
    """Return the parts and the parts of those that are of `kind` themselves, each once."""
    found: dict[Node, None] = {}
    for part in parts:
        inside = part.parts if isinstance(part, kind) else (part,)
        found.update(dict.fromkeys(inside))
    return list(found)
