"""What a story's timeline looks like (pure)."""

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from bot.chat.request import button
from bot.chat.view import MAX_OUTLET, MAX_TITLE, Reader, list_button, message
from bot.deliver.accounts import account_lines
from bot.deliver.change import change_lines
from bot.deliver.html import Html, bold, join, link, text
from bot.deliver.plain import line
from bot.deliver.render import SEPARATOR, counted_outlets
from bot.domain.folding import fold
from bot.domain.model import Outgoing
from bot.i18n import mark
from bot.pipeline.cards import card_changes
from bot.pipeline.timeline import Timeline
from bot.store.entries import StoredEntry

MAX_QUOTE: Final = 160
MAX_ORIGINS: Final = 4
MAX_ROW: Final = 120
PAGE: Final = 12  # entries: about a phone's screen and a half
_SIDES: Final = {
    "UA": mark("Outlets in Ukraine"),
    "RU": mark("Outlets in Russia"),
    None: mark("Outlets elsewhere"),
}


def timeline(story: Timeline, reader: Reader, page: int) -> Outgoing:
    """Return a page of the story, its entries by where their outlets are."""
    say = reader.texts.gettext
    rows = [(side.country, entry) for side in story.sides for entry in side.entries]
    last = (len(rows) - 1) // PAGE
    page = min(page, last)
    blocks = [
        join(
            "\n",
            (
                bold(say(_SIDES[country])),
                *(_row(each, reader, story.headline.title) for _, each in group),
            ),
        )
        for country, group in groupby(
            rows[page * PAGE : (page + 1) * PAGE], key=lambda row: row[0]
        )
    ]
    pager = (
        (
            button("◀️", "tale", story.story_id, (page - 1) % (last + 1)),
            button(f"{page + 1}/{last + 1}", "tale", story.story_id, page),
            button("▶️", "tale", story.story_id, (page + 1) % (last + 1)),
        )
        if last
        else ()
    )
    return message(
        text("🧵 ") + bold(line(story.headline.title, MAX_TITLE) or say("Untitled")),
        SEPARATOR.join(_facts(story, reader)),
        *blocks,
        *([] if page else _whole(story, reader)),
        buttons=(
            pager,
            (button(say("Mute this story"), "mutes", story.story_id), list_button(reader)),
        ),
    )


def _facts(story: Timeline, reader: Reader) -> Iterator[str]:
    found = story.entries
    outlets = len({entry.publisher or entry.outlet for entry in found})
    yield counted_outlets(outlets, story.origins, reader.texts)
    first, last = found[0].first_seen_at, found[-1].first_seen_at
    moments = [
        reader.texts.moment(at, now=reader.now, zone=reader.time_zone)
        for at in dict.fromkeys((first, last))
    ]
    zone = reader.texts.zone(last, reader.time_zone)
    yield f"{' – '.join(dict.fromkeys(moments))} {zone}"


def _whole(story: Timeline, reader: Reader) -> Iterator[Html]:
    """Yield what is said of the whole story: who differs, and whose texts these are."""
    accounts = account_lines(story.accounts, reader.texts, limit=MAX_QUOTE)
    yield join("\n", accounts)
    say = reader.texts.gettext
    rows = []
    for origin in story.shared[:MAX_ORIGINS]:
        names = [line(name, MAX_OUTLET) for name in origin.outlets]
        if origin.agency is not None:
            template = say("• From {agency}: {outlets}")
            filled = template.format(agency=origin.agency, outlets=", ".join(names))
        else:
            template = say("• The same text as in {first}: {outlets}")
            filled = template.format(first=names[0], outlets=", ".join(names[1:]))
        rows.append(text(line(filled, MAX_ROW)))
    if rows:
        yield join("\n", (bold(say("Where they got it")), *rows))


def _row(entry: StoredEntry, reader: Reader, headline: str) -> Html:
    """Return one entry: when, who, and its title as the link if it is not the headline."""
    when = reader.texts.moment(entry.published_at, now=reader.now, zone=reader.time_zone)
    outlet = line(entry.publisher or entry.outlet, MAX_OUTLET)
    title = line(entry.title, MAX_TITLE) or reader.texts.gettext("Untitled")
    if outlet and fold(title) == fold(line(headline, MAX_TITLE)):
        row = text(f"{when} ") + link(outlet, entry.link)
    else:
        row = text(f"{when} {outlet}: ") + link(title, entry.link)
    if entry.update_kind is None:
        return row
    changes = change_lines(card_changes(entry, reader.language), reader.texts)
    return join("\n", (row, *changes))


def no_story(reader: Reader, *, had_none: bool = False) -> Outgoing:
    """Return that there is no story to show, or never was, and how to ask for one."""
    say = reader.texts.gettext
    return message(
        say("This chat has had no alert yet.")
        if had_none
        else say("I have no such story, or have it no longer."),
        say("Reply to an alert with /story to see who reported it, and when."),
        buttons=((button(say("Latest"), "latest"), list_button(reader)),),
    )
