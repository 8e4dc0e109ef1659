"""One subscription of the list: test it, edit it, pause it, delete it and undo that."""

from typing import Final

from bot.chat import followed_view as view
from bot.chat.doubt_view import which
from bot.chat.listing import show_list, show_page
from bot.chat.region_view import full
from bot.chat.request import Action, Answer, Request
from bot.chat.subscription_view import keyword_changed
from bot.chat.view import list_button, message, reader_of
from bot.domain.model import Subscription
from bot.i18n.texts import named_zone
from bot.pipeline import chats, editing, subscriptions, undoing
from bot.pipeline.backtest import Backtest, backtest
from bot.pipeline.hearing import find_hearing
from bot.pipeline.keyword_places import Doubt
from bot.pipeline.noise import Narrower, find_narrower
from bot.pipeline.place_names import MAX_NAME, Chosen, meaning
from bot.pipeline.regions import Target, find_target
from bot.pipeline.subscriptions import QueryRefused, TooMany

EDIT: Final = "edit:"  # a prompt, and the subscription that the next text replaces


async def _find(request: Request) -> Subscription | None:
    return await editing.find(request.services.store, request.chat, request.number(0))


async def show(request: Request) -> Answer:
    """Show the list where one of it stands; one that is gone leads to its old page."""
    return await show_page(request, request.number(1), at=request.number(0))


async def _pause(request: Request) -> Answer:
    await editing.set_paused(
        request.services.store,
        request.chat,
        request.number(0),
        is_paused=bool(request.number(2)),
    )
    return await show(request)


async def _look_back(
    request: Request, found: Subscription
) -> tuple[Backtest, tuple[Narrower, ...]]:
    """Return what it would have sent, and how that could be less."""
    store, chat, now = request.services.store, request.chat, request.now
    zone = named_zone(chat.time_zone)
    hearing = await find_hearing(store, chat, now=now)
    would = await backtest(store, [found], now=now, zone=zone, hearing=hearing)
    mine = await subscriptions.listing(store, chat)
    return would, await find_narrower(store, found, would, mine, chat, now=now)


async def _test(request: Request) -> Answer:
    found = await _find(request)
    if found is None:
        return await show(request)
    would, ways = await _look_back(request, found)
    reader, limit = reader_of(request.chat, request.now), request.chat.hourly_limit
    page = request.number(1)
    return Answer(message=view.tested(found, would, ways, reader, page, limit=limit))


async def _ask(request: Request) -> Answer:
    """Take the next text for the query of the subscription."""
    found = await _find(request)
    if found is None:
        return await show(request)
    await chats.await_text(request.services.store, request.chat, f"{EDIT}{found.id}")
    reader = reader_of(request.chat, request.now)
    _, ways = await _look_back(request, found)
    text = undoing.written(found, reader.language)
    return Answer(message=view.ask(found, text, ways, reader, request.number(1)))


async def edited(request: Request, prompt: str) -> Answer:
    """Replace query or place of the subscription that the prompt names."""
    old = await _find(request.with_arguments(prompt.removeprefix(EDIT)))
    if old is None:  # it was deleted meanwhile
        return await show_list(request)
    if old.query is None:
        return await _move(request, old)
    outcome = await editing.edit(
        request.services.store, request.chat, old, request.text, now=request.now
    )
    reader = reader_of(request.chat, request.now)
    limit = request.chat.hourly_limit
    if isinstance(outcome, Doubt):
        return Answer(message=which(outcome, reader, f"k{old.id}"), is_open=True)
    return Answer(
        message=keyword_changed(outcome, reader, limit=limit),
        is_open=isinstance(outcome, QueryRefused),
    )


async def _move(request: Request, old: Subscription) -> Answer:
    """Replace its place by what the text names."""
    reader = reader_of(request.chat, request.now)
    name = " ".join(request.text.split())[:MAX_NAME]
    found = await meaning(name)
    if isinstance(found, Chosen):
        return await _moved(request, old, found.target)
    return Answer(message=view.which(old, found, reader), is_open=True)


async def _moved(request: Request, old: Subscription, target: Target) -> Answer:
    store, chat = request.services.store, request.chat
    moved = await editing.move(store, chat, old, target, now=request.now)
    return Answer(message=view.moved(moved, reader_of(chat, request.now)))


async def _move_to(request: Request) -> Answer:
    """Replace its place by the one on the button."""
    old, target = await _find(request), find_target(request.argument(1))
    if old is None or target is None or old.query is not None:
        return await show_list(request.with_arguments())
    return await _moved(request, old, target)


async def _remove(request: Request) -> Answer:
    """Remove one of the list; a second press finds it gone."""
    store = request.services.store
    gone = await undoing.remove(store, request.chat, request.number(0))
    if gone is None:
        return await show(request)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.removed(gone, reader, request.number(1)))


async def _restore(request: Request) -> Answer:
    """Bring back what the message says, as it was."""
    flags = request.argument(0)
    asked = undoing.read(request.quoted, has_query=flags.startswith("q"))
    if asked is None:  # a message that is too old to be read
        return await show_list(request.with_arguments())
    found = await undoing.restore(
        request.services.store,
        request.chat,
        asked,
        undoing.unpacked(flags, request.number(1), request.now),
        instead_of=request.number(2),
        now=request.now,
    )
    reader = reader_of(request.chat, request.now)
    if isinstance(found, TooMany):
        told = full(found, reader.texts)
        return Answer(message=message(told, buttons=((list_button(reader),),)))
    return Answer(message=view.restored(found, reader))


COMMANDS: Final[dict[str, Action]] = {}
SCREENS: Final = {
    "sub": Action(run=show),  # of a list that showed less of each
    "subt": Action(run=_test),
    "subp": Action(run=_pause, changes=True),
    "sube": Action(run=_ask, changes=True),
    "rm": Action(run=_remove, changes=True),
    "rp": Action(run=_move_to, changes=True),
    "rs": Action(run=_restore, changes=True),
}
