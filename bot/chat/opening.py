"""An update becomes a request."""

from telegram import Message, Update

from bot.chat.incoming import attached, language_code, replied_to, thread_of
from bot.chat.request import Request
from bot.chat.rights import is_admin
from bot.chat.services import Services
from bot.pipeline import chats
from bot.pipeline.chats import Sender


async def open_request(
    services: Services,
    update: Update,
    message: Message | None,
    *,
    text: str = "",
    keep_prompt: bool = False,
) -> Request:
    """Return the request of an update; its chat is made on first contact."""
    telegram_chat = update.effective_chat
    assert telegram_chat is not None
    now = services.now()
    thread_id = thread_of(message) if message is not None else None
    sender = Sender(
        telegram_id=telegram_chat.id,
        kind=telegram_chat.type,
        title=telegram_chat.title,
        thread_id=thread_id,
        language_code=language_code(update),
    )
    chat = await chats.open_chat(services.store, sender, now=now)
    if not keep_prompt:
        await chats.close_prompt(services.store, chat)
    return Request(
        services=services,
        chat=chat,
        now=now,
        text=text,
        thread_id=thread_id,
        reply_to=replied_to(message) if message is not None else None,
        file=attached(message) if message is not None else None,
        is_admin=is_admin(update, services.admins),
    )
