"""Methods that send: messages, files, places, actions."""

import json
from collections.abc import Callable
from typing import Any

from bot.demo.botapi.args import Args, Upload
from bot.demo.botapi.core import Core
from bot.demo.botapi.errors import JSON, bad_request
from bot.demo.botapi.links import checked_link
from bot.demo.botapi.markup import inline_of, read_markup
from bot.demo.botapi.rooms import Room
from bot.demo.botapi.text import MAX_CAPTION, MAX_TEXT, format_text

MAX_PHOTO = 10_000_000  # Bot API, sendPhoto: bytes
MAX_SIDES = 10_000  # likewise: width and height together
_PNG_HEAD = 24  # bytes, the size at the end
MAX_ALBUM = 10  # Bot API, sendMediaGroup
_ACTIONS = frozenset(
    {
        "typing",
        "upload_photo",
        "record_video",
        "upload_video",
        "record_voice",
        "upload_voice",
        "upload_document",
        "choose_sticker",
        "find_location",
        "record_video_note",
        "upload_video_note",
    }
)


def message_text(args: Args) -> JSON:
    """Return the text, its entities and its preview options as the message keeps them."""
    text = args.text("text")
    if not text:
        raise bad_request("message text is empty")
    parsed = format_text(
        text,
        parse_mode=args.text("parse_mode"),
        entities=args.text("entities"),
        limit=MAX_TEXT,
    )
    if not parsed.text:
        # Empty as sent is one thing; empty once read has a text of its own.
        raise bad_request("text must be non-empty")
    content: JSON = {"text": parsed.text}
    if parsed.entities:
        content["entities"] = list(parsed.entities)
    if preview := args.object("link_preview_options"):
        content["link_preview_options"] = preview
    elif args.flag("disable_web_page_preview"):
        content["link_preview_options"] = {"is_disabled": True}
    return content


def caption(args: Args) -> JSON:
    """Return the caption and its entities, empty if there is none."""
    parsed = format_text(
        args.text("caption"),
        parse_mode=args.text("parse_mode"),
        entities=args.text("caption_entities"),
        limit=MAX_CAPTION,
        what="message caption",
    )
    content: JSON = {"caption": parsed.text} if parsed.text else {}
    if parsed.entities:
        content["caption_entities"] = list(parsed.entities)
    return content


def _place(core: Core, room: Room, args: Args) -> JSON:
    """Return the topic and the message that is answered, as the message keeps them."""
    content: JSON = {}
    thread_id = args.integer("message_thread_id")
    if thread_id:
        room.check_topic(thread_id)
        content |= {"message_thread_id": thread_id, "is_topic_message": True}
    reply = args.object("reply_parameters") or {
        "message_id": args.integer("reply_to_message_id"),
        "allow_sending_without_reply": args.flag("allow_sending_without_reply"),
    }
    if message_id := reply.get("message_id"):
        other = reply.get("chat_id", room.id)
        source = core.rooms.get(other) if isinstance(other, int) else None
        stored = source.find(message_id) if source is not None else None
        if stored is not None:
            content["reply_to_message"] = {
                k: v for k, v in stored.message.items() if k != "reply_to_message"
            }
        elif reply.get("allow_sending_without_reply") is not True:
            raise bad_request("message to be replied not found")
    return content


def _send(core: Core, room: Room, args: Args, contents: list[JSON]) -> list[JSON]:
    """Keep the bot's messages after the last checks."""
    place = _place(core, room, args)
    markup = read_markup(args)
    for _ in contents:
        core.count_message(room)
    sent = []
    for content in contents:
        whole = place | content
        if inline := inline_of(markup):
            whole["reply_markup"] = inline
        if args.flag("protect_content"):
            whole["has_protected_content"] = True
        silent = args.flag("disable_notification")
        stored = core.store(room, core.bot_user(), whole, silent=silent)
        stored.outgoing = True
        if markup and not inline:
            core.events_hub.publish("keyboard", chat_id=room.id, reply_markup=markup)
        sent.append(stored.message)
    return sent


def send_message(core: Core, args: Args) -> JSON:
    """``sendMessage``."""
    content = message_text(args)
    return _send(core, core.writable_room(args), args, [content])[0]


