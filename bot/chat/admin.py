"""``/admin``: for the admins of this bot, in private."""

from collections.abc import Callable, Coroutine
from typing import Any, Final

from bot.chat import admin_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.pipeline.feed_states import list_feeds

_Handler = Callable[[Request], Coroutine[Any, Any, Answer]]


def _for_admins(run: _Handler) -> _Handler:
    """Return `run` for admins, and a polite answer for all others."""

    async def guarded(request: Request) -> Answer:
        if request.is_admin:
            return await run(request)
        return Answer(message=view.not_for_you(reader_of(request.chat, request.now)))

    return guarded


async def admin(request: Request) -> Answer:
    """``/admin [health|feeds]``: one of the overviews; without a word, health."""
    asked = request.text.split()
    if asked[:1] == ["feeds"]:
        return await feeds(request)
    unknown = "" if asked[:1] in ([], ["health"]) else asked[0]
    return await _health(request, unknown)


async def _health(request: Request, unknown: str = "") -> Answer:
    overview = await request.services.overview()
    found = await list_feeds(request.services.store, now=request.now)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.health(overview, found, reader, unknown=unknown))


async def feeds(request: Request) -> Answer:
    """``/admin feeds``: a page of the feeds, the bad ones first."""
    found = await list_feeds(request.services.store, now=request.now)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.feeds(found, reader, request.number(0)))


async def feed(request: Request) -> Answer:
    """Show all that is known of a feed; one that is gone leads back to the list."""
    found = await list_feeds(request.services.store, now=request.now)
    reader = reader_of(request.chat, request.now)
    wanted, page = request.number(0), request.number(1)
    for health in found:
        if health.feed.id == wanted:
            return Answer(message=view.feed(health, reader, page))
    return Answer(message=view.feeds(found, reader, page))


COMMANDS: Final = {"admin": Action(run=_for_admins(admin))}
SCREENS: Final = {
    "adm": Action(run=_for_admins(admin)),
    "af": Action(run=_for_admins(feeds)),
    "ad": Action(run=_for_admins(feed)),
}
