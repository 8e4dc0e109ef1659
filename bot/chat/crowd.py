"""Who says more at once than can be answered: the rest is left out, and they are told."""

from datetime import datetime
from typing import Any, Final

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ExtBot

from bot.chat.answers import reply
from bot.chat.incoming import language_of, thread_of
from bot.chat.view import message, reader_of
from bot.domain.model import Chat
from bot.store.engine import Store

# Three answers go to a chat at once and one a second after them (`bot.deliver.pace`), and
# the next updates of everybody are asked for when these were answered.
MOST_WAITING: Final = 10


def is_talk(update: Update) -> bool:
    """Whether somebody waits for an answer; what Telegram tells is never left out."""
    said = update.message or update.channel_post
    is_private = said is not None and said.chat.type == ChatType.PRIVATE
    talk = update.callback_query or update.inline_query or (said and said.text)
    return is_private or bool(talk)


async def turn_away(bot: ExtBot[Any], store: Store, update: Update, now: datetime) -> None:
    """Say once that there was too much at once."""
    place, said = update.effective_chat, update.effective_message
    if place is None:
        return  # an inline query; the next one asks anew
    chat = Chat(
        id=0,
        telegram_id=place.id,
        thread_id=thread_of(said) if said is not None and update.message else None,
        language=language_of(update),
    )
    say = reader_of(chat, now).texts.gettext
    sorry = say("That was a lot at once. Please give me a minute, then ask again.")
    await reply(bot, store, chat, message(sorry), now=now)
