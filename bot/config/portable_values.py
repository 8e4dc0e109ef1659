"""Single settings of a chat, as a file has them; a reader's error says only that (pure)."""

from collections.abc import Callable
from datetime import UTC, datetime, time
from typing import Any, Final

from bot.config.feed_values import read_country, read_text
from bot.domain.chats import Chat
from bot.domain.timetable import (
    DigestTimes,
    FollowUps,
    Mode,
    Pictures,
    QuietHours,
    Sound,
)
from bot.i18n import LANGUAGES

DAYS: Final = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
MAX_LIMIT: Final = 1000  # alerts an hour
UNUSABLE: Final = (ValueError, TypeError, KeyError, AttributeError)  # what readers raise


def settings_of(chat: Chat) -> dict[str, object]:
    """Return the chat's settings as the file has them."""
    quiet, digests = chat.quiet, chat.digests
    return {
        "language": chat.language,
        "time_zone": chat.time_zone,
        "mode": chat.mode.value,
        "digests": {
            "times": [_clock(each) for each in digests.times],
            "days": [DAYS[day] for day in sorted(digests.days)],
            "says_nothing": digests.says_nothing,
        },
        "quiet": {
            "from": _clock(quiet.start),
            "to": _clock(quiet.end),
            "but_urgent": quiet.but_urgent,
        }
        if quiet
        else None,
        "hourly_limit": chat.hourly_limit,
        "follow_ups": chat.follow_ups.value,
        "spikes": chat.spikes,
        "pictures": chat.pictures.value,
        "sound": chat.sound.value,
        "outlets": {
            "countries": sorted(each for each in chat.outlets if each[0] != "#"),
            "tags": sorted(each[1:] for each in chat.outlets if each[0] == "#"),
        }
        if chat.outlets
        else None,
    }


def write_instant(at: datetime) -> str:
    """Return ``2026-12-31T12:00:00Z``."""
    return at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def read_instant(text: str) -> datetime:
    """Return an instant that names its zone."""
    at = datetime.fromisoformat(text)
    if at.tzinfo is None:
        raise ValueError(text)
    return at.astimezone(UTC)


def _clock(at: time) -> str:
    return at.isoformat(timespec="minutes")


def _read_clock(text: str) -> time:
    at = time.fromisoformat(text)
    if at.tzinfo is not None or at.second or at.microsecond:
        raise ValueError(text)
    return at


def _read_flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise TypeError(value)
    return value


def _read_language(value: object) -> str:
    if value not in LANGUAGES:
        raise ValueError(value)
    return str(value)


def _read_name(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise TypeError(value)
    return value


def _read_digests(value: Any) -> DigestTimes:
    return DigestTimes(
        times=tuple(sorted({_read_clock(each) for each in value["times"]})),
        days=frozenset(DAYS.index(day) for day in value.get("days", DAYS)),
        says_nothing=_read_flag(value.get("says_nothing", False)),
    )


def _read_quiet(value: Any) -> QuietHours | None:
    if value is None:
        return None
    return QuietHours(
        start=_read_clock(value["from"]),
        end=_read_clock(value["to"]),
        but_urgent=_read_flag(value.get("but_urgent", False)),
    )


def _read_limit(value: Any) -> int | None:
    if value is None:
        return None
    if not isinstance(value, int) or isinstance(value, bool) or not 1 <= value <= MAX_LIMIT:
        raise ValueError(value)
    return value


def _read_outlets(value: Any) -> frozenset[str]:
    if value is None:
        return frozenset()
    tags = (f"#{read_text(tag)}" for tag in value.get("tags", ()))
    return frozenset((*map(read_country, value.get("countries", ())), *tags))


# By the field of `Chat` that each sets: its reader, and a right value.
READERS: Final[dict[str, tuple[Callable[[Any], Any], str]]] = {
    "language": (_read_language, '"uk"'),
    "time_zone": (_read_name, '"Europe/Kyiv"'),
    "mode": (Mode, '"now"'),
    "digests": (_read_digests, '{"times": ["08:00"], "days": ["mon"]}'),
    "quiet": (_read_quiet, '{"from": "23:00", "to": "07:00"}'),
    "hourly_limit": (_read_limit, "20"),
    "follow_ups": (FollowUps, '"changes"'),
    "spikes": (_read_flag, "true"),
    "pictures": (Pictures, '"off"'),
    "sound": (Sound, '"all"'),
    "outlets": (_read_outlets, '{"countries": ["UA"], "tags": ["national"]}'),
}
