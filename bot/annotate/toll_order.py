"""How many died in all, where a report says which of them it was."""

from dataclasses import replace

from bot.annotate.numerals import ORDINALS
from bot.domain.reports import Toll, TollKind


def in_all(toll: Toll, text: str) -> Toll:
    """Return the first toll of a text, of all if it is "the third worker died"."""
    said = text[toll.start : toll.end].split()
    which = next((ORDINALS[word] for word in said if word in ORDINALS), toll.low)
    if toll.kind is not TollKind.KILLED or toll.low != 1 or which == 1:
        return toll
    return replace(toll, low=which, high=which, more=False)
