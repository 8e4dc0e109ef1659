"""What is said of a government alone, around its capital's name in English.

"Berlin breaks its silence", "pressure on Minsk grows", "aid to Kyiv", "Ankara-led talks",
"Budapest's veto". No city drags its feet over a treaty, and none is sanctioned.
"""

import re
from collections.abc import Sequence

from bot.annotate.city_life import beginning, is_near, words_after
from bot.annotate.tokens import Token
from bot.annotate.wordlists import capitals as words
from bot.annotate.wordlists import statecraft as lists

_STANCE = re.compile(words.STANCE)
_DOES = [
    (re.compile(verbs.strip()), beginning(objects))
    for verbs, _, objects in (line.partition(" | ") for line in lists.DOES.split(";"))
    if objects
]
_ALWAYS = beginning(lists.ALWAYS)
_UPON = {
    preposition: beginning(nouns)
    for preposition, _, nouns in (line.partition(" | ") for line in lists.UPON.split(";"))
    for preposition in preposition.split()
}
_COLONS = (": ", ", ", " — ", " – ", " - ", "; ")
_OBJECTS = 6  # words after a verb
_APART = 2  # words between "pressure" and "on"


def is_told(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a capital does, has or gets what only governments do.

    Args:
        tokens: The text.
        start: Where the capital's name begins.
        end: Where it ends.
    """
    return (
        _takes_stance(tokens, end)
        or _leads(tokens, end)
        or _has_allies(tokens, end)
        or _is_dealt_with(tokens, start, end)
        or _does(tokens, start, end)
    )


def _takes_stance(tokens: Sequence[Token], end: int) -> bool:
    """Return whether a capital has what governments have: "Budapest's veto"."""
    possessive = end < len(tokens) and tokens[end].gap in {"'s ", "’s "}
    return possessive and is_near(tokens, words_after(tokens, end, 2), _STANCE)


def _leads(tokens: Sequence[Token], end: int) -> bool:
    """Return whether something is led or paid by it: "a Paris-led coalition"."""
    return (
        end < len(tokens)
        and tokens[end].gap in {"-", "‑"}
        and tokens[end].key in lists.LED_BY
    )


def _has_allies(tokens: Sequence[Token], end: int) -> bool:
    """Return whether its allies are named with it: "Minsk and its allies"."""
    after = [tokens[index].key for index in words_after(tokens, end, 3)]
    return (
        len(after) == 3  # noqa: PLR2004  # three words
        and after[0] == "and"
        and after[1] in {"its", "their"}
        and after[2] in lists.ALLIES
    )


def _is_dealt_with(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a capital is pressed or helped: "sanctions against Minsk".

    What follows must not be what is in the city: "pressure on Paris hospitals".
    """
    if start < _APART or tokens[start].breaks or tokens[start].gap != " ":
        return False
    nouns = _UPON.get(tokens[start - 1].key)
    if nouns is None or not is_near(tokens, range(start - 1 - _APART, start - 1), nouns):
        return False
    return (
        end >= len(tokens)
        or tokens[end].breaks
        or tokens[end].gap != " "
        or tokens[end].key in lists.FOLLOWERS
    )


def _does(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Return whether a sentence says of it what a government does: "Riga quits treaty"."""
    begins = not start or tokens[start].breaks or tokens[start].gap.startswith(_COLONS)
    following = words_after(tokens, end, _OBJECTS)
    if not begins or not following or tokens[end].gap != " ":
        return False
    if tokens[end].key == "not":  # "not ready for talks"
        following = following[1:]
    if not following:
        return False
    verb = tokens[following.start].key
    return _ALWAYS.match(verb) is not None or any(
        verbs.fullmatch(verb) and is_near(tokens, following[1:], objects)
        for verbs, objects in _DOES
    )
