"""What admins are shown of a message to all chats (pure)."""

from collections.abc import Iterator
from typing import Final

from bot.chat.request import button
from bot.chat.view import Reader, health_button, label, message
from bot.deliver.announcement import MAX_WORDS as MAX_WORDS  # noqa: PLC0414  # its limit
from bot.deliver.announcement import announced
from bot.deliver.html import Html, bold, fill, join, text
from bot.deliver.plain import line
from bot.domain.model import DeliveryState, Outgoing
from bot.store.broadcasts import CANCELLED, DRAFT, Broadcast

MAX_SHOWN: Final = 200
_WAITING: Final = (DeliveryState.READY, DeliveryState.SENDING)
_LOST: Final = (
    DeliveryState.REJECTED,
    DeliveryState.DROPPED,
    DeliveryState.EXPIRED,
)


def ask(newest: Broadcast | None, reader: Reader) -> Outgoing:
    """Return the question for the words."""
    say = reader.texts.gettext
    last = ((button(say("The last one"), "bst", newest.id),),) if newest is not None else ()
    return message(
        say("What should all chats be told? Write it in one message."),
        say("You will see a preview before anything is sent."),
        buttons=(*last, (health_button(reader),)),
    )


def too_long(length: int, reader: Reader) -> Outgoing:
    """Return that the words do not fit."""
    say = reader.texts.gettext
    return message(
        say("That is {count} characters; at most {limit} fit into one message.").format(
            count=reader.texts.number(length), limit=reader.texts.number(MAX_WORDS)
        ),
        buttons=((health_button(reader),),),
    )


def preview(new: int, words: str, count: int, reader: Reader) -> Outgoing:
    """Return the message as it will be, and the question whether to send it."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    send = plural("Send to {count} chat", "Send to {count} chats", count).format(
        count=reader.texts.number(count)
    )
    return message(
        bold(say("Preview")),
        announced(words, reader.texts),
        say("Each chat gets it once, without a sound, after all alerts."),
        buttons=(
            (button(label(send), "bgo", new),),
            (button(say("Do not send"), "bno", new),),
        ),
    )


def progress(found: Broadcast | None, reader: Reader) -> Outgoing:
    """Return how far a message to all has come."""
    say = reader.texts.gettext
    if found is None:
        return message(
            say("There is no such message any more."), buttons=((health_button(reader),),)
        )
    refresh = button(say("Refresh"), "bst", found.id)
    waiting = sum(found.states.get(state, 0) for state in _WAITING)
    stop = (
        ((button(say("Stop sending"), "bno", found.id),),)
        if waiting and found.state != CANCELLED
        else ()
    )
    return message(
        bold(_heading(found, waiting, reader)),
        text(line(found.words, MAX_SHOWN)),
        join("\n", list(_numbers(found, waiting, reader))),
        buttons=(*stop, (refresh, health_button(reader))),
    )


def _heading(found: Broadcast, waiting: int, reader: Reader) -> str:
    say = reader.texts.gettext
    if found.state == DRAFT:
        return say("Not sent yet")
    if found.state == CANCELLED:
        return say("Sending was stopped") if found.states else say("Not sent")
    return say("Sending") if waiting else say("Sent")


def _numbers(found: Broadcast, waiting: int, reader: Reader) -> Iterator[Html]:
    say, total = reader.texts.gettext, sum(found.states.values())
    if not total:
        return
    sent = found.states.get(DeliveryState.SENT, 0)
    number = reader.texts.number
    yield fill(say("Sent: {count} of {total}"), count=number(sent), total=number(total))
    for template, count in (
        (say("Waiting: {count}"), waiting),
        (say("Perhaps sent: {count}"), found.states.get(DeliveryState.UNSURE, 0)),
        (say("Not sent: {count}"), sum(found.states.get(each, 0) for each in _LOST)),
    ):
        if count:
            yield fill(template, count=number(count))
