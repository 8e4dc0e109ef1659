"""Which one process talks to Telegram.

The lock goes with the process: the kernel frees a file lock and PostgreSQL a session lock
when their holder dies, so a successor waits for no lease to run out.
"""

import asyncio
import contextlib
import fcntl
from pathlib import Path
from typing import IO

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.domain.errors import StoreError
from bot.store import postgres
from bot.store.engine import Store, as_store_error

BOT_LOCK = 0x70C51202  # pg_try_advisory_lock: whoever talks to Telegram
ANSWER_WITHIN = 5.0  # seconds; a database that is silent for longer may be out of reach


class BotLock:
    """Held by at most one process on one database."""

    def __init__(self, store: Store) -> None:
        """Take nothing yet."""
        self._store = store
        self._file: IO[bytes] | None = None
        self._engine: AsyncEngine | None = None
        self._session: AsyncConnection | None = None

    async def acquire(self) -> bool:
        """Take the lock, or say that another process has it.

        Raises:
            StoreError: The lock cannot be asked for.
        """
        if self._store.path is not None:
            return self._lock_file(self._store.path)
        try:
            with as_store_error():
                return await self._lock_session()
        except BaseException:
            await self.release()
            raise

    async def _lock_session(self) -> bool:
        if self._session is None:
            # A connection of its own, outside any pool: the lock lives as long as the
            # session, which whoever stands by keeps and asks again.
            self._engine = create_async_engine(
                self._store.url,
                poolclass=NullPool,
                connect_args=postgres.patience(self._store.url),
            )
            postgres.limit_sessions(self._engine, postgres.LOCK_SESSION)
            session = await self._engine.connect()
            self._session = session
            await session.execution_options(isolation_level="AUTOCOMMIT")
        taken: bool = (
            await self._session.execute(
                text("SELECT pg_try_advisory_lock(:key)"), {"key": BOT_LOCK}
            )
        ).scalar_one()
        return taken

    def _lock_file(self, database: Path) -> bool:
        name = database.with_name(database.name + ".lock")
        try:
            file = name.open("ab")
        except OSError as exc:
            raise StoreError(f"{name} cannot be opened: {exc.strerror}") from exc
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            file.close()
            return False
        except OSError as exc:
            file.close()
            raise StoreError(f"{name} cannot be locked: {exc.strerror}") from exc
        self._file = file
        return True

    async def is_held(self) -> bool:
        """Tell whether the lock is still ours; a lost database session loses it."""
        if self._file is not None:
            return True
        if self._session is None:
            return False
        try:
            with as_store_error():
                async with asyncio.timeout(ANSWER_WITHIN):
                    await self._session.execute(text("SELECT 1"))
        except (StoreError, TimeoutError):
            return False
        return True

    async def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            self._file.close()
            self._file = None
        session, engine, self._session, self._engine = (
            self._session,
            self._engine,
            None,
            None,
        )
        # A lost session is free already; of one that is closed the server lets go later.
        with contextlib.suppress(DBAPIError, TimeoutError):
            async with asyncio.timeout(ANSWER_WITHIN):
                if session is not None and not session.invalidated:
                    await session.execute(text("SELECT pg_advisory_unlock_all()"))
        with contextlib.suppress(DBAPIError, TimeoutError):
            async with asyncio.timeout(ANSWER_WITHIN):
                if session is not None:
                    await session.close()
                if engine is not None:
                    await engine.dispose()
