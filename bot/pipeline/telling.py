"""Who is told of an entry: matches become routes, routes become alerts in the outbox."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Action, Chat, Match, Mute, Route
from bot.match.words import Asked
from bot.pipeline.mutes import is_muted
from bot.route.decide import decide
from bot.store import chats, mutes, outbox, subscriptions
from bot.store.outbox import NewAlert, NewMatch


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """An entry of a story, with the subscriptions that it satisfies.

    `asked` is what a query may ask of it; `is_update` when it changes the story, so that
    who was told of it hears of it again.
    """

    entry_id: int
    story_id: int
    asked: Asked
    matches: Sequence[Match]
    at: datetime
    is_update: bool = False

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
    muted = await mutes.active(tx, found, now=max(telling.at for telling in matched))
    routing = _Routing(held=held, chats=found, told=told, muted=muted)
    for telling in matched:
        routing.add(telling)
    await outbox.add_matches(tx, routing.notes)
    return await outbox.add_alerts(tx, routing.alerts)


@dataclass(slots=True, kw_only=True)
class _Routing:
    """Decides match after match: `told` are the pairs of chat and story so far."""

    held: frozenset[int]
    chats: Mapping[int, Chat]
    told: set[tuple[int, int]]
    muted: Mapping[int, Sequence[Mute]]
    notes: list[NewMatch] = field(default_factory=list)
    alerts: list[NewAlert] = field(default_factory=list)

    def add(self, telling: Telling) -> None:
        """Add what follows from one entry."""
        for chat_id, all_matches in telling.by_chat().items():
            matches = [each for each in all_matches if each.subscription_id in self.held]
            chat = self.chats.get(chat_id)
            if chat is None or not matches:
                continue
            pair = (chat_id, telling.story_id)
            was_told = pair in self.told
            route = decide(
                chat=chat,
                already_told=was_told and not telling.is_update,
                is_muted=self._mutes(chat_id, telling),
                now=telling.at,
            )
            self.notes += (_note(telling, match, route) for match in matches)
            if route.action is Action.ALERT:
                self.told.add(pair)
                self.alerts.append(_alert(telling, chat_id, matches, is_follow=was_told))

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


def _alert(
    telling: Telling, chat_id: int, matches: Sequence[Match], *, is_follow: bool
) -> NewAlert:
    evidence = dict.fromkeys(item for match in matches for item in match.evidence)
    return NewAlert(
        chat_id=chat_id,
        story_id=telling.story_id,
        entry_id=telling.entry_id,
        evidence=tuple(evidence),
        at=telling.at,
        is_follow=is_follow,
    )
