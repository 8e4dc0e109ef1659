"""``/story``: who reported it, and when; by side."""

from typing import Final

from bot.chat import story_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.pipeline import timeline


async def story(request: Request) -> Answer:
    """``/story [id]``: the story that is answered or named, else the newest alert's."""
    store, typed, is_newest = request.services.store, request.text.strip(), False
    if typed.isascii() and typed.isdigit():
        found = await timeline.of_story(store, request.chat, min(int(typed), 2**62))
    elif request.reply_to is not None:
        found = await timeline.of_message(store, request.chat, request.reply_to)
    else:
        found, is_newest = await timeline.of_newest(store, request.chat), True
    reader = reader_of(request.chat, request.now)
    if found is None:
        return Answer(message=view.no_story(reader, had_none=is_newest))
    return Answer(message=view.timeline(found, reader, 0))


async def _page(request: Request) -> Answer:
    found = await timeline.of_story(
        request.services.store, request.chat, min(request.number(0), 2**62)
    )
    reader = reader_of(request.chat, request.now)
    return Answer(
        message=view.timeline(found, reader, request.number(1))
        if found
        else view.no_story(reader)
    )


COMMANDS: Final = {"story": Action(run=story)}
SCREENS: Final = {"story": Action(run=_page, fresh=True), "tale": Action(run=_page)}
