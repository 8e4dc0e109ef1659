"""Which outlets a chat hears: in words, and to choose from (pure)."""

from collections.abc import Collection
from typing import Final

from bot.chat.request import button
from bot.chat.timetable_view import checked
from bot.chat.view import Reader, label, menu_button, message, rows
from bot.deliver.html import bold, fill
from bot.deliver.plain import line
from bot.domain.model import Button, Outgoing
from bot.pipeline.outlets import key_of

MAX_NAMES: Final = 200
PAGE: Final = 20  # countries and tags on a page


def mark_text(outlet_mark: str, reader: Reader) -> str:
    """Return the name of a country, or a tag as it is."""
    if outlet_mark.startswith("#"):
        return outlet_mark
    name: str = reader.texts.locale.territories.get(outlet_mark, outlet_mark)
    return name


def outlets_text(outlets: Collection[str], reader: Reader) -> str:
    """Return which outlets the chat hears, in a few words."""
    if not outlets:
        return reader.texts.gettext("all")
    names = sorted(mark_text(each, reader) for each in outlets)
    return line(", ".join(names), MAX_NAMES)


def choice(
    chosen: Collection[str], offered: Collection[str], heard: int, reader: Reader, page: int
) -> Outgoing:
    """Return the countries and tags to choose from; a press sets or clears one.

    Args:
        chosen: What is chosen now.
        offered: All that there is; countries stand before tags.
        heard: How many feeds the chat hears so.
        reader: Who reads.
        page: Of the buttons.
    """
    say, plural = reader.texts.gettext, reader.texts.ngettext
    marks = sorted(
        {*offered, *chosen},
        key=lambda each: (each[0] == "#", mark_text(each, reader).casefold()),
    )
    last = max(0, (len(marks) - 1) // PAGE)
    page = min(page, last)
    shown = marks[page * PAGE : (page + 1) * PAGE]
    buttons = [
        button(
            label(checked(mark_text(each, reader), chosen=each in chosen)),
            "ol",
            0 if each in chosen else 1,
            page,
            key_of(each),
        )
        for each in shown
    ]
    count = plural("That is {count} feed.", "That is {count} feeds.", heard)
    everything = (button(say("All outlets"), "ola"),) if chosen else ()
    return message(
        bold(say("Choose outlets")),
        fill(say("Chosen: {names}"), names=outlets_text(chosen, reader))
        + f"\n{count.format(count=reader.texts.number(heard))}",
        say(
            "Tap countries and tags: you get what an outlet with any of them "
            "reports. A story of other outlets comes once one of yours reports "
            "it, too."
        ),
        buttons=(
            *rows(buttons, 2),
            _pages(page, last),
            everything,
            (button(say("Feeds"), "f", 0), menu_button(reader)),
        ),
    )


def _pages(page: int, last: int) -> tuple[Button, ...]:
    if not last:
        return ()
    return (
        button("◀️", "olp", (page - 1) % (last + 1)),
        button(f"{page + 1}/{last + 1}", "olp", page),
        button("▶️", "olp", (page + 1) % (last + 1)),
    )
