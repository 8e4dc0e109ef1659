"""What the pool and its worker processes say to each other.

A frame is its length in four bytes, then JSON; a request is followed by the document's
bytes. JSON rather than pickle: a worker that hostile input took over cannot answer with
code.
"""

import json
import struct
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime, timedelta
from typing import Any

from bot.domain.model import Document, ParsedEntry, ParsedFeed

LENGTH = struct.Struct(">I")
MAX_ANSWER = 256 * 2**20  # 2,000 entries of 20,000 characters, escaped; a sane bound


def pack_request(
    document: Document, *, now: datetime, zone: str, limit: timedelta
) -> bytes:
    """Return the frames that ask for `document` to be parsed."""
    head = json.dumps(
        {
            "url": document.url,
            "content_type": document.content_type,
            "now": now.isoformat(),
            "zone": zone,
            "limit": limit.total_seconds(),
            "size": len(document.body),
        }
    ).encode()
    return b"".join((LENGTH.pack(len(head)), head, document.body))


def pack_feed(feed: ParsedFeed) -> bytes:
    """Return the frame that answers with `feed`."""
    return _frame({"feed": asdict(feed)})


def pack_error(reason: str, *, transient: bool) -> bytes:
    """Return the frame that answers that the document cannot be read."""
    return _frame({"error": reason, "transient": transient})


def unpack_feed(values: Mapping[str, Any]) -> ParsedFeed:
    """Return the feed of an answer."""
    return ParsedFeed(
        title=values["title"],
        language=values["language"],
        entries=tuple(_unpack_entry(entry) for entry in values["entries"]),
    )


def _unpack_entry(values: Mapping[str, Any]) -> ParsedEntry:
    at = values["published_at"]
    return ParsedEntry(
        **{
            **values,
            "published_at": datetime.fromisoformat(at) if at else None,
            "categories": tuple(values["categories"]),
        }
    )


def _frame(answer: Mapping[str, Any]) -> bytes:
    body = json.dumps(answer, default=datetime.isoformat).encode()
    return LENGTH.pack(len(body)) + body
