"""The commands that Telegram offers while one types, in each language."""

import logging
from collections.abc import Collection, Sequence
from typing import Any, Final

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.chat.about_view import COMMANDS
from bot.i18n import LANGUAGES, texts

log = logging.getLogger(__name__)

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


async def set_commands(bot: ExtBot[Any], admins: Collection[int] = ()) -> None:
    """Set the menus: all commands in private and for administrators, else only reading.

    The admins of this bot have `/admin` besides, in their own chat; one who has not talked
    to the bot yet has no such chat.
    """
    scopes: tuple[tuple[BotCommandScope, bool], ...] = (
        (BotCommandScopeDefault(), True),
        (BotCommandScopeAllPrivateChats(), False),
        (BotCommandScopeAllChatAdministrators(), False),
    )
    for scope, only_reading in scopes:
        for language in LANGUAGES:
            await _set(bot, scope, commands(language, only_reading=only_reading), language)
    for admin in sorted(admins):
        for language in LANGUAGES:
            mine = (*commands(language), _admin(language))
            try:
                await _set(bot, BotCommandScopeChat(admin), mine, language)
            except (BadRequest, Forbidden) as exc:
                log.info("no menu for an admin: %s", exc, extra={"admin_id": admin})
                break


async def _set(
    bot: ExtBot[Any],
    scope: BotCommandScope,
    menu: Sequence[BotCommand],
    language: str,
) -> None:
    # English is what everybody sees whose language we do not have.
    code = None if language == "en" else language
    await bot.set_my_commands(menu, scope=scope, language_code=code)


def _admin(language: str) -> BotCommand:
    return BotCommand("admin", texts(language).gettext("how the bot is, and what to do"))


async def introduce(bot: ExtBot[Any], admins: Collection[int]) -> None:
    """Tell Telegram the menus; without them the bot works all the same."""
    try:
        await set_commands(bot, admins)
    except TelegramError as exc:
        log.warning("the menu of commands was not set: %s: %s", type(exc).__name__, exc)
