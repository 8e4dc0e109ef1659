"""``/start``: language, regions, delivery, in one message; and deep links."""

import re
from dataclasses import replace
from typing import Final

from bot.chat import regions, settings
from bot.chat import start_view as view
from bot.chat.picker_view import WIZARD, Spot
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.domain.model import Mode
from bot.i18n import LANGUAGES
from bot.pipeline import chats, subscriptions, timetable

_REGION_LINK: Final = re.compile(r"r_([A-Za-z0-9_-]{1,62})")


async def start(request: Request) -> Answer:
    """``/start [r_<region id>]``: begin, or follow the region of a deep link at once."""
    if request.thread_id != request.chat.thread_id:
        chat = await chats.set_thread(
            request.services.store, request.chat, request.thread_id
        )
        request = replace(request, chat=chat)
    link = _REGION_LINK.fullmatch(request.text.strip())
    if link is not None:
        return await _follow_link(request, link[1])
    if await subscriptions.listing(request.services.store, request.chat):
        return await settings.settings(request)
    return Answer(message=view.first(reader_of(request.chat, request.now)))


async def _follow_link(request: Request, target: str) -> Answer:
    """Follow the place with that id; else take it for a name, as people write links."""
    answer = await regions.follow(request, target)
    if answer is not None:
        return answer
    name = target.replace("_", " ")
    return await regions.by_name(replace(request, text=name))


async def _language(request: Request) -> Answer:
    """Set the language of the first step, and go on to the second in that language."""
    code = request.argument(0)
    if code in LANGUAGES:
        chat = await chats.set_language(request.services.store, request.chat, code)
        request = replace(request, chat=chat)
    return await regions.pick(request, Spot(flow=WIZARD))


async def _mode(request: Request) -> Answer:
    """Set the mode of the third step, and show what the chat gets from now on."""
    if request.argument(0) in set(Mode):
        chat = await timetable.set_digests(
            request.services.store,
            request.chat,
            mode=Mode(request.argument(0)),
            digests=request.chat.digests,
            now=request.now,
        )
        request = replace(request, chat=chat)
    return await _step(replace(request, arguments=(str(view.STEPS + 1),)))


async def _step(request: Request) -> Answer:
    reader = reader_of(request.chat, request.now)
    if request.number(0) == view.STEPS:
        return Answer(message=view.delivery(request.chat, reader))
    if request.number(0) < view.STEPS:
        return Answer(message=view.first(reader))
    mine = await subscriptions.listing(request.services.store, request.chat)
    store, limit = request.services.store, subscriptions.EXAMPLES
    chat, now = request.chat, request.now
    found = await subscriptions.newest(
        store, chat, limit=limit, since=now - view.FRESH, now=now
    )
    is_fresh = bool(found.entries)
    if not is_fresh:
        found = await subscriptions.newest(store, chat, limit=limit, now=now)
    message = view.summary(chat, mine, found.entries, reader, is_fresh=is_fresh)
    return Answer(message=message)


COMMANDS: Final = {"start": Action(run=start, changes=True)}
SCREENS: Final = {
    "wl": Action(run=_language, changes=True),
    "w": Action(run=_step, changes=True),
    "wm": Action(run=_mode, changes=True),
}
