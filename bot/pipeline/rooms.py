"""Groups and channels that are set up from a private chat.

Who may is asked of Telegram at each use (`bot.chat.rights`); what is stored here only says
what to offer.
"""

from collections.abc import Sequence
from dataclasses import fields
from datetime import datetime

from bot.domain.model import Chat, Managed
from bot.pipeline.chats import Sender, open_chat
from bot.store import chats, managers
from bot.store.engine import Store
from bot.store.managers import Room


def _managed(chat: Chat, person: Chat, title: str) -> Managed:
    same = {field.name: getattr(chat, field.name) for field in fields(Chat)}
    return Managed(**same, person=person, title=title)


async def find_managed(store: Store, person: Chat, chat_id: int) -> Managed | None:
    """Return the chat with our id as the person's to set up, None if it was forgotten."""
    async with store.read() as tx:
        room = await managers.find_room(tx, chat_id)
        chat = await chats.find_chat(tx, room[0]) if room is not None else None
    return _managed(chat, person, room[1]) if room is not None and chat else None


async def open_managed(
    store: Store, person: Chat, sender: Sender, *, now: datetime
) -> Managed:
    """Return the chat, made on first contact, and offer it to the person from now on."""
    chat = await open_chat(store, sender, now=now)
    async with store.write() as tx:
        await managers.remember(tx, person.id, chat.id)
    return _managed(chat, person, sender.title or "")


async def list_rooms(store: Store, person: Chat) -> Sequence[Room]:
    """Return the groups and channels that the person set up, by title."""
    async with store.read() as tx:
        return await managers.of_person(tx, person.id)


async def drop_room(store: Store, person: Chat, chat_id: int) -> None:
    """Offer the chat to the person no more: they may not set it up, or it is gone."""
    async with store.write() as tx:
        await managers.drop(tx, person.id, chat_id)
