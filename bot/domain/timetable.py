"""When a chat wants to be told: its mode, its digest times, its quiet hours."""

from dataclasses import dataclass
from datetime import time
from enum import StrEnum
from typing import Final

EVERY_DAY: Final = frozenset(range(7))
MAX_TIMES: Final = 8  # of digests in a day


class Mode(StrEnum):
    """What becomes of what matches.

    `SMART`: what is urgent comes at once, the rest in the next digest.
    """

    NOW = "now"
    DIGEST = "digest"
    SMART = "smart"


class FollowUps(StrEnum):
    """What a chat hears of a story that it was told of.

    `CHANGES`: what changes in it, as an answer to its message. `ALL`: that, and silently
    each further outlet's report.
    """

    FIRST = "first"
    CHANGES = "changes"
    ALL = "all"


class Sound(StrEnum):
    """Which alerts make a sound."""

    ALL = "all"
    URGENT = "urgent"
    NONE = "none"


class Pictures(StrEnum):
    """Whether an alert shows a picture of the report's page."""

    OFF = "off"
    SMALL = "small"
    LARGE = "large"


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestTimes:
    """When digests come, by the clock of the chat's time zone.

    `days` are weekdays, Monday is 0. `says_nothing`: a digest without a story comes, too.
    """

    times: tuple[time, ...] = (time(8), time(20))
    days: frozenset[int] = EVERY_DAY
    says_nothing: bool = False

    def __post_init__(self) -> None:
        """Refuse digests that never come, and too many."""
        if not 1 <= len(self.times) <= MAX_TIMES or not self.days <= EVERY_DAY:
            msg = f"not times of digests: {self.times!r} on {sorted(self.days)}"
            raise ValueError(msg)
        if not self.days:
            msg = "digests need a day of the week"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class QuietHours:
    """When alerts are held back, by the chat's clock; `end` before `start` is next day.

    `but_urgent`: what is urgent comes all the same.
    """

    start: time
    end: time
    but_urgent: bool = False

    def __post_init__(self) -> None:
        """Refuse a day without an hour to be told in."""
        if self.start == self.end:
            msg = f"quiet hours from {self.start} to {self.end}"
            raise ValueError(msg)
