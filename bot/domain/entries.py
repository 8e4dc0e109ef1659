"""Entries as published."""

from dataclasses import dataclass
from datetime import datetime


def require_aware(name: str, at: datetime | None) -> None:
    """Raise ValueError if `at` is an instant without a zone."""
    if at is not None and at.tzinfo is None:
        msg = f"{name} must be aware: {at!r}"
        raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedEntry:
    """One item of a feed as published (Atom ``entry``, RSS ``item``), as plain text."""

    guid: str | None = None
    link: str | None = None
    title: str = ""
    summary: str = ""
    published_at: datetime | None = None
    author: str | None = None
    categories: tuple[str, ...] = ()
    language: str | None = None

    def __post_init__(self) -> None:
        """Refuse an instant without a zone."""
        require_aware("published_at", self.published_at)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedFeed:
    """A feed document as read; `entries` in document order."""

    title: str = ""
    language: str | None = None
    entries: tuple[ParsedEntry, ...] = ()
