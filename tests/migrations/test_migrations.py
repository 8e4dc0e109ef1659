"""The migrated schema is the fresh one, and every step goes both ways with rows in it."""

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

import alembic.command
import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from databases import copy_of
from instants import NOW
from sqlalchemy import Column, Connection, MetaData, Table, func, inspect, select, text
from sqlalchemy.exc import IntegrityError

from bot.domain.errors import ConfigError, StoreError
from bot.domain.model import FeedSpec
from bot.store import feeds, schema
from bot.store.archive_schema import is_described
from bot.store.columns import metadata
from bot.store.engine import Store
from bot.store.migrate import _folder, alembic_config, get_head, migrate, require_head


def _differences(connection: Connection) -> list[object]:
    opts = {"compare_type": True, "include_name": is_described}
    context = MigrationContext.configure(connection, opts=opts)
    return list(compare_metadata(context, metadata))


def _constraints(connection: Connection) -> dict[str, object]:
    """Return what autogenerate does not compare."""
    inspector = inspect(connection)
    found: dict[str, object] = {"archive": _archive(connection)}
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


def _archive(connection: Connection) -> object:
    """Return what the index is made of, which the metadata does not describe."""
    if connection.dialect.name == "sqlite":
        query = (
            "SELECT name, sql FROM sqlite_master WHERE name LIKE 'archive%' ORDER BY name"
        )
        return connection.exec_driver_sql(query).all()
    inspector = inspect(connection)
    columns = [
        (c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns("archive")
    ]
    return (
        columns,
        inspector.get_pk_constraint("archive"),
        inspector.get_foreign_keys("archive"),
        inspector.get_indexes("archive"),
    )


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
    async with store.alter() as tx:
        await tx.run_sync(walk)
        assert await tx.run_sync(_differences) == []


async def test_newest_file_is_the_head_of_all_steps(store: Store) -> None:
    def head(connection: Connection) -> str | None:
        scripts = ScriptDirectory.from_config(alembic_config(connection))
        return scripts.get_current_head()

    async with store.read() as tx:
        assert await tx.run_sync(head) == get_head()


async def test_migrating_twice_changes_nothing(store: Store) -> None:
    async with store.write() as tx:
        await feeds.sync(tx, [FeedSpec(url="https://example.org/feed")], now=NOW)

    before, after = await migrate(store)

    assert before == after
    async with store.read() as tx:
        assert (await tx.execute(select(schema.feed.c.url))).scalars().all()


async def test_another_schema_is_refused_with_what_to_do(empty_url: str) -> None:
    store = Store(empty_url)
    try:
        with pytest.raises(ConfigError, match="tocsin migrate"):
            await require_head(store)
    finally:
        await store.close()


@pytest.mark.parametrize("use", [migrate, require_head])
async def test_schema_of_a_newer_version_is_left_alone(
    store: Store, use: Callable[[Store], Any]
) -> None:
    async with store.write() as tx:
        await tx.execute(text("UPDATE alembic_version SET version_num = '9999'"))

    with pytest.raises(ConfigError, match="this version of Tocsin knows none after"):
        await use(store)


def _fill(connection: Connection) -> dict[str, int]:
    """Put a row into each table that is there, parents first; return what each has."""
    for table in _described(connection):
        if table.name != "alembic_version":
            row = {column.name: _value(column) for column in table.columns}
            connection.execute(
                table.insert(), {k: v for k, v in row.items() if v is not None}
            )
    return _count(connection)


def _value(column: Column[Any]) -> object:
    if column.foreign_keys or column.primary_key or column.name == "update_id":
        return "RU-BEL" if column.name in {"place_id", "key", "name"} else 1
    if column.nullable or column.server_default is not None:
        return None
    kind = column.type.python_type
    known = {str: "word", int: 7, float: 0.5, bool: True, datetime: NOW, bytes: b"word"}
    return known.get(kind, [])


def _count(connection: Connection) -> dict[str, int]:
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in _described(connection)
    }


def _described(connection: Connection) -> list[Table]:
    tables = MetaData()
    tables.reflect(connection, only=lambda name, _: is_described(name, "table"))
    return tables.sorted_tables


def _go_to(revision: str) -> Callable[[Connection], None]:
    def go(connection: Connection) -> None:
        config = alembic_config(connection)
        alembic.command.upgrade(config, revision)

    return go


@asynccontextmanager
async def _opened(url: str) -> AsyncIterator[Store]:
    store = Store(url)
    try:
        yield store
    finally:
        await store.close()


