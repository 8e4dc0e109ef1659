"""What the pool and its worker processes say to each other.

A frame is its length in four bytes, then JSON; a request is followed by the document's
bytes. JSON rather than pickle: a worker that hostile input took over cannot answer with
code.
"""

import json
import struct
from collections.abc import Mapping, Sequence
from dataclasses import fields
from datetime import datetime, timedelta
from typing import Any

from bot.domain.errors import Fault, ParseError
from bot.domain.model import Document, KnownSlices, ParsedEntry, ParsedFeed

LENGTH = struct.Struct(">I")
MAX_ANSWER = 256 * 2**20  # 2,000 entries of 20,000 characters, escaped; a sane bound

_FIELDS = tuple(field.name for field in fields(ParsedEntry))


def pack_request(
    document: Document,
    *,
    now: datetime,
    zone: str,
    cpu: timedelta,
    wall: timedelta,
    known: KnownSlices,
) -> bytes:
    """Return the frames that ask for `document` to be parsed.

    The worker ends itself when it has used `cpu`, or when `wall` is over.
    """
    head = json.dumps(
        {
            "url": document.url,
            "content_type": document.content_type,
            "now": now.isoformat(),
            "zone": zone,
            "cpu": cpu.total_seconds(),
            "wall": wall.total_seconds(),
            "skeleton": known.skeleton,
            "known": list(known.slices),
            "size": len(document.body),
        }
    ).encode()
    return b"".join((LENGTH.pack(len(head)), head, document.body))


def unpack_known(head: Mapping[str, Any]) -> KnownSlices:
    """Return what the head of a request says is known."""
    return KnownSlices(skeleton=head["skeleton"], slices=frozenset(head["known"]))


def pack_feed(feed: ParsedFeed) -> bytes:
    """Return the frame that answers with `feed`."""
    every = feed.update_every
    return _frame(
        {
            "title": feed.title,
            "language": feed.language,
            "entries": [
                [getattr(entry, name) for name in _FIELDS] for entry in feed.entries
            ],
            "slices": feed.slices,
            "skeleton": feed.skeleton,
            "update_every": None if every is None else every.total_seconds(),
        }
    )


def pack_error(error: ParseError) -> bytes:
    """Return the frame that answers that the document cannot be read."""
    return _frame({"error": error.reason, "transient": error.transient, "kind": error.kind})


def unpack_answer(answer: bytes, url: str) -> ParsedFeed:
    """Return the feed of an answer about the document from `url`.

    Raises:
        ParseError: The answer is that it cannot be read.
        ValueError: It is no answer.
    """
    values = json.loads(answer)
    if "error" in values:
        raise ParseError(
            url, values["error"], transient=values["transient"], kind=Fault(values["kind"])
        )
    every = values["update_every"]
    return ParsedFeed(
        title=values["title"],
        language=values["language"],
        entries=tuple(map(_unpack_entry, values["entries"])),
        slices=tuple(values["slices"]),
        skeleton=values["skeleton"],
        update_every=None if every is None else timedelta(seconds=every),
    )


def _unpack_entry(values: Sequence[Any]) -> ParsedEntry:
    entry = dict(zip(_FIELDS, values, strict=True))
    at = entry["published_at"]
    entry["published_at"] = None if at is None else datetime.fromisoformat(at)
    entry["categories"] = tuple(entry["categories"])
    return ParsedEntry(**entry)


def _frame(answer: Mapping[str, Any]) -> bytes:
    body = json.dumps(answer, default=datetime.isoformat).encode()
    return LENGTH.pack(len(body)) + body
