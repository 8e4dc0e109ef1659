"""OPML 2.0 (opml.org/spec2.opml): lists of feeds, as feed readers exchange them.

A list comes from anywhere, so expat reads it without any document type of its own: entities
and defaults of attributes are what makes small files explode. What OPML has no word for
(publisher, country, interval, comments) stands in attributes of our own namespace.
"""

import json
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar
from xml.etree import ElementTree as ET
from xml.parsers import expat

from bot.config.addresses import read_url, shown_url
from bot.config.duration import format_duration
from bot.config.feed_values import (
    MAX_TEXT,
    read_country,
    read_interval,
    read_language,
    read_text,
    read_time_zone,
)
from bot.config.listed import ListedFeed
from bot.domain.errors import ConfigError

MAX_BYTES = 8 * 2**20  # of an OPML file; 40,000 feeds
MAX_DEPTH = 32  # of its folders; people use two
NAMESPACE = "urn:tocsin:feeds:1"

_OURS = "tocsin"  # the prefix that we write; others are read as well
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Opml:
    """An OPML file as read; `refused` has the address or name of each other, and why."""

    feeds: tuple[ListedFeed, ...]
    refused: tuple[tuple[str, str], ...] = ()


def parse_opml(body: bytes, name: str) -> Opml:
    """Return the feeds of an OPML file; `name` is the file's name for messages.

    Raises:
        ConfigError: It is not OPML, or it is made to do harm.
    """
    if len(body) > MAX_BYTES:
        raise ConfigError(name, f"is larger than {MAX_BYTES // 2**20} MB")
    reader = _Reader(name)
    try:
        reader.read(body)
    except expat.ExpatError as exc:
        problem = expat.ErrorString(exc.code)
        raise ConfigError(f"{name}:{exc.lineno}", f"is not OPML: {problem}") from exc
    except (LookupError, ValueError) as exc:  # what Python's codecs raise
        raise ConfigError(name, "is not OPML: its encoding is unknown") from exc
    return Opml(feeds=tuple(reader.feeds), refused=tuple(reader.refused))


class _Reader:
    """Takes expat's events."""

    def __init__(self, name: str) -> None:
        self.feeds: list[ListedFeed] = []
        self.refused: list[tuple[str, str]] = []
        self._name = name
        self._folders: list[str | None] = []  # of each open element its name, if it has one
        self._prefixes: set[str] = set()
        self._expat = expat.ParserCreate()
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.StartDoctypeDeclHandler = self._doctype

    def read(self, body: bytes) -> None:
        self._expat.Parse(body, True)  # noqa: FBT003  # expat takes it by position

    def _error(self, reason: str) -> ConfigError:
        return ConfigError(f"{self._name}:{self._expat.CurrentLineNumber}", reason)

    def _doctype(self, _name: str, _system: object, _public: object, subset: int) -> None:
        if subset:  # expat fetches nothing, so entities can be declared nowhere else
            raise self._error("declares a document type of its own; no OPML needs that")

    def _start(self, tag: str, attributes: Mapping[str, str]) -> None:
        element = tag.rpartition(":")[2].lower()
        if not self._folders and element != "opml":
            raise self._error(f"is not OPML: it begins with <{element[:40]}>")
        if len(self._folders) == MAX_DEPTH:
            raise self._error(f"is nested deeper than {MAX_DEPTH} levels")
        for key, value in attributes.items():
            if key.startswith("xmlns:") and value == NAMESPACE:
                self._prefixes.add(key.removeprefix("xmlns:"))
        self._folders.append(self._outline(attributes) if element == "outline" else None)

    def _end(self, _tag: str) -> None:
        self._folders.pop()

    def _outline(self, attributes: Mapping[str, str]) -> str | None:
        """Take a feed, or return the name of a folder."""
        plain: dict[str, str] = {}
        ours: dict[str, str] = {}
        for key, value in attributes.items():
            prefix, colon, rest = key.partition(":")
            if colon and prefix in self._prefixes:
                ours[rest] = value
            else:
                plain[key.lower()] = value
        title = _clipped(plain.get("text") or plain.get("title") or "")
        url = _web_address(plain.get("xmlurl", ""))
        if not url:
            if plain.get("type", "").lower() in {"rss", "atom"}:
                self.refused.append((title or "an outline", "it has no xmlUrl"))
            return title
        try:
            read_url(url)
        except ValueError as exc:
            self.refused.append((shown_url(url)[:MAX_TEXT], str(exc)[: 2 * MAX_TEXT]))
            return None
        folders = [folder for folder in self._folders if folder]
        self.feeds.append(_feed(url, title, plain, ours, folders))
        return None


