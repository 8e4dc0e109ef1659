"""Cuts a document to what is safe to parse (pure)."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import TypeVar

from bot.parse.dates import parse_date
from bot.parse.scan import LimitError, Scan, scan

MAX_ENTRIES = 2_000
SAMPLES = 10  # entries of many whose dates are looked at

Range = tuple[int, int]
T = TypeVar("T")

_LAST = 0x10FFFF  # of Unicode
_ESCAPED = frozenset('<>&"\t\n\r')  # what its reference kept from being markup
_LONGEST = 12  # digits of a reference that are read; more name no character
_REFERENCE = re.compile(rb"&#([xX]?)0*([0-9a-fA-F]+);")
_REFERENCES = re.compile(rb"(?:&#(?:[xX][0-9a-fA-F]+|[0-9]+);)+")
_OPEN = re.compile(rb"<(?:[\w.-]+:)?(?:item|entry)(?=[\s>])")
_CLOSE = re.compile(rb"</(?:[\w.-]+:)?(?:item|entry)\s*>")
_DOCTYPE = re.compile(
    rb"<!DOCTYPE\b[^\[>]*(?:\[[^\]]*\](?:[^\[\]>]*\])*\s*)?>", re.IGNORECASE
)
_DATE = re.compile(
    rb"<(?:\w+:)?(?:pubDate|published|updated|date|modified|issued)\b[^>]*>"
    rb"\s*(?:<!\[CDATA\[\s*)?([^<\]]{4,100})[<\]]",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """A document that is safe to parse.

    `scan` is of `body`. If that is ill-formed, `body` ends before an entry without an end.
    """

    body: bytes
    scan: Scan


def prepare(body: bytes) -> Prepared:
    """Return `body` (UTF-8) within the limits and without entities of its own.

    A well-formed document may still have too many entries; see `newest`.

    Raises:
        LimitError: Too deep, a tag with too many attributes, or entities that stay.
    """
    found = scan(body)
    if not found.complete and (mended := mend_references(body)) != body:
        body = mended
        found = scan(body)
    if found.declares:
        # what the entities stood for is lost, and with it what they would have blown up to
        body = _DOCTYPE.sub(b"", body, count=1)
        found = scan(body)
        found.frame = None
    elif found.doctype and found.complete:
        # it says nothing of a feed, and feedparser cuts it too
        bare = _DOCTYPE.sub(b"", body, count=1)
        without = scan(bare)
        if without.complete and not without.doctype:
            return Prepared(body=bare, scan=without)
    if found.declares:
        msg = "it declares entities in a way that cannot be undone"
        raise LimitError(msg)
    return Prepared(body=body if found.complete else _cut_tail(body), scan=found)


def mend_references(body: bytes) -> bytes:
    """Return `body` with references of characters that XML does not know made good.

    Old generators write an emoji as two surrogates (``&#55357;&#56832;``): a pair is its
    character, and what is none becomes U+FFFD. One of them makes a document ill-formed,
    and feedparser fail on all of it.
    """
    return _REFERENCES.sub(_mend, body)


def _mend(found: re.Match[bytes]) -> bytes:
    codes = [
        int(digits[:_LONGEST], 16 if x else 10)
        for x, digits in _REFERENCE.findall(found[0])
    ]
    units = [0xFFFD if code > _LAST else code for code in codes]
    text = "".join(map(chr, units)).encode("utf-16-le", "surrogatepass")
    mended = text.decode("utf-16-le", "replace")
    kept = (c for c in mended if c >= " " or c in "\t\n\r")
    return "".join(f"&#{ord(c)};" if c in _ESCAPED else c for c in kept).encode()


def newest(body: bytes, entries: Sequence[Range]) -> Sequence[Range]:
    """Return the newest 2,000 of `entries`: feeds begin with them, or end with them."""
    if len(entries) <= MAX_ENTRIES:
        return entries
    oldest_first = is_oldest_first([_date(body[slice(*each)]) for each in sample(entries)])
    return entries[-MAX_ENTRIES:] if oldest_first else entries[:MAX_ENTRIES]


def sample(entries: Sequence[T]) -> list[T]:
    """Return some of many entries, whose dates tell in which order all are."""
    last = len(entries) - 1
    return [entries[number * last // SAMPLES] for number in range(SAMPLES + 1)]


def is_oldest_first(dates: Iterable[datetime | None]) -> bool:
    """Say whether most dates are later than the one before; one on top may be pinned."""
    known = [date for date in dates if date is not None]
    rising = sum(one < other for one, other in pairwise(known))
    return rising > sum(one > other for one, other in pairwise(known))


def _cut_tail(body: bytes) -> bytes:
    """Return an ill-formed `body` without an entry that has no end."""
    closes = [found.end() for found in _CLOSE.finditer(body)]
    opens = [found.start() for found in _OPEN.finditer(body)]
    if len(closes) > MAX_ENTRIES and len(opens) >= len(closes):
        entries = list(zip(opens, closes, strict=False))
        kept = newest(body, entries)
        return body[: opens[0]] + body[kept[0][0] : kept[-1][1]]
    last = closes[-1] if closes else 0
    unfinished = next((start for start in opens if start >= last), len(body))
    return body[:unfinished]


def _date(entry: bytes) -> datetime | None:
    found = _DATE.search(entry)
    return parse_date(found[1].decode(errors="replace")) if found is not None else None
