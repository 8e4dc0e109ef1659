"""Updates come in: each becomes a request, and its answer goes out.

::

    command → handler → one message
    press   → handler → the press is answered once, its message changed in place
    text    → what was asked for, else perhaps the name of a place
    location → what is near it
    inline query → see `inline`
"""

import logging
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatType
from telegram.ext import (
    Application,
    BaseHandler,
    CallbackQueryHandler,
    ChatMemberHandler,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    TypeHandler,
    filters,
)

from bot.chat import free_text
from bot.chat.actions import COMMANDS, SCREENS
from bot.chat.answers import answer_press, reply
from bot.chat.apology import Apology
from bot.chat.incoming import (
    COMMAND,
    command_of,
    language_of,
    quoted_by,
    text_of,
)
from bot.chat.inline import InlineDesk
from bot.chat.membership import Membership
from bot.chat.menu import Menus
from bot.chat.opening import open_request
from bot.chat.patience import Gate
from bot.chat.request import Answer, Request, parse_data, split_room
from bot.chat.rights import Rights
from bot.chat.rooms import Managing, posted_in
from bot.chat.rooms_view import THERE, lost, marked
from bot.chat.services import Services
from bot.chat.view import message as make_message
from bot.chat.view import reader_of
from bot.i18n import Texts, texts
from bot.pipeline import chats

log = logging.getLogger(__name__)

Context = ContextTypes.DEFAULT_TYPE
Finish = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """Where updates arrive; one for a process."""

    services: Services
    rights: Rights = field(default_factory=Rights)

    @property
    def managing(self) -> Managing:
        """What lets people set up other chats from here."""
        return Managing(services=self.services, rights=self.rights)

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
        request = await open_request(self.services, update, message, text=text)
        if action is None:
            answer = await free_text.other_command(request, name)
        elif action.changes and not await self._may_change(update, context):
            answer = _not_allowed(request)
        else:
            elsewhere = None
            if message.chat.type == ChatType.PRIVATE and name in THERE:
                elsewhere = await self.managing.command(request, action, context.bot)
            answer = elsewhere or await action.run(request)
        log.info("command /%s", name, extra={"chat_id": message.chat.id})
        await self._send(context, request, answer)

    async def on_text(self, update: Update, context: Context) -> None:
        """Answer text, or a file, without a command: in groups only what we asked for."""
        message = update.effective_message
        if message is None:
            return
        is_private = message.chat.type == ChatType.PRIVATE
        text = text_of(message)
        request = await open_request(
            self.services, update, message, text=text, keep_prompt=True
        )
        if not text and message.document is None:
            if not message.media_group_id:  # an album is many messages
                await self._send(context, request, free_text.not_text(request))
            return
        if not is_private and not await self._may_change(update, context):
            return
        prompt = await chats.find_prompt(self.services.store, request.chat)
        if prompt is None and not is_private:
            return
        await self._send(context, request, await self._typed(request, prompt, context))

    async def _typed(
        self, request: Request, prompt: str | None, context: Context
    ) -> Answer:
        """Answer text or a location; what it answers is asked no more then.

        That comes last: after a kill the update comes again, and means the same.
        """
        answer = await self._answer(request, prompt, context)
        if prompt is not None and not answer.is_open:
            await chats.close_prompt(self.services.store, request.chat, prompt)
        return answer

    async def _answer(
        self, request: Request, prompt: str | None, context: Context
    ) -> Answer:
        """Answer text or a location, about the chat for which it was asked."""
        room, prompt = chats.split_prompt(prompt)
        there = None
        if room is not None:
            there = await self.managing.enter(request, room, context.bot)
            if there is None:
                return Answer(
                    message=make_message(lost(reader_of(request.chat, request.now)))
                )
            request = replace(request, chat=there)
        answer = await free_text.answer_text(request, prompt)
        return answer if there is None else marked(answer, there)

    async def on_forward(self, update: Update, context: Context) -> None:
        """Open the settings of the channel or group of a forwarded post; no right by it."""
        message = update.effective_message
        where = posted_in(message) if message is not None else None
        if message is None or where is None:
            await self.on_text(update, context)
            return
        request = await open_request(self.services, update, message, text=text_of(message))
        there = await self.managing.named(request, where, SCREENS["m"], context.bot)
        await self._send(context, request, there or await free_text.forwarded(request))

    async def on_location(self, update: Update, context: Context) -> None:
        """Answer a location, in private only: what is near it; it is not kept."""
        message = update.effective_message
        if message is None or message.location is None:
            return
        request = await open_request(self.services, update, message, keep_prompt=True)
        prompt = await chats.find_prompt(self.services.store, request.chat)
        point = message.location.latitude, message.location.longitude
        answer = await self._typed(replace(request, point=point), prompt, context)
        log.info("location", extra={"chat_id": message.chat.id})
        await self._send(context, request, answer)

    async def on_press(self, update: Update, context: Context) -> None:
        """Answer a press, and change the pressed message in place."""
        query = update.callback_query
        if query is None:
            return
        say, is_alert = texts(language_of(update)).gettext, True
        notice = say("That did not work; the fault is mine. Please try again.")
        finish: Finish | None = None
        try:
            notice, is_alert, finish = await self._pressed(update, context, query)
        finally:
            # Whatever happened: Telegram shows a clock on the button until it is answered.
            await answer_press(query, notice, alert=is_alert)
        if finish is not None:
            await finish()

    async def _pressed(
        self, update: Update, context: Context, query: CallbackQuery
    ) -> tuple[str, bool, Finish | None]:
        """Do what the button says; return the notice, whether to insist, and the rest."""
        if query.message is None:
            return "", False, None
        message = query.message if isinstance(query.message, Message) else None
        room, data = split_room(query.data or "")
        parsed = parse_data(data)
        action = SCREENS.get(parsed[0]) if parsed else None
        arguments = parsed[1] if parsed and action else ()
        request = replace(
            await open_request(self.services, update, message),
            arguments=arguments,
            quoted=quoted_by(message, query.data or "") if message is not None else "",
        )
        there = None
        if room:
            if request.chat.kind != ChatType.PRIVATE:
                return "", False, None
            there = await self.managing.enter(request, room, context.bot)
            if there is None:
                return lost(reader_of(request.chat, request.now)), True, None
            request = replace(request, chat=there, is_admin=False)
        outdated = ""
        if action is None:
            action = SCREENS["m"]
            outdated = request.texts.gettext("This menu was outdated; here is the new one.")
        if action.changes and not await self._may_change(update, context):
            return _only_administrators(request.texts), True, None
        answer = await action.run(request)
        if there is not None:
            answer = marked(answer, there)
        edited = None if action.fresh else query.message.message_id
        finish = await self._show(context, request, answer, edit_message_id=edited)
        return answer.notice or outdated, bool(answer.notice), finish

    async def _may_change(self, update: Update, context: Context) -> bool:
        return await self.rights.may_change(update, context.bot, now=self.services.now())

    async def _send(self, context: Context, request: Request, answer: Answer) -> None:
        """Answer what was written, whole."""
        finish = await self._show(context, request, answer)
        if finish is not None:
            await finish()

    async def _show(
        self,
        context: Context,
        request: Request,
        answer: Answer,
        *,
        edit_message_id: int | None = None,
    ) -> Finish | None:
        """Answer where the person wrote, in the same topic; return what is to follow."""
        sent = await reply(
            context.bot,
            self.services.store,
            replace(request.place, thread_id=request.thread_id),
            answer.message,
            edit_message_id=edit_message_id,
            now=request.now,
        )
        later = answer.later
        if later is None:
            return None

        async def finish() -> None:
            await self._show(context, request, await later(), edit_message_id=sent)

        return finish


