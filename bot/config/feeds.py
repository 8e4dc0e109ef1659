"""feeds.yaml, version 1: which feeds to poll.

All faults of a file are reported at once, each as ``feeds.yaml:12: feeds[3].interval: …``.
"""

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from bot.config.addresses import host_name, read_url, same_url_key, shown_url
from bot.config.checking import Check
from bot.config.feed_values import (
    read_country,
    read_interval,
    read_language,
    read_text,
    read_time_zone,
)
from bot.config.yaml import Node, Scalar, parse_yaml, read_capped
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
    check = _Feeds(name)
    found = check.read_file(parse_yaml(body, name))
    check.finish()
    return found


class _Feeds(Check):
    """Reads feeds.yaml."""

    def read_file(self, root: Node) -> FeedsFile:
        top = self.mapping(root, "", TOP_KEYS, required=("version", "feeds"))
        self.version(top, VERSION)
        defaults: dict[str, Node] = {}
        if "defaults" in top:
            defaults = self.mapping(top["defaults"], "defaults", DEFAULTS_KEYS)
        interval = self.value(defaults, "defaults", "interval", read_interval)
        zone = self.value(defaults, "defaults", "time_zone", read_time_zone)
        default = FeedSpec(
            url="",
            interval=interval or DEFAULT_INTERVAL,
            time_zone=zone or DEFAULT_TIME_ZONE,
        )
        feeds = self.items(top.get("feeds"), "feeds", "lines that begin with - url: …")
        seen: dict[str, int] = {}
        specs = (
            self._read_feed(node, f"feeds[{index}]", default, seen)
            for index, node in enumerate(feeds)
        )
        return FeedsFile(
            feeds=tuple(spec for spec in specs if spec is not None),
            interval=default.interval,
            time_zone=default.time_zone,
            lines=tuple(node.line for node in feeds),
        )

    def _read_feed(
        self, node: Node, key: str, default: FeedSpec, seen: dict[str, int]
    ) -> FeedSpec | None:
        fields = self.mapping(node, key, FEED_KEYS, required=("url",))
        url = self.value(fields, key, "url", read_url)
        if url is not None:
            line, same = fields["url"].line, same_url_key(url)
            if same in seen:
                self.add(
                    line, f"{key}.url", f"{shown_url(url)} is already in line {seen[same]}"
                )
            seen.setdefault(same, line)
        spec = FeedSpec(
            url=url or "",
            title=self.value(fields, key, "title", read_text) or host_name(url),
            publisher=self.value(fields, key, "publisher", read_text) or "",
            language=self.value(fields, key, "language", read_language),
            country=self.value(fields, key, "country", read_country),
            tags=self._tags(fields.get("tags"), f"{key}.tags"),
            interval=self.value(fields, key, "interval", read_interval) or default.interval,
            time_zone=self.value(fields, key, "time_zone", read_time_zone)
            or default.time_zone,
            enabled=self._flag(fields.get("enabled"), f"{key}.enabled"),
        )
        return spec if url is not None else None

    def _tags(self, node: Node | None, key: str) -> tuple[str, ...]:
        items = self.items(node, key, "[national, agency]")
        tags = [self.read(item, f"{key}[{i}]", read_text) for i, item in enumerate(items)]
        return tuple(dict.fromkeys(tag for tag in tags if tag))

    def _flag(self, node: Node | None, key: str) -> bool:
        if node is None:
            return True
        if isinstance(node, Scalar) and isinstance(node.value, bool):
            return node.value
        self.add(node.line, key, "write true or false")
        return True
