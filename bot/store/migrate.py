"""Brings the database to the schema of this version, with Alembic."""

from pathlib import Path

import alembic.command
import alembic.config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

import bot
from bot.domain.errors import ConfigError
from bot.store.engine import Store

MIGRATE_LOCK = 0x70C51203  # pg_advisory_xact_lock: one process migrates, the others wait


def _folder() -> Path:
    package = Path(bot.__file__).parent
    installed = package / "migrations"  # in a wheel; beside the package in a checkout
    return installed if installed.is_dir() else package.parent / "migrations"


def alembic_config(connection: Connection) -> alembic.config.Config:
    """Return Alembic's configuration for an open connection; there is no alembic.ini."""
    config = alembic.config.Config()
    config.set_main_option("script_location", str(_folder()).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config


def _upgrade(connection: Connection) -> tuple[str | None, str | None]:
    before, head = _revisions(connection)
    if before != head:
        alembic.command.upgrade(alembic_config(connection), "head")
    return before, head


async def migrate(store: Store) -> tuple[str | None, str | None]:
    """Upgrade to head; return the revision before and after.

    All of it is one transaction, so a crash leaves the old schema whole. Two processes at
    once: one migrates, the other waits and finds nothing to do.

    Raises:
        StoreError: The database cannot be used.
    """
    async with store.alter() as tx:
        if tx.dialect.name == "postgresql":
            await tx.execute(text("SELECT pg_advisory_xact_lock(:k)"), {"k": MIGRATE_LOCK})
        return await tx.run_sync(_upgrade)


def _revisions(connection: Connection) -> tuple[str | None, str | None]:
    current = MigrationContext.configure(connection).get_current_revision()
    head = ScriptDirectory.from_config(alembic_config(connection)).get_current_head()
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
