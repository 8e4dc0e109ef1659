"""Prepared statements say the same on SQLite, without SQLAlchemy, and on PostgreSQL."""

import importlib
import pkgutil

import pytest
from instants import NOW
from sqlalchemy import select

import bot.store
from bot.domain.errors import StoreError
from bot.store import groups, schema
from bot.store.engine import Store
from bot.store.groups import StateRow
from bot.store.prepared import Prepared, among
from bot.store.upsert import insert_all


def prepared_statements() -> list[tuple[str, Prepared]]:
    """Return every one that a module of the store keeps, with its name."""
    names = [each.name for each in pkgutil.iter_modules(bot.store.__path__)]
    modules = [importlib.import_module(f"bot.store.{name}") for name in names]
    return [
        (f"{module.__name__}.{name}", each)
        for module in modules
        for name, each in vars(module).items()
        if isinstance(each, Prepared)
    ]


async def test_no_prepared_statement_walks_over_a_table(file_store: Store) -> None:
    """On SQLite alone: PostgreSQL's plan depends on what the tables hold."""
    found = prepared_statements()
    walks = []

    async with file_store.read() as tx:
        for name, each in found:
            values = ["[1]" if "json_each" in each.sql else 1] * each.sql.count("?")
            plan = await tx.exec_driver_sql(f"EXPLAIN QUERY PLAN {each.sql}", tuple(values))
            walks += [
                f"{name}: {step}"
                for *_, step in plan
                if step.startswith("SCAN")
                # a window function looks at what its own subquery found
                and step.split()[1] not in {"json_each", "bounded", "ranked"}
                and not step.startswith("SCAN (subquery-")
            ]

    assert len(found) > 10
    assert walks == []


async def test_values_come_back_as_they_were_written(store: Store) -> None:
    """Of every kind of column that a prepared statement has."""
    table = schema.story.c
    ids = [2**40, 1]
    async with store.write() as tx:
        rows = [{"id": each, "first_seen_at": NOW, "last_seen_at": NOW} for each in ids]
        await insert_all(tx, schema.story, rows)
        await groups.write_states(
            tx,
            {
                1: StateRow(
                    first_at=NOW, last_at=NOW, size=2, facts={"a": [1]}, vectors=b"\0\xff"
                )
            },
            at=NOW,
        )
    find = Prepared(
        select(table.id, table.last_seen_at)
        .where(among(table.id, "ids"))
        .order_by(table.id)
    )

    async with store.read() as tx:
        several = await find.rows(tx, ids=[*ids, 3])
        none = await find.rows(tx, ids=())
        state = (await groups.find_states(tx, {1}))[1]

    assert [tuple(row) for row in several] == [(1, NOW), (2**40, NOW)]
    assert list(none) == []
    assert (state.facts, state.vectors, state.last_at) == ({"a": [1]}, b"\0\xff", NOW)


async def test_what_a_prepared_statement_fails_with_is_of_the_store(
    file_store: Store,
) -> None:
    """On SQLite alone: with PostgreSQL its errors go through SQLAlchemy."""
    find = Prepared(select(schema.story.c.id))
    async with file_store.alter() as tx:
        await tx.exec_driver_sql("ALTER TABLE story RENAME TO gone")

    with pytest.raises(StoreError, match="no such table: story"):
        async with file_store.read() as tx:
            await find.rows(tx)
