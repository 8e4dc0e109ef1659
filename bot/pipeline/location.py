"""What lies near a location that a person shares; the location itself is kept nowhere."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.annotate.gazetteer import load
from bot.domain.distance import distance_km
from bot.domain.model import Place
from bot.pipeline.regions import find_place, find_point

REACH_KM: Final = 100
TOWN_KM: Final = 5
MAX_REGIONS: Final = 3
BESIDE_KM: Final = 15  # a region that begins so much farther away is offered, too
REMEMBERED: Final = timedelta(minutes=15)
MAX_REMEMBERED: Final = 1_000  # chats


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """What is near a point: the town, a smaller place that is nearer, the regions there."""

    town: Place
    nearer: Place | None
    regions: tuple[Place, ...]

    @property
    def places(self) -> tuple[Place, ...]:
        """The regions, then the settlements."""
        nearer = (self.nearer,) if self.nearer is not None else ()
        return (*self.regions, self.town, *nearer)


def find_nearby(latitude: float, longitude: float) -> Nearby | None:
    """Return what is near a point, None for one from which no settlement is in reach.

    The town is the largest settlement in the next surroundings, else the nearest one. One
    without people in the gazetteer may lie elsewhere, so it is taken as a last resort.
    """
    here = (latitude, longitude)
    found = load().near(latitude, longitude, BESIDE_KM)
    found = found or load().near(latitude, longitude, REACH_KM)
    if not found:
        return None
    peopled = [place for place in found if place.population] or list(found)
    nearest = peopled[0]
    close = [place for place in peopled if _distance(place, here) <= TOWN_KM]
    town = max(close, key=lambda place: place.population, default=nearest)
    reach = _distance(nearest, here) + BESIDE_KM
    regions: dict[str, Place] = {}
    for settlement in (town, *peopled):
        region = find_place(settlement.region or settlement.country or "")
        if region is not None and _distance(settlement, here) <= reach:
            regions.setdefault(region.id, region)
    return Nearby(
        town=town,
        nearer=nearest if nearest is not town else None,
        regions=tuple(regions.values())[:MAX_REGIONS],
    )


def _distance(place: Place, here: tuple[float, float]) -> float:
    point = find_point(place)
    return distance_km(here, point) if point is not None else 0.0


@dataclass(slots=True)
class Whereabouts:
    """The settlement nearest to where a chat was just now, for ``/region near 50 km``.

    In memory and for a quarter of an hour only, and never the location itself.
    """

    _known: OrderedDict[int, tuple[datetime, Place]] = field(default_factory=OrderedDict)

    def remember(self, chat_id: int, place: Place, *, now: datetime) -> None:
        """Remember the settlement; the oldest make room."""
        self._known.pop(chat_id, None)
        self._known[chat_id] = (now, place)
        while len(self._known) > MAX_REMEMBERED:
            self._known.popitem(last=False)

    def find(self, chat_id: int, *, now: datetime) -> Place | None:
        """Return the settlement, None if the chat shared nothing lately."""
        at, place = self._known.get(chat_id, (None, None))
        if at is None or now - at > REMEMBERED:
            self._known.pop(chat_id, None)
            return None
        return place

    def forget(self, chat_id: int) -> None:
        """Forget it now."""
        self._known.pop(chat_id, None)
