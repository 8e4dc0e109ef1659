"""Which of several villages an outlet means that reports from one region."""

from bot.annotate.gazetteer import Gazetteer, Sense
from bot.domain.model import Kind

TOWN = 4.0  # weight of 10,000 people: larger ones are in everybody's news


def at_home(
    senses: tuple[Sense, ...], gazetteer: Gazetteer, home: str
) -> tuple[Sense, ...]:
    """Return the senses in the region `home`, if there are any and the others are villages.

    Args:
        senses: The namesakes.
        gazetteer: Where they lie.
        home: The outlet's region (ISO 3166-2), or only its country, or nothing.
    """
    if "-" not in home:
        return senses
    spots = [gazetteer.spot(sense.place) for sense in senses]
    own = tuple(s for s, spot in zip(senses, spots, strict=True) if spot.region == home)
    villages = all(
        spot.kind is Kind.SETTLEMENT and spot.weight < TOWN
        for spot in spots
        if spot.region != home
    )
    return own if own and villages else senses
