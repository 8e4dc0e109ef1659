"""What the settings look like (pure)."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from bot.chat.outlets_view import outlets_text
from bot.chat.picker_view import beginnings
from bot.chat.request import Keyboard, button, room_data
from bot.chat.rooms_view import settings_rows
from bot.chat.time_zone_view import zone_text
from bot.chat.timetable_view import mode_state, quiet_state
from bot.chat.view import (
    Reader,
    delete_button,
    listed,
    menu_button,
    message,
    rows,
    subscription_text,
)
from bot.deliver.html import Html, bold, fill, join, text
from bot.deliver.plain import line
from bot.domain.model import Button, Chat, Managed, Outgoing, Subscription
from bot.i18n import LANGUAGES, Texts, texts
from bot.pipeline.chats import is_paused
from bot.store.chats import FOREVER
from bot.store.managers import Room

NAMES: Final = {"en": "English", "uk": "Українська", "ru": "Русский"}
PAUSES: Final = (timedelta(hours=1), timedelta(hours=8), timedelta(days=1))


def menu(
    chat: Chat,
    mine: Sequence[Subscription],
    reader: Reader,
    others: Sequence[Room] = (),
) -> Outgoing:
    """Return the settings, each as it is, with a button to change it."""
    say = reader.texts.gettext
    regions = [subscription_text(each, reader) for each in mine if each.query is None]
    keywords = [subscription_text(each, reader) for each in mine if each.query is not None]
    nothing = say("none")
    facts = [
        fill(
            say("Regions: {names}"),
            names=listed(regions, "; ", reader) or nothing,
        ),
        fill(
            say("Keywords: {names}"),
            names=listed(keywords, "; ", reader) or nothing,
        ),
        fill(say("Alerts: {state}"), state=alerts_state(chat, reader)),
        fill(say("Quiet hours: {hours}"), hours=quiet_state(chat, reader)),
        fill(say("Time zone: {zone}"), zone=zone_text(reader.time_zone, reader)),
        fill(say("Language: {name}"), name=language_name(chat, reader)),
    ]
    if chat.outlets:
        names = outlets_text(chat.outlets, reader)
        facts.append(fill(say("Outlets: {state}"), state=names))
    if chat.kind == "supergroup" and isinstance(chat, Managed):
        facts += _topic(chat, reader)
    pause = (
        button(say("Resume"), "go")
        if is_paused(chat, now=reader.now)
        else button(say("Pause"), "pause")
    )
    keyboard = (
        beginnings(reader),
        (button(say("My subscriptions"), "list", 0), button(say("Latest"), "latest")),
        (button(say("When alerts come"), "mode"), button(say("Digests"), "times")),
        (button(say("Quiet hours"), "quiet"), button(say("Time zone"), "tz")),
        (pause, button(say("Language"), "lang")),
        *settings_rows(others, chat, reader),
        (button(say("Feeds"), "f", 0), button(say("Muted"), "muted", 0)),
        (button(say("Export"), "exj"), button(say("Import"), "aski")),
        (button(say("Help"), "help"), delete_button(reader, is_own=chat.kind == "private")),
    )
    return message(bold(say("Settings")), join("\n", facts), buttons=keyboard)


def _topic(chat: Chat, reader: Reader) -> Iterator[Html]:
    """Yield where in a group alerts come; a bot cannot ask Telegram for its topics."""
    say = reader.texts.gettext
    topic = (
        say("the one where /start was last sent")
        if chat.thread_id is not None
        else say("the main one, if there are several")
    )
    yield fill(say("Topic of the group: {topic}"), topic=topic)
    yield text(say("To choose another, send /start in that topic."))


def alerts_state(chat: Chat, reader: Reader) -> str:
    """Return whether alerts come: how, or until when they are held back."""
    say = reader.texts.gettext
    if not is_paused(chat, now=reader.now) or chat.paused_until is None:
        return mode_state(chat, reader)
    if chat.paused_until >= FOREVER:
        return say("paused")
    return say("paused until {time}").format(time=_moment(chat, reader))


def _moment(chat: Chat, reader: Reader) -> str:
    assert chat.paused_until is not None
    moment = reader.texts.moment(chat.paused_until, now=reader.now, zone=reader.time_zone)
    return f"{moment} {reader.texts.zone(chat.paused_until, reader.time_zone)}"


def language_name(chat: Chat, reader: Reader) -> str:
    """Return what the chat's language is called within a sentence."""
    return str(reader.texts.locale.languages[texts(chat.language).language])


