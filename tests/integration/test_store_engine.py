"""Transactions when the database is damaged, full, locked or lost, or when cancelled."""

import asyncio
import contextlib
import sqlite3
from datetime import timedelta
from pathlib import Path

import psycopg
import pytest
from instants import NOW
from outbox import Outbox
from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.errors import ConfigError, StoreError
from bot.domain.model import Subscription
from bot.pipeline import housekeeping, search
from bot.pipeline.housekeeping import keep_house
from bot.store import chats, engine, postgres, retention, schema, stories
from bot.store.engine import Store, driver_url, lock_stories
from bot.store.leader import BotLock
from bot.store.migrate import migrate
from bot.store.stories import NewKey


def _kill_sessions(store: Store) -> None:
    """End every connection to the database, as a restart of the server does."""
    url = store.url.replace("postgresql+psycopg", "postgresql")
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


async def test_file_that_is_no_database_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "tocsin.db").write_bytes(b"hello, I am a text file\n" * 100)
    store = Store(f"sqlite:///{tmp_path / 'tocsin.db'}")

    with pytest.raises(StoreError, match="not a database"):
        await migrate(store)
    await store.close()


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "mysql://x/y"])
def test_database_that_cannot_serve_is_refused(url: str) -> None:
    with pytest.raises(ConfigError, match="TOCSIN_DATABASE_URL"):
        driver_url(url)


async def test_full_disk_writes_nothing_and_the_store_works_again(
    file_store: Store,
) -> None:
    outbox = Outbox(store=file_store)
    await outbox.queue(7, "Drone over Shebekino")
    async with file_store.write() as tx:
        pages = (await tx.exec_driver_sql("PRAGMA page_count")).scalar_one()
        await tx.exec_driver_sql(f"PRAGMA max_page_count={pages}")

    async def write_much() -> None:
        async with file_store.write() as tx:
            await chats.set_prompt(tx, outbox.chats[7], "half of it")
            await tx.execute(schema.entry.update().values(summary="a text " * 100_000))

    with pytest.raises(StoreError, match="full"):
        await write_much()
    async with file_store.write() as tx:
        await tx.exec_driver_sql("PRAGMA max_page_count=1000000")
        prompt = await chats.find_prompt(tx, outbox.chats[7])
    await outbox.queue(8, "Drone over Shebekino")

    assert prompt is None


