"""What is asked after a pause in which much came (pure)."""

from bot.chat.request import button
from bot.chat.view import Reader, menu_button, message
from bot.deliver.html import bold
from bot.domain.model import Outgoing
from bot.pipeline.after_pause import MOST_SINGLY, After


def question(waiting: int, reader: Reader) -> Outgoing:
    """Return the question what shall become of it."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    came = plural(
        "{count} story came meanwhile.", "{count} stories came meanwhile.", waiting
    )
    at = round(reader.now.timestamp())
    singly = (
        (button(say("All, one by one"), "aft", After.ALL, at),)
        if waiting <= MOST_SINGLY
        else ()
    )
    return message(
        bold(say("Alerts come again.")),
        came.format(count=reader.texts.number(waiting)),
        say("In a minute they come as one message, unless you want it otherwise:"),
        buttons=(
            (button(say("As one message"), "aft", After.DIGEST, at),),
            singly,
            (button(say("Skip them"), "aft", After.SKIP, at),),
            (menu_button(reader),),
        ),
    )


def chosen(how: After, count: int, reader: Reader) -> Outgoing:
    """Return what becomes of it."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    told = {
        After.DIGEST: say("They come as one message."),
        After.ALL: say("They come one by one."),
        After.SKIP: plural(
            "{count} story was skipped; see /latest for the newest.",
            "{count} stories were skipped; see /latest for the newest.",
            count,
        ).format(count=reader.texts.number(count)),
    }[how]
    return message(
        told if count else say("None of it is waiting any more."),
        buttons=((button(say("Latest"), "latest"), menu_button(reader)),),
    )
