"""Updates come in: each becomes a request, and its answer goes out.

::

    command → handler → one message
    press   → handler → the press is answered once, its message changed in place
    text    → what was asked for, else perhaps the name of a place
    location → what is near it
    inline query → see `inline`
"""

import logging
from dataclasses import dataclass, field, replace
from typing import Any, Final

from telegram import CallbackQuery, ChatMember, Message, Update
from telegram.constants import ChatType
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.chat import about, about_view, regions, time_zone
from bot.chat.actions import COMMANDS, SCREENS
from bot.chat.answers import answer_press, reply
from bot.chat.incoming import (
    command_of,
    language_code,
    language_of,
    quoted_in,
    replied_to,
    thread_of,
)
from bot.chat.inline import InlineDesk
from bot.chat.request import Answer, Request, parse_data
from bot.chat.rights import Rights, is_admin
from bot.chat.services import Services
from bot.chat.view import message as make_message
from bot.chat.view import reader_of
from bot.domain.model import Chat
from bot.i18n import Texts, texts
from bot.pipeline import chats
from bot.pipeline.chats import Sender

log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE
_GONE: Final = {ChatMember.LEFT, ChatMember.BANNED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where updates arrive; one for a process."""

    services: Services
    rights: Rights = field(default_factory=Rights)

    async def on_command(self, update: Update, context: Context) -> None:
        """Answer ``/name text`` with one message."""
        message = update.effective_message
        command = message and command_of(message, context.bot.username)
        if message is None or not command:
            return
        name, text, is_ours = command
        action = COMMANDS.get(name)
        if action is None and not is_ours and message.chat.type != ChatType.PRIVATE:
            return  # in a group it may be meant for another bot
        request = await self._open(update, message, text=text)
        if action is None:
            answer = await about.other_command(request, name)
        elif action.changes and not await self._may_change(update, context):
            answer = _not_allowed(request)
        else:
            answer = await action.run(request)
        log.info("command /%s", name, extra={"chat_id": message.chat.id})
        await self._send(context, request, answer)

    async def on_text(self, update: Update, context: Context) -> None:
        """Answer text that is no command: in groups only what we asked for."""
        message = update.effective_message
        if message is None or not message.text:
            return
        request = await self._open(update, message, text=message.text, keep_prompt=True)
        is_private = message.chat.type == ChatType.PRIVATE
        if not is_private and not await self._may_change(update, context):
            return
        prompt = await chats.take_prompt(self.services.store, request.chat)
        if prompt is None and not is_private:
            return
        await self._send(context, request, await about.typed(request, prompt))

    async def on_location(self, update: Update, context: Context) -> None:
        """Answer a location, in private only: what is near it; it is not kept."""
        message = update.effective_message
        if message is None or message.location is None:
            return
        request = await self._open(update, message, keep_prompt=True)
        prompt = await chats.take_prompt(self.services.store, request.chat)
        point = message.location.latitude, message.location.longitude
        if prompt == time_zone.PROMPT:
            answer = await time_zone.at_location(request, *point)
        else:
            answer = await regions.at_location(request, *point, prompt)
        log.info("location", extra={"chat_id": message.chat.id})
        await self._send(context, request, answer)

    async def on_press(self, update: Update, context: Context) -> None:
        """Answer a press, and change the pressed message in place."""
        query = update.callback_query
        if query is None:
            return
        say, is_alert = texts(language_of(update)).gettext, True
        notice = say("That did not work; the fault is mine. Please try again.")
        try:
            done = await self._pressed(update, context, query)
            notice, is_alert = done or ("", False)
        finally:
            # Whatever happened: Telegram shows a clock on the button until it is answered.
            await answer_press(query, notice, alert=is_alert)

    async def _pressed(
        self, update: Update, context: Context, query: CallbackQuery
    ) -> tuple[str, bool] | None:
        """Do what the button says; return the notice, and whether to insist on it."""
        if query.message is None:
            return None
        message = query.message if isinstance(query.message, Message) else None
        parsed = parse_data(query.data or "")
        action = SCREENS.get(parsed[0]) if parsed else None
        arguments = parsed[1] if parsed and action else ()
        request = replace(
            await self._open(update, message),
            arguments=arguments,
            quoted=quoted_in(message) if message is not None else "",
        )
        outdated = ""
        if action is None:
            action = SCREENS["m"]
            outdated = request.texts.gettext("This menu was outdated; here is the new one.")
        if action.changes and not await self._may_change(update, context):
            return _only_administrators(request.texts), True
        answer = await action.run(request)
        edited = None if action.fresh else query.message.message_id
        await self._send(context, request, answer, edit_message_id=edited)
        return answer.notice or outdated, bool(answer.notice)

    async def on_membership(self, update: Update, _context: Context) -> None:
        """Note that we were blocked, removed or let in again; settings are kept."""
        change = update.my_chat_member
        if change is None:
            return
        status = change.new_chat_member.status
        store, now, telegram_id = self.services.store, self.services.now(), change.chat.id
        log.info("membership %s", status, extra={"chat_id": telegram_id})
        if status in _GONE:
            reason = f"the bot was {status}"
            await chats.mark_unreachable(store, telegram_id, reason, now=now)
        else:
            await chats.mark_reachable(store, telegram_id, now=now)

    async def on_migration(self, update: Update, _context: Context) -> None:
        """Follow a group that became a supergroup."""
        message = update.effective_message
        if message is None:
            return
        old, new = message.migrate_from_chat_id, message.migrate_to_chat_id
        store, now, here = self.services.store, self.services.now(), message.chat.id
        if new is not None:
            await chats.migrate(store, here, new, now=now)
        elif old is not None:
            await chats.migrate(store, old, here, now=now)

    async def on_error(self, update: object, context: Context) -> None:
        """Log what went wrong, and say so in one line."""
        log.error("update failed: %r", context.error, exc_info=context.error)
        if not isinstance(update, Update) or update.callback_query is not None:
            return  # a press was answered where it failed
        message = update.effective_message
        if message is None:
            return
        chat = Chat(
            id=0,
            telegram_id=message.chat.id,
            thread_id=thread_of(message),
            language=language_of(update),
        )
        now = self.services.now()
        sorry = about_view.failed(reader_of(chat, now))
        await reply(context.bot, self.services.store, chat, sorry, now=now)

    async def _open(
        self,
        update: Update,
        message: Message | None,
        *,
        text: str = "",
        keep_prompt: bool = False,
    ) -> Request:
        """Return the request of an update; its chat is made on first contact."""
        telegram_chat = update.effective_chat
        assert telegram_chat is not None
        now = self.services.now()
        thread_id = thread_of(message) if message is not None else None
        sender = Sender(
            telegram_id=telegram_chat.id,
            kind=telegram_chat.type,
            title=telegram_chat.title,
            thread_id=thread_id,
            language_code=language_code(update),
        )
        chat = await chats.open_chat(self.services.store, sender, now=now)
        if not keep_prompt:
            await chats.take_prompt(self.services.store, chat)
        return Request(
            services=self.services,
            chat=chat,
            now=now,
            text=text,
            thread_id=thread_id,
            reply_to=replied_to(message) if message is not None else None,
            is_admin=is_admin(update, self.services.admins),
        )

    async def _may_change(self, update: Update, context: Context) -> bool:
        return await self.rights.may_change(update, context.bot, now=self.services.now())

    async def _send(
        self,
        context: Context,
        request: Request,
        answer: Answer,
        *,
        edit_message_id: int | None = None,
    ) -> None:
        """Answer where the person wrote: in the same topic of a forum."""
        await reply(
            context.bot,
            self.services.store,
            replace(request.chat, thread_id=request.thread_id),
            answer.message,
            edit_message_id=edit_message_id,
            now=request.now,
        )


def _only_administrators(texts: Texts) -> str:
    return texts.gettext("Only administrators can change the settings of this chat.")


def _not_allowed(request: Request) -> Answer:
    return Answer(message=make_message(_only_administrators(request.texts)))


def build_handlers(services: Services) -> tuple[BaseHandler[Update, Any, Any], ...]:
    """Return the handlers; an update goes to the first that wants it."""
    return _handlers(Desk(services=services))


def _handlers(desk: Desk) -> tuple[BaseHandler[Update, Any, Any], ...]:
    # An edited command is not done again: its first version was.
    new = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST
    return (
        MessageHandler(filters.StatusUpdate.MIGRATE, desk.on_migration),
        MessageHandler(new & filters.COMMAND, desk.on_command),
        MessageHandler(filters.UpdateType.MESSAGE & filters.TEXT, desk.on_text),
        MessageHandler(
            filters.UpdateType.MESSAGE & filters.LOCATION & filters.ChatType.PRIVATE,
            desk.on_location,
        ),
        CallbackQueryHandler(desk.on_press),
        InlineQueryHandler(InlineDesk(services=desk.services).on_query),
        ChatMemberHandler(desk.on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
    )


def install(
    application: Application[Any, Any, Any, Any, Any, Any], services: Services
) -> None:
    """Let `application` answer; the caller feeds it updates with ``process_update``."""
    desk = Desk(services=services)
    application.add_handlers(_handlers(desk))
    application.add_error_handler(desk.on_error)
