"""The values that pass between the stages; one word per concept (docs/glossary.md).

All are frozen and keyword-only. Instants are aware UTC datetimes and end in ``_at``.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum


def require_aware(name: str, at: datetime | None) -> None:
    """Raise ValueError if `at` is an instant without a zone."""
    if at is not None and at.tzinfo is None:
        msg = f"{name} must be aware: {at!r}"
        raise ValueError(msg)


# --- feeds ---------------------------------------------------------------------------


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


# --- entries -------------------------------------------------------------------------


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


class Kind(StrEnum):
    """Of a place, widest first."""

    COUNTRY = "country"
    REGION = "region"
    DISTRICT = "district"
    SETTLEMENT = "settlement"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A named point of the gazetteer.

    `id` is ISO 3166-1 for a country, ISO 3166-2 for a first-level region, else a stable id
    of letters, digits, ``_`` and ``-``. `names` maps ``en uk ru`` to the name in that
    language; `region` and `country` are what it is or lies in.
    """

    id: str
    kind: Kind
    names: Mapping[str, str]
    country: str | None
    region: str | None = None
    population: int = 0

    def name(self, language: str) -> str:
        """Return the name in `language`, else in English."""
        return self.names.get(language) or self.names["en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A place name at a span of a text.

    `start` and `end` are code points into the text; `place` is the place's English name
    and `place_id` its id; `weak` when only an adjective or a people's name points there.
    """

    start: int
    end: int
    text: str
    place_id: str
    place: str
    kind: Kind
    region: str | None
    country: str | None
    weak: bool = False

    def __post_init__(self) -> None:
        """Refuse an empty or reversed span."""
        if not 0 <= self.start < self.end:
            msg = f"not a span: {self.start}-{self.end}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """What a text is about, as far as places go (CONTRACT, section 4).

    `regions` and `countries` are sorted codes; `about` also holds the ids of settlements,
    so that a subscription to a place is one look-up.
    """

    language: str
    mentions: tuple[Mention, ...] = ()
    regions: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    about: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """What a person may have meant after /region; `score` is 0 to 100, 100 exact."""

    place: Place
    score: float


# --- chats, subscriptions, matches ---------------------------------------------------


class ChatState(StrEnum):
    """Whether a chat can be reached; settings are kept in each state."""

    ACTIVE = "active"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """Where we send: a person, a group or a channel.

    `telegram_id` and `thread_id` are the Bot API's. `paused_until` is None when the chat
    is not paused; a pause without end is `FOREVER`.
    """

    id: int
    telegram_id: int
    kind: str = "private"
    thread_id: int | None = None
    language: str = "en"
    time_zone: str = "Europe/Kyiv"
    state: ChatState = ChatState.ACTIVE
    paused_until: datetime | None = None
    parked_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A chat's standing query: any of `regions` (if given) and `query` (if given)."""

    id: int
    chat_id: int
    regions: tuple[str, ...] = ()
    query: str | None = None

    def __post_init__(self) -> None:
        """Refuse a subscription to everything."""
        if not self.regions and not self.query:
            msg = "a subscription needs a region or a query"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """Entry × subscription, with the evidence: the words or places of the text."""

    subscription_id: int
    chat_id: int
    evidence: tuple[str, ...] = ()


class Action(StrEnum):
    """What a route decides."""

    ALERT = "alert"
    DIGEST = "digest"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Decision for a match, with its reason in words."""

    action: Action
    reason: str


# --- deliveries ----------------------------------------------------------------------


class DeliveryKind(StrEnum):
    """What one outbox row sends."""

    ALERT = "alert"
    EDIT = "edit"


class DeliveryState(StrEnum):
    """``ready → sending → sent | unsure | rejected``; ``expired`` when it came too late."""

    READY = "ready"
    SENDING = "sending"
    SENT = "sent"
    UNSURE = "unsure"
    REJECTED = "rejected"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One outbox row: one message to one chat.

    `evidence` says what matched; `message_id` is Telegram's, of the message that this row
    sent or, for an edit, of the one that it changes.
    """

    id: int
    chat: Chat
    kind: DeliveryKind
    story_id: int
    entry_id: int
    evidence: tuple[str, ...] = ()
    attempts: int = 0
    message_id: int | None = None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSource:
    """One outlet's entry of a story, as a card shows it."""

    outlet: str
    title: str
    url: str | None
    published_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCard:
    """All that an alert says: the first entry, then every outlet of the story, in order.

    `places` are names in the reader's language; `evidence` is what matched.
    """

    title: str
    summary: str = ""
    published_at: datetime
    sources: tuple[CardSource, ...]
    places: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    story_id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Button:
    """One inline button: `data` for a callback (64 bytes at most) or `url`."""

    text: str
    data: str | None = None
    url: str | None = None

    def __post_init__(self) -> None:
        """Refuse what Telegram refuses (Bot API, InlineKeyboardButton)."""
        if (self.data is None) == (self.url is None):
            msg = "a button has either data or url"
            raise ValueError(msg)
        if self.data is not None and not 1 <= len(self.data.encode()) <= 64:  # noqa: PLR2004  # Bot API: 1-64 bytes
            msg = f"callback data of {len(self.data.encode())} bytes: {self.data!r}"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A message ready for Telegram: HTML of the escaping builder, and its plain text."""

    html: str
    plain: str
    buttons: tuple[tuple[Button, ...], ...] = ()
    silent: bool = False


# --- what became of a delivery -------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Telegram has it. `note` says what was changed on the way (plain text, topic)."""

    message_id: int | None
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deferred:
    """Telegram does not have it; try again after `pause`. `park_chat` on a flood limit."""

    pause: timedelta
    reason: str
    park_chat: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """Telegram may have it: the request went out and no answer came back."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Telegram will never take it."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """The chat cannot be written to now (blocked, kicked); its settings are kept."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrated:
    """The group became a supergroup with another id."""

    telegram_id: int


Outcome = Sent | Deferred | Unsure | Rejected | Unreachable | Migrated


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
