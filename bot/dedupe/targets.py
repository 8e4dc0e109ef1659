"""What a headline says was hit, burnt or destroyed (pure).

Two strikes on one town are told in nearly the same words; that one hit a bus and the other
a shop is all that tells them apart.
"""

import re
from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bot.dedupe.common.targets import ANY_OF, KINDS, PHRASES
from bot.domain.folding import fold, words
from bot.domain.memory import Memory

_ENDING = re.compile(
    r"(?:e?s|[аяуюиіыїеєоьй]|о[мвйю]|е[мйв]|є[мю]|і[вй]|ї[вй]|а[мхя]|я[мх]|[ая]ми|[ое]го|"
    r"[ое]му|[иы]ми|[иыі][йхме]|[ую]ю|[ое]ї|ое)?"
)


_ARTICLE = re.compile(r"^[ld]['’]")  # «l'hôpital»


class Targets(NamedTuple):
    """The kinds of things that a title names, and those that a vague word may stand for."""

    named: frozenset[str] = frozenset()
    any_of: frozenset[str] = frozenset()


NO_TARGETS = Targets()


_BEFALLEN = "пожежа пожар вибух взрыв горить горит fire blast".split()
# Not what was hit: where the wounded lie, and whose people they are.
_NOT_HIT = re.compile(
    "".join(f"(?<!{befallen} )" for befallen in _BEFALLEN)
    + r"\b(?:[ув] (?:лікарн(?:і|ях)|больниц(?:е|ах))|in (?:the )?hospitals?|im krankenhaus"
    r"|w szpitalu|bus (?:stop|station)s?|(?:car|bus) bombs?|cable cars?|car parks?"
    r"|(?:left|right|west|east|river) banks?|поб[иі]\w{1,3} (?:[\w-]+ )?рекорд\w*"
    r"|(?:\d+|великих|кілька|кількох|низк\w+|багат\w+|\w+(?:ть|ри|ох|ьма)) міст"
    r"|(?:to|for|leaves?|of) (?:\d[\d,.]*|thousands of) (?:homes|houses|households)"
    r"|\w+ (?:workers?|staff|employees?|owners?|students?|pupils?|teachers?|chief))\b",
    re.IGNORECASE,
)


def union(found: Iterable[Targets]) -> Targets:
    """Return all that some name together."""
    several = tuple(found)
    return Targets(
        frozenset[str]().union(*(each.named for each in several)),
        frozenset[str]().union(*(each.any_of for each in several)),
    )


def _lines(table: str) -> Iterator[tuple[str, frozenset[str]]]:
    for line in table.strip().replace("\n ", " ").splitlines():
        kinds, _, stems = line.partition(":")
        for stem in stems.split():
            yield fold(stem), frozenset(kinds.split())


def _table() -> dict[str, Targets]:
    found: dict[str, Targets] = {}
    for stem, kinds in _lines(KINDS):
        found[stem] = union((found.get(stem, NO_TARGETS), Targets(named=kinds)))
    for stem, kinds in _lines(ANY_OF):
        found[stem] = union((found.get(stem, NO_TARGETS), Targets(any_of=kinds)))
    return found


_STEMS = _table()


def _meant(word: str) -> Targets:
    """Return the kinds that a folded word names, and those that it may stand for."""
    word = _ARTICLE.sub("", word)
    if word.endswith("ці"):  # «по маршрутці»
        word = f"{word[:-2]}ки"
    ends = range(2, len(word) + 1)
    found = [
        _STEMS[word[:end]]
        for end in ends
        if word[:end] in _STEMS and _ENDING.fullmatch(word, end)
    ]
    found += [_STEMS[f"{word[:end]}*"] for end in ends if f"{word[:end]}*" in _STEMS]
    return union(found) if found else NO_TARGETS


_meant_by = Memory(_meant)


_PHRASES = [(re.compile(rf"\b(?:{said})\b", re.IGNORECASE), word) for said, word in PHRASES]


def _in_one_word(title: str) -> str:
    for said, word in _PHRASES:
        title = said.sub(word, title)
    return title


def without_bystanders(title: str) -> str:
    """Return a title without where the wounded lie, and whose people they are."""
    return _NOT_HIT.sub(" ", title)


def find_targets(title: str) -> Targets:
    """Return what a title says was hit.

    >>> find_targets("Дрон влучив у автобус").named
    frozenset({'bus'})
    """
    found = map(_meant_by.__getitem__, words(_in_one_word(without_bystanders(title))))
    named = [each for each in found if each is not NO_TARGETS]
    return union(named) if named else NO_TARGETS


def are_apart(ours: Targets, named: AbstractSet[str], any_of: AbstractSet[str]) -> bool:
    """Return whether a title and a story's titles name things, and none that both may mean.

    Args:
        ours: The title's.
        named: What the story's titles name.
        any_of: What the story's titles may mean.
    """
    one, other = ours.named or ours.any_of, named or any_of
    return bool(one and other) and one.isdisjoint(other)
