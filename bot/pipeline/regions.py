"""Which places can be picked from a list, and what a place is called."""

from enum import StrEnum
from typing import Final

from bot.annotate.gazetteer import load
from bot.domain.model import Kind, Place

_UKRAINE: Final = """
UA-05 UA-07 UA-09 UA-12 UA-14 UA-18 UA-21 UA-23 UA-26 UA-30 UA-32 UA-35 UA-40 UA-43 UA-46
UA-48 UA-51 UA-53 UA-56 UA-59 UA-61 UA-63 UA-65 UA-68 UA-71 UA-74 UA-77
"""
_BORDER: Final = "RU-BEL RU-BRY RU-KRS RU-VOR RU-ROS"
_RUSSIA: Final = """
RU-AD RU-AL RU-ALT RU-AMU RU-ARK RU-AST RU-BA RU-BEL RU-BRY RU-BU RU-CE RU-CHE RU-CHU RU-CU
RU-DA RU-IN RU-IRK RU-IVA RU-KAM RU-KB RU-KC RU-KDA RU-KEM RU-KGD RU-KGN RU-KHA RU-KHM
RU-KIR RU-KK RU-KL RU-KLU RU-KO RU-KOS RU-KR RU-KRS RU-KYA RU-LEN RU-LIP RU-MAG RU-ME RU-MO
RU-MOS RU-MOW RU-MUR RU-NEN RU-NGR RU-NIZ RU-NVS RU-OMS RU-ORE RU-ORL RU-PER RU-PNZ RU-PRI
RU-PSK RU-ROS RU-RYA RU-SA RU-SAK RU-SAM RU-SAR RU-SE RU-SMO RU-SPE RU-STA RU-SVE RU-TA
RU-TAM RU-TOM RU-TUL RU-TVE RU-TY RU-TYU RU-UD RU-ULY RU-VGG RU-VLA RU-VLG RU-VOR RU-YAN
RU-YAR RU-YEV RU-ZAB
"""
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


_GROUPS: Final = {
    Group.UKRAINE: _UKRAINE,
    Group.BORDER: _BORDER,
    Group.RUSSIA: _RUSSIA,
    Group.COUNTRIES: _COUNTRIES,
}


def find_place(place_id: str) -> Place | None:
    """Return the place with that id, None if the gazetteer has none."""
    return load().find_place(place_id)


def places_of(group: Group, language: str) -> tuple[Place, ...]:
    """Return the places of a group, by name in the reader's language."""
    found = (find_place(place_id) for place_id in _GROUPS[group].split())
    return tuple(
        sorted(
            (p for p in found if p is not None), key=lambda p: p.name(language).casefold()
        )
    )


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
