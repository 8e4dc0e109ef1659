"""``/help``, ``/status``, ``/privacy``, and what is no command."""

from dataclasses import replace
from typing import Final

from bot.chat import about_view as view
from bot.chat import (
    archive,
    broadcast,
    feeds,
    followed,
    keywords,
    picker_view,
    portable,
    region_view,
    regions,
    time_zone,
    timetable,
)
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.domain.folding import fold
from bot.pipeline import subscriptions
from bot.pipeline.place_names import (
    MAX_NAME,
    Chosen,
    ChosenGroup,
    PlaceChoices,
    meaning,
    split_names,
)
from bot.pipeline.regions import Target

# What the next text is, when one of these was asked for.
ASKED_FOR: Final = {
    keywords.PROMPT: keywords.keyword,
    archive.SEARCH: archive.search,
    archive.TEST: archive.test,
    broadcast.PROMPT: broadcast.typed,
    feeds.PROMPT: feeds.suggest,
    portable.PROMPT: portable.take_text,
    **timetable.PROMPTS,
    **time_zone.PROMPTS,
}

# What people write who do not know the commands; as places they mean nothing.
HELPS: Final = frozenset("help menu допомога довідка меню помощь справка".split())
STOPS: Final = frozenset("stop unsubscribe стоп відписатися отписаться".split())


async def show_help(request: Request) -> Answer:
    """``/help``: what can be said."""
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.help_text(reader, is_admin=request.is_admin))


async def privacy(request: Request) -> Answer:
    """``/privacy``: what is stored."""
    return Answer(message=view.privacy(reader_of(request.chat, request.now)))


async def about(request: Request) -> Answer:
    """``/about``: what this is, and whose data it uses."""
    return Answer(message=view.about(reader_of(request.chat, request.now)))


async def status(request: Request) -> Answer:
    """``/status``: whether feeds are read, and whether alerts come."""
    overview = await request.services.overview()
    mine = await subscriptions.listing(request.services.store, request.chat)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.status(request.chat, overview, len(mine), reader))


async def other_command(request: Request, name: str) -> Answer:
    """Answer a command that nobody promised."""
    reader = reader_of(request.chat, request.now)
    if name.casefold() in STOPS:
        return Answer(message=view.stop(reader))
    return Answer(message=view.unknown_command(name, reader))


async def answer_text(request: Request, prompt: str | None) -> Answer:
    """Answer what was sent without a command: a location, or text.

    If that is no answer to what was asked, it says so, and that it is still asked.
    """
    answer = await _answer(request, prompt)
    if prompt is None or not answer.is_open:
        return answer
    reader = reader_of(request.chat, request.now)
    can_cancel = not prompt.endswith(f":{picker_view.WIZARD}")  # else it has Continue
    told = view.still_open(answer.message, reader, can_cancel=can_cancel)
    return replace(answer, message=told)


async def _answer(request: Request, prompt: str | None) -> Answer:
    if request.point is None:
        return await typed(request, prompt)
    if prompt == time_zone.PROMPT:
        return await time_zone.at_location(request, *request.point)
    answer = await regions.at_location(request, *request.point, prompt)
    is_of_places = prompt is not None and prompt.startswith(("region:", regions.NEAR))
    return answer if is_of_places else replace(answer, is_open=True)


async def cancel(request: Request) -> Answer:
    """Ask no more for what was asked; the press has ended that already."""
    return Answer(message=view.cancelled(reader_of(request.chat, request.now)))


async def typed(request: Request, prompt: str | None) -> Answer:
    """Answer text: what was asked for, else perhaps the name of a place; or a file."""
    if request.file is not None and not request.text:
        return await portable.take_file(request)
    if request.text.startswith("/"):  # Telegram takes Latin letters only for a command
        command, *_ = request.text.split(maxsplit=1)
        return await other_command(request, command[1:])
    return await (_named(request) if prompt is None else _asked(request, prompt))


async def _asked(request: Request, prompt: str) -> Answer:
    """Answer the text that was asked for."""
    if prompt in ASKED_FOR:
        return await ASKED_FOR[prompt](request)
    if prompt.startswith(followed.EDIT):
        return await followed.edited(request, prompt)
    if prompt.startswith(regions.NEAR):
        distance = prompt.removeprefix(regions.NEAR)
        return await regions.by_name(replace(request, text=f"{request.text} {distance} km"))
    in_start = prompt.endswith(f":{picker_view.WIZARD}")
    return await regions.by_name(request, back_to_start=in_start)


def not_text(request: Request) -> Answer:
    """Answer a message in which there is nothing to read."""
    return Answer(message=view.not_text(reader_of(request.chat, request.now)))


async def _named(request: Request) -> Answer:
    """Offer what a text without a command may mean, if it is like a name."""
    reader = reader_of(request.chat, request.now)
    name = " ".join(request.text.replace("\0", "").split())
    if not name:
        return not_text(request)
    if fold(name) in HELPS:
        return await show_help(request)
    if fold(name) in STOPS:
        return Answer(message=view.stop(reader))
    names = split_names(name) if len(name) <= MAX_NAME else ()
    each = [await _may_mean(one, exactly=len(names) > 1) for one in names]
    if each and all(each):
        targets = tuple({one.id: one for found in each for one in found}.values())
        return Answer(message=region_view.offer(targets, name, reader))
    return Answer(message=view.not_understood(name, reader))


async def _may_mean(name: str, *, exactly: bool) -> tuple[Target, ...]:
    """Return what a name may mean; nothing if it is none, or cannot be followed as it is.

    Of several names each must be one `exactly`, for sentences have commas, too.
    """
    match await meaning(name):
        case Chosen(target=target, city=city):
            return (target,) if city is None else (target, Target(place=city))
        case PlaceChoices(targets=found, exact=is_exact) if is_exact or not exactly:
            return found
        case ChosenGroup(places=places):
            return tuple(Target(place=place) for place in places)
        case _:
            return ()


COMMANDS: Final = {
    "help": Action(run=show_help),
    "status": Action(run=status),
    "privacy": Action(run=privacy),
    "about": Action(run=about),
}
SCREENS: Final = {
    "help": Action(run=show_help),
    "cxl": Action(run=cancel, changes=True),
}
