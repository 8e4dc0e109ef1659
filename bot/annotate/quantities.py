"""Numbers of things that tell one event from another of its kind: 48 attacks, 12 drones."""

from bot.annotate.lettering import Words
from bot.annotate.numerals import value_of
from bot.annotate.wordlists.quantities import UNITS
from bot.domain.memory import Memory
from bot.domain.reports import Quantity

_SHORT = 3  # letters; what is no longer stands for itself alone: "km", "га"
_STEMS = {stem: unit for unit, stems in UNITS.items() for stem in stems.split()}
_FURTHEST = 2  # words from the number to its unit: "eight Russian attack drones" is none


def _unit(word: str) -> str:
    if word in _STEMS:
        return _STEMS[word]
    for length in range(len(word) - 1, _SHORT, -1):
        found = _STEMS.get(word[:length])
        if found is not None:
            return found
    return ""


_unit_of = Memory(_unit)


def find_quantities(words: Words, numbers: list[int]) -> frozenset[Quantity]:
    """Return the quantities of a text, given which of its words are numbers."""
    found: set[Quantity] = set()
    for at in numbers:
        value = value_of(words.words[at], words.script)
        if not value:
            continue
        for word in words.words[at + 1 : at + 1 + _FURTHEST]:
            unit = _unit_of[word]
            if unit:
                found.add(Quantity(value=value, unit=unit))
                break
            if not word[0].isalpha():
                break
    return frozenset(found)
