"""An SQLite connection that a cancelled task leaves whole.

A task that is cancelled while SQLite works leaves its call running in the connection's
thread: the BEGIN IMMEDIATE of a connection that nobody has any more then locks everybody
else out, and closing it may hang. Here a call is finished first, and the cancellation is
let through at the task's next wait for anything else.
"""

import asyncio
import sqlite3
from collections.abc import Coroutine
from typing import Any, TypeVar

import aiosqlite

T = TypeVar("T")
ROWS_AT_ONCE = 64  # aiosqlite's own default


async def finish(work: Coroutine[Any, Any, T]) -> T:
    """Return what `work` returns, however often this task is cancelled meanwhile.

    The cancellations are given back to the task before this returns.
    """
    task = asyncio.ensure_future(work)
    this = asyncio.current_task()
    assert this is not None
    cancelled = 0
    while not task.done():
        try:
            await asyncio.wait({task})
        except asyncio.CancelledError:
            cancelled += 1
            this.uncancel()
    for _ in range(cancelled):
        this.cancel()
    return task.result()


class SteadyConnection(aiosqlite.Connection):
    """Finishes each call before it lets a cancellation through."""

    async def _execute(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        call: Coroutine[Any, Any, Any] = super()._execute(fn, *args, **kwargs)  # type: ignore[no-untyped-call]  # as aiosqlite has it
        return await finish(call)

    async def _connect(self) -> "SteadyConnection":
        await finish(super()._connect())
        return self

    async def close(self) -> None:
        """Close; the thread has ended when this returns."""
        await finish(super().close())


def connect(database: str, **options: Any) -> SteadyConnection:
    """Return a connection to be awaited, as ``aiosqlite.connect`` does."""
    connection = SteadyConnection(
        lambda: sqlite3.connect(database, **options), ROWS_AT_ONCE
    )
    connection._thread.daemon = True  # noqa: SLF001  # as SQLAlchemy does with its own
    return connection