async def test_each_upgrade_keeps_the_rows_of_every_table(empty_url: str) -> None:
    """As an admin upgrades: from each older version that has been in use to the newest."""
    scripts = ScriptDirectory(str(_folder()))
    newest, *older = [script.revision for script in scripts.walk_revisions()]
    for revision in reversed(older):
        async with _opened(empty_url) as store, store.alter() as tx:
            await tx.run_sync(_go_to(revision))
        with copy_of(empty_url) as url:
            async with _opened(url) as store:
                async with store.write() as tx:
                    before = await tx.run_sync(_fill)

                assert await migrate(store) == (revision, newest)

                async with store.read() as tx:
                    after = await tx.run_sync(_count)
            lost = {name: n for name, n in before.items() if after[name] < n}
            assert not lost, revision


async def test_a_chat_keeps_what_it_chose_of_follow_ups(empty_url: str) -> None:
    store = Store(empty_url)
    chosen: dict[str, list[object]] = {}

    def read(connection: Connection) -> None:
        chat = Table("chat", MetaData(), autoload_with=connection)
        rows = connection.execute(select(chat.c.follow_ups).order_by(chat.c.id))
        chosen[str(len(chosen))] = list(rows.scalars())

    def down(connection: Connection) -> None:
        alembic.command.downgrade(alembic_config(connection), "0009")

    try:
        async with store.alter() as tx:
            await tx.run_sync(_go_to("0009"))
        async with store.write() as tx:
            await tx.run_sync(_add_chats)
        await migrate(store)
        async with store.alter() as tx:
            await tx.run_sync(read)
            await tx.run_sync(down)
            await tx.run_sync(read)
    finally:
        await store.close()

    assert chosen == {"0": ["first", "changes"], "1": [False, True]}


async def test_who_follows_a_region_that_is_gone_follows_the_one_around_it(
    empty_url: str,
) -> None:
    followed = {
        1: (["LT-15", "LT-10", "PL-14"], None, "\nLT-10,LT-15,PL-14"),
        2: (["LT-KU"], None, "\nLT-KU"),
        3: (["LT-16"], None, "\nLT-16"),
        4: ([], "fire region:is-rkv", "fire AND region:IS-RKV\n"),
        5: (["RU-BEL"], "fire", "fire\nRU-BEL"),
    }

    def fill(connection: Connection) -> None:
        chat = Table("chat", MetaData(), autoload_with=connection)
        connection.execute(chat.insert().values(_chat(1)))
        table = Table("subscription", MetaData(), autoload_with=connection)
        for number, (regions, query, key) in followed.items():
            row = {"regions": regions, "query": query, "key": key}
            connection.execute(
                table.insert().values(id=number, chat_id=1, created_at=NOW, **row)
            )

    async with _opened(empty_url) as store:
        async with store.alter() as tx:
            await tx.run_sync(_go_to("0014"))
        async with store.write() as tx:
            await tx.run_sync(fill)
        await migrate(store)
        async with store.read() as tx:
            found = (await tx.execute(select(schema.subscription))).all()

    assert {row.id: (row.regions, row.query, row.key) for row in found} == {
        1: (["LT-KU", "PL-14"], None, "\nLT-KU,PL-14"),
        2: followed[2],
        4: ([], "fire region:IS-1", "fire AND region:IS-1\n"),
        5: followed[5],
    }


def _add_chats(connection: Connection) -> None:
    chat = Table("chat", MetaData(), autoload_with=connection)
    for number, wanted in enumerate((False, True), 1):
        connection.execute(chat.insert().values({**_chat(number), "follow_ups": wanted}))


def _chat(number: int) -> dict[str, object]:
    return {
        "id": number,
        "telegram_id": number,
        "kind": "private",
        "language": "en",
        "time_zone": "UTC",
        "state": "active",
        "created_at": NOW,
    }


async def test_a_schema_whose_rows_point_nowhere_is_not_kept(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'tocsin.db'}")
    await migrate(store)
    lost = {"entry_id": 7, "place_id": "RU-BEL"}
    try:
        with pytest.raises(StoreError, match="about refers to rows of entry"):
            async with store.alter() as tx:
                await tx.execute(schema.about.insert(), lost)

        async with store.read() as tx:
            assert (await tx.execute(select(schema.about))).all() == []
        with pytest.raises(IntegrityError):  # and the next one is held to them again
            async with store.write() as tx:
                await tx.execute(schema.about.insert(), lost)
    finally:
        await store.close()
