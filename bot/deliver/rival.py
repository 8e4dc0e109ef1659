"""Another process that asks Telegram for updates with our token (409)."""

import logging
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

log = logging.getLogger(__name__)

FIRST_PAUSE: Final = timedelta(seconds=5)  # it may be going away
LONGEST_PAUSE: Final = timedelta(minutes=1)
# Each gets some of the updates, and a 409 only when the other asks: this is longer than the
# longest pause and the longest wait for an update together.
ALONE_AFTER: Final = timedelta(minutes=3)
GRACE: Final = timedelta(minutes=1)  # two meet for so long where one is replaced
ADVICE: Final = (
    "another process asks Telegram for updates with this token, and each gets but some of "
    "what people write: stop it, or give one of the two a token of its own (@BotFather); "
    "several processes that share a database take turns by themselves"
)


@dataclass(slots=True, kw_only=True)
class Rival:
    """Told of each 409 and of each answer; says how long to leave the other alone.

    `since` is when it was met first, None while there is none.
    """

    since: datetime | None = None
    last_at: datetime | None = None
    _pause: timedelta = FIRST_PAUSE

    def met(self, now: datetime) -> timedelta:
        """Telegram told of another; return the pause before the next call."""
        self.last_at = now
        if self.since is None:
            self.since, self._pause = now, FIRST_PAUSE
            log.warning("%s", ADVICE)
        pause = self._pause
        self._pause = min(pause * 2, LONGEST_PAUSE)
        return pause

    def answered(self, now: datetime) -> None:
        """Telegram answered; after a while without another, nobody else is there."""
        if self.last_at is None or abs(now - self.last_at) < ALONE_AFTER:
            return
        log.info("nobody else asks Telegram for updates any more")
        self.since = self.last_at = None

    def trouble(self, now: datetime) -> str | None:
        """Return what is wrong in words, None if nothing is known to be.

        Who does not ask any more, because another leads, hears nothing of it.
        """
        if self.since is None or self.last_at is None or self.last_at - self.since < GRACE:
            return None
        if now - self.last_at > ALONE_AFTER:
            return None
        return f"since {self.since:%Y-%m-%d %H:%M} UTC {ADVICE}"
