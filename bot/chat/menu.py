"""The commands that Telegram offers while one types, in each language."""

from typing import Any, Final

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeDefault,
)
from telegram.ext import ExtBot

from bot.chat.about_view import COMMANDS
from bot.i18n import LANGUAGES, texts

# What anybody in a group may ask; the rest is for administrators.
READING: Final = (
    *("list", "latest", "search", "test", "trend", "why"),
    *("feeds", "status", "privacy", "about", "help"),
)


def commands(language: str, *, only_reading: bool = False) -> tuple[BotCommand, ...]:
    """Return the menu in `language`."""
    say = texts(language).gettext
    return tuple(
        BotCommand(name, say(meaning))
        for name, meaning in COMMANDS
        if name in READING or not only_reading
    )


async def set_commands(bot: ExtBot[Any]) -> None:
    """Set the menus: all commands in private and for administrators, else only reading."""
    scopes: tuple[tuple[BotCommandScope, bool], ...] = (
        (BotCommandScopeDefault(), True),
        (BotCommandScopeAllPrivateChats(), False),
        (BotCommandScopeAllChatAdministrators(), False),
    )
    for scope, only_reading in scopes:
        for language in LANGUAGES:
            await bot.set_my_commands(
                commands(language, only_reading=only_reading),
                scope=scope,
                # English is what everybody sees whose language we do not have.
                language_code=None if language == "en" else language,
            )
