"""What every test may ask for."""

import logging
import os

# Without it the library warns while it builds RetryAfter, and warnings are errors here.
os.environ.setdefault("PTB_TIMEDELTA", "1")

from collections.abc import AsyncIterator, Iterator  # after PTB_TIMEDELTA
from pathlib import Path  # likewise

import hypothesis  # likewise
import pytest  # likewise
from databases import new_database, postgres_server  # likewise

from bot.store.engine import Store  # likewise
from bot.store.migrate import migrate  # likewise

# A busy machine takes longer; how fast a part is, benchmarks say.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


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


@pytest.fixture(params=DATABASES)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """An empty database of each kind."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'tocsin.db'}"
        return
    with new_database(request.getfixturevalue("postgres")) as url:
        yield url


@pytest.fixture
async def store(database_url: str) -> AsyncIterator[Store]:
    """A migrated store of each kind."""
    store = Store(database_url)
    await migrate(store)
    yield store
    await store.close()


@pytest.fixture
async def postgres_store(postgres: str) -> AsyncIterator[Store]:
    """A migrated store on PostgreSQL, for what only a server can do."""
    with new_database(postgres) as url:
        store = Store(url)
        await migrate(store)
        yield store
        await store.close()
