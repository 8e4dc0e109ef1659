"""A file of ``/export`` taken over into a chat: shown first, then done, and undone.

What the chat has stays; subscriptions and mutes of the file join it, and its settings
replace the chat's. What becomes of the file is decided anew when it is taken over, so that
a chat that changed meanwhile is not set back.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.config.portable import Portable, Problem
from bot.config.portable import parse as parse_portable
from bot.config.portable_values import READERS, settings_of
from bot.domain.model import Chat, Mute
from bot.pipeline.import_plan import NewSubscription, Plan, make_plan, mute_name
from bot.pipeline.timetable import look_again
from bot.store import chats, file_imports, mutes, subscriptions, timetables, waiting
from bot.store.engine import Store

SETTINGS: Final = "settings"  # the kind of such a file


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A file that can be taken over; `import_id` is what the confirmation names."""

    import_id: int
    plan: Plan


@dataclass(frozen=True, slots=True, kw_only=True)
class Done:
    """The file was taken over; `again` if that was so before."""

    import_id: int
    chat: Chat
    plan: Plan | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Undone:
    """It is all as it was before the file."""

    chat: Chat


@dataclass(frozen=True, slots=True, kw_only=True)
class Gone:
    """There is no such file (any more)."""


async def offer(
    store: Store, chat: Chat, body: bytes, *, now: datetime
) -> Offered | Problem:
    """Keep the file, and return what it would change."""
    portable = parse_portable(body)
    if isinstance(portable, Problem):
        return portable
    async with store.write() as tx:
        plan = await make_plan(tx, chat, portable, now)
        document = body.decode("utf-8-sig")
        import_id = await file_imports.keep(
            tx, chat.id, kind=SETTINGS, document=document, now=now
        )
    return Offered(import_id=import_id, plan=plan)


async def take_over(
    store: Store, chat: Chat, import_id: int, *, now: datetime
) -> Done | Gone:
    """Do what the file says; a second time it changes nothing."""
    async with store.write() as tx:
        await waiting.lock_chat(tx, chat.id)
        kept = await file_imports.find(tx, chat.id, import_id)
        if kept is None or kept.kind != SETTINGS:
            return Gone()
        if kept.done_at is not None:
            return Done(import_id=import_id, chat=chat)
        portable = parse_portable(kept.document.encode())
        assert isinstance(portable, Portable), "it was read before it was kept"
        plan = await make_plan(tx, chat, portable, now)
        undo = {
            "settings": {
                name: value
                for name, value in settings_of(chat).items()
                if name in plan.changed
            },
            "subscriptions": await _subscribe(tx, chat, plan.subscriptions, now),
            "mutes": await _mute(tx, chat, plan.mutes, now),
        }
        await _write_settings(tx, plan.after, plan.changed, now)
        await file_imports.mark_done(tx, import_id, undo=json.dumps(undo), now=now)
    return Done(import_id=import_id, chat=plan.after, plan=plan)


async def undo(store: Store, chat: Chat, import_id: int, *, now: datetime) -> Undone | Gone:
    """Take back what the file changed; a second time it changes nothing."""
    async with store.write() as tx:
        await waiting.lock_chat(tx, chat.id)
        kept = await file_imports.find(tx, chat.id, import_id)
        if kept is None or kept.undo is None:
            return Gone()
        before: Mapping[str, Any] = json.loads(kept.undo)
        await subscriptions.remove(tx, chat.id, before["subscriptions"])
        await mutes.remove(tx, chat.id, before["mutes"])
        settings = {
            name: READERS[name][0](value) for name, value in before["settings"].items()
        }
        restored = replace(chat, **settings)
        await _write_settings(tx, restored, tuple(settings), now)
        await file_imports.remove(tx, import_id)
    return Undone(chat=restored)


async def _subscribe(
    tx: AsyncConnection, chat: Chat, new: Sequence[NewSubscription], now: datetime
) -> list[int]:
    ids = []
    for each in new:
        added = await subscriptions.add(
            tx,
            chat.id,
            regions=each.subscription.regions,
            query=each.subscription.query,
            canonical=each.canonical,
            now=now,
        )
        ids.append(added.subscription.id)
        if each.is_urgent:
            await timetables.set_urgent(tx, chat.id, added.subscription.id, is_urgent=True)
    return ids


async def _mute(
    tx: AsyncConnection, chat: Chat, new: Sequence[Mute], now: datetime
) -> list[int]:
    return [
        (
            await mutes.add(
                tx,
                chat.id,
                kind=each.kind,
                name=mute_name(each.kind, each.words),
                words=each.words,
                until=each.until,
                now=now,
            )
        ).id
        for each in new
    ]


async def _write_settings(
    tx: AsyncConnection, chat: Chat, changed: Sequence[str], now: datetime
) -> None:
    """Write those settings of the chat, and look again at what waits for it."""
    if not changed:
        return
    before = await waiting.lock_chat(tx, chat.id)
    await chats.set_language(tx, chat.id, chat.language)
    await chats.set_outlets(tx, chat.id, chat.outlets)
    await timetables.set_time_zone(tx, chat.id, chat.time_zone)
    await timetables.set_digests(tx, chat.id, chat.mode, chat.digests)
    await timetables.set_quiet(tx, chat.id, chat.quiet)
    await timetables.set_limit(tx, chat.id, chat.hourly_limit)
    await timetables.set_follow_ups(tx, chat.id, wanted=chat.follow_ups)
    await timetables.set_spikes(tx, chat.id, wanted=chat.spikes)
    await timetables.set_look(tx, chat.id, chat.pictures, chat.sound)
    await look_again(tx, before or chat, chat, now=now)
