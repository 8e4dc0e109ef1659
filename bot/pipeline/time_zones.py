"""Which time zone a person means: its name, a city in any of our languages, an offset."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import Final
from zoneinfo import ZoneInfo, available_timezones

from bot.annotate.named import EXACT
from bot.annotate.resolve import resolve
from bot.domain.distance import Point, distance_km
from bot.domain.folding import words
from bot.domain.model import Place
from bot.i18n import LANGUAGES, texts
from bot.pipeline.location import find_nearby
from bot.pipeline.regions import find_middle, find_point

MAX_CHOICES: Final = 6
MAX_NAME: Final = 60
# Where those who read the news here live; offered first.
LIKELY: Final = (
    "Europe/Kyiv",
    "Europe/Warsaw",
    "Europe/Berlin",
    "Europe/London",
    "Europe/Vilnius",
    "Europe/Chisinau",
    "Europe/Moscow",
    "America/New_York",
)
_OFFSET: Final = re.compile(
    r"(?:utc|gmt)?\s*([+\-−–])\s*(\d{1,2})(?::?(\d\d))?", re.IGNORECASE
)
_ZERO: Final = {"utc", "gmt", "z", "utc+0", "utc-0"}
_ANY_DAY: Final = datetime(2026, 1, 1, tzinfo=UTC)
# What people call a time that is no zone's name, as `_key` has it.
_CALLED: Final = {
    name: zone
    for zone, names in {
        "Europe/Kyiv": (
            "eet, eest, kyiv time, київський час, за київським часом, киевское время, "
            "по киевскому времени"
        ),
        "Europe/Warsaw": "cet, cest",
        "Europe/Moscow": (
            "msk, мск, по мск, за мск, moscow time, московський час, за московським часом, "
            "московское время, по московскому времени"
        ),
    }.items()
    for name in names.split(", ")
}
_FARTHEST: Final = timedelta(hours=14)
_ABBREVIATED: Final = 3  # "EST", "UTC"
_SHORTEST: Final = 5  # letters; "MSK" is like Omsk, "Bali" like Mali
_LIKENESS: Final = 0.82  # "Warszaw" and "Warsaw" have 0.92, "Київ" and "Кельн" 0.44
_CRIMEA: Final = {"UA-43", "UA-40", "RU-CR", "RU-SEV"}


def is_zone(name: str) -> bool:
    """Return whether the IANA database has a zone of that name."""
    return name in _zones().values()


def find_zones(text: str, now: datetime) -> tuple[str, ...]:
    """Return the zones that `text` may mean, the likeliest first; one if it is clear.

    Empty if it is like nothing that is known.
    """
    typed = " ".join(text[:MAX_NAME].split())
    name = _key(typed)
    zone = _zones().get(typed.casefold().replace(" ", "_"), "")
    is_name = "/" in zone or len(zone) == _ABBREVIATED  # "Poland" is rather a place
    exact = _CALLED.get(name) or (zone if is_name else _cities().get(name))
    if exact is not None:
        return (_NEWER.get(exact, exact),)
    offset = _offset(typed)
    if offset is not None:
        return _with_offset(offset, now)
    places = [c.place for c in resolve(typed, limit=3) if c.score >= EXACT]
    of_places = _unique(zone for place in places[:1] for zone in zones_of(place))
    if of_places:
        return of_places
    if zone:
        return (zone,)
    if len(name) < _SHORTEST:
        return ()
    alike = get_close_matches(name, _cities(), n=MAX_CHOICES, cutoff=_LIKENESS)
    return _unique(_cities()[each] for each in alike)


def find_zones_at(latitude: float, longitude: float) -> tuple[str, ...]:
    """Return the zones near a point, nearest first; the point is kept nowhere."""
    nearby = find_nearby(latitude, longitude)
    return zones_of(nearby.town) if nearby is not None else ()


def zones_of(place: Place) -> tuple[str, ...]:
    """Return the zones of the place's country, the nearest to the place first."""
    country = place.country or place.id
    points = _by_country().get(country, {})
    zones = list(points)
    if country == "UA" and place.region not in _CRIMEA and place.id not in _CRIMEA:
        return ("Europe/Kyiv",)  # of Kherson, too, which is nearer to Simferopol
    middle = find_middle(place)
    here = find_point(middle) if middle is not None else None
    if here is not None:
        zones.sort(key=lambda zone: distance_km(here, points[zone]))
    return _unique(_first_alike(country, zone) for zone in zones)


