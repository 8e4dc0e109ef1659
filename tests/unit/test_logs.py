import logging
from collections.abc import Iterator

import pytest

from bot.config.settings import load_settings
from bot.logs import set_up_logging


@pytest.fixture(autouse=True)
def _loggers_as_before() -> Iterator[None]:
    root = logging.getLogger()
    names = ("telegram", "telegram.request", "httpx", "httpcore", "alembic", "uvicorn")
    others = [logging.getLogger(name) for name in (*names, "apscheduler", "aiosqlite")]
    before = root.handlers[:], root.level, [logger.level for logger in others]
    yield
    root.handlers[:] = before[0]
    root.setLevel(before[1])
    for logger, level in zip(others, before[2], strict=True):
        logger.setLevel(level)


@pytest.mark.parametrize(
    ("level", "least"),
    [("DEBUG", logging.INFO), ("INFO", logging.INFO), ("ERROR", logging.ERROR)],
)
@pytest.mark.parametrize("library", ["telegram.ext.ExtBot", "aiosqlite"])
def test_what_people_write_is_logged_at_no_level(
    level: str, least: int, library: str
) -> None:
    set_up_logging(load_settings({}, env_file=None, log_level=level))

    assert logging.getLogger(library).getEffectiveLevel() == least
