"""Who may change a chat's settings."""

from datetime import datetime, timedelta
from typing import Any, Final

from telegram import (
    ChatMember,
    ChatMemberAdministrator,
    ChatMemberRestricted,
    Update,
)
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden
from telegram.ext import ExtBot

REMEMBERED: Final = timedelta(minutes=5)
MAX_REMEMBERED: Final = 10_000
_MAY: Final = {ChatMemberStatus.OWNER, ChatMemberStatus.ADMINISTRATOR}


def is_admin(update: Update, admins: frozenset[int]) -> bool:
    """Return whether an admin of this bot sent the update, in a private chat with it.

    The sender's number decides, and nothing that a message says: neither a name nor what
    was forwarded or sent in the name of a chat.
    """
    chat, user, message = update.effective_chat, update.effective_user, update.message
    if chat is None or user is None or chat.type != ChatType.PRIVATE:
        return False
    if message is not None and (message.forward_origin or message.sender_chat):
        return False
    return user.id == chat.id and not user.is_bot and user.id in admins


class Rights:
    """Asks Telegram who administers a group, and remembers the answer for a while."""

    def __init__(self) -> None:
        """Know nobody yet."""
        self._known: dict[tuple[int, int], tuple[datetime, bool]] = {}

    async def may_change(self, update: Update, bot: ExtBot[Any], *, now: datetime) -> bool:
        """Whether who sent the update may change the settings of its chat.

        Everybody in a private chat; in groups and channels the owner and administrators.
        An anonymous administrator writes as the group itself, and what is posted in a
        channel was posted by one of its administrators.
        """
        chat, user = update.effective_chat, update.effective_user
        if chat is None or chat.type == ChatType.PRIVATE:
            return chat is not None
        if update.callback_query is None:
            message = update.effective_message
            as_chat = message.sender_chat if message is not None else None
            if update.channel_post is not None or (as_chat and as_chat.id == chat.id):
                return True
        if user is None:
            return False
        return await self._is_administrator(bot, chat.id, user.id, now)

    async def may_manage(
        self, bot: ExtBot[Any], chat_id: int, user_id: int, *, now: datetime
    ) -> bool:
        """Whether a person administers a group or channel in which the bot may write."""
        if not await self._is_administrator(bot, chat_id, user_id, now):
            return False
        try:
            return _may_write(await bot.get_chat_member(chat_id, bot.id))
        except (BadRequest, Forbidden):
            return False

    def forget(self, chat_id: int) -> None:
        """Ask anew who administers the chat."""
        for key in [key for key in self._known if key[0] == chat_id]:
            del self._known[key]

    async def _is_administrator(
        self, bot: ExtBot[Any], chat_id: int, user_id: int, now: datetime
    ) -> bool:
        known = self._known.get((chat_id, user_id))
        if known is not None and now - known[0] < REMEMBERED:
            return known[1]
        try:
            member = await bot.get_chat_member(chat_id, user_id)
        except (BadRequest, Forbidden):  # not a member, or we are not
            return False
        if len(self._known) >= MAX_REMEMBERED:
            self._known.clear()
        may = member.status in _MAY
        self._known[chat_id, user_id] = (now, may)
        return may


def _may_write(member: ChatMember) -> bool:
    """Whether a member may write; in a channel only administrators are members."""
    match member:
        case ChatMemberAdministrator():
            return member.can_post_messages is not False
        case ChatMemberRestricted():
            return member.can_send_messages
        case _:
            return member.status == ChatMemberStatus.MEMBER
