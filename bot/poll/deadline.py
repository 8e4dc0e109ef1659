"""A deadline that stands still between its parts."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

from bot.domain.errors import Fault
from bot.poll.reasons import FailedError


class Deadline:
    """How long all `running` blocks of one task may take together."""

    def __init__(self, limit: timedelta) -> None:
        """Start with the whole time left."""
        self._limit = self._left = limit.total_seconds()

    @asynccontextmanager
    async def running(self) -> AsyncIterator[None]:
        """Let the time run.

        Raises:
            FailedError: It is over.
        """
        clock = asyncio.get_running_loop().time
        started = clock()
        timeout = asyncio.timeout(self._left)
        try:
            async with timeout:
                yield
        except TimeoutError as error:
            if not timeout.expired():
                raise
            reason = f"no complete answer within {self._limit:g} s"
            raise FailedError(Fault.TIMEOUT, reason) from error
        finally:
            self._left -= clock() - started
