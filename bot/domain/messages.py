"""What is sent to chats, and what becomes of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.accounts import CardAccounts
from bot.domain.chats import Chat


class DeliveryKind(StrEnum):
    """What one outbox row sends."""

    ALERT = "alert"
    CHANGE = "change"  # of a story that the chat was alerted of; a reply to that alert
    CLOSER = "closer"  # such a story names a place nearer to the chat; likewise a reply
    DIGEST = "digest"
    EDIT = "edit"
    REPORT = "report"  # another outlet tells such a story; likewise, and silent
    SPIKE = "spike"  # unusually many reports of a place
    TO_ALL = "to_all"  # of the admins; in the order of kinds it comes last


class DeliveryState(StrEnum):
    """``ready → sending → sent | unsure | rejected``; ``expired`` when it came too late.

    An alert may wait before that: `HELD` until the chat can be told again, `LISTED` until
    its next digest. ``digested`` when a digest tells it instead; ``skipped`` when the chat
    wanted nothing of it after a pause; ``unwanted`` when the chat muted it while it waited,
    or ended what found it; ``dropped`` when an admin gave a dead letter up.
    """

    HELD = "held"
    LISTED = "listed"
    DIGESTED = "digested"
    SKIPPED = "skipped"
    UNWANTED = "unwanted"
    READY = "ready"
    SENDING = "sending"
    SENT = "sent"
    UNSURE = "unsure"
    REJECTED = "rejected"
    DROPPED = "dropped"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """One outbox row: one message to one chat.

    `evidence` says what matched; `message_id` is Telegram's, of the message that this row
    sent or, for an edit, of the one that it changes; `reply_to` of the alert that a change
    answers. A digest has no story of its own, nor have the kinds after `EDIT`.
    """

    id: int
    chat: Chat
    kind: DeliveryKind
    story_id: int | None
    entry_id: int | None
    evidence: tuple[str, ...] = ()
    attempts: int = 0
    message_id: int | None = None
    reply_to: int | None = None
    created_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class CardSource:
    """One outlet's entry of a story, as a card shows it."""

    outlet: str
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardPointer:
    """Words of an entry, and what is followed because of them, by name.

    `km` if that is what lies so near to the place.
    """

    words: str
    place: str
    km: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CardChange:
    """What changed in a story: the kind as `annotate` prints it, and what people see.

    `words` are who speaks or which place, `before` and `after` numbers of victims. Kinds
    of our own are ``closer`` and ``report``, after those of deliveries.
    """

    kind: str
    words: str = ""
    before: int = 0
    after: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class AlertCard:
    """All that an alert says: the first entry, then every outlet of the story, in order.

    `places` are names in the reader's language; `evidence` is what matched, and `pointer`
    the first words that point into a region that they do not name. `changes` are what is
    new in a story that the chat knows. `origins` are from how many the outlets have it, 0
    if that is not known; `accounts` where they differ.
    """

    title: str
    summary: str = ""
    published_at: datetime
    sources: tuple[CardSource, ...]
    places: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    pointer: CardPointer | None = None
    changes: tuple[CardChange, ...] = ()
    origins: int = 0
    accounts: CardAccounts = CardAccounts()  # noqa: RUF009  # frozen
    is_silent: bool = False
    story_id: int | None = None


class Occasion(StrEnum):
    """Why many stories come in one message."""

    DIGEST = "digest"  # its time has come
    ASKED = "asked"  # the chat asked for it
    WAITED = "waited"  # the chat can be told again
    MANY = "many"  # more wait than are read one by one


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestLine:
    """One story of a digest; `more` outlets tell it besides. `group` is a place's name.

    `origins` as in `AlertCard`. `changes` are what changed in it until then, if
    `is_update` since it was told.
    """

    title: str
    url: str | None
    outlet: str
    more: int = 0
    published_at: datetime
    group: str = ""
    origins: int = 0
    changes: tuple[CardChange, ...] = ()
    is_update: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestCard:
    """One page of a digest: `lines` are the stories from number `first` on, of `count`.

    `at` is when it was due.
    """

    id: int
    occasion: Occasion
    at: datetime
    count: int
    first: int = 1
    page: int = 0
    pages: int = 1
    lines: tuple[DigestLine, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Spike:
    """Unusually many stories of a place within a few hours, and how many are usual."""

    id: int
    place_id: str
    stories: int
    usual: float


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
class Attachment:
    """A file that goes with a message, which then is at most 1024 characters long."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLink:
    """Where in a plain text words lead to a page, in UTF-16 units."""

    offset: int
    length: int
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """A message ready for Telegram: HTML of the escaping builder, and its plain text.

    `links` are those that the plain text has no room to write out. With a `photo` (PNG) the
    texts are its caption. `notice` is said below them if its topic is lost, so that people
    learn it once; `instead` where the chat takes no files, in place of one. `preview` is
    the page of which a picture is shown, `large` above the text; None for no preview. What
    `can_wait` gives way to news.
    """

    html: str
    plain: str
    links: tuple[TextLink, ...] = ()
    buttons: tuple[tuple[Button, ...], ...] = ()
    silent: bool = False
    attachment: Attachment | None = None
    photo: bytes | None = None
    notice: str = ""
    instead: str = ""
    can_wait: bool = False
    preview: str | None = None
    large: bool = False


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
    """Telegram may have it: the request went out and no answer came back.

    `counts` is False if that says nothing of the message, for nobody is answered now.
    """

    reason: str
    counts: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Rejected:
    """Telegram will never take it; `is_moot` if nobody wants it sent any more."""

    reason: str
    is_moot: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Unreachable:
    """The chat cannot be written to now (blocked, kicked); its settings are kept."""

    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Migrated:
    """The group became a supergroup with another id."""

    telegram_id: int


Outcome = Sent | Deferred | Unsure | Rejected | Unreachable | Migrated
