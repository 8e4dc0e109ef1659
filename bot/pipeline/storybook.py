"""The stories of one transaction: loaded at once, chosen one by one, written at once.

An entry with the link or the title of another feed's entry tells its story. Any other is
asked by its words, places and numbers, unless its own feed had that link or title before.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dedupe import story
from bot.dedupe.features import Features
from bot.dedupe.updates import Update
from bot.domain.model import FeedSpec
from bot.pipeline.groups import PROVISIONAL, Groups, StateMemory
from bot.pipeline.prepare import Prepared
from bot.store import stories
from bot.store.stories import KeySighting, NewKey

BREAKING_WINDOW = timedelta(minutes=30)
BREAKING_PUBLISHERS = 3  # of one story within the window; two may be one agency's text


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFound:
    """The story of an entry, and whether the entry opened it.

    `story_id` is provisional until the book is written; `StoryBook.number` tells the final
    one. `joined_because` says why it is of that story, `update` what it changes there.
    `breaking` are the countries of the feeds that tell it, if it breaks just now.
    """

    story_id: int
    is_new: bool
    reason: str
    joined_because: str = ""
    update: Update | None = None
    breaking: frozenset[str] = frozenset()

    @property
    def alert(self) -> str:
        """What it is to whoever has the story: ``new``, ``silent`` or ``update``."""
        if self.is_new:
            return "new"
        return "silent" if self.update is None else "update"


@dataclass(slots=True, kw_only=True)
class StoryBook:
    """Finds or opens the story of each new entry; later entries see earlier ones."""

    _by_key: dict[str, list[KeySighting]]
    _groups: Groups
    _opened: list[datetime] = field(default_factory=list)
    _keys: list[NewKey] = field(default_factory=list)
    _seen_at: dict[int, datetime] = field(default_factory=dict)
    _numbers: dict[int, int] = field(default_factory=dict)

    @classmethod
    async def open(
        cls,
        tx: AsyncConnection,
        entries: Collection[tuple[Prepared, int]],
        *,
        oldest: datetime,
        memory: StateMemory | None = None,
        across_languages: bool = True,
    ) -> Self:
        """Load what is known of these entries' stories; the caller holds `lock_stories`.

        Args:
            tx: The transaction.
            entries: Each with its feed's id.
            oldest: The earliest instant at which an entry of this book is found.
            memory: What was read of stories before.
            across_languages: Whether a story may be told in several languages.
        """
        by_key: dict[str, list[KeySighting]] = {}
        if keys := {key for prepared, _ in entries for key in prepared.story_keys}:
            for sighting in await stories.find_sightings(
                tx, keys, since=oldest - story.WINDOW
            ):
                by_key.setdefault(sighting.key, []).append(sighting)
        features = [_features(prepared, feed_id) for prepared, feed_id in entries]
        groups = await Groups.open(
            tx,
            features,
            memory=memory or StateMemory(),
            across_languages=across_languages,
        )
        return cls(_by_key=by_key, _groups=groups)

    async def find(
        self, prepared: Prepared, *, feed_id: int, spec: FeedSpec, now: datetime
    ) -> StoryFound:
        """Find or open the story of a new entry, and add the entry to it."""
        sightings = list(self._sightings(prepared.story_keys))
        features = _features(prepared, feed_id)
        chosen, reason = await self._choose(prepared, features, sightings, now=now)
        story_id = chosen
        if story_id is None:
            story_id = PROVISIONAL + len(self._opened)
            self._opened.append(now)
        update = await self._groups.add(features, story_id, is_new=chosen is None)
        own = [
            KeySighting(
                story_id=story_id,
                key=key,
                feed_id=feed_id,
                publisher=spec.publisher,
                country=spec.country,
                seen_at=now,
            )
            for key in prepared.story_keys
        ]
        told = [
            each
            for each in sightings
            if each.story_id == story_id and not each.key.startswith(story.OWN)
        ]
        self._add(own)
        self._seen_at[story_id] = now
        return StoryFound(
            story_id=story_id,
            is_new=chosen is None,
            reason=reason if update is None else update.reason,
            joined_because="" if chosen is None else reason,
            update=update,
            breaking=find_breaking(told, own, now),
        )

    async def _choose(
        self,
        prepared: Prepared,
        features: Features,
        sightings: Sequence[KeySighting],
        *,
        now: datetime,
    ) -> tuple[int | None, str]:
        """Return the story to join, None for one of its own, and why."""
        choice = story.choose_story(
            keys=prepared.story_keys,
            candidates=[
                story.StoryCandidate(
                    story_id=sighting.story_id,
                    key=sighting.key,
                    feed_id=sighting.feed_id,
                    seen_at=sighting.seen_at,
                )
                for sighting in sightings
            ],
            feed_id=features.feed_id,
            title_key=prepared.keyed.candidate.title_key,
            now=now,
        )
        if choice.story_id is not None:
            return choice.story_id, choice.reason
        is_live = features.report.occasion.is_live
        if choice.is_refused and not is_live:
            return None, choice.reason
        barred = frozenset[int]() if is_live else choice.barred
        alike = await self._groups.choose(features, barred=barred)
        is_alone = alike.story_id is None and barred
        return alike.story_id, choice.reason if is_alone else alike.reason

    async def write(self, tx: AsyncConnection) -> None:
        """Write the new stories and keys; from now on `number` knows each story."""
        ids = await stories.create(tx, self._opened)
        self._numbers = {PROVISIONAL + place: number for place, number in enumerate(ids)}
        await stories.touch(
            tx, {i: at for i, at in self._seen_at.items() if i < PROVISIONAL}
        )
        await stories.add_keys(
            tx,
            [
                NewKey(
                    story_id=self.number(key.story_id),
                    key=key.key,
                    feed_id=key.feed_id,
                    seen_at=key.seen_at,
                )
                for key in self._keys
            ],
        )
        if self._seen_at:
            await self._groups.write(self.number, at=max(self._seen_at.values()))

    def number(self, story_id: int) -> int:
        """Return the database's id of a story, provisional or not."""
        return self._numbers.get(story_id, story_id)

    def _sightings(self, keys: Sequence[str]) -> Iterator[KeySighting]:
        for key in keys:
            yield from self._by_key.get(key, ())

    def _add(self, own: Sequence[KeySighting]) -> None:
        for sighting in own:
            self._by_key.setdefault(sighting.key, []).append(sighting)
            self._keys.append(
                NewKey(
                    story_id=sighting.story_id,
                    key=sighting.key,
                    feed_id=sighting.feed_id,
                    seen_at=sighting.seen_at,
                )
            )


def _features(prepared: Prepared, feed_id: int) -> Features:
    publisher = prepared.features.publisher or str(feed_id)
    return replace(prepared.features, feed_id=feed_id, publisher=publisher)


def find_breaking(
    told: Sequence[KeySighting], own: Sequence[KeySighting], now: datetime
) -> frozenset[str]:
    """Return the countries of the feeds that tell a story, if it breaks with this entry.

    It breaks when the entry's publisher is the one that makes them `BREAKING_PUBLISHERS`
    within `BREAKING_WINDOW`: once, however many follow.
    """
    recent = [each for each in told if now - each.seen_at <= BREAKING_WINDOW]
    before = {_outlet(each) for each in recent}
    after = before | {_outlet(each) for each in own}
    if len(before) >= BREAKING_PUBLISHERS or len(after) < BREAKING_PUBLISHERS:
        return frozenset()
    return frozenset(each.country for each in (*recent, *own) if each.country)


def _outlet(sighting: KeySighting) -> str | int:
    return sighting.publisher or sighting.feed_id
