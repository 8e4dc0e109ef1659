"""Feeds as configured, as learned, and as fetched."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from bot.domain.errors import Fault

_REGION = re.compile(r"[A-Z]{2}-[A-Z0-9]{1,3}")  # ISO 3166-2


def home_of(country: str | None, tags: Sequence[str]) -> str | None:
    """Return the code of the region that one of an outlet's tags is, else its country.

    >>> home_of("UA", ["private", "UA-59"])
    'UA-59'
    """
    return next(filter(_REGION.fullmatch, tags), country)


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedSpec:
    """One feed as feeds.yaml has it.

    `time_zone` is the IANA zone of dates that name none.
    """

    url: str
    title: str = ""
    publisher: str = ""
    language: str | None = None
    country: str | None = None
    tags: tuple[str, ...] = ()
    interval: timedelta = timedelta(minutes=5)
    time_zone: str = "UTC"
    enabled: bool = True

    @property
    def home(self) -> str | None:
        """Where the outlet reports from: the region whose code is a tag, or the country."""
        return home_of(self.country, self.tags)

    @property
    def marks(self) -> frozenset[str]:
        """By what chats choose outlets: the country's code, and each tag behind a ``#``."""
        country = (self.country,) if self.country else ()
        return frozenset((*country, *(f"#{tag}" for tag in self.tags)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Validators:
    """What a conditional request sends back (RFC 9110, section 13.1).

    `host` gave them, and no other host is shown them.
    """

    etag: str | None = None
    last_modified: str | None = None
    host: str | None = None

    def __bool__(self) -> bool:
        """Return whether there is anything to send back."""
        return bool(self.etag or self.last_modified)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server said, whether or not it sent a document.

    Attributes:
        validators: For the next request.
        max_age: How long the answer stays fresh (``Cache-Control: max-age``, ``Expires``).
        moved_to: The address that permanent redirects led to, None if there were none or
            if one of them was not permanent.
        profile: The header profile that was answered.
    """

    validators: Validators = Validators()
    max_age: timedelta | None = None
    moved_to: str | None = None
    profile: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NotModified(Answer):
    """The server says that nothing changed (304)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unchanged(Answer):
    """The server sent the very bytes that it sent before (200)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document(Answer):
    """A fetched feed document, decompressed.

    `url` is where it came from after redirects; `wire_hash` is of the bytes as they came;
    `served_at` is when it was made by the server's clock, None if the server does not say.
    """

    url: str
    body: bytes
    content_type: str | None = None
    wire_hash: str | None = None
    served_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Postponed:
    """No request was made: the site asked to be left alone for `pause`."""

    pause: timedelta
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rhythm:
    """How often a feed brings something new.

    `average_gap` is between new entries, the newer ones counting more; `longest_gap` is the
    longest silence known, fading; `gaps` is how many went into both, since `since`.
    """

    average_gap: timedelta | None = None
    longest_gap: timedelta | None = None
    gaps: int = 0
    since: datetime | None = None
    last_new_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A permanent redirect: to `url`, seen by `polls` polls in a row since `since`."""

    url: str
    since: datetime
    polls: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Trust:
    """How far the server's "nothing changed" is believed.

    `answers` 304s came since the last unconditional fetch, at `full_at`; after
    `audit_after` of them the next one is checked. `lies` when a check found a change
    that a 304 had denied.
    """

    answers: int = 0
    audit_after: int = 20
    full_at: datetime | None = None
    lies: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed with what was learned of it.

    `site` is the registered domain of its host. `baseline_at` is the newest entry's time at
    the first successful poll, None before it. `hosts` are the hosts that its entries' links
    had so far. `failures` in a row were all of the kind `fault`. Until `burst_until` it is
    polled as often as allowed, for a story is breaking.
    """

    id: int
    spec: FeedSpec
    site: str = ""
    validators: Validators = Validators()
    wire_hash: str | None = None
    body_hash: str | None = None
    profile: int = 0
    failures: int = 0
    fault: Fault | None = None
    last_success_at: datetime | None = None
    baseline_at: datetime | None = None
    hosts: frozenset[str] = frozenset()
    rhythm: Rhythm = Rhythm()
    move: Move | None = None
    trust: Trust = Trust()
    burst_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedState:
    """How a feed is, for people.

    `failing_since` and `last_error` are None for a healthy one. `possible_gaps` counts the
    polls that had nothing in common with the one before, so that entries may be missing.
    """

    id: int
    spec: FeedSpec
    next_poll_at: datetime
    last_polled_at: datetime | None = None
    last_success_at: datetime | None = None
    failures: int = 0
    fault: Fault | None = None
    failing_since: datetime | None = None
    last_error: str | None = None
    rhythm: Rhythm = Rhythm()
    move: Move | None = None
    trust: Trust = Trust()
    possible_gaps: int = 0
    last_gap_at: datetime | None = None
    is_held: bool = False  # by an admin


@dataclass(frozen=True, slots=True, kw_only=True)
class PollReport:
    """What one round of polling did (the numbers of ``tocsin poll --once``).

    A feed that was not asked, because its site wants to be left alone, counts in `feeds`
    only. `possible_gaps` are documents that had nothing in common with the last one.
    """

    feeds: int = 0
    fetched: int = 0
    not_modified: int = 0
    unchanged: int = 0
    failed: int = 0
    new_entries: int = 0
    possible_gaps: int = 0
    deliveries: int = 0
    errors: Mapping[str, str] = field(default_factory=dict)
