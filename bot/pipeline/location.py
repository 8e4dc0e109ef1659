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
MAX_REGIONS: Final = 3
BESIDE_KM: Final = 15  # a region that begins so much farther away is offered, too
REMEMBERED: Final = timedelta(minutes=15)
MAX_REMEMBERED: Final = 1_000  # chats


@dataclass(frozen=True, slots=True, kw_only=True)
class Nearby:
    """The nearest settlement, and the regions there, the nearest first."""

    settlement: Place
    regions: tuple[Place, ...]


def find_nearby(latitude: float, longitude: float) -> Nearby | None:
    """Return what is near a point, None for one from which no settlement is in reach."""
    here = (latitude, longitude)
    found = load().near(latitude, longitude, BESIDE_KM)
    found = found or load().near(latitude, longitude, REACH_KM)
    if not found:
        return None
    regions: dict[str, Place] = {}
    reach = _distance(found[0], here) + BESIDE_KM
    for settlement in found:
        region = find_place(settlement.region or settlement.country or "")
        if region is not None and _distance(settlement, here) <= reach:
            regions.setdefault(region.id, region)
    return Nearby(settlement=found[0], regions=tuple(regions.values())[:MAX_REGIONS])


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
