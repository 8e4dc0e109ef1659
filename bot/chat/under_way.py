"""Updates that are being handled, and up to which Telegram may forget them."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Final

from telegram import Update

# Who is answered slowly (a flood limit, a Telegram that hangs) holds the others up so long.
OTHERS_WAIT: Final = 0.25  # seconds
MOST_AT_ONCE: Final = 100  # Bot API, getUpdates: what lies behind so many is not seen

Handle = Callable[[Sequence[Update], Callable[[int], None]], Awaitable[None]]


@dataclass(kw_only=True)
class UnderWay:
    """Handles groups of updates side by side.

    `handle` does one chat's updates in order and tells the id of each that is done;
    `offset` is what to ask Telegram for: all below it were handled, except what `gives_way`
    when so much waits that others are not seen: a crash would lose that.
    """

    handle: Handle
    gives_way: Callable[[Update], bool]
    offset: int | None = None
    _tasks: dict[int, asyncio.Task[None]] = field(default_factory=dict)
    _left: dict[int, Update] = field(default_factory=dict)  # to be handled
    _is_full: bool = False

    def begin(self, groups: Iterable[Sequence[Update]]) -> None:
        """Handle what is not under way yet of all that waits at Telegram."""
        groups = list(groups)
        waiting = {update.update_id for group in groups for update in group}
        self._is_full = len(waiting) >= MOST_AT_ONCE
        for number in self._left.keys() - waiting - self._tasks.keys():
            del self._left[number]
        for group in groups:
            new = [update for update in group if update.update_id not in self._tasks]
            if new:
                task = asyncio.ensure_future(self.handle(new, self._done))
                self._tasks |= dict.fromkeys((each.update_id for each in new), task)
                self._left |= {each.update_id: each for each in new}

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
        kept = [
            number
            for number, update in self._left.items()
            if not (self._is_full and self.gives_way(update))
        ]
        self.offset = max(self.offset or 0, min(kept, default=max(self._tasks) + 1))
        failed = {task for task in self._tasks.values() if task.done() and task.exception()}
        self._tasks = {
            number: task
            for number, task in self._tasks.items()
            if not task.done() or (number >= self.offset and task not in failed)
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

    def _done(self, number: int) -> None:
        self._left.pop(number, None)

    def _running(self) -> set[asyncio.Task[None]]:
        return {task for task in self._tasks.values() if not task.done()}
