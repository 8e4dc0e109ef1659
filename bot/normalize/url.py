"""What two links to one article have in common.

A key is for comparing only and is never shown: the entry keeps its link. Scheme, ``www.``,
mobile and AMP spellings, tracking parameters, their order, and redirectors that carry their
target in plain sight make no difference; every other parameter does.

Each entry of a fetch asks for the key, the host and the front page of one link, so the
last answers are remembered; and most links are written plainly, so that nothing has to be
unquoted and quoted again. The keys of an entry cost 0.03 ms for 0.3 without either
(benchmarks/annotate.py, `key_ms`).
"""

import re
from contextlib import suppress
from functools import lru_cache
from urllib.parse import quote, quote_from_bytes, unquote_to_bytes

from bot.normalize.tracking import is_tracking

MAX_URL = 8192  # longer ones are compared as they are; no browser makes them
_PARTS = re.compile(
    r"(?:([a-z][a-z0-9+.-]*):)?(?://([^/?#]*))?([^?#]*)(?:\?([^#]*))?(?:#(.*))?",
    re.IGNORECASE | re.DOTALL,
)
_CONTROL = re.compile("[\x00-\x1f\x7f\u200b\u2060\ufeff]")  # and what has no width
_PORT = re.compile(r"(.*?)(?::([0-9]*))?", re.DOTALL)
_DOT = re.compile("[。．｡]")  # what IDNA reads as a full stop (RFC 3490, section 3.1)
_IPV6 = re.compile(r"\[[0-9a-f:.]+\]")
_PREFIX = re.compile(r"(?:www\d?|m|mobile|wap|pda|touch|amp)\.(?=[^.]+\.[^.])")
_SESSION = re.compile(r";(?:jsessionid|phpsessid)=[^/;]*", re.IGNORECASE)
_AMPERSAND = re.compile(r"(?:amp%3B)+")
_AMP = ".amp"  # as the BBC has it
_INDEX = {"index.html", "index.htm", "index.php"}
_LIVE = re.compile(r"(?<![a-z])(?:live|online|onla[yij]n)", re.IGNORECASE)
_BLOCK = re.compile(r"block-\S+", re.IGNORECASE)
_LIVE_BLOCK = re.compile(r"(?!comment)[a-z][\w-]*\d[\w-]*")  # "post-12", "cm1", "h_0a1b"
_LANGUAGES = {"en", "uk", "ua", "ru", "eng", "ukr", "rus", "be", "pl", "de", "fr", "es"}
_PATH_SAFE = "!$&'()*+,;=:@"
_PLAIN_PATH = re.compile(r"[A-Za-z0-9_.~!$&'()*+,=:@/-]*")  # as quoting leaves it
_PLAIN_VALUE = re.compile(r"[A-Za-z0-9_.~-]*")
_FRAGMENT_SAFE = "/!$&'()*+,;=:@?"

# host → path, or the beginning of paths that ends in / → the parameter with the target
_REDIRECTORS: dict[str, dict[str, str]] = {
    "news.google.com": {"/news/url": "url"},
    "t.me": {"/iv": "url", "/share/url": "url"},
    "telegram.me": {"/iv": "url", "/share/url": "url"},
    "facebook.com": {"/l.php": "u", "/flx/warn": "u", "/sharer/sharer.php": "u"},
    "l.facebook.com": {"/l.php": "u"},
    "lm.facebook.com": {"/l.php": "u"},
    "l.messenger.com": {"/l.php": "u"},
    "l.instagram.com": {"/": "u"},
    "l.threads.net": {"/": "u"},
    "l.threads.com": {"/": "u"},
    "bing.com": {"/news/apiclick.aspx": "url"},
    "vk.com": {"/away.php": "to"},
    "vk.ru": {"/away.php": "to"},
    "away.vk.com": {"/away.php": "to"},
    "ok.ru": {"/dk": "st.link"},
    "youtube.com": {"/redirect": "q"},
    "linkedin.com": {"/redir/redirect": "url", "/safety/go": "url"},
    "slack-redir.net": {"/link": "url"},
    "out.reddit.com": {"/": "url"},
    "steamcommunity.com": {"/linkfilter": "url"},
    "duckduckgo.com": {"/l": "uddg"},
    "yandex.ru": {"/turbo": "text"},
}
_SAFE_LINKS = ".safelinks.protection.outlook.com"
_GOOGLE = re.compile(r"google(?:\.[a-z]{2,3}){1,2}")

