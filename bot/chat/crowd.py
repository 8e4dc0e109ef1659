"""Who says more at once than can be answered: the rest is left out, and they are told."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import Any, Final

from telegram import Update
from telegram.constants import ChatType
from telegram.ext import ExtBot

from bot.chat.answers import answer_press, reply
from bot.chat.incoming import language_of, thread_of
from bot.chat.view import message
from bot.domain.model import Chat
from bot.i18n import texts
from bot.store.engine import Store

# Three answers go to a chat at once and one a second after them (`bot.deliver.pace`).
MOST_WAITING: Final = 10


class Place(Enum):
    """What is to be done with an update."""

    ANSWER = auto()
    TELL = auto()  # that it is one too many
    LEAVE_OUT = auto()  # it was told


@dataclass(frozen=True, slots=True)
class Crowd:
    """Counts what each chat waits for (pure)."""

    _waiting: Counter[int] = field(default_factory=Counter)
    _told: set[int] = field(default_factory=set)

    def enter(self, chat_id: int, update: Update) -> Place:
        """Take an update in if there is room for it; then it must `leave` again."""
        if self._waiting[chat_id] < MOST_WAITING or not is_talk(update):
            place = Place.ANSWER
        elif chat_id in self._told:
            return Place.LEAVE_OUT
        else:
            self._told.add(chat_id)
            place = Place.TELL
        self._waiting[chat_id] += 1
        return place

    def was_told(self, chat_id: int) -> bool:
        """Whether the chat says more than can be answered, and knows it."""
        return chat_id in self._told

    def leave(self, chat_id: int) -> None:
        """Make room for another; where nobody waits any more, the next may be told anew."""
        self._waiting[chat_id] -= 1
        if not self._waiting[chat_id]:
            del self._waiting[chat_id]
            self._told.discard(chat_id)


def is_talk(update: Update) -> bool:
    """Whether somebody waits for an answer; what Telegram tells is never left out."""
    said = update.message or update.channel_post
    is_private = said is not None and said.chat.type == ChatType.PRIVATE
    talk = update.callback_query or update.inline_query or (said and said.text)
    return is_private or bool(talk)


async def turn_away(
    bot: ExtBot[Any], store: Store, update: Update, place: Place, now: datetime
) -> None:
    """Say once that there was too much at once; each press is answered, for it waits."""
    where, said, query = (
        update.effective_chat,
        update.effective_message,
        update.callback_query,
    )
    language = language_of(update)
    sorry = texts(language).gettext(
        "That was a lot at once. Please give me a minute, then ask again."
    )
    if query is not None:
        await answer_press(query, sorry)
    if where is None or place is Place.LEAVE_OUT:
        return  # an inline query has no chat; the next one asks anew
    thread_id = thread_of(said) if said is not None and update.message else None
    chat = Chat(id=0, telegram_id=where.id, thread_id=thread_id, language=language)
    await reply(bot, store, chat, message(sorry), now=now)
