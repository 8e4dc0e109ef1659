"""Names in a list that a plural closes: "Belgorod and Kursk regions"."""

from collections.abc import Sequence

from bot.annotate.choose import Choice
from bot.annotate.gazetteer import Gazetteer, Sense
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens
from bot.domain.model import Kind

_REGIONS = frozenset("regions oblasts provinces".split())
_LISTING = frozenset("and or the".split())


def widen(
    readings: Sequence[Reading],
    chosen: Sequence[Choice],
    tokens: Tokens,
    gazetteer: Gazetteer,
) -> list[Choice]:
    """Return the choices, with "Belgorod and Kursk regions" as regions, not as cities."""
    found = list(chosen)
    in_list = False
    for index in range(len(readings) - 1, -1, -1):
        end = readings[index].end
        if in_list:
            follower = readings[index + 1].start
            between = tokens.keys[end:follower]
            gaps = {token.gap for token in tokens[end : follower + 1]}
            listed = gaps <= {" ", ", "} and (
                _LISTING.issuperset(between) if between else gaps == {", "}
            )
        else:
            listed = end < len(tokens) and tokens.keys[end] in _REGIONS
            listed = listed and tokens[end].gap == " "
        region = _region_of_name(readings[index].key, gazetteer) if listed else None
        in_list = region is not None
        if region is not None:
            found[index] = (max(1.0, found[index][0]), region)
    return found


def _region_of_name(key: str, gazetteer: Gazetteer) -> Sense | None:
    senses = gazetteer.senses(f"{key} region")
    return next((s for s in senses if gazetteer.spot(s.place).kind is Kind.REGION), None)
