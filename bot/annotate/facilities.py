"""What is called after the town where it stands: border crossings, depots, airfields."""

import re
from collections.abc import Iterable

from bot.annotate import guards
from bot.annotate.packed import Spot
from bot.annotate.tokens import Tokens
from bot.domain.model import Kind

TENTH = 1.0  # of weight: so much less has a town of a tenth of the people

# What bears the name of the town where it stands, even in quotation marks.
FACILITIES = (
    r"(?:(?:нафто|нефте)баз|(?:нафто|нефте|газо)?терм[иі]нал|а[еэ]родром|ав[іи]абаз|[нг]пз$"
    r"|п[іо]дстанц|арсенал|пол[іи]гон)"
)
_FACILITY = re.compile(FACILITIES)
_BORDER = frozenset("пропуску пропуска кпп".split())
_BORDER_AFTER = frozenset("crossing checkpoint".split())


def is_crossing(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether it is where people cross a border: пункт пропуску «Ягодин»."""
    if start and tokens.keys[start - 1] in _BORDER and not tokens[start].breaks:
        return True
    after = tokens.keys[end : end + 1]
    return bool(after) and after[0] in _BORDER_AFTER and not tokens[end].breaks


def is_facility(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a depot or an airfield is called so: нафтобаза «Клинці»."""
    return (
        start > 0
        and not tokens[start].breaks
        and _FACILITY.match(tokens.keys[start - 1]) is not None
        and guards.is_quoted(tokens, start, end)
    )


def is_of_one_country(spot: Spot, spots: Iterable[Spot]) -> bool:
    """Return whether no other country has such a town: Primorsk is a port of two."""
    return all(
        other.country == spot.country or other.weight < spot.weight - TENTH
        for other in spots
        if other.kind is Kind.SETTLEMENT
    )
