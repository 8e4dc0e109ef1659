"""Groups and channels, set up from the private chat with one of their administrators.

::

    /region @channel Belgorod     a command that names the chat
    a forwarded post of a channel its settings
    a button of those answers     says by its data which chat it is about
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from telegram import Chat as TelegramChat
from telegram import ChatMemberUpdated, Message, MessageOriginChannel, MessageOriginChat
from telegram.constants import ChatMemberStatus, ChatType
from telegram.error import BadRequest, Forbidden
from telegram.ext import ExtBot

from bot.chat import rooms_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.rights import Rights
from bot.chat.services import Services
from bot.chat.view import reader_of
from bot.deliver.send import send
from bot.domain.model import Chat, Managed
from bot.pipeline import chats, rooms
from bot.pipeline.chats import Sender

_ADDRESS: Final = re.compile(
    r"(?:(?:https?://)?t\.me/(?:s/)?|@)(?P<name>[A-Za-z]\w{3,31})(?:/\d+)?/?(?:\s+|$)"
    r"|(?P<id>-100\d{5,15})(?:\s+|$)"
    r"|(?:https?://)?t\.me/c/(?P<post>\d{5,15})/\d+(?:\s+|$)",  # of a private channel
    re.ASCII,
)
_IN: Final = {ChatMemberStatus.MEMBER, ChatMemberStatus.ADMINISTRATOR}


def find_address(text: str) -> tuple[int | str, str] | None:
    """Return the chat that a command's text names first, and the rest; None if none.

    >>> find_address("@news Belgorod")
    ('@news', 'Belgorod')
    """
    found = _ADDRESS.match(text)
    if found is None:
        return None
    rest = text[found.end() :].strip()
    if found["name"]:
        return f"@{found['name']}", rest
    return int(found["id"] or f"-100{found['post']}"), rest


def posted_in(message: Message) -> int | None:
    """Return the group or channel in whose name a forwarded message was written."""
    match message.forward_origin:
        case MessageOriginChannel(chat=chat) | MessageOriginChat(sender_chat=chat):
            return chat.id
        case _:
            return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Managing:
    """Lets a person set up another chat, if Telegram says that they may."""

    services: Services
    rights: Rights

    async def command(
        self, request: Request, action: Action, bot: ExtBot[Any]
    ) -> Answer | None:
        """Do what a command asks for the chat that it names; None if it names none."""
        address = find_address(request.text)
        if address is None:
            return None
        where, rest = address
        there = await self._look_up(request, where, bot)
        if there is None:
            return Answer(message=view.refused(str(where), _reader(request)))
        answer = await action.run(replace(request, chat=there, text=rest, is_admin=False))
        return view.marked(answer, there, called=str(where))

    async def named(
        self, request: Request, where: int, action: Action, bot: ExtBot[Any]
    ) -> Answer | None:
        """Show `action` for the chat with Telegram's id; None if the person may not."""
        there = await self._look_up(request, where, bot)
        if there is None:
            return None
        return view.marked(await action.run(replace(request, chat=there, text="")), there)

    async def enter(self, request: Request, room: int, bot: ExtBot[Any]) -> Managed | None:
        """Return the chat with our id for the person, None if they may not."""
        store, person = self.services.store, request.chat
        there = await rooms.find_managed(store, person, room)
        if there is not None and await self._may(there.telegram_id, person, request, bot):
            return there
        await rooms.drop_room(store, person, room)
        return None

    async def _may(
        self, telegram_id: int, person: Chat, request: Request, bot: ExtBot[Any]
    ) -> bool:
        # In a private chat the chat's number is the person's.
        return await self.rights.may_manage(
            bot, telegram_id, person.telegram_id, now=request.now
        )

    async def _look_up(
        self, request: Request, where: int | str, bot: ExtBot[Any]
    ) -> Managed | None:
        """Return the chat that Telegram knows by a name or number, if the person may."""
        try:
            found = await bot.get_chat(where)
        except (BadRequest, Forbidden):
            return None
        person = request.chat
        if found.type == ChatType.PRIVATE or not await self._may(
            found.id, person, request, bot
        ):
            return None
        sender = _sender(found, person)
        return await rooms.open_managed(
            self.services.store, person, sender, now=request.now
        )

    async def welcome(self, change: ChatMemberUpdated, bot: ExtBot[Any]) -> None:
        """Tell who let the bot in how to set it up, if they talked to it before."""
        self.rights.forget(change.chat.id)
        status = change.new_chat_member.status
        was_in = change.old_chat_member.status in _IN
        store, now = self.services.store, self.services.now()
        person = await chats.find_private(store, change.from_user.id)
        if was_in or status not in _IN or person is None:
            return
        if change.chat.type == ChatType.PRIVATE:
            return
        request = Request(services=self.services, chat=person, now=now)
        if await self._may(change.chat.id, person, request, bot):
            there = await rooms.open_managed(
                store, person, _sender(change.chat, person), now=now
            )
            message = view.welcome(there, _reader(request))
            await send(bot, person, message, is_answer=True)


def _sender(chat: TelegramChat | Any, person: Chat) -> Sender:
    return Sender(
        telegram_id=chat.id,
        kind=chat.type,
        title=chat.title,
        language_code=person.language,
    )


def _reader(request: Request) -> Any:
    return reader_of(request.chat, request.now)


async def show_rooms(request: Request) -> Answer:
    """Show which groups and channels the person sets up, and how to add one."""
    found: Sequence[Any] = ()
    reader = reader_of(request.chat, request.now)
    if reader.is_private:
        found = await rooms.list_rooms(request.services.store, request.place)
    return Answer(message=view.listing(found, request.chat, reader))


COMMANDS: Final[dict[str, Action]] = {}
SCREENS: Final = {"rooms": Action(run=show_rooms)}
