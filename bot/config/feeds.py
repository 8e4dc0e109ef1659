"""feeds.yaml, version 1: which feeds to poll.

All faults of a file are reported at once, each as ``feeds.yaml:12: feeds[3].interval: …``.
"""

import re
from collections.abc import Callable, Iterable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar
from urllib.parse import urlsplit

from bot.config.countries import COUNTRIES
from bot.config.duration import parse_duration
from bot.config.nearest import did_you_mean
from bot.config.yaml import Mapping, Node, Scalar, Sequence, parse_yaml, read_capped
from bot.domain.errors import ConfigError, ConfigErrors
from bot.domain.model import FeedSpec

VERSION = 1
DEFAULT_INTERVAL = timedelta(minutes=5)
MAX_URL = 2000  # characters; what proxies and browsers pass on safely
MAX_TEXT = 200  # characters of a title, a publisher or a tag
TOP_KEYS = ("version", "defaults", "feeds")
DEFAULTS_KEYS = ("interval",)
FEED_KEYS = (
    "url",
    "title",
    "publisher",
    "language",
    "country",
    "tags",
    "interval",
    "enabled",
)
# BCP 47 (RFC 5646, section 2.1): language, script, region and variants; no extensions.
_LANGUAGE = re.compile(
    r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*",
    re.IGNORECASE,
)

T = TypeVar("T")


def load_feeds(path: Path) -> tuple[FeedSpec, ...]:
    """Return the feeds of the file `path`, in its order.

    Raises:
        ConfigError: The file cannot be used; ConfigErrors when it has several faults.
    """
    return parse_feeds(read_capped(path), str(path))


def parse_feeds(body: bytes, name: str = "feeds.yaml") -> tuple[FeedSpec, ...]:
    """Return the feeds that `body` describes; `name` is the file's name for messages.

    Raises:
        ConfigError: As `load_feeds`.
    """
    check = _Check(name)
    feeds = check.read_file(parse_yaml(body, name))
    if len(check.errors) == 1:
        raise check.errors[0]
    if check.errors:
        raise ConfigErrors(sorted(check.errors, key=check.line_of))
    return feeds


def same_url_key(url: str) -> str:
    """Return a key that is equal for spellings of one address.

    The case of scheme and host, a default port, a last slash and a fragment tell nothing.
    """
    parts = urlsplit(url)
    port = "" if parts.port in {None, 80, 443} else f":{parts.port}"
    query = f"?{parts.query}" if parts.query else ""
    return f"{parts.scheme}://{parts.hostname}{port}{parts.path.rstrip('/')}{query}"


def read_url(text: str) -> str:
    """Return `text` if a feed can be fetched from there.

    Raises:
        ValueError: It is no http or https address; the message is for people.
    """
    try:
        parts = urlsplit(text)
        scheme, host, port = parts.scheme, parts.hostname, parts.port
    except ValueError:
        scheme, host, port = "", None, 0
    if scheme not in {"http", "https"} or not host or port == 0:
        msg = f"{text!r} is not an http or https address"
        raise ValueError(msg)
    if len(text) > MAX_URL or re.search(r"[\s\x00-\x1f\x7f]", text):
        msg = f"holds spaces or is longer than {MAX_URL} characters"
        raise ValueError(msg)
    return text


def _text(text: str) -> str:
    cleaned = " ".join(text.split())
    if not 1 <= len(cleaned) <= MAX_TEXT:
        msg = f"must have 1 to {MAX_TEXT} characters"
        raise ValueError(msg)
    return cleaned


def _language(text: str) -> str:
    if not _LANGUAGE.fullmatch(text):
        msg = f"{text!r} is not a language code such as uk, ru or en-GB (BCP 47)"
        raise ValueError(msg)
    language, *rest = text.split("-")
    return "-".join([language.lower(), *rest])


def _country(text: str) -> str:
    code = text.upper()
    if code not in COUNTRIES:
        hint = "; the United Kingdom is GB" if code == "UK" else ""
        msg = f"{text!r} is not one country code such as UA (ISO 3166-1){hint}"
        raise ValueError(msg)
    return code


def _interval(text: str) -> timedelta:
    interval = parse_duration(text)
    if interval < timedelta(seconds=1):
        msg = "must be 1s or longer"
        raise ValueError(msg)
    return interval


