"""Whether a town of the countries at war is said to be struck, or to be a town.

"Drones attack Fastiv", "Drohnenangriff auf Fastiw", "Kurchatov residents". What may be a
surname as well needs more than "Yefremov hit back".
"""

from bot.annotate import guards, struck, struck_west, townlife, villages
from bot.annotate.gazetteer import Flag
from bot.annotate.lexicon import NAME_PLACES
from bot.annotate.packed import Spot
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens
from bot.annotate.weighing import Weighed
from bot.domain.model import Kind

TOWN = 4.0  # weight of 10,000 people
ALIKE = 0.3  # half as many people or less
DWARFED = 1.0  # a tenth of the people
LONG = 7  # letters


def is_town(weighed: Weighed, spot: Spot) -> bool:
    """Return whether a place is a town without a namesake of its size."""
    like = sum(other.weight + ALIKE >= spot.weight for other in weighed.spots)
    return spot.kind is Kind.SETTLEMENT and spot.weight >= TOWN and like == 1


def is_attacked(weighed: Weighed, spot: Spot, tokens: Tokens) -> bool:
    """Return whether words in Latin letters say that a town is struck.

    "Drones attack Fastiv", "Drohnenangriff auf Fastiw".
    """
    reading = weighed.reading
    entry = reading.entry
    is_only = len(weighed.spots) == 1 and len(reading.key) >= LONG
    by_hand = spot.flags & Flag.DOUBTFUL and (
        spot.region in villages.NEAR
        or all(o == spot or o.weight + DWARFED <= spot.weight for o in weighed.spots)
    )
    if weighed.clues.signs.cyrillic or not (
        is_town(weighed, spot) or spot.flags & Flag.KNOWN or by_hand or is_only
    ):
        return False
    if _is_half(tokens, reading.start, reading.end):
        return False
    is_surname = bool(entry.surname) or guards.LATIN_SURNAME.search(reading.key) is not None
    doubtful = is_surname or bool(entry.given)
    words = entry.word | entry.common
    is_given = "en" in entry.given or reading.key in NAME_PLACES
    if not (is_given or "en" in words) and townlife.is_told(
        tokens, reading.start, reading.end, person=is_surname
    ):
        return True
    return struck.is_attacked(
        tokens, reading.start, reading.end, surely=doubtful or "en" in words
    ) or struck_west.is_attacked(tokens, reading.start, surely=doubtful or bool(words))


def _is_half(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a hyphen joins a name to another: "Novhorod-Siversky"."""
    return (start > 0 and tokens[start].gap == "-" and tokens[start - 1].upper) or (
        end < len(tokens) and tokens[end].gap == "-" and tokens[end].upper
    )


def is_under_fire(reading: Reading, tokens: Tokens) -> bool:
    """Return whether a town is said to be struck; what may be a surname, by arms."""
    if not struck.is_under_fire(tokens, reading.end):
        return False
    is_surname = reading.key.isascii() and (
        guards.LATIN_SURNAME.search(reading.key) is not None
        or bool(reading.entry.given or reading.entry.surname)
    )
    return not is_surname or struck.is_struck_by_arms(tokens, reading.end)
