"""The one way in which a method refuses: an error with Telegram's own words."""

from http import HTTPStatus
from typing import Any

# JSON objects of the Bot API stay plain dictionaries: the emulator passes most of them on
# without looking inside, and a test compares them with what Telegram documents.
JSON = dict[str, Any]


class ApiError(Exception):
    """A request that Telegram would refuse.

    Attributes:
        code: ``error_code``, which is also the HTTP status.
        description: Telegram's text, with its prefix.
        parameters: ``retry_after`` or ``migrate_to_chat_id``, or empty.
    """

    def __init__(self, code: int, description: str, parameters: JSON | None = None) -> None:
        """Remember the answer."""
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters: JSON = parameters or {}

    def body(self) -> JSON:
        """Return the envelope that Telegram sends."""
        body: JSON = {"ok": False, "error_code": self.code, "description": self.description}
        if self.parameters:
            body["parameters"] = self.parameters
        return body


def bad_request(message: str, parameters: JSON | None = None) -> ApiError:
    """Return a 400: the first letter is lowered, unless it is a server code (``ABC_…``)."""
    is_code = len(message) > 1 and (message[1].isupper() or message[1] == "_")
    text = message if is_code else message[:1].lower() + message[1:]
    return ApiError(HTTPStatus.BAD_REQUEST, f"Bad Request: {text}", parameters)


def forbidden(message: str) -> ApiError:
    """Return a 403."""
    return ApiError(HTTPStatus.FORBIDDEN, f"Forbidden: {message}")


def conflict(message: str) -> ApiError:
    """Return a 409."""
    return ApiError(HTTPStatus.CONFLICT, f"Conflict: {message}")


def too_many_requests(retry_after: int) -> ApiError:
    """Return a 429 that asks for a pause of `retry_after` seconds."""
    return ApiError(
        HTTPStatus.TOO_MANY_REQUESTS,
        f"Too Many Requests: retry after {retry_after}",
        {"retry_after": retry_after},
    )
