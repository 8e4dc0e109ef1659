"""``/admin dead``: what could not be delivered, to be sent again or given up."""

from typing import Final

from bot.chat import dead_view as view
from bot.chat.for_admins import for_admins
from bot.chat.request import Action, Answer, Handler, Request
from bot.chat.view import reader_of
from bot.pipeline.dead_letters import Fate, decide, find_letter, list_letters


async def dead(request: Request) -> Answer:
    """``/admin dead``: a page of the dead letters, newest first."""
    return await _page(request, request.number(0))


async def _page(request: Request, page: int, notice: str = "") -> Answer:
    store, size = request.services.store, view.PAGE
    found, count = await list_letters(store, offset=page * size, limit=size)
    if not found and page:
        page = 0
        found, count = await list_letters(store, limit=size)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.letters(found, count, page, reader), notice=notice)


async def letter(request: Request) -> Answer:
    """Show one; if it is none any more, the list."""
    found = await find_letter(request.services.store, request.number(0))
    page = request.number(1)
    if found is None:
        return await _page(request, page)
    return Answer(message=view.letter(found, page, reader_of(request.chat, request.now)))


def _decided(fate: Fate) -> Handler:
    """Return what a button does: with a number to that letter, without one to all."""

    async def run(request: Request) -> Answer:
        wanted, page = request.number(0), request.number(1)
        count = await decide(
            request.services.store,
            fate,
            [wanted] if request.arguments else None,
            now=request.now,
            admin=request.chat,
        )
        reader = reader_of(request.chat, request.now)
        return await _page(request, page, view.done(fate, count, reader))

    return run


async def all_of_them(request: Request) -> Answer:
    """Ask before all of them are sent again or given up."""
    _, count = await list_letters(request.services.store, limit=1)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.ask(count, reader))


SAID: Final[dict[str, Handler]] = {"dead": dead}
SCREENS: Final = {
    "dl": Action(run=for_admins(dead)),
    "dlo": Action(run=for_admins(letter)),
    "dla": Action(run=for_admins(all_of_them)),
    "dlr": Action(run=for_admins(_decided(Fate.REQUEUE))),
    "dld": Action(run=for_admins(_decided(Fate.DROP))),
}
