"""What the answer to a shared location looks like (pure)."""

from typing import Final

from bot.chat.picker_view import pick_button
from bot.chat.request import button
from bot.chat.view import Reader, choices, list_button, message, place_text
from bot.deliver.html import bold, fill
from bot.domain.model import Button, Outgoing, Place
from bot.pipeline.location import REACH_KM, Nearby
from bot.pipeline.regions import Target

RADII: Final = (20, 50, 100)  # km, offered at once


def nearby(found: Nearby, reader: Reader, *, screen: str) -> Outgoing:
    """Return what can be followed near the location, by buttons that lead to `screen`."""
    say = reader.texts.gettext
    targets = tuple(Target(place=place) for place in found.places)
    around = tuple(_around(found.town, km, screen, reader) for km in RADII)
    return message(
        fill(
            say("Near the location: {place}."),
            place=bold(place_text(found.town, reader.language)),
        ),
        say("What do you want to follow? I keep your choice, not the location."),
        buttons=(
            *choices(targets, screen, reader),
            around,
            (button(say("None of these"), "help"),),
        ),
    )


def _around(place: Place, km: int, screen: str, reader: Reader) -> Button:
    words = reader.texts.gettext("{km} km around").format(km=km)
    return button(words, screen, Target(place=place, km=km).id)


def nowhere(reader: Reader) -> Outgoing:
    """Return that nothing known is near the location."""
    say = reader.texts.gettext
    return message(
        say("I know no town within {km} km of that location.").format(km=REACH_KM),
        say("Send me the name of a region, a city or a country."),
        buttons=((pick_button(reader), list_button(reader)),),
    )
