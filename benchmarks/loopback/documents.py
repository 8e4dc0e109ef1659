"""Feed documents that many feeds are made of: invented ones, or those of a folder.

A template becomes the document of one feed at one version. Each feed's guids, links and
titles are its own, and each version has one more new entry on top and one fewer below.
"""

import random
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from itertools import pairwise
from pathlib import Path

FEED, ENTRY = (
    b"\x02",
    b"\x03",
)  # stand where a feed's, an entry's own letters go; no XML has them
MIN_ENTRIES = 8
MAX_BYTES = 1_000_000

_ENTRY = re.compile(rb"<(item|entry)[\s>].*?</\1\s*>\s*", re.DOTALL)
_OWN_TEXT = re.compile(rb"(\s*(?:\]\]>)?\s*</(?:guid|id|title|link)\s*>)", re.IGNORECASE)
_IDENTITY = re.compile(rb"<(?:guid|id|link)\b|\brdf:about=", re.IGNORECASE)
_OWN_VALUE = re.compile(
    rb"""(<link\b[^>]*?\bhref=["'][^"']*|<item\b[^>]*?\brdf:about=["'][^"']*)""",
    re.IGNORECASE,
)
_DATE = re.compile(rb"(<(pubDate|published|updated|dc:date)>)[^<]*(</\2>)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A document cut at its entries; the first of them is the model of new ones.

    `appeared` is when each new one was served first: it keeps that date.
    """

    head: bytes
    entries: tuple[bytes, ...]
    tail: bytes
    content_type: str
    appeared: dict[int, datetime] = field(default_factory=dict)

    def render(self, *, feed: int, version: int, now: datetime) -> bytes:
        """Return the document of `feed` after `version` new entries, the last of `now`."""
        numbers = range(version, 0, -1)
        dates = [self.appeared.setdefault(number, now) for number in numbers]
        added = [
            _dated(self.entries[0], date).replace(ENTRY, b" n%d" % number)
            for number, date in zip(numbers, dates, strict=True)
        ]
        kept = self.entries[: max(len(self.entries) - version, 1)]
        body = b"".join((self.head, *added, *kept, self.tail))
        return body.replace(ENTRY, b"").replace(FEED, b"f%d" % feed)


def _dated(entry: bytes, now: datetime) -> bytes:
    rfc822 = format_datetime(now).encode()
    rfc3339 = now.isoformat(timespec="seconds").encode()

    def date(found: re.Match[bytes]) -> bytes:
        value = rfc822 if found[2].lower() == b"pubdate" else rfc3339
        return found[1] + value + found[3]

    return _DATE.sub(date, entry)


def make_template(document: bytes, content_type: str = "application/xml") -> Template:
    """Return the template of a document.

    Raises:
        ValueError: It has too few entries, or they do not stand in one row.
    """
    spans = [found.span() for found in _ENTRY.finditer(document)]
    if len(spans) < MIN_ENTRIES:
        raise ValueError(f"{len(spans)} entries")
    if any(end != start for (_, end), (start, _) in pairwise(spans)):
        raise ValueError("something stands between the entries")
    if not all(_IDENTITY.search(document, start, end) for start, end in spans):
        raise ValueError("an entry has no identity")  # `reader` refuses such a feed
    return Template(
        head=_own(document[: spans[0][0]], FEED),
        entries=tuple(_own(document[start:end], FEED + ENTRY) for start, end in spans),
        tail=document[spans[-1][1] :],
        content_type=content_type,
    )


def _own(part: bytes, letters: bytes) -> bytes:
    return _OWN_VALUE.sub(rb"\g<1>" + letters, _OWN_TEXT.sub(letters + rb"\g<1>", part))


def read_folder(folder: Path, *, count: int, seed: int) -> list[Template]:
    """Return up to `count` templates of the feeds found below `folder`, mixed by `seed`."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.stat().st_size <= MAX_BYTES:
            body = path.read_bytes()
            if FEED in body or ENTRY in body or b"\x00" in body:
                continue  # our own marks; UTF-16
            try:
                found[body] = make_template(body)
            except ValueError:
                continue
    templates = list(found.values())
    random.Random(seed).shuffle(templates)  # noqa: S311  # a repeatable choice, no secret
    return templates[:count]


def mean_size(templates: Iterable[Template]) -> tuple[int, float]:
    """Return the mean of bytes and of entries."""
    sizes = [
        (len(t.head) + sum(map(len, t.entries)) + len(t.tail), len(t.entries))
        for t in templates
    ]
    count = max(len(sizes), 1)
    return sum(size for size, _ in sizes) // count, sum(n for _, n in sizes) / count


def choose(sources: Sequence[Template], feed: int) -> Template:
    """Return the template of the feed of this number."""
    return sources[feed % len(sources)]
