"""The names of ships, by which one is known wherever it is (pure).

A tanker at sea is at no place that all name, and what it is called is often a town's name.
"""

import re
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from bot.dedupe.terms import is_dropped, plain_name, spell_plainly
from bot.domain.memory import Memory

SHIP = "ship"  # as `targets` has it
_CAPITAL = r"[^\W\d_a-zа-яёіїєґ]"
_NAME = re.compile(
    rf"(?<!\w)({_CAPITAL}[^\W\d_]+)(?=[ -]({_CAPITAL}[^\W\d_]*|\d{{1,3}})\b)"
)
_CALLED = re.compile(
    r"(?:[\"«“„]|\b(?:tanker|vessel|ship|freighter|ferry|frigate|trawler|танкер|судно|судна"
    r"|сухогруз|паром|фрегат|корвет|корабель|корабль|Schiff|Frachter|Tanker)\s+)$"
)
_CREW = re.compile(
    r"\b(?:sailor|seam[ae]n|crew|моряк|матрос|экипаж|екіпаж|seeleute|matrosen|marynarz|załog"
    r"|marin[os]|équipage|tripula)",
    re.IGNORECASE,
)
_SAID = (("ph", "f"), ("ck", "k"), ("q", "k"), ("z", "s"))
_SOFT = re.compile(r"c(?=[ei])")
_SILENT = re.compile(r"[aeiouh]+")
_TELLING = 4  # consonants of both words, below which they tell no name
_NEARBY = 12  # characters before a name, for the longest of these words
_NO_NAME = re.compile(
    r"(?:sea|gulf|ocean|strait|channel|canal|islands?|bay|navy|guard|fleet|minist|foreign|"
    r"president|union|мор[еяю]|залив|проли|проток|міністр|мзс|мид)"
)


class Ships(NamedTuple):
    """Pairs of words that may name a ship, in any spelling, and those that surely do."""

    perhaps: frozenset[str] = frozenset()
    surely: frozenset[str] = frozenset()


NO_SHIPS = Ships()


def find_ships(title: str, summary: str, hit: AbstractSet[str]) -> Ships:
    """Return what a report may call the ship that it tells of: "Eagle Bay", «Волго-Балт».

    Surely so is what stands in quotation marks or after a word for a ship.

    Args:
        title: Its title.
        summary: Its text.
        hit: What the title names, as `targets` has it.
    """
    if SHIP not in hit and not _CREW.search(title):
        return NO_SHIPS
    text = f"{title}\n{summary}"
    perhaps, surely = set(), set()
    for match in _NAME.finditer(text):
        one, other = (each.casefold() for each in match.groups())
        if _NO_NAME.match(other) or is_dropped(one):
            continue
        name = _named(one, other)
        is_called = _CALLED.search(text, max(0, match.start() - _NEARBY), match.start())
        if is_called:
            surely.add(name)
        if is_called or SHIP in hit:
            perhaps.add(name)
    return Ships(frozenset(perhaps), frozenset(surely))


def _sound(word: str) -> str:
    """Return the consonants that a name is heard by: Grace, Грейс."""
    plain = spell_plainly(word)
    for letters, said in _SAID:
        plain = plain.replace(letters, said)
    return _SILENT.sub("", _SOFT.sub("s", plain).replace("c", "k"))


_sounds = Memory(_sound)


def _named(one: str, other: str) -> str:
    """Return what a name of two words is known by in any script."""
    first, second = _sounds[one], _sounds[other]
    if first and second and len(first + second) >= _TELLING:
        return f"{first} {second}"
    return f"{plain_name(one)} {plain_name(other)}"
