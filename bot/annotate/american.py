"""Towns of North America, told by what follows their name: "Athens Police Department".

The first and larger town of a name is abroad for most of them. One such phrase says for the
whole text which of the places of that name it means.
"""

from collections.abc import Sequence
from dataclasses import replace

from bot.annotate.gazetteer import Gazetteer
from bot.annotate.keys import Mark
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens

_COUNTRIES = frozenset({"US", "CA"})
# What towns of other English-speaking countries have as well is none: "City Council".
_PHRASES = frozenset(
    {
        "police department",
        "fire department",
        "police sgt",
        "police lt",
        "city manager",
        "city commission",
        "city commissioners",
        "middle school",
        "elementary school",
        "junior high",
        "school district",
        "school board",
        "public schools",
        "board of",
        "county sheriff's",
        "county sheriff",
        "county commissioners",
        "district attorney",
    }
)
_FIRSTS = frozenset(phrase.partition(" ")[0] for phrase in _PHRASES)
_ERA = frozenset({"bc", "b c"})
_CENTURIES = frozenset("century centuries millennium years".split())


def keep(
    readings: Sequence[Reading], tokens: Tokens, gazetteer: Gazetteer
) -> list[Reading]:
    """Return the readings, those of such a town's name without its places elsewhere.

    And without "300 BC" and the like.
    """
    keys = tokens.keys
    told = {
        reading.key
        for reading in readings
        if " ".join(keys[reading.end : reading.end + 1]) in _FIRSTS
        and " ".join(keys[reading.end : reading.end + 2]) in _PHRASES
        and tokens[reading.end].upper
        and tokens[reading.end].gap == " "
    }
    kept = [r for r in readings if r.key not in _ERA or not _is_other(tokens, r.start)]
    return [_there(r, gazetteer) if r.key in told else r for r in kept] if told else kept


def _is_other(tokens: Tokens, start: int) -> bool:
    """Return whether "BC" stands after a year or a century, or for a college in Boston."""
    before = tokens.keys[start - 1] if start else ""
    return before.isdecimal() or before in _CENTURIES or "boston" in tokens.keys


def _there(reading: Reading, gazetteer: Gazetteer) -> Reading:
    senses = tuple(
        sense
        for sense in reading.senses
        if gazetteer.spot(sense.place).country in _COUNTRIES or sense.marks & Mark.OWN
    )
    if not senses or senses == reading.senses:
        return reading
    return replace(reading, senses=senses, narrowed=True)
