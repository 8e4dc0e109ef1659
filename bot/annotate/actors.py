"""Who speaks: bodies, offices and governments, and for which country.

The words are data (:mod:`bot.annotate.wordlists.claims`); here they become letters, and a
run of letters an actor.
"""

import re
from typing import NamedTuple

from bot.annotate.lettering import Lettering, Words, parse_lists
from bot.annotate.wordlists import claims as lists

_COUNTRIES = {"X": "RU", "U": "UA", "x": "RU", "u": "UA"}
_SIGNS = {
    **dict.fromkeys(".!?…;\n", "."),
    **dict.fromkeys("-–—", "-"),
    ",": ",",
    ":": ":",
}
ARMY = frozenset((word,) for word in lists.ARMY.split())
NOMINATIVE = frozenset(lists.NOMINATIVE.split())
PLURAL = ("ли", "ют", "ут", "ят", "ють", "уть", "ять")  # of verbs: they say so there
OBLIQUE = re.compile("|".join(lists.OBLIQUE.strip().splitlines()))


class Actor(NamedTuple):
    """Who speaks, and for which country if the words tell."""

    name: str
    side: str | None


def _read(table: str) -> dict[str, Actor]:
    found = {}
    for line in table.strip().splitlines():
        head, _, words = line.partition(": ")
        name, _, side = head.rpartition(" ")
        if not side.isupper():
            name, side = head, ""
        actor = Actor(name or side, side or None)
        found.update(dict.fromkeys(words.split(), actor))
    return found


_ACTORS = _read(lists.ACTORS)
_NATIONS = _read(lists.NATIONS)  # by their adjectives
_COUNTRY_NAMES = {actor.name for actor in _ACTORS.values() if actor.name == actor.side}


def _letter(word: str) -> str:
    if word.endswith("'s"):  # "the president's office"
        return _LETTERING.letters[word[:-2]]
    if word.endswith("ly"):
        return "l"  # "officially"
    return "w" if word[0].isalnum() else _SIGNS.get(word, '"')


def _lists() -> dict[str, list[str]]:
    words = parse_lists(lists.LISTS)
    for word, actor in _ACTORS.items():
        words.setdefault("Z" if actor.name in _COUNTRY_NAMES else "A", []).append(word)
    words["z"] = list(_NATIONS)
    return words


_LETTERING = Lettering(_lists(), _letter)


def _named(word: str) -> Actor:
    """Return what a word with the letter ``A``, ``Z`` or ``z`` stands for."""
    table = _NATIONS | _ACTORS
    for length in range(len(word), 0, -1):
        for entry in (word[:length] if length == len(word) else "", word[:length] + "*"):
            if entry in table:
                return table[entry]
    return Actor(word, None)


def find_actor(letters: str, words: tuple[str, ...], *, is_ukrainian: bool) -> Actor | None:
    """Return whom the words name, None if they do not say it clearly.

    Args:
        letters: The letters of `words`.
        words: An actor as written: "Ukraine's General Staff".
        is_ukrainian: Whether the text is, and no word follows that may be a country's
            name: a state's bodies are then Ukraine's own.
    """
    named = [
        _named(word.removesuffix("'s"))
        for letter, word in zip(letters, words, strict=True)
        if letter in "AZz"
    ]
    sides = {_COUNTRIES[letter] for letter in letters if letter in _COUNTRIES}
    sides |= {actor.side for actor in named if actor.side is not None}
    if len(sides) > 1:
        return None
    side = next(iter(sides), None)
    name = next((actor.name for actor in named if actor.name != actor.side), None)
    if name is None:
        has = set(letters)
        name = next((body for need, body in lists.BODIES if set(need) <= has), None)
    if name is None:
        if words in ARMY:
            return Actor("armed forces", side)
        if side is None or not set(letters) <= set("XUZlIw"):
            return None  # "the migration service of Ukraine"
        return Actor(side, side)
    if side is None and (name in lists.ALWAYS or (is_ukrainian and name in lists.STATE)):
        side = "UA"
    return Actor(name, side)


def letters_of(words: Words) -> str:
    """Return what the rules of claims see: one letter for each word."""
    return _LETTERING.read(words)


def sides_of(words: Words, letters: str) -> set[str]:
    """Return the countries that words name, or name somebody of; given their letters."""
    found = {_COUNTRIES[letter] for letter in letters if letter in _COUNTRIES}
    for letter, word in zip(letters, words.words, strict=True):
        if letter in "AZz":
            side = _named(word.removesuffix("'s")).side
            found |= {side} if side is not None else set()
    return found
