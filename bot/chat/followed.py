"""One subscription of the list: test it, edit it, pause it, delete it and undo that."""

from typing import Final

from bot.chat import followed_view as view
from bot.chat.keywords import show_list
from bot.chat.request import Action, Answer, Request
from bot.chat.subscription_view import keyword_changed
from bot.chat.view import reader_of
from bot.domain.errors import QueryError
from bot.domain.model import Subscription
from bot.i18n.texts import named_zone
from bot.pipeline import chats, editing, subscriptions
from bot.pipeline.backtest import backtest
from bot.pipeline.narrowing import query_text
from bot.pipeline.queries import subscription_of

EDIT: Final = "edit:"  # a prompt, and the subscription that the next text replaces


async def _find(request: Request) -> Subscription | None:
    wanted = min(request.number(0), 2**62)
    return await editing.find(request.services.store, request.chat, wanted)


async def show(request: Request) -> Answer:
    """Show one subscription; one that is gone leads back to the list."""
    found = await _find(request)
    if found is None:
        return await _list(request)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.one(found, reader, request.number(1)))


async def _list(request: Request) -> Answer:
    return await show_list(request.with_arguments(str(request.number(1))))


async def _pause(request: Request) -> Answer:
    await editing.set_paused(
        request.services.store,
        request.chat,
        min(request.number(0), 2**62),
        is_paused=bool(request.number(2)),
    )
    return await show(request)


async def _test(request: Request) -> Answer:
    found = await _find(request)
    if found is None:
        return await _list(request)
    reader = reader_of(request.chat, request.now)
    would = await backtest(
        request.services.store, [found], now=request.now, zone=named_zone(reader.time_zone)
    )
    return Answer(message=view.tested(found, would, reader, request.number(1)))


async def _ask(request: Request) -> Answer:
    """Take the next text for the query of the subscription."""
    found = await _find(request)
    if found is None or found.query is None:
        return await show(request)
    await chats.await_text(request.services.store, request.chat, f"{EDIT}{found.id}")
    reader = reader_of(request.chat, request.now)
    text = query_text(found, reader.language)
    return Answer(message=view.ask(found, text, reader, request.number(1)))


async def edited(request: Request, prompt: str) -> Answer:
    """Replace the query of the subscription that the prompt names."""
    number = prompt.removeprefix(EDIT)
    outcome = await editing.edit(
        request.services.store,
        request.chat,
        int(number) if number.isascii() and number.isdigit() else 0,
        request.text,
        now=request.now,
    )
    reader = reader_of(request.chat, request.now)
    return Answer(message=keyword_changed(outcome, reader))


async def _remove(request: Request) -> Answer:
    """Remove one of the list; a second press finds it gone."""
    gone = await subscriptions.remove(
        request.services.store, request.chat, [min(request.number(0), 2**62)]
    )
    reader = reader_of(request.chat, request.now)
    if not gone:
        return await _list(request)
    text = _written(gone[0], reader.language)
    return Answer(message=view.removed(gone[0], text, reader, request.number(1)))


def _written(gone: Subscription, language: str) -> str:
    """Return what brings it back when it is typed, "" if nothing does."""
    if gone.query is None:
        return ""
    text = query_text(gone, language)
    try:
        same = subscription_of(text).regions == gone.regions
    except QueryError:
        return ""
    return text if same else ""


COMMANDS: Final[dict[str, Action]] = {}
SCREENS: Final = {
    "sub": Action(run=show),
    "subt": Action(run=_test),
    "subp": Action(run=_pause, changes=True),
    "sube": Action(run=_ask, changes=True),
    "rm": Action(run=_remove, changes=True),
}
