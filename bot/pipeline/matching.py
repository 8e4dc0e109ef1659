"""Which subscriptions an entry satisfies: to regions, districts, circles, queries."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.domain.distance import Point
from bot.domain.model import Match, Place, Subscription
from bot.match.circles import Circles
from bot.match.index import SubscriptionIndex
from bot.match.words import Asked
from bot.pipeline.queries import read_query
from bot.pipeline.regions import find_place, find_point, find_target

_Circle = tuple[str, Point, int]  # its id, its middle, its radius in km


class Matcher:
    """The index of subscriptions, asked with all that an entry is about."""

    def __init__(self, subscriptions: Iterable[Subscription] = ()) -> None:
        """Build the index; ten seconds' work for 100,000 different queries."""
        self._index = SubscriptionIndex(read_query)
        self._circles = Circles()
        self._circles_of: dict[int, tuple[_Circle, ...]] = {}
        self._lost: dict[int, tuple[str, ...]] = {}  # regions, of which none is known
        for subscription in subscriptions:
            self.add(subscription)

    def find_fault(self, subscription_id: int) -> str | None:
        """Return why a subscription matches nothing, None if it may match."""
        lost = self._lost.get(subscription_id)
        unknown = f"no such place: {', '.join(lost)}" if lost else None
        return self._index.broken.get(subscription_id) or unknown

    def add(self, subscription: Subscription) -> None:
        """Ask for one more subscription, instead of any with its id."""
        self.remove(subscription.id)
        circles = tuple(_circles(subscription))
        self._circles_of[subscription.id] = circles
        if subscription.regions and not any(map(find_target, subscription.regions)):
            self._lost[subscription.id] = subscription.regions
        self._index.add(subscription)
        for circle in circles:
            self._circles.add(*circle)

    def remove(self, subscription_id: int) -> None:
        """Ask no more for a subscription."""
        self._index.remove(subscription_id)
        self._lost.pop(subscription_id, None)
        for circle in self._circles_of.pop(subscription_id, ()):
            self._circles.remove(*circle)

    def find(self, asked: Asked) -> tuple[Match, ...]:
        """Return a match for each subscription that the entry satisfies, by id.

        An entry is about places; districts and circles around them are found here.
        """
        places = [place for each in asked.about if (place := find_place(each)) is not None]
        if places:
            around = self._circles.around(_points(places))
            districts = {place.district for place in places if place.district is not None}
            asked = replace(asked, about=asked.about | around | districts)
        return self._index.find(asked)


def _circles(subscription: Subscription) -> Iterator[_Circle]:
    """Yield id, middle and radius of each circle that is subscribed to."""
    for target in map(find_target, subscription.regions):
        if target is not None and target.km is not None:
            point = find_point(target.place)
            assert point is not None  # else there is no such target
            yield target.id, point, target.km


def _points(places: Iterable[Place]) -> Iterator[Point]:
    for place in places:
        point = find_point(place)
        if point is not None:
            yield point
