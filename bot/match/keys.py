"""What queries look up in an entry: words by their stems, beginnings, conditions.

A leaf is one key, however many queries have it. A word of an entry leads to all keys that
it has, and which these are is remembered.
"""

from collections.abc import Iterator
from functools import partial
from typing import Any, Final, assert_never

from bot.domain.memory import Memory
from bot.match.nodes import AboutRegion, Condition, FromFeed, InLanguage, Prefix, Word
from bot.match.stems import apart_from_name, stems, stems_of, word_of
from bot.match.words import Asked

HEAD: Final = 3  # letters that each prefix has
# Different ones that are remembered twice: three languages' news, where a third of the
# words stand with a capital as well as without.
WORDS: Final = 49_152

KeyLeaf = Word | Prefix | Condition
Spans = tuple[tuple[int, int], ...]  # words in sequence: position of the first, how many


class Found(dict["Key", int]):
    """The keys that an entry has, with the bits of their positions; a condition has none.

    Attributes:
        title: The bits of the positions in the title.
    """

    __slots__ = ("title",)

    def __init__(self, asked: Asked) -> None:
        """Start without keys."""
        super().__init__()
        self.title = asked.words.title


class Key:
    """One thing that an entry has or has not.

    Attributes:
        leaf: What queries ask for; None for what every entry has.
        names: Any of these in an entry is the key: a form, stems (which have a colon), a
            prefix (which ends with an asterisk), a condition.
        sure: The queries that the key alone satisfies.
        clauses: The clauses that are filed under it and need more, each with the rarest
            other key that it needs, if any: most are dismissed without being looked at.
        uses: How many clauses name it.
    """

    __slots__ = ("clauses", "leaf", "names", "sure", "uses")

    length: Final = 1

    def __init__(self, leaf: KeyLeaf | None = None) -> None:
        """Start without anything that needs the key."""
        self.leaf = leaf
        self.names = names_of(leaf) if leaf else ()
        self.sure: dict[Any, None] | None = None
        self.clauses: dict[Any, Key] | None = None
        self.uses = 0

    @property
    def commonness(self) -> tuple[bool, int, int]:
        """How many entries may have it, for comparing: what is asked often, what is short.

        Conditions come last. On invented news (benchmarks/match.py) next to no clause whose
        keys are there does not match.
        """
        name = self.names[0]
        return ":" in name[2:], self.uses, -len(name)  # a stem's colon is its second letter

    def starts(self, found: Found) -> int:
        """Return the bits of its positions."""
        return found.get(self, 0)

    def spans(self, found: Found, where: int = -1) -> Spans | None:
        """Return its first place among the bits `where`, None if the entry has it not."""
        bits = found.get(self)
        if not bits:
            return None if bits is None else ()
        bits &= where
        return (((bits & -bits).bit_length() - 1, 1),) if bits else None


class Keys:
    """All keys that any query asks for."""

    def __init__(self) -> None:
        """Start with the key that every entry has."""
        self.always = Key()
        self._keys: dict[KeyLeaf | None, Key] = {}
        self._by_name: dict[str, tuple[Key, ...]] = {}
        self._prefixes: dict[str, dict[int, int]] = {}
        self._of_word: dict[str, Memory[tuple[Key, ...]]] = {}  # by a text's rules
        self._is_outdated = False

    def take(self, leaf: KeyLeaf) -> Key:
        """Return the key of a leaf, for one more use."""
        key = self._keys.get(leaf)
        if key is None:
            key = self._keys[leaf] = Key(leaf)
            alone = (key,)  # one for all: most names have one key
            for name in key.names:
                others = self._by_name.get(name)
                self._by_name[name] = (*others, key) if others else alone
                self._count_prefix(name, 1)
            self._is_outdated = True
        key.uses += 1
        return key

    def release(self, key: Key) -> None:
        """Give up one use; a key that has none left is forgotten."""
        key.uses -= 1
        if key.uses:
            return
        del self._keys[key.leaf]
        for name in key.names:
            left = tuple(each for each in self._by_name[name] if each is not key)
            if left:
                self._by_name[name] = left
            else:
                del self._by_name[name]
            self._count_prefix(name, -1)
        self._is_outdated = True

    def find(self, asked: Asked) -> Found:
        """Return the keys that the entry has."""
        found = Found(asked)
        found[self.always] = 0
        if self._is_outdated:  # forgotten here, once for all that changed since
            self._of_word, self._is_outdated = {}, False
        rules = asked.words.rules
        if rules not in self._of_word:
            self._of_word[rules] = Memory(partial(self._lead, rules), WORDS)
        of_word = self._of_word[rules]
        for place, keys in enumerate(map(of_word.__getitem__, asked.words.readings)):
            for key in keys:
                found[key] = found.get(key, 0) | 1 << place
        for name in _conditions(asked):
            for key in self._by_name.get(name, ()):
                found[key] = 0
        return found

    def _lead(self, rules: str, reading: str) -> tuple[Key, ...]:
        """Return the keys that a word of an entry has."""
        base, more = apart_from_name(reading, rules)
        if base != reading:
            others = [key for name in more for key in self._by_name.get(name, ())]
            return tuple(dict.fromkeys((*self._of_word[rules][base], *others)))
        word = word_of(reading)
        lengths = self._prefixes.get(word[:HEAD], ())
        names = (
            word,
            *stems_of(reading, rules),
            *(f"{word[:length]}*" for length in lengths),
        )
        return tuple({key: None for name in names for key in self._by_name.get(name, ())})

    def _count_prefix(self, name: str, change: int) -> None:
        """Keep how many prefixes of each length begin with the same letters."""
        if not name.endswith("*"):
            return
        lengths = self._prefixes.setdefault(name[:HEAD], {})
        length = len(name) - 1
        lengths[length] = lengths.get(length, 0) + change
        if not lengths[length]:
            del lengths[length]
            if not lengths:
                del self._prefixes[name[:HEAD]]


def names_of(leaf: KeyLeaf) -> tuple[str, ...]:
    """Return the names of what a query asks for.

    What equals a word that has stems has them as well; one without is found as it stands.
    """
    match leaf:
        case Word(form, exact):
            # Not remembered twice: a key keeps its names.
            found = () if exact else stems.__wrapped__(form, asked=True)
            return tuple(sorted(found)) or (form,)
        case Prefix(letters):
            return (f"{letters}*",)
        case FromFeed(name):
            return (f"feed:{name}",)
        case InLanguage(code):
            return (f"lang:{code}",)
        case AboutRegion(region):
            return (f"about:{region}",)
        case never:
            assert_never(never)


def _conditions(asked: Asked) -> Iterator[str]:
    """Yield the names of all conditions that hold for the entry."""
    yield f"lang:{asked.language}"
    for feed in asked.feeds:
        yield f"feed:{feed}"
    for region in asked.about:
        yield f"about:{region}"