async def test_database_locked_by_another_process_is_an_error_and_no_more(
    file_store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engine, "BUSY_TIMEOUT_MS", 50)
    outbox = Outbox(store=file_store)
    with contextlib.closing(sqlite3.connect(tmp_path / "tocsin.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError, match="locked"):
            await outbox.chat(7)

    await outbox.chat(7)


@pytest.mark.postgres
async def test_restarted_server_costs_at_most_the_transaction(
    postgres_store: Store,
) -> None:
    outbox = Outbox(store=postgres_store)
    await outbox.chat(7)

    async def be_interrupted() -> None:
        async with postgres_store.write() as tx:
            _kill_sessions(postgres_store)
            await tx.execute(text("SELECT 1"))

    with pytest.raises(StoreError):
        await be_interrupted()
    await outbox.chat(8)

    assert len(outbox.chats) == 2


async def test_cancelled_transactions_lock_nobody_out(store: Store) -> None:
    outbox = Outbox(store=store)
    chat = await outbox.chat(7)

    async def write(value: str) -> None:
        async with store.write() as tx:
            await chats.set_prompt(tx, chat, value)
            await chats.find_prompt(tx, chat)

    for number in range(60):
        task = asyncio.create_task(write(str(number)))
        for _ in range(number % 20):
            await asyncio.sleep(0.0002)
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)
    async with asyncio.timeout(5):
        await write("the end")

    async with store.read() as tx:
        assert await chats.find_prompt(tx, chat) == "the end"


async def test_one_process_holds_the_lock(store: Store) -> None:
    first, second = BotLock(store), BotLock(store)

    assert await first.acquire()
    assert not await second.acquire()
    assert not await second.acquire()
    assert await first.is_held()
    await first.release()
    assert await second.acquire()
    await second.release()
    assert not await second.is_held()


@pytest.mark.postgres
async def test_lost_session_loses_the_lock(postgres_store: Store) -> None:
    first, second = BotLock(postgres_store), BotLock(postgres_store)
    assert await first.acquire()
    assert not await second.acquire()

    _kill_sessions(postgres_store)

    assert not await first.is_held()
    with pytest.raises(StoreError):
        await second.acquire()
    assert await second.acquire()
    await first.release()
    await second.release()


async def test_process_that_froze_in_a_transaction_holds_up_nobody(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    limit = {"idle_in_transaction_session_timeout": "200ms"}
    monkeypatch.setattr(postgres, "SESSION", limit)
    frozen, other = Store(postgres_url), Store(postgres_url)

    async def freeze() -> None:
        async with frozen.write() as tx:
            await lock_stories(tx)
            async with asyncio.timeout(20), other.write() as others:
                await lock_stories(others)
            await tx.execute(text("SELECT 1"))

    with pytest.raises(StoreError, match="lost"):
        await freeze()
    async with frozen.write() as tx:
        await lock_stories(tx)
    for each in (frozen, other):
        await each.close()


async def test_process_that_froze_leads_no_more(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(postgres, "LOCK_SESSION", {"idle_session_timeout": "200ms"})
    stores = [Store(postgres_url), Store(postgres_url)]
    frozen, other = (BotLock(each) for each in stores)
    assert await frozen.acquire()

    async with asyncio.timeout(20):
        while not await other.acquire():  # nobody tells that it came free
            pass

    assert not await frozen.is_held()
    for lock, each in zip((frozen, other), stores, strict=True):
        await lock.release()
        await each.close()


async def test_server_is_told_to_let_go_of_a_machine_that_vanished(
    postgres_store: Store,
) -> None:
    wanted = postgres.SESSION
    async with postgres_store.read() as tx:
        rows = await tx.execute(text("SELECT name, source FROM pg_settings"))
        sources = {row.name: row.source for row in rows}
        asked = await tx.execute(text("SHOW idle_in_transaction_session_timeout"))

    assert {name: sources[name] for name in wanted} == dict.fromkeys(wanted, "session")
    assert asked.scalar_one() == "1min"


async def test_lock_that_cannot_be_asked_for_is_the_stores_error(tmp_path: Path) -> None:
    store = Store(f"sqlite:///{tmp_path / 'nowhere' / 'tocsin.db'}")

    with pytest.raises(StoreError, match="cannot be opened"):
        await BotLock(store).acquire()


async def test_file_system_without_locks_is_the_stores_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(37, "No locks available")

    monkeypatch.setattr("fcntl.flock", no_locks)

    with pytest.raises(StoreError, match="No locks available"):
        await BotLock(Store(f"sqlite:///{tmp_path / 'tocsin.db'}")).acquire()


async def test_house_is_kept_small(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    outbox = Outbox(store=store)
    for number in range(5):
        story_id = await outbox.queue(7, f"Drone {number} over Shebekino")
        async with store.write() as tx:
            key = NewKey(story_id=story_id, key="key", feed_id=1, seen_at=outbox.now)
            await stories.add_keys(tx, [key])
    outbox.now += housekeeping.KEEP_TEXT + timedelta(days=1)
    await outbox.queue(7, "Fire in Valuyki")

    for _ in range(5):
        await keep_house(store, now=outbox.now)

    async with store.read() as tx:
        left = {
            table.name: len((await tx.execute(select(table))).all())
            for table in (schema.entry, schema.story, schema.story_key, schema.delivery)
        }
    assert left == {"entry": 1, "story": 1, "story_key": 0, "delivery": 1}


YOUNG = (
    """INSERT INTO story (id, first_seen_at, last_seen_at)
    SELECT n, now(), now() FROM generate_series(2, :many) n""",
    """INSERT INTO entry (feed_id, story_id, title, summary, categories, language,
    published_at, first_seen_at) SELECT feed.id, n, '', repeat('x', 200), '[]', 'en',
    now(), now() FROM feed, generate_series(2, :many) n""",
)


async def _scans(tx: AsyncConnection) -> dict[str, int]:
    """Return how often a table was read from its beginning to its end."""
    statement = text("SELECT relname, seq_scan FROM pg_stat_xact_user_tables")
    scans = {row.relname: row.seq_scan for row in await tx.execute(statement)}
    return {name: scans[name] for name in ("entry", "story")}


async def test_house_is_kept_without_looking_at_what_is_young(
    postgres_store: Store,
) -> None:
    many, old = 20_000, NOW - timedelta(days=90)
    await Outbox(store=postgres_store).queue(7, "Drone over Shebekino")
    async with postgres_store.write() as tx:
        for statement in YOUNG:
            await tx.execute(text(statement), {"many": many})
        await tx.execute(text("ANALYZE"))

    for _ in range(7):  # after the fifth time psycopg lets the server keep its plan
        async with postgres_store.write() as tx:
            before = await _scans(tx)
            await retention.delete_old(
                tx,
                entries_before=old,
                story_keys_before=old,
                terms_before=old,
                updates_before=old,
            )

            assert await _scans(tx) == before


async def test_newest_matches_are_one_for_each_story(store: Store) -> None:
    outbox = Outbox(store=store)
    story_id, _ = await outbox.entry("Drone over Shebekino")
    await outbox.entry("Drone over Shebekino again", story_id=story_id)
    await outbox.entry("Fire in Valuyki")

    async def found(query: str | None, regions: tuple[str, ...] = ()) -> list[str]:
        subscription = Subscription(id=1, chat_id=1, regions=regions, query=query)
        return [
            e.title for e in (await search.newest(store, [subscription], limit=3)).entries
        ]

    assert await found("drone") == ["Drone over Shebekino again"]
    assert await found(None, ("RU-BEL",)) == [
        "Fire in Valuyki",
        "Drone over Shebekino again",
    ]
    assert await found("-") == []
