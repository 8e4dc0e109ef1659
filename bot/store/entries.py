"""Entries, what tells that they were seen, and what they are about."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Row, bindparam, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.feeds import home_of
from bot.domain.model import DeliveryState
from bot.store import archive, schema
from bot.store.numbers import reserve
from bot.store.prepared import Prepared, among
from bot.store.upsert import insert_all, insert_missing

E = schema.entry.c

A = schema.about.c
_ABOUT = Prepared(select(A.entry_id, A.place_id).where(among(A.entry_id, "ids")))
N = schema.seen.c
_SEEN = Prepared(
    select(N.feed_id, N.key, N.entry_id).where(
        among(N.feed_id, "feeds"), among(N.key, "keys")
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewEntry:
    """An entry to be stored; `published_at` is the first-seen time where it has none.

    `about` are the places that it is about, `keys` what tells that it was seen.
    `silent_reason` says why nobody is told of it, None when people may be. `forms` are its
    words, folded, if somebody has read them.
    """

    feed_id: int
    story_id: int | None = None
    guid: str | None
    link: str | None
    title: str
    summary: str
    author: str | None
    categories: tuple[str, ...]
    language: str
    published_at: datetime
    first_seen_at: datetime
    silent_reason: str | None
    update_kind: str | None = None
    update_detail: str | None = None
    about: frozenset[str] = frozenset()
    keys: tuple[str, ...] = ()
    forms: frozenset[str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """One key that a feed has shown; `entry_id` is the entry that had it, if known."""

    feed_id: int
    key: str
    entry_id: int | None
    seen_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredEntry:
    """An entry as read back, with its feed's outlet, and whence that reports."""

    id: int
    feed_id: int
    story_id: int | None
    link: str | None
    title: str
    summary: str
    language: str
    published_at: datetime
    first_seen_at: datetime
    silent_reason: str | None
    outlet: str
    publisher: str
    country: str | None = None
    home: str | None = None
    update_kind: str | None = None
    update_detail: str | None = None


async def find_seen(
    tx: AsyncConnection, keys: Mapping[int, Collection[str]]
) -> dict[int, dict[str, int | None]]:
    """Return, by feed, those of its `keys` that it has shown before, with their entries.

    The entry is None when its text was deleted since.
    """
    found: dict[int, dict[str, int | None]] = {feed_id: {} for feed_id in keys}
    wanted = sorted({key for its_keys in keys.values() for key in its_keys})
    if wanted:
        for feed_id, key, entry_id in await _SEEN.rows(tx, feeds=list(keys), keys=wanted):
            found[feed_id][key] = entry_id
    return found


async def add_seen(tx: AsyncConnection, seen: Iterable[Seen]) -> None:
    """Remember that feeds have shown these keys; what is known already stays."""
    rows = [
        {
            "feed_id": each.feed_id,
            "key": each.key,
            "entry_id": each.entry_id,
            "seen_at": each.seen_at,
        }
        for each in seen
    ]
    await insert_missing(tx, schema.seen, rows)


async def add(tx: AsyncConnection, entries: Iterable[NewEntry]) -> list[int]:
    """Store entries with all that they are found by; return their ids in order."""
    new = list(entries)
    if not new:
        return []
    ids = await reserve(tx, schema.entry, len(new))
    stored = list(zip(ids, new, strict=True))
    await insert_all(
        tx,
        schema.entry,
        [
            {
                "id": entry_id,
                "feed_id": entry.feed_id,
                "story_id": entry.story_id,
                "guid": entry.guid,
                "link": entry.link,
                "title": entry.title,
                "summary": entry.summary,
                "author": entry.author,
                "categories": list(entry.categories),
                "language": entry.language,
                "published_at": entry.published_at,
                "first_seen_at": entry.first_seen_at,
                "silent_reason": entry.silent_reason,
                "update_kind": entry.update_kind,
                "update_detail": entry.update_detail,
            }
            for entry_id, entry in stored
        ],
    )
    await add_about(tx, {entry_id: entry.about for entry_id, entry in stored})
    await archive.add(tx, (_document(entry_id, entry) for entry_id, entry in stored))
    await add_seen(
        tx,
        (
            Seen(
                feed_id=entry.feed_id,
                key=key,
                entry_id=entry_id,
                seen_at=entry.first_seen_at,
            )
            for entry_id, entry in stored
            for key in entry.keys
        ),
    )
    return ids


