"""Words of tolls that their neighbours tell: «погиб человек» is one, «пять человек» not."""

import re

from bot.annotate.lettering import Words

_MAN = "человек"  # the nominative, and what follows a number
_OF_ONE = frozenset(
    "погиб умер скончался ранен пострадал убит травмирован контужен утонул пропал задержан "
    "госпитализирован эвакуирован".split()
)
_COUNTS = frozenset("NQvsS")
_WOMAN = frozenset(("женщины", "девушки", "дівчини"))  # one after «у», several alone
_DEAD = frozenset(("tote", "toter", "totes"))  # "Tote Frau", and "Tote" are several
_AGED = re.compile(r"\d+-jährige[rn]?")


def with_one_person(words: Words, letters: str) -> str:
    """Return the letters, with those of people whom only their neighbours tell.

    «Человек» is one beside a verb of one person, "der 71-Jährige" if nobody follows.
    """
    if words.script == "cyrillic":
        return _cyrillic(words, letters)
    if words.script == "de":
        return _german(words, letters)
    if words.script == "en" and "police officer" in words.text:
        return "".join(
            "J" if word == "police" and following.startswith("officer") else letter
            for letter, word, following in zip(
                letters, words.words, (*words.words[1:], ""), strict=True
            )
        )
    return letters


def _cyrillic(words: Words, letters: str) -> str:
    found = list(letters)
    for at, word in enumerate(words.words):
        if word == _MAN and not (at and found[at - 1] in _COUNTS):
            beside = {*words.words[max(0, at - 1) : at], *words.words[at + 1 : at + 2]}
            if not _OF_ONE.isdisjoint(beside):
                found[at] = "S"
        elif word in _WOMAN and words.words[max(0, at - 1)] == "у":
            found[at] = "S"
    return "".join(found)


def _german(words: Words, letters: str) -> str:
    found = list(letters)
    for at, word in enumerate(words.words):
        following = letters[at + 1 : at + 2]
        if word in _DEAD and following == "S":
            found[at] = "k"
        elif following not in {"S", "J", "O"} and _AGED.fullmatch(word):
            found[at] = "S"
    return "".join(found)


def letter_of_age(tail: str) -> str:
    """Return the letter of a number with `tail`: "45-year-old", «45-latek», "45th"."""
    if tail.startswith(("-latek", "-latk")):
        return "S"
    return "J" if tail[:1] == "-" and len(tail) > 5 else "u"  # noqa: PLR2004
