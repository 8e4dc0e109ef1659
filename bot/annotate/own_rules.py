"""What regions.yaml says of texts: which words support a region, which never mean it.

Only keys and ids are known here, so that the matcher can ask without knowing where the
rules come from.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple, Self

from bot.annotate.tokens import Tokens, is_joint

Ids = frozenset[str]


class Found(NamedTuple):
    """A phrase at ``tokens[start:end]`` that concerns the places `ids`."""

    start: int
    end: int
    ids: Ids


@dataclass(frozen=True, slots=True)
class Phrases:
    """Keys, each with the ids of the places that it concerns.

    `longest` maps the first word of a key to the most words that a key with it has.
    """

    ids: Mapping[str, Ids] = field(default_factory=dict)
    longest: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, pairs: Iterable[tuple[str, str]]) -> Self:
        """Return the phrases of pairs of a key and an id."""
        ids: dict[str, set[str]] = {}
        for key, place_id in pairs:
            ids.setdefault(key, set()).add(place_id)
        return cls({key: frozenset(found) for key, found in ids.items()}, longest_keys(ids))

    def find(self, tokens: Tokens) -> Iterator[Found]:
        """Yield where the text has one of the phrases; they may overlap."""
        if self.longest.keys().isdisjoint(tokens.firsts):
            return
        for start, first in enumerate(tokens.firsts):
            for width in range(1, self.longest.get(first, 0) + 1):
                ids = self.ids.get(" ".join(tokens.keys[start : start + width]))
                words = tokens[start + 1 : start + width]
                if ids is not None and all(is_joint(word.gap) for word in words):
                    yield Found(start, start + width, ids)


def longest_keys(keys: Iterable[str]) -> dict[str, int]:
    """Return for each first word of `keys` the most words that a key with it has."""
    longest: dict[str, int] = {}
    for key in keys:
        words = key.split(" ")
        longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return longest


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRules:
    """The rules of regions.yaml, as keys.

    Attributes:
        context: Words that support a place.
        exclude: Phrases that never mean a place, nor what lies in it.
    """

    context: Phrases = field(default_factory=Phrases)
    exclude: Phrases = field(default_factory=Phrases)

    def supported(self, tokens: Tokens) -> Iterator[str]:
        """Yield the ids of places that words of the text support, once for each word."""
        for found in self.context.find(tokens):
            yield from sorted(found.ids)


def is_excluded(
    excluded: Iterable[Found], start: int, end: int, around: Iterable[str]
) -> bool:
    """Return whether a phrase over ``tokens[start:end]`` says that no such place is meant.

    Args:
        excluded: What `OwnRules.exclude` found in the text.
        start: First word of the name.
        end: The word after it.
        around: The ids of the place that the name may mean and of what that lies in.
    """
    return any(
        found.start < end and start < found.end and not found.ids.isdisjoint(around)
        for found in excluded
    )
