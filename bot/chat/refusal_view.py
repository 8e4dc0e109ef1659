"""Why a name after /region leads to nothing (pure)."""

from typing import Final, assert_never

from bot.chat.view import Reader, place_text
from bot.deliver.html import Html, bold, code, fill
from bot.deliver.plain import line
from bot.pipeline.near import DEFAULT_KM
from bot.pipeline.place_names import BadDistance, Here, NoMiddle, PlaceUnknown, Refused
from bot.pipeline.regions import MAX_KM

MAX_SHOWN: Final = 100


def refused(outcome: Refused, reader: Reader) -> Html:
    """Return why nothing is followed, and what to write instead."""
    say = reader.texts.gettext
    match outcome:
        case PlaceUnknown():
            template = say(
                "I do not know a place called “{name}”. Try another spelling or language."
            )
            return fill(template, name=bold(line(outcome.text, MAX_SHOWN)))
        case Here():
            template = say("Around what? Name a town: {command}")
            if reader.is_private:
                template = say(
                    "Around what? Send me a location (📎), or name a town: {command}. "
                    "Of a location I keep nothing but what you choose to follow."
                )
            command = say("/region Sumy {km} km").format(km=outcome.km)
            return fill(template, command=code(command))
        case BadDistance():
            template = say("A distance can be from 1 to {km} km: {command}")
            command = say("/region Sumy {km} km").format(km=DEFAULT_KM)
            return fill(template, km=MAX_KM, command=code(command))
        case NoMiddle():
            template = say(
                "{place} is too wide for a distance around it. Name a town: {command}"
            )
            command = say("/region Sumy {km} km").format(km=DEFAULT_KM)
            place = bold(place_text(outcome.place, reader.language))
            return fill(template, place=place, command=code(command))
        case never:
            assert_never(never)
