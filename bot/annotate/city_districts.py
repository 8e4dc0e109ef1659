"""Whether a word before «район» names a district of a city, and no town of a like name.

«Дніпро … у Самарському районі» is not Samara's. A district that shares its adjective with
a village, and that nobody lists, says no more than the region.
"""

import re
from typing import Final

from bot.annotate import units
from bot.annotate.gazetteer import Flag, Sense, load
from bot.annotate.keys import Form, Mark
from bot.annotate.packed import Spot
from bot.annotate.place_clues import LARGE, Context
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens
from bot.annotate.weighing import Weighed
from bot.annotate.wordlists.city_districts import BY_REGION
from bot.domain.model import Kind

_DECLINED = re.compile(r"[сц]ь?к(?:ий|ого|ому|им|ом)$")
_UNIT: Final = "район"
_OF_TOWNS = ("міськ", "горсовет", "городск", "мер", "мэр")
_AND = frozenset("та і й и and".split())
_HOMES: Final = {
    region: re.compile(f"(?:{'|'.join(stems.split())})")
    for region, stems in BY_REGION.items()
}


def is_part_of_city(weighed: Weighed, spot: Spot, tokens: Tokens, context: Context) -> bool:
    """Return whether a district is one of a city that the text names.

    «Київ … у Деснянському районі» is not Desna's.
    """
    return (
        _is_owned(weighed.reading, spot, tokens, context)
        or _is_of_named(weighed, spot, tokens, context)
        or _is_small_elsewhere(weighed, spot, tokens, context)
    )


def _is_owned(reading: Reading, spot: Spot, tokens: Tokens, context: Context) -> bool:
    """Return whether a city elsewhere has the district: "Odesa's Prymorskyi district"."""
    start, end = reading.start, reading.end
    return (
        start > 0
        and reading.key.endswith("skyi")
        and tokens.keys[end : end + 1] == ["district"]
        and tokens[start].gap in {"'s ", "’s "}
        and context.regions.get(spot.region, 0) <= 1
        and context.total > context.regions.get(spot.region, 0)
    )


def _is_small_elsewhere(
    weighed: Weighed, spot: Spot, tokens: Tokens, context: Context
) -> bool:
    """Return whether a city has a district of a small town's name."""
    reading = weighed.reading
    by_name = spot.kind is Kind.DISTRICT and reading.form is Form.NAME
    if spot.flags & Flag.KNOWN or spot.weight >= LARGE:
        return False
    following = tokens.keys[reading.end : reading.end + 1]
    if following and following[0].startswith("район"):
        if units.OF_CITIES.match(reading.key) is not None:
            return True  # «в Індустріальному районі»
        if reading.form is Form.NAME and _DECLINED.search(reading.key) is not None:
            return spot.kind is Kind.SETTLEMENT  # Darnytske gives no district its name
    if not by_name and reading.form is not Form.TOWN_ADJECTIVE:
        return False
    if spot.kind is Kind.DISTRICT and len(reading.senses) == 1:
        return False
    words = tokens.keys[reading.end - by_name : reading.end + 3]
    own = context.regions.get(spot.region, 0)
    in_district = any(word.startswith("район") for word in words)
    return in_district and own <= 1 and context.total > own


def _is_of_named(weighed: Weighed, spot: Spot, tokens: Tokens, context: Context) -> bool:
    """Return whether a city of the text, or of its region, has a district called so.

    A listed district of the region that the text speaks of is meant first; and one that is
    told beside the city lies outside it: «Запоріжжя та Дніпровський район».
    """
    reading = weighed.reading
    if spot.kind is Kind.COUNTRY or not _is_district(reading, tokens):
        return False
    beside = reading.start > 0 and tokens.keys[reading.start - 1] in _AND
    own = context.regions.get(spot.region, 0)
    for region, called in _HOMES.items():
        if called.match(reading.key) is None:
            continue
        if region == spot.region:
            if own > 1 and not _is_listed(weighed, spot):
                return True
        elif own <= 1 and context.regions.get(region, 0) and not beside:
            return True
    return False


def meant(weighed: Weighed, spot: Spot, sense: Sense, tokens: Tokens) -> Sense:
    """Return what a village found for a district stands for: its region."""
    if sense.marks & Mark.OWN:
        return sense
    if spot.kind is Kind.DISTRICT and _is_council(tokens, weighed.reading.end):
        return _town_of(weighed.reading, spot) or sense
    if _is_only_like(weighed, spot, tokens):
        region = load().number(spot.region)
        return sense if region is None else sense._replace(place=region)
    return sense


def _is_council(tokens: Tokens, end: int) -> bool:
    """Return whether a word for what only towns have follows: «міськрада»."""
    return (
        end < len(tokens)
        and not tokens[end].breaks
        and tokens.keys[end].startswith(_OF_TOWNS)
    )


def _town_of(reading: Reading, spot: Spot) -> Sense | None:
    """Return the town of a reading's word in the region of a district."""
    gazetteer = load()
    for sense in gazetteer.senses(reading.key):
        other = gazetteer.spot(sense.place)
        if other.kind is Kind.SETTLEMENT and other.region == spot.region:
            return sense
    return None


def _is_only_like(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether a village is found for a district that its region does not have."""
    return (
        spot.kind is Kind.SETTLEMENT
        and bool(spot.region)
        and bool(spot.flags & Flag.VILLAGE)
        and weighed.reading.form is not Form.NAME
        and _is_district(weighed.reading, tokens)
        and not _is_listed(weighed, spot)
    )


def _is_district(reading: Reading, tokens: Tokens) -> bool:
    """Return whether a word for a district follows a reading, or ends it."""
    if reading.key.rpartition(" ")[2].startswith(_UNIT):
        return True
    end = reading.end
    return (
        end < len(tokens) and tokens.keys[end].startswith(_UNIT) and not tokens[end].breaks
    )


def _is_listed(weighed: Weighed, spot: Spot) -> bool:
    """Return whether the gazetteer has a district of that name in the place's region."""
    return any(
        other.kind is Kind.DISTRICT and other.region == spot.region
        for other in weighed.spots
    )
