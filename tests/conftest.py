"""What every test may ask for."""

import asyncio
import logging
import os
import shutil

# Without it the library warns while it builds RetryAfter, and warnings are errors here.
os.environ.setdefault("PTB_TIMEDELTA", "1")

from collections.abc import AsyncIterator, Callable, Iterator  # after PTB_TIMEDELTA
from pathlib import Path  # likewise

import hypothesis  # likewise
import pytest  # likewise
import uvloop  # likewise
from databases import new_database, postgres_server  # likewise
from sqlalchemy import make_url  # likewise

from bot.store.engine import Store  # likewise
from bot.store.migrate import migrate  # likewise

# A busy machine takes longer; how fast a part is, benchmarks say.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


def pytest_asyncio_loop_factories() -> dict[str, Callable[[], asyncio.AbstractEventLoop]]:
    """Let tests run on the event loop that the service runs on."""
    return {"uvloop": uvloop.new_event_loop}


@pytest.fixture(autouse=True)
def _logging_as_before() -> Iterator[None]:
    """Take back what a command sets up: its stream is closed when its test has ended."""
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    for handler in set(root.handlers) - set(handlers):
        root.removeHandler(handler)
    root.setLevel(level)


DATABASES = ["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a PostgreSQL server, started when the first test asks for it."""
    with postgres_server() as url:
        yield url


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database to copy: to migrate one takes a quarter of a second."""
    path = tmp_path_factory.mktemp("migrated") / "tocsin.db"
    asyncio.run(_migrate(f"sqlite:///{path}"))
    return path


@pytest.fixture(scope="session")
def migrated_database(postgres: str) -> Iterator[str]:
    """The name of a migrated database on the server, to make others from."""
    with new_database(postgres) as url:
        asyncio.run(_migrate(url))
        yield make_url(url).database or ""


async def _migrate(url: str) -> None:
    store = Store(url)
    await migrate(store)
    await store.close()


@pytest.fixture(params=DATABASES)
def empty_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database of each kind in which there is nothing yet."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'tocsin.db'}"
        return
    with new_database(request.getfixturevalue("postgres")) as url:
        yield url


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A migrated database of each kind."""
    if request.param == "sqlite":
        migrated = request.getfixturevalue("migrated_file")
        yield f"sqlite:///{shutil.copyfile(migrated, tmp_path / 'tocsin.db')}"
        return
    yield request.getfixturevalue("postgres_url")


@pytest.fixture
def postgres_url(postgres: str, migrated_database: str) -> Iterator[str]:
    """A migrated database on PostgreSQL."""
    with new_database(postgres, migrated_database) as url:
        yield url


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    """A migrated store of each kind."""
    store = Store(database_url)
    yield store
    await store.close()


@pytest.fixture
async def file_store(migrated_file: Path, tmp_path: Path) -> AsyncIterator[Store]:
    """A migrated store on SQLite alone, for what does not depend on the database."""
    store = Store(f"sqlite:///{shutil.copyfile(migrated_file, tmp_path / 'tocsin.db')}")
    yield store
    await store.close()


@pytest.fixture
async def postgres_store(postgres_url: str) -> AsyncIterator[Store]:
    """A migrated store on PostgreSQL, for what only a server can do."""
    store = Store(postgres_url)
    yield store
    await store.close()
