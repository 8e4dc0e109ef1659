"""``/trend``: how often a place is in the news, as a picture that words repeat."""

import asyncio
import re
from dataclasses import replace
from typing import Final

from bot.chat import trend_view as view
from bot.chat.durations import find_duration
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.deliver.chart import draw_chart
from bot.pipeline import subscriptions, timetable
from bot.pipeline.place_names import Chosen, PlaceChoices, meaning
from bot.pipeline.regions import Target, find_target
from bot.pipeline.trend import SPANS, find_trend

_SPAN: Final = re.compile(r"(?:^|\s)(\d{1,3}\s*[^\W\d]+)$")


def split_days(text: str) -> tuple[str, int]:
    """Return the name and the days of ``Belgorod 30d``; the shortest span without any.

    >>> split_days("Belgorod 30d")
    ('Belgorod', 30)
    """
    found = _SPAN.search(text.strip())
    length = find_duration(found[1]) if found is not None else None
    if found is None or length is None:
        return text.strip(), SPANS[0]
    wanted = max(1, length.days)
    days = min((span for span in SPANS if span >= wanted), default=SPANS[-1])
    return text.strip()[: found.start()].strip(), days


async def trend(request: Request) -> Answer:
    """``/trend Belgorod 7d``: of a place; without a name, of one that is followed."""
    name, days = split_days(request.text)
    reader = reader_of(request.chat, request.now)
    if not name:
        return await _choose(request)
    match await meaning(name):
        case Chosen(target=target):
            return await _shown(request, target, days)
        case PlaceChoices(targets=targets):
            return Answer(message=view.choices(name, targets, days, reader))
        case _:
            return Answer(message=view.unknown(name, reader))


async def _choose(request: Request) -> Answer:
    mine = await subscriptions.listing(request.services.store, request.chat)
    ids = dict.fromkeys(each for sub in mine for each in sub.regions)
    targets = [target for each in ids if (target := find_target(each)) is not None]
    reader = reader_of(request.chat, request.now)
    if len(targets) == 1:
        return await _shown(request, targets[0], SPANS[0])
    return Answer(message=view.usage(targets, reader))


async def _shown(request: Request, target: Target, days: int) -> Answer:
    """Draw it beside the event loop: a few hundred bars take a tenth of a second."""
    reader = reader_of(request.chat, request.now)
    found = await find_trend(
        request.services.store, target, days, zone=reader.time_zone, now=request.now
    )
    picture = await asyncio.to_thread(draw_chart, view.chart(found, reader))
    told = view.caption(found, request.chat, reader)
    return Answer(message=replace(told, photo=picture))


async def _press(request: Request) -> Answer:
    target = find_target(request.argument(0))
    days = request.number(1)
    if target is None:
        return await _choose(request)
    return await _shown(request, target, days if days in SPANS else SPANS[0])


async def _spikes(request: Request) -> Answer:
    """Tell the chat of spikes, or no longer; the picture stays."""
    chat = await timetable.set_spikes(
        request.services.store, request.chat, wanted=bool(request.number(0))
    )
    answer = await _press(replace(request, chat=chat, arguments=request.arguments[1:]))
    return replace(answer, notice=view.spikes_set(chat, request.texts))


COMMANDS: Final = {"trend": Action(run=trend)}
SCREENS: Final = {
    "tr": Action(run=_press),
    "trn": Action(run=_press, fresh=True),
    "trs": Action(run=_spikes, changes=True),
}
