"""Which subscriptions came nearest to an entry that satisfies none, and what is missing."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from bot.domain.errors import QueryError
from bot.domain.model import Subscription
from bot.match.gaps import Gap, count_held, find_gaps
from bot.match.words import Asked
from bot.pipeline.evidence import Pointer
from bot.pipeline.matching import Matcher
from bot.pipeline.queries import read_query

SHOWN: Final = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Near:
    """A subscription that the entry nearly satisfies: all but `gaps`.

    `elsewhere` when it is about none of the subscription's regions; `weak` are the words
    that point to one of these, but only weakly.
    """

    subscription: Subscription
    gaps: tuple[Gap, ...] = ()
    elsewhere: bool = False
    weak: tuple[str, ...] = ()


def find_nearest(
    mine: Iterable[Subscription], asked: Asked, places: Iterable[Pointer]
) -> tuple[Near, ...]:
    """Return the subscriptions of which least is missing, if anything of them is there.

    Args:
        mine: The subscriptions; the entry satisfies none.
        asked: What is asked of the entry.
        places: Which words of it point to which place.
    """
    pointers = tuple(places)
    found = []
    for each in mine:
        ranked = _rank(each, asked, pointers)
        if ranked is not None:
            found.append(ranked)
    found.sort(key=lambda pair: pair[0])
    return tuple(near for _, near in found[:SHOWN])


def _rank(
    subscription: Subscription, asked: Asked, pointers: tuple[Pointer, ...]
) -> tuple[tuple[int, int], Near] | None:
    """Return how much is missing and is there; None if nothing is there."""
    gaps: tuple[Gap, ...] = ()
    held = 0
    if subscription.query:
        try:
            node = read_query(subscription.query)
        except QueryError:
            return None
        gaps, held = find_gaps(node, asked), count_held(node, asked)
    near = Near(subscription=subscription, gaps=gaps)
    if subscription.regions:
        regions_only = replace(subscription, query=None)
        if Matcher((regions_only,)).find(asked):
            held += 1
        else:
            weak = _weak(subscription, pointers)
            held += bool(weak)
            near = replace(near, elsewhere=True, weak=weak)
    return ((len(gaps) + near.elsewhere, -held), near) if held else None


def _weak(subscription: Subscription, pointers: tuple[Pointer, ...]) -> tuple[str, ...]:
    """Return the words that only weakly point to what is followed."""
    found = dict.fromkeys(
        pointer.words
        for pointer in pointers
        if pointer.weak
        and {pointer.place.id, pointer.place.region, pointer.place.country}.intersection(
            subscription.regions
        )
    )
    return tuple(found)
