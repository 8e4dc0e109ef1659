"""Which side took what a title says was taken (pure).

Who takes a village back makes news of its own, though all else is as in the last report.
"""

import re
from collections.abc import Set as AbstractSet
from typing import Final

RUSSIA, UKRAINE = "taken by RU", "taken by UA"
TAKERS: Final = frozenset((RUSSIA, UKRAINE))
_RU = re.compile(
    r"(?<!\w)(?:росі[яй]|росси[яйю]|вс рф|минобороны|міноборони р|окупант|"
    r"оккупант|ворог|враг|противник|группировк|загарбник|russia|moscow|kremlin|rosj|rosyj|"
    r"moskw|russland|russisch|moskau|кремл|москв)",
    re.IGNORECASE,
)
_UA = re.compile(
    r"(?<!\w)(?:зсу|всу|сил[иы]? оборон|україн|украин|ukrain|kyiv|київ|киев|наші|знову наш|"
    r"тероборон|генштаб|general staff)",
    re.IGNORECASE,
)
# Both sides have them; who takes a place back with no word of Russia is of Ukraine.
_UNITS = re.compile(
    r"(?<!\w)(?:бригад|brigade|brygad|штурмовик|десантник|полк|корпус)", re.IGNORECASE
)
# What Russia's ministry calls liberated is taken by the other word, too; it names itself.
_BACK = re.compile(
    r"(?<!\w)(?:відби|отби(?:л|т)|верну|поверну|звільн|освобо[дж]|деокуп|деоккуп|retak|retook|"
    r"recaptur|liberat|won back|wins back|reclaim|odbi|odzysk|wyzwol|zurück|befrei|"
    r"знову|снова|back under)",
    re.IGNORECASE,
)
_TAKEN = re.compile(
    r"(?<!\w)(?:захоп|захва[тч]|окуп|оккуп|взя[лтв]|зайня|заня[лт]|контрол|звільн|"
    r"освобо[дж]|captur|seiz|tak(?:e|es|en)\b|took|control|occup|liberat|recaptur|fall|fell|"
    r"zaję|zdoby|opanow|wyzwol|einnahme|eingenommen|erober|befrei|kontroll)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"(?<!\w)(?:від|от|from|z rąk|von|из-под|з-під) \W?(?:росі|росс|окуп|оккуп|ворог|враг|"
    r"rosj|russ)",
    re.IGNORECASE,
)
_ANSWERS = re.compile(
    r"(?<!\w)(?:запереч|спрост|опровер|отриц|відкин|отверг|deni|deny|reject|refut|zaprzecz|"
    r"dement|bestreit|weist|не|not|nie|nicht|фейк|втра[тч]|утра[тч]|потер[яюи]|відій|отош|"
    r"залиш|остав|покин|withdr|los(?:t|es|s|ing)\b|вигад|вымыс|брех)(?!\w{9})",
    re.IGNORECASE,
)


def find_taker(title: str) -> frozenset[str]:
    """Return by whom a title says that a place was taken, nobody where that is not clear.

    >>> sorted(find_taker("ЗСУ відбили Плавні"))
    ['taken by UA']
    >>> sorted(find_taker("Kyiv denies losing Plavni"))
    []
    """
    if _ANSWERS.search(title):
        return frozenset()
    is_from = _FROM.search(title) is not None
    russian, ukrainian = _RU.search(title), _UA.search(title)
    if ukrainian is None and (russian is None or is_from):
        ukrainian = _UNITS.search(title)
    if _BACK.search(title) and ukrainian is not None:
        is_first = russian is None or ukrainian.start() < russian.start()
        if is_first or is_from:
            return frozenset({UKRAINE})
    if russian is not None and ukrainian is None and _TAKEN.search(title):
        return frozenset({RUSSIA})
    return frozenset()


def is_taken_by_another(ours: AbstractSet[str], theirs: AbstractSet[str]) -> bool:
    """Return whether two reports' details name one taker each, and not the same."""
    one, other = ours & TAKERS, theirs & TAKERS
    return bool(one and other) and one.isdisjoint(other)