_Query = tuple[tuple[str, str], ...]
_Parts = tuple[str, str, _Query, str]


@lru_cache(maxsize=128)
def url_key(url: str) -> str:
    """Return what `url` is compared by; total and idempotent.

    >>> url_key("https://www.example.com/a/?utm_source=rss&b=2&a=1#top")
    '//example.com/a?a=1&b=2'
    """
    text = _clean(url)
    while (parts := _split(text)) is not None:
        target = _target(*parts[:3])
        if target is None:
            return _join(*parts)
        text = _clean(target)
    return text


def is_homepage(url: str) -> bool:
    """Say whether `url` is a site's front page, which tells no entry from another."""
    parts = _split_key(url_key(url))
    if parts is None:
        return False
    _, path, query, fragment = parts
    return not query and not fragment and path.strip("/").lower() in {"", *_LANGUAGES}


def host(url: str) -> str:
    """Return the host that `url` leads to, as in its key; empty when it has none."""
    parts = _split_key(url_key(url))
    return "" if parts is None else parts[0]


def _clean(url: str) -> str:
    if url.isascii() and url.isprintable():
        return url.strip()
    text = url.encode("utf-8", "replace").decode("utf-8")
    return _CONTROL.sub("", text).strip()


def _split(text: str) -> _Parts | None:
    """Return host, path, parameters and fragment; None for what is no web address."""
    found = _PARTS.fullmatch(text)
    if found is None or len(text) > MAX_URL:
        return None
    scheme, authority, path, query, fragment = found.groups(default="")
    if scheme.lower() not in {"", "http", "https"}:
        return None
    name = _host(authority)
    if not name.strip("."):
        return None
    segments = _segments(path)
    start = "s" if name == "t.me" else "amp"  # of a preview, of pages for phones
    while len(segments) > 1 and segments[0] == start and not _GOOGLE.fullmatch(name):
        del segments[0]
    path = "/" + "/".join(segments)
    return name, path, _parameters(name, query), _fragment(path, fragment)


@lru_cache(maxsize=128)
def _split_key(key: str) -> _Parts | None:
    return _split(key)


@lru_cache(maxsize=512)
def _host(authority: str) -> str:
    found = _PORT.fullmatch(authority.rpartition("@")[2])
    assert found is not None, "the pattern matches anything"
    name, port = found[1].lower(), (found[2] or "").lstrip("0")
    if not _IPV6.fullmatch(name):
        name = unquote_to_bytes(name).decode("utf-8", "replace").lower()
        name = _DOT.sub(".", name).rstrip(".")
        with suppress(
            UnicodeError
        ):  # an empty or overlong label, a letter that IDNA refuses
            name = name.encode("idna").decode("ascii")
        name = quote(name.lower(), safe="")
    while prefix := _PREFIX.match(name):
        name = name[prefix.end() :]
    return f"{name}:{port}" if port not in {"", "80", "443"} else name


def _segments(path: str) -> list[str]:
    """Return the path's segments without dots, doubled slashes, session, AMP and index."""
    kept: list[str] = []
    plain = _PLAIN_PATH.fullmatch(path) is not None
    for raw in path.split("/"):
        segment = raw if plain else _segment(raw)
        if segment == "..":
            del kept[-1:]
        elif segment not in {"", "."}:
            kept.append(segment)
    while kept:
        last, rest = kept[-1], kept[-1].removesuffix(_AMP)
        if last.lower() in _INDEX or (len(kept) > 1 and last.lower() == "amp"):
            kept.pop()
        elif rest != last and rest.strip("."):
            kept[-1] = rest
        else:
            break
    return kept


