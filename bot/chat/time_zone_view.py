"""What the choice of a time zone looks like (pure)."""

from collections.abc import Sequence
from typing import Final

from bot.chat.request import Keyboard, button
from bot.chat.view import Reader, label, menu_button, message, rows
from bot.deliver.html import bold, code, fill
from bot.deliver.plain import line
from bot.domain.model import Outgoing
from bot.pipeline.time_zones import LIKELY, zone_city

MAX_DATA: Final = 50  # bytes of a zone's name that a button has room for


def zone_text(name: str, reader: Reader) -> str:
    """Return ``Warsaw (UTC+1)``; of a zone that is an offset only that."""
    city = zone_city(name, reader.language)
    tz_offset = reader.texts.offset(reader.now, name)
    return city if city == tz_offset else f"{city} ({tz_offset})"


def _present(reader: Reader) -> str:
    say = reader.texts.gettext
    return say("Time zone: {zone}. It is {time} there.").format(
        zone=zone_text(reader.time_zone, reader),
        time=reader.texts.clock(reader.now, reader.time_zone),
    )


def _buttons(zones: Sequence[str], reader: Reader) -> Keyboard:
    found = [
        button(
            label(("✅ " if zone == reader.time_zone else "") + zone_text(zone, reader)),
            "tz",
            zone,
        )
        for zone in zones
        if len(zone.encode()) <= MAX_DATA
    ]
    return rows(found, 2)


def choice(reader: Reader) -> Outgoing:
    """Return the present zone, and the likely ones."""
    say = reader.texts.gettext
    return message(
        bold(_present(reader)),
        fill(
            say(
                "The times I show, digests and quiet hours go by it. Another one: "
                "{command}."
            ),
            command=code(say("/tz Lisbon")),
        ),
        buttons=(
            *_buttons(LIKELY, reader),
            (button(say("Type a city"), "asktz"), menu_button(reader)),
        ),
    )


def chosen(reader: Reader) -> Outgoing:
    """Return that the zone was set."""
    say = reader.texts.gettext
    return message(
        _present(reader),
        buttons=((button(say("Another one"), "tz"), menu_button(reader)),),
    )


def several(zones: Sequence[str], reader: Reader) -> Outgoing:
    """Return zones to choose from."""
    say = reader.texts.gettext
    return message(
        say("Which one?"), buttons=(*_buttons(zones, reader), (menu_button(reader),))
    )


def unknown(typed: str, reader: Reader) -> Outgoing:
    """Return that nothing is called so, with the likely zones."""
    say = reader.texts.gettext
    return message(
        fill(
            say("I know no time zone or city “{name}”. Write for example {examples}."),
            name=line(typed, 60),
            examples=code(say("Warsaw, Europe/Warsaw, UTC+1")),
        ),
        _present(reader),
        buttons=(*_buttons(LIKELY, reader), (menu_button(reader),)),
    )


def ask(reader: Reader, *, is_private: bool) -> Outgoing:
    """Return the question for a city that is going to be typed."""
    say = reader.texts.gettext
    return message(
        say("Type a city, or an offset such as UTC+2.")
        if is_private
        else say("Reply to this message with a city, or an offset such as UTC+2."),
        say("Or send me a location (📎).") if is_private else "",
        buttons=((button(say("Back"), "tz"),),),
    )
