"""Regions that a chat follows: added and removed by name, by button, by location."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.model import Chat, Place, Subscription
from bot.pipeline.backtest import Backtest, backtest
from bot.pipeline.hearing import find_hearing
from bot.pipeline.place_names import (
    MINUS,
    Chosen,
    ChosenGroup,
    Here,
    PlaceChoices,
    Refused,
    meaning,
    split_names,
)
from bot.pipeline.regions import Target, count_covered, find_target
from bot.pipeline.subscriptions import MAX_SUBSCRIPTIONS, TooMany, listing
from bot.store import subscriptions
from bot.store.engine import Store

DOUBLE_TAP: Final = timedelta(seconds=10)  # a second press of a button means the first

_NONE: Final = frozenset(
    "none -all -все -всі -усе -усі жодне жодного жодної ничего ніякий нічого".split()
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceAdded:
    """The chat is subscribed to `target`; `city` is the settlement of the same name."""

    target: Target
    subscription: Subscription
    is_new: bool
    city: Place | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceRemoved:
    """The chat is not subscribed to `target`; `was_there` if it was until now."""

    target: Target
    was_there: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupChanged:
    """The chat is subscribed, or no longer, to each region of a group.

    `changed` are those for which that is new; `subscriptions` are theirs.
    """

    name: str
    targets: tuple[Target, ...]
    changed: tuple[Target, ...]
    removed: bool = False
    subscriptions: tuple[Subscription, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionsToClear:
    """The person wants to remove every region; it has to be confirmed."""

    count: int


PlaceOutcome = PlaceAdded | PlaceRemoved | GroupChanged | PlaceChoices | TooMany | Refused


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionsChanged:
    """What became of each name, and what those that are new would have sent.

    `covered` is how many settlements known here lie in it, if it is one place.
    """

    outcomes: tuple[PlaceOutcome, ...]
    would: Backtest | None = None
    covered: int = 0

    @property
    def added(self) -> tuple[Target, ...]:
        """What the chat follows now and did not before."""
        removed = {target.id for target in self._changed(removed=True)}
        return tuple(t for t in self._changed(removed=False) if t.id not in removed)

    @property
    def removed(self) -> tuple[Target, ...]:
        """What the chat followed before and does not now."""
        added = {target.id for target in self._changed(removed=False)}
        return tuple(t for t in self._changed(removed=True) if t.id not in added)

    def _changed(self, *, removed: bool) -> tuple[Target, ...]:
        """Return what any of the names added, or what any of them removed."""
        found: dict[str, Target] = {}
        for outcome in self.outcomes:
            if isinstance(outcome, PlaceAdded) and outcome.is_new and not removed:
                found[outcome.target.id] = outcome.target
            if isinstance(outcome, PlaceRemoved) and outcome.was_there and removed:
                found[outcome.target.id] = outcome.target
            if isinstance(outcome, GroupChanged) and outcome.removed is removed:
                found |= {target.id: target for target in outcome.changed}
        return tuple(found.values())


async def change_regions(
    store: Store, chat: Chat, text: str, *, now: datetime, here: Place | None = None
) -> RegionsChanged | RegionsToClear:
    """Do what ``/region TEXT`` asks: names to add, ``-name`` to remove, or ``none``.

    `here` is the settlement nearest to a location that the chat shared just now.
    """
    if text.strip().casefold() in _NONE:
        places = [s for s in await listing(store, chat) if s.query is None]
        return RegionsToClear(count=len(places))
    outcomes: list[PlaceOutcome] = []
    for term in split_names(text):
        outcome = await _one_name(store, chat, term, now=now, here=here)
        outcomes += [] if _is_repeated(outcome, outcomes) else [outcome]
    return await with_examples(store, chat, outcomes, now=now)


def _is_repeated(outcome: PlaceOutcome, before: Sequence[PlaceOutcome]) -> bool:
    """Return whether another spelling has just added the place: «Сумы/Суми»."""
    added = (each.target.id for each in before if isinstance(each, PlaceAdded))
    return isinstance(outcome, PlaceAdded) and outcome.target.id in added


async def with_examples(
    store: Store, chat: Chat, outcomes: Sequence[PlaceOutcome], *, now: datetime
) -> RegionsChanged:
    """Return the outcomes with what those that are new would have sent."""
    new: list[Subscription] = []
    for outcome in outcomes:
        if isinstance(outcome, PlaceAdded) and outcome.is_new:
            new.append(outcome.subscription)
        elif isinstance(outcome, GroupChanged):
            new += outcome.subscriptions
    would = None
    if new:
        hearing = await find_hearing(store, chat, now=now)
        would = await backtest(store, new, now=now, hearing=hearing)
    covered, only = 0, outcomes[0] if len(outcomes) == 1 else None
    if isinstance(only, PlaceAdded):  # a wide circle takes a while
        covered = await asyncio.to_thread(count_covered, only.target)
    return RegionsChanged(outcomes=tuple(outcomes), would=would, covered=covered)


async def _one_name(
    store: Store, chat: Chat, term: str, *, now: datetime, here: Place | None
) -> PlaceOutcome:
    removes = term[0] in MINUS
    found = await meaning(term.lstrip(MINUS).strip() if removes else term)
    if isinstance(found, Here) and here is not None:
        found = Chosen(target=Target(place=here, km=found.km))
    if isinstance(found, ChosenGroup):
        return await _group(store, chat, found, removes=removes, now=now)
    if not isinstance(found, Chosen | PlaceChoices):
        return found
    if removes:
        return await _remove_named(store, chat, found)
    if isinstance(found, PlaceChoices):
        return found
    return await add_target(store, chat, found.target, city=found.city, now=now)


async def _group(
    store: Store, chat: Chat, group: ChosenGroup, *, removes: bool, now: datetime
) -> GroupChanged | TooMany:
    """Follow each region of a group for itself, or none of them any more."""
    targets = tuple(Target(place=place) for place in group.places)
    changed: list[Target] = []
    added: list[Subscription] = []
    for target in targets:
        if removes:
            gone = await remove_target(store, chat, target)
            changed += [target] if gone.was_there else []
            continue
        outcome = await add_target(store, chat, target, now=now)
        if isinstance(outcome, TooMany):
            return outcome
        if outcome.is_new:
            changed.append(target)
            added.append(outcome.subscription)
    return GroupChanged(
        name=group.text,
        targets=targets,
        changed=tuple(changed),
        removed=removes,
        subscriptions=tuple(added),
    )


async def _remove_named(
    store: Store, chat: Chat, found: Chosen | PlaceChoices
) -> PlaceOutcome:
    """Remove what is meant and subscribed to; ask when the name is only similar.

    A name without a distance also ends what is followed around its place.
    """
    if isinstance(found, PlaceChoices):
        if not found.exact:
            return found
        meant = found.targets
    else:
        city = (Target(place=found.city),) if found.city is not None else ()
        meant = (found.target, *city)
    mine = {s.regions[0] for s in await followed(store, chat)}
    for target in meant:
        if target.id in mine:
            return await remove_target(store, chat, target)
    places = {target.place.id for target in meant if target.km is None}
    for around in map(find_target, sorted(mine)):
        if around is not None and around.km is not None and around.place.id in places:
            return await remove_target(store, chat, around)
    return PlaceRemoved(target=meant[0], was_there=False)


async def followed(store: Store, chat: Chat) -> tuple[Subscription, ...]:
    """Return the chat's subscriptions to one place each, oldest first."""
    return tuple(
        each
        for each in await listing(store, chat)
        if each.query is None and len(each.regions) == 1
    )


