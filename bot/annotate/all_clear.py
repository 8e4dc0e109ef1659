"""Does a title say that an alarm is over? It is news of its own (pure)."""

import re
from typing import Final

from bot.annotate.phrases import Phrases
from bot.domain.folding import fold
from bot.domain.reports import EventKind

LONGEST: Final = 300  # characters; the patterns are quadratic in a title made for it
_ALARM: Final = r"(?:тривог|тревог|небезпек|опасност|загроз|угроз)\w*"
_FLYING: Final = r"(?:повітрян|воздушн|ракетн|безпілотн|беспилотн|авиацион|авіац)\w*"
_ENDED: Final = (
    r"(?<!не )(?:скасован|скасув|відмін|знят|знял|отмен|снят|сняли|завершил|закончил"
    r"|закінчил|минула|миновала)\w*"
)
_OVER: Final = Phrases(
    (
        rf"\b(?:відбій|отбой)\b.*\b{_ALARM}",
        rf"\b{_ALARM}.*\b(?:відбій|отбой)\b",
        r"^\W*(?:відбій|отбой)\W*$",
        r"^\W*(?:відбій|отбой) (?:у|в|на|по|для)\b",
        rf"\b{_ENDED} (?:\w+ ){{0,2}}(?:{_FLYING} {_ALARM}|(?:тривог|тревог)\w*)",
        rf"\b(?:{_FLYING} {_ALARM}|тривог\w*|тревог\w*) (?:\w+ ){{0,4}}{_ENDED}",
        rf"\b{_ENDED} (?:режим\w* )?{_ALARM} (?:атаки )?(?:бпла|беспилотн|безпілотн|дрон)",
        rf"\b{_ENDED} режим\w* {_FLYING}",
        r"\ball[- ]clear\b",
        (
            r"\b(?:air[- ]raid|missile|ballistic|drone|air) (?:\w+ ){0,2}"
            r"(?:alert|threat|alarm|warning|siren)s? (?:\w+ ){0,4}"
            r"(?<!not )(?:lifted|cancell?ed|called off|is over|(?:over|ended|ends)"
            r" (?:in|for|across)"
            r"|(?:over|ended|ends)$)"
        ),
        r"\bodwo[lł]an\w+ (?:\w+ ){0,2}alarm",
        r"\balarm\w* (?:\w+ ){0,4}odwo[lł]an",
        r"\bentwarnung\b",
        r"\bluftalarm (?:\w+ ){0,4}(?:aufgehoben|beendet)",
    )
)

_ATTACK: Final = re.compile(
    rf"\bair[- ]raid|\bmissile (?:threat|alert|alarm|warning)|{_ALARM} атак"
)
_DRONE: Final = re.compile(r"бпла|беспилотн|безпілотн|дрон|drone")


def is_all_clear(title: str) -> bool:
    """Say whether the title tells that an alarm is over.

    >>> is_all_clear("Відбій повітряної тривоги в Сумській області")
    True
    >>> is_all_clear("Тревога не отменена")
    False
    """
    return _OVER.search(fold(title[:LONGEST])) is not None


def named_kinds(title: str) -> frozenset[EventKind]:
    """Return what kinds of events the words for the danger itself name in such a title."""
    kinds = {EventKind.ALARM}
    if _ATTACK.search(fold(title[:LONGEST])):
        kinds |= {EventKind.STRIKE, EventKind.DRONE}
    elif _DRONE.search(fold(title[:LONGEST])):
        kinds.add(EventKind.DRONE)
    return frozenset(kinds)
