"""What a chat can set about itself, one use case per function."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from bot.domain.model import Chat, ChatState
from bot.i18n import pick
from bot.store import chats
from bot.store.chats import FOREVER
from bot.store.engine import Store

MAX_PAUSE: Final = timedelta(days=366)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Where an update came from: a chat as Telegram knows it, and the person's language."""

    telegram_id: int
    kind: str = "private"
    title: str | None = None
    thread_id: int | None = None
    language_code: str | None = None


async def open_chat(store: Store, sender: Sender, *, now: datetime) -> Chat:
    """Return the chat, made on first contact; nothing is written for one that is known."""
    async with store.read() as tx:
        chat = await chats.find_chat(tx, sender.telegram_id)
    if chat is not None and chat.state is ChatState.ACTIVE and chat.kind == sender.kind:
        return chat
    async with store.write() as tx:
        return await chats.ensure_chat(
            tx,
            telegram_id=sender.telegram_id,
            kind=sender.kind,
            title=sender.title,
            language=pick(sender.language_code),
            thread_id=sender.thread_id,
            now=now,
        )


async def set_language(store: Store, chat: Chat, language: str) -> Chat:
    """Answer and alert in `language` from now on."""
    if chat.language != language:
        async with store.write() as tx:
            await chats.set_language(tx, chat.id, language)
    return replace(chat, language=language)


async def set_thread(store: Store, chat: Chat, thread_id: int | None) -> Chat:
    """Write into this topic of a forum from now on."""
    if chat.thread_id != thread_id:
        async with store.write() as tx:
            await chats.set_thread(tx, chat.id, thread_id)
    return replace(chat, thread_id=thread_id)


async def pause(
    store: Store, chat: Chat, *, now: datetime, length: timedelta | None = None
) -> Chat:
    """Hold alerts back for `length`, or until `resume` without one."""
    until = FOREVER if length is None else now + min(length, MAX_PAUSE)
    async with store.write() as tx:
        await chats.set_paused(tx, chat.id, until)
    return replace(chat, paused_until=until)


async def resume(store: Store, chat: Chat) -> Chat:
    """Send alerts again."""
    if chat.paused_until is not None:
        async with store.write() as tx:
            await chats.set_paused(tx, chat.id, None)
    return replace(chat, paused_until=None)


def is_paused(chat: Chat, *, now: datetime) -> bool:
    """Whether alerts to the chat are held back at `now`."""
    return chat.paused_until is not None and chat.paused_until > now


async def mark_unreachable(store: Store, telegram_id: int, reason: str) -> None:
    """Note that we were blocked or removed; the settings are kept."""
    await _mark(store, telegram_id, ChatState.UNREACHABLE, reason)


async def mark_reachable(store: Store, telegram_id: int) -> None:
    """Note that we may write again; a chat that we do not know stays unknown."""
    await _mark(store, telegram_id, ChatState.ACTIVE, None)


async def _mark(
    store: Store, telegram_id: int, state: ChatState, reason: str | None
) -> None:
    async with store.write() as tx:
        chat = await chats.find_chat(tx, telegram_id)
        if chat is not None and chat.state is not state:
            await chats.set_state(tx, chat.id, state, reason)


async def migrate(store: Store, old_telegram_id: int, new_telegram_id: int) -> None:
    """Follow a group that became a supergroup; repeating it changes nothing."""
    async with store.write() as tx:
        await chats.migrate(tx, old_telegram_id, new_telegram_id)


async def await_text(store: Store, chat: Chat, prompt: str | None) -> None:
    """Take the next typed text as the answer to `prompt`; None awaits nothing."""
    async with store.write() as tx:
        await chats.set_prompt(tx, chat.id, prompt)


async def take_prompt(store: Store, chat: Chat) -> str | None:
    """Return what the typed text answers, once; writes only if something is awaited."""
    async with store.read() as tx:
        if await chats.find_prompt(tx, chat.id) is None:
            return None
    async with store.write() as tx:
        return await chats.take_prompt(tx, chat.id)


async def forget(store: Store, chat: Chat) -> None:
    """Delete everything about the chat."""
    async with store.write() as tx:
        await chats.forget(tx, chat.id)


async def find_private(store: Store, user_id: int) -> Chat | None:
    """Return the private chat with a person, None if there is none yet."""
    async with store.read() as tx:
        return await chats.find_chat(tx, user_id)
