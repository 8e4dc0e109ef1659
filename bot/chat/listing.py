"""``/list``: everything that a chat follows."""

from typing import Final

from bot.chat import list_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.pipeline import subscriptions, timetable


async def show_list(request: Request) -> Answer:
    """``/list [page]``: everything that the chat follows."""
    asked = request.text.strip()
    typed = int(asked[:9]) - 1 if asked.isascii() and asked.isdigit() else 0
    return await show_page(request, request.number(0) or max(0, typed))


async def show_page(request: Request, page: int, *, at: int = 0) -> Answer:
    """Show a page of the list; `at` is a subscription whose page is meant instead."""
    mine = await subscriptions.listing(request.services.store, request.chat)
    place = next((n for n, each in enumerate(mine) if each.id == at), None)
    page = page if place is None else place // view.PAGE
    reader = reader_of(request.chat, request.now)
    in_digest = await timetable.find_in_digest(request.services.store, mine)
    return Answer(message=view.listing(mine, reader, page, in_digest))


COMMANDS: Final = {"list": Action(run=show_list)}
SCREENS: Final = {"list": Action(run=show_list)}
