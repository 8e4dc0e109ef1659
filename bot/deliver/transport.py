"""python-telegram-bot's requests over aiohttp.

httpx, which the library brings along, takes 2 to 4 ms of CPU for a message and more with
each open connection; this takes a fifth of it (benchmarks/delivery.py). What goes wrong
leaves as the library's own errors, with the cause that `bot.deliver.send` looks at: after
one of `NEVER_LEFT` Telegram surely has nothing, after any other it may have everything.
"""

import json
import math
import re
import ssl
from functools import cache
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
import certifi
from telegram._utils.defaultvalue import DefaultValue
from telegram.error import NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.deliver.reach import Reach
from bot.deliver.redact import redact
from bot.domain.errors import ConfigError

CONNECT_TIMEOUT = 5.0
READ_TIMEOUT = 15.0  # after it nobody knows whether the message was sent, so not too short
POOL_TIMEOUT = 30.0  # calls wait for one of the connections rather than fail
# A server closes idle connections; a request that meets one then may have arrived, or not.
IDLE_FOR = 10.0

# Seconds for which a chat, or all, are left alone at most. Telegram has asked for eleven
# hours; a number without end would lose the chat, and there is no date so far ahead.
LONGEST_SILENCE = 7 * 24 * 3600
_LARGEST_CHAT = 1 << 52  # Bot API: a chat's id has at most 52 significant bits
_SAID = re.compile(r"retry after (\d+)", re.IGNORECASE)

# No connection was made, so no byte of the request left: it can be sent again without fear.
NEVER_LEFT = (
    aiohttp.ClientConnectorError,  # refused, no such name, its TLS, its proxy
    aiohttp.ClientHttpProxyError,
    aiohttp.ServerFingerprintMismatch,
    aiohttp.ConnectionTimeoutError,  # also of the pool
    aiohttp.InvalidURL,
)

# What the library says of an answer that lacks something or is of another kind.
UNREADABLE = (TypeError, ValueError, LookupError, AttributeError)


def find_proxy(url: str) -> str | None:
    """Return the proxy that the environment names for `url`, as httpx does.

    ``HTTPS_PROXY``, ``HTTP_PROXY`` and ``ALL_PROXY``, but not for what is in ``NO_PROXY``.

    Raises:
        ConfigError: It is none that speaks HTTP.
    """
    parts = urlsplit(url)
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if not proxy or proxy_bypass(parts.hostname or ""):
        return None
    if "://" not in proxy:
        proxy = f"http://{proxy}"
    if not proxy.startswith(("http://", "https://")):
        name = "HTTPS_PROXY or ALL_PROXY"
        raise ConfigError(name, "Telegram is reached through HTTP proxies only")
    return proxy


