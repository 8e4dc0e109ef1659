"""Answers go out: a new message, or the pressed one changed in place."""

import logging
from datetime import datetime
from typing import Any, assert_never

from telegram import CallbackQuery
from telegram.error import BadRequest
from telegram.ext import ExtBot

from bot.deliver.send import send
from bot.domain.model import (
    Chat,
    Deferred,
    Migrated,
    Outcome,
    Outgoing,
    Rejected,
    Sent,
    Unreachable,
    Unsure,
)
from bot.pipeline import chats
from bot.store.engine import Store

log = logging.getLogger(__name__)

MAX_NOTICE = 200  # Bot API, answerCallbackQuery: characters


async def reply(
    bot: ExtBot[Any],
    store: Store,
    chat: Chat,
    message: Outgoing,
    *,
    edit_message_id: int | None = None,
    now: datetime,
) -> int | None:
    """Send `message`, or change a message into it; one that is gone is sent anew.

    Returns its id, None if it did not arrive.

    What does not arrive is logged and not repeated: the person asks again, and the outbox
    is for alerts.
    """
    outcome = await send(
        bot, chat, message, edit_message_id=edit_message_id, is_answer=True
    )
    if edit_message_id is not None and isinstance(outcome, Rejected):
        outcome = await send(bot, chat, message, is_answer=True)
    await _note(store, chat, outcome, now)
    return outcome.message_id if isinstance(outcome, Sent) else None


async def _note(store: Store, chat: Chat, outcome: Outcome, now: datetime) -> None:
    match outcome:
        case Sent():
            return
        case Unreachable(reason=reason):
            await chats.mark_unreachable(store, chat.telegram_id, reason, now=now)
        case Migrated(telegram_id=telegram_id):
            await chats.migrate(store, chat.telegram_id, telegram_id, now=now)
        case Deferred(reason=reason) | Unsure(reason=reason) | Rejected(reason=reason):
            log.warning(
                "answer %s: %s",
                type(outcome).__name__,
                reason,
                extra={"chat_id": chat.telegram_id},
            )
        case never:
            assert_never(never)


async def answer_press(
    query: CallbackQuery, notice: str = "", *, alert: bool = False
) -> None:
    """Tell Telegram that a press was seen, which stops its clock, and show `notice`."""
    try:
        await query.answer(notice[:MAX_NOTICE] or None, show_alert=alert)
    except BadRequest as exc:  # too old: it was pressed while the bot was down
        log.info("press not answered: %s", exc.message)
