"""Whether this process's clock was put back, or another's is ahead."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.store import clocks

log = logging.getLogger(__name__)

NOTABLE: Final = timedelta(minutes=1)  # what waits for the later clock is late by as much
REMEMBERED: Final = timedelta(minutes=5)  # others may note their time before we look


@dataclass(slots=True, kw_only=True)
class ClockWatch:
    """One process's view of the clocks; asked at each tick of housekeeping.

    A time in the database that is later than ours was noted by this process, whose clock
    was put back since, or by another, whose clock is ahead. What this process showed last
    tells which; at its first tick it is taken for put back.

    Attributes:
        ahead: By how much another's clock is ahead, nothing if none is.
    """

    ahead: timedelta = timedelta(0)
    _last_at: datetime | None = None
    _ahead_at: datetime | None = None
    _was_told: bool = False

    async def look(self, tx: AsyncConnection, *, now: datetime) -> bool:
        """Note the time; return whether the clock was put back since the last one."""
        before = await clocks.note(tx, now=now)
        last_at, self._last_at = self._last_at, now
        goes_on = last_at is not None and now >= last_at - clocks.SKEW
        later = before - now if before is not None else timedelta(0)
        if not goes_on:
            self.ahead = timedelta(0)
            return later > clocks.SKEW
        if later >= NOTABLE:
            self.ahead, self._ahead_at = later, now
            self._tell()
        elif self._ahead_at is None or now - self._ahead_at > REMEMBERED:
            self.ahead, self._was_told = timedelta(0), False
        return False

    def _tell(self) -> None:
        if not self._was_told:
            log.warning(
                "another process's clock is %d s ahead of this one's: what one of them "
                "notes for later is late or early by as much for the other; let NTP set "
                "both",
                self.ahead.total_seconds(),
            )
        self._was_told = True
