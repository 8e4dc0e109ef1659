"""``/search`` and ``/test``: what was published, and what a query would have sent.

The query stands in the message that shows its answer, and is read from there when a button
is pressed: nobody has to store what people search for.
"""

from dataclasses import replace
from typing import Final

from bot.chat import archive_view as view
from bot.chat.doubt_view import which
from bot.chat.keywords import keyword, newest
from bot.chat.request import Action, Answer, Request
from bot.chat.spoken import find_plain
from bot.chat.view import Reader, reader_of
from bot.domain.errors import QueryError
from bot.domain.model import Outgoing, Subscription
from bot.i18n.texts import named_zone
from bot.pipeline import chats, subscriptions
from bot.pipeline.backtest import backtest
from bot.pipeline.hearing import find_hearing
from bot.pipeline.keyword_places import Doubt, find_doubt
from bot.pipeline.narrowing import query_text
from bot.pipeline.noise import Way, find_narrower, narrow
from bot.pipeline.queries import clean_query, meant_by, subscription_of, written_by_us
from bot.pipeline.search import find_page
from bot.pipeline.unread_feeds import find_unread

SEARCH: Final = "search"  # what the next text is for
TEST: Final = "test"


async def search(request: Request) -> Answer:
    """``/search words``: the newest entries that match."""
    return await search_text(request, clean_query(request.text))


async def _turn(request: Request) -> Answer:
    """Show another page of the search that the message shows, or what was meant by it."""
    text = await _changed(request, *request.arguments[1:2])
    return await search_text(request, text, page=request.number(0), pressed=True)


async def search_text(
    request: Request, text: str, *, page: int = 0, pressed: bool = False
) -> Answer:
    """Search for a text; `pressed` if it is read from a message of ours."""
    reader = reader_of(request.chat, request.now)
    if not text:
        return Answer(message=await _ask(request, SEARCH, reader))
    read = await _read(text, reader, "s", pressed=pressed)
    if isinstance(read, Answer):
        return read
    asked, doubt = read
    store = request.services.store
    hearing = await find_hearing(store, request.chat, now=request.now)
    found = await find_page(store, asked, page, hearing=hearing)
    none = await find_unread(store, asked.query)
    shown = view.found(text, asked, found, reader, doubt=doubt, unread_feeds=none)
    return Answer(message=shown)


async def test(request: Request) -> Answer:
    """``/test query``: what it would have sent in the last days."""
    return await try_text(request, clean_query(request.text))


async def _narrow(request: Request) -> Answer:
    """Test the query that the message shows, made narrower."""
    text = await _changed(request, *request.arguments[:2])
    return await try_text(request, text, pressed=True)


async def _changed(request: Request, way: str = "", word: str = "") -> str:
    """Return the query that the message shows, changed as its button says."""
    try:
        asked = subscription_of(request.quoted, written_by_us)
    except QueryError:
        return ""  # of a message that is too old to be read
    if way not in set(Way):
        return request.quoted
    mine = await subscriptions.listing(request.services.store, request.chat)
    asked = narrow(asked, Way(way), mine, word)
    return query_text(asked, request.place.language)


async def try_text(request: Request, text: str, *, pressed: bool = False) -> Answer:
    """Test a query; `pressed` if it is read from a message of ours."""
    reader, store = reader_of(request.chat, request.now), request.services.store
    if not text:
        return Answer(message=await _ask(request, TEST, reader))
    read = await _read(text, reader, "t", pressed=pressed)
    if isinstance(read, Answer):
        return read
    asked, doubt = read
    zone = named_zone(reader.time_zone)
    hearing = await find_hearing(store, request.chat, now=request.now)
    would = await backtest(store, [asked], now=request.now, zone=zone, hearing=hearing)
    mine = await subscriptions.listing(store, request.chat)
    ways = await find_narrower(store, asked, would, mine, request.chat, now=request.now)
    told = view.tested(
        text,
        asked,
        would,
        ways,
        reader,
        limit=request.chat.hourly_limit,
        doubt=doubt,
        unread_feeds=await find_unread(store, asked.query),
    )
    return Answer(message=told)


async def _read(
    text: str, reader: Reader, what: str, *, pressed: bool
) -> tuple[Subscription, Doubt | None] | Answer:
    """Return what a text asks for, and which of its words look like a place.

    Where it cannot be read, or a name in it may be several places', that is the answer;
    `what` goes on with the place that is chosen then.
    """
    try:
        asked = subscription_of(text, written_by_us if pressed else meant_by)
    except QueryError as error:
        return Answer(message=view.refused(text, error, reader), is_open=True)
    doubt = None if asked.regions else await find_doubt(text)
    if doubt is None or not doubt.is_exact:
        return asked, doubt
    if pressed:  # it was asked, and the words are meant
        return asked, None
    return Answer(message=which(doubt, reader, what), is_open=True)


async def latest(request: Request) -> Answer:
    """``/latest [n]``: the newest on what is followed; of other words, what is found."""
    asked = request.text.strip()
    is_number = asked.lstrip("+-").isdigit()
    if asked and not is_number and find_plain(asked) != "latest":  # "/latest news"
        return await search(request)
    return await newest(request)


async def _ask(request: Request, what: str, reader: Reader) -> Outgoing:
    """Say how it is written, and take the next text for it."""
    if reader.is_private:
        await chats.await_text(request.services.store, request.chat, what)
    return view.usage(what, reader)


async def _follow(request: Request) -> Answer:
    """Follow the query that the message shows; with the digests, if the button says so."""
    asked = replace(request, text=request.quoted)
    in_digest = request.argument(0) == Way.DIGEST
    return await keyword(asked, in_digest=in_digest, pressed=True)


COMMANDS: Final = {
    "search": Action(run=search),
    "test": Action(run=test),
    "latest": Action(run=latest),
}
SCREENS: Final = {
    "sr": Action(run=_turn),
    "ts": Action(run=_narrow),
    "fq": Action(run=_follow, changes=True),
}
