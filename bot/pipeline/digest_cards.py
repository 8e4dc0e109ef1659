"""What a digest says: a page of it as it stands now."""

from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.annotate.gazetteer import load
from bot.domain.model import CardChange, Chat, DigestCard, DigestLine, Kind, Place
from bot.pipeline.cards import card_changes, closer_change
from bot.pipeline.regions import find_place, find_target
from bot.route.digest import PAGE
from bot.store import digests, entries, reports
from bot.store.digests import Line
from bot.store.engine import Store
from bot.store.entries import StoredEntry


def places_of(about: frozenset[str]) -> tuple[Place, ...]:
    """Return the places with these ids that are still known."""
    found = (find_place(place_id) for place_id in sorted(about))
    return tuple(place for place in found if place is not None)


def group_of(places: Sequence[Place], evidence: Sequence[str]) -> str:
    """Return the id of the place under which a story stands in a digest, "" for none.

    It is a first-level region, if possible the one that the chat follows; else a country,
    if another that it follows has no region of the story.
    """
    regions = [r for place in places if (r := _region_of(place))]
    country = ""
    for item in evidence:
        target = find_target(item)
        if target is None:
            continue
        followed = target.place
        if followed.kind is not Kind.COUNTRY:
            return _region_of(followed) or followed.id
        inside = [r for r in regions if followed.id in load().inside(r)]
        if inside:
            return inside[0]
        country = country or followed.id
    if country:
        return country
    countries = [place.id for place in places if place.kind is Kind.COUNTRY]
    return next(iter((*regions, *countries)), "")


def _region_of(place: Place) -> str | None:
    return place.id if place.kind is Kind.REGION else place.region


async def read_page(
    store: Store, chat: Chat, digest_id: int, *, page: int
) -> DigestCard | None:
    """Return a page of the chat's digest, the first one for a page that it has not."""
    async with store.read() as tx:
        card = await find_digest_card(tx, chat, digest_id, page=page)
        if card is not None and not card.lines and page:
            card = await find_digest_card(tx, chat, digest_id)
        return card


async def find_digest_card(
    tx: AsyncConnection, chat: Chat, digest_id: int, *, page: int = 0
) -> DigestCard | None:
    """Return a page of the chat's digest as it stands now; None if there is no such digest.

    Its stories never change; a headline that was edited, and outlets that joined, show.
    """
    found = await digests.find_page(tx, chat.id, digest_id, start=page * PAGE, limit=PAGE)
    if found is None:
        return None
    stored = await entries.find_many(tx, {line.entry_id for line in found.lines})
    about = await entries.find_about(tx, set(stored))
    stories = {line.story_id for line in found.lines}
    counted = await reports.count_origins(tx, stories)
    changed = await digests.find_changed(tx, stories)
    lines = []
    for line in found.lines:
        entry = stored[line.entry_id]
        place = find_place(group_of(places_of(about[entry.id]), line.evidence))
        outlets, origins = counted.get(line.story_id, (1, 1))
        lines.append(
            DigestLine(
                title=entry.title,
                url=entry.link,
                outlet=entry.publisher or entry.outlet,
                more=outlets - 1,
                origins=origins,
                changes=_changes(line, changed, chat.language),
                is_update=line.told_before,
                published_at=entry.published_at,
                group=place.name(chat.language) if place is not None else "",
            )
        )
    return DigestCard(
        id=found.id,
        occasion=found.occasion,
        at=found.at,
        count=found.count,
        first=page * PAGE + 1,
        page=page,
        pages=max(1, -(-found.count // PAGE)),
        lines=tuple(lines),
    )


def _changes(
    line: Line, changed: Sequence[StoredEntry], language: str
) -> tuple[CardChange, ...]:
    """Return what changed in a story until the digest was made, each once."""
    found = [closer_change(line.closer, language)] if line.closer else []
    found += [
        change
        for entry in changed
        if entry.story_id == line.story_id
        and entry.first_seen_at <= line.until
        and (entry.id > line.entry_id or (line.told_before and entry.id == line.entry_id))
        for change in card_changes(entry, language)
    ]
    return tuple(dict.fromkeys(found))
