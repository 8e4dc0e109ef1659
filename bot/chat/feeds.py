"""``/feeds``: which feeds there are, and how they are."""

from typing import Final

from bot.chat import feeds_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.pipeline.feed_states import list_feeds


async def show_feeds(request: Request) -> Answer:
    """``/feeds``: a page of the feeds, each with its state in a word."""
    found = await list_feeds(request.services.store, now=request.now)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.listing(found, reader, request.number(0)))


COMMANDS: Final = {"feeds": Action(run=show_feeds)}
SCREENS: Final = {"f": Action(run=show_feeds)}
