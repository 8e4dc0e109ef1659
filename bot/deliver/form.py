"""One message as the Bot API takes it, and the call that sends it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from html import escape
from typing import Any

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputFile,
    InputMediaPhoto,
    LinkPreviewOptions,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.ext import ExtBot

from bot.deliver.errors import Refusal
from bot.deliver.lanes import Lane
from bot.deliver.limiter import in_lane
from bot.domain.model import Button, Chat, Outgoing

_NOTES = {
    Refusal.PARSE: "plain text",
    Refusal.TOPIC: "topic lost",
    Refusal.MEDIA: "picture or file lost",
    Refusal.BUTTONS: "buttons lost",
    Refusal.PREVIEW: "picture lost",
    Refusal.REPLY: "reply lost",
}
_MAY_BE_AT_FAULT = (
    *(Refusal.PARSE, Refusal.BUTTONS, Refusal.PREVIEW, Refusal.REPLY),
    Refusal.MEDIA,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """One message with what was taken away from it so that Telegram takes it."""

    chat: Chat
    outgoing: Outgoing
    edit_message_id: int | None
    reply_to: int | None = None
    is_answer: bool = False
    is_paid: bool = False
    lost: tuple[Refusal, ...] = ()

    def without(self, refusal: Refusal) -> "Form | None":
        """Return the message without what Telegram refused, or None if that is not it."""
        if refusal in self.lost:
            if refusal is not Refusal.PARSE or not self.outgoing.links:
                return None
            return replace(self, outgoing=replace(self.outgoing, links=()))
        match refusal:
            case Refusal.PARSE:
                possible = True
            case Refusal.TOPIC:
                possible = self.chat.thread_id is not None and self.edit_message_id is None
            case Refusal.MEDIA:
                possible = self.edit_message_id is None and self._can_lose_media
            case Refusal.BUTTONS:
                possible = bool(self.outgoing.buttons)
            case Refusal.PREVIEW:
                possible = self.outgoing.preview is not None
            case Refusal.REPLY:
                possible = self.reply_to is not None
            case _:
                possible = False
        return replace(self, lost=(*self.lost, refusal)) if possible else None

    def plainest(self) -> "Form | None":
        """Return the message without all that may be at fault, or None if it is so."""
        form: Form | None = None
        for refusal in _MAY_BE_AT_FAULT:
            form = (form or self).without(refusal) or form
        return form

    @property
    def _can_lose_media(self) -> bool:
        """Whether something is said without the picture or the file."""
        return self.outgoing.photo is not None or bool(self.outgoing.instead)

    @property
    def note(self) -> str | None:
        """What was taken away, in words."""
        return ", ".join(_NOTES[refusal] for refusal in self.lost) or None


async def call(bot: ExtBot[Any], form: Form) -> int | None:
    """Make the one call; return the message's id."""
    plain = Refusal.PARSE in form.lost
    words = _text(form, plain=plain)
    mode = None if plain else ParseMode.HTML
    keyboard = _keyboard(() if Refusal.BUTTONS in form.lost else form.outgoing.buttons)
    has_media = Refusal.MEDIA not in form.lost
    if form.outgoing.photo is not None and has_media:
        return await _call_for_photo(bot, form, form.outgoing.photo, words, mode, keyboard)
    file = form.outgoing.attachment
    if file is None or form.edit_message_id is not None or not has_media:
        return await _call_for_text(bot, form, words, mode, keyboard)
    message = await bot.send_document(
        document=InputFile(file.content, filename=file.name),
        **_common(bot, form, keyboard)
        | _new(form)
        | {"caption": words, "parse_mode": mode},
    )
    return message.message_id


async def _call_for_photo(  # noqa: PLR0917
    bot: ExtBot[Any],
    form: Form,
    photo: bytes,
    words: str,
    mode: str | None,
    keyboard: Mapping[str, str],
) -> int:
    common = _common(bot, form, keyboard)
    if form.edit_message_id is not None:
        media = InputMediaPhoto(photo, caption=words, parse_mode=mode)
        await bot.edit_message_media(media, message_id=form.edit_message_id, **common)
        return form.edit_message_id
    captioned = common | _new(form) | {"caption": words, "parse_mode": mode}
    message = await bot.send_photo(photo=photo, **captioned)
    return message.message_id