def _web_address(url: str) -> str:
    """Return the address without the scheme that some programs invent for feeds."""
    url = re.sub(r"^feed:(?=https?://)", "", url.strip(), flags=re.IGNORECASE)
    return re.sub(r"^feed:(?=//)", "http:", url, flags=re.IGNORECASE)


def _clipped(text: str) -> str:
    return " ".join(text[: 8 * MAX_TEXT].split())[:MAX_TEXT].rstrip()


def _feed(
    url: str,
    title: str,
    plain: Mapping[str, str],
    ours: Mapping[str, str],
    folders: Iterable[str],
) -> ListedFeed:
    left_out: list[str] = []

    def take(values: Mapping[str, str], key: str, read: Callable[[str], T]) -> T | None:
        value = values.get(key, "").strip()
        try:
            return read(value) if value else None
        except ValueError:
            left_out.append(f"{key} {value[:40]!r}")
            return None

    own_tags = take(ours, "tags", _read_tags)
    tags = (*folders, *(_categories(plain) if own_tags is None else own_tags))
    return ListedFeed(
        url=url,
        title=title,
        publisher=take(ours, "publisher", read_text) or "",
        language=take(plain, "language", read_language),
        country=take(ours, "country", read_country),
        tags=tuple(dict.fromkeys(tag for tag in map(_clipped, tags) if tag)),
        interval=take(ours, "interval", read_interval),
        time_zone=take(ours, "time_zone", read_time_zone),
        enabled=ours.get("enabled") != "false",
        comment=ours.get("comment", ""),
        left_out=tuple(left_out),
    )


def _categories(attributes: Mapping[str, str]) -> list[str]:
    """Return the words of ``/Media/News,agency`` one by one."""
    return [
        word.strip()
        for word in re.split(r"[,/]", attributes.get("category", "")[:MAX_BYTES])
    ]


def _read_tags(text: str) -> tuple[str, ...]:
    """Return tags that hold what separates categories (JSON)."""
    try:
        tags = json.loads(text)
    except (ValueError, RecursionError) as exc:
        raise ValueError(text) from exc
    if not isinstance(tags, list) or not all(isinstance(tag, str) for tag in tags):
        raise ValueError(text)
    return tuple(tags)


def render_opml(feeds: Iterable[ListedFeed], *, title: str) -> str:
    """Return the feeds as an OPML document."""
    root = ET.Element("opml", {"version": "2.0", f"xmlns:{_OURS}": NAMESPACE})
    ET.SubElement(ET.SubElement(root, "head"), "title").text = _xml(title)
    body = ET.SubElement(root, "body")
    for feed in feeds:
        attributes = {name: _xml(value) for name, value in _attributes(feed) if value}
        ET.SubElement(body, "outline", attributes)
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, "unicode")}\n'


def _attributes(feed: ListedFeed) -> Iterable[tuple[str, str]]:
    yield "type", "rss"
    yield "text", feed.title
    yield "title", feed.title
    yield "xmlUrl", feed.url
    yield "language", feed.language or ""
    yield "category", ",".join(feed.tags)
    if any(re.search("[,/]", tag) for tag in feed.tags):
        yield f"{_OURS}:tags", json.dumps(feed.tags, ensure_ascii=False)
    yield f"{_OURS}:publisher", feed.publisher
    yield f"{_OURS}:country", feed.country or ""
    yield f"{_OURS}:interval", format_duration(feed.interval) if feed.interval else ""
    yield f"{_OURS}:time_zone", feed.time_zone or ""
    yield f"{_OURS}:enabled", "" if feed.enabled else "false"
    yield f"{_OURS}:comment", feed.comment


def _xml(text: str) -> str:
    """Return `text` without the control characters that XML cannot hold."""
    return _NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text)
