"""A deadline that stands still between its parts."""

import asyncio
from datetime import timedelta
from types import TracebackType

from bot.domain.errors import Fault
from bot.poll.reasons import FailedError


class Deadline:
    """How long all ``async with`` blocks of one task may take together.

    A block that goes on when the time is over ends with `FailedError`.
    """

    def __init__(self, limit: timedelta) -> None:
        """Start with the whole time left."""
        self._limit = self._left = limit.total_seconds()
        self._started = 0.0
        self._timeout: asyncio.Timeout | None = None

    async def __aenter__(self) -> None:
        """Let the time run."""
        self._started = asyncio.get_running_loop().time()
        self._timeout = asyncio.timeout(self._left)
        await self._timeout.__aenter__()

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Stop the time.

        Raises:
            FailedError: It is over.
        """
        assert self._timeout is not None
        self._left -= asyncio.get_running_loop().time() - self._started
        try:
            await self._timeout.__aexit__(kind, error, traceback)
        except TimeoutError as over:
            reason = f"no complete answer within {self._limit:g} s"
            raise FailedError(Fault.TIMEOUT, reason) from over