def languages(chosen: Texts, *, screen: str) -> Keyboard:
    """Return a button for each language, the present one marked."""
    buttons = [
        button(
            f"✅ {NAMES[code]}" if code == chosen.language else NAMES[code], screen, code
        )
        for code in LANGUAGES
    ]
    return rows(buttons, len(LANGUAGES))


def language(chat: Chat, reader: Reader, *, unknown: str = "") -> Outgoing:
    """Return the choice of languages."""
    say = reader.texts.gettext
    return message(
        say("I do not speak that language yet.") if unknown else "",
        say("Which language do you prefer?"),
        buttons=(
            *languages(texts(chat.language), screen="lang"),
            (menu_button(reader),),
        ),
    )


def language_set(chat: Chat, reader: Reader) -> Outgoing:
    """Return that the chat's language was changed, in that language."""
    chosen = texts(chat.language)
    return message(
        chosen.gettext("From now on I write in English."),
        buttons=(*languages(chosen, screen="lang"), (menu_button(reader),)),
    )


def pause(chat: Chat, reader: Reader) -> Outgoing:
    """Return how long alerts could be held back."""
    return message(
        _held_back(chat, reader),
        buttons=(*_pause_buttons(chat, reader), (menu_button(reader),)),
    )


def _held_back(chat: Chat, reader: Reader) -> str:
    say = reader.texts.gettext
    if not is_paused(chat, now=reader.now) or chat.paused_until is None:
        return say("How long should alerts wait?")
    waiting = say(
        "Meanwhile alerts wait; afterwards they come as one message, unless there "
        "are only one or two."
    )
    if chat.paused_until >= FOREVER:
        return say("Alerts are paused until you resume them.") + "\n" + waiting
    until = say("Alerts are paused until {time}.").format(time=_moment(chat, reader))
    return f"{until}\n{waiting}"


def _pause_buttons(chat: Chat, reader: Reader) -> Keyboard:
    lengths = _lengths(reader)
    if is_paused(chat, now=reader.now):
        return ((button(reader.texts.gettext("Resume"), "go"),), lengths)
    return (lengths, (button(reader.texts.gettext("Until I resume"), "hold", 0),))


def _lengths(reader: Reader) -> tuple[Button, ...]:
    return tuple(
        button(reader.texts.duration(length), "hold", round(length.total_seconds() / 60))
        for length in PAUSES
    )


def pause_unclear(typed: str, chat: Chat, reader: Reader) -> Outgoing:
    """Return that the length was not understood."""
    say = reader.texts.gettext
    return message(
        fill(
            say("I cannot read “{text}” as a length of time. Write 30m, 2h or 1d."),
            text=line(typed, 60),
        ),
        buttons=(*_pause_buttons(chat, reader), (menu_button(reader),)),
    )


def resumed(reader: Reader, *, was_paused: bool) -> Outgoing:
    """Return that alerts come again."""
    say = reader.texts.gettext
    return message(
        say("Alerts are on again, and what waited is coming.")
        if was_paused
        else say("Alerts were not paused."),
        buttons=((menu_button(reader),),),
    )


def forget(reader: Reader) -> Outgoing:
    """Return the question whether everything is to be deleted."""
    say = reader.texts.gettext
    return message(
        bold(say("Delete everything about this chat?")),
        say(
            "Settings, subscriptions and the record of alerts are deleted at once. "
            "It cannot be undone."
        ),
        buttons=(
            (button(say("Delete everything"), "forget", "yes"),),
            (button(say("No, keep"), "m"),),
        ),
    )


def forgotten(chat: Chat, reader: Reader) -> Outgoing:
    """Return that everything was deleted; a chat that was set up from here is gone."""
    say = reader.texts.gettext
    again = button(say("Start again"), "w", 1)  # the first step of /start (start_view)
    if isinstance(chat, Managed):
        again = Button(text=say("Groups and channels"), data=room_data(0, "rooms"))
    return message(say("Everything about this chat has been deleted."), buttons=((again,),))
