"""Chats, their subscriptions, and what matches these."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from bot.domain.timetable import (
    DigestTimes,
    FollowUps,
    Mode,
    Pictures,
    QuietHours,
    Sound,
)


class ChatState(StrEnum):
    """Whether a chat can be reached; settings are kept in each state."""

    ACTIVE = "active"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Chat:
    """Where we send: a person, a group or a channel.

    `telegram_id` and `thread_id` are the Bot API's. `paused_until` is None when the chat
    is not paused; a pause without end is `FOREVER`. `hourly_limit` is how many alerts it
    takes in an hour one by one, None if it set no limit.
    `follow_ups`: what it hears of a story besides the alert; `spikes`: whether of places
    that are in the news unusually often. `outlets`: of which it hears, as `FeedSpec.marks`
    has them; none named means all. `singly_until`: until when what waits comes one by one,
    however much it is.
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
    mode: Mode = Mode.NOW
    digests: DigestTimes = DigestTimes()  # noqa: RUF009  # frozen
    quiet: QuietHours | None = None
    hourly_limit: int | None = None
    follow_ups: FollowUps = FollowUps.CHANGES
    spikes: bool = False
    pictures: Pictures = Pictures.OFF
    sound: Sound = Sound.ALL
    outlets: frozenset[str] = frozenset()
    singly_until: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Managed(Chat):
    """A group or channel that somebody sets up from their private chat.

    `person` is that private chat: there the answers go, in its language.
    """

    person: Chat
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subscription:
    """A chat's standing query: any of `regions` (if given) and `query` (if given).

    One that is paused matches nothing.
    """

    id: int
    chat_id: int
    regions: tuple[str, ...] = ()
    query: str | None = None
    is_paused: bool = False

    def __post_init__(self) -> None:
        """Refuse a subscription to everything."""
        if not self.regions and not self.query:
            msg = "a subscription needs a region or a query"
            raise ValueError(msg)


class Match(NamedTuple):
    """Entry × subscription, with the evidence: the words or places of the text.

    An entry has dozens, and a frozen dataclass takes three times as long to make.
    """

    subscription_id: int
    chat_id: int
    evidence: tuple[str, ...] = ()


class Action(StrEnum):
    """What a route decides: an alert now, one that waits, a line of the next digest."""

    ALERT = "alert"
    HOLD = "hold"
    DIGEST = "digest"
    DROP = "drop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Decision for a match, with its reason in words.

    `until`: when it is looked again at what is held.
    """

    action: Action
    reason: str
    until: datetime | None = None


class MuteKind(StrEnum):
    """What a chat wants to hear nothing of."""

    STORY = "story"
    OUTLET = "outlet"
    WORDS = "words"


@dataclass(frozen=True, slots=True, kw_only=True)
class Mute:
    """One thing that a chat is not told of, until an instant or for ever.

    `words` are a story's headline, an outlet's name, or a query as the person typed it.
    """

    id: int
    kind: MuteKind
    words: str
    story_id: int | None = None
    until: datetime | None = None