def zone_city(name: str, language: str) -> str:
    """Return what people call the zone: its city in their language, or its offset."""
    if name.startswith("Etc/"):
        return texts(language).zone(_ANY_DAY, name)
    return _city(name, language) or name.rsplit("/", 1)[-1].replace("_", " ")


def _first_alike(country: str, zone: str) -> str:
    """Return the first zone of the country's list whose clocks go like those of `zone`."""
    return next(z for z in _by_country()[country] if _clock(z) == _clock(zone))


@cache
def _clock(zone: str) -> tuple[timedelta | None, ...]:
    tz = ZoneInfo(zone)
    days = (datetime(2026, month, 15, tzinfo=tz) for month in (1, 4, 7, 10))
    return tuple(day.utcoffset() for day in days)


def _key(name: str) -> str:
    return " ".join(words(name))


def _unique(zones: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(zones))[:MAX_CHOICES]


@cache
def _zones() -> Mapping[str, str]:
    """Return the zones by their folded names; old names are among them."""
    names = (n for n in available_timezones() if n not in {"Factory", "localtime"})
    return {name.casefold(): name for name in names}


# The names that Unicode's data has are older than the database's.
_OLDER: Final = {"Europe/Kyiv": "Europe/Kiev"}
_NEWER: Final = {older: newer for newer, older in _OLDER.items()}


def _city(name: str, language: str) -> str | None:
    known = texts(language).locale.time_zones.get(_OLDER.get(name, name))
    city: str | None = known.get("city") if known else None
    return city


@cache
def _cities() -> Mapping[str, str]:
    """Return zones by the folded names of their cities in our languages."""
    found = {"киев": "Europe/Kyiv", "kiev": "Europe/Kyiv"}
    zones = [zone for of_country in _by_country().values() for zone in of_country]
    for zone in (*LIKELY, *sorted(zones)):
        found.setdefault(_key(zone.rsplit("/", 1)[-1].replace("_", " ")), zone)
        for language in LANGUAGES:
            city = _city(zone, language)
            if city:
                found.setdefault(_key(city), zone)
    return found


@cache
def _by_country() -> Mapping[str, Mapping[str, Point]]:
    """Return where the zones of each country are, as the IANA database's own table says."""
    table = resources.files("tzdata").joinpath("zoneinfo", "zone.tab")
    found: dict[str, dict[str, Point]] = defaultdict(dict)
    for row in table.read_text("utf-8").splitlines():
        if row and not row.startswith("#"):
            country, where, zone = row.split("\t")[:3]
            found[country][zone] = _point(where)
    return found


def _point(where: str) -> Point:
    """Return ``+5026+03031`` or ``+404251-0740023`` in degrees."""
    half = max(where.rfind("+"), where.rfind("-"))
    latitude, longitude = where[:half], where[half:]
    return _degrees(latitude, 2), _degrees(longitude, 3)


def _degrees(value: str, digits: int) -> float:
    whole, rest = value[1 : 1 + digits], value[1 + digits :]
    seconds = int(rest[2:] or 0)
    degrees = int(whole) + int(rest[:2]) / 60 + seconds / 3600
    return -degrees if value[0] == "-" else degrees


def _offset(typed: str) -> timedelta | None:
    if typed.casefold() in _ZERO:
        return timedelta(0)
    found = _OFFSET.fullmatch(typed.casefold())
    if found is None:
        return None
    length = timedelta(hours=int(found[2]), minutes=int(found[3] or 0))
    return length if found[1] == "+" else -length


def _with_offset(offset: timedelta, now: datetime) -> tuple[str, ...]:
    """Return the likely zones that have the offset now, then the one that always has it."""
    if abs(offset) > _FARTHEST:
        return ()
    zones = [*LIKELY, *(z for of in _by_country().values() for z in of)]
    having = [
        zone for zone in zones if now.astimezone(ZoneInfo(zone)).utcoffset() == offset
    ]
    hours, rest = divmod(offset, timedelta(hours=1))
    fixed = f"Etc/GMT{-hours:+d}" if hours else "Etc/UTC"  # POSIX counts westwards
    kept = having[: MAX_CHOICES - 1]
    return _unique((*kept, fixed) if not rest and is_zone(fixed) else kept)
