"""Whether nothing tells which of many namesakes is meant: then only the country is said.

"Jackson County" without a state is one of twenty-four; «Миколаївка» one of dozens.
"""

from collections.abc import Sequence

from bot.annotate.choose import Choice, times_said
from bot.annotate.gazetteer import Flag
from bot.annotate.packed import Spot
from bot.annotate.place_clues import HOME, Context
from bot.annotate.weighing import Weighed
from bot.domain.model import Kind

LIKE = 0.3  # half as many people or more
SMALLER = 1.5  # a thirtieth as many
VILLAGE = 3.3  # of 2,000 people: several hamlets, whose people nobody counts, are as many
MANY = 4
LEAST = {Kind.DISTRICT: 1, Kind.SETTLEMENT: 3}  # rivals: of counties no size is known


def vague(
    weighed: Sequence[Weighed],
    chosen: Sequence[Choice],
    said: Sequence[tuple[Spot, int]],
    context: Context,
) -> set[int]:
    """Return the indexes of the readings that name one of many, by chance.

    Args:
        weighed: The readings.
        chosen: Their places.
        said: What each of them says of where the text plays.
        context: All that together.
    """
    times = times_said(chosen, said)
    return {
        index
        for index, (one, (spot, _)) in enumerate(zip(weighed, said, strict=True))
        if len(one.spots) > 1 and _is_vague(one, spot, context, times[index])
    }


def _is_vague(weighed: Weighed, spot: Spot, context: Context, times: int) -> bool:
    narrowed = weighed.reading.narrowed  # "Athens Police Department": not the known one
    least, like = (1, SMALLER) if narrowed else (LEAST.get(spot.kind), LIKE)
    if least is None or not spot.region or weighed.around.following is not None:
        return False
    if spot.flags & Flag.KNOWN or (spot.kind is Kind.DISTRICT and spot.country in HOME):
        return False
    if context.has_region(spot) and context.regions.get(spot.region, 0) != times:
        return False
    if spot.kind is Kind.SETTLEMENT and spot.weight < VILLAGE and spot.country in HOME:
        least, like = MANY, VILLAGE
    rivals = {
        other.region
        for other in weighed.spots
        if other.country == spot.country and other.weight >= spot.weight - like
    }
    return len(rivals - {spot.region}) >= least
