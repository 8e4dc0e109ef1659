"""``/mode``, ``/digest`` and ``/quiet``: when a chat is told."""

import re
from dataclasses import replace
from datetime import time
from typing import Final

from bot.chat import mode_view, settings_view
from bot.chat import timetable_view as view
from bot.chat.clock_words import Times, find_days, find_hours, find_times
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.domain.folding import fold
from bot.domain.model import Chat, DigestTimes, FollowUps, Mode, QuietHours
from bot.domain.timetable import EVERY_DAY, MAX_TIMES
from bot.pipeline import chats, digests, timetable

ASKED_TIMES: Final = "digest"
ASKED_HOURS: Final = "quiet"
_OFF: Final = frozenset(
    "off none no stop disable ні немає без вимкнути вимкни вимкнено "
    "відключити нет выключить выключи выключено отключить откл викл выкл".split()
)
_NOW: Final = {"now", "зараз", "сейчас"}
_MODES: Final = {
    "now": Mode.NOW,
    "одразу": Mode.NOW,
    "сразу": Mode.NOW,
    "digest": Mode.DIGEST,
    "дайджест": Mode.DIGEST,
    "smart": Mode.SMART,
    "urgent": Mode.SMART,
    "термінове": Mode.SMART,
    "срочное": Mode.SMART,
}
_FOLLOW_UPS: Final = (FollowUps.FIRST, FollowUps.CHANGES, FollowUps.ALL)
_LIMIT: Final = re.compile(
    r"(\d{1,4})\s*(?:/|(?:an?|per|в|на)\s)\s*(?:h|hour|год|годину|ч|час)\.?"
)


async def mode(request: Request) -> Answer:
    """``/mode now|digest|smart``, and ``/mode 20/h``: at most so many one by one."""
    wanted = (request.text or request.argument(0)).strip().casefold()
    limit = _LIMIT.fullmatch(wanted)
    if limit is not None:
        return await _set_limit(request, int(limit[1]))
    chosen = _MODES.get(wanted)
    if chosen is None:
        return _mode(request, request.chat, unknown=wanted)
    chat = await _save(request, request.chat.digests, chosen)
    return _mode(request, chat)


def _mode(request: Request, chat: Chat, *, unknown: str = "") -> Answer:
    reader = reader_of(chat, request.now)
    return Answer(message=mode_view.mode(chat, reader, unknown=unknown))


async def _limit(request: Request) -> Answer:
    return await _set_limit(request, request.number(0))


async def _set_limit(request: Request, limit: int) -> Answer:
    chat = await timetable.set_limit(
        request.services.store,
        request.chat,
        min(limit, timetable.MAX_LIMIT) or None,
        now=request.now,
    )
    return _mode(request, chat)


async def _spikes(request: Request) -> Answer:
    chat = await timetable.set_spikes(
        request.services.store, request.chat, wanted=bool(request.number(0))
    )
    return _mode(request, chat)


async def _follow_ups(request: Request) -> Answer:
    chat = await timetable.set_follow_ups(
        request.services.store,
        request.chat,
        _FOLLOW_UPS[min(request.number(0), len(_FOLLOW_UPS) - 1)],
    )
    return _mode(request, chat)


async def _save(request: Request, times: DigestTimes, mode: Mode | None = None) -> Chat:
    return await timetable.set_digests(
        request.services.store,
        request.chat,
        mode=mode or request.chat.mode,
        digests=times,
        now=request.now,
    )


async def digest(request: Request) -> Answer:
    """``/digest 08:00,20:00 [mon-fri]|now|off``: summaries at these times."""
    wanted = fold(request.text)
    if not wanted:
        return await _digests(request, request.chat)
    if wanted in _NOW:
        return await _send_now(request)
    if wanted in _OFF:
        chat = await _save(request, request.chat.digests, Mode.NOW)
        return await _digests(request, chat)
    found = find_times(request.text)
    days = find_days(request.text)
    if days is not None:  # at the times that there are
        found = Times(times=request.chat.digests.times, days=days)
    if found is None:
        answer = await _digests(request, request.chat, unknown=request.text)
        return replace(answer, is_open=True)
    times = replace(request.chat.digests, times=found.times, days=found.days or EVERY_DAY)
    # Whoever names times wants digests; who gets what is urgent at once, still does.
    is_off = request.chat.mode is Mode.NOW
    return await _digests(
        request, await _save(request, times, Mode.DIGEST if is_off else None)
    )


async def _digests(request: Request, chat: Chat, *, unknown: str = "") -> Answer:
    waits = await timetable.find_waits(request.services.store, chat, now=request.now)
    reader = reader_of(chat, request.now)
    return Answer(message=view.digests(chat, waits, reader, unknown=unknown))


async def _show_digests(request: Request) -> Answer:
    return await _digests(request, request.chat)


async def _send_now(request: Request) -> Answer:
    if chats.is_paused(request.chat, now=request.now):
        reader = reader_of(request.chat, request.now)
        return Answer(message=settings_view.pause(request.chat, reader))
    count = await digests.ask(request.services.store, request.chat, now=request.now)
    return Answer(message=view.sent_now(count, reader_of(request.chat, request.now)))


