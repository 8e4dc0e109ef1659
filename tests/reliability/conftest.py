"""Rooms for the tests of this folder.

Each test here is one case of the list of known pitfalls, t01 to t26, or of the thirty
cases of bad input and faults; its name begins with the case. They run the whole of ingest
over HTTP; `test_each_case_has_its_test` knows where the cases are that belong elsewhere.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from newsroom import Newsroom, newsroom

from bot.store.engine import Store
from bot.store.migrate import migrate


async def _migrate(path: Path) -> None:
    store = Store(f"sqlite:///{path}")
    await migrate(store)
    await store.close()


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated database to copy: to migrate one takes a quarter of a second."""
    path = tmp_path_factory.mktemp("migrated") / "tocsin.db"
    asyncio.run(_migrate(path))
    return path


@pytest.fixture
async def file_store(migrated: Path, tmp_path: Path) -> AsyncIterator[Store]:
    """A migrated store on SQLite alone, for what does not depend on the database."""
    path = shutil.copyfile(migrated, tmp_path / "tocsin.db")
    store = Store(f"sqlite:///{path}")
    yield store
    await store.close()


@pytest.fixture
async def room(file_store: Store) -> AsyncIterator[Newsroom]:
    """A newsroom on SQLite."""
    async with newsroom(file_store) as room:
        yield room


@pytest.fixture
async def each_room(store: Store) -> AsyncIterator[Newsroom]:
    """A newsroom on each database."""
    async with newsroom(store) as room:
        yield room
