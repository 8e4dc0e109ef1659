"""What an admin knows of regions that the gazetteer does not (regions.yaml)."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

MAX_LATITUDE = 90.0
MAX_LONGITUDE = 180.0


class Size(StrEnum):
    """How large a settlement is, the largest first."""

    CITY = "city"
    TOWN = "town"
    VILLAGE = "village"
    HAMLET = "hamlet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name in a language (BCP 47)."""

    text: str
    language: str

    def __post_init__(self) -> None:
        """Refuse an empty name and a name of no language."""
        if not self.text.strip() or not self.language:
            msg = f"a name needs text and language: {self!r}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace:
    """A settlement that the gazetteer does not have.

    Of each language the first name is the one that is shown. `latitude` and `longitude`
    are degrees (WGS 84), both or neither.
    """

    id: str
    names: tuple[Name, ...]
    size: Size = Size.VILLAGE
    latitude: float | None = None
    longitude: float | None = None

    def __post_init__(self) -> None:
        """Refuse a place without names and half a position."""
        if not self.names:
            msg = f"{self.id} has no name"
            raise ValueError(msg)
        if (self.latitude is None) != (self.longitude is None):
            msg = f"{self.id} has half a position"
            raise ValueError(msg)
        if (
            abs(self.latitude or 0.0) > MAX_LATITUDE
            or abs(self.longitude or 0.0) > MAX_LONGITUDE
        ):
            msg = f"{self.id} lies off the globe"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRegion:
    """What is added to one place of the gazetteer; mostly a region, hence the word.

    Attributes:
        id: Of the place.
        aliases: Further names of it.
        places: Settlements in it.
        context: Words that, found in a text, support what lies in it.
        exclude: Phrases that never mean it, nor what lies in it.
        require_context: Names, of it or of what lies in it, that count only where the
            rest of the text supports them.
    """

    id: str
    aliases: tuple[Name, ...] = ()
    places: tuple[OwnPlace, ...] = ()
    context: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()
    require_context: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRegions:
    """regions.yaml as a whole; `groups` maps a name to the ids of places."""

    regions: tuple[OwnRegion, ...] = ()
    groups: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse a place that is described twice."""
        ids = [region.id for region in self.regions]
        ids += [place.id for region in self.regions for place in region.places]
        if len(ids) != len(set(ids)):
            msg = "a place is described twice"
            raise ValueError(msg)

    def __bool__(self) -> bool:
        """Return whether anything is said."""
        return bool(self.regions or self.groups)
