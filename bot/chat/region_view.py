"""What answers about regions look like (pure)."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.chat.backtest_view import volume
from bot.chat.picker_view import pick_button
from bot.chat.refusal_view import refused
from bot.chat.request import MAX_DATA, button, data
from bot.chat.view import (
    Reader,
    choices,
    label,
    list_button,
    menu_button,
    message,
    now_follow,
    target_text,
)
from bot.deliver.html import Html, bold, code, fill, join, text
from bot.deliver.plain import line
from bot.domain.model import Button, Kind, Outgoing
from bot.i18n import Texts
from bot.pipeline.following import (
    GroupChanged,
    PlaceAdded,
    PlaceOutcome,
    PlaceRemoved,
    RegionsChanged,
)
from bot.pipeline.place_names import MAX_TERMS, NoMiddle, PlaceChoices, PlaceUnknown
from bot.pipeline.regions import Target, is_first_level
from bot.pipeline.subscriptions import TooMany

MAX_LEFT: Final = 400  # characters of the command that takes the names left out
MAX_SHOWN: Final = 100
MAX_NAMES: Final = 300


def changed(
    result: RegionsChanged,
    reader: Reader,
    *,
    back_to_start: bool = False,
    left: Sequence[str] = (),
) -> Outgoing:
    """Return what became of each name, with the buttons that each needs.

    `left` are names that were more than one command takes.
    """
    several = len(result.outcomes) > 1
    covered = None if several else result.covered
    parts = [_outcome(outcome, reader, covered) for outcome in result.outcomes]
    keyboard = [
        row
        for outcome in result.outcomes
        for row in _outcome_buttons(outcome, reader, several=several)
    ]
    blocks = [join("\n" if several else "\n\n", parts), *_left_out(left, reader)]
    if result.added and result.would is not None:
        blocks += volume(result.would, reader)
    if several or isinstance(result.outcomes[0], GroupChanged):
        keyboard += _undo(result, reader)
    if back_to_start:
        keyboard.append((button(reader.texts.gettext("Continue"), "w", 3),))
    elif any(isinstance(o, PlaceUnknown | NoMiddle) for o in result.outcomes):
        keyboard.append((pick_button(reader), list_button(reader)))
    else:
        keyboard.append((list_button(reader),))
    return message(*blocks, buttons=tuple(keyboard))


def _left_out(names: Sequence[str], reader: Reader) -> Iterator[Html]:
    if names:
        words = reader.texts.gettext(
            "I take {count} names at once. Send the others on their own: {command}"
        )
        command = code(line(f"/region {', '.join(names)}", MAX_LEFT))
        yield fill(words, count=MAX_TERMS, command=command)


def _outcome(outcome: PlaceOutcome, reader: Reader, covered: int | None) -> Html:
    say = reader.texts.gettext
    match outcome:
        case PlaceAdded():
            return _added(outcome, reader, covered)
        case PlaceRemoved():
            template = (
                say("You no longer follow {place}.")
                if outcome.was_there
                else say("You did not follow {place}.")
            )
            return fill(template, place=bold(target_text(outcome.target, reader)))
        case GroupChanged():
            return _group(outcome, reader)
        case TooMany():
            return text(full(outcome, reader.texts))
        case PlaceChoices():
            return question(outcome, reader)
        case _:
            return refused(outcome, reader)


def question(outcome: PlaceChoices, reader: Reader) -> Html:
    """Return which of several places is meant."""
    say = reader.texts.gettext
    template = (
        say("Several places are called “{name}”. Which one do you mean?")
        if outcome.exact
        else say("I do not know “{name}”. Did you mean one of these?")
    )
    question = fill(template, name=bold(line(outcome.text, MAX_SHOWN)))
    if not outcome.more:
        return question
    hint = say("There are more; add the region to find the right one: {command}")
    command = code(say("/region Mykolaivka Sumy Oblast"))
    return join("\n", [question, fill(hint, command=command)])


def _added(outcome: PlaceAdded, reader: Reader, covered: int | None) -> Html:
    """Return that it is followed, and what is covered, unless it is one of several."""
    say = reader.texts.gettext
    name = bold(target_text(outcome.target, reader))
    if not outcome.is_new:
        return fill(say("You already follow {place}."), place=name)
    if covered is None:
        return fill(say("You now follow {place}."), place=name)
    told = fill(now_follow(reader), place=name)
    return join("\n\n", [told, text(_covered(outcome.target, covered, reader))])


def _covered(target: Target, count: int, reader: Reader) -> str:
    """Return what lies in what is followed, and other names that count as well."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    if target.km is not None:
        sentence = plural(
            "This covers {count} town or village, when it is named itself.",
            "This covers {count} towns and villages, when they are named themselves.",
            count,
        )
    elif is_first_level(target.place) and count:  # of Kyiv none is known
        sentence = plural(
            "This covers its towns and villages; I know {count} of them.",
            "This covers its towns and villages; I know {count} of them.",
            count,
        )
    elif target.place.kind is Kind.DISTRICT:
        sentence = say("This covers its towns and villages.")
    else:
        sentence = say("This covers news that names it, in any language.")
    sentence = sentence.format(count=reader.texts.number(count))
    place = target.place
    names = dict.fromkeys(place.names[code] for code in sorted(place.names))
    names.pop(place.name(reader.language), None)
    if not names or target.km is not None:
        return sentence
    template = say("Also known as: {names}.")
    return f"{sentence} {template.format(names=line(', '.join(names), MAX_NAMES))}"


