"""Which settlement each hromada of Ukraine is called after, and by what adjective."""

import re
from difflib import SequenceMatcher

from bot.annotate.paradigms import town_adjectives
from tools.gazetteer.sources import Codifier

LIKE = 0.72  # of an irregular adjective's stem and its town's name; the likest is taken
_ENDING = "ський"
_CRIMEA = "UA01"  # whose hromadas are on paper; 5 kB of the file
_SEPARATORS = re.compile(r"[\s'-]+")


def _adjective(codifier: Codifier, hromada: str) -> str:
    return codifier.names.get(hromada, "").lower().removesuffix("а") + "ий"


def find_seats(codifier: Codifier) -> dict[str, str]:
    """Return the settlements that hromadas have their names from, by their codes.

    Each with the adjective if no rule makes it of the town's name («новокаховський»).
    """
    regular: dict[str, str] = {}
    for settlement in codifier.settlements:
        key = _adjective(codifier, settlement.hromada)
        if key in town_adjectives(settlement.name.lower(), "uk"):
            regular.setdefault(settlement.hromada, settlement.code)
    found = dict.fromkeys(regular.values(), "")
    likest: dict[str, tuple[float, str]] = {}
    for settlement in codifier.settlements:
        if settlement.hromada in regular or settlement.oblast.startswith(_CRIMEA):
            continue
        like = _likeness(_adjective(codifier, settlement.hromada), settlement.name.lower())
        if like > max(LIKE, likest.get(settlement.hromada, (0.0, ""))[0]):
            likest[settlement.hromada] = like, settlement.code
    for hromada, (_, code) in likest.items():
        found[code] = _adjective(codifier, hromada)
    return found


def _likeness(adjective: str, name: str) -> float:
    """Return how like a town's name is to an adjective without its ending, 0 to 1."""
    if not adjective.endswith((_ENDING, "цький", "зький")):
        return 0.0
    stem = _SEPARATORS.sub("", adjective[: -len(_ENDING)])
    return SequenceMatcher(None, stem, _SEPARATORS.sub("", name)).ratio()
