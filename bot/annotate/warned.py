"""A town that a channel calls out to, or says is hit: «СУМИ, балістика! В укриття»."""

import re

from bot.annotate.city_life import beginning, is_near, words_after
from bot.annotate.tokens import Tokens

_CRY = beginning(
    "балістик баллистик укриття укрытие гучно$ громко$ ппо$ пво$ бавовна$ видихаємо "
    "выдыхаем тримайтесь держитесь швидкісн скоростн бпла$ безпілот беспилот шахед"
)
# Of floods and prices too, but for a word beside them.
_WARNING = beginning(
    "загроз угроз небезпек опасност тривог тревог увага$ внимание$ відбій$ отбой$"
)
_WEAPONS = beginning(
    "бпла$ безпілот беспилот дрон шахед ракет каб$ каби$ кабы$ балісти баллист"
)
# What a person may have to do with as well: «Королёв: ракета улетит к Марсу».
_HIT = beginning("вибух взрыв приліт прильот прилёт прилет каб$ каби$ кабы$")
_RELATIVE = frozenset(
    "які яка який яке що де где что которые который которая которое".split()
)
_CALLED = re.compile(r"\s*(?:[,!:.…–—-]|\.\.\.)\s*\W*")
NEXT = 5  # words


def is_warned(tokens: Tokens, start: int, end: int, *, person: bool) -> bool:
    """Return whether a name begins a sentence alone, and an alarm follows.

    Args:
        tokens: The text's words.
        start: Where the name begins.
        end: Where it ends.
        person: Whether people bear it.
    """
    if (start and not tokens[start].breaks) or end >= len(tokens):
        return False
    gap = tokens[end].gap
    if gap == " " and tokens.keys[end] == "бавовна":  # explosions, in the war's slang
        return True
    is_other = (person and ":" in gap) or tokens.keys[end] in _RELATIVE
    if is_other or _CALLED.fullmatch(gap) is None:
        return False
    said = range(end, min(end + NEXT, len(tokens)))
    is_alone = len(words_after(tokens, end + 1, NEXT)) == 0
    return (
        is_near(tokens, said, _CRY)
        or (
            is_near(tokens, said, _WARNING)
            and (is_alone or is_near(tokens, said, _WEAPONS))
        )
        or (not person and is_alone and is_near(tokens, said, _HIT))
    )
