"""What an alert shows: the story as it stands when the message is sent."""

import re
from collections.abc import Sequence

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.annotate.further_reading import without_list
from bot.annotate.gazetteer import load
from bot.domain.model import (
    AlertCard,
    CardChange,
    CardPointer,
    CardSource,
    Delivery,
    DeliveryKind,
    FollowUps,
    Kind,
    Place,
)
from bot.pipeline.accounts import find_accounts, origin_of
from bot.pipeline.closeness import nearest
from bot.pipeline.evidence import find_places, find_pointers
from bot.pipeline.regions import find_target
from bot.store import changes as changes_of
from bot.store import entries, reports, subscriptions
from bot.store.entries import StoredEntry

_RISE = re.compile(r"([^:;]+):(\d+):(\d+)")
FOLLOW_UPS = (DeliveryKind.CHANGE, DeliveryKind.CLOSER, DeliveryKind.REPORT)
_NOT_WANTED_BY = {
    DeliveryKind.CHANGE: {FollowUps.FIRST},
    DeliveryKind.REPORT: {FollowUps.FIRST, FollowUps.CHANGES},
}


def _sources(stored: tuple[StoredEntry, ...]) -> tuple[CardSource, ...]:
    """Return one source for each publisher, in the order in which they came."""
    first: dict[str, StoredEntry] = {}
    for entry in stored:
        first.setdefault(entry.publisher or entry.outlet, entry)
    return tuple(
        CardSource(outlet=entry.publisher or entry.outlet, url=entry.link)
        for entry in first.values()
    )


def place_names(
    about: frozenset[str],
    language: str,
    evidence: tuple[str, ...] = (),
    said: Sequence[str] = (),
) -> tuple[str, ...]:
    """Return each region with its places ("Belgorod Oblast: Shebekino"), then countries.

    A country is named only if no place is ("Russia's ministry has not commented" makes
    Russia no place of what happened in Sumy), or if the chat follows it. A wider region,
    as Donbas, is named if the text says its name, or nothing that lies there. What the chat
    follows comes first, for a card shows only the first names; then what is `said` first.
    """
    gazetteer = load()
    order = {place_id: at for at, place_id in enumerate(dict.fromkeys(said))}
    ordered = sorted(
        about, key=lambda each: (each not in evidence, order.get(each, len(order)), each)
    )
    places = [place for place_id in ordered if (place := gazetteer.find(place_id))]
    containers = {outer for place in places for outer in gazetteer.inside(place.id)}
    regions: dict[str, list[str]] = {}
    others: list[Place] = []
    for place in places:
        if place.kind is Kind.REGION:
            is_told_by_parts = bool(gazetteer.parts(place.id)) and place.id in containers
            if not is_told_by_parts or place.id in order:
                regions.setdefault(place.id, [])
        elif place.region is not None:
            regions.setdefault(place.region, []).append(place.name(language))
        elif place.id not in containers:
            others.append(place)
    named = [
        _with_places(gazetteer.place(region).name(language), inside)
        for region, inside in regions.items()
    ]
    is_local = bool(named) or any(place.kind is not Kind.COUNTRY for place in others)
    shown = [
        place.name(language)
        for place in others
        if place.kind is not Kind.COUNTRY or not is_local or place.id in evidence
    ]
    return (*named, *shown)


def said_places(entry: StoredEntry) -> tuple[str, ...]:
    """Return the ids of the places that an entry names, in its order."""
    return tuple(pointer.place.id for pointer in find_places(entry))


def _with_places(region: str, inside: list[str]) -> str:
    """Return a region with what is named in it: one name once, if its town bears it."""
    names = ", ".join(dict.fromkeys(inside))
    return names if region in inside else ": ".join(filter(None, (region, names)))


def _evidence(evidence: tuple[str, ...], language: str) -> tuple[str, ...]:
    """Return the evidence with places by their names; words stay as they are.

    A circle is left to the pointer, which says what lies in it.
    """
    shown: list[str] = []
    for item in evidence:
        target = find_target(item)
        if target is None:
            shown.append(item)
        elif target.km is None:
            shown.append(target.place.name(language))
    return tuple(dict.fromkeys(shown))


def _pointer(
    entry: StoredEntry, evidence: tuple[str, ...], language: str
) -> CardPointer | None:
    """Return the first words that point to what is followed without naming it."""
    for pointer in find_pointers(entry, evidence):
        target = pointer.target
        if target is not None and (target.km or target.place.id != pointer.place.id):
            name = target.place.name(language)
            return CardPointer(words=pointer.words, place=name, km=target.km)
    return None


