"""feeds.yaml, version 1: which feeds to poll.

All faults of a file are reported at once, each as ``feeds.yaml:12: feeds[3].interval: …``.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

from bot.config.addresses import host_name, read_url, same_url_key, shown_url
from bot.config.feed_values import (
    read_country,
    read_interval,
    read_language,
    read_text,
    read_time_zone,
)
from bot.config.nearest import did_you_mean
from bot.config.yaml import Mapping, Node, Scalar, Sequence, parse_yaml, read_capped
from bot.domain.errors import ConfigError, ConfigErrors
from bot.domain.model import FeedSpec

VERSION = 1
DEFAULT_INTERVAL = timedelta(minutes=5)
DEFAULT_TIME_ZONE = "UTC"
TOP_KEYS = ("version", "defaults", "feeds")
DEFAULTS_KEYS = ("interval", "time_zone")
FEED_KEYS = (
    "url",
    "title",
    "publisher",
    "language",
    "country",
    "tags",
    "interval",
    "time_zone",
    "enabled",
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
    return parse_file(body, name).feeds


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsFile:
    """feeds.yaml as read: its feeds, what its ``defaults`` say, and where each feed stands.

    `lines` has the number of each feed's first line, counted from 1.
    """

    feeds: tuple[FeedSpec, ...]
    interval: timedelta
    time_zone: str
    lines: tuple[int, ...]


def parse_file(body: bytes, name: str = "feeds.yaml") -> FeedsFile:
    """Return all that `body` says; `name` is the file's name for messages.

    Raises:
        ConfigError: As `load_feeds`.
    """
    check = _Check(name)
    found = check.read_file(parse_yaml(body, name))
    if len(check.errors) == 1:
        raise check.errors[0]
    if check.errors:
        raise ConfigErrors(sorted(check.errors, key=check.line_of))
    return found


class _Check:
    """Reads nodes into values and gathers what is wrong with them."""

    def __init__(self, name: str) -> None:
        self.errors: list[ConfigError] = []
        self._name = name
        self._lines: dict[int, int] = {}  # of each error, by its identity

    def line_of(self, error: ConfigError) -> int:
        """Return the line that `error` names."""
        return self._lines[id(error)]

    def read_file(self, root: Node) -> FeedsFile:
        top = self._mapping(root, "", TOP_KEYS, required=("version", "feeds"))
        version = top.get("version")
        if isinstance(version, Scalar) and version.text != str(VERSION):
            self._add(
                version.line, "version", f"{version.text!r} is unknown; write {VERSION}"
            )
        elif version is not None and not isinstance(version, Scalar):
            self._add(version.line, "version", f"write {VERSION}")
        defaults: dict[str, Node] = {}
        if "defaults" in top:
            defaults = self._mapping(top["defaults"], "defaults", DEFAULTS_KEYS)
        interval = self._value(defaults, "defaults", "interval", read_interval)
        zone = self._value(defaults, "defaults", "time_zone", read_time_zone)
        default = FeedSpec(
            url="",
            interval=interval or DEFAULT_INTERVAL,
            time_zone=zone or DEFAULT_TIME_ZONE,
        )
        feeds = top.get("feeds", Sequence(items=(), line=1))
        if not isinstance(feeds, Sequence):
            self._add(feeds.line, "feeds", "must be a list: lines that begin with - url: …")
            feeds = Sequence(items=(), line=1)
        seen: dict[str, int] = {}
        specs = (
            self._read_feed(node, f"feeds[{index}]", default, seen)
            for index, node in enumerate(feeds.items)
        )
        return FeedsFile(
            feeds=tuple(spec for spec in specs if spec is not None),
            interval=default.interval,
            time_zone=default.time_zone,
            lines=tuple(node.line for node in feeds.items),
        )

    def _read_feed(
        self, node: Node, key: str, default: FeedSpec, seen: dict[str, int]
    ) -> FeedSpec | None:
        fields = self._mapping(node, key, FEED_KEYS, required=("url",))
        url = self._value(fields, key, "url", read_url)
        if url is not None:
            line, same = fields["url"].line, same_url_key(url)
            if same in seen:
                self._add(
                    line, f"{key}.url", f"{shown_url(url)} is already in line {seen[same]}"
                )
            seen.setdefault(same, line)
        spec = FeedSpec(
            url=url or "",
            title=self._value(fields, key, "title", read_text) or host_name(url),
            publisher=self._value(fields, key, "publisher", read_text) or "",
            language=self._value(fields, key, "language", read_language),
            country=self._value(fields, key, "country", read_country),
            tags=self._tags(fields.get("tags"), f"{key}.tags"),
            interval=self._value(fields, key, "interval", read_interval)
            or default.interval,
            time_zone=self._value(fields, key, "time_zone", read_time_zone)
            or default.time_zone,
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
        tags = [
            self._read(item, f"{key}[{i}]", read_text) for i, item in enumerate(node.items)
        ]
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
