"""Brings the database to the schema of this version, with Alembic.

Alembic and what it needs are 8 MB, so they are imported where there is something to do.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

import bot
from bot.domain.errors import ConfigError
from bot.store.engine import Store

if TYPE_CHECKING:
    from alembic.config import Config

VERSION_TABLE = "alembic_version"  # Alembic's own name; its one row is the revision
MIGRATE_LOCK = 0x70C51203  # pg_advisory_xact_lock: one process migrates, the others wait


def _folder() -> Path:
    package = Path(bot.__file__).parent
    installed = package / "migrations"  # in a wheel; beside the package in a checkout
    return installed if installed.is_dir() else package.parent / "migrations"


def _known() -> set[str]:
    """Return all revisions; the name of each one's file begins with it."""
    scripts = (_folder() / "versions").glob("[0-9]*_*.py")
    return {script.name.partition("_")[0] for script in scripts}


def get_head() -> str:
    """Return the newest revision."""
    return max(_known())


def alembic_config(connection: Connection) -> "Config":
    """Return Alembic's configuration for an open connection; there is no alembic.ini."""
    from alembic.config import Config  # noqa: PLC0415  # as said above

    config = Config()
    config.set_main_option("script_location", str(_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> tuple[str | None, str]:
    before, head = _revisions(connection)
    if before != head:
        from alembic import command  # noqa: PLC0415  # as said above

        command.upgrade(alembic_config(connection), "head")
    return before, head


async def migrate(store: Store) -> tuple[str | None, str]:
    """Upgrade to head; return the revision before and after.

    All of it is one transaction, so a crash leaves the old schema whole. Two processes at
    once: one migrates, the other waits and finds nothing to do.

    Raises:
        ConfigError: A newer version made the schema.
        StoreError: The database cannot be used.
    """
    async with store.alter() as tx:
        if tx.dialect.name == "postgresql":
            await tx.execute(text("SELECT pg_advisory_xact_lock(:k)"), {"k": MIGRATE_LOCK})
        return await tx.run_sync(_upgrade)


def _revisions(connection: Connection) -> tuple[str | None, str]:
    current: str | None = None
    if inspect(connection).has_table(VERSION_TABLE):
        chosen = text(f"SELECT version_num FROM {VERSION_TABLE}")  # noqa: S608  # ours
        current = connection.execute(chosen).scalar_one_or_none()
    head = get_head()
    if current is not None and current not in _known():
        reason = f"the schema is {current}, and this version of Tocsin knows none after"
        advice = f"{head}: update Tocsin, or take a backup from before the update"
        raise ConfigError("TOCSIN_DATABASE_URL", f"{reason} {advice}")
    return current, head


async def require_head(store: Store) -> None:
    """Check that the database is at this version's schema.

    Raises:
        ConfigError: It is not.
        StoreError: The database cannot be used.
    """
    async with store.read() as tx:
        current, head = await tx.run_sync(_revisions)
    if current != head:
        reason = f"the schema is {current or 'empty'}, not {head}; run: tocsin migrate"
        raise ConfigError("TOCSIN_DATABASE_URL", reason)
