"""Whom and what a title is about (pure).

Two fires, two arrests or two drownings of one town are told in nearly the same words; who
it was, and of what, is all that tells them apart, in whatever language.
"""

from collections.abc import Iterator

from bot.dedupe.common.broad import labels
from bot.dedupe.common.sites import SITES
from bot.dedupe.common.subjects import GROWN, PERSONS, SUBJECTS
from bot.dedupe.targets import NO_TARGETS, Targets, union, without_bystanders
from bot.domain.folding import fold, words
from bot.domain.memory import Memory

_SHORTEST = 3  # letters before a ``*``


def _table() -> dict[str, Targets]:
    found: dict[str, Targets] = {}
    lines = f"{SUBJECTS.strip()}{SITES.rstrip()}".replace("\n   ", " ")
    for line in lines.splitlines():
        listed, _, stems = line.partition(": ")
        for stem in map(fold, stems.split()):
            found[stem] = union((found.get(stem, NO_TARGETS), Targets(labels(listed))))
    for stem in map(fold, PERSONS.split()):
        found[stem] = Targets(any_of=labels(GROWN))
    return found


_TABLE = _table()


def _stems(word: str) -> Iterator[str]:
    yield word
    for end in range(_SHORTEST, len(word) + 1):
        yield f"{word[:end]}*"


def _meant(word: str) -> Targets:
    found = [_TABLE[stem] for stem in _stems(word) if stem in _TABLE]
    return union(found) if found else NO_TARGETS


_meant_by = Memory(_meant)


def find_subjects(title: str, hit: Targets) -> Targets:
    """Return whom and what a title is about.

    Args:
        title: The title.
        hit: What `find_targets` says of it, which is among that.

    >>> sorted(find_subjects("Teacher stabbed in her garden", NO_TARGETS).named)
    ['stabbing', 'teacher']
    """
    found = map(_meant_by.__getitem__, words(without_bystanders(title)))
    named = [each for each in found if each is not NO_TARGETS]
    return union((*named, hit)) if named else hit
