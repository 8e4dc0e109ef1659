"""A story from its first entry to its last, by where its outlets are."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.annotate.credits import agency_name, find_agency
from bot.dedupe.copies import AGENCY
from bot.domain.accounts import CardAccounts
from bot.domain.model import Chat
from bot.pipeline.accounts import find_accounts, origin_of
from bot.store import entries, reports, told
from bot.store.engine import Store
from bot.store.entries import StoredEntry
from bot.store.reports import StoredReport

SIDES: Final = ("UA", "RU")  # the countries at war; every other outlet looks on


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    """The entries of the outlets of one country, oldest first; None for all others."""

    country: str | None
    entries: tuple[StoredEntry, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where several outlets have a report from: an agency, else the first outlet's text.

    `outlets` are in the order in which they came, without the agency itself.
    """

    agency: str | None
    outlets: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timeline:
    """A story: its headline as the chat knows it, and each side's entries.

    `origins` is how many there are, `shared` those that more than one outlet has.
    """

    story_id: int
    headline: StoredEntry
    sides: tuple[Side, ...]
    origins: int = 0
    shared: tuple[Origin, ...] = ()
    accounts: CardAccounts = CardAccounts()  # noqa: RUF009  # frozen

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
        return await find_story(tx, chat, story_id)


async def find_story(tx: AsyncConnection, chat: Chat, story_id: int) -> Timeline | None:
    """Return a story as `of_story` does."""
    stored = await entries.of_story(tx, story_id)
    if not stored:
        return None
    alert = await told.find_by_story(tx, chat.id, story_id)
    said = await reports.find_many(tx, [entry.id for entry in stored])
    outlets = _outlets_by_origin(stored, said)
    own = {entry.id: entry for entry in stored}
    return Timeline(
        story_id=story_id,
        headline=own.get(alert.entry_id, stored[0]) if alert is not None else stored[0],
        sides=tuple(_sides(stored)),
        origins=len(outlets),
        shared=tuple(_shared(outlets)),
        accounts=find_accounts(stored, said, chat.language),
    )


def _outlets_by_origin(
    stored: Sequence[StoredEntry], said: Mapping[int, StoredReport]
) -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for entry in stored:
        outlets = found.setdefault(origin_of(entry, said), {})
        outlets[entry.publisher or entry.outlet] = None
    return {origin: tuple(outlets) for origin, outlets in found.items()}


def _shared(outlets: Mapping[str, tuple[str, ...]]) -> Iterator[Origin]:
    """Yield the origins of which there is something to say."""
    for origin, names in outlets.items():
        if not origin.startswith(AGENCY):
            if len(names) > 1:
                yield Origin(agency=None, outlets=names)
            continue
        agency = origin.removeprefix(AGENCY)
        others = tuple(name for name in names if find_agency(name) != agency)
        if others:
            yield Origin(agency=agency_name(agency), outlets=others)


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
