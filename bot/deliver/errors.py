"""What Telegram's refusals mean, as data.

Descriptions of the Bot API server and of its library (tdlib, v10.0), in lower case and
without "Bad Request: ", as fragments: a few of them carry names or numbers.
"""

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType


class Refusal(StrEnum):
    """Why a message was refused with 400."""

    CHAT = "the chat cannot be written to"
    PARSE = "the markup or the text is at fault"
    TOPIC = "the topic is gone or closed"
    MEDIA = "the chat takes no pictures or files"
    BUTTONS = "a button is at fault"
    REPLY = "the message to answer is gone"
    PREVIEW = "the picture of a page is at fault"
    SAME = "the message already says this"
    GONE = "the message to change is gone"


FRAGMENTS: Mapping[Refusal, tuple[str, ...]] = MappingProxyType(
    {
        Refusal.SAME: ("message is not modified", "message_not_modified"),
        Refusal.GONE: (
            "message to edit not found",
            "message can't be edited",
            "message_id_invalid",
            "message_edit_time_expired",
            "there is no text in the message to edit",  # it is a picture
        ),
        Refusal.TOPIC: (
            "message thread not found",
            "topic_closed",
            "topic_deleted",
            "topic_id_invalid",
            "topic is closed",
        ),
        # Before the next: such a group takes text.
        Refusal.MEDIA: (
            "not enough rights to send photos",
            "not enough rights to send documents",
            "chat_send_photos_forbidden",
            "chat_send_docs_forbidden",
            "chat_send_media_forbidden",
        ),
        Refusal.CHAT: (
            "chat not found",
            "user not found",
            "user is deactivated",
            "input_user_deactivated",
            "user_is_blocked",
            "peer_id_invalid",
            "chat_id is empty",
            "group chat was deactivated",
            "group chat was deleted",
            "bot was kicked",
            "bot is not a member",
            "not enough rights",
            "have no rights to send",
            "need administrator rights",
            "chat_write_forbidden",
            "chat_send_plain_forbidden",
            "chat_admin_required",
            "chat_restricted",
            "channel_private",
        ),
        Refusal.BUTTONS: (
            "button_url_invalid",
            "button_data_invalid",
            "button_type_invalid",
            "inline keyboard button",
            "reply markup is too long",
            "reply_markup_too_long",
        ),
        Refusal.REPLY: (
            "message to be replied not found",
            "message to reply not found",
            "reply_message_id_invalid",
        ),
        Refusal.PREVIEW: (
            "webpage_",
            "wrong web page",
            "wrong link preview",
            "failed to get http url content",
            "wrong file identifier/http url specified",
        ),
        Refusal.PARSE: (
            "can't parse entities",
            "entity_",
            "entities_too_long",
            "message is too long",
            "message_too_long",
            "text is too long",
        ),
    }
)


def refusal_of(description: str) -> Refusal | None:
    """Return what the description of a 400 means; None if it is not known."""
    folded = description.casefold().replace("’", "'")
    for refusal, fragments in FRAGMENTS.items():
        if any(fragment in folded for fragment in fragments):
            return refusal
    return None
