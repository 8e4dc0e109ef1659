"""``/story``: who reported it, and when; by side."""

from typing import Final

from bot.chat import story_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.pipeline import timeline


async def story(request: Request) -> Answer:
    """``/story [id]``: the story that is answered or named, else the newest alert's."""
    store, typed = request.services.store, request.text.strip()
    if typed.isascii() and typed.isdigit():
        found = await timeline.of_story(store, request.chat, min(int(typed), 2**62))
    elif request.reply_to is not None:
        found = await timeline.of_message(store, request.chat, request.reply_to)
    else:
        found = await timeline.of_newest(store, request.chat)
    reader = reader_of(request.chat, request.now)
    return Answer(
        message=view.timeline(found, reader, 0) if found else view.no_story(reader)
    )


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
