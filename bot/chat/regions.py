"""``/region``: follow places."""

import asyncio
from dataclasses import replace
from typing import Final

from bot.chat import location_view, picker_view
from bot.chat import region_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.pipeline import chats, following
from bot.pipeline.following import PlaceOutcome, RegionsToClear
from bot.pipeline.location import find_nearby
from bot.pipeline.place_names import (
    BadDistance,
    Here,
    NoMiddle,
    PlaceChoices,
    PlaceUnknown,
    left_out,
)
from bot.pipeline.regions import Group, Target, find_place, find_target
from bot.pipeline.subscriptions import TooMany

# What leaves the question for a place open: it named none, or several.
Asking: Final = PlaceChoices | PlaceUnknown | BadDistance | NoMiddle
NEAR: Final = "near:"  # the prompt of a question for a location; the distance follows


async def region(request: Request) -> Answer:
    """``/region [name …|-name|none]``: add, remove; without a name, pick from a list."""
    if not request.text:
        return await pick(request, picker_view.Spot())
    return await by_name(request)


async def by_name(request: Request, *, back_to_start: bool = False) -> Answer:
    """Do what the names in the request's text ask for."""
    reader, store = reader_of(request.chat, request.now), request.services.store
    here = request.services.whereabouts.find(request.chat.id, now=request.now)
    result = await following.change_regions(
        store, request.chat, request.text, now=request.now, here=here
    )
    if isinstance(result, RegionsToClear):
        return Answer(message=view.clear(result.count, reader))
    if not result.outcomes:  # nothing but commas
        return replace(await pick(request, picker_view.Spot()), is_open=True)
    asked = [outcome.km for outcome in result.outcomes if isinstance(outcome, Here)]
    if asked:
        await chats.await_text(store, request.chat, f"{NEAR}{asked[0]}")
    is_open = all(isinstance(each, Asking) for each in result.outcomes)
    left = left_out(request.text)
    told = view.changed(result, reader, back_to_start=back_to_start, left=left)
    return Answer(message=told, is_open=is_open)


async def at_location(
    request: Request, latitude: float, longitude: float, prompt: str | None
) -> Answer:
    """Name what is near a location; follow what is around it if that was asked for."""
    reader = reader_of(request.chat, request.now)
    found = await asyncio.to_thread(find_nearby, latitude, longitude)
    if found is None:
        return Answer(message=location_view.nowhere(reader), is_open=True)
    if prompt is not None and prompt.startswith(NEAR):
        km = int(prompt.removeprefix(NEAR))
        return await _follow(request, Target(place=found.town, km=km))
    request.services.whereabouts.remember(request.chat.id, found.town, now=request.now)
    in_start = prompt == f"region:{picker_view.WIZARD}"
    screen = "addw" if in_start else "add"
    return Answer(message=location_view.nearby(found, reader, screen=screen))


async def follow(request: Request, region_id: str) -> Answer | None:
    """Follow what has that id; None if there is no such place."""
    target = find_target(region_id)
    return None if target is None else await _follow(request, target)


async def _follow(
    request: Request, target: Target, *, back_to_start: bool = False
) -> Answer:
    outcome = await following.add_target(
        request.services.store, request.chat, target, now=request.now, pressed=True
    )
    return await _told(request, outcome, back_to_start=back_to_start)


async def _told(
    request: Request, outcome: PlaceOutcome, *, back_to_start: bool = False
) -> Answer:
    result = await following.with_examples(
        request.services.store, request.chat, [outcome], now=request.now
    )
    reader = reader_of(request.chat, request.now)
    changed = view.changed(result, reader, back_to_start=back_to_start)
    return Answer(message=changed)


async def _add_in_start(request: Request) -> Answer:
    """Follow what is near a location that was sent in /start, and go on there."""
    target = find_target(request.argument(0))
    if target is None:
        return await pick(request, picker_view.Spot(flow=picker_view.WIZARD))
    return await _follow(request, target, back_to_start=True)


async def _add(request: Request) -> Answer:
    return await follow(request, request.argument(0)) or await _start_again(request)


