"""What is written without a command, or with one that nobody promised."""

import asyncio
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
    rooms,
    rooms_view,
    time_zone,
    timetable,
    why,
)
from bot.chat.actions import COMMANDS, SCREENS
from bot.chat.request import Answer, Request
from bot.chat.spoken import find_meant, find_plain
from bot.chat.view import reader_of
from bot.domain.folding import fold
from bot.pipeline.place_names import (
    MAX_NAME,
    Chosen,
    ChosenGroup,
    Here,
    PlaceChoices,
    find_heard,
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

STOPS: Final = frozenset("stop unsubscribe стоп відписатися отписаться".split())
# What a word alone says; it asks before it pauses, and resumes nothing.
_PLAIN: Final = {**COMMANDS, "pause": SCREENS["pause"], "resume": COMMANDS["settings"]}
_SLASHED: Final = COMMANDS.keys() - {"region"}  # "region Sumy" offers Sumy itself
_SHORTEST: Final = 3  # letters of a name that is only guessed; "hi", "ок", «ні» are none
_LINK: Final = ("http://", "https://")


async def other_command(request: Request, name: str) -> Answer:
    """Answer a command that nobody promised; `request.text` follows it."""
    reader = reader_of(request.chat, request.now)
    if name.casefold() in STOPS:
        return Answer(message=view.stop(reader))
    meant = find_meant(name)
    return Answer(message=view.unknown_command(name, meant, request.text, reader))


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


async def typed(request: Request, prompt: str | None) -> Answer:
    """Answer text: what was asked for, else perhaps the name of a place; or a file."""
    if request.file is not None and not request.text:
        return await portable.take_file(request)
    head, _, rest = request.text.partition(" ")
    # Telegram takes Latin letters only for a command; a full stop is on the slash's key.
    if head.startswith("/") or (head.startswith(".") and find_meant(head[1:])):
        name = head[1:] or rest.partition(" ")[0]
        rest = rest if head[1:] else rest.partition(" ")[2]
        return await other_command(request.with_text(rest.strip()), name.lstrip("/"))
    if prompt is not None and (prompt.startswith("region:") and find_plain(request.text)):
        prompt = None  # no place is called so
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
    """Offer what a text without a command may mean: a command, a link, a name."""
    name = " ".join(request.text.replace("\0", "").split())
    if not name:
        return not_text(request)
    if fold(name) in STOPS:
        return Answer(message=view.stop(reader_of(request.chat, request.now)))
    if said := find_plain(name):
        return await _PLAIN[said].run(request.with_text(""))
    head, _, rest = name.partition(" ")
    is_room = not rest and rooms.find_address(name) is not None
    is_command = bool(rest) and head.casefold() in _SLASHED
    if is_room or (is_command and not await _may_mean(name, exactly=True)):
        command = "settings" if is_room else head.casefold()
        reader = reader_of(request.chat, request.now)
        return Answer(message=view.meant_command(command, rest or name, reader))
    if name.startswith(_LINK) and not rest:
        return await why.why(request.with_text(name))
    return await _offered(request, name)


async def forwarded(request: Request) -> Answer:
    """Answer a post of a channel that the person does not set up: what it names."""
    reader = reader_of(request.chat, request.now)
    text = " ".join(request.text.split())
    heard = () if text.startswith("/") else await asyncio.to_thread(find_heard, text)
    if heard:
        return Answer(message=region_view.offer(heard, text, reader))
    return Answer(message=rooms_view.refused("", reader))


async def _offered(request: Request, name: str) -> Answer:
    """Offer to follow what a text names, or names in a sentence; else say what to write."""
    reader = reader_of(request.chat, request.now)
    names = split_names(request.text) if len(name) <= MAX_NAME else ()
    each = [await _may_mean(one, exactly=len(names) > 1) for one in names]
    if each and all(each):
        targets = tuple({one.id: one for found in each for one in found}.values())
        return Answer(message=region_view.offer(targets, name, reader))
    if len(name) > MAX_NAME:
        heard = await asyncio.to_thread(find_heard, name)
        if heard:
            return Answer(message=region_view.offer(heard, name, reader))
        return Answer(message=view.names_no_place(reader))
    if isinstance(await meaning(name), Here):
        return Answer(message=view.meant_command("region", name, reader))
    return Answer(message=view.not_understood(name, reader))


async def _may_mean(name: str, *, exactly: bool) -> tuple[Target, ...]:
    """Return what a name may mean; nothing if it is none, or cannot be followed as it is.

    Of several names each must be one `exactly`, for sentences have commas, too.
    """
    if len(name) < _SHORTEST:
        exactly = True  # nothing is guessed
    match await meaning(name):
        case Chosen(target=target, city=city):
            return (target,) if city is None else (target, Target(place=city))
        case PlaceChoices(targets=found, exact=is_exact) if is_exact or not exactly:
            return found
        case ChosenGroup(places=places):
            return tuple(Target(place=place) for place in places)
        case _:
            return ()
