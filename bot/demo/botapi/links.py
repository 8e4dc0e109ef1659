"""Links of buttons and entities, judged as Telegram judges them. No I/O."""

import re
from ipaddress import ip_address
from urllib.parse import parse_qs, urlsplit

_MAX_PORT = 65535
_SCHEME = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*):(.*)$", re.DOTALL)
_OWN_SCHEMES = frozenset({"tg", "ton", "tonsite"})


class LinkError(ValueError):
    """A link that Telegram refuses; the text says why."""


def check_link(link: str) -> str:
    """Return the link as Telegram keeps it: with a scheme, and a slash after the host.

    Raises:
        LinkError: Telegram would refuse it, as it does a host without a dot.
    """
    link = link.strip()
    scheme, rest = _split(link)
    if scheme in _OWN_SCHEMES:
        return f"{scheme}://{rest.removeprefix('//')}"
    if scheme not in ("http", "https"):
        msg = "Unsupported URL protocol"
        raise LinkError(msg)
    if any(c <= " " or c in '<>"' for c in rest.split("?")[0].split("#")[0]):
        msg = "Wrong HTTP URL"
        raise LinkError(msg)
    try:
        parts = urlsplit(f"{scheme}://{rest}")
        host, port = parts.hostname or "", parts.port
    except ValueError as exc:
        msg = "Wrong port number specified in the URL"
        raise LinkError(msg) from exc
    if not host:
        msg = "URL host is empty"
        raise LinkError(msg)
    if port is not None and not 0 < port <= _MAX_PORT:
        msg = "Wrong port number specified in the URL"
        raise LinkError(msg)
    if "." not in host and ":" not in host:
        msg = "Wrong HTTP URL"
        raise LinkError(msg)
    after = rest[len(parts.netloc) :]
    return f"{scheme}://{parts.netloc}{after if after.startswith('/') else '/' + after}"


def checked_link(link: str) -> str | None:
    """Return what `check_link` returns, or None for a link that Telegram drops."""
    try:
        return check_link(link)
    except LinkError:
        return None


def user_of_link(link: str) -> int | None:
    """Return the person that ``tg://user?id=…`` names, or None."""
    match = re.match(r"^tg:(?://)?user\?(.*)$", link, re.IGNORECASE | re.DOTALL)
    if match is None:
        return None
    value = parse_qs(match[1]).get("id", [""])[0]
    return int(value) if value.isascii() and value.isdigit() and int(value) else None


def is_loopback(host: str) -> bool:
    """Return whether a host name or address means this machine."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _split(link: str) -> tuple[str, str]:
    """Return the scheme and what follows its slashes; no scheme means http."""
    match = _SCHEME.match(link)
    # "host:8080/x" has no scheme although it has a colon.
    if match is None or ("." in match[1] and not match[2].startswith("//")):
        return "http", link
    scheme = match[1].lower()
    return scheme, match[2].removeprefix("//")
