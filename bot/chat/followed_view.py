"""What is said of one subscription of the list (pure)."""

from collections.abc import Iterator, Sequence

from bot.chat.backtest_view import volume, way_buttons
from bot.chat.refusal_view import refused
from bot.chat.region_view import question
from bot.chat.request import Keyboard, button
from bot.chat.view import (
    Reader,
    choices,
    list_button,
    message,
    now_follow,
    subscription_text,
    target_text,
)
from bot.deliver.html import Html, bold, code, fill
from bot.deliver.plain import line
from bot.domain.model import Button, Outgoing, Subscription
from bot.pipeline.backtest import Backtest
from bot.pipeline.editing import Moved
from bot.pipeline.noise import Narrower
from bot.pipeline.place_names import MAX_NAME, ChosenGroup, PlaceChoices, Refused
from bot.pipeline.undoing import packed, written
from bot.store.subscriptions import Removed

NotOne = PlaceChoices | ChosenGroup | Refused


def tested(
    found: Subscription,
    would: Backtest,
    ways: Sequence[Narrower],
    reader: Reader,
    page: int,
    *,
    limit: int | None,
) -> Outgoing:
    """Return what a subscription would have sent, with buttons that make it narrower."""
    return message(
        bold(subscription_text(found, reader)),
        *volume(would, reader, ways, limit=limit),
        buttons=(*way_buttons(ways, found, reader), (_back(reader, page),)),
    )


def ask(
    found: Subscription, query: str, ways: Sequence[Narrower], reader: Reader, page: int
) -> Outgoing:
    """Return the question for the new query; the old one can be copied."""
    say = reader.texts.gettext
    how = (
        say("Write what it should be.")
        if reader.is_private
        else say("Reply to this message with what it should be.")
    )
    narrower = say("Or make it narrower; the number says how many messages are left:")
    return message(
        fill(say("Now: {query}"), query=code(query)),
        how,
        narrower if ways else "",
        buttons=(*way_buttons(ways, found, reader), (_back(reader, page),)),
    )


def which(old: Subscription, found: NotOne, reader: Reader) -> Outgoing:
    """Return why a text is not the one place that is asked for, with what it may be."""
    keyboard: Keyboard = ()
    match found:
        case PlaceChoices():
            told = question(found, reader)
            keyboard = choices(found.targets, f"rp:{old.id}", reader)
        case ChosenGroup():
            told = fill(
                reader.texts.gettext("Name one place; {name} are several."),
                name=bold(line(found.text, MAX_NAME)),
            )
        case _:
            told = refused(found, reader)
    return message(told, buttons=(*keyboard, (list_button(reader),)))


def moved(found: Moved, reader: Reader) -> Outgoing:
    """Return what is followed now, and what was before."""
    say = reader.texts.gettext
    told = now_follow(reader) if found.is_new else say("You already follow {place}.")
    undo: Keyboard = ()
    if found.before is not None:
        new = found.subscription.id if found.is_new else 0
        undo = (undo_row(found.before, reader, instead_of=new),)
    return message(
        fill(told, place=bold(target_text(found.target, reader))),
        *(before(found.before, reader) if found.before is not None else ()),
        *volume(found.would, reader),
        buttons=(*undo, (list_button(reader),)),
    )


def before(old: Removed, reader: Reader) -> Iterator[Html]:
    """Yield what something took the place of, which Undo reads from there."""
    query = written(old.subscription, reader.language)
    if query:
        yield fill(reader.texts.gettext("Before: {query}"), query=code(query))


def removed(gone: Removed, reader: Reader, page: int) -> Outgoing:
    """Return that it is followed no more, and how to undo that.

    The undo reads it from this message, so nobody has to keep it.
    """
    say = reader.texts.gettext
    query = written(gone.subscription, reader.language)
    name = code(query) if query else bold(subscription_text(gone.subscription, reader))
    back = button(say("My subscriptions"), "list", page)
    return message(
        fill(say("You no longer follow {query}."), query=name),
        buttons=(undo_row(gone, reader), (back,)),
    )


def undo_row(gone: Removed, reader: Reader, *, instead_of: int = 0) -> tuple[Button, ...]:
    """Return the button that brings it back; none if its message cannot say it.

    `instead_of` is what took its place, and goes then.
    """
    if not written(gone.subscription, reader.language):
        return ()
    undo = reader.texts.gettext("Undo")
    return (button(undo, "rs", *packed(gone), instead_of),)


def restored(found: Subscription, reader: Reader) -> Outgoing:
    """Return that it is followed again."""
    told = fill(
        reader.texts.gettext("You follow {place} again."),
        place=bold(subscription_text(found, reader)),
    )
    return message(told, buttons=((list_button(reader),),))


def _back(reader: Reader, page: int) -> Button:
    return button(reader.texts.gettext("Back"), "list", page)