class _Check:
    """Reads nodes into values and gathers what is wrong with them."""

    def __init__(self, name: str) -> None:
        self.errors: list[ConfigError] = []
        self._name = name
        self._lines: dict[int, int] = {}  # of each error, by its identity

    def line_of(self, error: ConfigError) -> int:
        """Return the line that `error` names."""
        return self._lines[id(error)]

    def read_file(self, root: Node) -> tuple[FeedSpec, ...]:
        top = self._mapping(root, "", TOP_KEYS, required=("version", "feeds"))
        version = top.get("version")
        if isinstance(version, Scalar) and version.text != str(VERSION):
            self._add(
                version.line, "version", f"{version.text!r} is unknown; write {VERSION}"
            )
        elif version is not None and not isinstance(version, Scalar):
            self._add(version.line, "version", f"write {VERSION}")
        default = DEFAULT_INTERVAL
        if "defaults" in top:
            defaults = self._mapping(top["defaults"], "defaults", DEFAULTS_KEYS)
            default = self._value(defaults, "defaults", "interval", _interval) or default
        feeds = top.get("feeds", Sequence(items=(), line=1))
        if not isinstance(feeds, Sequence):
            self._add(feeds.line, "feeds", "must be a list: lines that begin with - url: …")
            return ()
        seen: dict[str, int] = {}
        specs = (
            self._read_feed(node, f"feeds[{index}]", default, seen)
            for index, node in enumerate(feeds.items)
        )
        return tuple(spec for spec in specs if spec is not None)

    def _read_feed(
        self, node: Node, key: str, default: timedelta, seen: dict[str, int]
    ) -> FeedSpec | None:
        fields = self._mapping(node, key, FEED_KEYS, required=("url",))
        url = self._value(fields, key, "url", read_url)
        if url is not None:
            line, same = fields["url"].line, same_url_key(url)
            if same in seen:
                self._add(line, f"{key}.url", f"{url} is already in line {seen[same]}")
            seen.setdefault(same, line)
        spec = FeedSpec(
            url=url or "",
            title=self._value(fields, key, "title", _text) or _host(url),
            publisher=self._value(fields, key, "publisher", _text) or "",
            language=self._value(fields, key, "language", _language),
            country=self._value(fields, key, "country", _country),
            tags=self._tags(fields.get("tags"), f"{key}.tags"),
            interval=self._value(fields, key, "interval", _interval) or default,
            enabled=self._flag(fields.get("enabled"), f"{key}.enabled"),
        )
        return spec if url is not None else None

    def _mapping(
        self, node: Node, key: str, known: Iterable[str], required: Iterable[str] = ()
    ) -> dict[str, Node]:
        """Return the values of `node` by key, of those keys that are known."""
        if not isinstance(node, Mapping):
            self._add(node.line, key, f"must have keys ({', '.join(known)}), as in url: …")
            return {}
        for name in required:
            if name not in node.items:
                self._add(node.line, f"{key}.{name}".strip("."), "is missing")
        for name, line in node.key_lines.items():
            if name not in known:
                reason = f"there is no such key; {did_you_mean(name, known)}"
                self._add(line, f"{key}.{name}".strip("."), reason)
        return {name: node.items[name] for name in node.items if name in known}

    def _value(
        self, fields: dict[str, Node], key: str, name: str, read: Callable[[str], T]
    ) -> T | None:
        """Return what `read` makes of a key's text, None if it is absent or wrong."""
        node = fields.get(name)
        if node is None:
            return None
        return self._read(node, f"{key}.{name}", read)

    def _read(self, node: Node, key: str, read: Callable[[str], T]) -> T | None:
        if not isinstance(node, Scalar):
            self._add(node.line, key, "must be a single value")
            return None
        if node.value is None:
            self._add(node.line, key, "has no value; write one or delete the key")
            return None
        try:
            return read(node.text)
        except ValueError as exc:
            self._add(node.line, key, str(exc))
            return None

    def _tags(self, node: Node | None, key: str) -> tuple[str, ...]:
        if node is None:
            return ()
        if not isinstance(node, Sequence):
            self._add(node.line, key, "must be a list, such as [national, agency]")
            return ()
        tags = [self._read(item, f"{key}[{i}]", _text) for i, item in enumerate(node.items)]
        return tuple(dict.fromkeys(tag for tag in tags if tag))

    def _flag(self, node: Node | None, key: str) -> bool:
        if node is None:
            return True
        if isinstance(node, Scalar) and isinstance(node.value, bool):
            return node.value
        self._add(node.line, key, "write true or false")
        return True

    def _add(self, line: int, key: str, reason: str) -> None:
        error = ConfigError(f"{self._name}:{line}", f"{key}: {reason}" if key else reason)
        self._lines[id(error)] = line
        self.errors.append(error)


def _host(url: str | None) -> str:
    return (urlsplit(url or "").hostname or "").removeprefix("www.")
