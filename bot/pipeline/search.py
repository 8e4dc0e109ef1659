"""Looking into the archive of entries for what a subscription would have matched."""

import asyncio
from collections.abc import Mapping, Sequence
from datetime import datetime

from bot.domain.errors import QueryError
from bot.domain.model import Subscription
from bot.match.evaluate import find_evidence
from bot.match.nodes import Node
from bot.pipeline.queries import asked_of, read_query
from bot.pipeline.regions import place_ids
from bot.store import entries
from bot.store.engine import Store
from bot.store.entries import StoredEntry

SCANNED = 2_000  # newest entries that a query without a full-text index is tried on


async def newest_matches(
    store: Store,
    subscription: Subscription,
    *,
    limit: int = 3,
    since: datetime | None = None,
) -> tuple[StoredEntry, ...]:
    """Return the newest entries that the subscription matches, newest first.

    One entry for each story: the first of it that is found. `since` leaves out what was
    published before it.
    """
    try:
        query = read_query(subscription.query) if subscription.query else None
    except QueryError:
        return ()
    about = await asyncio.to_thread(place_ids, subscription.regions)
    async with store.read() as tx:
        found = await entries.newest(
            tx,
            about=about,
            since=since,
            limit=SCANNED if query else limit * 5,
        )
        places = await entries.find_about(tx, [e.id for e in found]) if query else {}
    matching = found
    if query is not None:
        # A second's work for all that is scanned, and others wait for answers meanwhile.
        matching = await asyncio.to_thread(_matching, query, found, places)
    stories: dict[object, StoredEntry] = {}
    for entry in matching:
        stories.setdefault(entry.story_id or ("entry", entry.id), entry)
    return tuple(stories.values())[:limit]


def _matching(
    query: Node, found: Sequence[StoredEntry], places: Mapping[int, frozenset[str]]
) -> tuple[StoredEntry, ...]:
    return tuple(
        entry
        for entry in found
        if find_evidence(query, asked_of(entry, places[entry.id])) is not None
    )
