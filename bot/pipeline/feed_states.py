"""How feeds are, in one word each: for people, and for admins."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.errors import Fault
from bot.domain.model import FeedState, Move
from bot.poll.moves import is_stable
from bot.poll.rhythm import find_silence
from bot.poll.schedule import is_parked
from bot.store import feeds
from bot.store.engine import Store


class Condition(StrEnum):
    """One word for a feed, the worst first."""

    PARKED = "parked"  # its publisher says that it is gone
    QUARANTINED = "quarantined"  # it brought another site's entries
    FAILING = "failing"
    SILENT = "silent"  # read without errors, but nothing new for unusually long
    MOVED = "moved"  # read without errors, from an address that feeds.yaml does not have
    PAUSED = "paused"  # by an admin, in the chat
    NEW = "new"  # not polled yet
    OK = "ok"


ORDER = {condition: place for place, condition in enumerate(Condition)}


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedHealth:
    """A feed with its word.

    `since` is when it began to fail, to be silent or to move, None for a healthy feed;
    `silence` how long it has been silent, if that is unusual; `move` one that lasted long
    enough to be written into feeds.yaml.
    """

    feed: FeedState
    condition: Condition
    since: datetime | None = None
    silence: timedelta | None = None
    move: Move | None = None


def judge_state(feed: FeedState, *, now: datetime) -> FeedHealth:
    """Return the word for a feed (pure).

    While a feed cannot be read, its silence says nothing; a move counts once it is stable.
    """
    if feed.is_held:
        return FeedHealth(feed=feed, condition=Condition.PAUSED)
    move = feed.move if feed.move is not None and is_stable(feed.move, now) else None
    if feed.failures > 0:
        condition = _failing(feed)
        return FeedHealth(
            feed=feed, condition=condition, since=feed.failing_since, move=move
        )
    if feed.last_success_at is None:
        return FeedHealth(feed=feed, condition=Condition.NEW)
    silence = find_silence(feed.rhythm, now)
    if silence is not None:
        return FeedHealth(
            feed=feed,
            condition=Condition.SILENT,
            since=feed.rhythm.last_new_at,
            silence=silence,
            move=move,
        )
    if move is not None:
        return FeedHealth(feed=feed, condition=Condition.MOVED, since=move.since, move=move)
    return FeedHealth(feed=feed, condition=Condition.OK)


def _failing(feed: FeedState) -> Condition:
    if is_parked(feed.fault, feed.failures):
        return Condition.PARKED
    return Condition.QUARANTINED if feed.fault is Fault.FOREIGN else Condition.FAILING


def worst_first(healths: Iterable[FeedHealth]) -> tuple[FeedHealth, ...]:
    """Return the feeds as an admin wants them (pure).

    Of one word, those with possible gaps or a lying server come before the others, then
    what has lasted longest.
    """

    def place(health: FeedHealth) -> tuple[int, bool, float, str]:
        feed = health.feed
        since = health.since.timestamp() if health.since else 0.0
        is_doubtful = bool(feed.possible_gaps) or feed.trust.lies
        return ORDER[health.condition], not is_doubtful, since, feed.spec.title.casefold()

    return tuple(sorted(healths, key=place))


def count_conditions(healths: Iterable[FeedHealth]) -> Counter[Condition]:
    """Return how many feeds have each word (pure)."""
    return Counter(health.condition for health in healths)


async def list_feeds(store: Store, *, now: datetime) -> tuple[FeedHealth, ...]:
    """Return each feed that is polled or paused by an admin with its word, by title.

    Raises:
        StoreError: The database cannot be used.
    """
    async with store.read() as tx:
        states = await feeds.list_states(tx)
    return tuple(judge_state(state, now=now) for state in states)
