"""What is said of groups and channels that are set up in private (pure)."""

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from bot.chat.request import (
    MAX_DATA,
    VERSION,
    Answer,
    Keyboard,
    button,
    room_data,
)
from bot.chat.view import Reader, label, menu_button, message, rows
from bot.deliver.html import bold, code, fill, join
from bot.deliver.plain import line
from bot.domain.model import Button, Chat, Managed, Outgoing
from bot.store.managers import Room

# What may name a chat: `/region @channel Belgorod`.
THERE: Final = frozenset(
    "region keyword list latest search test trend status settings forget mode digest quiet "
    "tz lang pause resume mute unmute export import".split()
)
_EXAMPLE: Final = re.compile(rf"(?<=<code>)/(?:{'|'.join(sorted(THERE))})(?= [^@])")
MAX_TITLE: Final = 60
SHOWN: Final = 4  # in the settings; the others are one tap further


def marked(answer: Answer, there: Managed, *, called: str = "") -> Answer:
    """Return the answer with the name of its chat, its buttons about that chat.

    So are the commands in it that are to be copied: what the person `called` the chat, or
    its number, follows them.
    """
    head = bold(f"📣 {line(there.title, MAX_TITLE)}")
    told, name = answer.message, called or f"{there.telegram_id}"
    html = _EXAMPLE.sub(lambda found: f"{found[0]} {name}", told.html)
    plain = told.plain
    for example in set(_EXAMPLE.findall(told.html)):
        plain = plain.replace(f"{example} ", f"{example} {name} ")
    keyboard = tuple(
        tuple(_there(each, there) for each in row if _fits(each, there))
        for row in told.buttons
    )
    return replace(
        answer,
        message=replace(
            told,
            html=f"{head.html}\n\n{html}",
            plain=f"{head.plain}\n\n{plain}",
            buttons=tuple(row for row in keyboard if row),
        ),
    )


def _there(each: Button, there: Managed) -> Button:
    prefix = f"{VERSION}:"
    if each.data is None or not each.data.startswith(prefix):
        return each
    return replace(each, data=room_data(there.id, each.data.removeprefix(prefix)))


def _fits(each: Button, there: Managed) -> bool:
    """Whether the button can say its chat, too; a long undo cannot."""
    return each.data is None or len(each.data) + len(f"{there.id}") - 1 <= MAX_DATA


def room_buttons(found: Sequence[Room], chat: Chat, reader: Reader) -> Keyboard:
    """Return a button for the private chat and for each other, the present one marked."""
    here = chat.id if isinstance(chat, Managed) else 0
    names = [(0, reader.texts.gettext("This chat"))]
    names += [(room.id, line(room.title, MAX_TITLE) or str(room.id)) for room in found]
    return rows(
        [
            Button(
                text=label(f"✅ {name}" if room == here else name),
                data=room_data(room, "m"),
            )
            for room, name in names
        ],
        2,
    )


def settings_rows(found: Sequence[Room], chat: Chat, reader: Reader) -> Keyboard:
    """Return the rows of the settings that lead to other chats; none in a group."""
    if not reader.is_private:
        return ()
    more = button(reader.texts.gettext("Groups and channels"), "rooms")
    shown = room_buttons(found[:SHOWN], chat, reader) if found else ()
    return (*shown, (more,))


def listing(found: Sequence[Room], chat: Chat, reader: Reader) -> Outgoing:
    """Return how a group or channel is set up from here, and those that were."""
    say = reader.texts.gettext
    return message(
        bold(say("Groups and channels")),
        fill(
            say(
                "Add me to the group, or make me an administrator of the channel "
                "who may post. Then write {command} here, or forward me a post "
                "from the channel."
            ),
            command=code(say("/settings @channel")),
        ),
        fill(
            say("Other commands take the name, too: {region}, {keyword}."),
            region=code(say("/region @channel Belgorod")),
            keyword=code(say("/keyword @channel dam")),
        ),
        say("Only administrators can; I check that with Telegram."),
        buttons=(*room_buttons(found, chat, reader), (menu_button(reader),)),
    )


def refused(where: str, reader: Reader) -> Outgoing:
    """Return that a chat cannot be set up by this person, and what it takes."""
    say = reader.texts.gettext
    return message(
        fill(
            say("I cannot set up {name} for you."),
            name=bold(line(where, MAX_TITLE) or say("that chat")),
        ),
        join(
            "\n",
            [
                say("It takes two things:"),
                "• " + say("you are one of its administrators;"),
                "• " + say("I am in it and may post there."),
            ],
        ),
        buttons=((button(say("Groups and channels"), "rooms"), menu_button(reader)),),
    )


def lost(reader: Reader) -> str:
    """Return the notice that a pressed chat cannot be set up any more."""
    return reader.texts.gettext(
        "You cannot set up that chat now: you or I may have lost the right to."
    )


def welcome(there: Managed, reader: Reader) -> Outgoing:
    """Return what who let the bot in is told in private."""
    say = reader.texts.gettext
    name = line(there.title, MAX_TITLE)
    return message(
        fill(say("I am in {name} now."), name=bold(name)),
        say("Set it up from here: what it follows, when it is told, language, time zone."),
        buttons=(
            (
                Button(
                    text=label(say("Set up {name}").format(name=name)),
                    data=room_data(there.id, "m"),
                ),
            ),
        ),
    )
