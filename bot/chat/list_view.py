"""What the list of subscriptions looks like (pure)."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from bot.chat.picker_view import beginnings
from bot.chat.request import button
from bot.chat.view import Reader, menu_button, message, subscription_text
from bot.deliver.html import bold, join
from bot.domain.model import Button, Outgoing, Subscription
from bot.pipeline.queries import is_readable
from bot.pipeline.regions import find_target

# Each has two rows of two buttons: four words in one row a phone would cut off.
PAGE: Final = 4


def listing(
    mine: Sequence[Subscription],
    reader: Reader,
    page: int,
    in_digest: Collection[int] = (),
) -> Outgoing:
    """Return a page of the chat's subscriptions, each with all that can be done to it.

    `in_digest` are the ids of those that come with the digests.
    """
    say = reader.texts.gettext
    if not mine:
        return message(
            bold(say("You follow nothing yet.")),
            say("Choose regions, or send /keyword and a word."),
            buttons=(beginnings(reader),),
        )
    last = (len(mine) - 1) // PAGE
    page = min(page, last)
    shown = list(enumerate(mine, 1))[page * PAGE : (page + 1) * PAGE]
    heading = reader.texts.ngettext(
        "You have {count} subscription:", "You have {count} subscriptions:", len(mine)
    )
    lines = [
        f"{number}. {subscription_text(each, reader)}"
        + _state(each, reader, in_digest=each.id in in_digest)
        for number, each in shown
    ]
    rows = tuple(
        row for number, each in shown for row in _actions(each, number, page, reader)
    )
    pages = (
        (
            button("◀️", "list", (page - 1) % (last + 1)),
            button(f"{page + 1}/{last + 1}", "list", page),
            button("▶️", "list", (page + 1) % (last + 1)),
        )
        if last
        else ()
    )
    return message(
        bold(heading.format(count=len(mine))),
        join("\n", lines),
        buttons=(*rows, pages, (*beginnings(reader), menu_button(reader))),
    )


def _state(each: Subscription, reader: Reader, *, in_digest: bool) -> str:
    """Return how it differs from one that is told at once, in parentheses."""
    say = reader.texts.gettext
    states = [say("⏸️ paused")] if each.is_paused else []
    states += [say("In digests").lower()] if in_digest else []
    if lost := [region for region in each.regions if find_target(region) is None]:
        states.append(say("⚠️ no longer known: {places}").format(places=", ".join(lost)))
    elif each.query is not None and not is_readable(each.query):
        states.append(say("⚠️ finds nothing, edit it"))
    return f" ({', '.join(states)})" if states else ""


def _actions(
    each: Subscription, number: int, page: int, reader: Reader
) -> Iterator[tuple[Button, ...]]:
    """Yield the rows of one subscription; each button says to which it belongs."""
    say = reader.texts.gettext
    pause = say("Resume") if each.is_paused else say("Pause")

    def one(words: str, screen: str, *more: int) -> Button:
        return button(f"{number}. {words}", screen, each.id, page, *more)

    yield one(say("Test"), "subt"), one(say("Edit"), "sube")
    yield one(pause, "subp", int(not each.is_paused)), one(say("Delete"), "rm")