async def _city(request: Request) -> Answer:
    """Follow the city instead of the region around it."""
    place = find_place(request.argument(0))
    if place is None or place.region is None:
        return await _start_again(request)
    outcome = await following.replace_target(
        request.services.store,
        request.chat,
        Target(place=place),
        instead_of=place.region,
        now=request.now,
    )
    return await _told(request, outcome)


async def _drop(request: Request) -> Answer:
    """Follow it no longer; a second press finds nothing, and is told the same."""
    target = find_target(request.argument(0))
    if target is None:
        return await _start_again(request)
    store = request.services.store
    await following.remove_target(store, request.chat, target)
    gone = following.PlaceRemoved(target=target, was_there=True)
    return await _told(request, gone)


async def _undo(request: Request) -> Answer:
    """Take back a command that named several; a second press changes nothing."""
    store, chat = request.services.store, request.chat
    dropped = _targets(request.argument(0))
    restored = _targets(request.argument(1))
    if not dropped and not restored:
        return await pick(request, picker_view.Spot())
    for target in dropped:
        await following.remove_target(store, chat, target)
    for target in restored:
        await following.add_target(store, chat, target, now=request.now)
    reader = reader_of(chat, request.now)
    return Answer(message=view.undone(dropped, restored, reader))


def _targets(ids: str) -> list[Target]:
    found = map(find_target, ids.split(","))
    return [target for target in found if target is not None]


async def _clear(request: Request) -> Answer:
    removed = await following.clear_regions(request.services.store, request.chat)
    return Answer(message=view.cleared(len(removed), reader_of(request.chat, request.now)))


async def _start_again(request: Request) -> Answer:
    return await pick(request, picker_view.Spot())


async def _page(request: Request) -> Answer:
    return await pick(request, _spot(request))


async def _on(request: Request) -> Answer:
    target = find_target(request.argument(3))
    outcome = target and await following.add_target(
        request.services.store, request.chat, target, now=request.now
    )
    answer = await pick(request, _spot(request))
    if isinstance(outcome, TooMany):
        return Answer(message=answer.message, notice=view.full(outcome, request.texts))
    return answer


async def _off(request: Request) -> Answer:
    target = find_target(request.argument(3))
    if target is not None:
        await following.remove_target(request.services.store, request.chat, target)
    return await pick(request, _spot(request))


def _spot(request: Request) -> picker_view.Spot:
    group = request.argument(1)
    return picker_view.Spot(
        flow=_flow(request),
        group=Group(group) if group in set(Group) else Group.UKRAINE,
        page=request.number(2),
    )


def _flow(request: Request) -> str:
    is_wizard = request.argument(0) == picker_view.WIZARD
    return picker_view.WIZARD if is_wizard else picker_view.MENU


async def pick(request: Request, spot: picker_view.Spot) -> Answer:
    """Show a page of places, those that the chat follows marked.

    In /start a name or a location may be sent at once: it is one tap less.
    """
    store = request.services.store
    if spot.flow == picker_view.WIZARD and request.chat.kind == "private":
        await chats.await_text(store, request.chat, f"region:{picker_view.WIZARD}")
    mine = await following.followed(store, request.chat)
    chosen = [subscription.regions[0] for subscription in mine]
    reader = reader_of(request.chat, request.now)
    return Answer(message=picker_view.picker(chosen, reader, spot))


async def _ask(request: Request) -> Answer:
    """Await a typed name; it is told apart from other text by the prompt in the store."""
    flow = _flow(request)
    await chats.await_text(request.services.store, request.chat, f"region:{flow}")
    reader = reader_of(request.chat, request.now)
    return Answer(message=picker_view.ask(reader, flow=flow, is_private=reader.is_private))


COMMANDS: Final = {"region": Action(run=region, changes=True)}
SCREENS: Final = {
    "add": Action(run=_add, changes=True),
    "addw": Action(run=_add_in_start, changes=True),
    "pick": Action(run=_add, changes=True, fresh=True),
    "city": Action(run=_city, changes=True),
    "drop": Action(run=_drop, changes=True),
    "undo": Action(run=_undo, changes=True),
    "none": Action(run=_clear, changes=True),
    "r": Action(run=_page, changes=True),
    "on": Action(run=_on, changes=True),
    "off": Action(run=_off, changes=True),
    "askr": Action(run=_ask, changes=True),
}
