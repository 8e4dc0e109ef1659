"""Case forms of names of places in Ukrainian, Russian and Polish, and words made of them.

Rules rather than a dictionary: a form too many costs a key that no text holds, a missing
one costs an alert. `tools/gazetteer/oracle.py` measures both.
"""

import unicodedata
from collections.abc import Iterable, Mapping
from typing import Final

from bot.annotate.paradigms import derived
from bot.annotate.paradigms.derived import Derivation
from bot.annotate.paradigms.phrases import name_forms
from bot.annotate.paradigms.polish import GRAMMAR as _POLISH
from bot.annotate.paradigms.polish_derived import DERIVATION as _FROM_POLISH
from bot.annotate.paradigms.rules import Grammar, decline
from bot.annotate.paradigms.russian import GRAMMAR as _RUSSIAN
from bot.annotate.paradigms.russian_derived import DERIVATION as _FROM_RUSSIAN
from bot.annotate.paradigms.ukrainian import GRAMMAR as _UKRAINIAN
from bot.annotate.paradigms.ukrainian_derived import DERIVATION as _FROM_UKRAINIAN
from bot.domain.folding import fold

GRAMMARS: Final[Mapping[str, Grammar]] = {
    "pl": _POLISH,
    "ru": _RUSSIAN,
    "uk": _UKRAINIAN,
}
DERIVATIONS: Final[Mapping[str, Derivation]] = {
    "pl": _FROM_POLISH,
    "ru": _FROM_RUSSIAN,
    "uk": _FROM_UKRAINIAN,
}


def _lower(name: str, language: str) -> str:
    """Return `name` folded, but with the diacritics by which Polish declines."""
    if language != "pl":
        return fold(name)
    return " ".join(unicodedata.normalize("NFC", name.casefold()).split())


def _folded(found: Iterable[str], name: str) -> frozenset[str]:
    return frozenset(form for f in (*found, name) if (form := fold(f)))


def forms(name: str, language: str) -> frozenset[str]:
    """Return every case form of `name`, folded, with itself; of another language itself.

    Hyphens and spaces stay as they are. Polish is declined by its diacritics: pass them.

    >>> sorted(forms("суджа", "ru"))
    ['судже', 'суджей', 'суджи', 'суджу', 'суджа']
    >>> sorted(forms("Łódź", "pl"))
    ['łodz', 'łodzi', 'łodzia']
    """
    grammar = GRAMMARS.get(language)
    if grammar is None:
        return _folded((), name)
    return _folded(name_forms(_lower(name, language), grammar), name)


def adjective_forms(name: str, language: str) -> frozenset[str]:
    """Return every form of an adjective given in the masculine nominative, folded.

    >>> "белгородских" in adjective_forms("белгородский", "ru")
    True
    >>> "londynskiego" in adjective_forms("londyński", "pl")
    True
    """
    grammar = GRAMMARS.get(language)
    if grammar is None:
        return _folded((), name)
    lower = _lower(name, language)
    cells = decline(lower, grammar.full) or ()
    return _folded((form for cell in cells for form in cell), name)


def town_adjectives(name: str, language: str) -> frozenset[str]:
    """Return every form of the adjectives that a town's name gives, folded; or nothing.

    >>> "рыльского" in town_adjectives("рыльск", "ru")
    True
    """
    derivation = DERIVATIONS.get(language)
    if derivation is None:
        return frozenset()
    found = derived.town_adjectives(_lower(name, language), derivation)
    return frozenset(f for adjective in found for f in adjective_forms(adjective, language))


def land_names(adjective: str, language: str) -> frozenset[str]:
    """Return every form of the land's name that a region's adjective gives; or nothing.

    >>> "сумщині" in land_names("сумський", "uk")
    True
    """
    derivation = DERIVATIONS.get(language)
    if derivation is None:
        return frozenset()
    found = derived.lands(_lower(adjective, language), derivation)
    return frozenset(form for land in found for form in forms(land, language))


def people_forms(town: str, language: str) -> frozenset[str]:
    """Return every form of the words for the people of a town, folded; or nothing.

    >>> "сумчанам" in people_forms("суми", "uk")
    True
    """
    derivation = DERIVATIONS.get(language)
    if derivation is None:
        return frozenset()
    return _folded(derived.people(_lower(town, language), derivation), "")
