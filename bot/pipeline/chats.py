"""What a chat can set about itself, one use case per function."""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Chat, ChatState, Managed
from bot.i18n import pick
from bot.route.digest import MOST_WAITING
from bot.store import chats, waiting
from bot.store.chats import FOREVER
from bot.store.engine import Store

MAX_PAUSE: Final = timedelta(days=366)
GRACE: Final = timedelta(minutes=1)  # to press a button; news is not held up longer


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
        opened = await chats.ensure_chat(
            tx,
            telegram_id=sender.telegram_id,
            kind=sender.kind,
            title=sender.title,
            language=pick(sender.language_code),
            thread_id=sender.thread_id,
            now=now,
        )
        if chat is not None and chat.state is not ChatState.ACTIVE:
            await _wake(tx, opened.id, now)
        return opened


async def _wake(tx: AsyncConnection, chat_id: int, now: datetime) -> None:
    """Let what waited for the chat come to it."""
    if await waiting.lock_chat(tx, chat_id) is not None:
        await waiting.wake(tx, chat_id, now=now)


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
        if await waiting.lock_chat(tx, chat.id) is not None:
            await chats.set_paused(tx, chat.id, until)
            await waiting.hold(tx, chat.id, now=now, until=until)
            await waiting.postpone(tx, chat.id, until=until)
    return replace(chat, paused_until=until)


async def resume(store: Store, chat: Chat, *, now: datetime) -> Chat:
    """Send alerts again; what waited comes as one summary.

    If that is more than one page, the chat has `GRACE` to choose (`after_pause`).
    """
    if chat.paused_until is not None:
        async with store.write() as tx:
            locked = await waiting.lock_chat(tx, chat.id)
            await chats.set_paused(tx, chat.id, None)
            if locked is not None:
                is_much = await waiting.count_held(tx, chat.id) > MOST_WAITING
                at = now + GRACE if is_much else now
                await waiting.wake(tx, chat.id, now=at)
    return replace(chat, paused_until=None)


def is_paused(chat: Chat, *, now: datetime) -> bool:
    """Whether alerts to the chat are held back at `now`."""
    return chat.paused_until is not None and chat.paused_until > now


async def mark_unreachable(
    store: Store, telegram_id: int, reason: str, *, now: datetime
) -> None:
    """Note that we were blocked or removed; the settings are kept, and what waits."""
    async with store.write() as tx:
        chat = await chats.find_chat(tx, telegram_id)
        if chat is not None and chat.state is not ChatState.UNREACHABLE:
            await lose(tx, chat.id, reason, now=now)


async def lose(tx: AsyncConnection, chat_id: int, reason: str, *, now: datetime) -> None:
    """Note that a chat cannot be reached, and keep what waits until it can."""
    if await waiting.lock_chat(tx, chat_id) is not None:
        await chats.set_state(tx, chat_id, ChatState.UNREACHABLE, reason)
        await waiting.hold(tx, chat_id, now=now, until=FOREVER)
        await waiting.postpone(tx, chat_id, until=FOREVER)


async def mark_reachable(store: Store, telegram_id: int, *, now: datetime) -> None:
    """Note that we may write again; a chat that we do not know stays unknown."""
    async with store.write() as tx:
        chat = await chats.find_chat(tx, telegram_id)
        if chat is not None and chat.state is not ChatState.ACTIVE:
            await chats.set_state(tx, chat.id, ChatState.ACTIVE)
            await _wake(tx, chat.id, now)


async def migrate(
    store: Store, old_telegram_id: int, new_telegram_id: int, *, now: datetime
) -> None:
    """Follow a group that became a supergroup; repeating it changes nothing."""
    async with store.write() as tx:
        await move(tx, old_telegram_id, new_telegram_id, now=now)


async def move(
    tx: AsyncConnection, old_telegram_id: int, new_telegram_id: int, *, now: datetime
) -> None:
    """Follow a group to its new id; there it can be reached."""
    chat = await chats.migrate(tx, old_telegram_id, new_telegram_id)
    if chat is not None:
        await _wake(tx, chat.id, now)


async def await_text(store: Store, chat: Chat, prompt: str | None) -> None:
    """Take the next typed text as the answer to `prompt`; None awaits nothing.

    For a managed chat it is typed in private, and says so (`split_prompt`).
    """
    if isinstance(chat, Managed):
        prompt = prompt and f"@{chat.id} {prompt}"
        chat = chat.person
    async with store.write() as tx:
        await chats.set_prompt(tx, chat.id, prompt)


def split_prompt(prompt: str | None) -> tuple[int | None, str | None]:
    """Return for which managed chat a text is awaited, None for the own one, and what."""
    found = re.fullmatch(r"@(\d{1,18}) (.+)", prompt or "")
    return (int(found[1]), found[2]) if found else (None, prompt)


async def find_prompt(store: Store, chat: Chat) -> str | None:
    """Return what the typed text answers, None if nothing is awaited."""
    async with store.read() as tx:
        return await chats.find_prompt(tx, chat.id)


async def close_prompt(store: Store, chat: Chat, prompt: str | None = None) -> None:
    """Await no text any more; if a `prompt` is named, only if that is still awaited."""
    now_asked = await find_prompt(store, chat)
    if now_asked is not None and prompt in {None, now_asked}:
        async with store.write() as tx:
            await chats.set_prompt(tx, chat.id, None)


async def forget(store: Store, chat: Chat) -> None:
    """Delete everything about the chat."""
    async with store.write() as tx:
        await chats.forget(tx, chat.id)


async def find_private(store: Store, user_id: int) -> Chat | None:
    """Return the private chat with a person, None if there is none yet."""
    async with store.read() as tx:
        return await chats.find_chat(tx, user_id)
