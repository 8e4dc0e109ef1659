"""``/keyword`` and ``/latest``: follow words, see what is new about what is followed."""

from typing import Final

from bot.chat import subscription_view as view
from bot.chat.listing import show_page
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.pipeline import chats, subscriptions
from bot.pipeline.keyword_places import Doubt
from bot.pipeline.noise import Way
from bot.pipeline.subscriptions import KeywordAdded, QueryRefused
from bot.pipeline.unread_feeds import find_unread

DEFAULT_LATEST: Final = 10
MAX_LATEST: Final = 20
PROMPT: Final = "keyword"


async def keyword(
    request: Request, *, in_digest: bool = False, pressed: bool = False
) -> Answer:
    """``/keyword [query [in region, …]|-query]``: follow what a query matches."""
    if not request.text:
        return await _ask(request)
    outcome = await subscriptions.change_keywords(
        request.services.store,
        request.chat,
        request.text,
        in_digest=in_digest,
        pressed=pressed,
        now=request.now,
    )
    reader = reader_of(request.chat, request.now)
    unread: tuple[str, ...] = ()
    if isinstance(outcome, KeywordAdded):
        query = outcome.subscription.query
        unread = await find_unread(request.services.store, query)
    return Answer(
        message=view.keyword_changed(
            outcome, reader, limit=request.chat.hourly_limit, unread_feeds=unread
        ),
        is_open=isinstance(outcome, QueryRefused | Doubt),
    )


async def _narrow(request: Request) -> Answer:
    """Make a query narrower that was just saved, as the button says."""
    outcome = None
    if request.argument(0) in set(Way):
        outcome = await subscriptions.change_keyword(
            request.services.store,
            request.chat,
            request.number(1),
            Way(request.argument(0)),
            request.argument(2),
            now=request.now,
        )
    if outcome is None:  # it was removed meanwhile
        return await show_page(request, 0)
    reader = reader_of(request.chat, request.now)
    return Answer(
        message=view.keyword_changed(outcome, reader, limit=request.chat.hourly_limit)
    )


async def _ask(request: Request) -> Answer:
    """Say how a query is written, and take the next text for one."""
    reader = reader_of(request.chat, request.now)
    if reader.is_private:
        await chats.await_text(request.services.store, request.chat, PROMPT)
    mine = await subscriptions.listing(request.services.store, request.chat)
    return Answer(message=view.keyword_help(mine, reader, is_private=reader.is_private))


async def _delete(request: Request) -> Answer:
    gone = await subscriptions.remove(
        request.services.store, request.chat, [request.number(0)]
    )
    return Answer(message=view.removed(gone, reader_of(request.chat, request.now)))


async def newest(request: Request) -> Answer:
    """Show the newest entries that match, as many as the text says."""
    asked = request.text.strip()
    limit = int(asked) if asked.isascii() and asked.isdigit() else DEFAULT_LATEST
    store, chat = request.services.store, request.chat
    mine = await subscriptions.listing(store, chat)
    found = await subscriptions.newest(
        store, chat, limit=max(1, min(limit, MAX_LATEST)), now=request.now
    )
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.latest(found, reader, has_subscriptions=bool(mine)))


COMMANDS: Final = {
    "keyword": Action(run=keyword, changes=True),
}
SCREENS: Final = {
    "askk": Action(run=_ask),
    "del": Action(run=_delete, changes=True),
    "nk": Action(run=_narrow, changes=True),
    "latest": Action(run=newest),
}
