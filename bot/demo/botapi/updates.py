"""The queue of updates: what waits, who polls for it, what is confirmed.

An update stays until an offset confirms it, so a bot that died gets it again.
"""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from bot.demo.botapi.errors import JSON, ApiError, conflict
from bot.demo.botapi.faults import Faults

MAX_TIMEOUT = 50.0  # telegram-bot-api caps a long poll
MAX_LIMIT = 100
CONFLICT_PAUSE = 3.0  # between two answers 409, and the floor of a repeated short poll
_EXCLUDED = frozenset({"chat_member", "message_reaction", "message_reaction_count"})
OTHER_POLL = (
    "terminated by other getUpdates request; "
    "make sure that only one bot instance is running"
)
WEBHOOK_SET = "terminated by setWebhook request"


@dataclass(slots=True, kw_only=True)
class _Poll:
    """One request that waits for updates."""

    waiter: "asyncio.Future[None]"
    conflict: str = ""


@dataclass(slots=True)
class Updates:
    """What the bot has not confirmed yet.

    Attributes:
        faults: Where duplicates and changed orders are asked for.
        poll_floor: A poll with the offset of the one before it, less than this many
            seconds after it, waits at least so long; Telegram takes 3.
    """

    faults: Faults
    poll_floor: float = CONFLICT_PAUSE
    pending: list[JSON] = field(default_factory=list)
    allowed: frozenset[str] | None = None
    total: int = 0
    _poll: _Poll | None = None
    _replay: list[JSON] = field(default_factory=list)
    _last: tuple[int, float] = (0, float("-inf"))
    _next_conflict: float = float("-inf")
    _listeners: list[Callable[[], None]] = field(default_factory=list)

    def add(self, kind: str, content: JSON) -> int | None:
        """Queue an update; return its id, or None if the bot does not want its kind."""
        if kind in _EXCLUDED if self.allowed is None else kind not in self.allowed:
            return None
        self.total += 1
        self.pending.append({"update_id": self.total, kind: dict(content)})
        self._finish()
        self.changed()
        return self.total

    def allow(self, kinds: Sequence[object] | None) -> None:
        """Set which kinds are wanted; empty means the usual ones, None no change."""
        if kinds is not None:
            self.allowed = frozenset(map(str, kinds)) or None

    def confirm(self, offset: int) -> None:
        """Forget what lies before `offset`; a negative one keeps that many at the end."""
        if offset < 0:
            self.pending = self.pending[offset:]
        else:
            self.pending = [u for u in self.pending if u["update_id"] >= offset]

    def listen(self, listener: Callable[[], None]) -> Callable[[], None]:
        """Call `listener` at each change; return what ends that."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    def changed(self) -> None:
        """Tell the listeners that an update was queued, or a webhook set."""
        for listener in tuple(self._listeners):
            listener()

    def interrupt(self, message: str) -> None:
        """End the waiting poll with a 409."""
        if self._poll is not None:
            self._poll.conflict = message
            self._finish()

    async def get(
        self,
        *,
        offset: int,
        limit: int,
        timeout: float,  # noqa: ASYNC109 -- the API's own word
    ) -> list[JSON]:
        """Return the updates from `offset` on, waiting up to `timeout` seconds for one.

        Raises:
            ApiError: 409, if another poll came meanwhile.
        """
        loop = asyncio.get_running_loop()
        timeout = max(0.0, min(timeout, MAX_TIMEOUT))
        self.interrupt(OTHER_POLL)
        if self._last[0] == offset and loop.time() < self._last[1] + self.poll_floor:
            timeout = max(timeout, self.poll_floor)
        self._last = (offset, loop.time())
        self.confirm(offset)
        limit = limit if 1 <= limit <= MAX_LIMIT else MAX_LIMIT
        if not self.pending and not self._replay and timeout > 0:
            await self._wait(timeout)
        return self._batch(limit)

    async def _wait(self, timeout: float) -> None:  # noqa: ASYNC109 -- the API's own word
        poll = _Poll(waiter=asyncio.get_running_loop().create_future())
        self._poll = poll
        try:
            async with asyncio.timeout(timeout):
                await poll.waiter
        except TimeoutError:
            return
        finally:
            if self._poll is poll:
                self._poll = None
        if poll.conflict:
            raise await self._refusal(poll.conflict)

    async def _refusal(self, message: str) -> ApiError:
        """Return the 409, which Telegram gives at most every three seconds."""
        now = asyncio.get_running_loop().time()
        pause = self._next_conflict - now
        self._next_conflict = max(now, self._next_conflict) + CONFLICT_PAUSE
        if pause > 0:
            await asyncio.sleep(pause)
        return conflict(message)

    def _batch(self, limit: int) -> list[JSON]:
        batch = (self._replay + self.pending)[:limit]
        self._replay = []
        if len(batch) > 1 and self.faults.take({"reorder_updates"}, method="getUpdates"):
            batch.reverse()
        if batch and self.faults.take({"duplicate_update"}, method="getUpdates"):
            self._replay = list(batch)
        return batch

    def _finish(self) -> None:
        if self._poll is not None and not self._poll.waiter.done():
            self._poll.waiter.set_result(None)
