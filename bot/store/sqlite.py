"""An SQLite connection that a cancelled task leaves whole.

A task that is cancelled while SQLite works leaves its call running in the connection's
thread: the BEGIN IMMEDIATE of a connection that nobody has any more then locks everybody
else out, and closing it may hang. Here a call is finished first, and the cancellation is
let through at the task's next wait for anything else.
"""

import asyncio
import sqlite3
from collections.abc import Callable, Coroutine
from contextlib import closing
from functools import partial
from typing import Any, Self, TypeVar

import aiosqlite
from sqlalchemy.ext.asyncio import AsyncConnection

T = TypeVar("T")
Done = tuple[Any, list[Any], int, int | None]  # description, rows, row count, last id
Call = Callable[[sqlite3.Connection, str, Any], Done]
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


class Arrival(asyncio.Future[Any]):
    """What comes from the thread: who waits for it may be cancelled, it is not."""

    def cancel(self, msg: Any | None = None) -> bool:
        """Refuse; asyncio then cancels the task when this is done."""
        del msg
        return False


async def arrive(result: Arrival) -> Any:
    """Return `result`, as `finish` does; a task of its own costs more than most calls."""
    this = asyncio.current_task()
    assert this is not None
    cancelled = 0
    while not result.done():
        try:
            await result
        except asyncio.CancelledError:
            cancelled += 1
            this.uncancel()
        except Exception:  # noqa: BLE001  # raised below, after what was cancelled
            break
    for _ in range(cancelled):
        this.cancel()
    return result.result()


class OneTripCursor:
    """What SQLAlchemy asks of aiosqlite's cursor, with one trip to the thread a statement.

    aiosqlite goes there to make a cursor, to execute, to fetch and to close: a poll with a
    new entry has 25 statements, and cost 0.8 ms more of 5.3 (benchmarks/ingest.py).
    """

    def __init__(self, connection: "SteadyConnection") -> None:
        """Nothing is executed yet."""
        self._connection = connection
        self._rows: list[Any] = []
        self.description: Any = None
        self.rowcount = -1
        self.lastrowid: int | None = None
        self.arraysize = 1

    async def __aenter__(self) -> Self:
        """Return itself."""
        return self

    async def execute(self, sql: str, parameters: Any = ()) -> "OneTripCursor":
        """Execute one statement, and fetch all of its rows."""
        return await self._run(execute, sql, parameters)

    async def executemany(self, sql: str, parameters: Any) -> "OneTripCursor":
        """Execute a statement that returns no rows, once for each of `parameters`."""
        return await self._run(execute_many, sql, parameters)

    async def _run(self, call: Call, sql: str, parameters: Any) -> "OneTripCursor":
        done = await self._connection.call(call, sql, parameters)
        self.description, self._rows, self.rowcount, self.lastrowid = done
        return self

    async def fetchall(self) -> list[Any]:
        """Return the rows; there are none the second time."""
        rows, self._rows = self._rows, []
        return rows

    async def close(self) -> None:
        """Do nothing: the thread has closed its own cursor."""


def execute(database: sqlite3.Connection, sql: str, parameters: Any) -> Done:
    """Execute one statement in the connection's thread."""
    with closing(database.execute(sql, parameters)) as cursor:
        rows = cursor.fetchall() if cursor.description else []
        return cursor.description, rows, cursor.rowcount, cursor.lastrowid


def execute_many(database: sqlite3.Connection, sql: str, parameters: Any) -> Done:
    """Execute one statement for each of `parameters` in the connection's thread."""
    with closing(database.executemany(sql, parameters)) as cursor:
        return cursor.description, [], cursor.rowcount, cursor.lastrowid


class SteadyConnection(aiosqlite.Connection):
    """Finishes each call before it lets a cancellation through.

    A transaction begins with its first statement, on the same trip to the thread.
    """

    _begin: str | None = None

    def begin(self, statement: str) -> None:
        """Let `statement` begin a transaction before the next statement."""
        self._begin = statement

    async def _execute(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        if not self._running or not self._connection:
            raise ValueError("Connection closed")  # as aiosqlite does
        result = Arrival(loop=asyncio.get_running_loop())
        self._tx.put_nowait((result, partial(fn, *args, **kwargs)))
        return await arrive(result)

    async def call(self, call: Call, sql: str, parameters: Any) -> Done:
        """Return what `call` in the connection's thread returns."""
        done: Done = await self._execute(self._call, call, sql, parameters)
        return done

    def _call(self, call: Call, sql: str, parameters: Any) -> Done:
        if self._begin is not None:
            self._conn.execute(self._begin)
            self._begin = None  # not before it succeeded: nothing runs outside of it
        return call(self._conn, sql, parameters)

    def cursor(self) -> OneTripCursor:  # type: ignore[override]  # all that is asked of one
        """Return a cursor for one statement."""
        return OneTripCursor(self)

    async def commit(self) -> None:
        """Commit, if anything was executed."""
        self._begin = None
        if self._conn.in_transaction:
            await super().commit()

    async def rollback(self) -> None:
        """Roll back, if there is a transaction: the pool asks for it after each commit."""
        self._begin = None
        if self._conn.in_transaction:
            await super().rollback()

    async def _connect(self) -> "SteadyConnection":
        await finish(super()._connect())
        return self

    async def close(self) -> None:
        """Close; the thread has ended when this returns."""
        await finish(super().close())


def steady_of(tx: AsyncConnection) -> SteadyConnection | None:
    """Return the connection of a transaction; None if it is PostgreSQL's."""
    assert tx.sync_connection is not None
    driver = tx.sync_connection.connection.driver_connection
    return driver if isinstance(driver, SteadyConnection) else None


def connect(database: str, **options: Any) -> SteadyConnection:
    """Return a connection to be awaited, as ``aiosqlite.connect`` does."""
    connection = SteadyConnection(
        lambda: sqlite3.connect(database, **options), ROWS_AT_ONCE
    )
    connection._thread.daemon = True  # noqa: SLF001  # as SQLAlchemy does with its own
    return connection
