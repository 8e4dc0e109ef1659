"""What English tells of a town alone, around a name that a surname may be as well.

"Kurchatov residents told to shelter", "Saky left without power", "trains to Gubkin",
"drones head for Yefremov". No Mr Yefremov has residents or an oil depot.
"""

import re

from bot.annotate.tokens import Tokens
from bot.annotate.wordlists import townlife as words

_HAS_TOO = re.compile(words.HAS_TOO)
_HAS = re.compile(words.HAS)
_CALLED_AFTER = re.compile(words.CALLED_AFTER)
_PAIRS = frozenset(tuple(pair.split("_")) for pair in words.PAIRS.split())


def _parse(lines: str) -> dict[str, re.Pattern[str]]:
    """Return the patterns of a list by each of the words before its bar."""
    pairs = (line.partition(" | ") for line in lines.split(";"))
    return {
        word: re.compile("".join(pattern.split()))
        for words_of, _, pattern in pairs
        for word in words_of.split()
    }


_SUFFERS = _parse(words.SUFFERS)
_OF_IT = _parse(words.OF)
_FLIES = re.compile(words.FLIES)
_ARMS = re.compile(words.ARMS)
_TOWARDS = frozenset("for to toward towards at over on into onto near".split())
_GAPS = frozenset((" ", "'s ", "’s ", "\u00a0"))
_DASHES = frozenset((": ", " – ", " — ", " - ", ". ", "! "))
_HAPPENED = re.compile(words.HAPPENED)
_TAKES = re.compile(words.TAKES)
_HEADLINE = 8  # words after "Saky:"
_OBJECTS = 4  # words after a verb
_NOUNS = 2  # words before a preposition: "blasts heard in"
_BEFORE = 6  # words that name what flies


def is_told(tokens: Tokens, start: int, end: int, *, person: bool) -> bool:
    """Return whether the words around a name say that it is a town's.

    Args:
        tokens: The text.
        start: Where the name begins.
        end: Where it ends.
        person: Whether the name may be a surname.
    """
    if tokens.keys[start] in words.OTHERS_TOO:
        return _is_flown_at(tokens, start)
    return (
        _has(tokens, end, person=person)
        or _is_of(tokens, start)
        or _is_flown_at(tokens, start)
        or (
            not person
            and (
                _heads(tokens, start, end)
                or _is_object(tokens, start)
                or tokens.keys[end : end + 2] == ["under", "fire"]
            )
        )
    )


def is_peopled(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a name has a mayor, residents or an airport, whoever else has it."""
    if _has(tokens, end, person=True):
        return True
    return (
        start > 1
        and tokens.keys[start - 1] == "of"
        and tokens[start].gap == " "
        and tokens.keys[start - 2] in words.PEOPLED
    )


def is_in_headline(tokens: Tokens, start: int) -> bool:
    """Return whether capitals around a name are those of a headline: "Hold Hlukhiv".

    A verb or a preposition before it says so: "Battle for Siversk Rages".
    """
    if not start or tokens[start].breaks or tokens[start].gap != " ":
        return False
    before = tokens.keys[start - 1]
    return before in words.BEFORE or _TAKES.match(before) is not None


def _heads(tokens: Tokens, start: int, end: int) -> bool:
    """Return whether a town stands before what happened: "Saky: two hurt in attack".

    Or after a warning: "Air raid alert: Saky".
    """
    if start and tokens[start].gap == ": " and tokens.keys[start - 1] in words.ALERTS:
        return True
    if start and not tokens[start].breaks:
        return False
    stop = end
    while stop < min(end + _HEADLINE, len(tokens)) and (
        stop == end or not tokens[stop].breaks
    ):
        stop += 1
    said = tokens.keys[end:stop]
    return bool(said) and tokens[end].gap in _DASHES and any(map(_HAPPENED.match, said))


def _is_object(tokens: Tokens, start: int) -> bool:
    """Return whether it is visited, held or taken: "Zelensky visits Saky"."""
    return (
        start > 0
        and not tokens[start].breaks
        and tokens[start].gap == " "
        and _TAKES.match(tokens.keys[start - 1]) is not None
    )


def _has(tokens: Tokens, end: int, *, person: bool) -> bool:
    """Return whether what towns have or suffer follows: "Gubkin residents"."""
    if end >= len(tokens) or tokens[end].breaks:
        return False
    key, gap = tokens.keys[end], tokens[end].gap
    if gap == "-" and key == "bound":
        return True
    called = person or tokens[end].upper
    if gap not in _GAPS or (called and _CALLED_AFTER.match(key) is not None):
        return False  # "Gagarin district", "Kurchatov Institute"
    after = tokens.keys[end + 1 : end + 2]
    if _HAS.match(key) is not None or (after and (key, after[0]) in _PAIRS):
        return True
    return _suffers(tokens, end, person=person)


def _suffers(tokens: Tokens, end: int, *, person: bool) -> bool:
    """Return whether what befalls towns follows: "Saky left without power"."""
    key = tokens.keys[end]
    if person and key in words.OF_POLITICIANS:
        return False
    if not person and (key in words.ALONE or _HAS_TOO.match(key) is not None):
        return True
    suffers = _SUFFERS.get(key)
    stop = end + 1
    while stop < min(end + 1 + _OBJECTS, len(tokens)) and not tokens[stop].breaks:
        stop += 1
    return suffers is not None and any(map(suffers.match, tokens.keys[end + 1 : stop]))


def _is_of(tokens: Tokens, start: int) -> bool:
    """Return whether what towns have stands before: "the outskirts of Gubkin".

    Or which part of one: "in central Saky".
    """
    if start < 2 or tokens[start].breaks or tokens[start].gap != " ":  # noqa: PLR2004
        return False
    if tokens.keys[start - 1] in words.PARTS and tokens.keys[start - 2] in words.INTO:
        return True
    nouns = _OF_IT.get(tokens.keys[start - 1])
    first = start - 1
    while first > max(0, start - 1 - _NOUNS) and not tokens[first].breaks:
        first -= 1
    return nouns is not None and any(map(nouns.match, tokens.keys[first : start - 1]))


def _is_flown_at(tokens: Tokens, start: int) -> bool:
    """Return whether arms fly there: "debris falls on Saky", "drones over Klin"."""
    if start < 2 or tokens[start].breaks or tokens[start].gap != " ":  # noqa: PLR2004
        return False
    at = start
    if tokens.keys[at - 1] in _TOWARDS:
        at -= 1
        if _ARMS.match(tokens.keys[at - 1]) is not None and not tokens[at].breaks:
            return True  # "drones over Klin"
    if _FLIES.match(tokens.keys[at - 1]) is None or tokens[at].breaks:
        return False
    first = at - 1
    while first > max(0, at - _BEFORE) and not tokens[first].breaks:
        first -= 1
    return any(map(_ARMS.match, tokens.keys[first : at - 1]))
