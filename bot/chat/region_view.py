"""What answers about regions look like (pure)."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, assert_never

from bot.chat.request import button
from bot.chat.view import (
    Reader,
    choice_text,
    examples,
    label,
    list_button,
    menu_button,
    message,
    place_text,
    rows,
)
from bot.deliver.html import Html, bold, code, fill, join, text
from bot.deliver.plain import line
from bot.domain.model import Button, Outgoing, Place
from bot.i18n import Texts, mark
from bot.pipeline.place_names import PlaceChoices, PlaceUnknown
from bot.pipeline.regions import Group, place_name, places_of
from bot.pipeline.subscriptions import (
    PlaceAdded,
    PlaceOutcome,
    PlaceRemoved,
    RegionsChanged,
    TooMany,
)

PAGE: Final = 10  # places of a picker's page
WIZARD: Final = "w"  # the picker as a step of /start
MENU: Final = "m"  # the picker as a part of the settings
MAX_SHOWN: Final = 100
_TABS: Final = {
    Group.UKRAINE: mark("Ukraine"),
    Group.BORDER: mark("Russia: border"),
    Group.RUSSIA: mark("Russia"),
    Group.COUNTRIES: mark("Countries"),
}


def changed(
    result: RegionsChanged, reader: Reader, *, back_to_start: bool = False
) -> Outgoing:
    """Return what became of each name, with the buttons that each needs."""
    parts = [_outcome(outcome, reader) for outcome in result.outcomes]
    several = len(result.outcomes) > 1
    keyboard = [
        row
        for outcome in result.outcomes
        for row in _outcome_buttons(outcome, reader, several=several)
    ]
    added = [o for o in result.outcomes if isinstance(o, PlaceAdded)]
    blocks = [join("\n" if several else "\n\n", parts)]
    if any(outcome.is_new for outcome in added):
        blocks.append(examples(result.examples, reader))
    if back_to_start:
        keyboard.append((button(reader.texts.gettext("Continue"), "w", 3),))
    elif any(isinstance(outcome, PlaceUnknown) for outcome in result.outcomes):
        keyboard.append((_pick_button(reader), list_button(reader)))
    else:
        keyboard.append((list_button(reader),))
    return message(*blocks, buttons=tuple(keyboard))


def _outcome(outcome: PlaceOutcome, reader: Reader) -> Html:
    say = reader.texts.gettext
    match outcome:
        case PlaceAdded():
            template = say("You already follow {place}.")
            if outcome.is_new:
                template = say(
                    "You now follow {place}. "
                    "I will tell you at once when there is news about it."
                )
        case PlaceRemoved():
            template = (
                say("You no longer follow {place}.")
                if outcome.was_there
                else say("You did not follow {place}.")
            )
        case PlaceChoices():
            template = (
                say("Several places are called “{name}”. Which one do you mean?")
                if outcome.exact
                else say("I do not know “{name}”. Did you mean one of these?")
            )
            return fill(template, name=bold(line(outcome.text, MAX_SHOWN)))
        case PlaceUnknown():
            template = say(
                "I do not know a place called “{name}”. Try another spelling or language."
            )
            return fill(template, name=bold(line(outcome.text, MAX_SHOWN)))
        case TooMany():
            return text(full(outcome, reader.texts))
        case never:
            assert_never(never)
    return fill(template, place=bold(place_text(outcome.place, reader.language)))


def full(outcome: TooMany, texts: Texts) -> str:
    """Return that the chat cannot have more subscriptions."""
    return texts.gettext(
        "This chat already has {limit} subscriptions, the most it can have."
    ).format(limit=outcome.limit)


def _outcome_buttons(
    outcome: PlaceOutcome, reader: Reader, *, several: bool
) -> Iterator[tuple[Button, ...]]:
    say = reader.texts.gettext
    if isinstance(outcome, PlaceChoices):
        # One press among several questions must not wipe the others away.
        screen = "pick" if several else "add"
        for place in outcome.places:
            yield (button(label(choice_text(place, reader)), screen, place.id),)
    elif several:
        return
    elif isinstance(outcome, PlaceAdded):
        if outcome.city is not None:
            name = outcome.city.name(reader.language)
            only = label(say("Only the city of {name}").format(name=name))
            yield (button(only, "city", outcome.city.id),)
        if outcome.is_new:
            yield (button(say("Undo"), "drop", outcome.place.id),)
    elif isinstance(outcome, PlaceRemoved) and outcome.was_there:
        yield (button(say("Follow again"), "add", outcome.place.id),)


def offer(found: Sequence[Place], name: str, reader: Reader) -> Outgoing:
    """Return the places that a text without a command may mean, to be followed."""
    say = reader.texts.gettext
    question = fill(
        say("Do you want to follow “{name}”? Choose what you mean:"),
        name=bold(line(name, MAX_SHOWN)),
    )
    choices = tuple(
        (button(label(choice_text(place, reader)), "add", place.id),) for place in found
    )
    return message(question, buttons=(*choices, (button(say("None of these"), "help"),)))


def clear(count: int, reader: Reader) -> Outgoing:
    """Return the question whether to remove every region."""
    if not count:
        return message(
            reader.texts.gettext("You do not follow any region."),
            buttons=((_pick_button(reader),),),
        )
    question = reader.texts.ngettext(
        "Stop following {count} region?", "Stop following all {count} regions?", count
    )
    return message(
        question.format(count=count),
        buttons=(
            (
                button(reader.texts.gettext("Yes, remove"), "none", "yes"),
                button(reader.texts.gettext("No, keep"), "list", 0),
            ),
        ),
    )


def cleared(count: int, reader: Reader) -> Outgoing:
    """Return how many regions were removed."""
    text = reader.texts.ngettext(
        "You no longer follow {count} region.",
        "You no longer follow {count} regions.",
        count,
    )
    return message(
        text.format(count=count), buttons=((_pick_button(reader), menu_button(reader)),)
    )


def _pick_button(reader: Reader) -> Button:
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
    names = [place_name(place_id, reader.language) for place_id in chosen]
    heading = bold(say("Which regions do you follow?"))
    if flow == WIZARD:
        heading = fill(say("Step {step} of {steps}"), step=2, steps=3) + "\n" + heading
    chosen_text = (
        fill(say("You follow: {places}"), places=line(", ".join(names), 600))
        if names
        else say("Nothing is chosen yet. Tap a name, or type any place.")
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
    return message(heading, chosen_text, buttons=tuple(row for row in keyboard if row))


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
    example = say("Several names are separated by commas: Sumy, Kharkiv, Belgorod.")
    return message(
        fill(question, command=code(say("/region Sumy"))),
        example,
        buttons=((button(say("Back"), "r", *Spot(flow=flow).data()),),),
    )
