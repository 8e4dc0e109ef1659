"""Updates that are being handled, and up to which Telegram may forget them."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from telegram import Update

# Who is answered slowly (a flood limit, a Telegram that hangs) holds the others up so long.
OTHERS_WAIT: Final = 0.25  # seconds

Handle = Callable[[Sequence[Update], Callable[[int], None]], Awaitable[None]]


@dataclass(kw_only=True)
class UnderWay:
    """Handles groups of updates side by side.

    `handle` does one chat's updates in order and tells the id of each that is done;
    `offset` is what to ask Telegram for: all below it were handled.
    """

    handle: Handle
    offset: int | None = None
    _tasks: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _left: set[int] = field(default_factory=set)  # to be handled, by their ids

    def begin(self, groups: Iterable[Sequence[Update]]) -> None:
        """Handle what is not under way yet of all that waits at Telegram."""
        groups = list(groups)
        waiting = {update.update_id for group in groups for update in group}
        self._left &= waiting | self._tasks.keys()
        for group in groups:
            new = [update for update in group if update.update_id not in self._tasks]
            if new:
                task = asyncio.ensure_future(self.handle(new, self._left.discard))
                self._tasks |= dict.fromkeys((each.update_id for each in new), task)
                self._left |= {each.update_id for each in new}

    async def settle(self) -> None:
        """Give them a little time, and note what may be confirmed.

        Raises:
            StoreError: The database cannot be used; what met it is begun anew.
        """
        running = self._running()
        if running:
            await asyncio.wait(running, timeout=OTHERS_WAIT)
        if not self._tasks:
            return
        self.offset = min(self._left, default=max(self._tasks) + 1)
        failed = {task for task in self._tasks.values() if task.done() and task.exception()}
        self._tasks = {
            number: task
            for number, task in self._tasks.items()
            if number >= self.offset and task not in failed
        }
        for task in failed:
            task.result()

    async def finish(self) -> None:
        """Wait for all that was begun."""
        await asyncio.gather(*self._running())

    async def cut_off(self) -> None:
        """End what is still under way; it is not confirmed, so it is handled again."""
        running = self._running()
        for task in running:
            task.cancel()
        await asyncio.gather(*running, return_exceptions=True)

    def _running(self) -> set[asyncio.Task[None]]:
        return {task for task in self._tasks.values() if not task.done()}
