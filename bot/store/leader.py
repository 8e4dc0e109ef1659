"""Which one process talks to Telegram.

The lock goes with the process: the kernel frees a file lock and PostgreSQL a session lock
when their holder dies, so a successor waits for no lease to run out.
"""

import fcntl
from pathlib import Path
from typing import IO

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from bot.store.engine import Store

BOT_LOCK = 0x70C51202  # pg_try_advisory_lock: whoever talks to Telegram


class BotLock:
    """Held by at most one process on one database."""

    def __init__(self, store: Store) -> None:
        """Take nothing yet."""
        self._store = store
        self._file: IO[bytes] | None = None
        self._engine: AsyncEngine | None = None
        self._session: AsyncConnection | None = None

    async def acquire(self) -> bool:
        """Take the lock, or say that another process has it."""
        if self._store.path is not None:
            return self._lock_file(self._store.path)
        # A connection of its own, outside any pool: the lock lives as long as the session.
        self._engine = create_async_engine(self._store.url, poolclass=NullPool)
        session = await self._engine.connect()
        session = await session.execution_options(isolation_level="AUTOCOMMIT")
        taken = (
            await session.execute(
                text("SELECT pg_try_advisory_lock(:key)"), {"key": BOT_LOCK}
            )
        ).scalar_one()
        if taken:
            self._session = session
            return True
        await session.close()
        await self._engine.dispose()
        return False

    def _lock_file(self, database: Path) -> bool:
        file = database.with_name(database.name + ".lock").open("ab")
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            file.close()
            return False
        self._file = file
        return True

    async def is_held(self) -> bool:
        """Tell whether the lock is still ours; a lost database session loses it."""
        if self._file is not None:
            return True
        if self._session is None:
            return False
        try:
            await self._session.execute(text("SELECT 1"))
        except DBAPIError:
            return False
        return True

    async def release(self) -> None:
        """Give the lock back."""
        if self._file is not None:
            self._file.close()
            self._file = None
        if self._session is not None:
            await self._session.close()
            self._session = None
        if self._engine is not None:
            await self._engine.dispose()
            self._engine = None
