from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Column, Table, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Chat, ChatState
from bot.store import (
    chats,
    columns,
    file_imports,
    schema,
    subscriptions,
    suggestions,
)
from bot.store.engine import Store

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
GROUP, SUPERGROUP, PERSON = -42, -100_42, 7


async def _chat(
    tx: AsyncConnection, telegram_id: int = PERSON, language: str = "en"
) -> Chat:
    return await chats.ensure_chat(
        tx,
        telegram_id=telegram_id,
        kind="private" if telegram_id > 0 else "group",
        title=None,
        language=language,
        thread_id=None,
        now=NOW,
    )


async def _subscribe(tx: AsyncConnection, chat: Chat, region: str) -> subscriptions.Added:
    return await subscriptions.add(tx, chat.id, regions=(region,), now=NOW)


async def test_a_new_chat_gets_defaults(store: Store) -> None:
    async with store.write() as tx:
        chat = await _chat(tx, language="uk")

    assert (chat.language, chat.time_zone, chat.state) == (
        "uk",
        "Europe/Kyiv",
        ChatState.ACTIVE,
    )
    assert chat.paused_until is None


async def test_a_known_chat_keeps_its_language(store: Store) -> None:
    async with store.write() as tx:
        first = await _chat(tx, language="uk")
        again = await _chat(tx, language="en")

    assert again == first


async def test_who_writes_can_be_reached(store: Store) -> None:
    async with store.write() as tx:
        chat = await _chat(tx)
        await chats.set_state(tx, chat.id, ChatState.UNREACHABLE, "blocked")
        blocked = await chats.find_chat(tx, PERSON)

        back = await _chat(tx)

    assert blocked is not None
    assert blocked.state is ChatState.UNREACHABLE
    assert back.state is ChatState.ACTIVE


async def test_settings_are_kept_each(store: Store) -> None:
    async with store.write() as tx:
        chat = await _chat(tx)
        await chats.set_language(tx, chat.id, "ru")
        await chats.set_thread(tx, chat.id, 5)
        await chats.set_paused(tx, chat.id, chats.FOREVER)
        await chats.park(tx, chat.id, NOW + timedelta(seconds=31))

    async with store.read() as tx:
        found = (await chats.get_chats(tx, [chat.id]))[chat.id]

    assert (found.language, found.thread_id) == ("ru", 5)
    assert found.paused_until == chats.FOREVER
    assert found.parked_until == NOW + timedelta(seconds=31)


async def test_the_same_subscription_is_kept_once(store: Store) -> None:
    async with store.write() as tx:
        chat = await _chat(tx)
        first = await subscriptions.add(tx, chat.id, regions=("UA-59", "UA-63"), now=NOW)
        version = await subscriptions.version(tx)

        again = await subscriptions.add(tx, chat.id, regions=("UA-63", "UA-59"), now=NOW)

        assert first.is_new
        assert not again.is_new
        assert again.subscription == first.subscription
        assert await subscriptions.version(tx) == version
        assert await subscriptions.load_all(tx) == (first.subscription,)


async def test_queries_are_the_same_by_their_canonical_form(store: Store) -> None:
    async with store.write() as tx:
        chat = await _chat(tx)
        await subscriptions.add(
            tx, chat.id, query="Dam  Flood", canonical="dam flood", now=NOW
        )

        found = await subscriptions.find_same(
            tx, chat.id, regions=(), canonical="dam flood"
        )

    assert found is not None
    assert found.query == "Dam  Flood"


async def test_a_very_long_key_still_fits() -> None:
    key = subscriptions.subscription_key([f"region-{n}" for n in range(200)], "a" * 512)

    assert len(key) <= subscriptions.MAX_KEY


async def test_each_change_moves_the_version(store: Store) -> None:
    async with store.write() as tx:
        chat = await _chat(tx)
        versions = [await subscriptions.version(tx)]
        added = await _subscribe(tx, chat, "UA-59")
        versions.append(await subscriptions.version(tx))
        removed = await subscriptions.remove(tx, chat.id, [added.subscription.id])
        versions.append(await subscriptions.version(tx))
        nothing = await subscriptions.remove(tx, chat.id, [added.subscription.id])
        unchanged = await subscriptions.version(tx)

    assert versions == sorted(set(versions))
    assert removed == (added.subscription,)
    assert nothing == ()
    assert unchanged == versions[-1]


async def test_a_chat_removes_only_its_own(store: Store) -> None:
    async with store.write() as tx:
        mine, theirs = await _chat(tx), await _chat(tx, GROUP)
        added = await _subscribe(tx, theirs, "UA-59")

        assert await subscriptions.remove(tx, mine.id, [added.subscription.id]) == ()
        assert await subscriptions.load_all(tx) == (added.subscription,)


async def test_a_group_keeps_its_settings_as_a_supergroup(store: Store) -> None:
    async with store.write() as tx:
        group = await _chat(tx, GROUP, language="uk")
        added = await _subscribe(tx, group, "UA-59")

        migrated = await chats.migrate(tx, GROUP, SUPERGROUP)

        assert migrated is not None
        assert (migrated.id, migrated.telegram_id) == (group.id, SUPERGROUP)
        assert migrated.kind == "supergroup"
        assert await subscriptions.of_chat(tx, group.id) == (added.subscription,)
        assert await chats.migrate(tx, GROUP, SUPERGROUP) == migrated


