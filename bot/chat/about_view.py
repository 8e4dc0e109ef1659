"""What the bot says about itself (pure)."""

from dataclasses import replace
from typing import Final

from bot import __version__
from bot.chat.feeds_view import read_lines
from bot.chat.picker_view import beginnings
from bot.chat.request import Keyboard, button
from bot.chat.settings_view import alerts_state
from bot.chat.view import Reader, delete_button, list_button, menu_button, message
from bot.deliver.html import Html, bold, code, fill, join, text
from bot.deliver.plain import line
from bot.domain.folding import words
from bot.domain.model import Chat, Outgoing
from bot.i18n import mark
from bot.pipeline.status import Overview

# What Telegram's menu of commands shows, in this order; /help says the same.
COMMANDS: Final = (
    ("region", mark("follow a region, a city or a country")),
    ("keyword", mark("follow words in the news")),
    ("list", mark("what you follow")),
    ("latest", mark("the latest on what you follow")),
    ("search", mark("search what was published")),
    ("test", mark("what a query would have sent")),
    ("trend", mark("how often a place is in the news, as a chart")),
    ("why", mark("why an alert came: which words, which place")),
    ("story", mark("who reported a story, and when")),
    ("mute", mark("mute a story, an outlet or words")),
    ("unmute", mark("unmute it")),
    ("mode", mark("when alerts come: at once, in digests, or urgent at once")),
    ("digest", mark("digests: when they come, or one now")),
    ("quiet", mark("quiet hours")),
    ("tz", mark("time zone")),
    ("pause", mark("pause alerts for a while")),
    ("resume", mark("send alerts again")),
    ("settings", mark("everything that can be set")),
    ("lang", mark("language: en, uk or ru")),
    ("feeds", mark("which feeds are read, and how well")),
    ("status", mark("whether feeds are read and alerts come")),
    ("export", mark("your settings and subscriptions as a file")),
    ("import", mark("load them from a file")),
    ("privacy", mark("what is stored about you")),
    ("forget", mark("delete everything about this chat")),
    ("about", mark("what this bot is, and whose data it uses")),
    ("help", mark("this overview")),
)
MAX_READY: Final = 80  # characters of a command that is shown whole, to be copied
# Besides, for the admins of this bot.
ADMIN: Final = ("admin", mark("the bot's health, and what to do"))


def introduction(reader: Reader) -> str:
    """Return in one sentence what the bot is for."""
    return reader.texts.gettext(
        "I read the news and alert you at once when it is about your regions, in any "
        "language, or has your words in it."
    )


def storage(reader: Reader) -> str:
    """Return in one sentence what the bot stores."""
    return reader.texts.gettext(
        "I store this chat's number, its settings, subscriptions and mutes, and for 90 "
        "days which alerts it got. /forget deletes all of it."
    )


def help_text(reader: Reader, *, is_admin: bool = False) -> Outgoing:
    """Return what can be said to the bot."""
    say = reader.texts.gettext
    known = (*COMMANDS, ADMIN) if is_admin else COMMANDS
    lines = [f"/{name} — {say(meaning)}" for name, meaning in known]
    example = fill(
        say("For example: {region} or {keyword}"),
        region=code(say("/region Sumy")),
        keyword=code(say("/keyword dam")),
    )
    return message(
        introduction(reader), join("\n", lines), example, buttons=_beginnings(reader)
    )


def _beginnings(reader: Reader) -> Keyboard:
    return beginnings(reader), (list_button(reader), menu_button(reader))


def unknown_command(name: str, meant: str | None, rest: str, reader: Reader) -> Outgoing:
    """Return that there is no such command, and which is meant, or where to look."""
    say, shown = reader.texts.gettext, line(f"/{name}", 40)
    told = fill(say("I do not know {command}. See /help."), command=shown)
    if meant is not None:
        told = fill(
            say("I do not know {command}. Did you mean {meant}?"),
            command=shown,
            meant=_ready(meant, rest),
        )
    return message(told, buttons=_beginnings(reader))


def meant_command(name: str, rest: str, reader: Reader) -> Outgoing:
    """Return that a command needs its slash, or that the name of a chat needs a command."""
    say = reader.texts.gettext
    return message(
        fill(say("Did you mean {meant}?"), meant=_ready(name, rest)),
        buttons=_beginnings(reader),
    )


def _ready(name: str, rest: str) -> Html:
    """Return a command to be tapped, or to be copied if something follows it."""
    whole = line(f"/{name} {rest}".rstrip(), 4 * MAX_READY)
    return code(whole) if rest and len(whole) <= MAX_READY else text(f"/{name}")


def names_no_place(reader: Reader) -> Outgoing:
    """Return that a longer text names nothing that could be followed."""
    say = reader.texts.gettext
    return message(
        say("That text names no place that I know."),
        say("Write the name of a place, or see /help."),
        buttons=_beginnings(reader),
    )


