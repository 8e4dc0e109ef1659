"""``/admin``: for the admins of this bot, in private."""

from typing import Final

from bot.chat import admin_feeds, admin_view, broadcast, dead, office
from bot.chat import admin_view as view
from bot.chat.for_admins import for_admins
from bot.chat.request import Action, Answer, Handler, Request
from bot.chat.view import reader_of
from bot.pipeline.feed_states import list_feeds


async def _health(request: Request, unknown: str = "") -> Answer:
    overview = await request.services.overview()
    found = await list_feeds(request.services.store, now=request.now)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.health(overview, found, reader, unknown=unknown))


# What follows /admin; the text after it is the handler's own.
SAID: Final[dict[str, Handler]] = {
    "health": _health,
    **admin_feeds.SAID,
    **office.SAID,
    **broadcast.SAID,
    **dead.SAID,
}


async def admin(request: Request) -> Answer:
    """``/admin [what]``: one of `SAID`; without a word, health."""
    word, text = admin_view.first_word(request.text)
    if word not in SAID:
        return await _health(request, word)
    return await SAID[word](request.with_text(text))


COMMANDS: Final = {"admin": Action(run=for_admins(admin))}
SCREENS: Final = {
    "adm": Action(run=for_admins(admin)),
    **admin_feeds.SCREENS,
    **office.SCREENS,
    **broadcast.SCREENS,
    **dead.SCREENS,
}
