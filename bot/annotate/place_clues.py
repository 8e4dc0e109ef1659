"""What is known of one of a reading's places, in the light of the whole text."""

import math
from dataclasses import dataclass, field

from bot.annotate.clues import Signs
from bot.annotate.gazetteer import Flag, Sense
from bot.annotate.keys import Form, Mark
from bot.annotate.packed import Spot
from bot.annotate.readings import Reading
from bot.domain.model import Kind

# fmt: off
PLACE_CLUES = (
    # what it is
    "population", "people squared", "country", "region", "district", "small", "hamlet",
    "wide", "capital", "notable", "centre", "village", "doubtful", "home", "home and known",
    "home region", "abroad in cyrillic",
    # by which form
    "rare", "foreign", "undetermined", "oblique", "abbreviated",
    # beside its namesakes
    "best", "behind", "rivals", "far behind", "in a wide namesake",
    "under a metropolis", "district with namesakes", "holds the name before",
    # in the text
    "same region", "same country", "another country", "inside next", "next elsewhere",
    "behind and supported", "far behind and unsupported", "unsupported namesakes",
    "a namesake is supported",
    # small places, which need more
    "small and located", "small and supported", "small in the country", "common and small",
    "name before and small", "surname and small", "alone in the country",
    "starts and small", "headline and small", "person and wide", "person and great",
    "under a metropolis and supported", "inside next and beside a wide namesake",
    "inside next region",
)
# fmt: on
HOME = frozenset({"UA", "RU", "BY"})
SMALL = 4.7  # weight of 50,000 people
HAMLET = 3.2  # of 1,500
LARGE = 5.0  # of 100,000
GREAT = 6.0  # of a million
METROPOLIS = 5.5  # of 300,000
OUTGROWN = 0.5  # powers of ten between their people
WIDE = frozenset({Kind.COUNTRY, Kind.REGION})
_KNOWN = Flag.NOTABLE | Flag.CENTRE


@dataclass(slots=True)
class Context:
    """What the text has said so far about where it plays: how often each code is meant.

    `supported` holds the codes for which words of regions.yaml speak, None without it.
    """

    language: str
    feed_country: str | None
    supported: frozenset[str] | None = None
    regions: dict[str, int] = field(default_factory=dict)
    countries: dict[str, int] = field(default_factory=dict)
    total: int = 0

    def add(self, spot: Spot, times: int) -> None:
        """Count a place `times` more (or less)."""
        if not times:
            return
        region, country = spot.region, spot.country
        if region:
            self.regions[region] = self.regions.get(region, 0) + times
        if country:
            self.countries[country] = self.countries.get(country, 0) + times
            self.total += times

    def has_region(self, spot: Spot) -> bool:
        """Return whether the text speaks of a place's region, if it lies in one."""
        region = spot.region
        return region != "" and (self.regions.get(region, 0) > 0 or self._backs(spot))

    def has_country(self, spot: Spot) -> bool:
        """Return whether the text speaks of a place's country."""
        country = spot.country
        return country != "" and (self.countries.get(country, 0) > 0 or self._backs(spot))

    def _backs(self, spot: Spot) -> bool:
        backed = self.supported
        if backed is None:
            return False
        return spot.region in backed or spot.country in backed


@dataclass(frozen=True, slots=True)
class Neighbourhood:
    """What a reading's other places and the next reading are.

    `best` is the greatest weight among its places, `following` the wider place named right
    after it and a comma ("Odessa, Texas"), `countries` those that its places lie in, `wide`
    the codes of those places that are countries or regions, `held` the codes of what the
    places of the reading before lie in, if that is beside it, `of` the countries whose
    adjective stands before («французького Бреста»).
    """

    best: float
    following: Spot | None
    countries: frozenset[str]
    wide: frozenset[str]
    held: frozenset[str]
    of: frozenset[str] = frozenset()


def of_place(
    sense: Sense,
    spot: Spot,
    reading: Reading,
    around: Neighbourhood,
    *,
    signs: Signs,
    context: Context,
) -> tuple[float, ...]:
    """Return the values of `PLACE_CLUES` for one of a reading's places."""
    return (
        *standing(sense, spot, reading, around, signs=signs, language=context.language),
        *in_text(spot, reading, around, signs=signs, context=context),
    )


def standing(
    sense: Sense,
    spot: Spot,
    reading: Reading,
    around: Neighbourhood,
    *,
    signs: Signs,
    language: str,
) -> tuple[float, ...]:
    """Return the first of the values: which nothing else in the text can change."""
    small = _is_small(spot)
    return (
        *_is(spot, signs, small=small, known=not _is_outgrown(sense, spot, around)),
        *_form(sense, language),
        *_beside(spot, reading, around),
    )


