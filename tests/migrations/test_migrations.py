"""The migrated schema is the fresh one, and every step goes both ways with rows in it."""

import alembic.command
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from instants import NOW
from sqlalchemy import Connection, inspect, select

from bot.domain.errors import ConfigError
from bot.domain.model import FeedSpec
from bot.store import feeds, schema
from bot.store.engine import Store
from bot.store.migrate import alembic_config, migrate, require_head
from bot.store.columns import metadata


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


def _constraints(connection: Connection) -> dict[str, object]:
    """Return what autogenerate does not compare."""
    inspector = inspect(connection)
    found: dict[str, object] = {}
    for table in sorted(metadata.tables):
        foreign = inspector.get_foreign_keys(table)
        found[table] = (
            inspector.get_pk_constraint(table)["constrained_columns"],
            sorted(
                (str(key["constrained_columns"]), str(key["options"])) for key in foreign
            ),
            sorted(
                str(key["column_names"]) for key in inspector.get_unique_constraints(table)
            ),
            sorted(str(index["column_names"]) for index in inspector.get_indexes(table)),
        )
    return found


async def test_migrated_schema_is_the_fresh_schema(store: Store) -> None:
    async with store.write() as tx:
        assert await tx.run_sync(_differences) == []
        migrated = await tx.run_sync(_constraints)
        await tx.run_sync(metadata.drop_all)
        await tx.run_sync(metadata.create_all)
        fresh = await tx.run_sync(_constraints)

    assert migrated == fresh


async def test_each_step_goes_down_and_up_again(store: Store) -> None:
    def steps(connection: Connection) -> list[str]:
        scripts = ScriptDirectory.from_config(alembic_config(connection))
        return [script.revision for script in scripts.walk_revisions()]

    def walk(connection: Connection) -> None:
        config = alembic_config(connection)
        for _ in steps(connection):
            alembic.command.downgrade(config, "-1")
        alembic.command.upgrade(config, "head")

    async with store.write() as tx:
        await feeds.sync(tx, [FeedSpec(url="https://example.org/feed")], now=NOW)
    async with store.write() as tx:
        await tx.run_sync(walk)
        assert await tx.run_sync(_differences) == []


async def test_migrating_twice_changes_nothing(store: Store) -> None:
    async with store.write() as tx:
        await feeds.sync(tx, [FeedSpec(url="https://example.org/feed")], now=NOW)

    before, after = await migrate(store)

    assert before == after
    async with store.read() as tx:
        assert (await tx.execute(select(schema.feed.c.url))).scalars().all()


async def test_another_schema_is_refused_with_what_to_do(database_url: str) -> None:
    store = Store(database_url)
    try:
        with pytest.raises(ConfigError, match="tocsin migrate"):
            await require_head(store)
    finally:
        await store.close()
