"""Says in words that an admin understands why a request failed."""

import os
import socket
import ssl
from collections.abc import Iterator

import aiohttp
import httpx

from bot.poll.guard import BlockedAddressError

_Table = tuple[tuple[tuple[type[BaseException], ...], str], ...]

_ADDRESS: _Table = (
    (
        (socket.gaierror, aiohttp.ClientConnectorDNSError),
        "the host name has no address (DNS)",
    ),
    ((UnicodeError,), "the host name is not a valid one"),
    (
        (httpx.InvalidURL, httpx.UnsupportedProtocol, aiohttp.InvalidURL),
        "the address is not a valid one",
    ),
)
_CONNECTION: _Table = (
    ((aiohttp.ClientProxyConnectionError,), "the proxy cannot be reached"),
    ((ConnectionRefusedError,), "the server refused the connection"),
    (
        (ConnectionResetError, aiohttp.ServerDisconnectedError),
        "the server closed the connection without an answer",
    ),
)
_ANSWER: _Table = (
    ((aiohttp.ClientPayloadError,), "the document was cut off"),
    ((aiohttp.ClientResponseError,), "the answer is not valid HTTP"),
)


def describe(error: BaseException) -> str:
    """Return one clause for `error`, found in the chain of what caused it."""
    chain = tuple(_chain(error))
    for each in chain:
        reason = _of_address(each) or _of_connection(each) or _of_answer(each)
        if reason is not None:
            return reason
    for each in reversed(chain):
        if isinstance(each, OSError) and (each.errno or 0) > 0:
            return f"the connection failed: {os.strerror(each.errno or 0)}"
    return f"the request failed: {type(error).__name__}"


def _chain(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    pending: list[BaseException | None] = [error]
    while pending:
        each = pending.pop(0)
        if each is None or id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        inner = each.os_error if isinstance(each, aiohttp.ClientConnectorError) else None
        pending += [inner, each.__cause__, each.__context__]


def _of_address(error: BaseException) -> str | None:
    if isinstance(error, BlockedAddressError):
        return f"{error.reason} ({error.address})"
    return _of_table(error, _ADDRESS)


def _of_connection(error: BaseException) -> str | None:
    if isinstance(error, ssl.SSLError) and not isinstance(error, aiohttp.ClientError):
        # aiohttp's own errors are SSLErrors too, without the attributes; theirs follow
        if isinstance(error, ssl.SSLCertVerificationError):
            return f"the TLS certificate is refused: {error.verify_message}"
        return f"TLS failed: {error.reason or 'no reason given'}"
    if isinstance(error, aiohttp.ClientHttpProxyError):
        return f"the proxy answered with status {error.status}"
    return _of_table(error, _CONNECTION)


def _of_answer(error: BaseException) -> str | None:
    return _of_table(error, _ANSWER)


def _of_table(error: BaseException, table: _Table) -> str | None:
    return next((reason for types, reason in table if isinstance(error, types)), None)
