"""``/help``, ``/status``, ``/privacy`` and ``/about``."""

from typing import Final

from bot.chat import about_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.pipeline import subscriptions


async def show_help(request: Request) -> Answer:
    """``/help``: what can be said."""
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.help_text(reader, is_admin=request.is_admin))


async def privacy(request: Request) -> Answer:
    """``/privacy``: what is stored."""
    return Answer(message=view.privacy(reader_of(request.chat, request.now)))


async def about(request: Request) -> Answer:
    """``/about``: what this is, and whose data it uses."""
    return Answer(message=view.about(reader_of(request.chat, request.now)))


async def status(request: Request) -> Answer:
    """``/status``: whether feeds are read, and whether alerts come."""
    overview = await request.services.overview()
    mine = await subscriptions.listing(request.services.store, request.chat)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.status(request.chat, overview, len(mine), reader))


async def cancel(request: Request) -> Answer:
    """Ask no more for what was asked; the press has ended that already."""
    return Answer(message=view.cancelled(reader_of(request.chat, request.now)))


COMMANDS: Final = {
    "help": Action(run=show_help),
    "status": Action(run=status),
    "privacy": Action(run=privacy),
    "about": Action(run=about),
}
SCREENS: Final = {
    "help": Action(run=show_help),
    "cxl": Action(run=cancel, changes=True),
}
