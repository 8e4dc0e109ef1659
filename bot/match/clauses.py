"""A query as clauses, any of which must hold (disjunctive normal form).

A clause names what an entry must have and what it must not have, so an entry that lacks
one thing need not look at it.
"""

from collections.abc import Iterable
from typing import Final, NamedTuple

from bot.match.nodes import And, Leaf, Node, Not, Or

MAX_CLAUSES: Final = 64  # of one product: sixteen pairs of alternatives would make 65,536


class Clause(NamedTuple):
    """All of `required`, none of `forbidden`."""

    required: frozenset[Leaf] = frozenset()
    forbidden: frozenset[Leaf] = frozenset()


def to_clauses(node: Node) -> frozenset[Clause]:
    """Return clauses one of which holds for whatever satisfies the query.

    The reverse is true as well unless a product has more than `MAX_CLAUSES`: then the
    factors with the most alternatives are left out of it, and the query itself must be
    asked.
    """
    return _clauses(node, wanted=True)


def _clauses(node: Node, *, wanted: bool) -> frozenset[Clause]:
    if isinstance(node, Not):
        return _clauses(node.part, wanted=not wanted)
    if isinstance(node, And | Or):
        parts = [_clauses(part, wanted=wanted) for part in node.parts]
        if isinstance(node, And) == wanted:
            return _product(parts)
        return frozenset().union(*parts)
    leaf = frozenset({node})
    return frozenset({Clause(required=leaf) if wanted else Clause(forbidden=leaf)})


def _product(factors: Iterable[frozenset[Clause]]) -> frozenset[Clause]:
    product = frozenset({Clause()})
    for factor in sorted(factors, key=len):
        if len(product) * len(factor) > MAX_CLAUSES:
            break
        product = frozenset(
            Clause(one.required | other.required, one.forbidden | other.forbidden)
            for one in product
            for other in factor
        )
    return frozenset(c for c in product if c.required.isdisjoint(c.forbidden))
