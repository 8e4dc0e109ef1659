"""Updates are handled once, and those of one chat in order, however they come."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from datetime import UTC, timedelta
from functools import partial
from pathlib import Path

import pytest
from chat_client import ANN, BOB, ChatClient, chat_client
from instants import NOW
from telegram import Chat, Message, Update, User
from telegram.ext import ApplicationBuilder, TypeHandler

from bot.chat.inbox import Inbox
from bot.deliver.rival import ADVICE, Rival
from bot.demo.botapi import Fault
from bot.store.engine import Store

TOKEN = "424242:inbox_tests_call_nobody_and_need_no_more"


def _update(number: int, *, chat: int) -> Update:
    message = Message(
        message_id=number,
        date=NOW.astimezone(UTC),
        chat=Chat(chat, "private"),
        from_user=User(chat, "Olena", is_bot=False),
        text=str(number),
    )
    return Update(number, message=message)


async def test_repeated_and_overlapping_updates_are_handled_once_and_in_order(
    store: Store,
) -> None:
    application = ApplicationBuilder().token(TOKEN).updater(None).job_queue(None).build()
    handled: list[tuple[int, int]] = []

    async def handle(update: Update, _: object) -> None:
        assert update.effective_chat is not None
        await asyncio.sleep(0.01 if update.update_id == 1 else 0)
        handled.append((update.effective_chat.id, update.update_id))

    application.add_handler(TypeHandler(Update, handle))
    application._initialized = True  # without asking Telegram
    inbox = Inbox(application=application, store=store, clock=lambda: NOW)

    await asyncio.gather(
        inbox.handle([_update(1, chat=7)]),
        inbox.handle([_update(1, chat=7)]),
        inbox.handle([_update(2, chat=7), _update(3, chat=8)]),
    )
    await inbox.handle([_update(2, chat=7)])

    assert sorted(handled) == [(7, 1), (7, 2), (8, 3)]
    assert [number for chat, number in handled if chat == 7] == [1, 2]
    assert len(inbox._turns) == 0


@asynccontextmanager
async def _process(client: ChatClient) -> AsyncIterator[None]:
    """Receive updates as one process does that is killed."""
    box = Inbox(application=client.application, store=client.store, clock=client.clock)
    task = asyncio.create_task(box.run(asyncio.Event()))
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


def _has(client: ChatClient, count: int, _: object) -> bool:
    return len(client.sent(BOB)) == count


async def test_who_is_answered_slowly_holds_up_nobody_and_loses_nothing(
    tmp_path: Path,
) -> None:
    async with chat_client(tmp_path) as client:
        api = client.api
        for person in (ANN, BOB):
            await client.say("/start", person)
        api.faults.add(Fault(kind="hang", method="sendMessage", chat_id=ANN))
        api.say(ANN, "/help")
        async with _process(client):
            await api.wait_for(lambda _: not len(api.faults), 20)
            for count in (2, 3):
                api.say(BOB, "/help")
                await api.wait_for(partial(_has, client, count), 20)
        waiting = [each["update_id"] for each in api.updates.pending]
        async with _process(client):
            await api.wait_for(lambda _: len(client.sent(ANN)) == 2, 20)
            await api.wait_for(lambda _: not api.updates.pending, 20)

        assert waiting[0] == 3


async def test_other_process_with_our_token_is_left_room_and_named_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.deliver.rival.FIRST_PAUSE", timedelta(milliseconds=1))
    async with chat_client(tmp_path) as client:
        rival, stop = Rival(), asyncio.Event()
        box = Inbox(
            application=client.application,
            store=client.store,
            clock=client.clock,
            rival=rival,
        )
        other = "terminated by other getUpdates request"
        client.api.faults.add(
            Fault(kind="409", method="getUpdates", times=3, description=other)
        )

        task = asyncio.create_task(box.run(stop))
        client.api.say(BOB, "/help")
        await client.api.wait_for(partial(_has, client, 1), 20)
        stop.set()
        await task

        assert rival.since == client.clock()
        assert [each for each in caplog.messages if each.startswith("no updates")] == []
        assert caplog.messages.count(ADVICE) == 1
