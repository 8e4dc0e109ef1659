"""What a person means by the names after /region."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.annotate.resolve import CITY, EXACT, find_region, resolve
from bot.domain.model import Candidate, Kind, Place
from bot.pipeline.regions import is_first_level

MAX_TERMS: Final = 20  # names in one command
MAX_NAME: Final = 100
MAX_CHOICES: Final = 8
MINUS: Final = "-−–—"  # what keyboards make of it

_SEPARATOR: Final = re.compile(r"[,;\n]+|\s+(?=[+\-−–—][^\s+\-−–—])")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChoices:
    """The name may mean several places; `exact` if all of them bear it."""

    text: str
    places: tuple[Place, ...]
    exact: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceUnknown:
    """No place is called so, or nearly so."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The one place that a name means, and the settlement of the same name in it."""

    place: Place
    city: Place | None = None


def choose(name: str) -> Chosen | PlaceChoices | PlaceUnknown:
    """Return what `name` means after /region.

    A name that one region or country bears exactly means it, although its city has the
    same name; several regions or countries, and what is only similar, are for the person
    to choose from.
    """
    candidates = resolve(name, limit=MAX_CHOICES)
    exact = _places([c for c in candidates if c.score >= EXACT])
    wide = [place for place in exact if is_first_level(place)]
    if len(wide) == 1:
        return Chosen(place=wide[0], city=_city(wide[0], candidates))
    if len(exact) == 1:
        return Chosen(place=exact[0])
    if exact:
        return PlaceChoices(text=name, places=exact, exact=True)
    if candidates:
        return PlaceChoices(text=name, places=_places(candidates), exact=False)
    return PlaceUnknown(text=name)


def _places(candidates: Sequence[Candidate]) -> tuple[Place, ...]:
    return tuple({candidate.place.id: candidate.place for candidate in candidates}.values())


def _city(region: Place, candidates: Sequence[Candidate]) -> Place | None:
    """Return the city under the region that bears its name."""
    for candidate in candidates:
        place = candidate.place
        is_inside = place.kind is Kind.SETTLEMENT and place.region == region.id
        if is_inside and candidate.score >= CITY:
            return place
    return None


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in `text`, each with its leading minus; as one if it is a name."""
    whole = " ".join(text.split())[: MAX_NAME * MAX_TERMS]
    if find_region(whole) is not None:
        return (whole,)
    terms = (term.strip().removeprefix("+").strip() for term in _SEPARATOR.split(text))
    return tuple(dict.fromkeys(term[:MAX_NAME] for term in terms if term))[:MAX_TERMS]
