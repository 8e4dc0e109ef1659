"""``/feeds``: which feeds there are, how they are, and which of them this chat hears."""

from typing import Final

from bot.chat import feed_view, outlets_view, suggestion_view
from bot.chat import feeds_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.pipeline import chats, mutes, outlets, suggesting
from bot.pipeline.feed_states import FeedHealth, list_feeds
from bot.pipeline.outlets import Outlets

PROMPT: Final = "suggest"
SUGGEST: Final = frozenset({"suggest", "запропонувати", "предложить"})


async def feeds(request: Request) -> Answer:
    """``/feeds [suggest address]``: the feeds, or the wish for another one."""
    word, _, rest = request.text.partition(" ")
    if word.casefold() not in SUGGEST:
        return await show_feeds(request)
    return await _suggest(request, rest) if rest.strip() else await _ask(request)


async def show_feeds(request: Request) -> Answer:
    """Show a page of the feeds, each with its state in a word."""
    found = await list_feeds(request.services.store, now=request.now)
    mine = await mutes.listing(request.services.store, request.chat, now=request.now)
    reader = reader_of(request.chat, request.now)
    heard = feed_view.heard(request.chat, found, mine)
    return Answer(message=view.listing(found, reader, request.number(0), heard=heard))


async def _find(request: Request) -> FeedHealth | None:
    found = await list_feeds(request.services.store, now=request.now)
    return next((each for each in found if each.feed.id == request.number(0)), None)


async def _feed(request: Request) -> Answer:
    """Show one feed; one that is gone leads back to the list."""
    health = await _find(request)
    if health is None:
        return await show_feeds(request)
    return await _card(request, health)


async def _card(request: Request, health: FeedHealth) -> Answer:
    mine = await mutes.listing(request.services.store, request.chat, now=request.now)
    reader = reader_of(request.chat, request.now)
    page = request.number(1)
    return Answer(message=feed_view.card(health, request.chat, mine, reader, page))


async def _hide(request: Request) -> Answer:
    """Hear no more, or again, of a feed's outlet; the button says which."""
    health = await _find(request)
    if health is None:
        return await show_feeds(request)
    store, chat, spec = request.services.store, request.chat, health.feed.spec
    if request.argument(2) == "0":
        mine = await mutes.listing(store, chat, now=request.now)
        ids = [each.id for each in mine if outlets.hides(each, spec)]
        await mutes.unmute(store, chat, ids)
    else:
        name = spec.publisher or spec.title
        await mutes.mute_outlet(store, chat, name, now=request.now)
    return await _card(request, health)


async def _choose(request: Request) -> Answer:
    return _choice(
        request, await outlets.find_outlets(request.services.store, request.chat)
    )


async def _mark(request: Request) -> Answer:
    found = await outlets.choose(
        request.services.store,
        request.chat,
        request.argument(2),
        wanted=request.argument(0) == "1",
    )
    return _choice(request, found, page=request.number(1))


async def _all(request: Request) -> Answer:
    return _choice(request, await outlets.choose_all(request.services.store, request.chat))


def _choice(request: Request, found: Outlets, *, page: int | None = None) -> Answer:
    reader = reader_of(found.chat, request.now)
    return Answer(
        message=outlets_view.choice(
            found.chat.outlets,
            found.marks,
            found.heard,
            reader,
            request.number(0) if page is None else page,
        )
    )


async def _ask(request: Request) -> Answer:
    """Ask for an address; the next text is taken for it."""
    if not request.services.admins:
        reader = reader_of(request.chat, request.now)
        return Answer(message=suggestion_view.nobody(reader))
    await chats.await_text(request.services.store, request.chat, PROMPT)
    return Answer(message=suggestion_view.ask(reader_of(request.chat, request.now)))


async def suggest(request: Request) -> Answer:
    """Take the text for the address of a feed."""
    return await _suggest(request, request.text)


async def _suggest(request: Request, text: str) -> Answer:
    if not request.services.admins:
        return await _ask(request)
    outcome = await suggesting.suggest(
        request.services.store, request.place, text.split(), now=request.now
    )
    reader = reader_of(request.chat, request.now)
    is_open = not (outcome.taken or outcome.known or outcome.over)
    return Answer(message=suggestion_view.suggested(outcome, reader), is_open=is_open)


async def _approve(request: Request) -> Answer:
    return await _decide(request, approve=True)


async def _decline(request: Request) -> Answer:
    return await _decide(request, approve=False)


async def _decide(request: Request, *, approve: bool) -> Answer:
    """Decide on a suggestion, as an admin of this bot."""
    path = request.services.feeds_file
    if not request.is_admin or path is None:
        return await show_feeds(request)
    decided = await suggesting.decide(
        request.services.store,
        request.number(0),
        approve=approve,
        admin=request.chat,
        feeds_file=path,
        now=request.now,
    )
    reader = reader_of(request.chat, request.now)
    return Answer(message=suggestion_view.decided(decided, reader))


COMMANDS: Final = {"feeds": Action(run=feeds)}
SCREENS: Final = {
    "f": Action(run=show_feeds),
    "fd": Action(run=_feed),
    "fh": Action(run=_hide, changes=True),
    "olp": Action(run=_choose),
    "ol": Action(run=_mark, changes=True),
    "ola": Action(run=_all, changes=True),
    "asks": Action(run=_ask, changes=True),
    "sgy": Action(run=_approve),
    "sgn": Action(run=_decline),
}
