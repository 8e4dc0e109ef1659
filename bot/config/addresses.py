"""Addresses of feeds: which can be used, which are the same, and what may be shown."""

import re
from urllib.parse import urlsplit

MAX_URL = 2000  # characters; what proxies and browsers pass on safely


def read_url(text: str) -> str:
    """Return `text` if a feed can be fetched from there.

    Raises:
        ValueError: It is no http or https address; the message is for people, and holds no
            password.
    """
    try:
        parts = urlsplit(text)
        scheme, host, port = parts.scheme, parts.hostname, parts.port
    except ValueError:
        scheme, host, port = "", None, 0
    if scheme not in {"http", "https"} or not host or port == 0:
        msg = f"{shown_url(text)!r} is not an http or https address"
        raise ValueError(msg)
    if len(text) > MAX_URL or re.search(r"[\s\x00-\x1f\x7f-\x9f]", text):
        msg = f"holds spaces or control characters, or is longer than {MAX_URL} characters"
        raise ValueError(msg)
    return text


def same_url_key(url: str) -> str:
    """Return a key that is equal for spellings of one address.

    The case of scheme and host, a default port, a last slash and a fragment tell nothing.
    """
    parts = urlsplit(url)
    port = "" if parts.port in {None, 80, 443} else f":{parts.port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{parts.hostname}{port}{parts.path.rstrip('/')}{query}"


def same_feed_key(url: str) -> str:
    """Return a key that is equal for addresses under which one feed may be configured.

    Besides what `same_url_key` leaves out, TLS and a password tell nothing; another user
    may be given another feed.
    """
    try:
        address = same_url_key(url).partition("://")[2]
        return f"{urlsplit(url).username or ''}@{address}"
    except ValueError:
        return url


def shown_url(url: str) -> str:
    """Return `url` as it may be shown and logged: without user name and password.

    Whatever stands before the last ``@`` of the host goes, also in text that is no address.
    """
    head, separator, rest = url.partition("://")
    if not separator:
        return url.rpartition("@")[2]
    end = re.search(r"[/?#\\]", rest)
    authority, tail = (rest[: end.start()], rest[end.start() :]) if end else (rest, "")
    return f"{head}{separator}{authority.rpartition('@')[2]}{tail}"


def host_name(url: str | None) -> str:
    """Return the host of `url` as a title: without ``www.``; "" if there is none."""
    return (urlsplit(url or "").hostname or "").removeprefix("www.")
