"""What a paradigm is, and how a word is read by many of them.

A paradigm is a set of endings that one stem may have. Two forms belong together if one
paradigm holds both on one stem, so a key is a stem with the paradigm's name: "порт" is a
noun's stem in «порту» and a verb's in «портит», and the two do not meet. A key also tells
whether a vowel of the stem comes and goes: «рік, року» is not «рок, року».
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple


@dataclass(frozen=True, slots=True, kw_only=True)
class Paradigm:
    """Endings that one stem may have.

    Attributes:
        name: What keys carry.
        endings: Separated by spaces.
        final: The letters one of which the stem ends in.
        bare: Endings before which a vowel of the stem may come or change; "-" is none, and
            "~" is none where a vowel has come.
        altered: Endings before which the last letters of a stem change by `changes`.
        changes: The last letters of a stem and what they become.
        weak: Those of the endings that many other words have, too: two forms with different
            weak endings do not meet ("caso, casa" is no verb), but each meets the rest.
        kin: What keys of changed stems carry instead of the name, so that they are fewer.
        least: Letters that a stem has at least.
        unlike: No stem ends so.
        prefixes: What may stand before, if the stem is nothing but a prefix.
    """

    name: str
    endings: str
    final: str = ""
    bare: str = ""
    altered: str = ""
    changes: Mapping[str, str] = field(default_factory=dict)
    weak: str = ""
    kin: str = "h"
    least: int = 2
    unlike: tuple[str, ...] = ()
    prefixes: frozenset[str] | None = None


class Reading(NamedTuple):
    """What an ending says: the paradigm, and what of the stem it has swallowed."""

    paradigm: Paradigm
    swallowed: str
    bare: bool
    ending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Vowels:
    """Which vowels come and go.

    Attributes:
        any: All of the language.
        fleeting: Those that stand before the last consonant of a bare stem only, each with
            what may stand for it.
        bare: Stems that have no vowel but a fleeting one («день, дня»).
        closed: Vowels of closed syllables, each with what stands for it in open ones.
    """

    any: str
    fleeting: Mapping[str, tuple[str, ...]]
    bare: frozenset[str] = frozenset()
    closed: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


class Table:
    """The paradigms of a language by their endings."""

    def __init__(self, paradigms: Iterable[Paradigm], vowels: Vowels) -> None:
        """Lay out all endings."""
        self._readings: dict[str, list[Reading]] = {}
        self._vowels = vowels
        self._opened = {other[-1] for others in vowels.closed.values() for other in others}
        self._weak: dict[str, set[str]] = {}
        for paradigm in paradigms:
            self._weak.setdefault(paradigm.name, set()).update(paradigm.weak.split())
            self._add(paradigm)
        self._longest = max(map(len, self._readings))

    def _add(self, paradigm: Paradigm) -> None:
        for ending in dict.fromkeys(paradigm.endings.split()):
            self._put(ending, Reading(paradigm, "", bare=False, ending=ending))
        for ending in paradigm.bare.split():
            self._put(ending, Reading(paradigm, "", bare=True, ending=ending))
        for before, after in paradigm.changes.items():
            for ending in paradigm.altered.split():
                reading = Reading(paradigm, before, bare=False, ending=ending)
                self._put(after + ending, reading)

    def _put(self, ending: str, reading: Reading) -> None:
        self._readings.setdefault(ending.strip("-~"), []).append(reading)

    def read(self, word: str) -> Iterator[str]:
        """Yield a key for each paradigm that `word` may belong to."""
        for start in range(max(0, len(word) - self._longest), len(word) + 1):
            for reading in self._readings.get(word[start:], ()):
                paradigm = reading.paradigm
                stem = word[:start] + reading.swallowed
                if paradigm.prefixes is not None:
                    if stem in paradigm.prefixes:
                        yield f"{self._prefix(stem, paradigm.prefixes)}|{paradigm.name}"
                elif (
                    len(stem) >= paradigm.least
                    and stem[-1] in paradigm.final
                    and not stem.endswith(paradigm.unlike)
                ):
                    yield from self._keys(stem, reading)

    @staticmethod
    def _prefix(stem: str, prefixes: frozenset[str]) -> str:
        """Return a prefix without the vowel that it has before some forms: «разо-брать»."""
        short = stem[:-1]
        return short if short and stem[-1] in "оі" and short in prefixes else stem

    def _keys(self, stem: str, reading: Reading) -> Iterator[str]:
        """Yield the stem's own key, and those of the stems that it may stand for."""
        name = reading.paradigm.name
        if weak := self._weak[name]:
            if reading.ending in weak:
                yield f"{stem}|{name}-{reading.ending}"
                return
            yield from (f"{stem}|{name}-{ending}" for ending in weak)
        if reading.ending != "~":
            yield f"{stem}|{name}"
        if not reading.paradigm.bare:
            return
        kin = reading.paradigm.kin
        if reading.bare:
            vowel = stem[-2:-1]
            yield from (f"{o}|{kin}{vowel}" for o in self._without_fleeting(stem))
            yield from (f"{other}|{kin}/" for other in self._opened_stems(stem))
            return
        if (
            len(stem) > 1
            and stem[-2] not in self._vowels.any
            and self._may_lose_vowel(stem)
        ):
            yield from (f"{stem}|{kin}{vowel}" for vowel in self._vowels.fleeting)
        if self._last_vowel(stem)[1] in self._opened:
            yield f"{stem}|{kin}/"

    def _without_fleeting(self, stem: str) -> Iterator[str]:
        if len(stem) > 2 and stem[-2] in self._vowels.fleeting:  # noqa: PLR2004  # V+C
            after_vowel = stem[-3] in self._vowels.any
            for instead in self._vowels.fleeting[stem[-2]]:
                other = stem[:-2] + instead + stem[-1]
                if (instead == "й") == after_vowel and self._may_lose_vowel(other):
                    yield other

    def _may_lose_vowel(self, stem: str) -> bool:
        return self._last_vowel(stem)[0] >= 0 or stem in self._vowels.bare

    def _opened_stems(self, stem: str) -> Iterator[str]:
        place, vowel = self._last_vowel(stem)
        for instead in self._vowels.closed.get(vowel, ()):
            yield stem[:place] + instead + stem[place + 1 :]

    def _last_vowel(self, stem: str) -> tuple[int, str]:
        """Return where the last vowel of `stem` stands, and which it is."""
        for place in range(len(stem) - 1, -1, -1):
            if stem[place] in self._vowels.any:
                return place, stem[place]
        return -1, ""


def each_with(prefix: str, endings: str) -> str:
    """Return each of the endings with `prefix` before it."""
    return " ".join(prefix + ending for ending in endings.split())


def irregular(verbs: str, prefixes: frozenset[str]) -> Iterator[Paradigm]:
    """Yield a paradigm for each of `verbs`, told apart by "|": forms with any prefix."""
    for verb in verbs.split("|"):
        forms = verb.split()
        yield Paradigm(name=f"r{forms[0]}", endings=" ".join(forms), prefixes=prefixes)


def single(words: str) -> Iterator[Paradigm]:
    """Yield a paradigm for each line of `words`: a name, a stem, a colon, endings."""
    for line in words.strip().splitlines():
        head, _, endings = line.partition(":")
        name, _, stem = head.partition(" ")
        yield Paradigm(name=name, endings=endings, prefixes=frozenset((stem,)))
