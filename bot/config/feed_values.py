"""Single values of feeds.yaml; each reader's ValueError is for people."""

import re
from datetime import timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.config.countries import COUNTRIES
from bot.config.duration import parse_duration
from bot.config.nearest import did_you_mean

MAX_TEXT = 200  # characters of a title, a publisher or a tag
# BCP 47 (RFC 5646, section 2.1): language, script, region and variants; no extensions.
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    re.IGNORECASE,
)


def read_text(text: str) -> str:
    """Return a title, a publisher or a tag, its white space folded.

    Raises:
        ValueError: It is empty or longer than `MAX_TEXT`.
    """
    cleaned = " ".join(text.split())
    if not 1 <= len(cleaned) <= MAX_TEXT:
        msg = f"must have 1 to {MAX_TEXT} characters"
        raise ValueError(msg)
    return cleaned


def read_language(text: str) -> str:
    """Return a language's BCP 47 code, the language itself in small letters.

    Raises:
        ValueError: It is none.
    """
    if not _LANGUAGE.fullmatch(text):
        msg = f"{text!r} is not a language code such as uk, ru or en-GB (BCP 47)"
        raise ValueError(msg)
    language, *rest = text.split("-")
    return "-".join([language.lower(), *rest])


def read_country(text: str) -> str:
    """Return a country's ISO 3166-1 code in capitals.

    Raises:
        ValueError: It is none.
    """
    code = text.upper()
    if code not in COUNTRIES:
        hint = "; the United Kingdom is GB" if code == "UK" else ""
        msg = f"{text!r} is not one country code such as UA (ISO 3166-1){hint}"
        raise ValueError(msg)
    return code


def read_interval(text: str) -> timedelta:
    """Return the longest pause of a feed.

    Raises:
        ValueError: It is no duration, or shorter than a second.
    """
    interval = parse_duration(text)
    if interval < timedelta(seconds=1):
        msg = "must be 1s or longer"
        raise ValueError(msg)
    return interval


def read_time_zone(text: str) -> str:
    """Return an IANA time zone's name.

    Raises:
        ValueError: There is no such zone.
    """
    try:
        return ZoneInfo(text).key
    # a name such as "Europe" is a folder of the data, "../x" leads out of it
    except (ZoneInfoNotFoundError, ValueError, OSError):
        near = did_you_mean(text[:MAX_TEXT], available_timezones())
        hint = f"; {near}" if near.startswith("did") else ""
        msg = f"{text!r} is not a time zone such as Europe/Kyiv (IANA){hint}"
        raise ValueError(msg) from None
