"""What the steps of ``/start`` look like (pure)."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.chat.about_view import introduction, storage
from bot.chat.mode_view import modes_text
from bot.chat.picker_view import WIZARD, Spot
from bot.chat.request import button
from bot.chat.settings_view import alerts_state, languages
from bot.chat.timetable_view import digest_times
from bot.chat.view import (
    Reader,
    entries,
    examples,
    list_button,
    menu_button,
    message,
    subscription_text,
    zone,
)
from bot.deliver.html import Html, bold, code, fill, join
from bot.deliver.plain import line
from bot.domain.model import Chat, Outgoing, Subscription
from bot.store.entries import StoredEntry

STEPS: Final = 3
MAX_NAMES: Final = 600
FRESH: Final = timedelta(days=1)


def _heading(step: int, question: str, reader: Reader) -> Html:
    count = reader.texts.gettext("Step {step} of {steps}")
    return join("\n", (fill(count, step=step, steps=STEPS), bold(question)))


def first(reader: Reader) -> Outgoing:
    """Return the greeting with the choice of a language."""
    say = reader.texts.gettext
    return message(
        introduction(reader),
        storage(reader),
        _heading(1, say("Which language do you prefer?"), reader),
        buttons=(
            *languages(reader.texts, screen="wl"),
            (button(say("Continue"), "r", *Spot(flow=WIZARD).data()),),
        ),
    )


def delivery(chat: Chat, reader: Reader) -> Outgoing:
    """Return how alerts come."""
    say = reader.texts.gettext
    times = digest_times(chat, reader)
    return message(
        _heading(3, say("When should alerts come?"), reader),
        modes_text(chat, reader),
        say("You can change it any time: /mode, /digest, /quiet."),
        buttons=(
            (button(say("At once"), "wm", "now"),),
            (button(say("Digest: {times}").format(times=times), "wm", "digest"),),
            (button(say("Urgent at once, the rest in a digest"), "wm", "smart"),),
            (button(say("Back"), "r", *Spot(flow=WIZARD).data()),),
        ),
    )


def summary(
    chat: Chat,
    mine: Sequence[Subscription],
    found: Sequence[StoredEntry],
    reader: Reader,
    *,
    is_fresh: bool,
) -> Outgoing:
    """Return what the chat gets from now on, with the newest that match.

    `is_fresh`: they are of the last day.
    """
    say = reader.texts.gettext
    hint = fill(
        say("To follow a subject, too, write for example {command}."),
        command=code(say("/keyword dam")),
    )
    if not mine:
        return message(
            bold(say("You follow nothing yet.")),
            say("Send me the name of a region, a city or a country."),
            hint,
            buttons=((button(say("Choose regions"), "r", *Spot(flow=WIZARD).data()),),),
        )
    state = alerts_state(chat, reader)
    names = "; ".join(subscription_text(each, reader) for each in mine)
    return message(
        bold(say("All set.")) + " " + fill(say("Alerts: {state}"), state=state),
        fill(say("You follow: {places}"), places=line(names, MAX_NAMES)),
        _of_today(found, reader) if is_fresh else examples(found, reader),
        hint,
        buttons=((list_button(reader), menu_button(reader)),),
    )


def _of_today(found: Sequence[StoredEntry], reader: Reader) -> Html:
    template = reader.texts.gettext("In the last day you would have got ({zone}):")
    heading = fill(template, zone=zone(reader))
    return join("\n\n", (heading, entries(found, reader)))
