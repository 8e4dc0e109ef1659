"""Entries as published."""

from dataclasses import dataclass
from datetime import datetime, timedelta


def require_aware(name: str, at: datetime | None) -> None:
    """Raise ValueError if `at` is an instant without a zone."""
    if at is not None and at.tzinfo is None:
        msg = f"{name} must be aware: {at!r}"
        raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedEntry:
    """One item of a feed as published (Atom ``entry``, RSS ``item``), as plain text.

    `slice` is the hash of its bytes in the document, "" where the document was not sliced.
    """

    guid: str | None = None
    link: str | None = None
    title: str = ""
    summary: str = ""
    published_at: datetime | None = None
    author: str | None = None
    categories: tuple[str, ...] = ()
    language: str | None = None
    slice: str = ""

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware("published_at", self.published_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """A feed document as read; `entries` in document order.

    A sliced document has `slices`, the hash of each entry's bytes in document order, and
    `entries` lacks those whose hash the reader named as known. `skeleton` is the hash of
    what stands around the entries and can change their meaning: slices compare only under
    an equal one. Both are empty for a document that was read whole. `update_every` is how
    often the document says that it changes (``ttl``, ``sy:updatePeriod``).
    """

    title: str = ""
    language: str | None = None
    entries: tuple[ParsedEntry, ...] = ()
    slices: tuple[str, ...] = ()
    skeleton: str = ""
    update_every: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownSlices:
    """What the reader of a document need not read again: slices under one skeleton."""

    skeleton: str = ""
    slices: frozenset[str] = frozenset()
