"""What a toll is, where more than its own words decide."""

from dataclasses import replace

from bot.annotate.numerals import ORDINALS
from bot.domain.reports import Toll, TollKind

_DOCTORS = tuple("лікар врач меди больниц поликл полікл травмпункт hospital clinic".split())


def in_all(toll: Toll, text: str) -> Toll:
    """Return the first toll of a text, of all if it is "the third worker died"."""
    said = text[toll.start : toll.end].split()
    which = next((ORDINALS[word] for word in said if word in ORDINALS), toll.low)
    if toll.kind is not TollKind.KILLED or toll.low != 1 or which == 1:
        return toll
    return replace(toll, low=which, high=which, more=False)


def is_harmed(what: str, phrase: tuple[str, ...]) -> bool:
    """Say whether those of a phrase are with doctors, or no more: «не стало двох»."""
    if what == "!":
        return phrase[:2] == ("не", "стало")
    return any(word.startswith(_DOCTORS) for word in phrase)
