"""``/tz``: by which clock a chat lives."""

import asyncio
from collections.abc import Sequence
from typing import Final

from bot.chat import time_zone_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.pipeline import chats, timetable
from bot.pipeline.time_zones import find_zones, find_zones_at, is_zone

PROMPT: Final = "tz"


async def time_zone(request: Request) -> Answer:
    """``/tz Europe/Kyiv``: a zone, a city or an offset; nothing shows the present one."""
    reader = reader_of(request.chat, request.now)
    if not request.text:
        return Answer(message=view.choice(reader))
    zones = await asyncio.to_thread(find_zones, request.text, request.now)
    if not zones:
        return Answer(message=view.unknown(request.text, reader), is_open=True)
    return await _take(request, zones)


async def at_location(request: Request, latitude: float, longitude: float) -> Answer:
    """Take the zone of a location that was asked for; the location is not kept."""
    zones = find_zones_at(latitude, longitude)
    if not zones:
        reader = reader_of(request.chat, request.now)
        return Answer(message=view.choice(reader), is_open=True)
    return await _take(request, zones)


async def _take(request: Request, zones: Sequence[str]) -> Answer:
    if len(zones) > 1:
        reader = reader_of(request.chat, request.now)
        return Answer(message=view.several(zones, reader))
    chat = await timetable.set_time_zone(
        request.services.store, request.chat, zones[0], now=request.now
    )
    return Answer(message=view.chosen(reader_of(chat, request.now)))


async def _pressed(request: Request) -> Answer:
    zone = request.argument(0)
    if is_zone(zone):
        return await _take(request, (zone,))
    return Answer(message=view.choice(reader_of(request.chat, request.now)))


async def _ask(request: Request) -> Answer:
    await chats.await_text(request.services.store, request.chat, PROMPT)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.ask(reader, is_private=reader.is_private))


COMMANDS: Final = {"tz": Action(run=time_zone, changes=True)}
SCREENS: Final = {
    "tz": Action(run=_pressed, changes=True),
    "asktz": Action(run=_ask, changes=True),
}
PROMPTS: Final = {PROMPT: time_zone}
