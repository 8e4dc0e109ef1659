"""The decisions of ingest and their one transaction: story, matches, routes, deliveries."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dedupe import identity, story
from bot.domain.model import Action, Chat, Feed, Match
from bot.match.index import SubscriptionIndex
from bot.pipeline.prepare import Keyed, Prepared, prepare_entry
from bot.route.decide import decide
from bot.store import chats, entries, outbox, stories, subscriptions
from bot.store.engine import lock_stories
from bot.store.entries import NewEntry

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoryFound:
    """The story of an entry, and whether the entry opened it."""

    story_id: int
    is_new: bool
    reason: str


class Subscriptions:
    """The index of all subscriptions, rebuilt when their version changes."""

    def __init__(self) -> None:
        """Start without an index."""
        self._version: int | None = None
        self._index = SubscriptionIndex(())

    async def index(self, tx: AsyncConnection) -> SubscriptionIndex:
        """Return the index as of this transaction."""
        version = await subscriptions.version(tx)
        if version != self._version:
            loaded = await subscriptions.load_all(tx)
            # A second's work for 10,000 of them, and people wait for answers meanwhile.
            self._index = await asyncio.to_thread(SubscriptionIndex, loaded)
            self._version = version
            for subscription_id, reason in self._index.broken:
                log.warning("subscription %d matches nothing: %s", subscription_id, reason)
        return self._index


async def find_story(
    tx: AsyncConnection, prepared: Prepared, *, feed_id: int, now: datetime
) -> StoryFound:
    """Find or open the story of a new entry, and add the entry's keys to it."""
    await lock_stories(tx)
    sightings = await stories.find_sightings(
        tx, prepared.story_keys, since=now - story.WINDOW
    )
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
        story_id = await stories.create(tx, now=now)
    await stories.add_keys(tx, story_id, prepared.story_keys, feed_id=feed_id, now=now)
    return StoryFound(
        story_id=story_id, is_new=choice.story_id is None, reason=choice.reason
    )


async def add_entry(
    tx: AsyncConnection,
    prepared: Prepared,
    *,
    feed_id: int,
    silent_reason: str | None,
    now: datetime,
) -> int:
    """Store a new entry; return its id."""
    entry = prepared.keyed.entry
    return await entries.add(
        tx,
        NewEntry(
            feed_id=feed_id,
            guid=entry.guid,
            link=entry.link,
            title=prepared.keyed.title,
            summary=entry.summary,
            author=entry.author,
            categories=entry.categories,
            language=prepared.annotation.language,
            published_at=entry.published_at or now,
            silent_reason=silent_reason,
        ),
        about=prepared.annotation.about,
        now=now,
    )


def by_chat(matches: Sequence[Match]) -> dict[int, list[Match]]:
    """Return the matches of each chat: a chat is told once, whatever matched."""
    grouped: dict[int, list[Match]] = {}
    for match in matches:
        grouped.setdefault(match.chat_id, []).append(match)
    return grouped


async def tell_chats(
    tx: AsyncConnection,
    matches: Sequence[Match],
    *,
    entry_id: int,
    story_id: int,
    silent_reason: str | None,
    now: datetime,
) -> int:
    """Route each match and queue the alerts; return how many were queued."""
    if not matches:
        return 0
    held = await subscriptions.hold(tx, [match.subscription_id for match in matches])
    grouped = by_chat([match for match in matches if match.subscription_id in held])
    found = await chats.get_chats(tx, tuple(grouped))
    queued = 0
    for chat_id, its_matches in grouped.items():
        chat = found.get(chat_id)
        if chat is not None:
            queued += await _tell_chat(
                tx,
                chat,
                its_matches,
                entry_id=entry_id,
                story_id=story_id,
                silent_reason=silent_reason,
                now=now,
            )
    return queued


async def _tell_chat(
    tx: AsyncConnection,
    chat: Chat,
    matches: Sequence[Match],
    *,
    entry_id: int,
    story_id: int,
    silent_reason: str | None,
    now: datetime,
) -> bool:
    already_told = await entries.find_alerted(tx, chat.id, story_id) is not None
    route = decide(
        chat=chat, silent_reason=silent_reason, already_told=already_told, now=now
    )
    for match in matches:
        await outbox.add_match(
            tx,
            entry_id=entry_id,
            subscription_id=match.subscription_id,
            evidence=match.evidence,
            action=route.action,
            reason=route.reason,
        )
    if route.action is not Action.ALERT:
        return False
    evidence = dict.fromkeys(item for match in matches for item in match.evidence)
    return await outbox.add_alert(
        tx,
        chat_id=chat.id,
        story_id=story_id,
        entry_id=entry_id,
        evidence=tuple(evidence),
        now=now,
    )


@dataclass(slots=True, kw_only=True)
class Recording:
    """One fetch being written down, entry by entry, in one transaction."""

    tx: AsyncConnection
    feed: Feed
    index: SubscriptionIndex
    now: datetime
    new_entries: int = 0
    deliveries: int = 0

    async def add(
        self, prepared: Prepared, keys: Sequence[str], *, silent_reason: str | None
    ) -> None:
        """Write a new entry, and tell those whom it concerns unless it is no news."""
        tx, feed, now = self.tx, self.feed, self.now
        entry_id = await add_entry(
            tx, prepared, feed_id=feed.id, silent_reason=silent_reason, now=now
        )
        await entries.add_seen(tx, feed.id, [(key, entry_id) for key in keys], now=now)
        found = await find_story(tx, prepared, feed_id=feed.id, now=now)
        await entries.set_story(tx, entry_id, found.story_id)
        self.new_entries += 1
        await self._tell(prepared, entry_id, found.story_id, silent_reason)
        if not found.is_new:
            self.deliveries += await outbox.add_edits(
                tx, story_id=found.story_id, entry_id=entry_id, now=now
            )

    async def meet_again(self, keyed: Keyed, known: identity.Known) -> None:
        """Add keys that the entry did not have yet, and keep its newer text.

        An edited entry is matched again, so that a chat hears of a place that was added
        later; a chat that has the story's message sees it edited.
        """
        tx, now = self.tx, self.now
        keys = [(key, known.entry_id) for key in known.keys]
        await entries.add_seen(tx, self.feed.id, keys, now=now)
        if known.entry_id is None or known.first is not None:
            return
        stored = await entries.find_entry(tx, known.entry_id)
        if stored is None or not keyed.title:
            return
        if (stored.title, stored.summary) == (keyed.title, keyed.entry.summary):
            return
        prepared = await asyncio.to_thread(prepare_entry, keyed, self.feed.spec)
        await entries.revise(tx, stored.id, title=keyed.title, summary=keyed.entry.summary)
        await entries.set_about(tx, stored.id, prepared.annotation.about)
        if stored.silent_reason is not None or stored.story_id is None:
            return
        await self._tell(prepared, stored.id, stored.story_id, None)
        if stored.title != keyed.title:
            self.deliveries += await outbox.add_edits(
                tx, story_id=stored.story_id, entry_id=stored.id, now=now
            )

    async def _tell(
        self, prepared: Prepared, entry_id: int, story_id: int, silent_reason: str | None
    ) -> None:
        self.deliveries += await tell_chats(
            self.tx,
            self.index.find(prepared.annotation.about, prepared.words),
            entry_id=entry_id,
            story_id=story_id,
            silent_reason=silent_reason,
            now=self.now,
        )
