"""Ask Telegram whether the bot may write somewhere, without writing anything."""

from typing import Any

from telegram import ChatMemberAdministrator
from telegram.constants import ChatAction
from telegram.error import BadRequest, Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.domain.model import Chat


async def may_write(bot: ExtBot[Any], chat: Chat) -> bool | None:
    """Return whether the bot may write to a group or a channel; None if nobody can say.

    A group shows for some seconds that the bot is typing. A channel has no such sign, and
    its administrators' rights say it.
    """
    try:
        if chat.kind == "channel":
            member = await bot.get_chat_member(chat.telegram_id, bot.id)
            if not isinstance(member, ChatMemberAdministrator):
                return False
            return member.can_post_messages is not False
        return await bot.send_chat_action(chat.telegram_id, ChatAction.TYPING)
    except (Forbidden, BadRequest):
        return False
    except TelegramError:
        return None