async def get_alert_card(tx: AsyncConnection, delivery: Delivery) -> AlertCard | None:
    """Return the card of a delivery's story; None when its text was deleted meanwhile."""
    assert delivery.story_id is not None
    stored = await entries.of_story(tx, delivery.story_id)
    if delivery.kind in FOLLOW_UPS:
        return await _follow_up(tx, delivery, stored)
    first = next((entry for entry in stored if entry.id == delivery.entry_id), None)
    if delivery.message_id is not None or first is None:
        first = await _alerted_entry(tx, delivery, stored) or first
    if first is None:
        return None
    others = tuple(entry for entry in stored if entry.id != first.id)
    about = await entries.get_about(tx, first.id)
    language = delivery.chat.language
    said = await reports.find_many(tx, [entry.id for entry in stored])
    return AlertCard(
        title=first.title,
        summary=without_list(first.summary),
        published_at=first.published_at,
        sources=_sources((first, *others)),
        origins=len({origin_of(entry, said) for entry in stored}),
        accounts=find_accounts(stored, said, language),
        places=place_names(about, language, delivery.evidence, said_places(first)),
        evidence=_evidence(delivery.evidence, language),
        pointer=_pointer(first, delivery.evidence, language),
        story_id=delivery.story_id,
    )


async def _follow_up(
    tx: AsyncConnection, delivery: Delivery, stored: tuple[StoredEntry, ...]
) -> AlertCard | None:
    """Return the card of what came since the delivery was queued, the newest first.

    None if the chat meanwhile chose to hear of less, or follows nothing any more.
    """
    if delivery.chat.follow_ups in _NOT_WANTED_BY.get(delivery.kind, ()):
        return None
    if not await subscriptions.has_active(tx, delivery.chat.id):
        return None
    told = await _told_by(tx, delivery, stored)
    if not told:
        return None
    language = delivery.chat.language
    material = [entry for entry in told if entry.update_kind]
    mere = [entry for entry in told if not entry.update_kind]
    newest = (material or mere)[-1]
    changes = [change for entry in material for change in card_changes(entry, language)]
    if delivery.kind is DeliveryKind.CLOSER:
        changes.insert(0, closer_change(delivery.evidence, language))
    elif mere:
        changes.append(CardChange(kind="report", after=len(_sources(tuple(mere)))))
    about = await entries.get_about(tx, newest.id)
    return AlertCard(
        title=newest.title,
        summary=without_list(newest.summary),
        published_at=newest.published_at,
        sources=_sources((newest, *reversed(told))),
        places=place_names(about, language, delivery.evidence, said_places(newest)),
        changes=tuple(dict.fromkeys(changes)),
        is_silent=delivery.kind is DeliveryKind.REPORT,
        story_id=delivery.story_id,
    )


async def _told_by(
    tx: AsyncConnection, delivery: Delivery, stored: tuple[StoredEntry, ...]
) -> tuple[StoredEntry, ...]:
    """Return the entries that a follow-up tells, up to where the next one begins."""
    assert delivery.entry_id is not None
    assert delivery.story_id is not None
    if delivery.kind is DeliveryKind.CLOSER:
        return tuple(entry for entry in stored if entry.id == delivery.entry_id)
    is_change = delivery.kind is DeliveryKind.CHANGE
    wants_all = is_change and delivery.chat.follow_ups is FollowUps.ALL
    kinds = {DeliveryKind.CHANGE, DeliveryKind.REPORT} if wants_all else {delivery.kind}
    after = await changes_of.find_next(
        tx, delivery.chat.id, delivery.story_id, kinds, delivery.entry_id
    )
    nearer = await changes_of.find_nearer(tx, delivery.chat.id, delivery.story_id)
    return tuple(
        entry
        for entry in stored
        if entry.id >= delivery.entry_id
        and entry.id not in nearer  # it was told by itself
        and (after is None or entry.id < after)
        and entry.silent_reason is None
        and (wants_all or (entry.update_kind is not None) is is_change)
    )


def closer_change(evidence: tuple[str, ...], language: str) -> CardChange:
    """Return that a story names a place nearer to the reader, with its name."""
    item = nearest(evidence)
    target = find_target(item) if item is not None else None
    name = target.place.name(language) if target is not None else ""
    km = target.km if target is not None else None
    return CardChange(kind="closer", words=name, after=km or 0)


def card_changes(entry: StoredEntry, language: str) -> tuple[CardChange, ...]:
    """Return what an entry changed, with names in the reader's language."""
    kind, detail = entry.update_kind or "", entry.update_detail or ""
    if kind == "casualties":
        return tuple(map(_rise, _RISE.findall(detail)))
    place = load().find(detail)
    words = detail if place is None else place.name(language)
    return (CardChange(kind=kind, words=words),)


def _rise(told: tuple[str, str, str]) -> CardChange:
    """Return the change of ``killed:4:7``, in its three parts."""
    words, before, after = told
    return CardChange(kind="casualties", words=words, before=int(before), after=int(after))


async def _alerted_entry(
    tx: AsyncConnection, delivery: Delivery, stored: tuple[StoredEntry, ...]
) -> StoredEntry | None:
    """Return the entry that the chat's alert was about: an edit keeps its headline."""
    assert delivery.story_id is not None
    entry_id = await entries.find_alerted(tx, delivery.chat.id, delivery.story_id)
    return next((entry for entry in stored if entry.id == entry_id), None)
