"""Whether the word before a name says that a person bears it: "Mr Lincoln"."""

import re

from bot.annotate.lexicon import INSTITUTIONS
from bot.annotate.tokens import Tokens

_MISTER = frozenset("mr mrs ms miss herr frau mme madame monsieur señor".split())


def is_after_mister(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether one word is somebody's name, because "Mr" stands before it."""
    return (
        start > 0
        and end - start == 1
        and tokens.keys[start - 1] in _MISTER
        and tokens[start].gap in {" ", ". ", "\u00a0"}
        and tokens[start - 1].upper
    )


_RANKS = frozenset(
    "полковник підполковник подполковник майор капітан капитан генерал лейтенант сержант "
    "експерт эксперт аналітик аналитик речник спікер спикер депутат журналіст журналист "
    "военкор воєнкор блогер адвокат історик историк".split()
)
_RANKED = re.compile(r"(?:[сц]ь?кий|[сц]кой|ов|ев|ин|ін)$")


def is_after_rank(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether one word is a surname, as who has it says: «полковник Жуковский»."""
    return (
        start > 0
        and end - start == 1
        and tokens.keys[start - 1] in _RANKS
        and tokens[start].gap == " "
        and _RANKED.search(tokens.keys[start]) is not None
    )


_TITLED = frozenset(
    "mr mrs ms miss dr sir rev sen rep capt lt sgt col gen maj captain colonel lieutenant "
    "sergeant judge justice detective senator coach striker midfielder defender goalkeeper "
    "winger quarterback singer actor actress rapper author poet painter".split()
)


def is_titled(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a title and a surname stand around: "Captain Israel Mensah"."""
    if not start or end - start != 1 or end >= len(tokens):
        return False
    after = tokens[end]
    return (
        tokens.keys[start - 1] in _TITLED
        and tokens[start].gap in {" ", ". ", "\u00a0"}
        and not tokens[start].capitals
        and after.upper
        and not after.capitals
        and after.gap == " "
        and after.key not in INSTITUTIONS
    )


# Whom a surname alone follows: "Judge Boston", but not "Striker Chelsea wanted".
_OFFICES = frozenset(
    "dr sir rev sen rep gov judge justice detective senator coach captain sergeant "
    "lieutenant colonel congressman congresswoman president actor actress singer "
    "rapper".split()
)
_JUNIOR = frozenset("jr sr junior".split())
_KIN = frozenset(
    "wife husband widow widower girlfriend boyfriend fiancee fiance lawyer lawyers".split()
)
_AGE = re.compile(r"[1-9]\d$")


def is_surname(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether English says that one word is a surname.

    "Judge Boston denies motion", "Lincoln, 34, was held", "Dallas Jr.", "Lima's wife".
    """
    if end - start != 1:
        return False
    after = tokens[end] if end < len(tokens) else None
    if (
        start
        and tokens.keys[start - 1] in _OFFICES
        and tokens[start].gap in {" ", ". "}
        and tokens[start - 1].upper
        and not tokens[start - 1].capitals
    ):
        return after is None or after.gap not in {"-", ", "} or not after.upper
    if after is None:
        return False
    if after.gap == ", ":
        is_age = _AGE.match(after.key) is not None
        return is_age and end + 1 < len(tokens) and tokens[end + 1].gap == ", "
    if after.gap in {"'s ", "’s "}:
        return after.key in _KIN
    return after.gap == " " and after.upper and after.key in _JUNIOR


_CALLED = frozenset(
    "зовут звали звать зовуть звати звуть имени кличке кличку кличкою позывным "
    "позывной позивним позивний псевдо прозвищу прозвище прізвисько прізвиськом".split()
)


_NAMES = frozenset(["имя", "ім'я"])


def is_called(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether one word is what somebody is called: «с позывным Одесса»."""
    if start <= 1 or end - start > 1 or tokens[start].breaks or tokens[start - 1].upper:
        return False
    before = tokens.keys[start - 1]
    return before in _CALLED or (before in _NAMES and tokens.keys[start - 2] == "на")
