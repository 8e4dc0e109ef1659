"""Times of day, weekdays and hours as people type them (pure)."""

import re
from dataclasses import dataclass
from datetime import time
from typing import Final

from bot.domain.folding import fold
from bot.domain.timetable import EVERY_DAY, MAX_TIMES

WORKDAYS: Final = frozenset(range(5))
WEEKEND: Final = frozenset({5, 6})

_DAY_NAMES: Final = (
    "mon monday пн пон понеділок понедельник",
    "tue tues tuesday вт вів вівторок вторник",
    "wed wednesday ср сер середа середу среда среду",
    "thu thur thurs thursday чт чет четвер четверг",
    "fri friday пт пят п'ятниця п'ятницю пятница пятницу",
    "sat saturday сб суб субота суботу суббота субботу",
    "sun sunday нд нед неділя неділю вс вос воскресенье",
)
_DAY_OF: Final = {
    fold(name): day for day, names in enumerate(_DAY_NAMES) for name in names.split()
}
_SETS: Final = {
    fold(name): days
    for days, names in (
        (EVERY_DAY, "daily everyday щодня щоденно ежедневно"),
        (WORKDAYS, "weekdays workdays будні буднях будни будням"),
        (WEEKEND, "weekend weekends вихідні вихідних выходные выходным"),
    )
    for name in names.split()
}
_DASHES: Final = re.compile(r"[−–—]|\s-\s")
_HALF: Final = re.compile(r"(?<=\d)\s*([ap])\.?m\b\.?", re.IGNORECASE)  # of a day
_PART: Final = re.compile(
    r"\b(\d{1,2})([:.]\d{2})?\s+"
    r"(?:(?P<am>утра|ранку)|(?P<pm>дня|вечера|вечора)|(?P<night>ночи|ночі))\b",
    re.IGNORECASE,
)
_EVENING: Final = 9  # from which hour on the night is that of the day before midnight
_NOON: Final = 12
_EACH_DAY: Final = re.compile(
    r"\b(?:every day|каждый день|каждого дня|кожен день|кожного дня)\b", re.IGNORECASE
)
_TIME: Final = re.compile(r"(\d{1,2})(?:[:.](\d{2}))?([ap]m)?")
_FROM: Final = re.compile(r"^(?:from|від|з|із|от|с|со)\s+", re.IGNORECASE)
_TO: Final = re.compile(r"\s+(?:to|till|until|до|по)\s+", re.IGNORECASE)
_SPAN: Final = re.compile(r"([\d:.]+(?:[ap]m)?)(?:\s*-\s*|\s+)([\d:.]+(?:[ap]m)?)")
_FILLERS: Final = frozenset("at on and о об в у по і й та и во".split())
_EXCEPT: Final = re.compile(
    r"(except|but|крім|окрім|кроме)\s+(urgent|термінов\w*|срочн\w*)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """Times of digests; `days` None if none were named."""

    times: tuple[time, ...]
    days: frozenset[int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hours:
    """Hours of quiet."""

    start: time
    end: time
    but_urgent: bool = False


def find_times(text: str) -> Times | None:
    """Return what ``08:00,20:00 mon-fri`` says; None if it is anything else."""
    times: set[time] = set()
    days: frozenset[int] = frozenset()
    for word in re.split(r"[,;\s]+", _tidy(text)):
        clock, named = _clock(word), _days(word)
        if clock is not None:
            times.add(clock)
        elif named is not None:
            days |= named
        elif word and fold(word) not in _FILLERS:
            return None
    if not 1 <= len(times) <= MAX_TIMES:
        return None
    return Times(times=tuple(sorted(times)), days=days or None)


def find_days(text: str) -> frozenset[int] | None:
    """Return what ``mon-fri`` says; None if it is anything else, or says times, too."""
    days: frozenset[int] = frozenset()
    for word in re.split(r"[,;\s]+", _tidy(text)):
        named = _days(word)
        if named is not None:
            days |= named
        elif word and fold(word) not in _FILLERS:
            return None
    return days or None


def find_hours(text: str) -> Hours | None:
    """Return what ``23:00-07:00 except urgent`` says; None if it is anything else."""
    text = _TO.sub("-", _FROM.sub("", _tidy(text)))
    but_urgent = _EXCEPT.search(text)
    span = _SPAN.fullmatch(_EXCEPT.sub("", text).strip(" ,;"))
    if span is None:
        return None
    start, end = _clock(span[1]), _clock(span[2])
    if start is None or end is None or start == end:
        return None
    return Hours(start=start, end=end, but_urgent=but_urgent is not None)


def _tidy(text: str) -> str:
    """Return it with plain dashes, "7 p.m." and «7 вечера» as "7pm"."""
    text = _EACH_DAY.sub("daily", _DASHES.sub("-", text.strip()))
    text = _HALF.sub(lambda half: f"{half[1].lower()}m", text)
    return _PART.sub(lambda part: f"{part[1]}{part[2] or ''}{_half(part)}m", text)


def _half(part: re.Match[str]) -> str:
    """Return in which half of the day the hour is: «11 ночи» is before midnight."""
    is_late = part["night"] is not None and _EVENING <= int(part[1]) < _NOON
    return "p" if part["pm"] or is_late else "a"


def _clock(word: str) -> time | None:
    found = _TIME.fullmatch(word)
    if found is None:
        return None
    hours, minutes, half = int(found[1]), int(found[2] or 0), found[3]
    if hours > (12 if half else 24) or minutes >= 60 or (half and not hours):  # noqa: PLR2004  # of a clock
        return None
    if hours == 24 and minutes:  # noqa: PLR2004  # the day is over
        return None
    return time(hours % 12 + 12 * (half == "pm") if half else hours % 24, minutes)


def _days(word: str) -> frozenset[int] | None:
    name = fold(word)
    if name in _SETS:
        return _SETS[name]
    first, dash, last = name.partition("-")
    if first not in _DAY_OF or (dash and last not in _DAY_OF):
        return None
    start = _DAY_OF[first]
    length = (_DAY_OF[last] - start) % 7 if dash else 0
    return frozenset((start + offset) % 7 for offset in range(length + 1))
