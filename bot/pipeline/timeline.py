"""A story from its first entry to its last, by where its outlets are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from bot.domain.model import Chat
from bot.store import entries, told
from bot.store.engine import Store
from bot.store.entries import StoredEntry

SIDES: Final = ("UA", "RU")  # the countries at war; every other outlet looks on


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The entries of the outlets of one country, oldest first; None for all others."""

    country: str | None
    entries: tuple[StoredEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A story: its headline as the chat knows it, and each side's entries."""

    story_id: int
    headline: StoredEntry
    sides: tuple[Side, ...]

    @property
    def entries(self) -> tuple[StoredEntry, ...]:
        """All entries, oldest first."""
        found = [entry for side in self.sides for entry in side.entries]
        return tuple(sorted(found, key=lambda entry: entry.id))


async def of_newest(store: Store, chat: Chat) -> Timeline | None:
    """Return the story of the chat's newest alert, None if it has none."""
    async with store.read() as tx:
        newest = await told.latest(tx, chat.id, limit=1)
    return await of_story(store, chat, newest[0].story_id) if newest else None


async def of_message(store: Store, chat: Chat, message_id: int) -> Timeline | None:
    """Return the story of a message of the chat, None if it is no alert."""
    async with store.read() as tx:
        alert = await told.find_by_message(tx, chat.id, message_id)
    return await of_story(store, chat, alert.story_id) if alert is not None else None


async def of_story(store: Store, chat: Chat, story_id: int) -> Timeline | None:
    """Return a story, None if its text was deleted; the chat's own headline stands."""
    async with store.read() as tx:
        stored = await entries.of_story(tx, story_id)
        alert = await told.find_by_story(tx, chat.id, story_id)
    if not stored:
        return None
    own = {entry.id: entry for entry in stored}
    return Timeline(
        story_id=story_id,
        headline=own.get(alert.entry_id, stored[0]) if alert is not None else stored[0],
        sides=tuple(_sides(stored)),
    )


def _sides(stored: Sequence[StoredEntry]) -> list[Side]:
    by_country: dict[str | None, list[StoredEntry]] = {}
    for entry in stored:
        country = entry.country if entry.country in SIDES else None
        by_country.setdefault(country, []).append(entry)
    return [
        Side(country=country, entries=tuple(by_country[country]))
        for country in (*SIDES, None)
        if country in by_country
    ]
