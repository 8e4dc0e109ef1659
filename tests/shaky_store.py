"""A store with which things go wrong at random, for a simulated day."""

import random
from collections.abc import AsyncGenerator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Literal

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import StoreError
from bot.store.engine import Store
from bot.store.prepared import Prepared

Trouble = Literal["away", "disk full", "answer lost"]
TROUBLES: tuple[Trouble, ...] = ("away", "disk full", "answer lost")
_CUT = text(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


class ShakyStore(Store):
    """A store that fails with some of its writes, before or after they were made.

    The answer to some is lost: they are made, and whoever made them is told of an error.
    """

    chance, failed, cuts = 0.0, 0, 0
    random = random.Random()  # replaced by the day's own

    def _trouble(self) -> Trouble | None:
        if not self.chance or self.random.random() >= self.chance:
            return None
        self.failed += 1
        return self.random.choice(TROUBLES)

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[AsyncConnection]:
        trouble = self._trouble()
        error = StoreError(f"the database cannot be used: {trouble}")
        if trouble == "away":
            raise error
        async with super().write() as tx:
            yield tx
            if trouble == "disk full":
                raise error
        if trouble == "answer lost":
            raise error

    async def write_one(self, prepared: Prepared, values: Mapping[str, Any]) -> None:
        trouble = self._trouble()
        if trouble is None or trouble == "answer lost":
            await super().write_one(prepared, values)
        if trouble is not None:
            raise StoreError(f"the database cannot be used: {trouble}")

    async def cut(self) -> None:
        """Let PostgreSQL end all other connections, in the midst of what they do."""
        self.cuts += 1
        async with self.read() as tx:
            await tx.execute(_CUT)
