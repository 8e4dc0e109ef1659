"""Waiting that a stop ends."""

import asyncio
import contextlib
from collections.abc import Coroutine
from typing import Any

FINISH_WITHIN = 5.0  # seconds for the message in flight; 10 are promised for the whole stop
CLEAN_UP_WITHIN = 1.0  # seconds for what was cut off


async def wait_for(event: asyncio.Event, seconds: float) -> None:
    """Wait until `event` is set, at most `seconds`."""
    with contextlib.suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await event.wait()


async def end_in_time(work: Coroutine[Any, Any, None], stop: asyncio.Event) -> None:
    """Do `work`; once `stop` is set it has `FINISH_WITHIN`, for Telegram may hang.

    An update whose answer is cut off is not marked as handled, so it is answered by the
    next process.
    """
    task = asyncio.create_task(work)
    stopped = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({task, stopped}, return_when=asyncio.FIRST_COMPLETED)
        if not task.done():
            await asyncio.wait({task}, timeout=FINISH_WITHIN)
    finally:
        stopped.cancel()
        task.cancel()
        await asyncio.wait({task}, timeout=CLEAN_UP_WITHIN)
    if task.done() and not task.cancelled():
        task.result()
