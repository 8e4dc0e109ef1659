import errno
import socket
import ssl
from datetime import timedelta

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey
from yarl import URL

from bot.domain.errors import Fault
from bot.poll.guard import BlockedAddressError
from bot.poll.reasons import describe, describe_status


def certificate_error() -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_message = "certificate has expired"
    return error


def proxy_error() -> aiohttp.ClientHttpProxyError:
    url = URL("http://proxy.example.org")
    info = aiohttp.RequestInfo(url, "GET", headers={}, real_url=url)  # type: ignore[arg-type]  # none needed
    return aiohttp.ClientHttpProxyError(info, (), status=407)


def dns_error(inner: OSError) -> aiohttp.ClientConnectorDNSError:
    key = ConnectionKey("a.example", 80, False, True, None, None, None)  # noqa: FBT003  # theirs
    return aiohttp.ClientConnectorDNSError(key, inner)


@pytest.mark.parametrize(
    ("cause", "kind", "reason"),
    [
        (
            BlockedAddressError("10.0.0.1", "blocked address"),
            Fault.BLOCKED,
            "blocked address (10.0.0.1)",
        ),
        (
            dns_error(BlockedAddressError("10.0.0.1", "blocked address")),
            Fault.BLOCKED,
            "blocked address (10.0.0.1)",
        ),
        (
            dns_error(socket.gaierror(-2, "unknown")),
            Fault.ADDRESS,
            "the host name has no address (DNS)",
        ),
        (
            socket.gaierror(-2, "unknown"),
            Fault.ADDRESS,
            "the host name has no address (DNS)",
        ),
        (
            certificate_error(),
            Fault.TLS,
            "the TLS certificate is refused: certificate has expired",
        ),
        (
            ConnectionRefusedError(errno.ECONNREFUSED, ""),
            Fault.CONNECTION,
            "the server refused the connection",
        ),
        (
            OSError(errno.ENETUNREACH, ""),
            Fault.CONNECTION,
            "the connection failed: Network is unreachable",
        ),
        (
            aiohttp.ServerDisconnectedError(),
            Fault.CONNECTION,
            "the server closed the connection without an answer",
        ),
        (
            aiohttp.ConnectionTimeoutError(),
            Fault.TIMEOUT,
            "the server did not let us connect",
        ),
        (aiohttp.SocketTimeoutError(), Fault.TIMEOUT, "the server fell silent"),
        (TimeoutError(), Fault.TIMEOUT, "the server did not let us connect"),
        (aiohttp.ClientPayloadError(), Fault.CONNECTION, "the document was cut off"),
        (proxy_error(), Fault.CONNECTION, "the proxy answered with status 407"),
        (ValueError("x"), Fault.ADDRESS, "the address is not a valid one"),
        (KeyError("x"), Fault.CONNECTION, "the request failed: ClientError"),
    ],
)
def test_the_cause_is_named_in_words(cause: Exception, kind: Fault, reason: str) -> None:
    error = aiohttp.ClientError("something technical")
    error.__cause__ = cause

    failure = describe(error)

    assert (failure.kind, failure.reason) == (kind, reason)
    assert failure.transient


def test_a_chain_that_bites_its_tail_ends() -> None:
    first, second = aiohttp.ClientError("a"), aiohttp.ClientError("b")
    first.__cause__, second.__cause__ = second, first

    assert describe(first).reason == "the request failed: ClientError"


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        (304, Fault.SERVER),
        (400, Fault.SERVER),
        (401, Fault.FORBIDDEN),
        (403, Fault.FORBIDDEN),
        (404, Fault.MISSING),
        (406, Fault.FORBIDDEN),
        (410, Fault.GONE),
        (418, Fault.SERVER),
        (429, Fault.BUSY),
        (451, Fault.FORBIDDEN),
        (500, Fault.SERVER),
        (503, Fault.SERVER),
        (599, Fault.SERVER),
    ],
)
def test_statuses_have_a_kind(status: int, kind: Fault) -> None:
    failure = describe_status(status, {}, None)

    assert failure.kind is kind
    assert failure.transient is (status != 410)
    assert str(status) in failure.reason


def test_a_proxys_password_is_not_the_servers() -> None:
    failure = describe_status(407, {}, None)

    assert failure.kind is Fault.CONNECTION
    assert failure.reason == "the proxy answered with status 407"


@pytest.mark.parametrize(
    ("status", "seconds"), [(403, 31), (429, 31), (503, 31), (404, None), (500, None)]
)
def test_who_names_a_time_is_busy(status: int, seconds: int | None) -> None:
    failure = describe_status(status, {"retry-after": "31"}, None)

    assert failure.retry_after == (None if seconds is None else timedelta(seconds=seconds))
    assert (failure.kind is Fault.BUSY) is (seconds is not None)
