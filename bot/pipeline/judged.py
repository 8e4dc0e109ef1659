"""Fetches being judged: what is new, what was met before, and what is left alone."""

import logging
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.config.addresses import shown_url
from bot.dedupe import identity
from bot.domain.model import Fault, Feed
from bot.match.words import Asked
from bot.pipeline.aside import aside
from bot.pipeline.nameless import know_by_text
from bot.pipeline.prepare import Fetch, Keyed, Prepared, prepare_entry
from bot.pipeline.standing import find_standing
from bot.pipeline.storybook import StoryFound
from bot.store.entries import Seen

log = logging.getLogger(__name__)

# In a row, an hour apart: then it is no mistake, and the feed begins anew, silently.
FOREIGN_POLLS = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """A feed's fetch, ready to be judged by what is seen when it is recorded.

    `served_at` is its time by the server's clock, None if that is not known.
    """

    feed: Feed
    fetch: Fetch
    prepared: Mapping[int, Prepared]
    at: datetime
    served_at: datetime | None = None


@dataclass(slots=True, kw_only=True)
class Recorded:
    """What came of one fetch.

    Attributes:
        quarantine: Why nothing of it was stored, if so.
        new_entries: How many entries were stored.
        revised: How many stored entries have a newer text.
        deliveries: How many deliveries the fetches of this transaction queued; it stands
            with one of them.
        had_gap: True if the fetch had nothing in common with what was seen before.
        breaking: The countries of feeds that tell a story which breaks just now.
    """

    quarantine: str | None = None
    new_entries: int = 0
    revised: int = 0
    deliveries: int = 0
    had_gap: bool = False
    breaking: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True)
class Judged:
    """An entry that was judged, and what becomes of it.

    `before` is what could be asked of an edited one.
    """

    fetched: Fetched
    ready: Prepared
    keys: tuple[str, ...] = ()
    silent_reason: str | None = None
    found: StoryFound | None = None
    entry_id: int = 0
    story_id: int = 0
    before: Asked | None = None


class Met(NamedTuple):
    """An entry that was known, by its position in its fetch."""

    fetched: Fetched
    position: int
    known: identity.Known

    @property
    def keyed(self) -> Keyed:
        """The entry with its keys."""
        return self.fetched.fetch.keyed[self.position]

    @property
    def text(self) -> tuple[str, str]:
        """Its title and summary as they are now."""
        return self.keyed.title, self.keyed.entry.summary

    async def prepare(self) -> Prepared:
        """Return it with its annotation, which an entry that was known may lack."""
        ready = self.fetched.prepared.get(self.position)
        if ready is not None:
            return ready
        spec = self.fetched.feed.spec
        return await aside(prepare_entry, self.keyed, spec, at=self.fetched.at)


@dataclass(slots=True, kw_only=True)
class Plan:
    """What the judgements of all fetches ask for."""

    new: list[Judged] = field(default_factory=list)
    met: list[Met] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)


async def judge(
    tx: AsyncConnection, fetched: Fetched, seen: Mapping[str, int | None], plan: Plan
) -> Recorded:
    """Judge one fetch: put what is to be done into the plan."""
    feed, fetch = fetched.feed, fetched.fetch
    judgement = identity.judge(
        fetch.keys,
        seen=seen,
        baseline_at=feed.baseline_at,
        hosts=feed.hosts,
        remembers=fetch.remembers,
        old_before=_old_before(fetched),
        standing=await find_standing(tx, fetched.feed, fetch, seen),
    )
    if judgement.quarantine is not None:
        if feed.fault is not Fault.FOREIGN or feed.failures < FOREIGN_POLLS:
            return Recorded(quarantine=judgement.quarantine)
        log.warning("taken for the feed itself after a day: %s", shown_url(feed.spec.url))
        judgement = identity.judge(
            fetch.keys, seen=seen, baseline_at=None, hosts=frozenset()
        )
    had_gap = not fetch.remembers and _had_gap(feed, judgement.verdicts)
    if had_gap:
        judgement = await know_by_text(tx, feed, fetch, judgement)
    for position in fetch.oldest_first():
        keyed, verdict = fetch.keyed[position], judgement.verdicts[position]
        if isinstance(verdict, identity.Known):
            plan.met.append(Met(fetched, position, verdict))
            plan.seen += (
                Seen(
                    feed_id=feed.id,
                    key=key,
                    entry_id=verdict.entry_id,
                    seen_at=fetched.at,
                )
                for key in verdict.keys
            )
            continue
        ready = fetched.prepared.get(position)
        if ready is None:
            ready = await aside(prepare_entry, keyed, feed.spec, at=fetched.at)
        plan.new.append(
            Judged(
                fetched=fetched,
                ready=ready,
                keys=verdict.keys,
                silent_reason=verdict.reason
                if isinstance(verdict, identity.Silent)
                else None,
            )
        )
    return Recorded(had_gap=had_gap)


def _old_before(fetched: Fetched) -> datetime | None:
    """Return before when an entry is no news to a feed that was away, else None.

    By the earlier of two clocks: one that is ahead would silence what is news.
    """
    last, at = fetched.feed.last_success_at, fetched.at
    at = min(at, fetched.served_at or at)
    return at - identity.LATE if last is not None and at - last > identity.LATE else None


def _had_gap(feed: Feed, verdicts: Sequence[identity.Verdict]) -> bool:
    """Say whether entries may have come and gone between this fetch and the last one."""
    came = bool(feed.hosts) or feed.rhythm.gaps > 0  # links, or without any
    had_entries = feed.baseline_at is not None and came
    return (
        had_entries
        and bool(verdicts)
        and not any(isinstance(verdict, identity.Known) for verdict in verdicts)
    )
