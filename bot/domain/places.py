"""Places, and texts that mention them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

_CIRCLE = re.compile(r"([A-Za-z0-9_-]{1,36})~([1-9][0-9]{0,2})")


class Kind(StrEnum):
    """Of a place, widest first."""

    COUNTRY = "country"
    REGION = "region"
    DISTRICT = "district"
    SETTLEMENT = "settlement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named point of the gazetteer.

    `id` is ISO 3166-1 for a country, ISO 3166-2 for a first-level region, else a stable id
    of letters, digits, ``_`` and ``-``. `names` maps ``en uk ru`` to the name in that
    language; `district`, `region` and `country` are the ids of what it is or lies in;
    `latitude` and `longitude` are degrees, None where nobody told.
    """

    id: str
    kind: Kind
    names: Mapping[str, str]
    country: str | None
    region: str | None = None
    district: str | None = None
    population: int = 0
    latitude: float | None = None
    longitude: float | None = None

    def name(self, language: str) -> str:
        """Return the name in `language`, else in English."""
        return self.names.get(language) or self.names["en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """What lies within `km` of a place; a subscription has its id among its regions.

    It is known by its place and its radius, so that no coordinates are stored.
    """

    place_id: str
    km: int

    @property
    def id(self) -> str:
        """What is stored: ``g692194~50``; no place's id has a tilde."""
        return f"{self.place_id}~{self.km}"


def find_circle(region_id: str) -> Circle | None:
    """Return the circle with that id, None if it is the id of something else."""
    found = _CIRCLE.fullmatch(region_id)
    return Circle(place_id=found[1], km=int(found[2])) if found is not None else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place name at a span of a text.

    `start` and `end` are code points into the text; `place` is the place's English name
    and `place_id` its id; `weak` when only an adjective or a people's name points there.
    """

    start: int
    end: int
    text: str
    place_id: str
    place: str
    kind: Kind
    region: str | None
    country: str | None
    weak: bool = False

    def __post_init__(self) -> None:
        """Refuse an empty or reversed span."""
        if not 0 <= self.start < self.end:
            msg = f"not a span: {self.start}-{self.end}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What a text is about, as far as places go.

    `regions` and `countries` are sorted codes; `about` also holds the ids of settlements,
    so that a subscription to a place is one look-up.
    """

    language: str
    mentions: tuple[Mention, ...] = ()
    regions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What a person may have meant after /region; `score` is 0 to 100, 100 exact."""

    place: Place
    score: float
