"""Which places can be picked from a list, and what a place is called."""

from enum import StrEnum
from typing import Final, assert_never

from bot.annotate.gazetteer import load
from bot.domain.model import Kind, Place

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


def find_place(place_id: str) -> Place | None:
    """Return the place with that id, None if the gazetteer has none."""
    return load().find(place_id)


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


def place_path(place: Place, language: str) -> tuple[str, ...]:
    """Return the place's name and those of its region and country, smallest first."""
    ids = [place.id]
    ids += [code for code in (place.region, place.country) if code and code not in ids]
    names = [place.name(language)]
    for code in ids[1:]:
        container = find_place(code)
        if container is not None:
            names.append(container.name(language))
    return tuple(names)


def place_name(place_id: str, language: str) -> str:
    """Return the place's name, or its id when the gazetteer no longer has it."""
    place = find_place(place_id)
    return place.name(language) if place is not None else place_id


def is_first_level(place: Place) -> bool:
    """Whether the place is a country or a first-level region."""
    return place.kind in {Kind.COUNTRY, Kind.REGION}
