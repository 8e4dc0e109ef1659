"""An adjective before the word for a division of a region, or for a hill of a town.

«Липецька громада» is that of Lyptsi near Kharkiv: only Ukraine has hromadas. «Северский
район» beside a village of Kuban is the one of Kuban, and not of a town in Siberia. On a
«Харьковская гора» stands a part of Belgorod.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from bot.annotate import captured
from bot.annotate.gazetteer import Gazetteer, Sense
from bot.annotate.keys import ADJECTIVES
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens
from bot.domain.model import Kind

_COUNTRY = "UA"
_HROMADA = re.compile(r"громад(?:а|и|і|у|ою|е|ах|ам|ами)?|о?тг|міськрад(?:а|и|і|у|ою)")
_DISTRICT = re.compile(r"район(?:а|у|ом|е|і)?")
_GENITIVE = ("ська", "цька")  # of Чорноморськ, and its adjective
_HILL = re.compile(r"гор(?:а|ы|и|у|е|і|ой|ою)")
_GRIEF = re.compile(r"(?:[оеє]е|е)$")  # «белгородское горе»


def keep(
    readings: Sequence[Reading], tokens: Tokens, gazetteer: Gazetteer
) -> Iterator[Reading]:
    """Yield the readings, an adjective before such a word with places of that kind."""
    named: frozenset[str] | None = None
    for reading in readings:
        unit = tokens.keys[reading.end] if reading.end < len(tokens) else ""
        if reading.form not in ADJECTIVES or not unit:
            yield reading
        elif _HROMADA.fullmatch(unit):
            found = _in_ukraine(reading, gazetteer)
            if found:
                yield replace(reading, senses=found)
        elif _DISTRICT.fullmatch(unit):
            named = _regions(readings, gazetteer) if named is None else named
            found = _districts(reading, named, gazetteer) or _fought_over(
                reading, tokens, gazetteer
            )
            yield replace(reading, senses=found) if found else reading
        elif _HILL.fullmatch(unit) is None or _GRIEF.search(reading.key):
            yield reading


def _in_ukraine(reading: Reading, gazetteer: Gazetteer) -> tuple[Sense, ...]:
    is_genitive = reading.key.endswith(_GENITIVE)
    known = reading.entry.senses
    for senses in (known,) if is_genitive else (reading.senses, known):
        found = tuple(
            sense
            for sense in senses
            if (sense.form in ADJECTIVES or is_genitive)
            and gazetteer.spot(sense.place).country == _COUNTRY
        )
        if found:
            return found
    return ()


def _regions(readings: Iterable[Reading], gazetteer: Gazetteer) -> frozenset[str]:
    """Return the regions of names that can mean places of one region only."""
    found = set()
    for reading in readings:
        regions = {gazetteer.spot(sense.place).region for sense in reading.senses}
        if len(regions) == 1 and reading.form not in ADJECTIVES:
            found |= regions
    return frozenset(found - {""})


def _districts(
    reading: Reading, regions: frozenset[str], gazetteer: Gazetteer
) -> tuple[Sense, ...]:
    spots = ((sense, gazetteer.spot(sense.place)) for sense in reading.entry.senses)
    return tuple(
        sense
        for sense, spot in spots
        if sense.form in ADJECTIVES
        and spot.kind is Kind.DISTRICT
        and spot.region in regions
    )


def _fought_over(
    reading: Reading, tokens: Tokens, gazetteer: Gazetteer
) -> tuple[Sense, ...]:
    """Return the places near the front if the district is fought over, else none.

    «В Волчанском районе идут бои»: the adjective is a case of the town's name, too.
    """
    senses = reading.entry.senses
    near = captured.near_the_front(senses, gazetteer, tokens, reading.start, reading.end)
    return near if len(near) < len(senses) else ()
