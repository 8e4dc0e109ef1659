"""What a query would have sent: how much, when, because of which word.

Entries are counted by when they were published, whether or not the bot told them then; a
story is what a chat gets a message for.
"""

import asyncio
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta, tzinfo
from typing import Any, Final

from bot.annotate.about import annotate
from bot.domain.folding import fold
from bot.domain.model import Subscription
from bot.match.evaluate import find_evidence
from bot.match.nodes import (
    AboutRegion,
    And,
    Leaf,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    Title,
    Word,
)
from bot.match.words import Asked, DocumentWords
from bot.normalize.language import detect_language
from bot.pipeline.batch import BatchEntry
from bot.pipeline.hearing import Hearing
from bot.pipeline.looking import Hit, count_alone, look, story_of
from bot.pipeline.matching import Matcher
from bot.pipeline.queries import read_query
from bot.store.engine import Store
from bot.store.entries import StoredEntry

DAYS: Final = 7
SAMPLES: Final = 3
SAMPLED: Final = 500  # matches that are asked which terms they have
# One each three minutes: who gets more turns the chat off, and Telegram takes no more than
# 20 a minute for a group.
MAX_AN_HOUR: Final = 20
# Candidates of an answer in a chat, half a second's work; if the index alone decides, it
# is less than that for so many times as many (benchmarks/archive.py).
MOST, EASIER = 2_000, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Noisy:
    """The term that brings most: it stands in this share of the matches.

    `alone` is in how many entries of that time it stands at all.
    """

    term: Leaf
    share: float
    alone: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Backtest:
    """What subscriptions would have sent.

    Attributes:
        days: Of how many days, 0 if the entries were given.
        ids: The entries that match, oldest first.
        stories: How many stories these are, each a message.
        per_day: The entries of each day that has any.
        peak: The stories of the busiest hour.
        samples: The newest of the stories, newest first.
        noisiest: If there are several terms.
        back_to: If not all of the days was looked at, how far back it was.
        told_at: When each story was first told.
        hits: The entries, newest first, if they are of the archive.
        left_out: Stories that match, but that the chat does not hear.
    """

    days: int
    ids: tuple[Any, ...]
    stories: int
    per_day: dict[date, int]
    peak: int
    samples: tuple[StoredEntry, ...] = ()
    noisiest: Noisy | None = None
    back_to: datetime | None = None
    told_at: tuple[datetime, ...] = ()
    hits: tuple[Hit, ...] = ()
    left_out: int = 0


async def backtest(
    store: Store,
    asked: Sequence[Subscription],
    *,
    now: datetime,
    days: int = DAYS,
    zone: tzinfo = UTC,
    most: int | None = MOST,
    hearing: Hearing | None = None,
) -> Backtest:
    """Return what subscriptions would have sent in the last `days`, of the archive.

    Args:
        store: The archive.
        asked: The subscriptions, which need not be saved.
        now: Current time.
        days: How far to look back.
        zone: In which days begin at midnight.
        most: Candidates to look at, the newest ones; None for all of them.
        hearing: What a chat hears; None for everything.
    """
    since = now - timedelta(days=days)
    queries = [each.query for each in asked if each.query]
    terms = tuple(_terms(read_query(queries[0]))) if len(queries) == 1 else ()
    tally = _Tally(zone=zone, terms=terms if len(terms) > 1 else ())
    newest: dict[Any, StoredEntry] = {}
    hits: list[Hit] = []
    left_out: set[object] = set()
    back_to, looked = None, 0.0
    async for some in look(store, asked, since=since):
        heard, unheard = await hearing.split(some.hits) if hearing else (some.hits, set())
        left_out |= unheard
        for hit in heard:
            newest.setdefault(story_of(hit.entry), hit.entry)
        hits += heard
        await asyncio.to_thread(tally.add_hits, heard)
        looked += some.cost(EASIER)
        back_to = None if some.is_last else some.back_to
        if most is not None and looked >= most:
            break
    latest = sorted(newest.values(), key=lambda each: each.published_at, reverse=True)
    alone = await count_alone(store, tally.terms, since=since)
    tally.ids.reverse()  # the oldest first, as they came
    return replace(
        tally.result(days),
        samples=tuple(latest[:SAMPLES]),
        noisiest=tally.noisiest(alone),
        back_to=back_to,
        hits=tuple(hits),
        left_out=len(left_out - newest.keys()),
    )


