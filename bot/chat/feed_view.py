"""What one feed looks like to people (pure)."""

from collections.abc import Iterator, Sequence

from bot.chat.feeds_view import SYMBOLS, moment, state
from bot.chat.outlets_view import mark_text, outlets_text
from bot.chat.request import button
from bot.chat.view import Reader, menu_button, message, zone
from bot.deliver.html import Html, bold, fill, join, text
from bot.deliver.plain import line
from bot.domain.model import Chat, Mute, Outgoing
from bot.pipeline.feed_states import FeedHealth
from bot.pipeline.outlets import hears, hides, is_heard

MAX_NAME = 80


def heard(
    chat: Chat, healths: Sequence[FeedHealth], muted: Sequence[Mute]
) -> frozenset[int]:
    """Return the ids of the feeds that the chat hears."""
    return frozenset(
        health.feed.id for health in healths if hears(chat, health.feed.spec, muted)
    )


def card(
    health: FeedHealth, chat: Chat, muted: Sequence[Mute], reader: Reader, page: int
) -> Outgoing:
    """Return a feed, with a button to hear no more of its outlet.

    Args:
        health: The feed.
        chat: Whose choice it is.
        muted: What the chat mutes.
        reader: Who reads.
        page: Of the list from which the reader comes.
    """
    say = reader.texts.gettext
    spec = health.feed.spec
    is_hidden = any(hides(mute, spec) for mute in muted)
    hide = (
        button(say("Unmute this outlet"), "fh", health.feed.id, page, 0)
        if is_hidden
        else button(say("Mute this outlet"), "fh", health.feed.id, page, 1)
    )
    return message(
        bold(f"{SYMBOLS[health.condition]} {line(spec.title, MAX_NAME)}"),
        join("\n", [*_facts(health, reader)]),
        *_heard(chat, health, reader, is_hidden=is_hidden),
        buttons=(
            (hide,),
            (button(say("Choose outlets"), "olp", 0),),
            (button(say("Back"), "f", page), menu_button(reader)),
        ),
    )


def _facts(health: FeedHealth, reader: Reader) -> Iterator[Html]:
    say = reader.texts.gettext
    feed, spec = health.feed, health.feed.spec
    says_when = health.since is not None or feed.last_success_at is not None
    where = f" ({zone(reader)})" if says_when else ""
    yield text(f"{state(health, reader)}{where}")
    if feed.last_success_at is not None:
        yield fill(say("Last read: {time}"), time=moment(feed.last_success_at, reader))
    if feed.rhythm.last_new_at is not None:
        newest = moment(feed.rhythm.last_new_at, reader)
        yield fill(say("Newest entry: {time}"), time=newest)
    if spec.publisher and spec.publisher != spec.title:
        yield fill(say("Outlet: {name}"), name=line(spec.publisher, MAX_NAME))
    if spec.country:
        yield fill(say("Country: {name}"), name=mark_text(spec.country, reader))
    if spec.language:
        code = spec.language.partition("-")[0]
        name = reader.texts.locale.languages.get(code, spec.language)
        yield fill(say("Language: {name}"), name=name)
    if spec.tags:
        tags = line(" ".join(f"#{tag}" for tag in spec.tags), MAX_NAME)
        yield fill(say("Tags: {names}"), names=tags)


def _heard(
    chat: Chat, health: FeedHealth, reader: Reader, *, is_hidden: bool
) -> Iterator[Html]:
    """Yield why the chat hears nothing of it, if so."""
    say = reader.texts.gettext
    if is_hidden:
        yield text(say("You muted this outlet; I send you nothing from it."))
    if not is_heard(chat, health.feed.spec.marks):
        template = say("You chose only outlets of: {names}. This is not one of them.")
        yield fill(template, names=outlets_text(chat.outlets, reader))
