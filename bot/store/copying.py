"""A consistent copy of an SQLite database that is in use."""

import contextlib
import sqlite3
from pathlib import Path

from bot.domain.errors import ConfigError, StoreError


def require_file(path: Path | None) -> None:
    """Refuse to look into an SQLite that is not there; `path` is None for PostgreSQL.

    Raises:
        ConfigError: It is not there: to make one would answer for an empty database.
    """
    if path is not None and not path.is_file():
        raise ConfigError(str(path), "there is no database yet")


def copy_database(source: Path | None, target: Path) -> int:
    """Copy the database to a new file; return its size in bytes.

    Args:
        source: The database's file, None for PostgreSQL.
        target: Whole when this returns, and not there if it raises; read by those who read
            `source`.

    Raises:
        ConfigError: It is no SQLite, is not there, or `target` is there already.
        StoreError: It could not be written.
    """
    if source is None:
        raise ConfigError("backup", "for PostgreSQL use pg_dump")
    require_file(source)
    if target.exists():
        raise ConfigError(str(target), "exists already; name a new file")
    unfinished = target.with_name(f"{target.name}.part")
    try:
        unfinished.touch(
            mode=source.stat().st_mode & 0o777
        )  # who may read it may read this
        with (
            contextlib.closing(sqlite3.connect(source)) as original,
            contextlib.closing(sqlite3.connect(unfinished)) as copy,
        ):
            original.backup(copy)
        unfinished.rename(target)
    except (OSError, sqlite3.Error) as exc:
        unfinished.unlink(missing_ok=True)
        raise StoreError(f"{target}: not written: {exc}") from exc
    return target.stat().st_size
