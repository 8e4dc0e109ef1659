"""``/settings``, ``/lang``, ``/pause``, ``/resume`` and ``/forget``."""

import re
from datetime import UTC, datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.chat import pause_view
from bot.chat import settings_view as view
from bot.chat.clock_words import find_times
from bot.chat.durations import LONGEST, find_duration
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.domain.model import DigestTimes
from bot.domain.timetable import EVERY_DAY
from bot.i18n import LANGUAGES
from bot.pipeline import after_pause, chats, subscriptions
from bot.pipeline.after_pause import After
from bot.pipeline.rooms import list_rooms
from bot.route.wall_clock import next_slot

MAX_TIME: Final = 2**33  # seconds since 1970: the year 2242
_NAMES: Final = {
    name: code
    for code, names in (
        ("en", "english eng англійська англійською английский английски англ"),
        ("uk", "українська українською украинский украински ukrainian ua ukr укр"),
        ("ru", "русский русски російська російською russian rus рус рос"),
    )
    for name in names.split()
}
_UNTIL: Final = re.compile(r"(?:until|till|до)\s+(.+)", re.IGNORECASE)
_BEFORE: Final = re.compile(r"^(?:in |по[- ])")  # «по-русски»


async def settings(request: Request) -> Answer:
    """``/settings``: everything that can be set, in one message."""
    mine = await subscriptions.listing(request.services.store, request.chat)
    reader = reader_of(request.chat, request.now)
    others = (
        await list_rooms(request.services.store, request.place) if reader.is_private else ()
    )
    return Answer(message=view.menu(request.chat, mine, reader, others))


async def lang(request: Request) -> Answer:
    """``/lang en|uk|ru``: the language of answers and alerts."""
    wanted = (request.text or request.argument(0)).strip().casefold()
    name = _BEFORE.sub("", wanted)
    code = _NAMES.get(name, name)
    if code not in LANGUAGES:
        reader = reader_of(request.chat, request.now)
        return Answer(message=view.language(request.chat, reader, unknown=wanted))
    chat = await chats.set_language(request.services.store, request.chat, code)
    return Answer(message=view.language_set(chat, reader_of(chat, request.now)))


async def pause(request: Request) -> Answer:
    """``/pause [2h]``: hold alerts back, for a time or until ``/resume``."""
    length = find_duration(request.text) or _until(request)
    if request.text and length is None:
        reader = reader_of(request.chat, request.now)
        return Answer(message=view.pause_unclear(request.text, request.chat, reader))
    return await _hold(request, length)


def _until(request: Request) -> timedelta | None:
    """Return the length until the time of day that ``until 8:00`` says."""
    said = _UNTIL.match(request.text.strip())
    found = find_times(said[1]) if said else None
    if found is None or found.days is not None or len(found.times) > 1:
        return None
    once = DigestTimes(times=found.times, days=EVERY_DAY)
    zone = ZoneInfo(request.chat.time_zone)
    return next_slot(once, zone, request.now).at - request.now


async def _hold(request: Request, length: timedelta | None) -> Answer:
    chat = await chats.pause(
        request.services.store, request.chat, now=request.now, length=length
    )
    return Answer(message=view.pause(chat, reader_of(chat, request.now)))


async def _hold_minutes(request: Request) -> Answer:
    length = timedelta(minutes=min(request.number(0), LONGEST // timedelta(minutes=1)))
    return await _hold(request, length or None)


async def _ask_length(request: Request) -> Answer:
    return Answer(message=view.pause(request.chat, reader_of(request.chat, request.now)))


async def resume(request: Request) -> Answer:
    """``/resume``: send alerts again."""
    was_paused = chats.is_paused(request.chat, now=request.now)
    store, now = request.services.store, request.now
    chat = await chats.resume(store, request.chat, now=now)
    waiting = await after_pause.count(store, chat)
    if was_paused and waiting:
        return Answer(message=pause_view.question(waiting, reader_of(chat, now)))
    return Answer(message=view.resumed(reader_of(chat, now), was_paused=was_paused))


async def _after_pause(request: Request) -> Answer:
    """Do with what came in a pause what the button says."""
    how = request.argument(0)
    if how not in set(After):
        return await settings(request)
    resumed_at = datetime.fromtimestamp(min(request.number(1), MAX_TIME), UTC)
    done = await after_pause.choose(
        request.services.store,
        request.chat,
        After(how),
        until=resumed_at,
        now=request.now,
    )
    reader = reader_of(request.chat, request.now)
    return Answer(message=pause_view.chosen(After(how), done, reader))


async def forget(request: Request) -> Answer:
    """``/forget``: delete everything about the chat, after a confirmation."""
    reader = reader_of(request.chat, request.now)
    if request.argument(0) != "yes":
        return Answer(message=view.forget(reader))
    await chats.forget(request.services.store, request.chat)
    request.services.whereabouts.forget(request.chat.id)
    return Answer(message=view.forgotten(request.chat, reader))


COMMANDS: Final = {
    "settings": Action(run=settings),
    "lang": Action(run=lang, changes=True),
    "pause": Action(run=pause, changes=True),
    "resume": Action(run=resume, changes=True),
    "forget": Action(run=forget, changes=True),
}
SCREENS: Final = {
    "m": Action(run=settings),
    "s": Action(run=settings, fresh=True),
    "lang": Action(run=lang, changes=True),
    "pause": Action(run=_ask_length, changes=True),
    "hold": Action(run=_hold_minutes, changes=True),
    "go": Action(run=resume, changes=True),
    "aft": Action(run=_after_pause, changes=True),
    "forget": Action(run=forget, changes=True),
}
