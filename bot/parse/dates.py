"""Reads the dates that publishers write (pure).

Our own reader goes before feedparser's: that one takes "02.03.2026" for February, knows
neither Ukrainian nor Russian months, and gives no zone to a time that has none.
"""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

MAX_AHEAD = timedelta(minutes=10)  # a clock that is wrong, not news of tomorrow
OLDEST = datetime(1990, 1, 1, tzinfo=UTC)  # before it: a zero or a default, not a date
_MAX_LENGTH = 100
_MONTHS_A_YEAR = 12

_TIME = r"(?P<hour>\d{1,2}):(?P<minute>\d{2})(?::(?P<second>\d{2})(?:[.,]\d+)?)?"
_AT = r"(?:(?:в|о|об|at)\s+)?"
_REST = rf"(?:(?:T|,?\s+{_AT}|\s*-\s+){_TIME}\s*(?P<half>[ap]\.?m\.?)?)?\s*(?P<zone>\S.*)?$"
_YEAR_FIRST = re.compile(
    rf"(?P<year>\d{{4}})(?P<dash>[-/.])(?P<month>\d{{1,2}})(?P=dash)(?P<day>\d{{1,2}}){_REST}",
    re.IGNORECASE,
)
_WEEKDAY = r"(?:[^\W\d]+(?:\.?,?\s+|,))?"
_DAY_FIRST = re.compile(
    rf"{_WEEKDAY}(?P<day>\d{{1,2}})(?P<mark>[-/.])(?P<month>\d{{1,2}})(?P=mark)"
    rf"(?P<year>\d{{4}}|(?<=\.)\d{{2}}(?!\d)){_REST}",
    re.IGNORECASE,
)
_MONTH = r"(?P<month>[^\W\d_]{3,})\.?"
_WORDS = re.compile(
    rf"{_WEEKDAY}(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+{_MONTH}[\s,-]+"
    r"(?P<year>\d{4}|\d{2})"
    rf"|{_MONTH.replace('month', 'month2')}\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?[\s,]+"
    rf"(?P<year2>\d{{4}}))(?:\s*(?:року|р|года|г)\b\.?)?,?{_REST}",
    re.IGNORECASE,
)
# Written in another order: each becomes one of the above.
_TIME_FIRST = re.compile(r"(?P<time>\d{1,2}:\d{2}(?::\d{2})?),?\s+(?P<date>\D*\d.*)")
_YEAR_LAST = re.compile(
    r"(?P<date>(?:[^\W\d]+,?\s+)?[^\W\d]+\s+\d{1,2})\s+"
    r"(?P<time>\d{1,2}:\d{2}:\d{2})\s+(?P<zone>\D\S*\s+)?(?P<year>\d{4})$"
)
_COMPACT = re.compile(
    r"(?P<date>(?:19|20)\d{6})(?:T?(?P<time>\d{6}|(?<=T)\d{4})(?P<zone>\D.*)?)?$",
    re.IGNORECASE,
)
_NOT_GUESSED = re.compile(
    r"\s*(?:\d{1,2}:|\d{4}-?(?:W|\d{3}(?!\d))|\d{4}[^\d\sT-])", re.IGNORECASE
)
_SECONDS = re.compile(r"\d{9,10}(?:\.\d+)?$")
_MILLISECONDS = re.compile(r"\d{12,13}$")
_OFFSET = re.compile(
    r"(?:(?:GMT|UTC?|Z)\s*)?(?P<sign>[+\-−])(?P<hours>\d{1,2}):?(?P<minutes>\d{2})?(?:\s*\([^)]*\))?$",
    re.IGNORECASE,
)

# English; Ukrainian; Russian; Belarusian; Polish; German: the first three letters.
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan січ янв сту sty jän",
            "feb лют фев lut",
            "mar бер мар сак mär mrz",
            "apr кві апр кра kwi",
            "may тра май мая maj mai",
            "jun чер июн чэр cze",
            "jul лип июл ліп lip",
            "aug сер авг жні sie",
            "sep вер сен wrz",
            "oct жов окт кас paź okt",
            "nov лис ноя ліс lis",
            "dec гру дек сне gru dez",
        ),
        start=1,
    )
    for name in names.split()
}
# Hours east of Greenwich; a name with two meanings (IST) is left out.
_ZONES = {
    "Z": 0, "UT": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 1, "BST": 1, "CET": 1, "CEST": 2,
    "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3, "MSD": 4, "МСК": 3, "MCK": 3,
    "SAMT": 4, "YEKT": 5, "OMST": 6, "KRAT": 7, "IRKT": 8, "YAKT": 9, "VLAT": 10, "TRT": 3,
    "JST": 9,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7,
}  # fmt: skip


