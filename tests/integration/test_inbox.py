"""Updates are handled once, and those of one chat in order, however they come."""

import asyncio
from datetime import UTC

from instants import NOW
from telegram import Chat, Message, Update, User
from telegram.ext import ApplicationBuilder, TypeHandler

from bot.chat.inbox import Inbox
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