def _document(entry_id: int, entry: NewEntry) -> archive.Document:
    return archive.Document(
        id=entry_id,
        feed_id=entry.feed_id,
        title=entry.title,
        summary=entry.summary,
        language=entry.language,
        about=entry.about,
        read_forms=entry.forms,
    )


async def add_about(tx: AsyncConnection, about: Mapping[int, Collection[str]]) -> None:
    """Add places to what each entry is about."""
    rows = [
        {"entry_id": entry_id, "place_id": place_id}
        for entry_id, place_ids in about.items()
        for place_id in sorted(place_ids)
    ]
    await insert_missing(tx, schema.about, rows)


async def revise(tx: AsyncConnection, texts: Mapping[int, tuple[str, str]]) -> None:
    """Keep the newer title and summary of entries, by their ids."""
    if texts:
        await tx.execute(
            update(schema.entry)
            .where(E.id == bindparam("its_id"))
            .values(
                title=bindparam("new_title"),
                summary=bindparam("new_summary"),
                revision=E.revision + 1,
            ),
            [
                {"its_id": entry_id, "new_title": title, "new_summary": summary}
                for entry_id, (title, summary) in texts.items()
            ],
        )


def _entry(row: Row[Any]) -> StoredEntry:
    return StoredEntry(
        id=row.id,
        feed_id=row.feed_id,
        story_id=row.story_id,
        link=row.link,
        title=row.title,
        summary=row.summary,
        language=row.language,
        published_at=row.published_at,
        first_seen_at=row.first_seen_at,
        silent_reason=row.silent_reason,
        outlet=row.outlet,
        publisher=row.publisher,
        country=row.country,
        home=home_of(row.country, row.tags),
        update_kind=row.update_kind,
        update_detail=row.update_detail,
    )


def _select_entries() -> Any:
    return select(
        schema.entry,
        schema.feed.c.title.label("outlet"),
        schema.feed.c.publisher,
        schema.feed.c.country,
        schema.feed.c.tags,
    ).join(schema.feed)


async def find_many(tx: AsyncConnection, ids: Collection[int]) -> dict[int, StoredEntry]:
    """Return those of the entries whose text is still there, by id."""
    if not ids:
        return {}
    rows = await tx.execute(_select_entries().where(among(E.id, "ids")), {"ids": ids})
    return {row.id: _entry(row) for row in rows}


async def find_entry(tx: AsyncConnection, entry_id: int) -> StoredEntry | None:
    """Return an entry, None if its text was deleted."""
    row = (await tx.execute(_select_entries().where(E.id == entry_id))).one_or_none()
    return _entry(row) if row is not None else None


async def of_story(tx: AsyncConnection, story_id: int) -> tuple[StoredEntry, ...]:
    """Return the story's entries in the order in which they came."""
    rows = await tx.execute(_select_entries().where(E.story_id == story_id).order_by(E.id))
    return tuple(_entry(row) for row in rows)


async def get_about(tx: AsyncConnection, entry_id: int) -> frozenset[str]:
    """Return the ids of the places that the entry is about."""
    table = schema.about.c
    rows = await tx.execute(select(table.place_id).where(table.entry_id == entry_id))
    return frozenset(rows.scalars())


async def find_about(
    tx: AsyncConnection, ids: Collection[int]
) -> dict[int, frozenset[str]]:
    """Return what each of the entries is about."""
    found: dict[int, set[str]] = {entry_id: set() for entry_id in ids}
    for entry_id, place_id in await _ABOUT.rows(tx, ids=sorted(found)):
        found[entry_id].add(place_id)
    return {entry_id: frozenset(places) for entry_id, places in found.items()}


async def get_newest_at(tx: AsyncConnection) -> datetime | None:
    """Return when the newest entry was first seen."""
    found: datetime | None = (
        await tx.execute(select(E.first_seen_at).order_by(E.id.desc()).limit(1))
    ).scalar_one_or_none()
    return found


async def find_alerted(tx: AsyncConnection, chat_id: int, story_id: int) -> int | None:
    """Return the entry with which the chat was, or will be, told of the story.

    An alert that expired told nothing.
    """
    delivery = schema.delivery.c
    found: int | None = (
        await tx.execute(
            select(delivery.entry_id).where(
                delivery.chat_id == chat_id,
                delivery.key == f"alert:{story_id}",
                delivery.state != DeliveryState.EXPIRED.value,
            )
        )
    ).scalar_one_or_none()
    return found
