"""``/search`` and ``/test``: what was published, and what a query would have sent.

The query stands in the message that shows its answer, and is read from there when a button
is pressed: nobody has to store what people search for.
"""

from dataclasses import replace
from typing import Final

from bot.chat import archive_view as view
from bot.chat.keywords import keyword
from bot.chat.request import Action, Answer, Request
from bot.chat.view import Reader, reader_of
from bot.domain.errors import QueryError
from bot.domain.model import Outgoing
from bot.i18n.texts import named_zone
from bot.pipeline import chats, subscriptions
from bot.pipeline.backtest import backtest
from bot.pipeline.hearing import find_hearing
from bot.pipeline.narrowing import query_text
from bot.pipeline.noise import Way, find_narrower, narrow
from bot.pipeline.queries import clean_query, subscription_of
from bot.pipeline.search import find_page

SEARCH: Final = "search"  # what the next text is for
TEST: Final = "test"


async def search(request: Request) -> Answer:
    """``/search words``: the newest entries that match."""
    return await _search(request, clean_query(request.text), 0)


async def _turn(request: Request) -> Answer:
    """Show another page of the search that the message shows."""
    return await _search(request, request.quoted, request.number(0))


async def _search(request: Request, text: str, page: int) -> Answer:
    reader = reader_of(request.chat, request.now)
    if not text:
        return Answer(message=await _ask(request, SEARCH, reader))
    try:
        asked = subscription_of(text)
    except QueryError as error:
        return Answer(message=view.refused(text, error, reader), is_open=True)
    store = request.services.store
    hearing = await find_hearing(store, request.chat, now=request.now)
    found = await find_page(store, asked, page, hearing=hearing)
    return Answer(message=view.found(text, found, reader))


async def test(request: Request) -> Answer:
    """``/test query``: what it would have sent in the last days."""
    return await _test(request, clean_query(request.text))


async def _narrow(request: Request) -> Answer:
    """Test the query that the message shows, made narrower."""
    text = request.quoted
    try:
        asked = subscription_of(text)
        if request.argument(0) in set(Way):
            mine = await subscriptions.listing(request.services.store, request.chat)
            way = Way(request.argument(0))
            asked = narrow(asked, way, mine, request.argument(1))
            text = query_text(asked, request.place.language)
    except QueryError:
        text = ""  # of a message that is too old to be read
    return await _test(request, text)


async def _test(request: Request, text: str) -> Answer:
    reader, store = reader_of(request.chat, request.now), request.services.store
    if not text:
        return Answer(message=await _ask(request, TEST, reader))
    try:
        asked = subscription_of(text)
    except QueryError as error:
        return Answer(message=view.refused(text, error, reader), is_open=True)
    zone = named_zone(reader.time_zone)
    hearing = await find_hearing(store, request.chat, now=request.now)
    would = await backtest(store, [asked], now=request.now, zone=zone, hearing=hearing)
    mine = await subscriptions.listing(store, request.chat)
    ways = await find_narrower(store, asked, would, mine, request.chat, now=request.now)
    limit = request.chat.hourly_limit
    return Answer(message=view.tested(text, would, ways, reader, limit=limit))


async def _ask(request: Request, what: str, reader: Reader) -> Outgoing:
    """Say how it is written, and take the next text for it."""
    if reader.is_private:
        await chats.await_text(request.services.store, request.chat, what)
    return view.usage(what, reader)


async def _follow(request: Request) -> Answer:
    """Follow the query that the message shows; with the digests, if the button says so."""
    asked = replace(request, text=request.quoted)
    return await keyword(asked, in_digest=request.argument(0) == Way.DIGEST)


COMMANDS: Final = {"search": Action(run=search), "test": Action(run=test)}
SCREENS: Final = {
    "sr": Action(run=_turn),
    "ts": Action(run=_narrow),
    "fq": Action(run=_follow, changes=True),
}
