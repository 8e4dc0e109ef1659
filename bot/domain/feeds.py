"""Feeds as configured, as learned, and as fetched."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSpec:
    """One feed as feeds.yaml has it (CONTRACT, feeds.yaml version 1)."""

    url: str
    title: str = ""
    publisher: str = ""
    language: str | None = None
    country: str | None = None
    tags: tuple[str, ...] = ()
    interval: timedelta = timedelta(minutes=5)
    enabled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a conditional request sends back (RFC 9110, section 13.1)."""

    etag: str | None = None
    last_modified: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A fetched feed document, decompressed.

    `url` is where it came from after redirects; `max_age` is the server's
    ``Cache-Control: max-age``.
    """

    url: str
    body: bytes
    content_type: str | None = None
    validators: Validators = Validators()
    max_age: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified:
    """The server says that nothing changed (304)."""

    validators: Validators = Validators()
    max_age: timedelta | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed with what was learned of it.

    `baseline_at` is the newest entry's time at the first successful poll, None before it.
    `hosts` are the hosts that its entries' links had so far.
    """

    id: int
    spec: FeedSpec
    validators: Validators = Validators()
    body_hash: str | None = None
    failures: int = 0
    baseline_at: datetime | None = None
    hosts: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class PollReport:
    """What one round of polling did (the numbers of ``tocsin poll --once``)."""

    feeds: int = 0
    fetched: int = 0
    not_modified: int = 0
    unchanged: int = 0
    failed: int = 0
    new_entries: int = 0
    deliveries: int = 0
    errors: Mapping[str, str] = field(default_factory=dict)
