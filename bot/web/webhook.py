"""Telegram's updates by webhook, instead of asking for them."""

import hmac
import json
import logging
from collections.abc import Awaitable, Callable
from typing import Any

from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from bot.domain.errors import StoreError

log = logging.getLogger(__name__)

MAX_BYTES = 1024 * 1024  # an update is a few kB; a caption and its entities stay far below
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105  # a header's name
RETRY_AFTER = "5"  # Telegram obeys it, up to an hour

Handle = Callable[[dict[str, Any]], Awaitable[None]]


def webhook_route(*, secret: str, handle: Handle, max_bytes: int = MAX_BYTES) -> Route:
    """Return the route that takes updates.

    It answers 200 only after `handle` has stored or handled the update, so that Telegram
    repeats what a crash or a database that is down would lose; `handle` must know an update
    that comes twice by its ``update_id``.

    Args:
        secret: What setWebhook was told; compared in constant time.
        handle: Takes the update as JSON; a StoreError makes Telegram try again.
        max_bytes: A longer body is refused before it is read whole.

    Raises:
        ValueError: There is no secret; then anybody could say anything to the bot.
    """
    if not secret:
        msg = "a webhook needs its secret"
        raise ValueError(msg)
    expected = secret.encode()

    async def telegram(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "").encode("latin-1")
        if not hmac.compare_digest(given, expected):
            return PlainTextResponse("wrong secret", status_code=403)
        body = await _body(request, max_bytes)
        if body is None:
            return PlainTextResponse("too long", status_code=413)
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            update = None
        if not isinstance(update, dict):
            return PlainTextResponse("not an update", status_code=400)
        try:
            await handle(update)
        except StoreError as exc:
            log.warning("update not stored: %s", exc)
            headers = {"Retry-After": RETRY_AFTER}
            return PlainTextResponse("try again", status_code=503, headers=headers)
        return Response(status_code=200)

    return Route("/telegram", telegram, methods=["POST"])


async def _body(request: Request, max_bytes: int) -> bytes | None:
    """Return the body, or None if it is too long or broke off."""
    body = bytearray()
    try:
        async for chunk in request.stream():
            body += chunk
            if len(body) > max_bytes:
                return None
    except ClientDisconnect:
        return None
    return bytes(body)
