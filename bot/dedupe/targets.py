"""What a headline says was hit, burnt or destroyed (pure).

Two strikes on one town are told in nearly the same words; that one hit a bus and the other
a shop is all that tells them apart.
"""

import re
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from functools import lru_cache
from typing import NamedTuple

from bot.dedupe.common.targets import ANY_OF, KINDS
from bot.domain.folding import words

_ENDING = (
    r"(?:e?s|[аяуюиіыїеєоьй]|о[мвйю]|е[мйв]|є[мю]|і[вй]|ї[вй]|а[мхя]|я[мх]|[ая]ми|[ое]го|"
    r"[ое]му|[иы]ми|[иыі][йхме]|[ую]ю|[ое]ї|ое)?"
)


def _lines(table: str) -> Iterator[tuple[frozenset[str], re.Pattern[str]]]:
    for line in table.strip().replace("\n ", " ").splitlines():
        kinds, _, stems = line.partition(":")
        yield (
            frozenset(kinds.split()),
            re.compile(rf"(?:{'|'.join(stems.split())}){_ENDING}"),
        )


_KINDS = tuple(_lines(KINDS))
_ANY_OF = tuple(_lines(ANY_OF))


@lru_cache(maxsize=65536)
def _meant(word: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the kinds that a folded word names, and those that it may stand for."""
    named, any_of = (
        frozenset[str]().union(*(kinds for kinds, stem in table if stem.fullmatch(word)))
        for table in (_KINDS, _ANY_OF)
    )
    return named, any_of


class Targets(NamedTuple):
    """The kinds of things that a title names, and those that a vague word may stand for."""

    named: frozenset[str] = frozenset()
    any_of: frozenset[str] = frozenset()


NO_TARGETS = Targets()


def find_targets(title: str) -> Targets:
    """Return what a title says was hit.

    >>> find_targets("Дрон влучив у автобус").named
    frozenset({'bus'})
    """
    meant = [_meant(word) for word in words(title)]
    return Targets(
        frozenset[str]().union(*(kinds for kinds, _ in meant)),
        frozenset[str]().union(*(kinds for _, kinds in meant)),
    )


def are_apart(ours: Targets, named: AbstractSet[str], any_of: AbstractSet[str]) -> bool:
    """Return whether a title and a story's titles name things, and none that both may mean.

    Args:
        ours: The title's.
        named: What the story's titles name.
        any_of: What the story's titles may mean.
    """
    one, other = ours.named or ours.any_of, named or any_of
    return bool(one and other) and one.isdisjoint(other)
