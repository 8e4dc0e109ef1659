"""``/region``: follow places."""

from typing import Final

from bot.chat import region_view as view
from bot.chat.request import Action, Answer, Request
from bot.chat.view import reader_of
from bot.pipeline import chats, subscriptions
from bot.pipeline.regions import Group, find_place
from bot.pipeline.subscriptions import (
    PlaceAdded,
    PlaceOutcome,
    RegionsChanged,
    RegionsToClear,
    TooMany,
)


async def region(request: Request) -> Answer:
    """``/region [name …|-name|none]``: add, remove; without a name, pick from a list."""
    if not request.text:
        return await pick(request, view.Spot())
    return await by_name(request)


async def by_name(request: Request, *, back_to_start: bool = False) -> Answer:
    """Do what the names in the request's text ask for."""
    reader = reader_of(request.chat, request.now)
    result = await subscriptions.change_regions(
        request.services.store, request.chat, request.text, now=request.now
    )
    if isinstance(result, RegionsToClear):
        return Answer(message=view.clear(result.count, reader))
    return Answer(message=view.changed(result, reader, back_to_start=back_to_start))


async def follow(request: Request, place_id: str) -> Answer | None:
    """Follow one place; None if there is no such place."""
    place = find_place(place_id)
    if place is None:
        return None
    outcome = await subscriptions.add_place(
        request.services.store, request.chat, place, now=request.now
    )
    return await _told(request, outcome)


async def _told(request: Request, outcome: PlaceOutcome) -> Answer:
    new = [outcome.subscription] if isinstance(outcome, PlaceAdded) else []
    found = await subscriptions.newest(
        request.services.store, new, limit=subscriptions.EXAMPLES
    )
    result = RegionsChanged(outcomes=(outcome,), examples=found)
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.changed(result, reader))


async def _add(request: Request) -> Answer:
    return await follow(request, request.argument(0)) or await _start_again(request)


async def _city(request: Request) -> Answer:
    """Follow the city instead of the region around it."""
    place = find_place(request.argument(0))
    if place is None or place.region is None:
        return await _start_again(request)
    outcome = await subscriptions.replace_place(
        request.services.store,
        request.chat,
        place,
        instead_of=place.region,
        now=request.now,
    )
    return await _told(request, outcome)


async def _drop(request: Request) -> Answer:
    place = find_place(request.argument(0))
    if place is None:
        return await _start_again(request)
    return await _told(
        request,
        await subscriptions.remove_place(request.services.store, request.chat, place),
    )


async def _clear(request: Request) -> Answer:
    removed = await subscriptions.clear_regions(request.services.store, request.chat)
    return Answer(message=view.cleared(len(removed), reader_of(request.chat, request.now)))


async def _start_again(request: Request) -> Answer:
    return await pick(request, view.Spot())


async def _page(request: Request) -> Answer:
    return await pick(request, _spot(request))


async def _on(request: Request) -> Answer:
    place = find_place(request.argument(3))
    outcome = place and await subscriptions.add_place(
        request.services.store, request.chat, place, now=request.now
    )
    answer = await pick(request, _spot(request))
    if isinstance(outcome, TooMany):
        return Answer(message=answer.message, notice=view.full(outcome, request.texts))
    return answer


async def _off(request: Request) -> Answer:
    place = find_place(request.argument(3))
    if place is not None:
        await subscriptions.remove_place(request.services.store, request.chat, place)
    return await pick(request, _spot(request))


def _spot(request: Request) -> view.Spot:
    group = request.argument(1)
    return view.Spot(
        flow=view.WIZARD if request.argument(0) == view.WIZARD else view.MENU,
        group=Group(group) if group in set(Group) else Group.UKRAINE,
        page=request.number(2),
    )


async def pick(request: Request, spot: view.Spot) -> Answer:
    """Show a page of places, those that the chat follows marked."""
    mine = await subscriptions.listing(request.services.store, request.chat)
    chosen = [s.regions[0] for s in mine if s.query is None and len(s.regions) == 1]
    reader = reader_of(request.chat, request.now)
    return Answer(message=view.picker(chosen, reader, spot))


async def _ask(request: Request) -> Answer:
    """Await a typed name; it is told apart from other text by the prompt in the store."""
    flow = view.WIZARD if request.argument(0) == view.WIZARD else view.MENU
    await chats.await_text(request.services.store, request.chat, f"region:{flow}")
    reader = reader_of(request.chat, request.now)
    is_private = request.chat.kind == "private"
    return Answer(message=view.ask(reader, flow=flow, is_private=is_private))


COMMANDS: Final = {"region": Action(run=region, changes=True)}
SCREENS: Final = {
    "add": Action(run=_add, changes=True),
    "pick": Action(run=_add, changes=True, fresh=True),
    "city": Action(run=_city, changes=True),
    "drop": Action(run=_drop, changes=True),
    "none": Action(run=_clear, changes=True),
    "r": Action(run=_page, changes=True),
    "on": Action(run=_on, changes=True),
    "off": Action(run=_off, changes=True),
    "askr": Action(run=_ask, changes=True),
}