async def _toggle_time(request: Request) -> Answer:
    at = _time(request.argument(1))
    times = {*request.chat.digests.times}
    if at is not None:
        times = times | {at} if request.number(0) else times - {at}
    if not 1 <= len(times) <= MAX_TIMES:
        notice = request.texts.gettext("One to eight times a day, please.")
        return replace(await _digests(request, request.chat), notice=notice)
    changed = replace(request.chat.digests, times=tuple(sorted(times)))
    return await _digests(request, await _save(request, changed))


def _time(digits: str) -> time | None:
    """Return ``0830`` as a time; None if it is none, for a button may be of any age."""
    try:
        return time(int(digits[:2]), int(digits[2:4]))
    except ValueError:
        return None


async def _set_days(request: Request) -> Answer:
    days = frozenset(day for day in EVERY_DAY if request.number(0) >> day & 1)
    changed = replace(request.chat.digests, days=days or EVERY_DAY)
    return await _digests(request, await _save(request, changed))


async def _set_nothing(request: Request) -> Answer:
    changed = replace(request.chat.digests, says_nothing=bool(request.number(0)))
    return await _digests(request, await _save(request, changed))


async def _ask_times(request: Request) -> Answer:
    await chats.await_text(request.services.store, request.chat, ASKED_TIMES)
    return Answer(message=view.ask_times(reader_of(request.chat, request.now)))


async def quiet(request: Request) -> Answer:
    """``/quiet 23:00-07:00 [except urgent]|off``: hold alerts back in these hours."""
    if not request.text:
        return _quiet(request, request.chat)
    if fold(request.text) in _OFF:
        return await _set_quiet(request, None)
    hours = find_hours(request.text)
    if hours is None:
        answer = _quiet(request, request.chat, unknown=request.text)
        return replace(answer, is_open=True)
    return await _set_quiet(
        request,
        QuietHours(start=hours.start, end=hours.end, but_urgent=hours.but_urgent),
    )


def _quiet(request: Request, chat: Chat, *, unknown: str = "") -> Answer:
    return Answer(message=view.quiet(chat, reader_of(chat, request.now), unknown=unknown))


async def _show_quiet(request: Request) -> Answer:
    return _quiet(request, request.chat)


async def _set_quiet(request: Request, hours: QuietHours | None) -> Answer:
    chat = await timetable.set_quiet(
        request.services.store, request.chat, hours, now=request.now
    )
    return _quiet(request, chat)


async def _no_quiet(request: Request) -> Answer:
    return await _set_quiet(request, None)


async def _preset_quiet(request: Request) -> Answer:
    digits = request.argument(0)
    start, end = _time(digits[:4]), _time(digits[4:])
    if start is None or end is None or start == end:
        return _quiet(request, request.chat)
    but_urgent = request.chat.quiet is not None and request.chat.quiet.but_urgent
    hours = QuietHours(start=start, end=end, but_urgent=but_urgent)
    return await _set_quiet(request, hours)


async def _let_urgent(request: Request) -> Answer:
    if request.chat.quiet is None:
        return _quiet(request, request.chat)
    changed = replace(request.chat.quiet, but_urgent=bool(request.number(0)))
    return await _set_quiet(request, changed)


async def _ask_hours(request: Request) -> Answer:
    await chats.await_text(request.services.store, request.chat, ASKED_HOURS)
    return Answer(message=view.ask_hours(reader_of(request.chat, request.now)))


async def _urgent(request: Request) -> Answer:
    mine, marked = await timetable.list_urgent(request.services.store, request.chat)
    reader = reader_of(request.chat, request.now)
    return Answer(message=mode_view.urgent(mine, marked, reader))


async def _mark_urgent(request: Request) -> Answer:
    await timetable.set_urgent(
        request.services.store,
        request.chat,
        request.number(1),
        is_urgent=bool(request.number(0)),
    )
    return await _urgent(request)


COMMANDS: Final = {
    "mode": Action(run=mode, changes=True),
    "digest": Action(run=digest, changes=True),
    "quiet": Action(run=quiet, changes=True),
}
SCREENS: Final = {
    "mode": Action(run=mode, changes=True),
    "spk": Action(run=_spikes, changes=True),
    "fups": Action(run=_follow_ups, changes=True),
    "limit": Action(run=_limit, changes=True),
    "times": Action(run=_show_digests, changes=True),
    "dt": Action(run=_toggle_time, changes=True),
    "dd": Action(run=_set_days, changes=True),
    "dn": Action(run=_set_nothing, changes=True),
    "dnow": Action(run=_send_now, changes=True),
    "askd": Action(run=_ask_times, changes=True),
    "quiet": Action(run=_show_quiet, changes=True),
    "qh": Action(run=_preset_quiet, changes=True),
    "qoff": Action(run=_no_quiet, changes=True),
    "qu": Action(run=_let_urgent, changes=True),
    "askq": Action(run=_ask_hours, changes=True),
    "urg": Action(run=_urgent, changes=True),
    "um": Action(run=_mark_urgent, changes=True),
}
PROMPTS: Final = {ASKED_TIMES: digest, ASKED_HOURS: quiet}
