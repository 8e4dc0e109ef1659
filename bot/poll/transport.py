"""The HTTP client under the fetcher: what every connection has in common."""

import ssl
from dataclasses import dataclass
from datetime import timedelta
from functools import lru_cache

import aiohttp
import certifi
from aiohttp.abc import AbstractResolver

from bot.poll.guard import Sockets

MAX_HEADER = 2**16  # of one line; security policies alone are longer than aiohttp's 8 kB
# Hops of a redirect and feeds of one site polled together share a connection. 10,000 feeds
# polled each minute leave 333 idle sockets, well below the usual limit of 1,024 files. No
# connection waits for its feed's next poll: with TLS an idle one holds 295 kB, for asyncio
# gives each a buffer of 256, and a new one costs 1 ms of CPU.
KEEP_ALIVE = timedelta(seconds=2)


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """How long a fetch may take.

    Attributes:
        whole: With all redirects, without the time that it waits for its turn.
        connect: For one address: TCP and TLS.
        silence: Between two bytes of an answer.
    """

    whole: timedelta = timedelta(seconds=30)
    connect: timedelta = timedelta(seconds=10)
    silence: timedelta = timedelta(seconds=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Transport:
    """What sessions are made of.

    Attributes:
        tls: What is trusted.
        resolver: Finds addresses; the caller closes it.
        sockets: Makes sockets, or refuses to.
        proxy: A proxy's URL, None to connect directly.
    """

    tls: ssl.SSLContext
    patience: Patience
    resolver: AbstractResolver
    sockets: Sockets | None
    proxy: str | None

    def open(self) -> aiohttp.ClientSession:
        """Return a session for the running event loop.

        It keeps no cookies, follows nothing, unpacks nothing and reads no environment.
        """
        connector = aiohttp.TCPConnector(
            limit=0,  # courtesy.py bounds the requests
            ssl=self.tls,
            resolver=self.resolver,
            use_dns_cache=False,  # shorter than any feed's interval
            keepalive_timeout=KEEP_ALIVE.total_seconds(),
            socket_factory=self.sockets,
        )
        return aiohttp.ClientSession(
            connector=connector,
            cookie_jar=aiohttp.DummyCookieJar(),
            proxy=self.proxy,
            timeout=aiohttp.ClientTimeout(
                total=None,
                sock_connect=self.patience.connect.total_seconds(),
                sock_read=self.patience.silence.total_seconds(),
            ),
            auto_decompress=False,
            trust_env=False,
            max_line_size=MAX_HEADER,
            max_field_size=MAX_HEADER,
        )


def trusted() -> ssl.SSLContext:
    """Return a TLS context that trusts the system's authorities and Mozilla's.

    Python on macOS finds none of the system's, and old systems lack new authorities.
    """
    return _trusted(ssl.get_default_verify_paths())


@lru_cache(maxsize=4)  # it costs 90 ms
def _trusted(_files: ssl.DefaultVerifyPaths) -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.load_verify_locations(certifi.where())
    context.set_alpn_protocols(["http/1.1"])
    return context
