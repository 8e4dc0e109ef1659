"""What a file of ``/export`` would change in a chat."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.config.portable import Portable, PortableMute, PortableSubscription, Problem
from bot.config.portable_values import READERS
from bot.domain.errors import QueryError
from bot.domain.folding import fold
from bot.domain.model import Chat, Mute, MuteKind, Subscription
from bot.i18n import mark
from bot.match.printing import canonical
from bot.pipeline.mutes import MAX_MUTES
from bot.pipeline.queries import clean_query, read_query, region_ids
from bot.pipeline.regions import find_target
from bot.pipeline.subscriptions import MAX_SUBSCRIPTIONS
from bot.pipeline.time_zones import is_zone
from bot.store import mutes, subscriptions

_NO_REGION: Final = mark("I know no region “{name}”.")
_NO_ZONE: Final = mark("I know no time zone “{name}”; write for example {example}.")
_FULL: Final = mark("No more than {count} fit; this one is left out.")
_ENDED: Final = mark("Its time is over; it is left out.")


@dataclass(frozen=True, slots=True, kw_only=True)
class NewSubscription:
    """A subscription that the file would add."""

    subscription: Subscription
    canonical: str | None
    is_urgent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What a file would change.

    `before` and `after` are the chat; `known` counts what it has already.
    """

    before: Chat
    after: Chat
    subscriptions: tuple[NewSubscription, ...] = ()
    mutes: tuple[Mute, ...] = ()
    known: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def changed(self) -> tuple[str, ...]:
        """The settings that would be others, by the names of their fields."""
        return tuple(
            name
            for name in READERS
            if getattr(self.before, name) != getattr(self.after, name)
        )

    def __bool__(self) -> bool:
        """Return whether anything would change."""
        return bool(self.changed or self.subscriptions or self.mutes)


async def make_plan(
    tx: AsyncConnection, chat: Chat, portable: Portable, now: datetime
) -> Plan:
    """Return what the file would change in the chat as it is now."""
    problems = list(portable.problems)
    settings = dict(portable.settings)
    zone = settings.get("time_zone", chat.time_zone)
    if not is_zone(zone):
        values = {"name": zone, "example": "Europe/Kyiv"}
        problems.append(
            Problem(where="settings.time_zone", message=_NO_ZONE, values=values)
        )
        del settings["time_zone"]
    added, known = await _new_subscriptions(tx, chat, portable.subscriptions, problems)
    muted, more = await _new_mutes(tx, chat, portable.mutes, now, problems)
    return Plan(
        before=chat,
        after=replace(chat, **settings),
        subscriptions=added,
        mutes=muted,
        known=known + more,
        problems=tuple(problems),
    )


async def _new_subscriptions(
    tx: AsyncConnection,
    chat: Chat,
    found: Sequence[PortableSubscription],
    problems: list[Problem],
) -> tuple[tuple[NewSubscription, ...], int]:
    """Return those that the chat has not, and how many it has."""
    mine = await subscriptions.of_chat(tx, chat.id)
    seen = {subscriptions.subscription_key(*_same(each)) for each in mine}
    room = MAX_SUBSCRIPTIONS - len(mine)
    added: list[NewSubscription] = []
    known = 0
    for item in found:
        new = _read(item, chat)
        if isinstance(new, Problem):
            problems.append(new)
            continue
        key = subscriptions.subscription_key(new.subscription.regions, new.canonical)
        if key in seen:
            known += 1
        elif len(added) == room:
            values = {"count": MAX_SUBSCRIPTIONS}
            problems.append(Problem(where=item.where, message=_FULL, values=values))
        else:
            seen.add(key)
            added.append(new)
    return tuple(added), known


def _same(mine: Subscription) -> tuple[Sequence[str], str | None]:
    """Return what makes a subscription the same as another."""
    if mine.query is None:
        return mine.regions, None
    try:
        return mine.regions, canonical(read_query(mine.query))
    except QueryError:  # this version cannot read it any more
        return mine.regions, mine.query


def _read(item: PortableSubscription, chat: Chat) -> NewSubscription | Problem:
    regions: list[str] = []
    query = clean_query(item.query) if item.query is not None else None
    try:
        for name in item.regions:
            found = (name,) if find_target(name) is not None else region_ids(name)
            if not found:
                values = {"name": name[:60]}
                return Problem(where=item.where, message=_NO_REGION, values=values)
            regions += found
        same = canonical(read_query(query)) if query is not None else None
    except QueryError as error:
        return _refused(item.where, error)
    subscription = Subscription(id=0, chat_id=chat.id, regions=tuple(regions), query=query)
    return NewSubscription(
        subscription=subscription, canonical=same, is_urgent=item.is_urgent
    )


async def _new_mutes(
    tx: AsyncConnection,
    chat: Chat,
    found: Sequence[PortableMute],
    now: datetime,
    problems: list[Problem],
) -> tuple[tuple[Mute, ...], int]:
    """Return those that the chat has not, and how many it has."""
    mine = await mutes.of_chat(tx, chat.id, now=now)
    seen = {(each.kind, _its_name(each)) for each in mine}
    added: list[Mute] = []
    known = 0
    for item in found:
        words = clean_query(item.words)
        try:
            key = item.kind, mute_name(item.kind, words)
        except QueryError as error:
            problems.append(_refused(item.where, error))
            continue
        if key in seen:
            known += 1
        elif item.until is not None and item.until <= now:
            problems.append(Problem(where=item.where, message=_ENDED))
        elif len(mine) + len(added) >= MAX_MUTES:
            full = Problem(where=item.where, message=_FULL, values={"count": MAX_MUTES})
            problems.append(full)
        else:
            seen.add(key)
            added.append(Mute(id=0, kind=item.kind, words=words, until=item.until))
    return tuple(added), known


def _refused(where: str, error: QueryError) -> Problem:
    return Problem(where=where, message=error.reason, values={"token": error.token})


def mute_name(kind: MuteKind, words: str) -> str:
    """Return what makes a mute the same as another of its kind.

    Raises:
        QueryError: The words cannot be read.
    """
    return canonical(read_query(words)) if kind is MuteKind.WORDS else fold(words)


def _its_name(mine: Mute) -> str:
    try:
        return mute_name(mine.kind, mine.words)
    except QueryError:  # this version cannot read it any more
        return mine.words
