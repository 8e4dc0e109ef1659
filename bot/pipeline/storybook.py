"""The stories of one transaction: loaded at once, chosen one by one, written at once."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dedupe import story
from bot.domain.model import FeedSpec
from bot.pipeline.prepare import Prepared
from bot.store import stories
from bot.store.stories import KeySighting, NewKey

_PROVISIONAL = 2**62  # ids of stories that the database has not numbered yet
BREAKING_WINDOW = timedelta(minutes=30)
BREAKING_PUBLISHERS = 3  # of one story within the window; two may be one agency's text


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFound:
    """The story of an entry, and whether the entry opened it.

    `story_id` is provisional until the book is written; `StoryBook.number` tells the final
    one. `breaking` are the countries of the feeds that tell it, if it breaks just now.
    """

    story_id: int
    is_new: bool
    reason: str
    breaking: frozenset[str] = frozenset()


@dataclass(slots=True, kw_only=True)
class StoryBook:
    """Finds or opens the story of each new entry; later entries see earlier ones."""

    _by_key: dict[str, list[KeySighting]]
    _opened: list[datetime] = field(default_factory=list)
    _keys: list[NewKey] = field(default_factory=list)
    _seen_at: dict[int, datetime] = field(default_factory=dict)
    _numbers: dict[int, int] = field(default_factory=dict)

    @classmethod
    async def open(
        cls, tx: AsyncConnection, keys: Collection[str], *, oldest: datetime
    ) -> Self:
        """Load what is known of these story keys; the caller holds `lock_stories`.

        `oldest` is the earliest instant at which an entry of this book is found.
        """
        by_key: dict[str, list[KeySighting]] = {}
        if keys:
            for sighting in await stories.find_sightings(
                tx, keys, since=oldest - story.WINDOW
            ):
                by_key.setdefault(sighting.key, []).append(sighting)
        return cls(_by_key=by_key)

    def find(
        self, prepared: Prepared, *, feed_id: int, spec: FeedSpec, now: datetime
    ) -> StoryFound:
        """Find or open the story of a new entry, and add the entry's keys to it."""
        sightings = list(self._sightings(prepared.story_keys))
        choice = story.choose_story(
            keys=prepared.story_keys,
            candidates=[
                story.StoryCandidate(
                    story_id=sighting.story_id,
                    key=sighting.key,
                    feed_id=sighting.feed_id,
                    seen_at=sighting.seen_at,
                    publisher=sighting.publisher,
                )
                for sighting in sightings
            ],
            feed_id=feed_id,
            title_key=prepared.keyed.candidate.title_key,
            now=now,
        )
        story_id = choice.story_id
        if story_id is None:
            story_id = _PROVISIONAL + len(self._opened)
            self._opened.append(now)
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
        told = [each for each in sightings if each.story_id == story_id]
        self._add(own)
        return StoryFound(
            story_id=story_id,
            is_new=choice.story_id is None,
            reason=choice.reason,
            breaking=find_breaking(told, own, now),
        )

    async def write(self, tx: AsyncConnection) -> None:
        """Write the new stories and keys; from now on `number` knows each story."""
        ids = await stories.create(tx, self._opened)
        self._numbers = {_PROVISIONAL + place: number for place, number in enumerate(ids)}
        await stories.touch(
            tx, {i: at for i, at in self._seen_at.items() if i < _PROVISIONAL}
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

    def number(self, story_id: int) -> int:
        """Return the database's id of a story, provisional or not."""
        return self._numbers.get(story_id, story_id)

    def _sightings(self, keys: Sequence[str]) -> Iterator[KeySighting]:
        for key in keys:
            yield from self._by_key.get(key, ())

    def _add(self, own: Sequence[KeySighting]) -> None:
        for sighting in own:
            self._by_key.setdefault(sighting.key, []).append(sighting)
            self._seen_at[sighting.story_id] = sighting.seen_at
            self._keys.append(
                NewKey(
                    story_id=sighting.story_id,
                    key=sighting.key,
                    feed_id=sighting.feed_id,
                    seen_at=sighting.seen_at,
                )
            )


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
