"""A list of feeds (OPML) that somebody sends: what of it is new, and adding that."""

import asyncio
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from bot.config.addresses import same_url_key
from bot.config.feeds_file import Addition, add_feeds
from bot.config.listed import ListedFeed
from bot.config.opml import parse_opml, render_opml
from bot.domain.errors import ConfigError
from bot.domain.model import Chat
from bot.store import feed_specs, file_imports
from bot.store.engine import Store

FEEDS: Final = "feeds"  # the kind of such a file


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsOffered:
    """A list that was read: `new` feeds, how many are read already, and what is no use."""

    import_id: int
    new: tuple[ListedFeed, ...]
    known: int
    refused: tuple[tuple[str, str], ...]


async def offer_feeds(
    store: Store, chat: Chat, body: bytes, *, now: datetime
) -> FeedsOffered:
    """Keep the list, and return what of it is new.

    Raises:
        ConfigError: It is no OPML.
    """
    opml = await asyncio.to_thread(parse_opml, body, "OPML")
    async with store.write() as tx:
        seen = {same_url_key(spec.url) for spec in await feed_specs.list_specs(tx)}
        new: list[ListedFeed] = []
        for feed in opml.feeds:
            key = same_url_key(feed.url)
            if key not in seen:
                new.append(feed)
            seen.add(key)
        document = render_opml(new, title="Tocsin")
        import_id = await file_imports.keep(
            tx, chat.id, kind=FEEDS, document=document, now=now
        )
    return FeedsOffered(
        import_id=import_id,
        new=tuple(new),
        known=len(opml.feeds) - len(new),
        refused=opml.refused,
    )


async def find_offered(
    store: Store, chat: Chat, import_id: int
) -> tuple[ListedFeed, ...] | None:
    """Return the new feeds of a list, None if it is not there any more."""
    async with store.read() as tx:
        kept = await file_imports.find(tx, chat.id, import_id)
    if kept is None or kept.kind != FEEDS:
        return None
    return parse_opml(kept.document.encode(), "OPML").feeds


async def add_offered(
    store: Store, chat: Chat, import_id: int, *, feeds_file: Path
) -> Addition | ConfigError | None:
    """Add the new feeds of a list to feeds.yaml; None if the list is not there any more.

    A second time it finds them there, and adds nothing.
    """
    feeds = await find_offered(store, chat, import_id)
    if feeds is None:
        return None
    try:
        return await asyncio.to_thread(add_feeds, feeds_file, feeds)
    except ConfigError as exc:
        return exc
