"""A town that a channel calls out to, or says is hit: «СУМИ, балістика! В укриття»."""

import re

from bot.annotate.city_life import beginning, is_near, words_after
from bot.annotate.tokens import Tokens

_CRY = beginning(
    "балістик баллистик укриття укрытие гучно$ громко$ ппо$ пво$ бавовна$ видихаємо сирена "
    "выдыхаем тримайтесь держитесь швидкісн скоростн бпла$ безпілот беспилот шахед каби$"
)
# Of floods and prices too, but for a word beside them.
_WARNING = beginning(
    "загроз угроз небезпек опасност тривог тревог увага$ внимание$ відбій$ отбой$"
)
_WEAPONS = beginning(
    "бпла$ безпілот беспилот дрон шахед ракет каб$ каби$ кабы$ балісти баллист"
)
# What a person may have to do with as well: «Королёв: ракета улетит к Марсу».
_HIT = beginning("вибух взрыв приліт прильот прилет вихід$ выход$ каб$ кабы$")
# Right after a name: «Суми уважно», «Рівне ще одна ціль».
_BESIDE = re.compile(
    r"(?:бавовна|уважно|внимательно|(?:ще|еще) \w+ (?:ціл|цел|шахед|ракет|бпла|дрон|каб))"
)
_RELATIVE = frozenset(
    "які яка який яке що де где что которые который которая которое".split()
)
_APART = re.compile(r"[^\w\s'’-]|\s[-–—]\s")  # a gap that is more than a space or a hyphen
NEAR = 5  # words
FEW = 2  # words that follow a name: «Гуково, слышны взрывы»
SHORT = 4  # words of a text that is no more than a call


def is_warned(tokens: Tokens, start: int, end: int, *, person: bool) -> bool:
    """Return whether a name stands alone, and an alarm beside it.

    Args:
        tokens: The text's words.
        start: Where the name begins.
        end: Where it ends.
        person: Whether people bear it.
    """
    first = not start or tokens[start].breaks
    last = end >= len(tokens)
    following = " ".join(tokens.keys[end : end + 3])
    if first and not last and tokens[end].gap == " " and _BESIDE.match(following):
        return True
    begins = tokens[start].start
    tagged = tokens.text[max(0, begins - 1) : begins] == "#"
    is_apart = (first or _APART.search(tokens[start].gap)) and (
        last or tokens[end].breaks or _APART.search(tokens[end].gap)
    )
    if not (is_apart or tagged):
        return False
    if not last and (tokens.keys[end] in _RELATIVE or (person and ":" in tokens[end].gap)):
        return False
    if len(tokens) == end - start:
        return not person
    return _is_beside_alarm(tokens, start, end, person=person)


def _is_beside_alarm(tokens: Tokens, start: int, end: int, *, person: bool) -> bool:
    before = range(max(0, start - NEAR), start)
    after = range(end, min(end + NEAR, len(tokens)))
    count = 1 + len(words_after(tokens, end + 1, NEAR))
    return any(
        is_near(tokens, said, _CRY)
        or (
            is_near(tokens, said, _WARNING) and (is_call or is_near(tokens, said, _WEAPONS))
        )
        or (not person and is_hit and is_near(tokens, said, _HIT))
        for said, is_call, is_hit in (
            (before, len(tokens) <= SHORT, len(tokens) <= SHORT),
            (after, count <= 1, count <= FEW),
        )
    )