async def test_a_supergroup_seen_first_joins_its_group(store: Store) -> None:
    async with store.write() as tx:
        group, supergroup = await _chat(tx, GROUP, "uk"), await _chat(tx, SUPERGROUP, "en")
        for chat, region in (
            (group, "UA-59"),
            (supergroup, "UA-59"),
            (supergroup, "UA-63"),
        ):
            await _subscribe(tx, chat, region)

        migrated = await chats.migrate(tx, GROUP, SUPERGROUP)
        kept = await subscriptions.of_chat(tx, group.id)

        assert migrated is not None
        assert (migrated.id, migrated.language) == (group.id, "uk")
        assert [each.regions for each in kept] == [("UA-59",), ("UA-63",)]
        assert await chats.find_chat(tx, GROUP) is None


async def test_a_group_that_moves_to_where_it_is_keeps_everything(store: Store) -> None:
    async with store.write() as tx:
        group = await _chat(tx, GROUP, "uk")
        added = await _subscribe(tx, group, "UA-59")

        migrated = await chats.migrate(tx, GROUP, GROUP)

        assert migrated == group
        assert await subscriptions.of_chat(tx, group.id) == (added.subscription,)


async def test_migration_of_an_unknown_group_is_nothing(store: Store) -> None:
    async with store.write() as tx:
        assert await chats.migrate(tx, GROUP, SUPERGROUP) is None


async def test_forget_leaves_no_row_of_the_chat(store: Store) -> None:
    async with store.write() as tx:
        await _fill_every_table(tx, await _chat(tx))
        chat = await chats.find_chat(tx, PERSON)
        assert chat is not None

        await chats.forget(tx, chat.id)

        assert await chats.find_chat(tx, GROUP) is not None
        await tx.execute(delete(schema.chat).where(schema.chat.c.telegram_id == GROUP))
        for table in _tables_of_chats():
            assert (await tx.execute(select(table))).all() == [], table.name
        for column in _kept_without_name():
            assert set((await tx.execute(select(column))).scalars()) == {None}, column


def _kept_without_name() -> list[Column[Any]]:
    """Return the columns that name a chat in rows that outlive it."""
    return [
        key.parent
        for table in columns.metadata.tables.values()
        for key in table.foreign_keys
        if key.column.table is schema.chat and key.ondelete == "SET NULL"
    ]


def _tables_of_chats() -> list[Table]:
    """Return every table from which foreign keys lead to a chat, so that none is missed."""
    found = {schema.chat}
    while True:
        more = {
            table
            for table in columns.metadata.tables.values()
            if any(
                key.column.table in found and key.ondelete == "CASCADE"
                for key in table.foreign_keys
            )
        }
        if more <= found:
            return sorted(found, key=lambda table: table.name)
        found |= more


async def _fill_every_table(tx: AsyncConnection, chat: Chat) -> None:
    """Put a row that hangs on the chat into each table that can hold one."""
    added = await _subscribe(tx, chat, "UA-59")
    await tx.execute(
        insert(schema.feed).values(
            id=1,
            url="https://example.org/feed",
            tags=[],
            hosts=[],
            interval_seconds=300,
            enabled=True,
            next_poll_at=NOW,
        )
    )
    await tx.execute(insert(schema.story).values(id=1, first_seen_at=NOW, last_seen_at=NOW))
    await tx.execute(
        insert(schema.entry).values(
            id=1,
            feed_id=1,
            story_id=1,
            title="Dam",
            summary="",
            categories=[],
            language="en",
            published_at=NOW,
            first_seen_at=NOW,
        )
    )
    await tx.execute(
        insert(schema.match).values(
            entry_id=1,
            subscription_id=added.subscription.id,
            evidence=[],
            action="alert",
            reason="matched",
        )
    )
    await tx.execute(
        insert(schema.delivery).values(
            chat_id=chat.id,
            story_id=1,
            entry_id=1,
            kind="alert",
            key="alert:1",
            evidence=[],
            state="ready",
            not_before=NOW,
            expires_at=NOW,
            created_at=NOW,
        )
    )
    await tx.execute(
        insert(schema.mute).values(
            chat_id=chat.id,
            key="words:dam",
            words="dam",
            created_at=NOW,
        )
    )
    other = await _chat(tx, GROUP)
    rows: dict[Table, dict[str, Any]] = {
        schema.manager: {"person_id": chat.id, "chat_id": other.id},
        schema.admin_action: {"admin_id": chat.id, "at": NOW, "what": "reload"},
        schema.broadcast: {"words": "Hi", "state": "draft", "created_at": NOW},
    }
    for table, row in rows.items():
        await tx.execute(insert(table).values(**row))
    await file_imports.keep(tx, chat.id, kind="settings", document="{}", now=NOW)
    await suggestions.add(tx, chat.id, "https://example.org/rss", now=NOW)
    await tx.execute(update(schema.chat).values(prompt="region"))
    for table in _tables_of_chats():
        assert (await tx.execute(select(table))).all(), f"fill {table.name}, too"
