"""Lets only the admins of this bot do something, in private."""

from bot.chat import admin_view
from bot.chat.request import Answer, Handler, Request
from bot.chat.view import reader_of


def for_admins(run: Handler) -> Handler:
    """Return `run` for admins, and a polite answer for all others."""

    async def guarded(request: Request) -> Answer:
        if request.is_admin:
            return await run(request)
        reader = reader_of(request.chat, request.now)
        return Answer(message=admin_view.not_for_you(reader))

    return guarded
