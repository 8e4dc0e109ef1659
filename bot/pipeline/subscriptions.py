"""What a chat subscribes to: regions by name, keywords by query."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.annotate.resolve import find_region
from bot.domain.errors import QueryError
from bot.domain.model import Chat, Place, Subscription
from bot.match.query import parse_query, split_regions
from bot.pipeline.place_names import (
    MINUS,
    Chosen,
    PlaceChoices,
    PlaceUnknown,
    choose,
    split_names,
)
from bot.pipeline.regions import find_place
from bot.pipeline.search import newest_matches
from bot.store import subscriptions
from bot.store.engine import Store
from bot.store.entries import StoredEntry

MAX_SUBSCRIPTIONS: Final = 300
EXAMPLES: Final = 3

_NONE: Final = frozenset({"none", "жодного", "жодної", "ничего", "нічого"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAdded:
    """The chat is subscribed to `place`; `city` is the settlement of the same name."""

    place: Place
    subscription: Subscription
    is_new: bool
    city: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRemoved:
    """The chat is not subscribed to `place`; `was_there` if it was until now."""

    place: Place
    was_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TooMany:
    """The chat has as many subscriptions as a chat may have."""

    limit: int = MAX_SUBSCRIPTIONS


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionsToClear:
    """The person wants to remove every region; it has to be confirmed."""

    count: int


PlaceOutcome = PlaceAdded | PlaceRemoved | PlaceChoices | PlaceUnknown | TooMany


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionsChanged:
    """What became of each name, and the newest entries about what is new."""

    outcomes: tuple[PlaceOutcome, ...]
    examples: tuple[StoredEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordAdded:
    """The chat is subscribed to a query."""

    subscription: Subscription
    is_new: bool
    examples: tuple[StoredEntry, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class KeywordRemoved:
    """The chat is no longer subscribed to a query."""

    subscription: Subscription


@dataclass(frozen=True, slots=True, kw_only=True)
class QueryRefused:
    """The query cannot be read: the key of the reason, and where."""

    text: str
    reason: str
    position: int


KeywordOutcome = KeywordAdded | KeywordRemoved | QueryRefused | TooMany


async def listing(store: Store, chat: Chat) -> tuple[Subscription, ...]:
    """Return the chat's subscriptions, oldest first."""
    async with store.read() as tx:
        return await subscriptions.of_chat(tx, chat.id)


async def change_regions(
    store: Store, chat: Chat, text: str, *, now: datetime
) -> RegionsChanged | RegionsToClear:
    """Do what ``/region TEXT`` asks: names to add, ``-name`` to remove, or ``none``."""
    if text.strip().casefold() in _NONE:
        places = [s for s in await listing(store, chat) if s.query is None]
        return RegionsToClear(count=len(places))
    outcomes = [await _one_name(store, chat, term, now=now) for term in split_names(text)]
    new = [o.subscription for o in outcomes if isinstance(o, PlaceAdded) and o.is_new]
    return RegionsChanged(
        outcomes=tuple(outcomes), examples=await newest(store, new, limit=EXAMPLES)
    )


async def _one_name(store: Store, chat: Chat, term: str, *, now: datetime) -> PlaceOutcome:
    removes = term[0] in MINUS
    name = term.lstrip(MINUS).strip() if removes else term
    found = choose(name)
    if isinstance(found, PlaceUnknown):
        return found
    if removes:
        return await _remove_named(store, chat, found)
    if isinstance(found, PlaceChoices):
        return found
    return await add_place(store, chat, found.place, city=found.city, now=now)


async def _remove_named(
    store: Store, chat: Chat, found: Chosen | PlaceChoices
) -> PlaceOutcome:
    """Remove what is meant and subscribed to; ask when the name is only similar."""
    if isinstance(found, PlaceChoices) and not found.exact:
        return found
    places = (
        found.places
        if isinstance(found, PlaceChoices)
        else tuple(p for p in (found.place, found.city) if p is not None)
    )
    mine = {s.regions for s in await listing(store, chat) if s.query is None}
    for place in places:
        if (place.id,) in mine:
            return await remove_place(store, chat, place)
    return PlaceRemoved(place=places[0], was_there=False)


async def add_place(
    store: Store, chat: Chat, place: Place, *, now: datetime, city: Place | None = None
) -> PlaceAdded | TooMany:
    """Subscribe the chat to what is about `place`."""
    async with store.write() as tx:
        mine = await subscriptions.of_chat(tx, chat.id)
        if len(mine) >= MAX_SUBSCRIPTIONS:
            return TooMany()
        added = await subscriptions.add(tx, chat.id, regions=(place.id,), now=now)
    return PlaceAdded(
        place=place, subscription=added.subscription, is_new=added.is_new, city=city
    )


