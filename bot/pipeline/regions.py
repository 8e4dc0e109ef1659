"""What a chat can follow by place, which places can be picked, what they are called."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Final, assert_never

from bot.annotate.gazetteer import key_of, load
from bot.annotate.resolve import find_region
from bot.domain.distance import Point
from bot.domain.model import Circle, Kind, Place, find_circle

CITY: Final = 100_000  # people of a settlement that is called a city
MAX_KM: Final = 200  # of a circle; what is wider is better said by regions

_BORDER: Final = "RU-BEL RU-BRY RU-KRS RU-VOR RU-ROS"
_COUNTRIES: Final = "UA RU BY PL MD RO HU SK GE LT LV EE FI DE GB US TR IL IR CN"

# Letters whose code points come after "я", put where the alphabet has them.
_ALPHABET: Final = str.maketrans(
    {"ґ": "г\uffff", "є": "е\uffff", "ё": "е\uffff", "і": "и\uffff", "ї": "и\uffff\uffff"}
)


class Group(StrEnum):
    """A list of places to pick from."""

    UKRAINE = "ua"
    BORDER = "border"
    RUSSIA = "ru"
    COUNTRIES = "world"


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """What a chat follows: a place with all inside it, or all within `km` of it."""

    place: Place
    km: int | None = None

    @property
    def id(self) -> str:
        """What a subscription has among its regions."""
        if self.km is None:
            return self.place.id
        return Circle(place_id=self.place.id, km=self.km).id


def find_place(place_id: str) -> Place | None:
    """Return the place with that id, None if the gazetteer has none."""
    return load().find(place_id)


def find_region_id(text: str) -> str | None:
    """Return the id of the region that `text` names by its id, or exactly by its name.

    An id means itself, although "GA" is Georgia's abbreviation and Gabon's id.
    """
    if find_place(text) is not None:
        return text
    candidate = find_region(text)
    return None if candidate is None else candidate.place.id


def find_target(region_id: str) -> Target | None:
    """Return what an id among a subscription's regions stands for, None if nothing."""
    circle = find_circle(region_id)
    place = find_place(region_id if circle is None else circle.place_id)
    if place is None:
        return None
    if circle is None:
        return Target(place=place)
    if find_point(place) is None or circle.km > MAX_KM:
        return None
    return Target(place=place, km=circle.km)


def find_point(place: Place) -> Point | None:
    """Return where the place is, None for one that is too wide to be a point."""
    if place.latitude is None or place.longitude is None or place.kind is Kind.COUNTRY:
        return None
    if place.kind is Kind.REGION and load().count_inside(place.id):
        return None
    return place.latitude, place.longitude


def find_middle(place: Place) -> Place | None:
    """Return what a circle can be drawn around: a town, and of a region its city."""
    if place.kind is Kind.REGION:
        place = find_place(load().centre(place.id) or "") or place
    return place if find_point(place) is not None else None


def inside(target: Target) -> tuple[Place, ...]:
    """Return the settlements of a circle, nearest first; of a place itself nothing."""
    point = find_point(target.place)
    if target.km is None or point is None:
        return ()
    return load().near(*point, target.km)


def place_ids(regions: Collection[str]) -> tuple[str, ...]:
    """Return the regions of a subscription, for each circle the places in it."""
    found: dict[str, None] = {}
    for region_id in regions:
        target = find_target(region_id)
        if target is None or target.km is None:
            found[region_id] = None
        else:
            found[target.place.id] = None
            found |= dict.fromkeys(place.id for place in inside(target))
    return tuple(found)


def count_covered(target: Target) -> int:
    """Return how many settlements known here following `target` covers."""
    if target.km is not None:
        return len(inside(target))
    place, gazetteer = target.place, load()
    if place.kind is Kind.COUNTRY:
        regions = gazetteer.regions(place.id)
        least = (region.id for region in regions if not gazetteer.parts(region.id))
        return sum(map(gazetteer.count_inside, least))
    return gazetteer.count_inside(place.id) if place.kind is Kind.REGION else 0


def find_group(name: str) -> tuple[Place, ...]:
    """Return the places of the group that is called so, none if there is no such group."""
    ids = load().groups.get(key_of(name), ())
    return tuple(place for place_id in ids if (place := find_place(place_id)))


def places_of(group: Group, language: str) -> tuple[Place, ...]:
    """Return the places of a group, by name in the reader's language."""
    return tuple(
        sorted(_members(group), key=lambda place: _alphabetical(place.name(language)))
    )


def _members(group: Group) -> tuple[Place, ...]:
    match group:
        case Group.UKRAINE:
            return load().regions("UA")
        case Group.RUSSIA:
            return load().regions("RU")
        case Group.BORDER:
            codes = _BORDER
        case Group.COUNTRIES:
            codes = _COUNTRIES
        case never:
            assert_never(never)
    found = (find_place(code) for code in codes.split())
    return tuple(place for place in found if place is not None)


def _alphabetical(name: str) -> str:
    return name.casefold().translate(_ALPHABET)


def place_path(place: Place, language: str, *, district: bool = False) -> tuple[str, ...]:
    """Return the place's name and those of its region and country, smallest first."""
    ids = [place.id]
    around = (place.district if district else None, place.region, place.country)
    ids += [code for code in around if code and code not in ids]
    names = [place.name(language)]
    for code in ids[1:]:
        container = find_place(code)
        if container is not None:
            names.append(container.name(language))
    return tuple(names)


def is_city(place: Place) -> bool:
    """Whether the place is the city that its region is called by, or a large one."""
    if place.kind is not Kind.SETTLEMENT:
        return False
    is_centre = load().centre(place.region or "") == place.id
    return is_centre or place.population >= CITY


def is_first_level(place: Place) -> bool:
    """Whether the place is a country or a first-level region."""
    return place.kind in {Kind.COUNTRY, Kind.REGION}