def _only_administrators(texts: Texts) -> str:
    return texts.gettext("Only administrators can change the settings of this chat.")


def _not_allowed(request: Request) -> Answer:
    say = request.texts.gettext
    reading = say("Everybody may use /list, /latest, /search, /why, /status and /help.")
    return Answer(message=make_message(_only_administrators(request.texts), reading))


def _handlers(desk: Desk) -> tuple[BaseHandler[Update, Any, Any], ...]:
    # An edited command is not done again: its first version was.
    new = filters.UpdateType.MESSAGE | filters.UpdateType.CHANNEL_POST
    membership = Membership(managing=desk.managing)
    private = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
    return (
        MessageHandler(filters.StatusUpdate.MIGRATE, membership.on_migration),
        MessageHandler(private & filters.FORWARDED, desk.on_forward),
        MessageHandler(new & filters.Regex(COMMAND), desk.on_command),
        MessageHandler(new & filters.CaptionRegex(COMMAND), desk.on_command),
        MessageHandler(private & filters.LOCATION, desk.on_location),
        MessageHandler(
            filters.UpdateType.MESSAGE & (filters.TEXT | filters.Document.ALL), desk.on_text
        ),
        MessageHandler(private & ~filters.StatusUpdate.ALL, desk.on_text),
        CallbackQueryHandler(desk.on_press),
        InlineQueryHandler(InlineDesk(services=desk.services).on_query),
        ChatMemberHandler(membership.on_membership, ChatMemberHandler.MY_CHAT_MEMBER),
    )


def install(
    application: Application[Any, Any, Any, Any, Any, Any], services: Services
) -> None:
    """Let `application` answer; the caller feeds it updates with ``process_update``."""
    desk = Desk(services=services)
    application.add_handler(TypeHandler(Update, Gate(services=services).on_update), -1)
    application.add_handlers(_handlers(desk))
    own_menus = Menus(store=services.store, admins=services.admins)
    application.add_handler(TypeHandler(Update, own_menus.on_update), 1)
    application.add_error_handler(Apology(services=services).on_error)
