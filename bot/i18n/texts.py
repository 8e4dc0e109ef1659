"""Texts: one reader's language, with its plurals, times and lists."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache
from gettext import GNUTranslations
from typing import Final
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel import Locale
from babel.dates import (
    format_datetime,
    format_skeleton,
    format_timedelta,
    get_day_names,
)
from babel.lists import format_list
from babel.numbers import format_decimal, format_percent
from babel.units import format_unit

from bot.i18n.catalogs import LANGUAGES, load, pick

# English with the day before the month and 24 hours, as most of its readers here write it.
_LOCALES: Final = {"en": "en_GB", "uk": "uk", "ru": "ru"}
_CLOCK: Final = "HH:mm"
_KYIV: Final = {"Europe/Kyiv", "Europe/Kiev"}  # every chat's zone, until it sets its own
_ONE_MINUTE: Final = timedelta(minutes=1)
_FAR: Final = timedelta(days=180)  # from which on a day and month name another year


def mark(message: str) -> str:
    """Return `message` unchanged; it is extracted here and translated where it is shown."""
    return message


@cache
def named_zone(name: str) -> tzinfo:
    """Return the zone that the IANA database calls so, UTC if there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # a bad key may be a directory
        return UTC


def _as_zone(zone: str | tzinfo) -> tzinfo:
    return named_zone(zone) if isinstance(zone, str) else zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Texts:
    """All texts of one language.

    `zone` is a name such as ``Europe/Kyiv``, or a tzinfo; an unknown name means UTC.
    """

    language: str
    locale: Locale
    catalog: GNUTranslations

    def gettext(self, message: str) -> str:
        """Return `message` in this language."""
        return self.catalog.gettext(message)

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Return the form for `number`; the caller formats the placeholders."""
        return self.catalog.ngettext(singular, plural, number)

    def pgettext(self, context: str, message: str) -> str:
        """Return `message` where `context` tells it from another use of the same words."""
        return self.catalog.pgettext(context, message)

    def clock(self, at: datetime, zone: str | tzinfo) -> str:
        """Return the time of day, 24 hours: ``14:20``."""
        return format_datetime(at, _CLOCK, tzinfo=_as_zone(zone), locale=self.locale)

    def time(self, at: datetime, zone: str | tzinfo) -> str:
        """Return the time of day with its zone: ``14:20 Kyiv time``, ``14:20 UTC+1``."""
        return f"{self.clock(at, zone)} {self.zone(at, zone)}"

    def date(self, at: datetime, zone: str | tzinfo, *, with_year: bool = False) -> str:
        """Return day and month: ``22 Nov``, ``22 лист.``, ``22 нояб.``."""
        local = at.astimezone(_as_zone(zone))
        skeleton = "yMMMd" if with_year else "MMMd"
        return format_skeleton(skeleton, local, locale=self.locale)

    def day(self, day: dt.date) -> str:
        """Return a date as `date` does."""
        midnight = datetime.combine(day, dt.time(), UTC)
        return self.date(midnight, UTC)

    def weekday(self, at: datetime, zone: str | tzinfo) -> str:
        """Return the day with its name: ``Sun 22 Nov``, ``нд, 22 лист.``."""
        local = at.astimezone(_as_zone(zone))
        return format_skeleton("MMMEd", local, locale=self.locale)

    def weekdays(self, days: Iterable[int]) -> str:
        """Return days of the week, Monday is 0: ``Mon–Fri``, ``Sat, Sun``."""
        names = get_day_names("abbreviated", "stand-alone", self.locale)
        wanted = sorted(days)
        in_a_row = wanted == list(range(wanted[0], wanted[-1] + 1))
        if in_a_row and len(wanted) > 2:  # noqa: PLR2004  # two are named sooner
            return f"{names[wanted[0]]}–{names[wanted[-1]]}"  # a span
        return ", ".join(names[day] for day in wanted)

    def moment(self, at: datetime, *, now: datetime, zone: str | tzinfo) -> str:
        """Return ``14:20``, with the date when it is not today for the reader.

        With the year, too, if "23 Nov" would be taken for another one.
        """
        tz = _as_zone(zone)
        if at.astimezone(tz).date() == now.astimezone(tz).date():
            return self.clock(at, tz)
        day = self.date(at, tz, with_year=abs(at - now) > _FAR)
        return f"{day}, {self.clock(at, tz)}"

    def zone(self, at: datetime, zone: str | tzinfo) -> str:
        """Return the zone in words if it has some, else its offset at that instant.

        ``Kyiv time``, ``UTC+1``, ``UTC+5:30``, ``UTC``.
        """
        if str(zone) in _KYIV:
            return self.gettext("Kyiv time")
        return self.offset(at, zone)

    def offset(self, at: datetime, zone: str | tzinfo) -> str:
        """Return by how much the zone's clocks are ahead at that instant: ``UTC+1``."""
        offset = at.astimezone(_as_zone(zone)).utcoffset() or timedelta()
        hours, rest = divmod(abs(offset), timedelta(hours=1))
        minutes = f":{rest // _ONE_MINUTE:02d}" if rest else ""
        sign = "-" if offset < timedelta() else "+"
        return f"UTC{sign}{hours}{minutes}" if offset else "UTC"

    def relative(self, age: timedelta) -> str:
        """Return how long ago: ``12 min ago``; what lies ahead is now."""
        if age < _ONE_MINUTE:
            return self.gettext("just now")
        return format_timedelta(
            -age, add_direction=True, format="short", threshold=1, locale=self.locale
        )

    def duration(self, length: timedelta) -> str:
        """Return a length of time, a minute at least: ``1 hour 30 minutes``."""
        minutes = max(round(length / _ONE_MINUTE), 1)
        days, minutes = divmod(minutes, 24 * 60)
        hours, minutes = divmod(minutes, 60)
        parts = (("day", days), ("hour", hours), ("minute", minutes))
        return " ".join(
            format_unit(number, f"duration-{unit}", "long", locale=self.locale)
            for unit, number in parts
            if number
        )

    def number(self, number: float) -> str:
        """Return a number with this language's separators."""
        return format_decimal(number, locale=self.locale)

    def percent(self, share: float) -> str:
        """Return a share from 0 to 1 as a percentage."""
        return format_percent(share, locale=self.locale)

    def around(self, place: str, km: int) -> str:
        """Return what lies around a place: ``Sumy and 50 km around``."""
        return self.gettext("{place} and {km} km around").format(place=place, km=km)

    def join(self, items: Sequence[str], *, last: str = "and") -> str:
        """Return ``a, b and c``; `last` is ``and`` or ``or``."""
        return format_list(
            items, style="standard" if last == "and" else "or", locale=self.locale
        )


@cache
def _texts(language: str) -> Texts:
    return Texts(
        language=language,
        locale=Locale.parse(_LOCALES[language]),
        catalog=load(language),
    )


def texts(language: str) -> Texts:
    """Return the texts of `language`; of English when we do not have it."""
    return _texts(language if language in LANGUAGES else pick(language))
