"""What belongs to a chat, as files that it can keep and take elsewhere."""

from datetime import datetime

from bot.config.listed import listed
from bot.config.opml import render_opml
from bot.config.portable import render
from bot.domain.model import Chat
from bot.pipeline.outlets import hears
from bot.pipeline.regions import find_target
from bot.store import feeds, mutes, subscriptions, timetables
from bot.store.engine import Store


async def export_settings(store: Store, chat: Chat, *, now: datetime) -> str:
    """Return the chat's settings, subscriptions and mutes as ``/import`` reads them."""
    async with store.read() as tx:
        mine = await subscriptions.of_chat(tx, chat.id)
        urgent = await timetables.find_urgent(tx, [each.id for each in mine])
        muted = await mutes.of_chat(tx, chat.id, now=now)
    described = [
        {
            "query": each.query,
            "regions": list(each.regions),
            "names": [_name(region, chat.language) for region in each.regions],
            "urgent": each.id in urgent,
        }
        for each in mine
    ]
    return render(chat, described, muted, now=now)


async def export_feeds(store: Store, chat: Chat, *, now: datetime) -> tuple[str, int]:
    """Return the feeds that the chat hears as OPML, and how many they are.

    An address with a password is an admin's secret, and is left out.
    """
    async with store.read() as tx:
        states = await feeds.list_states(tx)
        muted = await mutes.of_chat(tx, chat.id, now=now)
    heard = [
        state.spec
        for state in states
        if hears(chat, state.spec, muted) and "@" not in state.spec.url.split("/")[2]
    ]
    return render_opml(map(listed, heard), title="Tocsin"), len(heard)


def _name(region_id: str, language: str) -> str:
    target = find_target(region_id)
    return target.place.name(language) if target is not None else region_id
