"""What people are told when an update failed."""

import logging
from dataclasses import dataclass

from telegram import Update
from telegram.ext import ContextTypes

from bot.chat import about_view
from bot.chat.answers import reply
from bot.chat.incoming import language_of, thread_of
from bot.chat.services import Services
from bot.chat.view import reader_of
from bot.domain.model import Chat

log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE


@dataclass(frozen=True, slots=True, kw_only=True)
class Apology:
    """Says that something went wrong, where it was asked."""

    services: Services

    async def on_error(self, update: object, context: Context) -> None:
        """Log what went wrong, and say so in one line."""
        log.error("update failed: %r", context.error, exc_info=context.error)
        if not isinstance(update, Update) or update.callback_query is not None:
            return  # a press was answered where it failed
        message = update.effective_message
        if message is None:
            return
        chat = Chat(
            id=0,
            telegram_id=message.chat.id,
            thread_id=thread_of(message),
            language=language_of(update),
        )
        now = self.services.now()
        sorry = about_view.failed(reader_of(chat, now))
        await reply(context.bot, self.services.store, chat, sorry, now=now)
