"""Says in words that an admin understands why a request failed."""

import os
import socket
import ssl
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta

import aiohttp

from bot.domain.errors import Fault
from bot.poll.guard import BlockedAddressError
from bot.poll.headers import parse_retry_after

_Types = tuple[type[BaseException], ...]
_Table = tuple[tuple[_Types, Fault, str], ...]

# Each clause once, the special ones first: the classes overlap.
_KNOWN: _Table = (
    (
        (socket.gaierror, aiohttp.ClientConnectorDNSError),
        Fault.ADDRESS,
        "the host name has no address (DNS)",
    ),
    ((UnicodeError,), Fault.ADDRESS, "the host name is not a valid one"),
    ((aiohttp.InvalidURL,), Fault.ADDRESS, "the address is not a valid one"),
    ((aiohttp.SocketTimeoutError,), Fault.TIMEOUT, "the server fell silent"),
    ((TimeoutError,), Fault.TIMEOUT, "the server did not let us connect"),
    (
        (aiohttp.ClientProxyConnectionError,),
        Fault.CONNECTION,
        "the proxy cannot be reached",
    ),
    (
        (ConnectionRefusedError,),
        Fault.CONNECTION,
        "the server refused the connection",
    ),
    (
        (ConnectionResetError, BrokenPipeError, aiohttp.ServerDisconnectedError),
        Fault.CONNECTION,
        "the server closed the connection without an answer",
    ),
    ((aiohttp.ClientPayloadError,), Fault.CONNECTION, "the document was cut off"),
    ((aiohttp.ClientResponseError,), Fault.SERVER, "the answer is not valid HTTP"),
)
_STATUSES: Mapping[int, tuple[Fault, str]] = {
    304: (Fault.SERVER, "says unchanged, but we have nothing yet"),
    401: (Fault.FORBIDDEN, "asks for a password"),
    403: (Fault.FORBIDDEN, "refuses us"),
    404: (Fault.MISSING, "knows no such document"),
    406: (Fault.FORBIDDEN, "refuses what we ask for"),
    410: (Fault.GONE, "says that the feed is gone for good"),
    429: (Fault.BUSY, "is asked too often"),
    451: (Fault.FORBIDDEN, "must not show it to us"),
}
_PAUSING = frozenset({403, 429, 503})  # statuses that come with Retry-After
_SERVER_ERROR = 500
_PROXY_PASSWORD = 407


class FailedError(Exception):
    """The fetch ends without a document; what `FetchError` says, without the address.

    `site` is set by whoever knows which one answered.
    """

    site: str | None = None

    def __init__(
        self,
        kind: Fault,
        reason: str,
        *,
        transient: bool = True,
        retry_after: timedelta | None = None,
    ) -> None:
        """Remember why."""
        super().__init__(reason)
        self.kind = kind
        self.reason = reason
        self.transient = transient
        self.retry_after = retry_after


def describe_status(
    status: int, headers: Mapping[str, str], now: datetime | None
) -> FailedError:
    """Return what a status without a document means.

    A server that names a time to come back is busy, whatever status it says that with.
    """
    if status == _PROXY_PASSWORD:  # of plain http, it comes as the server's own answer
        reason = f"the proxy answered with status {status}"
        return FailedError(Fault.CONNECTION, reason)
    default = "has a fault" if status >= _SERVER_ERROR else "sent no document"
    kind, what = _STATUSES.get(status, (Fault.SERVER, default))
    retry_after = parse_retry_after(headers, now) if status in _PAUSING else None
    if retry_after is not None:
        kind = Fault.BUSY
    return FailedError(
        kind,
        f"the server {what} (status {status})",
        transient=kind is not Fault.GONE,
        retry_after=retry_after,
    )


def describe(error: BaseException) -> FailedError:
    """Return the kind of `error` and one clause, found in the chain of what caused it."""
    chain = tuple(_chain(error))
    for each in chain:
        if isinstance(each, BlockedAddressError):  # aiohttp may call it an error of DNS
            return FailedError(Fault.BLOCKED, f"{each.reason} ({each.address})")
    for each in chain:
        failure = _of_tls(each) or _of_table(each)
        if failure is not None:
            return failure
    for each in reversed(chain):
        if isinstance(each, OSError) and (each.errno or 0) > 0:
            reason = f"the connection failed: {os.strerror(each.errno or 0)}"
            return FailedError(Fault.CONNECTION, reason)
    if any(isinstance(each, ValueError) for each in chain):
        return FailedError(Fault.ADDRESS, "the address is not a valid one")
    return FailedError(Fault.CONNECTION, f"the request failed: {type(error).__name__}")


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


def _of_tls(error: BaseException) -> FailedError | None:
    if isinstance(error, aiohttp.ClientHttpProxyError):
        reason = f"the proxy answered with status {error.status}"
        return FailedError(Fault.CONNECTION, reason)
    if not isinstance(error, ssl.SSLError) or isinstance(error, aiohttp.ClientError):
        return None  # aiohttp's own errors are SSLErrors too, without the attributes
    if isinstance(error, ssl.SSLCertVerificationError):
        reason = f"the TLS certificate is refused: {error.verify_message}"
    else:
        reason = f"TLS failed: {error.reason or 'no reason given'}"
    return FailedError(Fault.TLS, reason)


def _of_table(error: BaseException) -> FailedError | None:
    return next(
        (
            FailedError(kind, reason)
            for types, kind, reason in _KNOWN
            if isinstance(error, types)
        ),
        None,
    )
