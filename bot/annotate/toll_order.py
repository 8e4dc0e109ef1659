"""What a toll is, where more than its own words decide."""

from dataclasses import replace

from bot.annotate.numerals import ORDINALS
from bot.domain.reports import Toll, TollKind

_DOCTORS = tuple("лікар врач меди больниц поликл полікл травмпункт hospital clinic".split())

_ATTACKS = tuple(
    "удар атак обстр вибух взрыв прил влуч попад авар пожеж пожар дтп теракт катастроф "
    "зіткн столкн повен навод".split()
)
_OTHERS = frozenset(("that", "which", "who"))
_HURT = frozenset(("wounded", "injured", "hurt"))


def in_all(toll: Toll, text: str) -> Toll:
    """Return the first toll of a text, of all if it is "the third worker died"."""
    said = text[toll.start : toll.end].split()
    which = next((ORDINALS[word] for word in said if word in ORDINALS), toll.low)
    if toll.kind is not TollKind.KILLED or toll.low != 1 or which == 1:
        return toll
    return replace(toll, low=which, high=which, more=False)


def is_harmed(what: str, phrase: tuple[str, ...], people: set[str]) -> bool:
    """Say whether a phrase and the word after it tell what they seem to tell.

    They are with doctors, or no more («не стало двох»); a third victim is one of an attack;
    who dies is who was wounded, and not others ("a man hurt in a fire that killed").

    Args:
        what: The letter of what happened.
        phrase: Its words.
        people: The letters of those whom it counts.
    """
    if what == "!":
        return phrase[:2] == ("не", "стало")
    if what == "M":
        return "не" in phrase or phrase[0].isascii()
    if what == "V":
        is_counted = not people < {"J", "O"}
        return is_counted or (phrase[0] in ORDINALS and phrase[-1].startswith(_ATTACKS))
    if what == "k":
        at = next((at for at, word in enumerate(phrase) if word in _HURT), len(phrase))
        return _OTHERS.isdisjoint(phrase[at:-1])
    return any(word.startswith(_DOCTORS) for word in phrase)
