"""What a person means by the names after /region."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from bot.annotate.about import annotate
from bot.annotate.named import CITY, EXACT
from bot.annotate.resolve import find_region, find_slip, resolve
from bot.domain.model import Candidate, Kind, Place
from bot.normalize.language import detect_language
from bot.pipeline.joined import split_joined
from bot.pipeline.near import Near, find_near
from bot.pipeline.regions import (
    Target,
    find_group,
    find_middle,
    find_target,
    is_first_level,
)

MAX_TERMS: Final = 20  # names in one command
MAX_NAME: Final = 100
MAX_CHOICES: Final = 8
MINUS: Final = "-−–—"  # what keyboards make of it

_SIGN: Final = r"\s+(?=[+\-−–—][^\s+\-−–—])"  # before a name, "Sumy -Kursk"
_SIGNED: Final = re.compile(_SIGN)
_SEPARATOR: Final = re.compile(rf"[,;\n]+|{_SIGN}|\s+\+\s+|\s*[/|]\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceChoices:
    """The name may mean several places; `exact` if all of them bear it.

    `more` if there are others besides.
    """

    text: str
    targets: tuple[Target, ...]
    exact: bool
    more: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceUnknown:
    """No place is called so, or nearly so."""

    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The one thing that a name means, and the settlement of the same name in it."""

    target: Target
    city: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenGroup:
    """The name is that of a group."""

    text: str
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Here:
    """What lies around the person, whose location is needed for that."""

    km: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BadDistance:
    """The distance is nothing or too far."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NoMiddle:
    """There is no point around which a distance could be drawn: a country, say."""

    place: Place


Refused = PlaceUnknown | Here | BadDistance | NoMiddle
Meaning = Chosen | ChosenGroup | PlaceChoices | Refused


def find_heard(text: str) -> tuple[Target, ...]:
    """Return the regions and places that a longer text names, first named first."""
    mentions = annotate(text, "", detect_language(text)).mentions
    ids = [of for each in mentions if not each.weak for of in (each.region, each.place_id)]
    found = [find_target(one) for one in dict.fromkeys(filter(None, ids))]
    return tuple(target for target in found if target is not None)[:MAX_CHOICES]


def choose(name: str) -> Meaning:
    """Return what `name` means after /region.

    A name that one region or country bears exactly means it, although its city has the
    same name; several regions or countries, and what is only similar, are for the person
    to choose from. A group's name means its regions, a distance what lies so near.
    """
    group = find_group(name)
    if group:
        return _group(name, group)
    found = _by_name(name)
    if isinstance(found, Chosen):
        return found
    near = find_near(name)
    if near is not None and not near.fits:
        return BadDistance()
    if near is not None:
        return _around(near) if near.name else Here(km=near.km)
    return found


def _group(name: str, places: tuple[Place, ...]) -> Chosen | ChosenGroup:
    """Return what a group's name means, which may be another name of one region."""
    if len(places) == 1:
        return Chosen(target=Target(place=places[0]))
    return ChosenGroup(text=name, places=places)


async def meaning(name: str) -> Meaning:
    """Return what `choose` does, which is slow when it looks for a spelling at first."""
    return await asyncio.to_thread(choose, name)


def _by_name(name: str) -> Chosen | PlaceChoices | PlaceUnknown:
    candidates = resolve(name, limit=MAX_CHOICES + 1)
    more = len(candidates) > MAX_CHOICES and candidates[-1].score >= EXACT
    candidates = candidates[:MAX_CHOICES]
    exact = _targets([c for c in candidates if c.score >= EXACT])
    if len(exact) == 1:
        place = exact[0].place
        city = _city(place, candidates) if is_first_level(place) else None
        return Chosen(target=exact[0], city=city)
    if exact:
        return PlaceChoices(text=name, targets=exact, exact=True, more=more)
    if candidates:
        return PlaceChoices(text=name, targets=_targets(candidates), exact=False)
    return PlaceUnknown(text=name)


def _around(near: Near) -> Chosen | PlaceChoices | Refused:
    """Return the circle that is meant: a region's name means its city here."""
    found = _by_name(near.name)
    if isinstance(found, PlaceUnknown):
        return found
    if isinstance(found, Chosen):
        middle = found.city or find_middle(found.target.place)
        if middle is not None:
            return Chosen(target=Target(place=middle, km=near.km))
        return NoMiddle(place=found.target.place)
    middles = (find_middle(target.place) for target in found.targets)
    targets = (Target(place=m, km=near.km) for m in middles if m is not None)
    unique = tuple({target.id: target for target in targets}.values())
    if unique:
        return replace(found, text=near.name, targets=unique)
    return NoMiddle(place=found.targets[0].place)  # of several countries


def _targets(candidates: Sequence[Candidate]) -> tuple[Target, ...]:
    places = {candidate.place.id: candidate.place for candidate in candidates}
    return tuple(Target(place=place) for place in places.values())


def _city(region: Place, candidates: Sequence[Candidate]) -> Place | None:
    """Return the city under the region that bears its name."""
    for candidate in candidates:
        place = candidate.place
        is_inside = place.kind is Kind.SETTLEMENT and place.region == region.id
        if is_inside and candidate.score >= CITY:
            return place
    return None


def split_names(text: str) -> tuple[str, ...]:
    """Return the names in `text`, each with its leading minus; as one if it is a name.

    A word joins them only if each of them is a place's ("Sumy and Kharkiv"). A comma is a
    letter on another keyboard, if what it parts is nothing.
    """
    whole = " ".join(text.split())[: MAX_NAME * MAX_TERMS]
    if find_region(whole) is not None and not _SIGNED.search(text):
        return (whole,)
    names = _names(text)[:MAX_TERMS]
    is_slip = find_slip(whole) is not None and not any(map(_is_name, names))
    return (whole,) if is_slip else names


def left_out(text: str) -> tuple[str, ...]:
    """Return the names in `text` that are more than one command takes."""
    return _names(text)[MAX_TERMS:]


def _names(text: str) -> tuple[str, ...]:
    terms = (term.strip().removeprefix("+").strip() for term in _SEPARATOR.split(text))
    kept = (
        name[:MAX_NAME]
        for term in terms
        if term.strip(MINUS + "+ ")
        for name in _joined(term)
    )
    return tuple(dict.fromkeys(kept))


def _joined(term: str) -> tuple[str, ...]:
    minus = term[: len(term) - len(term.lstrip(MINUS))]
    names = split_joined(term.removeprefix(minus))
    if not names or find_region(term.removeprefix(minus)) is not None:
        return (term,)
    return (
        tuple(f"{minus}{name}" for name in names) if all(map(_is_name, names)) else (term,)
    )


def _is_name(text: str) -> bool:
    """Return whether it means something as it is written."""
    found = choose(text)
    is_alike = isinstance(found, PlaceChoices) and not found.exact
    return not is_alike and not isinstance(found, PlaceUnknown | Here)