def _common(bot: ExtBot[Any], form: Form, keyboard: Mapping[str, str]) -> dict[str, Any]:
    return {
        "chat_id": form.chat.telegram_id,
        "rate_limit_args": _lane(bot, form),
        "api_kwargs": dict(keyboard),
    }


async def _call_for_text(
    bot: ExtBot[Any],
    form: Form,
    words: str,
    mode: str | None,
    keyboard: Mapping[str, str],
) -> int | None:
    """Send or edit a text; return the message's id.

    Not with the library's `send_message`, which makes an object of some hundred fields of
    the answer: a fifth of what a message costs (benchmarks/delivery.py), for its id alone.
    """
    shown = form.outgoing.preview if Refusal.PREVIEW not in form.lost else None
    data: dict[str, Any] = {
        "chat_id": form.chat.telegram_id,
        "text": words,
        "parse_mode": mode,
        "link_preview_options": _preview(shown, form.outgoing.large),
        **keyboard,
    }
    if mode is None and form.outgoing.links and Refusal.MEDIA not in form.lost:
        data["entities"] = json.dumps(
            [{"type": "text_link", **asdict(each)} for each in form.outgoing.links]
        )
    lane = bot._merge_api_rl_kwargs(None, _lane(bot, form))  # noqa: SLF001
    if form.edit_message_id is not None:
        data["message_id"] = form.edit_message_id
        await bot._post("editMessageText", data, api_kwargs=lane)  # noqa: SLF001
        return form.edit_message_id
    message = await bot._post("sendMessage", data | _new(form), api_kwargs=lane)  # noqa: SLF001
    message_id: int = message["message_id"]
    return message_id


def _new(form: Form) -> dict[str, Any]:
    """Return what only a new message has."""
    return {
        "disable_notification": form.outgoing.silent,
        "message_thread_id": None if Refusal.TOPIC in form.lost else form.chat.thread_id,
        "reply_parameters": _reply(form),
        "allow_paid_broadcast": form.is_paid or None,
    }


def _text(form: Form, *, plain: bool) -> str:
    """Return what is said; below it, once, that the topic is lost."""
    said = form.outgoing.plain if plain else form.outgoing.html
    if Refusal.MEDIA in form.lost and form.outgoing.instead:
        said = (
            form.outgoing.instead if plain else escape(form.outgoing.instead, quote=False)
        )
    if Refusal.TOPIC not in form.lost or not form.outgoing.notice:
        return said
    notice = form.outgoing.notice
    return f"{said}\n\n{notice if plain else escape(notice, quote=False)}"


def _reply(form: Form) -> ReplyParameters | None:
    if form.reply_to is None or Refusal.REPLY in form.lost:
        return None
    return ReplyParameters(form.reply_to, allow_sending_without_reply=True)


def _lane(bot: ExtBot[Any], form: Form) -> dict[str, Any] | None:
    """Return what the limiter is told; answers are what it takes calls for."""
    if not bot.rate_limiter or form.is_answer:
        return None
    if form.edit_message_id is not None:
        return in_lane(Lane.EDIT)
    return in_lane(Lane.DIGEST if form.outgoing.can_wait else Lane.ALERT)


# As JSON and once for all who get the same: the library takes longer over its objects for
# these two than over all the rest of a message.
@lru_cache(maxsize=1024)
def _keyboard(buttons: tuple[tuple[Button, ...], ...]) -> Mapping[str, str]:
    """Return the parameter of the buttons, if there are any."""
    if not buttons:
        return {}
    markup = InlineKeyboardMarkup(
        [
            [InlineKeyboardButton(b.text, url=b.url, callback_data=b.data) for b in row]
            for row in buttons
        ]
    )
    return {"reply_markup": markup.to_json()}


@lru_cache(maxsize=1024)
def _preview(url: str | None, large: bool) -> str:  # noqa: FBT001  # of one message
    """Return which page's picture is shown, and how: a large one before the text."""
    if url is None:
        return LinkPreviewOptions(is_disabled=True).to_json()
    return LinkPreviewOptions(
        url=url,
        prefer_small_media=not large,
        prefer_large_media=large,
        show_above_text=large,
    ).to_json()