def _segment(raw: str) -> str:
    return _SESSION.sub("", quote_from_bytes(unquote_to_bytes(raw), safe=_PATH_SAFE))


def _parameters(host_name: str, query: str) -> _Query:
    if not query:
        return ()
    pairs = set()
    for pair in query.split("&"):
        name, _, value = pair.partition("=")
        name, value = _requote(name), _requote(value)
        if found := _AMPERSAND.match(name):  # an entity that was escaped once too often
            name = name[found.end() :]
        if (name or value) and not is_tracking(host_name, name, value):
            pairs.add((name, value))
    return tuple(sorted(pairs))


def _requote(text: str) -> str:
    if _PLAIN_VALUE.fullmatch(text):
        return text
    return quote_from_bytes(unquote_to_bytes(text.replace("+", " ")), safe="")


def _fragment(path: str, fragment: str) -> str:
    """Return what follows ``#`` if it says what is read: a route, a live page's block."""
    if not fragment:
        return ""
    fragment = quote_from_bytes(unquote_to_bytes(fragment), safe=_FRAGMENT_SAFE)
    if fragment.startswith(("/", "!")) and len(fragment) > 1:
        return fragment
    if _BLOCK.fullmatch(fragment):
        return fragment
    return fragment if _LIVE.search(path) and _LIVE_BLOCK.fullmatch(fragment) else ""


def _written(query: _Query) -> str:
    return "&".join(f"{key}={value}" if value else key for key, value in query)


def _join(name: str, path: str, query: _Query, fragment: str) -> str:
    parameters = _written(query)
    return "".join(
        (
            "//",
            name,
            "" if path == "/" else path,
            f"?{parameters}" if parameters else "",
            f"#{fragment}" if fragment else "",
        )
    )


def _target(name: str, path: str, query: _Query) -> str | None:
    """Return where a redirector leads, None for an ordinary address.

    The target is a part of the address, so it is shorter and unwrapping comes to an end.
    """
    found: str | None = None
    if _GOOGLE.fullmatch(name):
        if path == "/url":
            found = _parameter(query, ("url", "q"))
        elif path.startswith("/amp/"):
            found = _tail(path, query, 2)
    elif name.endswith("cdn.ampproject.org"):
        found = _tail(path, query, 2)
    elif name.endswith(".turbopages.org"):
        found = _turbo(path, query)
    elif name.endswith(_SAFE_LINKS):
        found = _parameter(query, ("url",))
    elif name in _REDIRECTORS:
        known = _REDIRECTORS[name]
        parameter = known.get(path) or known.get("/", "")
        found = _parameter(query, (parameter,))
    return found if found is not None and _split(_clean(found)) is not None else None


def _parameter(query: _Query, names: tuple[str, ...]) -> str | None:
    values = dict(query)
    for name in names:
        if values.get(name):
            return unquote_to_bytes(values[name]).decode("utf-8", "replace")
    return None


def _turbo(path: str, query: _Query) -> str | None:
    """Return the page of which Yandex keeps a copy: /turbo/example.org/s/news/1."""
    segments = path.removeprefix("/turbo/").strip("/").split("/")
    if len(segments) < 3 or segments[1] not in {"s", "h"}:  # noqa: PLR2004  # host, how, page
        return None
    return _tail("/".join(("", segments[0], *segments[2:])), query, 1)


def _tail(path: str, query: _Query, skip: int) -> str | None:
    segments = path.split("/")[skip:]
    if segments[:1] == ["s"]:
        segments = segments[1:]
    if not segments or "." not in segments[0]:
        return None
    page = "/".join(segments)
    if not query:  # the viewer quotes the page's own
        page = page.replace("%3F", "?", 1).replace("%3D", "=")
    parameters = _written(query)
    return f"//{page}" + (f"?{parameters}" if parameters else "")
