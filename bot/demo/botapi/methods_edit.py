"""Methods that change messages: edit, delete, pin, react, answer a press."""

import json
from collections.abc import Callable

from bot.demo.botapi.args import Args
from bot.demo.botapi.core import ANSWER_TIME, Core
from bot.demo.botapi.errors import JSON, bad_request
from bot.demo.botapi.markup import inline_of, read_markup
from bot.demo.botapi.methods_send import caption, media_of, message_text
from bot.demo.botapi.rooms import Room, Stored
from bot.demo.botapi.text import utf16_length

MAX_ANSWER = 200  # Bot API, answerCallbackQuery
MAX_DELETED = 100  # Bot API, deleteMessages
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly "
    "the same as a current content and reply markup of the message"
)
_MEDIA = (
    *("text", "entities", "link_preview_options", "photo", "document"),
    *("caption", "caption_entities", "reply_markup"),
)
_QUERY_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
# Reactions that Telegram's clients offer first; the whole list has some seventy.
_REACTIONS = frozenset(
    "👍 👎 ❤ 🔥 🥰 👏 😁 🤔 🤯 😱 🤬 😢 🎉 🤩 🤮 💩 🙏 👌 🕊 👀 ⚡ 🏆 💔 🤨 😐 ✍".split()
)


def _editable(core: Core, args: Args) -> tuple[Room, Stored]:
    if args.has("inline_message_id") and not args.has("chat_id"):
        raise bad_request("message to edit not found")  # nothing here is sent inline
    room = core.writable_room(args)
    message_id = args.integer("message_id")
    if not message_id:
        raise bad_request("message identifier is not specified")
    stored = room.find(message_id)
    if stored is None:
        raise bad_request("message to edit not found")
    if not stored.outgoing:
        raise bad_request("message can't be edited")
    return room, stored


def _edit(
    core: Core,
    args: Args,
    *,
    fields: tuple[str, ...],
    content: JSON,
    check: Callable[[JSON], None] = lambda _: None,
) -> JSON:
    room, stored = _editable(core, args)
    check(stored.message)
    markup = inline_of(read_markup(args))
    new = content | ({"reply_markup": markup} if markup else {})
    old = {key: stored.message[key] for key in fields if key in stored.message}
    if new == old:
        raise bad_request(_NOT_MODIFIED)
    core.count_message(room, is_edit=True)
    for key in fields:
        stored.message.pop(key, None)
    stored.message.update(new)
    return core.edited(room, stored)


def edit_text(core: Core, args: Args) -> JSON:
    """``editMessageText``."""

    def has_text(message: JSON) -> None:
        if "text" not in message:
            raise bad_request("there is no text in the message to edit")

    fields = ("text", "entities", "link_preview_options", "reply_markup")
    return _edit(core, args, fields=fields, content=message_text(args), check=has_text)


def edit_caption(core: Core, args: Args) -> JSON:
    """``editMessageCaption``."""

    def has_caption(message: JSON) -> None:
        if not {"photo", "document"} & message.keys():
            raise bad_request("there is no caption in the message to edit")

    fields = ("caption", "caption_entities", "reply_markup")
    return _edit(core, args, fields=fields, content=caption(args), check=has_caption)


def edit_media(core: Core, args: Args) -> JSON:
    """``editMessageMedia``: a photo or document in the place of another, or of text."""
    media = args.object("media")
    kind = media.get("type")
    if kind not in ("photo", "document"):
        raise bad_request("media of this type is not emulated: send photos and documents")
    words = Args(
        values={
            "caption": str(media.get("caption") or ""),
            "parse_mode": str(media.get("parse_mode") or ""),
            "caption_entities": json.dumps(media.get("caption_entities") or []),
        }
    )
    content = media_of(core, args, str(media.get("media", "")), kind) | caption(words)
    return _edit(core, args, fields=_MEDIA, content=content)


def edit_markup(core: Core, args: Args) -> JSON:
    """``editMessageReplyMarkup``."""
    return _edit(core, args, fields=("reply_markup",), content={})


def _delete(core: Core, room: Room, stored: Stored) -> None:
    stored.deleted = True
    message_id = stored.message["message_id"]
    if message_id in room.pinned:
        room.pinned.remove(message_id)
    core.events_hub.publish("delete", chat_id=room.id, message_id=message_id)


def _deletable(room: Room, stored: Stored) -> bool:
    return stored.outgoing or room.is_private or room.bot_status == "administrator"


