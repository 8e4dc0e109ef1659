"""Whether candidates of the archive match, asked of their texts (pure).

Most words of an entry have nothing to do with a query, and the index knows which forms do:
only of these the stems are taken, which are most of the work.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cached_property

from bot.domain.model import Subscription
from bot.match.evaluate import find_evidence
from bot.match.nodes import (
    AboutRegion,
    And,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Title,
    Word,
)
from bot.match.stems import stems_of
from bot.match.words import Asked, DocumentWords
from bot.pipeline.matching import Matcher
from bot.pipeline.prefilter import is_exact_region


class _FewStems(DocumentWords):
    """The words of an entry, of which few have stems."""

    def __init__(
        self, title: str, summary: str, language: str, relevant: Collection[str]
    ) -> None:
        super().__init__(title, summary, language=language)
        self._relevant = relevant

    @cached_property
    def stems(self) -> Mapping[str, int]:
        """The stems of the words that matter, with the bits of their positions."""
        title, summary = self._words
        found: dict[str, int] = {}
        for place, word in enumerate((*title, "", *summary)):
            if word in self._relevant:
                for stem in stems_of(self.readings[place], self.rules):
                    found[stem] = found.get(stem, 0) | 1 << place
        return found


class Verifier:
    """Asks texts for subscriptions.

    Args:
        asked: The subscriptions with what their queries ask for.
        relevant: The words of `words_of` the subscriptions, and all forms in the archive
            that share a stem with one of them.
    """

    def __init__(
        self, asked: Sequence[tuple[Subscription, Node | None]], relevant: Collection[str]
    ) -> None:
        self._asked = asked
        self._relevant = relevant
        regions = {region for each, _ in asked for region in each.regions}
        regions.update(region for _, node in asked if node for region in _regions(node))
        # Who is near a place or in a district is known to the matcher.
        plain = all(map(is_exact_region, regions))
        self._matcher = None if plain else Matcher(each for each, _ in asked)

    def matches(self, title: str, summary: str, asked: Asked) -> bool:
        """Return whether any of the subscriptions is satisfied."""
        words = _FewStems(title, summary, asked.language, self._relevant)
        asked = replace(asked, words=words)
        if self._matcher is not None:
            return bool(self._matcher.find(asked))
        return any(
            (not each.regions or not asked.about.isdisjoint(each.regions))
            and (node is None or find_evidence(node, asked) is not None)
            for each, node in self._asked
        )


def words_of(node: Node) -> Iterator[str]:
    """Yield the words that a query asks of a text in any inflection, or excludes so."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from words_of(part)
        case Not(part) | Title(part):
            yield from words_of(part)
        case Near(left, right):
            yield from words_of(left)
            yield from words_of(right)
        case Word(form):
            yield form
        case Phrase(words):
            yield from words
        case _:
            return


def _regions(node: Node) -> Collection[str]:
    match node:
        case And(parts) | Or(parts):
            return {region for part in parts for region in _regions(part)}
        case Not(part):
            return _regions(part)
        case AboutRegion(region):
            return {region}
        case _:
            return ()
