"""Which subscriptions an entry satisfies, those to what lies around a place included."""

from collections.abc import Iterable, Iterator

from bot.domain.distance import Point
from bot.domain.model import Match, Subscription
from bot.match.circles import Circles
from bot.match.index import SubscriptionIndex
from bot.match.words import DocumentWords
from bot.pipeline.regions import find_place, find_point, find_target


class Matcher:
    """The index of subscriptions, asked with all that an entry is about.

    Attributes:
        broken: Id and reason of the subscriptions that match nothing.
    """

    def __init__(self, subscriptions: Iterable[Subscription]) -> None:
        """Build the index; a second's work for 10,000 subscriptions."""
        wanted = tuple(subscriptions)
        self._index = SubscriptionIndex(wanted)
        self._circles = Circles(_circles(wanted))
        self.broken = self._index.broken

    def find(self, about: frozenset[str], words: DocumentWords) -> tuple[Match, ...]:
        """Return a match for each subscription that the entry satisfies, by id.

        Args:
            about: The ids of the places that the entry is about.
            words: The entry's words.
        """
        if self._circles:
            about |= self._circles.around(_points(about))
        return self._index.find(about, words)


def _circles(subscriptions: Iterable[Subscription]) -> Iterator[tuple[str, Point, int]]:
    regions = {region for each in subscriptions for region in each.regions}
    for target in map(find_target, sorted(regions)):
        if target is not None and target.km is not None:
            point = find_point(target.place)
            assert point is not None  # else there is no such target
            yield target.id, point, target.km


def _points(about: Iterable[str]) -> Iterator[Point]:
    for place_id in about:
        place = find_place(place_id)
        point = find_point(place) if place is not None else None
        if point is not None:
            yield point