def _group(outcome: GroupChanged, reader: Reader) -> Html:
    """Return what became of a group's regions, all of which are named."""
    say = reader.texts.gettext
    shown = outcome.changed or outcome.targets
    names = reader.texts.join([target.place.name(reader.language) for target in shown])
    if outcome.removed:
        template = (
            say("You no longer follow {place}.")
            if outcome.changed
            else say("You did not follow {place}.")
        )
    else:
        template = (
            say("You now follow {place}.")
            if outcome.changed
            else say("You already follow {place}.")
        )
    return fill(template, place=bold(line(names, MAX_NAMES)))


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
        yield from choices(outcome.targets, "pick" if several else "add", reader)
    elif several:
        return
    elif isinstance(outcome, PlaceAdded):
        if outcome.city is not None:
            name = outcome.city.name(reader.language)
            only = label(say("Only the city of {name}").format(name=name))
            yield (button(only, "city", outcome.city.id),)
        if outcome.is_new:
            yield (button(say("Undo"), "drop", outcome.target.id),)
    elif isinstance(outcome, PlaceRemoved) and outcome.was_there:
        yield (button(say("Follow again"), "add", outcome.target.id),)
    elif isinstance(outcome, NoMiddle):
        follow = say("Follow {place}").format(place=outcome.place.name(reader.language))
        yield (button(label(follow), "add", outcome.place.id),)


def _undo(result: RegionsChanged, reader: Reader) -> Iterator[tuple[Button, ...]]:
    """Yield the button that takes back all of it, if a button can hold so much."""
    if not result.added and not result.removed:
        return
    added = ",".join(target.id for target in result.added)
    removed = ",".join(target.id for target in result.removed)
    if len(data("undo", added, removed)) <= MAX_DATA:
        yield (button(reader.texts.gettext("Undo all of it"), "undo", added, removed),)


def undone(
    dropped: Sequence[Target], restored: Sequence[Target], reader: Reader
) -> Outgoing:
    """Return what is followed no longer, and what is followed again."""
    say = reader.texts.gettext
    parts = [
        fill(template, place=bold(line(names, MAX_NAMES)))
        for template, targets in (
            (say("You no longer follow {place}."), dropped),
            (say("You follow {place} again."), restored),
        )
        if (names := reader.texts.join([target_text(t, reader) for t in targets]))
    ]
    return message(join("\n", parts), buttons=((list_button(reader),),))


def offer(found: Sequence[Target], name: str, reader: Reader) -> Outgoing:
    """Return the places that a text without a command may mean, to be followed."""
    say = reader.texts.gettext
    question = fill(
        say("Do you want to follow “{name}”? Choose what you mean:"),
        name=bold(line(name, MAX_SHOWN)),
    )
    return message(
        question,
        buttons=(
            *choices(found, "add", reader),
            (button(say("None of these"), "help"),),
        ),
    )


def clear(count: int, reader: Reader) -> Outgoing:
    """Return the question whether to remove every region."""
    if not count:
        return message(
            reader.texts.gettext("You do not follow any region."),
            buttons=((pick_button(reader),),),
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
    if not count:  # a second press
        return message(
            reader.texts.gettext("You do not follow any region."),
            buttons=((pick_button(reader), menu_button(reader)),),
        )
    text = reader.texts.ngettext(
        "You no longer follow {count} region.",
        "You no longer follow {count} regions.",
        count,
    )
    return message(
        text.format(count=count), buttons=((pick_button(reader), menu_button(reader)),)
    )
