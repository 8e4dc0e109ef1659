"""Whether Telegram answers: when it did last, and since when it does not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final

from bot.deliver.rival import Rival

GRACE: Final = timedelta(minutes=1)  # a call that fails alone is no outage
# After a webhook's last call nobody asks Telegram until there is something to send.
STALE: Final = timedelta(minutes=10)


@dataclass(slots=True, kw_only=True)
class Reach:
    """Told of each call by the transport; an answer that refuses is an answer, too."""

    clock: Callable[[], datetime]
    answered_at: datetime | None = None
    silent_since: datetime | None = None
    failed_at: datetime | None = None
    reason: str = ""
    last_outage: tuple[datetime, datetime] | None = None  # of more than `GRACE`
    rival: Rival = field(default_factory=Rival)

    def answered(self) -> None:
        """Telegram answered."""
        now = self.clock()
        if self.silent_since is not None and now - self.silent_since >= GRACE:
            self.last_outage = (self.silent_since, now)
        self.answered_at, self.silent_since = now, None

    def failed(self, reason: str) -> None:
        """A call came to nothing, for this reason."""
        self.failed_at, self.reason = self.clock(), reason
        if self.silent_since is None:
            self.silent_since = self.failed_at

    def trouble(self, now: datetime) -> str | None:
        """Return what is wrong in words; None if nothing is known to be."""
        since, failed_at = self.silent_since, self.failed_at
        if since is None or failed_at is None or now - failed_at > STALE:
            return None
        if now - since < GRACE:
            return None
        return f"Telegram is out of reach since {since:%Y-%m-%d %H:%M} UTC: {self.reason}"

    def troubles(self, now: datetime) -> list[str]:
        """Return all that is wrong in words: that it is out of reach, or not ours alone."""
        found = (self.trouble(now), self.rival.trouble(now))
        return [reason for reason in found if reason is not None]
