"""Writes feeds as lines of feeds.yaml, and puts them into a file that people keep (pure).

Everything that stands in the file stays byte for byte as it is: the lines are put after
the last feed, and what comes out is read again before anybody uses it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

from ruamel.yaml import YAML
from ruamel.yaml.events import (
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from bot.config.addresses import host_name
from bot.config.duration import format_duration
from bot.config.listed import ListedFeed

NEW_FILE = "version: 1\nfeeds:\n"
INDENT = 2

_BREAK = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")  # YAML 1.1, which ruamel's marks follow
# What means itself without quotes: neither an indicator nor a number nor a word of YAML.
_PLAIN = re.compile(
    r"(?!(?:true|false|null)$)[^\W\d_](?:[\w .()/+-]*[\w.)])?", re.IGNORECASE
)
_PLAIN_URL = re.compile(r"https?://[!-~]*[!-9;-~]")
# JSON's escapes are YAML's, but JSON leaves raw what YAML counts as unprintable.
_UNPRINTABLE = re.compile("[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd"
                          "\U00010000-\U0010ffff]")  # fmt: skip


def scalar(text: str) -> str:
    """Return `text` as a value of YAML, in quotes where it needs them."""
    if _PLAIN.fullmatch(text) and text.isprintable():
        return text
    quoted = json.dumps(text, ensure_ascii=False)
    return _UNPRINTABLE.sub(lambda found: f"\\u{ord(found[0]):04x}", quoted)


def _pairs(
    feed: ListedFeed, *, interval: timedelta, time_zone: str, is_flow: bool
) -> Iterator[tuple[str, str]]:
    """Yield the keys that differ from the file's defaults, with values in YAML."""
    is_plain = not is_flow and _PLAIN_URL.fullmatch(feed.url)
    yield "url", feed.url if is_plain else json.dumps(feed.url, ensure_ascii=False)
    if feed.title not in {"", host_name(feed.url)}:
        yield "title", scalar(feed.title)
    if feed.publisher:
        yield "publisher", scalar(feed.publisher)
    if feed.language:
        yield "language", scalar(feed.language)
    if feed.country:
        yield "country", feed.country
    if feed.tags:
        yield "tags", f"[{', '.join(map(scalar, feed.tags))}]"
    if feed.interval not in {None, interval}:
        yield "interval", format_duration(feed.interval or interval)
    if feed.time_zone not in {None, time_zone}:
        yield "time_zone", scalar(feed.time_zone or time_zone)
    if not feed.enabled:
        yield "enabled", "false"


def _comment_lines(comment: str) -> list[str]:
    """Return a comment as lines; nothing of it can end the comment."""
    lines = [_UNPRINTABLE.sub(" ", line).rstrip() for line in comment.splitlines()]
    return [f"# {line}".rstrip() for line in lines]


def find_comment(lines: Sequence[str], first: int) -> str:
    """Return the comment that stands directly above a feed, "" if there is none.

    Args:
        lines: Of the file.
        first: Index of the feed's first line. A comment that stands further right belongs
            to what is above it.
    """
    if not lines[first].lstrip().startswith("-") and lines[first - 1].strip() == "-":
        first -= 1
    column = len(lines[first]) - len(lines[first].lstrip())
    found: list[str] = []
    for line in reversed(lines[:first]):
        text = line.lstrip()
        if not text.startswith("#") or len(line) - len(text) > column:
            break
        found.append(text[1:].removeprefix(" ").rstrip())
    return "\n".join(reversed(found))


def split_lines(text: str) -> list[str]:
    """Return the lines of a YAML file as its reader counts them."""
    return _BREAK.split(text)


@dataclass(slots=True)
class _List:
    """Where the list of feeds stands: `end` is the index behind its last word."""

    is_flow: bool
    column: int
    end: int
    is_empty: bool = True