def backtest_given(entries: Iterable[BatchEntry], subscription: Subscription) -> Backtest:
    """Return what the subscription would have sent of these entries, whenever they were."""
    node = read_query(subscription.query) if subscription.query else None
    has_places = bool(subscription.regions) or (node is not None and _asks_places(node))
    matcher = Matcher((subscription,))
    tally = _Tally()
    samples: deque[StoredEntry] = deque(maxlen=SAMPLES)
    for entry in entries:
        if matcher.find(_asked(entry, has_places=has_places)):
            tally.add(entry.published_at, entry.id, len(tally.ids))
            samples.append(_stored(entry))
    return replace(tally.result(0), samples=tuple(reversed(samples)))


def _stored(entry: BatchEntry) -> StoredEntry:
    return StoredEntry(
        id=0,
        feed_id=0,
        story_id=None,
        link=entry.url,
        title=entry.title,
        summary=entry.summary,
        language=entry.language or "",
        published_at=entry.published_at,
        first_seen_at=entry.published_at,
        silent_reason=None,
        outlet=entry.feed,
        publisher=entry.feed,
    )


def _asked(entry: BatchEntry, *, has_places: bool) -> Asked:
    """Return what may be asked of a line of input; places are slow to find."""
    language = detect_language(f"{entry.title}\n{entry.summary}", entry.language)
    found = annotate(entry.title, entry.summary, language) if has_places else None
    return Asked(
        words=DocumentWords(entry.title, entry.summary, language=language),
        about=found.about if found is not None else frozenset(),
        language=language.partition("-")[0],
        feeds=frozenset({fold(entry.feed)}),
    )


def _asks_places(node: Node) -> bool:
    match node:
        case And(parts) | Or(parts):
            return any(map(_asks_places, parts))
        case Not(part):
            return _asks_places(part)
        case _:
            return isinstance(node, AboutRegion)


def _terms(node: Node) -> Iterator[Leaf]:
    """Yield what a query looks for in texts, without what it excludes."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _terms(part)
        case Word() | Phrase() | Prefix() | Near() | Title():
            yield node
        case _:
            return


@dataclass(slots=True, kw_only=True)
class _Tally:
    """Counts what matches; a story is counted when its first entry was published."""

    zone: tzinfo = UTC
    terms: tuple[Leaf, ...] = ()
    matching: Counter[Leaf] = field(default_factory=Counter)
    sampled: int = 0
    ids: list[Any] = field(default_factory=list)
    times: list[datetime] = field(default_factory=list)
    stories: dict[object, datetime] = field(default_factory=dict)

    def add(self, at: datetime, entry_id: Any, story: object) -> None:
        """Count an entry."""
        self.ids.append(entry_id)
        self.times.append(at)
        self.stories[story] = min(at, self.stories.get(story, at))

    def add_hits(self, hits: Sequence[Hit]) -> None:
        """Count entries of the archive, and which terms stand in them."""
        for hit in hits:
            self.add(hit.entry.published_at, hit.entry.id, story_of(hit.entry))
            if self.terms and self.sampled < SAMPLED:
                self.sampled += 1
                for term in self.terms:
                    self.matching[term] += find_evidence(term, hit.asked) is not None

    def noisiest(self, alone: Sequence[int]) -> Noisy | None:
        """Return the term that brings most, given in how many entries each stands."""
        found = [
            Noisy(term=term, share=self.matching[term] / self.sampled, alone=number)
            for term, number in zip(self.terms, alone, strict=True)
            if self.sampled
        ]
        return max(found, key=lambda each: (each.share, each.alone), default=None)

    def result(self, days: int) -> Backtest:
        """Return what was counted."""
        local = [at.astimezone(self.zone).date() for at in self.times]
        hours = Counter(
            at.replace(minute=0, second=0, microsecond=0) for at in self.stories.values()
        )
        return Backtest(
            days=days,
            ids=tuple(self.ids),
            stories=len(self.stories),
            per_day=dict(sorted(Counter(local).items())),
            peak=max(hours.values(), default=0),
            told_at=tuple(self.stories.values()),
        )
