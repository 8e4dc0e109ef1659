"""Build the Bot: one client for all calls, paced, with sane timeouts."""

import os

from telegram.ext import ExtBot

from bot.deliver.limiter import PacedLimiter
from bot.deliver.pace import FREE_RATE, SEND_RATE, Pacer
from bot.deliver.reach import Reach
from bot.deliver.received import UpdatesRequest
from bot.deliver.redact import quiet_http_loggers
from bot.deliver.transport import READ_TIMEOUT, AiohttpRequest, find_proxy

IN_FLIGHT = 12  # deliveries at once at 27 a second, each of which takes Telegram some 50 ms
MANY_IN_FLIGHT = 96  # at 1,000 a second, with the wait for company at the commit
FOR_ANSWERS = 8  # connections beside those: people do not wait for deliveries
LONG_POLL_SLACK = 10.0  # what getUpdates may take longer than its own timeout


def in_flight(send_rate: float) -> int:
    """Return how many deliveries are in flight at most."""
    return MANY_IN_FLIGHT if send_rate > FREE_RATE else IN_FLIGHT


def build_bot(
    *,
    token: str,
    api_url: str = "https://api.telegram.org",
    send_rate: float = SEND_RATE,
    is_paid: bool = False,
    read_timeout: float = READ_TIMEOUT,
    reach: Reach | None = None,
) -> ExtBot[dict[str, object]]:
    """Return a Bot whose every call passes one pacer; initialize it before use.

    Args:
        token: The bot's.
        api_url: The Bot API's root; ``/bot<token>/`` follows.
        send_rate: Messages a second over all chats.
        is_paid: Whether deliveries are paid broadcasts; all else keeps the free rate.
        read_timeout: Seconds to wait for an answer.
        reach: Told whether Telegram answers.

    Raises:
        ConfigError: The environment names a proxy that cannot be used.
    """
    # Without it the library warns about its own types whenever it meets a flood limit.
    os.environ.setdefault("PTB_TIMEDELTA", "1")
    quiet_http_loggers()
    root = api_url.rstrip("/")
    proxy = find_proxy(root)
    size = in_flight(send_rate) + FOR_ANSWERS
    return ExtBot(
        token=token,
        base_url=f"{root}/bot",
        base_file_url=f"{root}/file/bot",
        request=AiohttpRequest(
            size=size, read_timeout=read_timeout, proxy=proxy, reach=reach
        ),
        get_updates_request=UpdatesRequest(
            size=1, read_timeout=LONG_POLL_SLACK, proxy=proxy, reach=reach
        ),
        rate_limiter=PacedLimiter(
            Pacer(send_rate, free_rate=SEND_RATE if is_paid else None)
        ),
    )