def _find_list(text: str) -> _List | None:
    """Return where the value of ``feeds`` stands, None if the file says nothing at all."""
    found: _List | None = None
    depth, is_next, has_document = 0, False, False
    key_next = True
    for event in YAML(typ="safe", pure=True).parse(text):
        has_document |= isinstance(event, DocumentStartEvent)
        if isinstance(event, (SequenceEndEvent, MappingEndEvent)):
            depth -= 1
            if found is not None and depth == 1 and isinstance(event, SequenceEndEvent):
                return found
        if found is not None and _is_content(event):
            found.end, found.is_empty = event.end_mark.index, False
        if depth == 1 and isinstance(
            event, (ScalarEvent, SequenceStartEvent, MappingStartEvent)
        ):
            if is_next and isinstance(event, SequenceStartEvent):
                mark = event.start_mark
                found = _List(bool(event.flow_style), mark.column, event.end_mark.index)
            is_next = key_next and isinstance(event, ScalarEvent) and event.value == "feeds"
            key_next = not key_next
        if isinstance(event, (SequenceStartEvent, MappingStartEvent)):
            depth += 1
    assert not has_document, "the file was read before, so it has a list of feeds"
    return None


def _is_content(event: Event) -> bool:
    """Return True for what is written; the ends of indented blocks are not."""
    is_end = isinstance(event, (SequenceEndEvent, MappingEndEvent))
    return isinstance(event, ScalarEvent) or (
        is_end and event.end_mark.index > event.start_mark.index
    )


def extend(
    text: str, feeds: Iterable[ListedFeed], *, interval: timedelta, time_zone: str
) -> str:
    """Return `text`, a good feeds.yaml or one without a word, with more feeds at its end.

    Args:
        text: Of the file.
        feeds: To add; none of them may be there yet.
        interval: The file's default.
        time_zone: The file's default.
    """
    newline = "\r\n" if "\r\n" in text else "\n"
    place = _find_list(text)
    is_flow = place is not None and place.is_flow
    items = [
        (
            _comment_lines(feed.comment),
            list(_pairs(feed, interval=interval, time_zone=time_zone, is_flow=is_flow)),
        )
        for feed in feeds
    ]
    if place is not None and is_flow:
        return _into_flow(text, place, items, newline)
    if place is None:
        head = text if not text or _BREAK.search(text[-1]) else text + newline
        text = head + NEW_FILE.replace("\n", newline)
        place = _List(is_flow=False, column=INDENT, end=len(text))
    margin = " " * place.column
    lines: list[str] = []
    for comment, pairs in items:
        lines += [f"{margin}{line}" for line in comment]
        for index, (key, value) in enumerate(pairs):
            lines.append(f"{margin}{'  ' if index else '- '}{key}: {value}")
    at = _after_last_feed(text, place)
    before = text[:at]
    if before and not _BREAK.search(before[-1]):
        before += newline
    return before + "".join(f"{line}{newline}" for line in lines) + text[at:]


def _after_last_feed(text: str, place: _List) -> int:
    """Return the index of the line behind the last feed and what is noted in it."""
    at = place.end
    if at and not _BREAK.search(text[at - 1]):
        at = _next_line(text, at)
    while at < len(text):
        line = _BREAK.split(text[at : _next_line(text, at)])[0]
        note = line.lstrip(" ")
        if not note.startswith("#") or len(line) - len(note) <= place.column:
            break
        at = _next_line(text, at)
    return at


def _next_line(text: str, index: int) -> int:
    end = _BREAK.search(text, index)
    return len(text) if end is None else end.end()


def _into_flow(
    text: str,
    place: _List,
    items: Iterable[tuple[list[str], list[tuple[str, str]]]],
    newline: str,
) -> str:
    margin = " " * INDENT
    written = []
    for comment, pairs in items:
        feed = "{" + ", ".join(f"{key}: {value}" for key, value in pairs) + "}"
        written.append("".join(f"{newline}{margin}{line}" for line in (*comment, feed)))
    added = ",".join(written)
    first = "" if place.is_empty else ","
    return text[: place.end] + first + added + text[place.end :]
