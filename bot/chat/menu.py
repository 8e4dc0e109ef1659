"""The commands that Telegram offers while one types, in each language."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from telegram import (
    BotCommand,
    BotCommandScope,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
    Update,
)
from telegram.constants import ChatType
from telegram.error import TelegramError
from telegram.ext import ContextTypes, ExtBot

from bot.chat.about_view import ADMIN, COMMANDS
from bot.chat.incoming import language_of
from bot.domain.errors import StoreError
from bot.i18n import LANGUAGES, texts
from bot.pipeline import menus
from bot.store.engine import Store
from bot.store.menus import ADMIN as ADMIN_MENU
from bot.store.menus import Given

log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE

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
    """Set everybody's menus: all commands in private and for administrators, else reading.

    Telegram itself knows who administers a group now.
    """
    scopes: tuple[tuple[BotCommandScope, bool], ...] = (
        (BotCommandScopeDefault(), True),
        (BotCommandScopeAllPrivateChats(), False),
        (BotCommandScopeAllChatAdministrators(), False),
    )
    for scope, only_reading in scopes:
        for language in LANGUAGES:
            await _set(bot, scope, commands(language, only_reading=only_reading), language)


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
    name, meaning = ADMIN
    return BotCommand(name, texts(language).gettext(meaning))


@dataclass(frozen=True, slots=True, kw_only=True)
class Menus:
    """Gives people a menu of their own where everybody's is not theirs.

    That is who chose another language than their Telegram has, and the admins of this bot,
    who have `/admin` in it.
    """

    store: Store
    admins: frozenset[int]

    async def on_update(self, update: Update, context: Context) -> None:
        """Look, after what a person said was answered, whether it changed their menu."""
        chat = update.effective_chat
        said = update.message or update.callback_query
        if said is None or chat is None or chat.type != ChatType.PRIVATE:
            return
        try:
            given = await menus.find_given(self.store, chat.id)
            if given is None:  # it was forgotten just now
                await _give(context.bot, chat.id, "")
            else:
                await self._keep(context.bot, given, language_of(update))
        except StoreError as exc:  # an error here would have the update answered again
            log.warning("menus: %s", exc)

    async def look_over(self, bot: ExtBot[Any]) -> None:
        """Give the admins their menu, and take it from who is none any more."""
        for given in await menus.list_known(self.store, self.admins):
            await self._keep(bot, given, given.language)

    async def _keep(self, bot: ExtBot[Any], given: Given, client: str) -> None:
        person = given.telegram_id
        is_admin = person in self.admins
        wanted = menus.wanted_menu(given, is_admin=is_admin, client=client)
        if wanted != given.menu and await _give(bot, person, wanted):
            await menus.note_given(self.store, person, wanted)


async def _give(bot: ExtBot[Any], person: int, menu: str) -> bool:
    """Set a person's own menu, "" for none; return whether Telegram took it."""
    scope = BotCommandScopeChat(person)
    language = menu.removeprefix(ADMIN_MENU)
    mine = commands(language) if menu else ()
    if menu.startswith(ADMIN_MENU):
        mine = (*mine, _admin(language))
    try:
        if mine:
            await bot.set_my_commands(mine, scope=scope)
        else:
            await bot.delete_my_commands(scope=scope)
    except TelegramError as exc:
        log.info("no menu of their own: %s", exc, extra={"chat_id": person})
        return False
    return True


async def introduce(bot: ExtBot[Any], own: Menus) -> None:
    """Tell Telegram the menus; without them the bot works all the same."""
    try:
        await set_commands(bot)
    except TelegramError as exc:
        log.warning("the menu of commands was not set: %s: %s", type(exc).__name__, exc)
    await own.look_over(bot)
