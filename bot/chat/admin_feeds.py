"""``/admin feeds``: how each feed is; poll it now, test it, pause it, resume it."""

from datetime import datetime
from functools import partial
from typing import Final, Protocol

from bot.chat import admin_feeds_view as view
from bot.chat.for_admins import for_admins
from bot.chat.request import Action, Answer, Handler, Request
from bot.chat.view import reader_of
from bot.domain.model import Chat
from bot.pipeline import administration
from bot.pipeline.administration import Deed
from bot.pipeline.feed_states import FeedHealth, list_feeds
from bot.store.engine import Store


async def feeds(request: Request) -> Answer:
    """``/admin feeds``: a page of the feeds, the bad ones first."""
    found = await list_feeds(request.services.store, now=request.now)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.feeds(found, reader, request.number(0)))


async def _find(request: Request) -> FeedHealth | None:
    wanted = request.number(0)
    found = await list_feeds(request.services.store, now=request.now)
    return next((each for each in found if each.feed.id == wanted), None)


async def feed(request: Request, note: str = "") -> Answer:
    """Show all that is known of a feed; one that is gone leads back to the list."""
    health = await _find(request)
    reader = reader_of(request.chat, request.now)
    if health is None:
        found = await list_feeds(request.services.store, now=request.now)
        return Answer(message=view.feeds(found, reader, request.number(1)))
    return Answer(message=view.feed(health, reader, request.number(1)), notice=note)


async def _refresh(request: Request) -> Answer:
    health = await _find(request)
    if health is None:
        return await feed(request)
    at = await administration.refresh_feed(
        request.services.store,
        request.chat,
        health.feed.id,
        health.feed.spec.title,
        now=request.now,
    )
    reader = reader_of(request.chat, request.now)
    return await feed(request, view.refreshed(at, reader))


class _Change(Protocol):
    """Does one thing to a feed."""

    async def __call__(
        self, store: Store, admin: Chat, feed_id: int, title: str, *, now: datetime
    ) -> None: ...


async def _change(change: _Change, request: Request) -> Answer:
    """Do it, and show the feed as it is then."""
    health = await _find(request)
    if health is not None:
        spec, store = health.feed.spec, request.services.store
        await change(store, request.chat, health.feed.id, spec.title, now=request.now)
    return await feed(request)


_pause = partial(_change, administration.pause_feed)
_resume = partial(_change, administration.resume_feed)


async def _test(request: Request) -> Answer:
    """Fetch and read the feed now; that takes longer than a press may wait."""
    health = await _find(request)
    if health is None:
        return await feed(request)
    reader = reader_of(request.chat, request.now)
    return Answer(
        message=view.testing(health, reader), later=partial(_tested, request, health)
    )


async def _tested(request: Request, health: FeedHealth) -> Answer:
    services = request.services
    spec = health.feed.spec
    await administration.note(
        services.store, request.chat, Deed.TEST, spec.title, now=request.now
    )
    verdict = await services.office.diagnose(spec)
    reader = reader_of(request.chat, services.now())
    return Answer(message=view.tested(health, verdict, reader, request.number(1)))


SAID: Final[dict[str, Handler]] = {"feeds": feeds}
SCREENS: Final = {
    "af": Action(run=for_admins(feeds)),
    "ad": Action(run=for_admins(feed)),
    "ar": Action(run=for_admins(_refresh)),
    "ap": Action(run=for_admins(_pause)),
    "ao": Action(run=for_admins(_resume)),
    "at": Action(run=for_admins(_test)),
}
