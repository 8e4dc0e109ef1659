"""What regions.yaml makes of one text; without it nothing is done here."""

from dataclasses import replace

from bot.annotate.gazetteer import Gazetteer
from bot.annotate.own_rules import is_excluded
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens
from bot.domain.model import Place


def around(place: Place) -> tuple[str, ...]:
    """Return the ids of a place and of what it lies in."""
    found = (place.id, place.district, place.region, place.country)
    return tuple(place_id for place_id in found if place_id is not None)


def keep(readings: list[Reading], tokens: Tokens, gazetteer: Gazetteer) -> list[Reading]:
    """Return the readings without the places that a phrase of the text excludes."""
    if gazetteer.rules is None or not readings:
        return readings
    excluded = list(gazetteer.rules.exclude.find(tokens))
    if not excluded:
        return readings
    kept = []
    for reading in readings:
        senses = tuple(
            sense
            for sense in reading.senses
            if not is_excluded(
                excluded, reading.start, reading.end, around(gazetteer.at(sense.place))
            )
        )
        if senses:
            kept.append(replace(reading, senses=senses))
    return kept


def supported(tokens: Tokens, gazetteer: Gazetteer) -> frozenset[str] | None:
    """Return the codes of what words of the text support: regions, or whole countries.

    None says that there is no regions.yaml, so that nobody need look for its marks.
    """
    if gazetteer.rules is None:
        return None
    places = map(gazetteer.place, gazetteer.rules.supported(tokens))
    return frozenset(place.region or place.country or place.id for place in places)
