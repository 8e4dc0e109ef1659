"""A list of feeds (OPML) in a chat: admins add it, others suggest it."""

from typing import Final

from bot.chat import feed_list_view as view
from bot.chat import suggestion_view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.config.feeds_file import Addition
from bot.domain.errors import ConfigError
from bot.pipeline import administration, feed_lists, suggesting
from bot.pipeline.administration import Deed
from bot.pipeline.configure import LISTED


async def take(request: Request, body: bytes) -> Answer:
    """Show what a list has that is new."""
    reader = reader_of(request.chat, request.now)
    try:
        found = await feed_lists.offer_feeds(
            request.services.store, request.chat, body, now=request.now
        )
    except ConfigError as exc:
        return Answer(
            message=view.no_list(exc, reader, is_admin=_may_add(request)), is_open=True
        )
    return Answer(message=view.offered(found, reader, is_admin=_may_add(request)))


def _may_add(request: Request) -> bool:
    return request.is_admin and request.services.feeds_file is not None


async def _add(request: Request) -> Answer:
    """Add the feeds of a list; from others than admins it is a suggestion."""
    path = request.services.feeds_file
    if not _may_add(request) or path is None:
        return await _suggest(request)
    store = request.services.store
    outcome = await feed_lists.add_offered(
        store, request.chat, request.number(0), feeds_file=path
    )
    if isinstance(outcome, Addition) and outcome.added:
        names = [feed.title or feed.url for feed in outcome.added]
        facts = {"added": (len(names), names[:LISTED])}
        await administration.note(
            store, request.chat, Deed.ADD, facts=facts, now=request.now
        )
    return Answer(message=view.added(outcome, reader_of(request.chat, request.now)))


async def _suggest(request: Request) -> Answer:
    store, chat = request.services.store, request.chat
    reader = reader_of(chat, request.now)
    feeds = await feed_lists.find_offered(store, chat, request.number(0))
    if feeds is None:
        return Answer(message=view.added(None, reader))
    urls = [feed.url for feed in feeds]
    outcome = await suggesting.suggest(store, request.place, urls, now=request.now)
    return Answer(message=suggestion_view.suggested(outcome, reader))


SCREENS: Final = {
    "fla": Action(run=_add, changes=True),
    "fls": Action(run=_suggest, changes=True),
}
COMMANDS: Final[dict[str, Action]] = {}