def parse_date(text: str, *, zone: str = "UTC") -> datetime | None:
    """Return the instant that `text` names, in UTC, or None if it is not understood.

    A time without a zone is one of `zone`, the feed's own (an IANA name).
    """
    text = " ".join(text[:_MAX_LENGTH].split())
    try:
        if _SECONDS.match(text):
            return datetime.fromtimestamp(int(float(text)), UTC)
        if _MILLISECONDS.match(text):
            return datetime.fromtimestamp(int(text) // 1000, UTC)
        found = _match(text) or _match(_in_order(text))
        return _assemble(found.groupdict(), zone) if found is not None else None
    except (ValueError, OverflowError):
        return None  # the 30th of February, the 25th hour


def is_guessable(text: str) -> bool:
    """Return whether feedparser may try what we cannot read.

    It takes "2026-W10-1" for November, and what begins with a time for today.
    """
    return _NOT_GUESSED.match(text) is None


def is_plausible(at: datetime, now: datetime) -> bool:
    """Return whether `at` may be when something was published."""
    return OLDEST <= at <= now + MAX_AHEAD


def _match(text: str) -> re.Match[str] | None:
    return _YEAR_FIRST.match(text) or _DAY_FIRST.match(text) or _WORDS.match(text)


def _in_order(text: str) -> str:
    """Return `text` with its date first and its time behind."""
    if found := _TIME_FIRST.fullmatch(text):
        return f"{found['date']} {found['time']}"
    if found := _YEAR_LAST.match(text):
        return f"{found['date']} {found['year']} {found['time']} {found['zone'] or ''}"
    if found := _COMPACT.match(text):
        day, time = found["date"], found["time"] or "0000"
        clock = ":".join(time[at : at + 2] for at in range(0, len(time), 2))
        return f"{day[:4]}-{day[4:6]}-{day[6:]}T{clock}{found['zone'] or ''}"
    return ""


def _assemble(found: Mapping[str, str | None], zone: str) -> datetime | None:
    digits = found["year"] or found.get("year2") or ""
    year = int(digits)
    month, day = _month_and_day(found)
    offset = _find_zone(found["zone"], zone)
    if month is None or offset is None:
        return None
    if len(digits) == 2:  # noqa: PLR2004  # RFC 6265, section 5.1.1
        year += 2000 if year < 70 else 1900  # noqa: PLR2004  # likewise
    hour, minute, second = (int(found[name] or 0) for name in ("hour", "minute", "second"))
    half = (found["half"] or "").lower()
    if half:
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    is_midnight = (hour, minute, second) == (24, 0, 0)  # ISO 8601: the end of the day
    hour = 0 if is_midnight else hour
    local = datetime(year, month, day, hour, minute, min(second, 59), tzinfo=offset)
    return (local + timedelta(days=is_midnight)).astimezone(UTC)


def _month_and_day(found: Mapping[str, str | None]) -> tuple[int | None, int]:
    word = found["month"] or found.get("month2") or ""
    day = int(found["day"] or found.get("day2") or "")
    if not word.isdigit():
        return _MONTHS.get(word[:3].casefold()), day
    month = int(word)
    american = found["half"] is not None or month > _MONTHS_A_YEAR
    if found.get("mark") == "/" and american and day <= _MONTHS_A_YEAR:
        return day, month
    return month, day


def _find_zone(text: str | None, default: str) -> tzinfo | None:
    """Return the zone that stands behind a time; None if it is not known."""
    if not text:
        return _named(default)
    offset = _OFFSET.match(text)
    if offset is not None:
        ahead = timedelta(hours=int(offset["hours"]), minutes=int(offset["minutes"] or 0))
        return timezone(ahead if offset["sign"] == "+" else -ahead)
    name = text.split(maxsplit=1)[0].strip("().,")
    if "/" in name:
        return _find_named(name)  # Europe/Kyiv
    hours = _ZONES.get(name.upper())
    return None if hours is None else timezone(timedelta(hours=hours))


def _named(name: str) -> tzinfo:
    return _find_named(name) or UTC


@lru_cache(maxsize=64)
def _find_named(name: str) -> tzinfo | None:
    try:
        return ZoneInfo(name)
    except (ValueError, OSError, LookupError):
        return None
