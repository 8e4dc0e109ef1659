"""Which subscriptions does an entry satisfy?

A subscription is filed under one thing that its entries must have: a word of its query, or
else its regions. So an entry looks only at subscriptions that it has something in common
with, however many there are; and equal queries are checked once.
"""

from collections.abc import Iterable, Iterator, Sequence

from bot.domain.errors import QueryError
from bot.domain.model import Match, Subscription
from bot.match.query import Query, Term, parse_query
from bot.match.stems import stems
from bot.match.words import DocumentWords


class SubscriptionIndex:
    """All subscriptions, for asking.

    Attributes:
        broken: Id and reason of the subscriptions whose stored query cannot be read; they
            match nothing, and the others go on.
    """

    def __init__(self, subscriptions: Iterable[Subscription]) -> None:
        """File each subscription."""
        self.broken: list[tuple[int, str]] = []
        self._by_region: dict[str, list[Subscription]] = {}
        self._by_query: dict[str, list[Subscription]] = {}
        self._by_form: dict[str, list[str]] = {}
        self._by_stem: dict[str, list[str]] = {}
        self._by_prefix: dict[str, list[str]] = {}
        self._queries: dict[str, Query] = {}
        for subscription in subscriptions:
            self._add(subscription)
        self._prefix_lengths = sorted(set(map(len, self._by_prefix)))

    def find(self, about: frozenset[str], words: DocumentWords) -> tuple[Match, ...]:
        """Return a match for each subscription that the entry satisfies, by id.

        Args:
            about: The ids of the places that the entry is about.
            words: The entry's words.
        """
        found: dict[int, Match] = {}
        for place in about:
            for subscription in self._by_region.get(place, ()):
                found[subscription.id] = _match(subscription, about, ())
        if not self._queries:
            return tuple(found[key] for key in sorted(found))
        for canonical in set(self._candidates(words)):
            evidence = self._queries[canonical].evidence(words)
            if evidence is None:
                continue
            for subscription in self._by_query[canonical]:
                if not subscription.regions or not about.isdisjoint(subscription.regions):
                    found[subscription.id] = _match(subscription, about, evidence)
        return tuple(found[key] for key in sorted(found))

    def _add(self, subscription: Subscription) -> None:
        if not subscription.query:
            for region in subscription.regions:
                self._by_region.setdefault(region, []).append(subscription)
            return
        try:
            query = parse_query(subscription.query)
        except QueryError as error:
            self.broken.append((subscription.id, str(error)))
            return
        canonical = query.canonical
        self._by_query.setdefault(canonical, []).append(subscription)
        if canonical not in self._queries:
            self._queries[canonical] = query
            self._file(canonical, query.terms)

    def _file(self, canonical: str, terms: Sequence[Term]) -> None:
        """File a query under one word that its texts must have: the longest is rare."""
        whole = [(word, term) for term in terms if not term.prefix for word in term.words]
        if not whole:
            prefix = max((term.words[0] for term in terms), key=len)
            self._by_prefix.setdefault(prefix, []).append(canonical)
            return
        word, term = max(whole, key=lambda pair: len(pair[0]))
        self._by_form.setdefault(word, []).append(canonical)
        if not term.exact:
            for stem in stems(word):
                self._by_stem.setdefault(stem, []).append(canonical)

    def _candidates(self, words: DocumentWords) -> Iterator[str]:
        for form in words.forms:
            yield from self._by_form.get(form, ())
            for length in self._prefix_lengths:
                if length > len(form):
                    break
                yield from self._by_prefix.get(form[:length], ())
        for stem in words.stems:
            yield from self._by_stem.get(stem, ())


def _match(
    subscription: Subscription, about: frozenset[str], words: tuple[str, ...]
) -> Match:
    regions = tuple(region for region in subscription.regions if region in about)
    return Match(
        subscription_id=subscription.id,
        chat_id=subscription.chat_id,
        evidence=(*regions, *words),
    )
