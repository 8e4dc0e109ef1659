"""Build the Bot: one client for all calls, paced, with sane timeouts."""

import os
from collections.abc import Callable

import httpx
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.deliver.limiter import PacedLimiter
from bot.deliver.pace import SEND_RATE, Pacer
from bot.deliver.redact import quiet_http_loggers

# httpx grows dearer with each open connection, and 8 in flight send 450 messages a second.
MAX_CONNECTIONS = 8
CONNECT_TIMEOUT = 5.0
READ_TIMEOUT = 15.0  # after it nobody knows whether the message was sent, so not too short
WRITE_TIMEOUT = 10.0
POOL_TIMEOUT = 30.0  # calls wait for one of the connections rather than fail
LONG_POLL_SLACK = 10.0  # what getUpdates may take longer than its own timeout

Transport = Callable[[], httpx.AsyncBaseTransport]


def build_bot(
    *,
    token: str,
    api_url: str = "https://api.telegram.org",
    send_rate: float = SEND_RATE,
    transport: Transport | None = None,
    read_timeout: float = READ_TIMEOUT,
) -> ExtBot[dict[str, object]]:
    """Return a Bot whose every call passes one pacer; initialize it before use.

    Args:
        token: The bot's.
        api_url: The Bot API's root; ``/bot<token>/`` follows.
        send_rate: Messages a second over all chats.
        transport: Makes the transport of a client, instead of httpx's own; called twice,
            for the long poll has a client of its own.
        read_timeout: Seconds to wait for an answer.
    """
    # Without it the library warns about its own types whenever it meets a flood limit.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    quiet_http_loggers()
    root = api_url.rstrip("/")
    return ExtBot(
        token=token,
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=_request(MAX_CONNECTIONS, read_timeout, transport),
        get_updates_request=_request(1, LONG_POLL_SLACK, transport),
        rate_limiter=PacedLimiter(Pacer(send_rate)),
    )


def _request(size: int, read_timeout: float, transport: Transport | None) -> HTTPXRequest:
    return HTTPXRequest(
        connection_pool_size=size,
        connect_timeout=CONNECT_TIMEOUT,
        read_timeout=read_timeout,
        write_timeout=WRITE_TIMEOUT,
        pool_timeout=POOL_TIMEOUT,
        httpx_kwargs={"transport": transport()} if transport else None,
    )
