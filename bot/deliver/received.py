"""Updates as Telegram sent them, made such that the library can read them.

Telegram grows: the library refuses a message whose poll, game or gift lacks what was
optional when it was released, and with it the whole batch, again and again, so that one
such message in any chat would silence the bot for everybody.
"""

import logging
from typing import Any, Final

from telegram import Update

from bot.deliver.transport import UNREADABLE, AiohttpRequest

log = logging.getLogger(__name__)

_USED: Final = frozenset(
    {
        *("message_id", "date", "chat", "from", "sender_chat"),
        *("message_thread_id", "is_topic_message", "media_group_id", "forward_origin"),
        *("text", "entities", "caption", "caption_entities", "document", "location"),
        *("migrate_to_chat_id", "migrate_from_chat_id", "reply_markup"),
    }
)


def readable(update: dict[str, Any]) -> dict[str, Any]:
    """Return an update as it is, or with what we use only, or empty if that fails too."""
    if _is_read(update):
        return update
    number = update["update_id"]
    plainer = {key: _plainer(value) for key, value in update.items()}
    if _is_read(plainer):
        log.warning("update %s is read in part", number)
        return plainer
    log.error("update %s cannot be read; it is left out", number)
    return {"update_id": number}


def _is_read(update: dict[str, Any]) -> bool:
    try:
        Update.de_json(update, None)
    except UNREADABLE as exc:
        log.info("update %s: %s: %s", update["update_id"], type(exc).__name__, exc)
        return False
    return True


def _plainer(value: Any) -> Any:
    """Return a message with what we use only; also one that a press or an answer names."""
    if not isinstance(value, dict):
        return value
    rest = {
        key: _plainer(value[key])
        for key in ("message", "reply_to_message")
        if isinstance(value.get(key), dict)
    }
    kept = {k: v for k, v in value.items() if k in _USED} if "chat" in value else value
    return kept | rest


class UpdatesRequest(AiohttpRequest):
    """Makes the requests for updates."""

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Return what was answered, each update of it readable."""
        answer = AiohttpRequest.parse_json_payload(payload)
        result = answer.get("result") if isinstance(answer, dict) else None
        if isinstance(result, list):
            answer["result"] = [readable(update) for update in result if _has_id(update)]
        return answer


def _has_id(update: object) -> bool:
    return isinstance(update, dict) and isinstance(update.get("update_id"), int)
