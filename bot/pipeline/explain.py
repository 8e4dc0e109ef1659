"""``/why``: what the chat was told because of what, or why it was told nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.dedupe.keys import Candidate, keys_of
from bot.domain.hosts import site, site_of
from bot.domain.model import Chat, DeliveryKind, DeliveryState, Subscription
from bot.match.words import Asked
from bot.normalize.url import host, is_homepage, url_key
from bot.pipeline.evidence import Pointer, find_places, find_pointers
from bot.pipeline.hearing import read_hearing
from bot.pipeline.matching import Matcher
from bot.pipeline.nearest import Near, find_nearest
from bot.pipeline.queries import asked_of
from bot.pipeline.regions import find_target
from bot.pipeline.timeline import Timeline, find_story
from bot.pipeline.unwanted import find_refusal
from bot.route.decide import ALREADY_TOLD, CHANGED, CLOSER, EVERYTHING, MUTED, NEARER
from bot.store import digests, entries, feeds, reports, subscriptions, told
from bot.store.engine import Store
from bot.store.entries import StoredEntry
from bot.store.told import StoredMatch, Told

LATEST: Final = 3
OF_DIGEST: Final = 5  # stories; a message bears no more of them with their reasons
AFTER_ANOTHER: Final = {ALREADY_TOLD, CLOSER}
_FOLLOW_UPS: Final = {
    DeliveryKind.CHANGE: CHANGED,
    DeliveryKind.CLOSER: NEARER,
    DeliveryKind.REPORT: EVERYTHING,
}
_WAITS: Final = {DeliveryState.HELD, DeliveryState.LISTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """One subscription that the entry satisfies; None when it was removed since.

    `pointers` are the words that pointed to its regions, `regions` those of them that no
    word of the text points to any more, `words` what its query found.
    """

    subscription: Subscription | None
    pointers: tuple[Pointer, ...] = ()
    regions: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An entry, and what the chat was told of it.

    Attributes:
        entry: The entry.
        story: Its story, None if that has no other entry.
        joined_because: Why it is of that story, "" if it opened it.
        because: Why it was told, or would be today.
        state: What became of the alert of its story, None if the chat has none.
        at: When that was.
        reason: What was decided of the entry itself, "" if nothing matched.
        is_change: True if it answers the alert of its story.
        is_late: True if the chat follows it now and did not when it came.
        refusal: Why it would not be told of it now either, "" if it would.
        places: Which words point to which place; only if nothing matched.
        nearest: The chat's subscriptions that it nearly satisfies; likewise.
        follows: How many subscriptions the chat has.
    """

    entry: StoredEntry
    story: Timeline | None = None
    joined_because: str = ""
    because: tuple[Because, ...] = ()
    state: DeliveryState | None = None
    at: datetime | None = None
    reason: str = ""
    is_change: bool = False
    is_late: bool = False
    refusal: str = ""
    places: tuple[Pointer, ...] = ()
    nearest: tuple[Near, ...] = ()
    follows: int = 0


async def explain_latest(
    store: Store, chat: Chat, *, now: datetime
) -> tuple[Explanation, ...]:
    """Explain the newest alerts of the chat, newest first."""
    async with store.read() as tx:
        found = await told.latest(tx, chat.id, limit=LATEST)
        each_one = [await _explain_told(tx, chat, each, now=now) for each in found]
    return tuple(each for each in each_one if each is not None)


async def explain_message(
    store: Store, chat: Chat, message_id: int, *, now: datetime
) -> Explanation | None:
    """Explain a message of the chat, None if it is no alert."""
    async with store.read() as tx:
        found = await told.find_by_message(tx, chat.id, message_id)
        if found is None:
            return None
        return await _explain_told(tx, chat, found, now=now)


async def explain_digest(
    store: Store, chat: Chat, message_id: int, *, now: datetime
) -> tuple[int, tuple[Explanation, ...]]:
    """Explain the first stories of a digest; return of how many; none if it is none."""
    async with store.read() as tx:
        digest_id = await digests.find_by_message(tx, chat.id, message_id)
        if digest_id is None:
            return 0, ()
        page = await digests.find_page(tx, chat.id, digest_id, start=0, limit=OF_DIGEST)
        if page is None:
            return 0, ()
        alerts = [
            await told.find_by_story(tx, chat.id, each.story_id) for each in page.lines
        ]
        found = [
            await _explain_told(tx, chat, alert, now=now)
            for alert in alerts
            if alert is not None
        ]
    return page.count, tuple(each for each in found if each is not None)


async def explain_link(
    store: Store, chat: Chat, link: str, *, now: datetime
) -> Explanation | None:
    """Explain the entry with that link, None if no feed has shown it."""
    candidate = Candidate(url_key=url_key(link), homepage=is_homepage(link))
    keys = keys_of([candidate])[0].draft
    async with store.read() as tx:
        ids = [each for key in keys[:1] for each in await told.find_entries(tx, key)]
        known = [each for each in ids if each is not None]
        if not known:
            return None
        for entry_id in known:  # several feeds of an outlet may show it
            noted = await told.matches(tx, chat.id, entry_id)
            entry = await entries.find_entry(tx, entry_id)
            if noted and entry is not None:
                return await _explain(tx, chat, entry, noted, now=now)
        entry = await entries.find_entry(tx, known[0])
        if entry is None:
            return None
        found = await _explain(tx, chat, entry, (), now=now)
        if not found.is_late:
            return found
        hearing = await read_hearing(tx, chat, now=now)
        asked = asked_of(entry, await entries.get_about(tx, entry.id))
        return replace(found, refusal=hearing.refusal(entry, asked) or "")


