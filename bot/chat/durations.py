"""A length of time as people type it in a chat (pure)."""

import re
from datetime import timedelta
from typing import Final

_UNITS: Final = {
    timedelta(minutes=1): "m min minute minutes хв м мин хвилин хвилини минут минуты",
    timedelta(hours=1): "h hour hours год г ч час часа часов годин години година",
    timedelta(days=1): "d day days д дн день дня дней дні днів",
    timedelta(weeks=1): "w week weeks т тиждень тижні нед неделя недели",
}
_UNIT_OF: Final = {name: unit for unit, names in _UNITS.items() for name in names.split()}
LONGEST: Final = timedelta(days=36_500)  # a calendar ends in the year 9999
_FOR: Final = re.compile(r"^(?:for|на)\s+")
_PART: Final = re.compile(r"\s*(\d{1,6})\s*([^\W\d]+)\.?")


def find_duration(text: str) -> timedelta | None:
    """Return the length that ``2h``, ``1h 30m`` or ``2 години`` says; else None."""
    length = read_duration(text)
    return length if length is not None and is_possible(length) else None


def is_possible(length: timedelta) -> bool:
    """Return whether anything can last as long: not zero, not for ever."""
    return timedelta() < length <= LONGEST


def read_duration(text: str) -> timedelta | None:
    """Return the length that is written, be it as impossible as ``0h``; else None."""
    total, position = timedelta(), 0
    text = _FOR.sub("", text.strip().casefold())
    while position < len(text):
        part = _PART.match(text, position)
        unit = _UNIT_OF.get(part[2]) if part else None
        if part is None or unit is None:
            return None
        total = min(total + int(part[1]) * unit, 2 * LONGEST)  # is too long all the same
        position = part.end()
    return total if text else None
