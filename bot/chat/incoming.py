"""What an update says: its command, its topic, the language of who sent it."""

import re
from typing import Final

from telegram import Message, MessageEntity, Update
from telegram.ext import ExtBot

from bot.chat.request import Attached
from bot.deliver.download import download
from bot.i18n import pick

# Not by the message's entities: a command in bold or without any is one all the same.
COMMAND: Final = re.compile(r"^/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?![\w/@])")


def command_of(message: Message, username: str) -> tuple[str, str, bool] | None:
    """Return name, text and whether the command names us; None if it names another bot."""
    text = message.text or message.caption or ""
    found = COMMAND.match(text)
    if found is None:
        return None
    name, addressee = found.groups()
    if addressee and addressee.casefold() != username.casefold():
        return None
    return name.lower(), text[found.end() :].strip(), bool(addressee)


def text_of(message: Message) -> str:
    """Return what was written; below a picture too, but what names a file is no answer."""
    return message.text or (message.document is None and message.caption) or ""


def thread_of(message: Message) -> int | None:
    """Return the topic of a forum in which the message stands."""
    return message.message_thread_id if message.is_topic_message else None


def language_of(update: Update) -> str:
    """Return which of our languages the sender reads."""
    return pick(language_code(update))


def language_code(update: Update) -> str | None:
    """Return the language of the sender's Telegram."""
    user = update.effective_user
    return user.language_code if user is not None else None


def attached(message: Message) -> Attached | None:
    """Return the document of the message, or of the one that it answers."""
    replied = message.reply_to_message
    document = message.document or (replied.document if replied is not None else None)
    if document is None:
        return None
    bot = message.get_bot()
    assert isinstance(bot, ExtBot), "it came from the application's bot"
    file_id = document.file_id
    return Attached(
        name=document.file_name or "",
        size=document.file_size or 0,
        read=lambda limit: download(bot, file_id, limit=limit),
    )


def replied_to(message: Message) -> int | None:
    """Return the message that this one answers; what opened a topic does not count."""
    replied = message.reply_to_message
    if replied is None or replied.forum_topic_created is not None:
        return None
    return replied.message_id


def quoted_by(message: Message, data: str) -> str:
    """Return the first text in a fixed-width font beside the pressed button, or "".

    A message that changed since, and has the button no more, quotes something else.
    """
    markup = message.reply_markup
    rows = markup.inline_keyboard if markup is not None else ()
    if not any(button.callback_data == data for row in rows for button in row):
        return ""
    found = message.parse_entities([MessageEntity.CODE]).values()
    return next(iter(found), "")