async def find_feeds_of(store: Store, link: str) -> tuple[str, ...]:
    """Return the titles of the feeds that are of a link's site."""
    its_host = host(link)
    async with store.read() as tx:
        found = await feeds.list_states(tx)
    return tuple(
        each.spec.title
        for each in found
        if its_host and each.spec.enabled and site_of(each.spec.url) == site(its_host)
    )


async def _explain_told(
    tx: AsyncConnection, chat: Chat, alert: Told, *, now: datetime
) -> Explanation | None:
    entry = await entries.find_entry(tx, alert.entry_id)
    if entry is None:
        return None
    noted = await told.matches(tx, chat.id, alert.entry_id)
    because = tuple(_because(entry, each.subscription, each.evidence) for each in noted)
    story, joined_because = await _find_story(tx, chat, entry)
    return Explanation(
        entry=entry,
        story=story,
        joined_because=joined_because,
        because=because or (_because(entry, None, alert.evidence),),
        state=alert.state,
        at=alert.at,
        reason=await _find_reason(tx, chat, alert, noted, alert.entry_id, now=now),
        is_change=alert.is_change,
    )


async def _explain(
    tx: AsyncConnection,
    chat: Chat,
    entry: StoredEntry,
    noted: Iterable[StoredMatch],
    *,
    now: datetime,
) -> Explanation:
    alert = None
    if entry.story_id is not None:
        alert = await told.find_by_story(tx, chat.id, entry.story_id)
    found = tuple(noted)
    because = tuple(_because(entry, each.subscription, each.evidence) for each in found)
    mine = await subscriptions.of_chat(tx, chat.id)
    asked = asked_of(entry, await entries.get_about(tx, entry.id))
    if not found:
        because = _would_match(mine, entry, asked)
    places = () if because else find_places(entry)
    story, joined_because = await _find_story(tx, chat, entry)
    return Explanation(
        entry=entry,
        story=story,
        joined_because=joined_because,
        because=because,
        state=alert.state if alert is not None else None,
        at=alert.at if alert is not None else None,
        reason=await _find_reason(tx, chat, alert, found, entry.id, now=now),
        is_late=bool(because) and not found,
        places=places,
        nearest=() if because else find_nearest(mine, asked, places),
        follows=len(mine),
    )


async def _find_reason(
    tx: AsyncConnection,
    chat: Chat,
    alert: Told | None,
    noted: Sequence[StoredMatch],
    entry_id: int,
    *,
    now: datetime,
) -> str:
    """Return what was decided, or why the story is not wanted any more, or was not."""
    refusal = alert.refusal if alert is not None else ""
    if alert is not None and alert.is_kept_back:
        refusal = MUTED
    elif alert is not None and alert.state in _WAITS and not alert.is_change:
        refusal = await find_refusal(tx, chat.id, alert.story_id, alert.entry_id, now=now)
    if refusal or alert is None:
        return refusal or (noted[0].reason if noted else "")
    if alert.is_change:
        return _FOLLOW_UPS[alert.kind]
    reason = noted[0].reason if noted else ""
    # The alert waited, and is about this entry now, which came nearer.
    return "" if alert.entry_id == entry_id and reason in AFTER_ANOTHER else reason


async def _find_story(
    tx: AsyncConnection, chat: Chat, entry: StoredEntry
) -> tuple[Timeline | None, str]:
    """Return the story if it has other entries, and why the entry is of it."""
    found = None
    if entry.story_id is not None:
        found = await find_story(tx, chat, entry.story_id)
    if found is None or len(found.entries) == 1:
        return None, ""
    said = await reports.find_many(tx, [entry.id])
    return found, said[entry.id].joined_because if entry.id in said else ""


def _would_match(
    mine: Sequence[Subscription], entry: StoredEntry, asked: Asked
) -> tuple[Because, ...]:
    """Return what of the chat's subscriptions the entry would satisfy today."""
    by_id = {each.id: each for each in mine}
    return tuple(
        _because(entry, by_id[match.subscription_id], match.evidence)
        for match in Matcher(mine).find(asked)
    )


def _because(
    entry: StoredEntry, subscription: Subscription | None, evidence: tuple[str, ...]
) -> Because:
    asked = evidence if subscription is None else subscription.regions
    regions = [each for each in evidence if each in asked and find_target(each)]
    pointers = find_pointers(entry, regions)
    pointed = {pointer.target.id for pointer in pointers if pointer.target is not None}
    return Because(
        subscription=subscription,
        pointers=pointers,
        regions=tuple(each for each in regions if each not in pointed),
        words=tuple(each for each in evidence if each not in regions),
    )
