import errno
import socket
import ssl

import aiohttp
import httpx
import pytest
from yarl import URL

from bot.poll.guard import BlockedAddressError
from bot.poll.reasons import describe


def certificate_error() -> ssl.SSLCertVerificationError:
    error = ssl.SSLCertVerificationError(1, "certificate verify failed")
    error.verify_message = "certificate has expired"
    return error


def proxy_error() -> aiohttp.ClientHttpProxyError:
    url = URL("http://proxy.example.org")
    info = aiohttp.RequestInfo(url, "GET", headers={}, real_url=url)  # type: ignore[arg-type]  # none needed
    return aiohttp.ClientHttpProxyError(info, (), status=407)


@pytest.mark.parametrize(
    ("cause", "reason"),
    [
        (BlockedAddressError("10.0.0.1", "blocked address"), "blocked address (10.0.0.1)"),
        (socket.gaierror(-2, "unknown"), "the host name has no address (DNS)"),
        (certificate_error(), "the TLS certificate is refused: certificate has expired"),
        (
            ConnectionRefusedError(errno.ECONNREFUSED, ""),
            "the server refused the connection",
        ),
        (OSError(errno.ENETUNREACH, ""), "the connection failed: Network is unreachable"),
        (
            aiohttp.ServerDisconnectedError(),
            "the server closed the connection without an answer",
        ),
        (aiohttp.ClientPayloadError(), "the document was cut off"),
        (proxy_error(), "the proxy answered with status 407"),
        (KeyError("x"), "the request failed: ConnectError"),
    ],
)
def test_the_cause_is_named_in_words(cause: Exception, reason: str) -> None:
    error = httpx.ConnectError("something technical")
    error.__cause__ = cause

    assert describe(error) == reason


def test_a_chain_that_bites_its_tail_ends() -> None:
    first, second = httpx.ConnectError("a"), httpx.ConnectError("b")
    first.__cause__, second.__cause__ = second, first

    assert describe(first) == "the request failed: ConnectError"
