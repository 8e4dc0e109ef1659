"""Reads a feed's address and keeps it as it was written (pure)."""

import re
from base64 import b64encode
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import quote

from yarl import URL

from bot.domain.hosts import server

# Everything a request line may hold; the rest, spaces and Cyrillic, is percent-encoded.
_KEPT = "!#$%&'()*+,-./:;=?@[]_~"
_PLAIN = re.compile(rf"[A-Za-z0-9{re.escape(_KEPT)}]*")
_TARGET = re.compile(r"[/?].*", re.DOTALL)
_LABEL = re.compile(r"[a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?", re.IGNORECASE | re.ASCII)
MAX_HOST = 253  # RFC 1035, 2.3.4, less what the wire format adds


class NotWebAddressError(ValueError):
    """The address has another scheme than http or https."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where to ask; the user name and password are in `authorization` alone."""

    url: URL
    authorization: str | None = None

    @property
    def server(self) -> str:
        """What limits go by (`bot.domain.hosts.server`)."""
        return server(self.host, self.port)

    @property
    def host(self) -> str:
        """The host's name in ASCII, or its address."""
        return self.url.raw_host or ""

    @property
    def port(self) -> int:
        """The port, said or implied."""
        return self.url.port or 0


@lru_cache(maxsize=2_048)  # a feed's address is the same at each poll; 33 us each
def parse_address(text: str) -> Address:
    """Return `text` as an address whose path and query no library changes.

    yarl decodes ``%2F`` in a query, resolves ``..`` and writes ``%d1`` large; some
    publishers sign their addresses, and then another spelling is another address. So only
    what HTTP cannot carry is encoded; a host is written in ASCII (IDNA).

    Raises:
        NotWebAddressError: It is not an address of the web.
        ValueError: It is not an address at all.
    """
    text = text.strip()
    parsed = _parsed(text)
    if parsed.scheme not in {"http", "https"}:
        scheme = parsed.scheme or "none"
        raise NotWebAddressError(f"the address is not one of http or https: {scheme}")
    if not parsed.raw_host:
        raise ValueError("no host")
    host = _checked_host(parsed.raw_host)
    port = "" if parsed.explicit_port is None else f":{parsed.explicit_port}"
    url = f"{parsed.scheme}://{host}{port}{_target(text)}"
    return Address(URL(url, encoded=True), _authorization(parsed))


def without_user(url: str) -> str:
    """Return `url` as it may be shown and logged."""
    scheme, separator, rest = url.strip().partition("://")
    authority, slash, path = rest.partition("/")
    return f"{scheme}{separator}{authority.rpartition('@')[2]}{slash}{path}"


def _parsed(text: str) -> URL:
    try:
        return URL(text)
    except IndexError as error:  # of brackets around no host, as ``http://[]@`` (yarl 1.25)
        raise ValueError("not an address") from error


def _checked_host(host: str) -> str:
    if ":" in host:
        return f"[{host}]"
    labels = host.removesuffix(".").split(".")
    if len(host) > MAX_HOST or not all(map(_LABEL.fullmatch, labels)):
        raise ValueError("not a host name")
    return host


def _target(text: str) -> str:
    """Return path and query of an absolute address."""
    rest = text.partition("//")[2].partition("#")[0]
    start = _TARGET.search(rest)
    target = "" if start is None else start[0]
    if not _PLAIN.fullmatch(target):
        target = quote(target, safe=_KEPT, errors="surrogateescape")
    return target if target.startswith("/") else f"/{target}"


def _authorization(parsed: URL) -> str | None:
    if parsed.user is None and parsed.password is None:
        return None
    pair = f"{parsed.user or ''}:{parsed.password or ''}"
    return f"Basic {b64encode(pair.encode()).decode()}"