def delete_message(core: Core, args: Args) -> bool:
    """``deleteMessage``."""
    room = core.writable_room(args)
    stored = room.find(args.integer("message_id"))
    if stored is None:
        raise bad_request("message to delete not found")
    if not _deletable(room, stored):
        raise bad_request("message can't be deleted")
    _delete(core, room, stored)
    return True


def delete_messages(core: Core, args: Args) -> bool:
    """``deleteMessages``: those that are not there are skipped."""
    ids = args.json("message_ids")
    room = core.writable_room(args)
    if not isinstance(ids, list) or not ids:
        raise bad_request("message identifiers are not specified")
    if len(ids) > MAX_DELETED:
        raise bad_request("too many message identifiers specified")
    for message_id in ids:
        stored = room.find(int(message_id))
        if stored is not None and _deletable(room, stored):
            _delete(core, room, stored)
    return True


def _check_pins(room: Room) -> None:
    if not room.is_private and room.bot_status != "administrator" and room.kind != "group":
        raise bad_request("not enough rights to manage pinned messages in the chat")


def pin(core: Core, args: Args) -> bool:
    """``pinChatMessage``."""
    room = core.writable_room(args)
    stored = room.find(args.integer("message_id"))
    if stored is None:
        raise bad_request("message to pin not found")
    _check_pins(room)
    message_id = stored.message["message_id"]
    room.pinned = [*(p for p in room.pinned if p != message_id), message_id]
    core.events_hub.publish("pin", chat_id=room.id, message_id=message_id)
    return True


def unpin(core: Core, args: Args) -> bool:
    """``unpinChatMessage``: one, or the last one pinned."""
    room = core.writable_room(args)
    _check_pins(room)
    message_id = args.integer("message_id") or (room.pinned[-1] if room.pinned else 0)
    if message_id not in room.pinned:
        raise bad_request("message to unpin not found")
    room.pinned.remove(message_id)
    core.events_hub.publish("unpin", chat_id=room.id, message_id=message_id)
    return True


def unpin_all(core: Core, args: Args) -> bool:
    """``unpinAllChatMessages``."""
    room = core.writable_room(args)
    _check_pins(room)
    room.pinned.clear()
    core.events_hub.publish("unpin", chat_id=room.id, message_id=None)
    return True


def set_reaction(core: Core, args: Args) -> bool:
    """``setMessageReaction``: at most one ordinary emoji."""
    room = core.writable_room(args)
    stored = room.find(args.integer("message_id"))
    if stored is None:
        raise bad_request("message to react not found")
    reactions = args.json("reaction") or []
    if not isinstance(reactions, list) or not all(isinstance(r, dict) for r in reactions):
        raise bad_request("can't parse reaction types JSON object")
    if len(reactions) > 1:
        raise bad_request("REACTIONS_TOO_MANY")
    if any(str(r.get("emoji", "")).rstrip("\ufe0f") not in _REACTIONS for r in reactions):
        raise bad_request("REACTION_INVALID")
    stored.reactions = reactions
    core.events_hub.publish("reaction", chat_id=room.id, message=stored.shown())
    return True


def answer_callback(core: Core, args: Args) -> bool:
    """``answerCallbackQuery``."""
    text = args.text("text")
    if utf16_length(text) > MAX_ANSWER:
        raise bad_request("MESSAGE_TOO_LONG")
    query_id = args.text("callback_query_id")
    query = core.queries.get(query_id)
    is_late = query is None or core.clock() - query.at > ANSWER_TIME
    if query is None or is_late or query_id in core.callback_answers:
        raise bad_request(_QUERY_TOO_OLD)
    answer: JSON = {"text": text, "show_alert": args.flag("show_alert")}
    if args.has("url"):
        answer["url"] = args.text("url")
    core.callback_answers[query_id] = answer
    core.events_hub.publish(
        "callback_answer",
        chat_id=query.chat_id,
        person_id=query.person_id,
        callback_query_id=query_id,
        answer=answer,
    )
    return True


METHODS: dict[str, Callable[[Core, Args], object]] = {
    "editMessageText": edit_text,
    "editMessageCaption": edit_caption,
    "editMessageMedia": edit_media,
    "editMessageReplyMarkup": edit_markup,
    "deleteMessage": delete_message,
    "deleteMessages": delete_messages,
    "pinChatMessage": pin,
    "unpinChatMessage": unpin,
    "unpinAllChatMessages": unpin_all,
    "setMessageReaction": set_reaction,
    "answerCallbackQuery": answer_callback,
}
