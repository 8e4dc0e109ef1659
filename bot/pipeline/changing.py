"""Who hears of a story's further reports: chats that were told of it, as a reply."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Action, DeliveryKind, DeliveryState, Mode, Route
from bot.match.words import Asked
from bot.pipeline.mutes import is_muted
from bot.pipeline.outlets import is_heard
from bot.route.decide import decide_change
from bot.store import changes, chats, mutes
from bot.store.changes import NewChange, Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """An entry that joined a story.

    `asked` is what a query may ask of it, `outlet` by what chats choose its outlet.
    `is_material`: it changes the story; else only who wants everything hears of it.
    """

    story_id: int
    entry_id: int
    asked: Asked
    outlet: frozenset[str] = frozenset()
    at: datetime
    is_material: bool


async def tell_changes(tx: AsyncConnection, found: Sequence[Change]) -> int:
    """Queue each for each chat that was told of its story; return how many.

    Whether the entry itself matches a subscription makes no difference: the story did.
    """
    told = await changes.find_told_stories(tx, {each.story_id for each in found})
    return sum([await _tell(tx, each) for each in found if each.story_id in told])


async def _tell(tx: AsyncConnection, change: Change) -> int:
    kind = DeliveryKind.CHANGE if change.is_material else DeliveryKind.REPORT
    readers = await changes.find_readers(
        tx, change.story_id, change.entry_id, kind=kind, now=change.at
    )
    if not readers:
        return 0
    ids = [reader.chat_id for reader in readers]
    found = await chats.get_chats(tx, ids)
    muted = await mutes.active(tx, ids, now=change.at)
    queued: list[NewChange] = []
    for reader in readers:
        chat = found.get(reader.chat_id)
        mine = muted.get(reader.chat_id, ())
        if chat is None or not is_heard(chat, change.outlet):
            continue
        if any(
            is_muted(mute, story_id=change.story_id, asked=change.asked) for mute in mine
        ):
            continue
        route = decide_change(
            chat=replace(chat, mode=Mode.DIGEST) if reader.is_calm else chat,
            is_listed=reader.state is DeliveryState.LISTED,
            in_digest=reader.state is DeliveryState.DIGESTED,
            is_material=change.is_material,
            last_at=reader.last_at,
            now=change.at,
        )
        if route.action is Action.DROP:
            continue
        new = _new(change, reader, route, kind)
        is_merged = (
            reader.report is not None
            and not new.is_listed
            and await changes.promote(tx, reader.report, new)
        )
        if not is_merged:
            queued.append(new)
    return await changes.add(tx, queued) if queued else 0


def _new(change: Change, reader: Reader, route: Route, kind: DeliveryKind) -> NewChange:
    return NewChange(
        chat_id=reader.chat_id,
        kind=kind,
        number=reader.changes + 1,
        evidence=reader.evidence,
        story_id=change.story_id,
        entry_id=change.entry_id,
        is_listed=route.action is Action.DIGEST,
        not_before=route.until or change.at,
        at=change.at,
    )
