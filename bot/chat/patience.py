"""How much one person may ask at once; beyond it there is one sentence, then silence."""

from collections import OrderedDict
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum, auto
from typing import Any, Final

from telegram import Message, Update
from telegram.ext import ApplicationHandlerStop, ContextTypes

from bot.chat.answers import answer_press, reply
from bot.chat.incoming import command_of, language_of, thread_of
from bot.chat.services import Services
from bot.chat.view import message as make_message
from bot.domain.model import Chat
from bot.i18n import texts

BURST: Final = 120  # questions at once; people who tap fast come to two or three a second
PER_SECOND: Final = 1.0
REMEMBERED: Final = 10_000  # people, a megabyte

Context = ContextTypes.DEFAULT_TYPE


class Turn(Enum):
    """What is to be done with a question."""

    ANSWER = auto()
    REFUSE = auto()  # with a sentence
    IGNORE = auto()  # the sentence was said


@dataclass(slots=True)
class _Bucket:
    left: float
    at: datetime
    was_told: bool = False


@dataclass(slots=True, kw_only=True)
class Patience:
    """Counts what each person asks (pure); who waits a little is answered again."""

    _buckets: OrderedDict[int, _Bucket] = field(default_factory=OrderedDict)

    def turn(self, person: int, *, now: datetime) -> Turn:
        """Count a question, and return what is to be done with it."""
        bucket = self._buckets.pop(person, None) or _Bucket(BURST, now)
        self._buckets[person] = bucket
        if len(self._buckets) > REMEMBERED:
            self._buckets.popitem(last=False)
        passed = max(0.0, (now - bucket.at).total_seconds())
        bucket.left = min(BURST, bucket.left + passed * PER_SECOND)
        bucket.at = now
        if bucket.left >= 1:
            bucket.left -= 1
            bucket.was_told = bucket.was_told and bucket.left < BURST / 2
            return Turn.ANSWER
        was_told, bucket.was_told = bucket.was_told, True
        return Turn.IGNORE if was_told else Turn.REFUSE


@dataclass(frozen=True, slots=True, kw_only=True)
class Gate:
    """Stands before all handlers."""

    services: Services
    patience: Patience = field(default_factory=Patience)

    async def on_update(self, update: Update, context: Context) -> None:
        """Let an update through, or end it here."""
        query, message = update.callback_query, update.effective_message
        who = update.effective_user or update.effective_chat
        if who is None or not _asks(update, context.bot.username):
            return
        now = self.services.now()
        turn = self.patience.turn(who.id, now=now)
        if turn is Turn.ANSWER:
            return
        sentence = texts(language_of(update)).gettext(
            "That was a lot at once. Please give me a minute, then ask again."
        )
        if query is not None:
            await answer_press(query, sentence)
        elif turn is Turn.REFUSE and message is not None:
            await self._refuse(context.bot, message, sentence, now)
        raise ApplicationHandlerStop

    async def _refuse(
        self, bot: Any, message: Message, sentence: str, now: datetime
    ) -> None:
        chat = Chat(id=0, telegram_id=message.chat.id, thread_id=thread_of(message))
        await reply(bot, self.services.store, chat, make_message(sentence), now=now)


def _asks(update: Update, username: str) -> bool:
    """Return whether an update wants an answer; what people say to each other does not."""
    if update.callback_query is not None:
        return True
    message = update.message or update.channel_post
    if message is None:
        return False
    return message.chat.type == "private" or command_of(message, username) is not None
