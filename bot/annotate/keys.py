"""The keys under which a name is found: all its forms, as texts write them."""

import re
from collections.abc import Iterable, Iterator
from enum import IntEnum
from typing import Final

from bot.annotate import paradigms
from bot.domain.folding import fold
from bot.domain.model import Kind

_SEPARATORS = re.compile(r"[\s\-.,()]+")
# What tokens.py cuts off a word inside of a name: "King's Lynn", "Côte d'Ivoire".
_CLITIC = re.compile(
    r"(?<=[a-z])'s(?= [a-z])|\b(?:l|d|qu|dell|nell|all|sull|dall)'(?=[a-z])"
)
LATIN_UNITS = ("oblast", "region", "province", "krai", "territory", "area")
_UNIT_WORD = re.compile(r" (?:oblast|krai|autonomous okrug)$", re.IGNORECASE)
_SHORT_UNIT = {"область": "обл", "край": "край"}
INFLECTED = ("uk", "ru", "pl")
_BASE = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "ı": "i"})


class Form(IntEnum):
    """What kind of word names the place, the most telling first."""

    NAME = 0
    ADJECTIVE = 1
    TOWN_ADJECTIVE = 2
    PEOPLE = 3
    ABBREVIATION = 4  # "Ky.", "Calif.": only after a settlement and a comma
    # no places, but what else the key is in a language
    GIVEN = 5  # a given name, in whatever form
    SURNAME = 6
    COMMON = 7  # a word of the dictionary
    WORD = 8  # known as nothing but that word


ADJECTIVES: Final = frozenset({Form.ADJECTIVE, Form.TOWN_ADJECTIVE})


class Mark:
    """What else is known of a form of a place's name: bits of a number."""

    OBLIQUE: Final = 1  # not the nominative
    RARE: Final = 2  # an old or unusual name of the place
    TYPED: Final = 16  # so common a word that only who types it means the place
    OWN: Final = 4  # given by regions.yaml
    UNSURE: Final = 8  # regions.yaml: counts only with support from the text


# What four bits of a packed sense say: no more combinations occur.
CODES: Final[tuple[tuple[Form, int], ...]] = (
    *((form, 0) for form in Form),
    (Form.NAME, Mark.OBLIQUE),
    (Form.NAME, Mark.RARE),
    (Form.NAME, Mark.OBLIQUE | Mark.RARE),
    (Form.NAME, Mark.TYPED),
    (Form.NAME, Mark.OBLIQUE | Mark.TYPED),
    (Form.ADJECTIVE, Mark.TYPED),
    (Form.ABBREVIATION, Mark.TYPED),
)


def key_of(name: str) -> str:
    """Return the key of `name`: folded, its words parted by one space; idempotent."""
    key = _SEPARATORS.sub(" ", fold(name)).strip()
    while "'" in key and (cut := _CLITIC.sub("", key)) != key:
        key = cut
    return key


def _keys(forms: Iterable[str]) -> list[str]:
    return sorted({key_of(form) for form in forms} - {""})


def name_keys(name: str, language: str, kind: Kind) -> Iterator[str]:
    """Yield the key of a name and of all its forms, the nominative first."""
    key = key_of(name)
    if not key:
        return
    yield key
    if language not in INFLECTED:
        plain = key.translate(_BASE)
        if plain != key:
            yield plain
        bare = _UNIT_WORD.sub("", key)
        if kind is Kind.REGION and bare != key:
            yield from (f"{bare} {unit}" for unit in LATIN_UNITS)
        return
    if not name.isupper():
        yield from (form for form in _keys(paradigms.forms(name, language)) if form != key)
    first, _, unit = key.rpartition(" ")
    if unit in _SHORT_UNIT and language != "pl":
        shortened = paradigms.adjective_forms(first[:-2] + "ий", language)
        yield from (f"{form} {_SHORT_UNIT[unit]}" for form in sorted(shortened))
        yield f"{first[:-2]} {_SHORT_UNIT[unit]}"  # «Белгородск. обл.»


def adjective_keys(name: str, language: str) -> Iterator[str]:
    """Yield the key of each form of an adjective, given in the masculine nominative."""
    if language in INFLECTED:
        yield from _keys(paradigms.adjective_forms(name, language))
    else:
        yield key_of(name)


def people_keys(name: str, language: str) -> Iterator[str]:
    """Yield the key of each form of a people's name."""
    if language in INFLECTED:
        yield from _keys(paradigms.forms(name, language))
    else:
        yield key_of(name)


def town_adjective_keys(name: str, language: str) -> Iterator[str]:
    """Yield the keys of the adjective that a town's name gives; none if it gives none."""
    yield from _keys(paradigms.town_adjectives(name, language))
