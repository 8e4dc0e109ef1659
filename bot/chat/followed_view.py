"""What one subscription looks like (pure)."""

from bot.chat.backtest_view import volume
from bot.chat.picker_view import Spot
from bot.chat.request import MAX_DATA, Keyboard, button, data
from bot.chat.view import Reader, list_button, message, subscription_text
from bot.deliver.html import bold, code, fill
from bot.domain.model import Button, Outgoing, Subscription
from bot.pipeline.backtest import Backtest


def one(found: Subscription, reader: Reader, page: int) -> Outgoing:
    """Return a subscription with all that can be done to it."""
    say = reader.texts.gettext
    state = (
        say("⏸️ Paused: nothing comes for it until you resume it.")
        if found.is_paused
        else say("▶️ I tell you when it is in the news.")
    )
    pause = (
        button(say("Resume"), "subp", found.id, page, 0)
        if found.is_paused
        else button(say("Pause"), "subp", found.id, page, 1)
    )
    edit = (
        button(say("Regions"), "r", *Spot().data())
        if found.query is None
        else button(say("Edit"), "sube", found.id, page)
    )
    return message(
        bold(subscription_text(found, reader)),
        state,
        buttons=(
            (button(say("Test"), "subt", found.id, page), edit),
            (pause, button(say("Delete"), "rm", found.id, page)),
            (button(say("Back"), "list", page),),
        ),
    )


def tested(found: Subscription, would: Backtest, reader: Reader, page: int) -> Outgoing:
    """Return what a subscription would have sent."""
    back = button(reader.texts.gettext("Back"), "sub", found.id, page)
    return message(
        bold(subscription_text(found, reader)),
        *volume(would, reader),
        buttons=((back, list_button(reader)),),
    )


def ask(found: Subscription, text: str, reader: Reader, page: int) -> Outgoing:
    """Return the question for the new query; the old one can be copied."""
    say = reader.texts.gettext
    how = (
        say("Write it as it shall be.")
        if reader.is_private
        else say("Reply to this message with how it shall be.")
    )
    return message(
        fill(say("Now it is: {query}"), query=code(text)),
        how,
        buttons=((button(say("Back"), "sub", found.id, page),),),
    )


def removed(gone: Subscription, text: str, reader: Reader, page: int) -> Outgoing:
    """Return that it is followed no more, and how to undo that.

    The undo of a query reads it from this message, so nobody has to keep it.
    """
    say = reader.texts.gettext
    name = code(text) if text else bold(subscription_text(gone, reader))
    back = button(say("My subscriptions"), "list", page)
    return message(
        fill(say("You no longer follow {query}."), query=name),
        buttons=(*_undo(gone, text, reader), (back,)),
    )


def _undo(gone: Subscription, text: str, reader: Reader) -> Keyboard:
    label, ids = reader.texts.gettext("Undo"), ",".join(gone.regions)
    found: Button | None = None
    if text:
        found = button(label, "fq")
    elif gone.query is None and len(data("undo", "", ids)) <= MAX_DATA:
        found = button(label, "undo", "", ids)
    return ((found,),) if found is not None else ()
