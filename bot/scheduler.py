"""The ticks: APScheduler calls each in its rhythm, and never twice at once.

Jobs live in memory, for the truth (next_poll_at, not_before) is in the tables; a tick only
looks whether something is due.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.domain.errors import StoreError

log = logging.getLogger(__name__)

EVERY = {  # each looks whether something is due, by its tick's name
    "poll": timedelta(seconds=0.5),
    "dispatch": timedelta(seconds=1),
    "digests": timedelta(seconds=2),
    "files": timedelta(seconds=2),
    "suggestions": timedelta(seconds=5),
    "memory": timedelta(seconds=10),
    "house": timedelta(minutes=1),
}
HUNG_AFTER = timedelta(minutes=2)  # a tick's own work takes seconds
GOES_ON_EVERY = timedelta(seconds=1)  # as often it is noted that a tick gets on
CUT_AFTER = timedelta(minutes=5)  # what hangs for so long is cut off, and begun anew


@dataclass(slots=True, kw_only=True)
class Tick:
    """One thing to do again and again.

    `run` does it; an error is logged, told to `on_error`, and the next tick tries again.
    So it does if `run` has neither ended nor called `goes_on` for `cut_after`: it is
    cancelled.
    """

    name: str
    every: timedelta
    run: Callable[[], Awaitable[object]]
    clock: Callable[[], datetime]
    cut_after: timedelta = CUT_AFTER
    on_error: Callable[[str], None] = lambda _: None
    on_success: Callable[[str, datetime], None] = lambda _name, _at: None
    started_at: datetime | None = None
    failing: str | None = None
    _deadline: asyncio.Timeout | None = None
    _busy: asyncio.Lock = field(default_factory=asyncio.Lock)

    async def fire(self) -> None:
        """Run once; while it runs already, do nothing."""
        if self._busy.locked():
            return
        async with self._busy:
            self.started_at = self.clock()
            deadline = asyncio.timeout(self.cut_after.total_seconds())
            self._deadline = deadline
            try:
                async with deadline:
                    await self.run()
            except asyncio.CancelledError:
                log.debug("%s: cut off, for the service stops", self.name)
            except StoreError as exc:
                self._failed(str(exc))
                log.warning("%s: %s", self.name, exc)
            except Exception as exc:
                is_cut = isinstance(exc, TimeoutError) and deadline.expired()
                self._failed("it hung" if is_cut else f"{type(exc).__name__}: {exc}")
                log.exception("%s %s", self.name, "hung" if is_cut else "failed")
            else:
                self.failing = None
                self.on_success(self.name, self.clock())
            finally:
                self.started_at = self._deadline = None

    def goes_on(self) -> None:
        """Take note that a run that takes long gets on: it does not hang."""
        now = self.clock()
        if self._deadline is None or self.started_at is None or self._deadline.expired():
            return
        if now - self.started_at >= GOES_ON_EVERY:
            self.started_at = now
            loop = asyncio.get_running_loop()
            self._deadline.reschedule(loop.time() + self.cut_after.total_seconds())
            self.on_success(self.name, now)

    def _failed(self, reason: str) -> None:
        self.failing = reason
        self.on_error(self.name)

    def trouble(self, now: datetime) -> str | None:
        """Return what is wrong with it, None if nothing is."""
        if self.started_at is not None and now - self.started_at > HUNG_AFTER:
            return f"{self.name} hangs since {self.started_at:%H:%M:%S} UTC"
        return f"{self.name}: {self.failing}" if self.failing else None


def build_scheduler(ticks: Sequence[Tick]) -> AsyncIOScheduler:
    """Return a scheduler with the ticks, not started yet."""
    scheduler = AsyncIOScheduler(
        timezone="UTC",
        job_defaults={"coalesce": True, "max_instances": 1, "misfire_grace_time": 60},
    )
    for tick in ticks:
        scheduler.add_job(
            tick.fire,
            "interval",
            seconds=tick.every.total_seconds(),
            id=tick.name,
            name=tick.name,
        )
    return scheduler
