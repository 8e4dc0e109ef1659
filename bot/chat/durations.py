"""A length of time as people type it in a chat (pure)."""

import re
from datetime import timedelta
from typing import Final

_UNITS: Final = {
    timedelta(minutes=1): (
        "m min mins minute minutes хв хвилина хвилини хвилину хвилин "
        "м мин минута минуты минуту минут"
    ),
    timedelta(hours=1): (
        "h hr hrs hour hours год година години годину годин г ч час часа часов"
    ),
    timedelta(days=1): (
        "d day days д дн день дня дні днів доба добу доби діб дней сутки суток"
    ),
    timedelta(weeks=1): (
        "w week weeks т тиждень тижня тижні тижнів нед неделя неделю недели недель"
    ),
}
_UNIT_OF: Final = {name: unit for unit, names in _UNITS.items() for name in names.split()}
LONGEST: Final = timedelta(days=36_500)  # a calendar ends in the year 9999
# One of them without a number: "for an hour", «на добу».
_ONE: Final = frozenset(
    "minute hour day week хвилину хвилина годину година день добу доба тиждень "
    "минуту минута час сутки неделю неделя".split()
)
_FOR: Final = re.compile(r"^(?:for|на)\s+")
_HALF: Final = re.compile(r"^(?:half an hour|пів\s?години|пол\s?часа)$")
_PART: Final = re.compile(r"\s*(\d{1,6})\s*([^\W\d]+)\.?")


def find_duration(text: str) -> timedelta | None:
    """Return the length that ``2h``, ``1h 30m`` or «на годину» says; else None."""
    length = read_duration(text)
    return length if length is not None and is_possible(length) else None


def is_possible(length: timedelta) -> bool:
    """Return whether anything can last as long: not zero, not for ever."""
    return timedelta() < length <= LONGEST


def read_duration(text: str) -> timedelta | None:
    """Return the length that is written, be it as impossible as ``0h``; else None."""
    total, position = timedelta(), 0
    text = _FOR.sub("", text.strip().casefold())
    if _HALF.match(text):
        return timedelta(minutes=30)
    single = re.sub(r"^(?:an?|one)\s+", "", text)
    if single in _ONE:
        return _UNIT_OF[single]
    while position < len(text):
        part = _PART.match(text, position)
        unit = _UNIT_OF.get(part[2]) if part else None
        if part is None or unit is None:
            return None
        total = min(total + int(part[1]) * unit, 2 * LONGEST)  # is too long all the same
        position = part.end()
    return total if text else None
