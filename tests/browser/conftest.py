"""What tests of the page may ask for."""

from collections.abc import AsyncIterator

import pytest_asyncio
from browser_demo import a_browser
from playwright.async_api import Browser


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all of them, which takes seconds to start; each has its own page."""
    async with a_browser() as browser:
        yield browser