async def add_target(
    store: Store,
    chat: Chat,
    target: Target,
    *,
    now: datetime,
    city: Place | None = None,
    pressed: bool = False,
) -> PlaceAdded | TooMany:
    """Subscribe the chat to what is about `target`.

    `pressed` says that a button asked for it: its second press is answered as the first.
    """
    async with store.write() as tx:
        mine = await subscriptions.of_chat(tx, chat.id)
        is_known = any(s.query is None and s.regions == (target.id,) for s in mine)
        if len(mine) >= MAX_SUBSCRIPTIONS and not is_known:
            return TooMany()
        added = await subscriptions.add(tx, chat.id, regions=(target.id,), now=now)
    return PlaceAdded(
        target=target,
        subscription=added.subscription,
        is_new=added.is_new or (pressed and _is_just_made(added, now)),
        city=city,
    )


def _is_just_made(added: subscriptions.Added, now: datetime) -> bool:
    return now - added.created_at <= DOUBLE_TAP


async def remove_target(store: Store, chat: Chat, target: Target) -> PlaceRemoved:
    """End the chat's subscription to what is about `target`."""
    async with store.write() as tx:
        same = await subscriptions.find_same(
            tx, chat.id, regions=(target.id,), canonical=None
        )
        if same is not None:
            await subscriptions.remove(tx, chat.id, [same.id])
    return PlaceRemoved(target=target, was_there=same is not None)


async def replace_target(
    store: Store, chat: Chat, target: Target, *, instead_of: str, now: datetime
) -> PlaceAdded:
    """Let a button subscribe the chat to `target` instead of the region with an id."""
    async with store.write() as tx:
        same = await subscriptions.find_same(
            tx, chat.id, regions=(instead_of,), canonical=None
        )
        if same is not None:
            await subscriptions.remove(tx, chat.id, [same.id])
        added = await subscriptions.add(tx, chat.id, regions=(target.id,), now=now)
    return PlaceAdded(
        target=target,
        subscription=added.subscription,
        is_new=added.is_new or _is_just_made(added, now),
    )


async def clear_regions(store: Store, chat: Chat) -> tuple[Subscription, ...]:
    """End every subscription to a region; keywords stay."""
    async with store.write() as tx:
        mine = await subscriptions.of_chat(tx, chat.id)
        regions = [each.id for each in mine if each.query is None]
        return await subscriptions.remove(tx, chat.id, regions)