def send_location(core: Core, args: Args) -> JSON:
    """``sendLocation``."""
    try:
        place = {name: float(args.text(name)) for name in ("latitude", "longitude")}
    except ValueError as exc:
        raise bad_request("wrong coordinates specified") from exc
    if not -90 <= place["latitude"] <= 90 or not -180 <= place["longitude"] <= 180:  # noqa: PLR2004 -- degrees
        raise bad_request("wrong coordinates specified")
    return _send(core, core.writable_room(args), args, [{"location": place}])[0]


def send_chat_action(core: Core, args: Args) -> bool:
    """``sendChatAction``."""
    room = core.writable_room(args)
    action = args.text("action")
    if action not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    core.events_hub.publish("typing", chat_id=room.id, action=action)
    return True


def _file_of(core: Core, args: Args, value: str, what: str) -> JSON:
    """Return the file object of an upload, a known file_id or an address."""
    attached = value.removeprefix("attach://") if value.startswith("attach://") else what
    upload = args.files.get(attached)
    if upload is None and value in core.files:
        upload = core.files[value]
    elif upload is None and value.startswith(("http://", "https://")):
        # The emulator fetches nothing: the file stays empty and keeps its address as name.
        if checked_link(value) is None:
            raise bad_request("wrong HTTP URL specified")
        upload = Upload(name=value, content_type="application/octet-stream", content=b"")
    elif upload is None and value:
        raise bad_request("wrong file identifier/HTTP URL specified")
    elif upload is None:
        msg = f"there is no {what} in the request"
        raise bad_request(msg)
    return core.keep_file(upload)


def _size_of(content: bytes) -> tuple[int, int]:
    """Return width and height of a PNG, 1 and 1 of what is none."""
    if content[:8] != b"\x89PNG\r\n\x1a\n" or len(content) < _PNG_HEAD:
        return 1, 1
    return int.from_bytes(content[16:20], "big"), int.from_bytes(content[20:24], "big")


def media_of(core: Core, args: Args, value: str, kind: str) -> JSON:
    """Return a photo or document as the message keeps it."""
    file = _file_of(core, args, value, kind)
    upload = core.files[file["file_id"]]
    if kind == "photo":
        if len(upload.content) > MAX_PHOTO:
            raise bad_request("file is too big")
        width, height = _size_of(upload.content)
        if width + height > MAX_SIDES:
            raise bad_request("PHOTO_INVALID_DIMENSIONS")
        return {"photo": [{**file, "width": width, "height": height}]}
    named = {"file_name": upload.name, "mime_type": upload.content_type}
    return {"document": {**file, **named}}


def _send_file(kind: str) -> Callable[[Core, Args], JSON]:
    def send(core: Core, args: Args) -> JSON:
        content = media_of(core, args, args.text(kind), kind) | caption(args)
        return _send(core, core.writable_room(args), args, [content])[0]

    return send


def send_media_group(core: Core, args: Args) -> list[JSON]:
    """``sendMediaGroup``: photos and documents."""
    media: Any = args.json("media")
    if not isinstance(media, list) or not media:
        raise bad_request("there is no media in the request")
    if len(media) > MAX_ALBUM:
        raise bad_request("too many messages to send as an album")
    contents = []
    group = {"media_group_id": str(next(core.shared_ids))}
    for item in media:
        kind = item.get("type") if isinstance(item, dict) else None
        if kind not in ("photo", "document"):
            raise bad_request(
                "media of this type is not emulated: send photos and documents"
            )
        fields = {
            "caption": str(item.get("caption", "")),
            "parse_mode": str(item.get("parse_mode", "")),
            "caption_entities": json.dumps(item.get("caption_entities") or []),
        }
        content = media_of(core, args, str(item.get("media", "")), kind)
        contents.append(group | content | caption(Args(values=fields)))
    return _send(core, core.writable_room(args), args, contents)


METHODS: dict[str, Callable[[Core, Args], object]] = {
    "sendMessage": send_message,
    "sendLocation": send_location,
    "sendChatAction": send_chat_action,
    "sendPhoto": _send_file("photo"),
    "sendDocument": _send_file("document"),
    "sendMediaGroup": send_media_group,
}
