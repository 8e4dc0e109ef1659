"""What admins are shown (pure)."""

from collections.abc import Sequence
from typing import Final

from bot.chat.feeds_view import read_lines, summary
from bot.chat.request import button
from bot.chat.view import Reader, menu_button, message
from bot.deliver.html import Html, bold, fill, join
from bot.deliver.plain import line
from bot.domain.model import Outgoing
from bot.i18n import mark
from bot.pipeline.feed_states import FeedHealth
from bot.pipeline.status import Overview

SUBCOMMANDS: Final = (
    ("health", mark("the bot in numbers")),
    (
        "feeds",
        mark("each feed and what is wrong with it; poll, test or pause it"),
    ),
    ("reload", mark("read feeds.yaml and regions.yaml again")),
    ("people", mark("chats, subscriptions and the queue in numbers")),
    ("dead", mark("messages that could not be delivered: send them again or discard them")),
    ("broadcast", mark("a message to all chats, after a preview")),
    ("backup", mark("copy the database")),
    ("log", mark("what admins did")),
)


def not_for_you(reader: Reader) -> Outgoing:
    """Return that the command is not for everybody."""
    say = reader.texts.gettext
    return message(
        say(
            "This is for the admins of this bot, in a private chat with it. "
            "/status and /feeds show how the bot and the feeds are doing."
        ),
        buttons=((menu_button(reader),),),
    )


def health(
    overview: Overview, found: Sequence[FeedHealth], reader: Reader, *, unknown: str = ""
) -> Outgoing:
    """Return the bot's health in numbers, and what else an admin can ask."""
    say = reader.texts.gettext
    facts: list[Html | str] = [summary(found, reader), *read_lines(overview, reader)]
    for template, count in (
        (say("Messages waiting: {count}"), overview.waiting),
        (say("Dead letters: {count}"), overview.dead),
    ):
        facts.append(fill(template, count=reader.texts.number(count)))
    if overview.waiting and overview.waiting_since is not None:
        age = reader.texts.relative(reader.now - overview.waiting_since)
        facts.append(fill(say("Oldest message waiting: {time}"), time=age))
    if overview.outage is not None:
        since, until = overview.outage
        facts.append(
            fill(
                say("Telegram was out of reach for {duration}; back: {time}"),
                duration=reader.texts.duration(until - since),
                time=reader.texts.relative(reader.now - until),
            )
        )
    gaps = sum(each.feed.possible_gaps for each in found)
    facts.append(fill(say("Possible gaps: {count}"), count=reader.texts.number(gaps)))
    return message(
        fill(say("I do not know /admin {name}."), name=line(unknown, 40))
        if unknown
        else "",
        bold(say("Health")),
        join("\n", facts),
        join("\n", [f"/admin {name} — {say(meaning)}" for name, meaning in SUBCOMMANDS]),
        buttons=(
            (button(say("Feeds"), "af", 0), button(say("People and queue"), "ope")),
            (
                button(say("Dead letters"), "dl", 0),
                button(say("What admins did"), "olo", 0),
            ),
            (
                button(say("Reload the files"), "ore"),
                button(say("Copy the database"), "oba"),
            ),
            (button(say("Message to all chats"), "askb"), menu_button(reader)),
        ),
    )


def first_word(text: str) -> tuple[str, str]:
    """Return the first word of what follows a command, and the rest as it was typed.

    >>> first_word("broadcast Hello all")
    ('broadcast', 'Hello all')
    """
    word, *rest = text.split(maxsplit=1) or ("health",)
    return word.casefold(), rest[0] if rest else ""
