"""Transactions on SQLite or PostgreSQL, the same to their users.

SQLite: WAL, ``synchronous=FULL``, one writer connection; a write transaction begins with
``BEGIN IMMEDIATE`` behind one lock, so that it never fails half-way for another writer of
this process. PostgreSQL: psycopg 3, READ COMMITTED.
"""

import asyncio
import sqlite3
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, event, make_url, text
from sqlalchemy.exc import (
    DatabaseError,
    DBAPIError,
    InterfaceError,
    OperationalError,
    TimeoutError,  # noqa: A004  # SQLAlchemy's own name
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.domain.errors import ConfigError, StoreError
from bot.store import postgres, sqlite
from bot.store.prepared import Prepared

BUSY_TIMEOUT_MS = 10_000  # another process, such as `tocsin backup`, holds the file briefly
# What is the database's fault, and not ours, as SQLAlchemy's errors of these names.
_SQLITES_OWN = {sqlite3.OperationalError, sqlite3.InterfaceError, sqlite3.DatabaseError}
STORY_LOCK = 0x70C51201  # pg_advisory_xact_lock: one ingest transaction at a time


def driver_url(url: str) -> str:
    """Return `url` with our driver: the scheme says the database, the driver is ours."""
    parsed = make_url(url)
    backend = parsed.get_backend_name()
    if backend == "sqlite":
        if parsed.database in {None, "", ":memory:"}:
            raise ConfigError(
                "TOCSIN_DATABASE_URL", "name a file, such as sqlite:///tocsin.db"
            )
        return parsed.set(drivername="sqlite+aiosqlite").render_as_string(
            hide_password=False
        )
    if backend in {"postgresql", "postgres"}:
        return parsed.set(drivername="postgresql+psycopg").render_as_string(
            hide_password=False
        )
    raise ConfigError(
        "TOCSIN_DATABASE_URL", f"{backend}: use sqlite:///FILE or postgresql://HOST/NAME"
    )


def _pragmas() -> tuple[str, ...]:
    return (
        f"busy_timeout={BUSY_TIMEOUT_MS}",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
    )


def _set_up_sqlite(engine: AsyncEngine, *, begin: str) -> None:
    @event.listens_for(engine.sync_engine, "connect")
    def on_connect(connection: Any, _record: object) -> None:
        connection.isolation_level = None  # transactions begin below, not in the driver
        cursor = connection.cursor()
        for pragma in _pragmas():
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    @event.listens_for(engine.sync_engine, "begin")
    def on_begin(connection: Connection) -> None:
        steady = connection.connection.driver_connection
        assert isinstance(steady, sqlite.SteadyConnection)
        steady.begin(begin)


def _one_line(exc: DBAPIError) -> str:
    """Return what the driver says; PostgreSQL's explains itself over several lines."""
    return " ".join(str(exc.orig).split())


@contextmanager
def as_store_error() -> Iterator[None]:
    """Turn what is the database's fault, and not ours, into `StoreError`."""
    try:
        yield
    except TimeoutError as exc:  # of the pool
        raise StoreError("the database is too busy: no connection came free") from exc
    except (OperationalError, InterfaceError) as exc:
        raise StoreError(f"the database cannot be used: {_one_line(exc)}") from exc
    except sqlite3.Error as exc:  # of a `Prepared`
        if type(exc) in _SQLITES_OWN:
            raise StoreError(f"the database cannot be used: {exc}") from exc
        raise
    except DBAPIError as exc:
        if type(exc) is DatabaseError:  # SQLite: no database, or a damaged one
            raise StoreError(f"the database cannot be used: {_one_line(exc)}") from exc
        if exc.connection_invalidated:
            reason = _one_line(exc)
            raise StoreError(f"the database connection was lost: {reason}") from exc
        raise


class Store:
    """The database behind two kinds of transactions, `read` and `write`."""

    def __init__(self, url: str) -> None:
        """Prepare engines; nothing is connected yet."""
        self.url = driver_url(url)
        self.is_sqlite = self.url.startswith("sqlite")
        self._lock = asyncio.Lock()
        self._single: sqlite.SteadyConnection | None = None
        if self.is_sqlite:
            steady = {"async_creator_fn": sqlite.connect}
            self._reader = create_async_engine(self.url, connect_args=steady)
            self._writer = create_async_engine(
                self.url, connect_args=steady, pool_size=1, max_overflow=0
            )
            _set_up_sqlite(self._reader, begin="BEGIN")
            _set_up_sqlite(self._writer, begin="BEGIN IMMEDIATE")
        else:
            self._reader = self._writer = create_async_engine(
                self.url, pool_pre_ping=True, connect_args=postgres.patience(self.url)
            )
            postgres.limit_sessions(self._writer, postgres.SESSION)

    @property
    def path(self) -> Path | None:
        """The SQLite file, None for PostgreSQL."""
        database = make_url(self.url).database
        return Path(database) if self.is_sqlite and database else None

    @asynccontextmanager
    async def write(self) -> AsyncGenerator[AsyncConnection]:
        """Open a transaction that commits at the end and rolls back on any error.

        Raises:
            StoreError: The database is locked, full or lost; nothing was written.
        """
        with as_store_error():
            if self.is_sqlite:
                async with self._lock, self._writer.begin() as tx:
                    yield tx
            else:
                async with self._writer.begin() as tx:
                    yield tx

    async def write_one(self, prepared: Prepared, values: Mapping[str, Any]) -> None:
        """Execute one statement that is a transaction of its own.

        On SQLite it begins, executes and commits on one trip to the thread: at 27 messages
        a second, each with its own outcome, `write` takes 1.5 ms of CPU, and this 0.4.

        Raises:
            StoreError: As `write`.
        """
        if not self.is_sqlite:
            async with self.write() as tx:
                await tx.execute(prepared.statement, values)
            return
        try:
            async with self._lock:
                single = self._single or await self._open_single()
                parameters = prepared.parameters(values)
                await single.call(sqlite.execute, prepared.sql, parameters)
        except sqlite3.DatabaseError as exc:
            raise StoreError(f"the database cannot be used: {exc}") from exc

    async def _open_single(self) -> sqlite.SteadyConnection:
        single = sqlite.connect(str(self.path), isolation_level=None)
        await single
        for pragma in _pragmas():
            await single.call(sqlite.execute, f"PRAGMA {pragma}", ())
        self._single = single
        return single

    @asynccontextmanager
    async def alter(self) -> AsyncGenerator[AsyncConnection]:
        """Open a transaction that changes the schema, else as `write`.

        SQLite builds a table anew to change it, and dropping the old one would delete all
        rows that refer to it: so foreign keys are off meanwhile, and checked at the end.

        Raises:
            StoreError: As `write`, or rows refer to what is not there; nothing was changed.
        """
        if not self.is_sqlite:
            async with self.write() as tx:
                await tx.run_sync(postgres.may_take_long)
                yield tx
            return
        with as_store_error():
            async with self._lock, self._writer.connect() as connection:
                driver = (await connection.get_raw_connection()).driver_connection
                assert driver is not None
                await driver.execute("PRAGMA foreign_keys=OFF")
                try:
                    async with connection.begin():
                        yield connection
                        await _check_references(connection)
                finally:
                    await driver.execute("PRAGMA foreign_keys=ON")

    @asynccontextmanager
    async def read(self) -> AsyncGenerator[AsyncConnection]:
        """Open a transaction for reading; it sees one state of the database."""
        with as_store_error():
            async with self._reader.begin() as tx:
                yield tx

    async def close(self) -> None:
        """Close every connection."""
        if self._single is not None:
            await self._single.close()
            self._single = None
        await self._reader.dispose()
        await self._writer.dispose()


async def _check_references(connection: AsyncConnection) -> None:
    # columns: the table, its row, the table that it refers to, which of its keys
    broken = (await connection.exec_driver_sql("PRAGMA foreign_key_check")).mappings()
    for row in broken:
        reason = f"the table {row['table']} refers to rows of {row['parent']} not there"
        raise StoreError(f"the schema was not changed: {reason}")


async def lock_stories(tx: AsyncConnection) -> None:
    """Let one transaction at a time look for stories and add to them, until it ends.

    Two workers that ingest one headline at once would each open a story otherwise. SQLite
    has one writer and needs nothing.
    """
    if tx.dialect.name == "postgresql":
        await tx.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": STORY_LOCK})
