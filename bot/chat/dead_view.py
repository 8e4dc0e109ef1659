"""How dead letters look (pure)."""

from collections.abc import Sequence
from typing import Final

from bot.chat.feeds_view import moment
from bot.chat.request import Keyboard, button
from bot.chat.view import Reader, health_button, label, message, rows, zone
from bot.deliver.errors import Refusal, refusal_of
from bot.deliver.html import Html, bold, code, fill, join, text
from bot.deliver.plain import line
from bot.domain.model import DeliveryKind, DeliveryState, Outgoing
from bot.i18n import mark
from bot.pipeline.dead_letters import Fate
from bot.store.dead import Letter

PAGE: Final = 5  # letters on a page
MAX_TITLE: Final = 120
MAX_NAME: Final = 40
MAX_REASON: Final = 300
_KINDS: Final = {
    DeliveryKind.ALERT: mark("alert"),
    DeliveryKind.CHANGE: mark("change of a story"),
    DeliveryKind.CLOSER: mark("change of a story"),
    DeliveryKind.REPORT: mark("further report"),
    DeliveryKind.DIGEST: mark("digest"),
    DeliveryKind.EDIT: mark("edit"),
    DeliveryKind.SPIKE: mark("spike"),
    DeliveryKind.TO_ALL: mark("message to all"),
}
# What it means, and so whether it helps to send it again.
_REASONS: Final = {
    Refusal.PARSE: mark("Telegram cannot read its text; that is a fault of this program."),
    Refusal.TOPIC: mark("Its topic is gone, and the group takes nothing outside topics."),
    Refusal.BUTTONS: mark("Telegram refuses one of its buttons."),
    Refusal.PREVIEW: mark("Telegram cannot show its picture."),
    Refusal.GONE: mark("The message that it changes is gone."),
}
_UNSURE: Final = mark(
    "It is not known whether it arrived: the connection broke each time. If it is "
    "sent again, it may come once more."
)
_OTHER: Final = mark("Telegram refuses it for good.")


def letters(found: Sequence[Letter], count: int, page: int, reader: Reader) -> Outgoing:
    """Return a page of dead letters, each with a button to read it."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    health = health_button(reader)
    if not found:
        return message(
            bold(say("Dead letters")),
            say("None: everything was delivered, or is still in the queue."),
            buttons=((health,),),
        )
    told = plural(
        "{count} message could not be delivered.",
        "{count} messages could not be delivered.",
        count,
    ).format(count=reader.texts.number(count))
    heading = fill(say("Dead letters ({zone})"), zone=zone(reader))
    reading = [
        button(
            label(f"{page * PAGE + number}. {_what(each, reader)}"), "dlo", each.id, page
        )
        for number, each in enumerate(found, 1)
    ]
    return message(
        bold(heading) + f"\n{told}",
        *(
            join(
                "\n", (f"{page * PAGE + number}. " + _head(each, reader), why(each, reader))
            )
            for number, each in enumerate(found, 1)
        ),
        buttons=(
            *rows(reading, 1),
            *_turns(page, count),
            (button(say("All of them…"), "dla"), health),
        ),
    )


def _turns(page: int, count: int) -> Keyboard:
    pages = -(-count // PAGE)
    if pages == 1:
        return ()
    return (
        (
            button("◀️", "dl", (page - 1) % pages),
            button(f"{page + 1}/{pages}", "dl", page),
            button("▶️", "dl", (page + 1) % pages),
        ),
    )


def _what(letter: Letter, reader: Reader) -> str:
    kind = reader.texts.gettext(_KINDS[letter.kind])
    return line(letter.title, MAX_TITLE) or kind


def _head(letter: Letter, reader: Reader) -> Html:
    kind = reader.texts.gettext(_KINDS[letter.kind])
    return text(f"{kind} · {moment(letter.finished_at, reader)} · ") + _to(letter)


def _to(letter: Letter) -> Html:
    name = line(letter.name, MAX_NAME)
    return text(f"{name} ") + code(str(letter.chat)) if name else code(str(letter.chat))


def why(letter: Letter, reader: Reader) -> str:
    """Return in words why it is dead."""
    say = reader.texts.gettext
    if letter.state is DeliveryState.UNSURE:
        return say(_UNSURE)
    refusal = refusal_of(letter.reason)
    return say(_REASONS.get(refusal, _OTHER) if refusal else _OTHER)


def letter(found: Letter, page: int, reader: Reader) -> Outgoing:
    """Return one of them with all that is known."""
    say = reader.texts.gettext
    facts = [
        fill(say("To: {chat}"), chat=_to(found)),
        fill(say("Made: {time}"), time=moment(found.created_at, reader)),
        fill(say("Given up: {time}"), time=moment(found.finished_at, reader)),
        fill(say("Attempts: {count}"), count=reader.texts.number(found.attempts)),
    ]
    return message(
        bold(_what(found, reader)),
        join("\n", facts),
        join("\n", (why(found, reader), code(line(found.reason, MAX_REASON)))),
        buttons=(
            (
                button(say("Send again"), "dlr", found.id, page),
                button(say("Discard"), "dld", found.id, page),
            ),
            (button(say("Back"), "dl", page),),
        ),
    )


def ask(count: int, reader: Reader) -> Outgoing:
    """Return the question what shall become of all of them."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    return message(
        plural(
            "{count} message could not be delivered. What should be done with it?",
            "{count} messages could not be delivered. What should be done with them?",
            count,
        ).format(count=reader.texts.number(count)),
        buttons=(
            (button(say("Send all again"), "dlr"), button(say("Discard all"), "dld")),
            (button(say("Back"), "dl", 0),),
        ),
    )


def done(fate: Fate, count: int, reader: Reader) -> str:
    """Return what was done, for the notice over the chat."""
    plural = reader.texts.ngettext
    told = (
        plural(
            "{count} message is in the queue again.",
            "{count} messages are in the queue again.",
            count,
        )
        if fate is Fate.REQUEUE
        else plural("{count} message discarded.", "{count} messages discarded.", count)
    )
    return told.format(count=reader.texts.number(count))