async def remove_place(store: Store, chat: Chat, place: Place) -> PlaceRemoved:
    """End the chat's subscription to what is about `place`."""
    async with store.write() as tx:
        same = await subscriptions.find_same(
            tx, chat.id, regions=(place.id,), canonical=None
        )
        if same is not None:
            await subscriptions.remove(tx, chat.id, [same.id])
    return PlaceRemoved(place=place, was_there=same is not None)


async def replace_place(
    store: Store, chat: Chat, place: Place, *, instead_of: str, now: datetime
) -> PlaceAdded:
    """Subscribe the chat to `place` instead of the place with the other id."""
    async with store.write() as tx:
        same = await subscriptions.find_same(
            tx, chat.id, regions=(instead_of,), canonical=None
        )
        if same is not None:
            await subscriptions.remove(tx, chat.id, [same.id])
        added = await subscriptions.add(tx, chat.id, regions=(place.id,), now=now)
    return PlaceAdded(place=place, subscription=added.subscription, is_new=added.is_new)


async def remove(
    store: Store, chat: Chat, ids: Collection[int]
) -> tuple[Subscription, ...]:
    """End those subscriptions of the chat; return what was ended."""
    async with store.write() as tx:
        return await subscriptions.remove(tx, chat.id, ids)


async def clear_regions(store: Store, chat: Chat) -> tuple[Subscription, ...]:
    """End every subscription to a region; keywords stay."""
    async with store.write() as tx:
        mine = await subscriptions.of_chat(tx, chat.id)
        regions = [each.id for each in mine if each.query is None]
        return await subscriptions.remove(tx, chat.id, regions)


async def change_keywords(
    store: Store, chat: Chat, text: str, *, now: datetime
) -> KeywordOutcome:
    """Do what ``/keyword TEXT`` asks: add a query, or remove it if ``-`` precedes it.

    A leading minus removes only what the chat has; else it is part of the query.
    """
    text = " ".join(text.split())
    if text[:1] and text[0] in MINUS:
        removed = await _remove_query(store, chat, text[1:].strip())
        if removed is not None:
            return removed
    try:
        query, regions = split_regions(text, _region_id)
        canonical = parse_query(query).canonical
    except QueryError as error:
        return QueryRefused(text=text, reason=error.reason, position=error.position)
    async with store.write() as tx:
        if len(await subscriptions.of_chat(tx, chat.id)) >= MAX_SUBSCRIPTIONS:
            return TooMany()
        added = await subscriptions.add(
            tx, chat.id, regions=regions, query=query, canonical=canonical, now=now
        )
    return KeywordAdded(
        subscription=added.subscription,
        is_new=added.is_new,
        examples=await newest(store, [added.subscription], limit=EXAMPLES),
    )


def _region_id(name: str) -> str | None:
    candidate = find_region(name)
    return candidate.place.id if candidate is not None else None


async def _remove_query(store: Store, chat: Chat, text: str) -> KeywordRemoved | None:
    try:
        query, regions = split_regions(text, _region_id)
        canonical = parse_query(query).canonical
    except QueryError:
        return None
    async with store.write() as tx:
        same = await subscriptions.find_same(
            tx, chat.id, regions=regions, canonical=canonical
        )
        if same is None:
            return None
        await subscriptions.remove(tx, chat.id, [same.id])
    return KeywordRemoved(subscription=same)


async def newest(
    store: Store, wanted: Sequence[Subscription], *, limit: int
) -> tuple[StoredEntry, ...]:
    """Return the newest entries that satisfy any of the subscriptions, newest first.

    A story counts once.
    """
    found: dict[tuple[str, int], StoredEntry] = {}
    for subscription in wanted:
        for entry in await newest_matches(store, subscription, limit=limit):
            story = ("entry", entry.id) if entry.story_id is None else ("", entry.story_id)
            found.setdefault(story, entry)
    ordered = sorted(found.values(), key=lambda entry: entry.published_at, reverse=True)
    return tuple(ordered[:limit])


def places_of(subscription: Subscription) -> tuple[Place, ...]:
    """Return the places of a subscription that the gazetteer still has."""
    found = (find_place(place_id) for place_id in subscription.regions)
    return tuple(place for place in found if place is not None)
