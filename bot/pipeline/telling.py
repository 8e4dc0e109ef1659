"""Who is told of an entry: matches become routes, routes become rows of the outbox.

What does not alert at once waits there, too: for a digest, or until the chat can be told.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Action, Chat, DeliveryState, Match, Mode, Mute, Route
from bot.match.words import Asked
from bot.pipeline.closeness import Closer, Level, find_levels, level_of, tell_closer
from bot.pipeline.mutes import is_muted
from bot.route.decide import (
    ALREADY_TOLD,
    CLOSER,
    LIMITED_FOR,
    URGENT_WITHIN,
    asks_for_urgent,
    decide,
    urgency,
)
from bot.store import (
    chats,
    mutes,
    outbox,
    reports,
    subscriptions,
    timetables,
    waiting,
)
from bot.store.chats import FOREVER
from bot.store.outbox import NewAlert, NewMatch

_WAITS_AS: Final = {DeliveryState.HELD: Action.HOLD, DeliveryState.LISTED: Action.DIGEST}
_STATES: Final = {
    Action.ALERT: DeliveryState.READY,
    Action.HOLD: DeliveryState.HELD,
    Action.DIGEST: DeliveryState.LISTED,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An entry of a story, with the subscriptions that it satisfies.

    `asked` is what a query may ask of it, `outlet` by what chats choose its outlet.
    """

    entry_id: int
    story_id: int
    asked: Asked
    outlet: frozenset[str] = frozenset()
    matches: Sequence[Match]
    at: datetime

    def by_chat(self) -> dict[int, list[Match]]:
        """Return the matches of each chat: a chat is told once, whatever matched."""
        grouped: dict[int, list[Match]] = {}
        for match in self.matches:
            grouped.setdefault(match.chat_id, []).append(match)
        return grouped


async def tell(tx: AsyncConnection, tellings: Sequence[Telling]) -> int:
    """Route each match in turn and queue the alerts; return how many were queued."""
    matched = [telling for telling in tellings if telling.matches]
    if not matched:
        return 0
    matches = [match for telling in matched for match in telling.matches]
    # chats first, as whoever forgets one has it
    found = await chats.get_chats(tx, sorted({match.chat_id for match in matches}))
    held = await subscriptions.hold(tx, {match.subscription_id for match in matches})
    told = await outbox.find_told(tx, found, {telling.story_id for telling in matched})
    routing = _Routing(
        held=held,
        chats=found,
        told=told,
        muted=await mutes.active(tx, found, now=max(t.at for t in matched)),
        urgent=await _find_urgent(tx, matched, found),
        recent=await _count_recent(tx, matched, found),
        levels=await find_levels(tx, told, matches),
    )
    for telling in matched:
        routing.add(telling)
    await outbox.add_matches(tx, routing.notes)
    queued = await outbox.add_alerts(tx, list(routing.alerts.values()))
    return queued + await tell_closer(tx, routing.closer, found)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Urgent:
    """What makes a story urgent: who tells it, and what the chats marked."""

    told_by: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    marked: frozenset[int] = frozenset()

    def reason(self, story_id: int, matches: Sequence[Match]) -> str | None:
        """Return why it is urgent, None if it is not."""
        _, origins = self.told_by.get(story_id, (0, 0))
        return urgency(
            origins=origins,
            marked=any(match.subscription_id in self.marked for match in matches),
        )


async def _find_urgent(
    tx: AsyncConnection, tellings: Sequence[Telling], found: Mapping[int, Chat]
) -> _Urgent:
    """Look for what is urgent, if it matters to any of the chats."""
    asking = {chat.id for chat in found.values() if asks_for_urgent(chat)}
    asked = [t for t in tellings if any(match.chat_id in asking for match in t.matches)]
    if not asked:
        return _Urgent()
    stories = {telling.story_id for telling in asked}
    since = max(telling.at for telling in asked) - URGENT_WITHIN
    ids = {m.subscription_id for t in asked for m in t.matches if m.chat_id in asking}
    return _Urgent(
        told_by=await reports.count_origins(tx, stories, since=since),
        marked=await timetables.find_urgent(tx, sorted(ids)),
    )


async def _count_recent(
    tx: AsyncConnection, tellings: Sequence[Telling], found: Mapping[int, Chat]
) -> dict[int, int]:
    """Return the alerts of the last hour of those chats that have a limit."""
    limited = [chat.id for chat in found.values() if chat.hourly_limit is not None]
    if not limited:
        return {}
    since = max(telling.at for telling in tellings) - LIMITED_FOR
    return await waiting.count_recent(tx, limited, since=since)


