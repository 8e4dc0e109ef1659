"""Which subscriptions an entry satisfies: to regions, districts, circles, queries."""

from collections.abc import Iterable, Iterator

from bot.domain.distance import Point
from bot.domain.model import Kind, Match, Place, Subscription
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
        regions = {region for each in wanted for region in each.regions}
        self._circles = Circles(_circles(regions))
        self._districts = frozenset(_districts(regions))
        self.broken = self._index.broken

    def find(self, about: frozenset[str], words: DocumentWords) -> tuple[Match, ...]:
        """Return a match for each subscription that the entry satisfies, by id.

        Args:
            about: The ids of the places that the entry is about.
            words: The entry's words.
        """
        if self._circles or self._districts:
            places = [place for each in about if (place := find_place(each)) is not None]
            about |= self._circles.around(_points(places))
            about |= self._districts.intersection(place.district or "" for place in places)
        return self._index.find(about, words)


def _districts(regions: Iterable[str]) -> Iterator[str]:
    """Yield the districts among what is followed: an entry's places only name regions."""
    for region in regions:
        place = find_place(region)
        if place is not None and place.kind is Kind.DISTRICT:
            yield region


def _circles(regions: Iterable[str]) -> Iterator[tuple[str, Point, int]]:
    for target in map(find_target, sorted(regions)):
        if target is not None and target.km is not None:
            point = find_point(target.place)
            assert point is not None  # else there is no such target
            yield target.id, point, target.km


def _points(places: Iterable[Place]) -> Iterator[Point]:
    for place in places:
        point = find_point(place)
        if point is not None:
            yield point
