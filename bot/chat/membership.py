"""The bot is let in, blocked or removed, and groups get another id."""

import logging
from dataclasses import dataclass
from typing import Final

from telegram import ChatMember, Update
from telegram.ext import ContextTypes

from bot.chat.rooms import Managing
from bot.pipeline import chats

log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE
_GONE: Final = {ChatMember.LEFT, ChatMember.BANNED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """Notes where the bot can write."""

    managing: Managing

    async def on_membership(self, update: Update, context: Context) -> None:
        """Note that we were blocked, removed or let in again; settings are kept."""
        change = update.my_chat_member
        if change is None:
            return
        status = change.new_chat_member.status
        services, telegram_id = self.managing.services, change.chat.id
        store, now = services.store, services.now()
        log.info("membership %s", status, extra={"chat_id": telegram_id})
        if status in _GONE:
            reason = f"the bot was {status}"
            await chats.mark_unreachable(store, telegram_id, reason, now=now)
        else:
            await chats.mark_reachable(store, telegram_id, now=now)
        await self.managing.welcome(change, context.bot)

    async def on_migration(self, update: Update, _context: Context) -> None:
        """Follow a group that became a supergroup."""
        message = update.effective_message
        if message is None:
            return
        old, new = message.migrate_from_chat_id, message.migrate_to_chat_id
        services, here = self.managing.services, message.chat.id
        store, now = services.store, services.now()
        if new is not None:
            await chats.migrate(store, here, new, now=now)
        elif old is not None:
            await chats.migrate(store, old, here, now=now)