def stop(reader: Reader) -> Outgoing:
    """Return how to hear no more: for a while, or at all."""
    say = reader.texts.gettext
    delete = delete_button(reader, is_own=reader.is_private)
    return message(
        say("Pause alerts for a while, or delete everything about this chat?"),
        buttons=(
            (button(say("Pause"), "pause"), delete),
            (list_button(reader), menu_button(reader)),
        ),
    )


def not_understood(typed: str, reader: Reader) -> Outgoing:
    """Return that a text is neither a command nor like a place, and no word either."""
    if not words(typed):  # an emoji, "?"
        return not_text(reader)
    say = reader.texts.gettext
    return message(
        fill(say("I know no place called “{name}”."), name=bold(line(typed, 60))),
        fill(
            say("To follow words in the news, write {command}."),
            command=code(f"/keyword {line(typed, 60)}"),
        ),
        buttons=_beginnings(reader),
    )


def not_text(reader: Reader) -> Outgoing:
    """Return what can be sent instead of a sticker, a voice or a picture."""
    say = reader.texts.gettext
    return message(
        say("I understand text, a location, or a file that /export made."),
        say("Write the name of a place, or see /help."),
        buttons=_beginnings(reader),
    )


def still_open(told: Outgoing, reader: Reader, *, can_cancel: bool) -> Outgoing:
    """Return a message with the words that what was asked before is still asked."""
    say = reader.texts.gettext
    again = (
        say("I am still waiting for your answer: try again.")
        if reader.is_private
        else say("I am still waiting for your answer: reply to this message.")
    )
    end = ((button(say("Cancel"), "cxl"),),) if can_cancel else ()
    return replace(
        told,
        html=f"{told.html}\n\n{again}",
        plain=f"{told.plain}\n\n{again}",
        buttons=(*told.buttons, *end),
    )


def cancelled(reader: Reader) -> Outgoing:
    """Return that nothing is asked any more."""
    return message(
        reader.texts.gettext("Cancelled; nothing was changed."),
        buttons=((list_button(reader), menu_button(reader)),),
    )


def privacy(reader: Reader) -> Outgoing:
    """Return what is stored, and what is not."""
    say = reader.texts.gettext
    return message(
        bold(say("What I store")),
        storage(reader),
        say(
            "I do not store your name, your phone number or what you write, "
            "except what you subscribe to. Of a group or channel I store the "
            "title, and who sets it up from a private chat. I give nothing to "
            "anybody else."
        ),
        say(
            "I keep a file that you import for a day, so that you can undo it, "
            "and the address of a feed that you suggest for 90 days; an admin "
            "sees it without your name."
        ),
        say(
            "Of a location that you send I store only what you choose to follow. "
            "I remember the nearest town for 15 minutes and write it down nowhere."
        ),
        buttons=(
            (button(say("My settings as a file"), "exj"),),
            (delete_button(reader, is_own=reader.is_private), menu_button(reader)),
        ),
    )


def about(reader: Reader) -> Outgoing:
    """Return what the bot is, and to whom it owes its list of places.

    The licence of GeoNames asks for its sentence, which is therefore not translated.
    """
    say = reader.texts.gettext
    sources = (
        "Contains GeoNames data (geonames.org), CC BY 4.0, modified",
        say("Names of countries: Unicode CLDR, Unicode License v3"),
        say("Names of regions and their codes: iso-codes (ISO 3166), LGPL 2.1"),
        say("Settlements of Ukraine: KATOTTG, the state's list of territorial units"),
    )
    return message(
        bold(fill(say("About Tocsin {version}"), version=__version__)),
        introduction(reader),
        say("Free software, Apache License 2.0. Whoever runs this bot chooses its feeds."),
        say("Where the places come from:"),
        join("\n", [f"• {source}" for source in sources]),
        buttons=_beginnings(reader),
    )


def status(chat: Chat, overview: Overview, count: int, reader: Reader) -> Outgoing:
    """Return how the feeds and the chat's alerts are."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    healthy = overview.feeds - overview.failing - overview.unread
    lines: list[str | Html] = [
        plural(
            "{healthy} of {count} feed is read without errors",
            "{healthy} of {count} feeds are read without errors",
            overview.feeds,
        ).format(healthy=healthy, count=overview.feeds)
    ]
    if overview.failing:
        failing = plural(
            "{count} could not be read the last time: /feeds",
            "{count} could not be read the last time: /feeds",
            overview.failing,
        )
        lines.append(failing.format(count=overview.failing))
    if overview.unread:
        unread = plural(
            "{count} was not read yet", "{count} were not read yet", overview.unread
        )
        lines.append(unread.format(count=overview.unread))
    lines += read_lines(overview, reader)
    lines.append(
        plural(
            "You have {count} subscription", "You have {count} subscriptions", count
        ).format(count=count)
    )
    lines.append(fill(say("Alerts: {state}"), state=alerts_state(chat, reader)))
    return message(
        bold(say("Status")),
        join("\n", lines),
        buttons=((list_button(reader), menu_button(reader)),),
    )


def failed(reader: Reader) -> Outgoing:
    """Return that something went wrong, honestly."""
    return message(
        text(
            reader.texts.gettext("That did not work; the fault is mine. Please try again.")
        )
    )
