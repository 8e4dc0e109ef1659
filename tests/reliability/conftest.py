"""Rooms for the tests of this folder.

Each test here is one case of the list of known pitfalls, t01 to t26, or of the thirty
cases of bad input and faults; its name begins with the case. They run the whole of ingest
over HTTP; `test_each_case_has_its_test` knows where the cases are that belong elsewhere.
"""

from collections.abc import AsyncIterator

import pytest
from newsroom import Newsroom, newsroom

from bot.store.engine import Store


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
