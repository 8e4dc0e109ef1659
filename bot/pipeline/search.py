"""Searching the archive: what matches, newest first, page by page."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from bot.domain.model import Subscription
from bot.pipeline.hearing import Hearing
from bot.pipeline.looking import look, story_of
from bot.store.engine import Store
from bot.store.entries import StoredEntry

MOST: Final = 350  # candidates of one answer; a common phrase may have none among them
EASIER: Final = 10  # times as many, where no text is asked
BLOCK: Final = 40  # stories that are put in order of publication; five pages
PAGE: Final = 8
BLOCKS: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What matches, newest first.

    `back_to` says since when entries were looked at, if not all were; `has_more` that
    there are further pages; `left_out` that more matches which the chat does not hear.
    """

    entries: tuple[StoredEntry, ...]
    back_to: datetime | None = None
    page: int = 0
    has_more: bool = False
    left_out: bool = False


async def newest(
    store: Store,
    asked: Sequence[Subscription],
    *,
    limit: int,
    since: datetime | None = None,
    hearing: Hearing | None = None,
) -> Found:
    """Return the newest entries that satisfy any of the subscriptions, newest first.

    A story counts once. At most `MOST` candidates are looked at. `hearing` leaves out what
    a chat does not hear.
    """
    gathered = await _gather(store, asked, max(limit, BLOCK), since=since, hearing=hearing)
    shown = tuple(_by_time(gathered.entries)[:limit])
    return replace(
        gathered, entries=shown, back_to=gathered.back_to if len(shown) < limit else None
    )


async def find_page(
    store: Store, asked: Subscription, number: int, *, hearing: Hearing | None = None
) -> Found:
    """Return a page of what matches, the first one if `number` is beyond the last.

    Entries come in the order in which they were read, `BLOCK` by `BLOCK`, and in each block
    in that of their publication: so a page stays the same while older ones are looked for.
    """
    first = number * PAGE
    end = (first // BLOCK + 1) * BLOCK
    gathered = await _gather(
        store, (asked,), end + 1, most=MOST * end // BLOCK, hearing=hearing
    )
    found = gathered.entries
    if number and len(found) <= first:
        return await find_page(store, asked, 0, hearing=hearing)
    block = _by_time(found[first // BLOCK * BLOCK : end])
    shown = block[first % BLOCK : first % BLOCK + PAGE]
    has_more = len(found) > first + PAGE and first + PAGE < BLOCK * BLOCKS
    return replace(
        gathered,
        entries=tuple(shown),
        back_to=gathered.back_to if not has_more else None,
        page=number,
        has_more=has_more,
    )


async def _gather(
    store: Store,
    asked: Sequence[Subscription],
    count: int,
    *,
    since: datetime | None = None,
    most: int = MOST,
    hearing: Hearing | None = None,
) -> Found:
    """Return one entry of each of `count` stories, and how far back it was looked.

    The latter is None if nothing is left to look at, or enough was found.
    """
    stories: dict[object, StoredEntry] = {}
    left_out: set[object] = set()
    looked, back_to = 0.0, None
    async for some in look(store, asked, since=since):
        heard, unheard = await hearing.split(some.hits) if hearing else (some.hits, set())
        left_out |= unheard
        for hit in heard:
            stories.setdefault(story_of(hit.entry), hit.entry)
        looked += some.cost(EASIER)
        back_to = None if some.is_last else some.back_to
        if len(stories) >= count or looked >= most:
            break
    enough = len(stories) >= count
    return Found(
        entries=tuple(stories.values())[:count],
        back_to=None if enough else back_to,
        left_out=not left_out <= stories.keys(),
    )


def _by_time(found: Sequence[StoredEntry]) -> list[StoredEntry]:
    return sorted(found, key=lambda each: (each.published_at, each.id), reverse=True)
