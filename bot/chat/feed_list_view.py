"""What a list of feeds that somebody sends looks like (pure)."""

from collections.abc import Iterator
from typing import Final

from bot.chat.request import button
from bot.chat.view import Reader, menu_button, message
from bot.config.addresses import shown_url
from bot.config.feeds_file import Addition
from bot.deliver.html import Html, bold, fill, join, text
from bot.deliver.plain import line
from bot.domain.errors import ConfigError
from bot.domain.model import Outgoing
from bot.pipeline.feed_lists import FeedsOffered

MOST: Final = 12  # feeds in an answer
MAX_LINE: Final = 80


def no_list(error: ConfigError, reader: Reader, *, is_admin: bool) -> Outgoing:
    """Return that a list cannot be read; to admins why, in English as on a server."""
    say = reader.texts.gettext
    return message(
        say("I cannot read that list of feeds; export it again as OPML."),
        line(str(error), 2 * MAX_LINE) if is_admin else "",
        buttons=((button(say("Import"), "aski"), menu_button(reader)),),
    )


def offered(found: FeedsOffered, reader: Reader, *, is_admin: bool) -> Outgoing:
    """Return what a list has; admins may add it, others may suggest it."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    parts = [*_parts(found, reader)]
    feeds = button(say("Feeds"), "f", 0)
    if not found.new:
        return message(
            bold(say("The list has no feed that is new here.")),
            *parts,
            buttons=((feeds, menu_button(reader)),),
        )
    count = len(found.new)
    if is_admin:
        add = plural("Add {count} feed", "Add {count} feeds", count).format(count=count)
        return message(
            bold(say("Add these feeds for everybody?")),
            *parts,
            buttons=((button(add, "fla", found.import_id),), (button(say("No"), "m"),)),
        )
    return message(
        bold(say("The admin of this bot decides which feeds are read.")),
        say("You can suggest the new ones."),
        *parts,
        buttons=(
            (button(say("Suggest these feeds"), "fls", found.import_id),),
            (feeds, menu_button(reader)),
        ),
    )


def _parts(found: FeedsOffered, reader: Reader) -> Iterator[Html]:
    say, plural = reader.texts.gettext, reader.texts.ngettext
    lines = [line(feed.title or shown_url(feed.url), MAX_LINE) for feed in found.new]
    refused = [line(f"{name}: {reason}", 2 * MAX_LINE) for name, reason in found.refused]
    left_out = [
        line(f"{feed.title or shown_url(feed.url)}: {', '.join(feed.left_out)}", MAX_LINE)
        for feed in found.new
        if feed.left_out
    ]
    groups = (
        (say("New:"), lines),
        (say("Left out of the file:"), [*refused, *left_out]),
    )
    for heading, names in groups:
        if names:
            shown = [f"• {name}" for name in names[:MOST]]
            if len(names) > MOST:
                shown.append(say("and {count} more").format(count=len(names) - MOST))
            yield join("\n", [bold(heading), *shown])
    if found.known:
        known = plural(
            "{count} is there already.", "{count} are there already.", found.known
        )
        yield text(known.format(count=found.known))


def added(outcome: Addition | ConfigError | None, reader: Reader) -> Outgoing:
    """Return what became of adding the feeds."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    buttons = ((button(say("Feeds"), "f", 0), menu_button(reader)),)
    if outcome is None:
        return message(
            say("I do not have that file any more. Send it again."), buttons=buttons
        )
    if isinstance(outcome, ConfigError):
        return message(
            fill(say("Not added: {reason}"), reason=str(outcome)), buttons=buttons
        )
    count = len(outcome.added)
    told = plural("{count} feed was added.", "{count} feeds were added.", count)
    return message(
        bold(told.format(count=count)),
        say(
            "Written at the end of feeds.yaml and read within a minute. To undo "
            "it, take it out of that file."
        )
        if count
        else say("They are in feeds.yaml already."),
        buttons=buttons,
    )
