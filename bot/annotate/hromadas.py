"""«Липецька громада» is that of Lyptsi near Kharkiv: only Ukraine has hromadas."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.annotate.gazetteer import Gazetteer, Sense
from bot.annotate.keys import Form
from bot.annotate.readings import Reading
from bot.annotate.tokens import Tokens

_COUNTRY = "UA"
_HROMADA = re.compile(r"громад(?:а|и|і|у|ою|е|ах|ам|ами)?")
_ADJECTIVES = frozenset({Form.ADJECTIVE, Form.TOWN_ADJECTIVE})


def keep(
    readings: Iterable[Reading], tokens: Tokens, gazetteer: Gazetteer
) -> Iterator[Reading]:
    """Yield the readings, an adjective before «громада» with places of Ukraine alone."""
    for reading in readings:
        if not _heads_hromada(reading, tokens):
            yield reading
            continue
        senses = (reading.senses, reading.entry.senses)
        there = (_in_ukraine(each, gazetteer) for each in senses)
        found = next(filter(None, there), ())
        if found:
            yield replace(reading, senses=found)


def _in_ukraine(senses: Iterable[Sense], gazetteer: Gazetteer) -> tuple[Sense, ...]:
    return tuple(
        sense
        for sense in senses
        if sense.form in _ADJECTIVES and gazetteer.spot(sense.place).country == _COUNTRY
    )


def _heads_hromada(reading: Reading, tokens: Tokens) -> bool:
    return (
        reading.form in _ADJECTIVES
        and reading.end < len(tokens)
        and _HROMADA.fullmatch(tokens.keys[reading.end]) is not None
    )
