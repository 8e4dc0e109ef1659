"""What the choice of a mode, and of what is urgent, looks like (pure)."""

from collections.abc import Collection, Sequence
from typing import Final

from bot.chat.request import Keyboard, button
from bot.chat.timetable_view import checked, digest_times, not_understood, urgent_means
from bot.chat.view import Reader, label, menu_button, message, subscription_text
from bot.deliver.html import Html, bold, fill, join
from bot.domain.model import Chat, FollowUps, Mode, Outgoing, Subscription
from bot.i18n import mark
from bot.pipeline.timetable import LIMITS

FOLLOW_UPS: Final = {
    FollowUps.FIRST: mark("Once"),
    FollowUps.CHANGES: mark("Changes"),
    FollowUps.ALL: mark("Everything"),
}
_MEANS: Final = {
    FollowUps.FIRST: mark("I alert you to each story once, and not to what changes in it."),
    FollowUps.CHANGES: mark(
        "When a story changes (more victims, a denial, another place), I reply to "
        "its message, at most every half hour."
    ),
    FollowUps.ALL: mark(
        "When a story changes, I reply to its message; when another outlet "
        "reports it, I reply silently. Either comes at most every half hour."
    ),
}
MAX_URGENT: Final = 30  # subscriptions with a button; a message bears a hundred


def modes_text(chat: Chat, reader: Reader) -> Html:
    """Return what each mode does, a line each."""
    say = reader.texts.gettext
    return join(
        "\n",
        (
            say("• At once: one message for each story, as soon as a feed has it."),
            fill(
                say("• Digest: all of it in one message, at {times}."),
                times=digest_times(chat, reader),
            ),
            say("• Urgent at once: the rest waits for the digest."),
        ),
    )


def mode(chat: Chat, reader: Reader, *, unknown: str = "") -> Outgoing:
    """Return the choice of how the chat is told."""
    say = reader.texts.gettext
    names = (
        (Mode.NOW, say("At once")),
        (Mode.DIGEST, say("Digest")),
        (Mode.SMART, say("Urgent at once")),
    )
    modes = tuple(
        button(checked(name, chosen=chat.mode is each), "mode", each.value)
        for each, name in names
    )
    limits = [
        button(
            checked(
                say("{count}/h").format(count=limit) if limit else say("all"),
                chosen=chosen,
            ),
            "limit",
            limit or 0,
        )
        for limit in (None, *sorted({*LIMITS, chat.hourly_limit or LIMITS[0]}))
        for chosen in [chat.hourly_limit == limit]
    ]
    return message(
        not_understood(unknown, reader, "/mode now", "/mode digest", "/mode smart"),
        bold(say("When should alerts come?")),
        modes_text(chat, reader),
        urgent_means(reader),
        say(
            "You can limit how many alerts an hour come one by one; what is over the limit "
            "comes together. More than ten at once always come as one message."
        ),
        say(_MEANS[chat.follow_ups]),
        buttons=(
            modes[:2],
            modes[2:],
            tuple(limits),
            (button(say("Digest times"), "times"), button(say("What is urgent"), "urg")),
            *_choices(chat, reader),
            (
                button(say("Sound and pictures"), "look"),
                button(say("Quiet hours"), "quiet"),
            ),
            (menu_button(reader),),
        ),
    )


def _choices(chat: Chat, reader: Reader) -> Keyboard:
    """Return the buttons of what follows an alert, and of what is wanted or not."""
    say = reader.texts.gettext
    spikes = checked(say("Spikes: unusually many stories"), chosen=chat.spikes)
    return (
        tuple(
            button(checked(say(name), chosen=chat.follow_ups is each), "fups", number)
            for number, (each, name) in enumerate(FOLLOW_UPS.items())
        ),
        (button(spikes, "spk", 0 if chat.spikes else 1),),
    )


def urgent(
    mine: Sequence[Subscription], marked: Collection[int], reader: Reader
) -> Outgoing:
    """Return the subscriptions; a press marks one as urgent, or no longer."""
    say = reader.texts.gettext
    keyboard = [
        (
            button(
                label(checked(subscription_text(each, reader), chosen=each.id in marked)),
                "um",
                0 if each.id in marked else 1,
                each.id,
            ),
        )
        for each in mine[:MAX_URGENT]
    ]
    return message(
        bold(say("What is urgent")),
        urgent_means(reader),
        say(
            "It comes at once if you chose “urgent at once”, and in quiet hours "
            "if you allow it. Tap what is urgent for you:"
        )
        if mine
        else say("You follow nothing yet."),
        buttons=(
            *keyboard,
            (button(say("When alerts come"), "mode"), button(say("Quiet hours"), "quiet")),
            (menu_button(reader),),
        ),
    )
