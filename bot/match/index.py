"""Which subscriptions does an entry satisfy?

Equal queries are one query with several subscribers. A query is filed, clause by clause,
under the rarest key that the clause requires. What an entry has is looked up once, however
many queries ask for it, and leads to the clauses that may hold; only what has all its keys
is asked of the text itself.
"""

from collections.abc import Callable, Iterable
from operator import attrgetter, itemgetter

from bot.domain.errors import QueryError
from bot.domain.model import Match, Subscription
from bot.match.clauses import Clause, to_clauses
from bot.match.compiled import Every, Part, TakeKey, compile_query, keys_of
from bot.match.keys import Found, Key, KeyLeaf, Keys
from bot.match.nodes import Near, Node, Phrase, Title
from bot.match.printing import canonical
from bot.match.words import Asked


class _Query:
    """A query, who subscribes to it, and where it is filed.

    Subscribers are kept by region, so that a query of many is not asked of each of them;
    of those who name none, only the chat by the subscription's id.
    """

    __slots__ = ("by_region", "everywhere", "filed", "keys", "part", "text")

    def __init__(self, text: str, part: Part) -> None:
        """Without subscribers and not yet filed."""
        self.text = text
        self.part = part
        self.keys: tuple[Key, ...] = ()
        self.filed: tuple[_Filed, ...] = ()
        self.everywhere: dict[int, int] = {}
        self.by_region: dict[str, dict[int, Subscription]] = {}

    def add(self, subscription: Subscription) -> None:
        """Let someone subscribe."""
        if not subscription.regions:
            self.everywhere[subscription.id] = subscription.chat_id
        for region in subscription.regions:
            self.by_region.setdefault(region, {})[subscription.id] = subscription

    def remove(self, subscription_id: int, regions: tuple[str, ...]) -> bool:
        """Let someone unsubscribe; say whether anybody is left."""
        self.everywhere.pop(subscription_id, None)
        for region in frozenset(regions):
            del self.by_region[region][subscription_id]
            if not self.by_region[region]:
                del self.by_region[region]
        return bool(self.everywhere or self.by_region)

    def concerned(self, about: frozenset[str]) -> Iterable[Subscription]:
        """Return who subscribes to a region that the entry is about."""
        found: dict[int, Subscription] = {}
        for region in about & self.by_region.keys():
            found |= self.by_region[region]
        return found.values()


class _Filed:
    """A clause under its rarest key; what else it requires, and what it forbids."""

    __slots__ = ("barred", "key", "query", "required")

    def __init__(
        self, query: _Query, key: Key, required: frozenset[Key], barred: frozenset[Key]
    ) -> None:
        """File it."""
        self.query = query
        self.key = key
        self.required = required
        self.barred = barred
        if not required and not barred:
            key.sure = key.sure or {}
            key.sure[query] = None
            return
        key.clauses = key.clauses or {}
        key.clauses[self] = min(required, key=attrgetter("commonness"), default=key)

    def withdraw(self) -> None:
        """Take it from under its key."""
        if self.key.clauses is not None:
            self.key.clauses.pop(self, None)
        if self.key.sure is not None:
            self.key.sure.pop(self.query, None)


class SubscriptionIndex:
    """All subscriptions, for asking.

    Attributes:
        broken: The reason by the id of each subscription whose stored query cannot be read;
            they match nothing, and the others go on.
    """

    def __init__(
        self,
        read: Callable[[str], Node],
        subscriptions: Iterable[Subscription] = (),
    ) -> None:
        """File each subscription.

        Args:
            read: Reads a query; it may raise QueryError.
            subscriptions: Each with an id of its own.
        """
        self.broken: dict[int, str] = {}
        self._read = read
        self._keys = Keys()
        self._anything = _Query("", Every(()))
        self._queries: dict[str, _Query] = {}
        self._filed: dict[int, tuple[_Query, tuple[str, ...]]] = {}
        for subscription in subscriptions:
            self.add(subscription)

    def add(self, subscription: Subscription) -> None:
        """File a subscription whose id no other has."""
        query = self._anything
        if subscription.query:
            try:
                query = self._query(self._read(subscription.query))
            except QueryError as error:
                self.broken[subscription.id] = str(error)
                return
        query.add(subscription)
        self._filed[subscription.id] = (query, subscription.regions)

    def remove(self, subscription_id: int) -> None:
        """Forget a subscription; one that is not filed is forgotten already."""
        self.broken.pop(subscription_id, None)
        query, regions = self._filed.pop(subscription_id, (self._anything, ()))
        if query.remove(subscription_id, regions) or query is self._anything:
            return
        del self._queries[query.text]
        for filed in query.filed:
            filed.withdraw()
        for key in query.keys:
            self._keys.release(key)

    def find(self, asked: Asked) -> tuple[Match, ...]:
        """Return a match for each subscription that the entry satisfies, by id."""
        about = asked.about
        matches = [_match(each, about, ()) for each in self._anything.concerned(about)]
        if self._queries:
            found = self._keys.find(asked)
            surface = asked.words.surface
            for query in _candidates(found):
                spans = query.part.spans(found)
                if spans is None:
                    continue
                if len(spans) == 1:
                    words: tuple[str, ...] = (surface(*spans[0]),)
                else:
                    words = tuple(dict.fromkeys([surface(*span) for span in spans]))
                matches += [
                    Match(each, chat_id, words)
                    for each, chat_id in query.everywhere.items()
                ]
                if query.by_region:
                    matches += [
                        _match(each, about, words) for each in query.concerned(about)
                    ]
        return tuple(sorted(matches, key=itemgetter(0)))

    def _query(self, node: Node) -> _Query:
        """Return the query, filed."""
        text = canonical(node)
        query = self._queries.get(text)
        if query is None:
            keys: dict[KeyLeaf, Key] = {}

            def take(leaf: KeyLeaf) -> Key:
                key = keys.get(leaf)
                if key is None:
                    key = keys[leaf] = self._keys.take(leaf)
                return key

            query = self._queries[text] = _Query(text, compile_query(node, take))
            query.filed = tuple(
                [self._file(query, clause, take) for clause in to_clauses(node)]
            )
            query.keys = tuple(keys.values())
        return query

    def _file(self, query: _Query, clause: Clause, take: TakeKey) -> _Filed:
        required = {key for leaf in clause.required for key in keys_of(leaf, take)}
        # An entry may have all words of a phrase, and not in sequence.
        barred = {
            key
            for leaf in clause.forbidden
            if not isinstance(leaf, Phrase | Near | Title)
            for key in keys_of(leaf, take)
        }
        key = min(required, key=attrgetter("commonness"), default=self._keys.always)
        return _Filed(query, key, frozenset(required - {key}), frozenset(barred))


def _candidates(found: Found) -> set[_Query]:
    """Return the queries of the clauses whose keys an entry has."""
    candidates: set[_Query] = set()
    present = found.keys()
    for key in found:
        if key.sure:
            candidates.update(key.sure)
        if key.clauses:
            for clause, second in key.clauses.items():
                if (
                    second in found
                    and clause.required <= present
                    and clause.barred.isdisjoint(found)
                ):
                    candidates.add(clause.query)
    return candidates


def _match(
    subscription: Subscription, about: frozenset[str], words: tuple[str, ...]
) -> Match:
    regions = tuple(region for region in subscription.regions if region in about)
    return Match(
        subscription_id=subscription.id,
        chat_id=subscription.chat_id,
        evidence=(*regions, *words),
    )
