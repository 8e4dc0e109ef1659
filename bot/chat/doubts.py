"""Which place is meant by a name after the `in` of a query.

The query is read from the message that asks; `what` it is for is the button's first
argument: `t` to test it, `s` to search for it, `k` to follow it, with the id of the
subscription in whose stead. To follow changes something, the others do not.
"""

from typing import Final

from bot.chat import archive, keywords
from bot.chat.listing import show_list, show_page
from bot.chat.request import Action, Answer, Request
from bot.chat.subscription_view import keyword_changed
from bot.chat.view import reader_of
from bot.domain.errors import QueryError
from bot.pipeline import editing
from bot.pipeline.keyword_places import find_doubt
from bot.pipeline.queries import read_keyword, written_by_us
from bot.pipeline.regions import find_target
from bot.pipeline.subscriptions import write_anew

_QUERIES: Final = {"t": archive.try_text, "s": archive.search_text}


async def _choose(request: Request) -> Answer:
    """Follow it with the place on the button."""
    target = find_target(request.argument(1))
    doubt = await find_doubt(request.quoted)
    if target is None or doubt is None:  # a message that is too old to be read
        return await show_page(request, 0)
    return await _go_on(request, doubt.meaning(target.id, request.place.language))


async def _as_words(request: Request) -> Answer:
    """Follow the words as they stand."""
    return await _go_on(request, request.quoted, as_words=True)


async def _choose_to_read(request: Request) -> Answer:
    """Test or search with the place on the button; nothing is changed by that."""
    return await (_choose if request.argument(0) in _QUERIES else show_list)(request)


async def _words_to_read(request: Request) -> Answer:
    """Test or search for the words as they stand."""
    return await (_as_words if request.argument(0) in _QUERIES else show_list)(request)


async def _go_on(request: Request, text: str, *, as_words: bool = False) -> Answer:
    what = request.argument(0)
    try:
        asked = read_keyword(text, written_by_us)
    except QueryError:  # a message that is too old to be read
        return await show_page(request, 0)
    pressed = as_words or bool(asked.regions)  # else another name is to be chosen
    if what in _QUERIES:
        return await _QUERIES[what](request, text, pressed=pressed)
    number = what.removeprefix("k")
    store, chat = request.services.store, request.chat
    old = await editing.find(store, chat, int(number)) if number.isdecimal() else None
    if old is None or not pressed:
        return await keywords.keyword(request.with_text(text), pressed=pressed)
    outcome = await write_anew(store, chat, old, asked, now=request.now)
    reader = reader_of(chat, request.now)
    return Answer(message=keyword_changed(outcome, reader, limit=chat.hourly_limit))


COMMANDS: Final[dict[str, Action]] = {}
SCREENS: Final = {
    "kin": Action(run=_choose, changes=True),
    "kil": Action(run=_as_words, changes=True),
    "kir": Action(run=_choose_to_read),
    "kiw": Action(run=_words_to_read),
}