STANDING = PLACE_CLUES.index("same region")  # as many values as `standing` returns


def in_text(
    spot: Spot,
    reading: Reading,
    around: Neighbourhood,
    *,
    signs: Signs,
    context: Context,
) -> tuple[float, ...]:
    """Return the other values: what the text says elsewhere changes them."""
    same_region = context.has_region(spot)
    same_country = context.has_country(spot)
    following, countries, weight = around.following, around.countries, spot.weight
    inside = _is_inside(spot, following)
    supported = same_region or inside
    behind = around.best - weight
    elsewhere = context.total - context.countries.get(spot.country, 0)
    rivalled = not same_country and len(countries) > 1
    small = _is_small(spot)
    return (
        same_region,
        same_country,
        not same_country and min(elsewhere, 4) / 4,
        inside,
        following is not None and not inside and spot.kind not in WIDE,
        behind / 3 * same_region,
        behind > 1 and not supported,
        len(reading.senses) > 1 and not supported and weight < GREAT,
        rivalled and any(context.countries.get(code, 0) > 0 for code in countries),
        small and (signs.located or signs.marked),
        small and same_region,
        small and same_country and not same_region,
        small and signs.common,
        small and signs.name_before and not signs.given_before,
        small and signs.person,
        small and len(countries) == 1 and same_country,
        small and signs.starts,
        small and signs.headline,
        spot.kind in WIDE and (signs.given_before or signs.name_after),
        signs.person and weight >= GREAT,
        supported and behind > 1 and around.best >= METROPOLIS,
        inside and bool(around.wide) and not _is_in_namesake(spot, around),
        inside and following is not None and following.kind is Kind.REGION,
    )


def _is_in_namesake(spot: Spot, around: Neighbourhood) -> bool:
    """Return whether a place lies in one of the same name: New York in New York."""
    return spot.region in around.wide or spot.country in around.wide


def _is_small(spot: Spot) -> bool:
    return spot.kind is Kind.SETTLEMENT and spot.weight < SMALL


def _is_inside(spot: Spot, following: Spot | None) -> bool:
    if following is None:
        return False
    if following.kind is Kind.COUNTRY:
        return following.country == spot.country
    return following.region == spot.region


def _is_outgrown(sense: Sense, spot: Spot, around: Neighbourhood) -> bool:
    """Return whether an old name is rather that of a larger place: «Дзержинск»."""
    return bool(sense.marks & Mark.RARE) and around.best > spot.weight + OUTGROWN


def _is(spot: Spot, signs: Signs, *, small: bool, known: bool) -> tuple[float, ...]:
    settlement = spot.kind is Kind.SETTLEMENT
    home = spot.country in HOME
    share = spot.weight / 7
    flags = spot.flags
    return (
        share,
        share * share,
        spot.kind is Kind.COUNTRY,
        spot.kind is Kind.REGION,
        spot.kind is Kind.DISTRICT,
        small,
        settlement and spot.weight < HAMLET,
        spot.kind in WIDE and spot.weight / 9,
        bool(flags & Flag.CAPITAL),
        bool(flags & Flag.NOTABLE) and known,
        bool(flags & Flag.CENTRE),
        bool(flags & Flag.VILLAGE),
        bool(flags & Flag.DOUBTFUL),
        settlement and home,
        settlement and home and (bool(flags & _KNOWN) or spot.weight >= LARGE),
        spot.kind is Kind.REGION and home,
        settlement and signs.cyrillic and not home,
    )


def _form(sense: Sense, language: str) -> tuple[float, ...]:
    own = sense.language in {language, "und"}
    return (
        bool(sense.marks & Mark.RARE),
        not own,
        sense.language == "und",
        bool(sense.marks & Mark.OBLIQUE),
        sense.form is Form.ABBREVIATION,
    )


def _beside(spot: Spot, reading: Reading, around: Neighbourhood) -> tuple[float, ...]:
    behind = around.best - spot.weight
    count = len(reading.senses)
    inside = spot.kind is Kind.SETTLEMENT and _is_in_namesake(spot, around)
    return (
        behind <= 0,
        behind / 3,
        math.log2(count) / 4,
        behind > 1,
        inside,
        behind > 1 and around.best >= METROPOLIS,
        spot.kind is Kind.DISTRICT and count > 1,
        spot.kind in WIDE and (spot.region or spot.country) in around.held,
    )
