"""How near a story is to a chat, by what it follows; and what is told when it comes nearer.

A chat that follows a country, or a word, and a town in it is told of a story once for the
country; when a later report names the town, it is told so, once for each level.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import (
    Action,
    Chat,
    DeliveryKind,
    DeliveryState,
    Kind,
    Match,
    Mode,
)
from bot.pipeline.regions import find_target
from bot.route.decide import decide_closer
from bot.store import changes
from bot.store.changes import NewChange


class Level(IntEnum):
    """How near a place is that a chat follows; a circle is as near as a town."""

    NONE = 0
    COUNTRY = 1
    REGION = 2
    DISTRICT = 3
    SETTLEMENT = 4


_LEVELS = {
    Kind.COUNTRY: Level.COUNTRY,
    Kind.REGION: Level.REGION,
    Kind.DISTRICT: Level.DISTRICT,
    Kind.SETTLEMENT: Level.SETTLEMENT,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Closer:
    """An entry by which a story comes nearer to a chat that was told of it.

    `is_calm`: only what comes with the digests matches it.
    """

    chat_id: int
    story_id: int
    entry_id: int
    evidence: tuple[str, ...]
    level: Level
    in_digest: bool
    is_calm: bool
    at: datetime


def level_of(evidence: Iterable[str]) -> Level:
    """Return the nearest level of what matched; words alone are of none."""
    targets = (find_target(item) for item in evidence)
    return max(
        (
            Level.SETTLEMENT if target.km is not None else _LEVELS[target.place.kind]
            for target in targets
            if target is not None
        ),
        default=Level.NONE,
    )


def nearest(evidence: Sequence[str]) -> str | None:
    """Return the first of the nearest places of what matched."""
    level = level_of(evidence)
    return next((item for item in evidence if level_of([item]) is level > 0), None)


async def find_levels(
    tx: AsyncConnection,
    told: Mapping[tuple[int, int], DeliveryState],
    matches: Iterable[Match],
) -> dict[tuple[int, int], Level]:
    """Return how near told stories were, of chats that one may come nearer to now."""
    near = {m.chat_id for m in matches if level_of(m.evidence) > Level.COUNTRY}
    pairs = [pair for pair in told if pair[0] in near]
    if not pairs:
        return {}
    found = await changes.find_told_for(
        tx, {chat_id for chat_id, _ in pairs}, {story_id for _, story_id in pairs}
    )
    return {pair: level_of(evidence) for pair, evidence in found.items()}


async def tell_closer(
    tx: AsyncConnection, found: Sequence[Closer], chats: Mapping[int, Chat]
) -> int:
    """Queue what comes nearer; return how many. An alert that waits tells it itself."""
    queued = []
    for each in found:
        if await changes.sharpen(
            tx, each.chat_id, each.story_id, each.entry_id, each.evidence
        ):
            continue
        chat = chats[each.chat_id]
        if each.is_calm:
            chat = replace(chat, mode=Mode.DIGEST)
        route = decide_closer(chat=chat, in_digest=each.in_digest, now=each.at)
        queued.append(
            NewChange(
                chat_id=each.chat_id,
                kind=DeliveryKind.CLOSER,
                number=each.level,
                evidence=each.evidence,
                story_id=each.story_id,
                entry_id=each.entry_id,
                is_listed=route.action is Action.DIGEST,
                not_before=route.until or each.at,
                at=each.at,
            )
        )
    return await changes.add(tx, queued) if queued else 0