@dataclass(slots=True, kw_only=True)
class _Routing:
    """Decides match after match: `told` says how each chat is told of a story so far.

    `held` are the subscriptions, each with whether it comes with the digests whatever the
    chat's mode; `recent` counts the alerts of the last hour, of chats that have a limit;
    `levels` are how near each chat's stories were to it when they were told.
    """

    held: Mapping[int, bool]
    chats: Mapping[int, Chat]
    told: dict[tuple[int, int], DeliveryState]
    muted: Mapping[int, Sequence[Mute]]
    urgent: _Urgent
    recent: dict[int, int]
    levels: dict[tuple[int, int], Level]
    closer: list[Closer] = field(default_factory=list)
    notes: list[NewMatch] = field(default_factory=list)
    alerts: dict[tuple[int, int], NewAlert] = field(default_factory=dict)

    def add(self, telling: Telling) -> None:
        """Add what follows from one entry."""
        for chat_id, all_matches in telling.by_chat().items():
            matches = [each for each in all_matches if each.subscription_id in self.held]
            chat = self.chats.get(chat_id)
            if chat is None or not matches:
                continue
            pair = (chat_id, telling.story_id)
            known = self.told.get(pair)
            limit = chat.hourly_limit
            is_calm = self._is_calm(matches)
            route = decide(
                chat=replace(chat, mode=Mode.DIGEST) if is_calm else chat,
                already_told=known is not None,
                is_muted=self._mutes(chat_id, telling),
                outlet=telling.outlet,
                waits=_WAITS_AS.get(known) if known is not None else None,
                urgent=self.urgent.reason(telling.story_id, matches),
                over_limit=limit is not None and self.recent.get(chat_id, 0) >= limit,
                now=telling.at,
            )
            if route.reason == ALREADY_TOLD and self._comes_closer(telling, pair, matches):
                route = replace(route, reason=CLOSER)
            self.notes += (_note(telling, match, route) for match in matches)
            if route.action is not Action.DROP:
                self.told[pair] = _STATES[route.action]
                self.alerts[pair] = _alert(telling, chat_id, matches, route)
                self.levels[pair] = level_of(self.alerts[pair].evidence)
            if route.action is Action.ALERT:
                self.recent[chat_id] = self.recent.get(chat_id, 0) + 1

    def _comes_closer(
        self, telling: Telling, pair: tuple[int, int], matches: Sequence[Match]
    ) -> bool:
        """Say whether the story is nearer to a chat than it was told; then tell it so."""
        near = _evidence(matches)
        level = level_of(near)
        if level <= max(self.levels.get(pair, Level.NONE), Level.COUNTRY):
            return False
        self.levels[pair] = level
        queued = self.alerts.get(pair)
        if queued is not None:  # by an entry before it in this transaction
            self.alerts[pair] = replace(queued, entry_id=telling.entry_id, evidence=near)
            return False
        self.closer.append(
            Closer(
                chat_id=pair[0],
                story_id=telling.story_id,
                entry_id=telling.entry_id,
                evidence=near,
                level=level,
                in_digest=self.told.get(pair) is DeliveryState.DIGESTED,
                is_calm=self._is_calm(matches),
                at=telling.at,
            )
        )
        return True

    def _is_calm(self, matches: Sequence[Match]) -> bool:
        return all(self.held[each.subscription_id] for each in matches)

    def _mutes(self, chat_id: int, telling: Telling) -> bool:
        return any(
            is_muted(mute, story_id=telling.story_id, asked=telling.asked)
            for mute in self.muted.get(chat_id, ())
        )


def _note(telling: Telling, match: Match, route: Route) -> NewMatch:
    return NewMatch(
        entry_id=telling.entry_id,
        subscription_id=match.subscription_id,
        evidence=match.evidence,
        action=route.action,
        reason=route.reason,
    )


def _evidence(matches: Sequence[Match]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(item for match in matches for item in match.evidence))


def _alert(
    telling: Telling, chat_id: int, matches: Sequence[Match], route: Route
) -> NewAlert:
    return NewAlert(
        chat_id=chat_id,
        story_id=telling.story_id,
        entry_id=telling.entry_id,
        evidence=_evidence(matches),
        at=telling.at,
        state=_STATES[route.action],
        until=(route.until or FOREVER) if route.action is Action.HOLD else None,
    )
