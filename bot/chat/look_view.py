"""What the choice of sound and pictures looks like (pure)."""

from typing import Final

from bot.chat.request import button
from bot.chat.timetable_view import checked, urgent_means
from bot.chat.view import Reader, menu_button, message
from bot.deliver.html import bold, join
from bot.domain.model import Chat, Outgoing, Pictures, Sound
from bot.i18n import mark

SOUNDS: Final = {
    Sound.ALL: mark("Every alert"),
    Sound.URGENT: mark("Only urgent"),
    Sound.NONE: mark("None"),
}
PICTURES: Final = {
    Pictures.OFF: mark("Off"),
    Pictures.SMALL: mark("Small"),
    Pictures.LARGE: mark("Large"),
}


def look(chat: Chat, reader: Reader) -> Outgoing:
    """Return the choice of what makes a sound, and of pictures."""
    say = reader.texts.gettext
    sounds = ((each, say(name)) for each, name in SOUNDS.items())
    pictures = ((each, say(name)) for each, name in PICTURES.items())
    return message(
        bold(say("Which alerts make a sound?")),
        say("All others come silently. Scheduled digests are always silent."),
        urgent_means(reader),
        bold(say("Pictures")),
        join(
            "\n",
            (
                say("• Off: text only."),
                say("• Small: a preview of the report below the text."),
                say("• Large: the picture of the report above the text."),
            ),
        ),
        say(
            "Telegram takes the picture from the outlet's page. If it cannot, the alert "
            "comes as text."
        ),
        buttons=(
            tuple(
                button(checked(name, chosen=chat.sound is each), "lks", each.value)
                for each, name in sounds
            ),
            tuple(
                button(checked(name, chosen=chat.pictures is each), "lkp", each.value)
                for each, name in pictures
            ),
            (button(say("When alerts come"), "mode"), menu_button(reader)),
        ),
    )
