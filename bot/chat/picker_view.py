"""The list of places to pick from, and the question for a name (pure)."""

from collections.abc import Collection
from dataclasses import dataclass, replace
from typing import Any, Final

from bot.chat.request import button
from bot.chat.view import Reader, label, listed, message, region_name, rows
from bot.deliver.html import bold, code, fill, join
from bot.domain.model import Button, Outgoing, Place
from bot.i18n import mark
from bot.pipeline.regions import Group, places_of

PAGE: Final = 10  # places of a picker's page
WIZARD: Final = "w"  # the picker as a step of /start
MENU: Final = "m"  # the picker as a part of the settings
_TABS: Final = {
    Group.UKRAINE: mark("Ukraine"),
    Group.BORDER: mark("Russia: border"),
    Group.RUSSIA: mark("Russia"),
    Group.COUNTRIES: mark("Countries"),
}


def beginnings(reader: Reader) -> tuple[Button, ...]:
    """Return the buttons of all that can be followed."""
    say = reader.texts.gettext
    return (
        button(say("Regions"), "r", *Spot().data()),
        button(say("Keywords"), "askk"),
    )


def pick_button(reader: Reader) -> Button:
    """Return the button that leads to the list."""
    return button(reader.texts.gettext("Choose regions"), "r", *Spot().data())


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A page of the picker; `flow` says whether it belongs to /start or to the settings."""

    flow: str = MENU
    group: Group = Group.UKRAINE
    page: int = 0

    def data(self, **change: Any) -> tuple[str, str, int]:
        """Return the arguments of a button that leads here, with `change`."""
        there = replace(self, **change)
        return there.flow, there.group.value, there.page


def picker(chosen: Collection[str], reader: Reader, spot: Spot) -> Outgoing:
    """Return a page of places with check marks; a press sets or clears one."""
    say = reader.texts.gettext
    flow = spot.flow
    places = places_of(spot.group, reader.language)
    last = max(0, (len(places) - 1) // PAGE)
    spot = replace(spot, page=min(spot.page, last))
    shown = places[spot.page * PAGE : (spot.page + 1) * PAGE]
    names = [region_name(region_id, reader) for region_id in chosen]
    heading = bold(say("Which regions do you follow?"))
    if flow == WIZARD:
        heading = fill(say("Step {step} of {steps}"), step=2, steps=3) + "\n" + heading
    chosen_text = (
        fill(say("You follow: {places}"), places=listed(names, ", ", reader))
        if names
        else say("Nothing is chosen yet. Tap a name, or type any place.")
    )
    location = (
        say("You can also send me a location (📎): I will name what is near.")
        if flow == WIZARD and reader.is_private
        else ""
    )
    marks = [_mark(place, chosen, reader, spot) for place in shown]
    keyboard = (
        *rows(_tabs(reader, spot), 2),  # four in a row are cut off on a phone
        *rows(marks, 2),
        _pages(spot, last),
        (button(say("Type a name"), "askr", flow),),
        (button(say("Back"), "w", 1), button(say("Continue"), "w", 3))
        if flow == WIZARD
        else (button(say("Back"), "m"),),
    )
    return message(
        heading, chosen_text, location, buttons=tuple(row for row in keyboard if row)
    )


def _mark(place: Place, chosen: Collection[str], reader: Reader, spot: Spot) -> Button:
    """Return the button of a place; it says the state that a press brings about.

    So a second press of the same button changes nothing.
    """
    name = label(place.name(reader.language))
    if place.id in chosen:
        return button(f"✅ {name}", "off", *spot.data(), place.id)
    return button(name, "on", *spot.data(), place.id)


def _tabs(reader: Reader, spot: Spot) -> tuple[Button, ...]:
    names = ((each, reader.texts.gettext(_TABS[each])) for each in Group)
    return tuple(
        button(
            f"• {name}" if each == spot.group else name,
            "r",
            *spot.data(group=each, page=0),
        )
        for each, name in names
    )


def _pages(spot: Spot, last: int) -> tuple[Button, ...]:
    if not last:
        return ()
    before, after = (spot.page - 1) % (last + 1), (spot.page + 1) % (last + 1)
    return (
        button("◀️", "r", *spot.data(page=before)),
        button(f"{spot.page + 1}/{last + 1}", "r", *spot.data()),
        button("▶️", "r", *spot.data(page=after)),
    )


def ask(reader: Reader, *, flow: str, is_private: bool) -> Outgoing:
    """Return the question for a name that is going to be typed."""
    say = reader.texts.gettext
    question = (
        say("Type the name of a region, a city or a country, in any language.")
        if is_private
        else say(
            "Reply to this message with the name of a region, a city or a country, "
            "or write {command}."
        )
    )
    examples = (
        say("Separate several names by commas: Sumy, Kharkiv, Belgorod."),
        say("Add a distance to follow what lies around a town: Sumy 50 km."),
        say("Or send me a location (📎): I will name what is near.") if is_private else "",
    )
    return message(
        fill(question, command=code(say("/region Sumy"))),
        join("\n", [example for example in examples if example]),
        buttons=((button(say("Back"), "r", *Spot(flow=flow).data()),),),
    )