class AiohttpRequest(BaseRequest):
    """Makes the library's requests; to be initialized in the loop that uses it.

    Args:
        size: Connections at most; further calls wait for one of them.
        read_timeout: Seconds to wait for an answer.
        proxy: Its address, None for none.
        reach: Told whether the server answers.
    """

    def __init__(
        self,
        *,
        size: int,
        read_timeout: float = READ_TIMEOUT,
        proxy: str | None = None,
        reach: Reach | None = None,
    ) -> None:
        self._size = size
        self._read_timeout = read_timeout
        self._proxy = proxy
        self._reach = reach
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float | None:
        """Seconds to wait for an answer; the library adds a long poll's own to it."""
        return self._read_timeout

    @staticmethod
    def parse_json_payload(payload: bytes) -> Any:
        """Return what was answered; of a refusal's parameters only what can be meant.

        Raises:
            TelegramError: It is no answer of a Bot API.
        """
        answer = BaseRequest.parse_json_payload(payload)
        if not isinstance(answer, dict):
            raise TelegramError("Invalid server response")
        if (
            "parameters" in answer
            or answer.get("error_code") == HTTPStatus.TOO_MANY_REQUESTS
        ):
            answer["parameters"] = _parameters(answer)
        return answer

    async def initialize(self) -> None:
        """Open the session; nothing is connected yet."""
        if self._session is None:
            self._session = aiohttp.ClientSession(
                connector=aiohttp.TCPConnector(
                    limit=self._size,
                    keepalive_timeout=IDLE_FOR,
                    ttl_dns_cache=60,
                    ssl=_authorities(),
                ),
                cookie_jar=aiohttp.DummyCookieJar(),
                headers={"User-Agent": self.USER_AGENT},
                proxy=self._proxy,
            )

    async def shutdown(self) -> None:
        """Close every connection."""
        session, self._session = self._session, None
        if session is not None:
            await session.close()

    async def do_request(  # noqa: PLR0917  # the library's signature
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: Any = BaseRequest.DEFAULT_NONE,
        write_timeout: Any = BaseRequest.DEFAULT_NONE,
        connect_timeout: Any = BaseRequest.DEFAULT_NONE,
        pool_timeout: Any = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one request; return its status and body.

        Raises:
            TimedOut: Nothing came in time.
            NetworkError: Anything else between us and the server.
        """
        del write_timeout  # what we send fits into a socket's buffer
        if self._session is None:
            raise RuntimeError("the request is not initialized")
        connect = _seconds(connect_timeout, CONNECT_TIMEOUT)
        timeout = aiohttp.ClientTimeout(
            total=None,
            connect=_seconds(pool_timeout, POOL_TIMEOUT) + connect,
            sock_connect=connect,
            sock_read=_seconds(read_timeout, self._read_timeout),
        )
        body, headers = _body(request_data)
        try:
            async with self._session.request(
                method,
                url,
                data=body,
                headers=headers,
                timeout=timeout,
                allow_redirects=False,  # the token is in the address
            ) as response:
                answer = response.status, await response.read()
        except TimeoutError as exc:
            self._failed(f"Timed out: {_named(exc)}")
            raise TimedOut(f"Timed out: {_named(exc)}") from exc
        except aiohttp.InvalidURL as exc:  # its message is the URL, with the token
            raise NetworkError("the address of the Bot API is no URL") from exc
        except (aiohttp.ClientError, OSError) as exc:
            self._failed(_named(exc))
            raise NetworkError(_named(exc)) from exc
        if answer[0] >= HTTPStatus.INTERNAL_SERVER_ERROR:
            self._failed(f"HTTP {answer[0]}")
        elif self._reach is not None:
            self._reach.answered()
        return answer

    def _failed(self, reason: str) -> None:
        if self._reach is not None:
            self._reach.failed(reason)


def _parameters(answer: dict[str, Any]) -> dict[str, int]:
    """Return a refusal's parameters as whole numbers within their bounds."""
    given = answer.get("parameters")
    given = given if isinstance(given, dict) else {}
    pause = _whole(given.get("retry_after"))
    if pause is None and (said := _SAID.search(str(answer.get("description")))):
        pause = _whole(said[1])
    known = {}
    if pause is not None and pause > 0:
        known["retry_after"] = min(pause, LONGEST_SILENCE)
    moved_to = _whole(given.get("migrate_to_chat_id"))
    if moved_to is not None and -_LARGEST_CHAT < moved_to < 0:
        known["migrate_to_chat_id"] = moved_to
    return known


def _whole(value: Any) -> int | None:
    """Return a number, also one that is written out, rounded up; None for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return None
    try:
        return value if isinstance(value, int) else math.ceil(float(value))
    except (ValueError, OverflowError):  # no number; one without end
        return None


def _seconds(given: Any, usual: float) -> float:
    return usual if given is None or isinstance(given, DefaultValue) else float(given)


@cache
def _authorities() -> ssl.SSLContext:
    """Return whom we trust: Python on macOS finds none of the system's authorities."""
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    return context


def _named(exc: BaseException) -> str:
    """Return the error in words, without the token, for some of them quote the address."""
    return redact(f"{type(exc).__name__}: {exc}" if str(exc) else type(exc).__name__)


def _body(data: RequestData | None) -> tuple[Any, dict[str, str] | None]:
    """Return the parameters as JSON, or as a form if there are files."""
    if data is None or not data.parameters:
        return None, None
    if not data.contains_files:
        # Half the time of a form, in which each byte of Cyrillic takes three.
        body = json.dumps(data.json_parameters, ensure_ascii=False).encode()
        return body, {"Content-Type": "application/json"}
    parts = aiohttp.FormData(data.json_parameters)
    for name, (filename, content, kind) in (data.multipart_data or {}).items():
        parts.add_field(name, content, filename=filename, content_type=kind)
    return parts, None
