"""What the settings of when a chat is told look like (pure)."""

from datetime import time
from typing import Final

from bot.chat.clock_words import WEEKEND, WORKDAYS
from bot.chat.request import Keyboard, button
from bot.chat.view import Reader, menu_button, message, rows
from bot.deliver.html import Html, bold, code, fill, join
from bot.deliver.plain import line
from bot.domain.model import Button, Chat, Mode, Outgoing
from bot.domain.timetable import EVERY_DAY, MAX_TIMES, QuietHours
from bot.pipeline.timetable import Waits

TIMES: Final = tuple(map(time, (7, 8, 9, 12, 15, 18, 20, 22)))
HOURS: Final = ((time(22), time(7)), (time(23), time(7)), (time(0), time(8)))


def clock(at: time) -> str:
    """Return ``08:00``."""
    return at.isoformat(timespec="minutes")


def digest_times(chat: Chat, reader: Reader) -> str:
    """Return when digests come: ``08:00 and 20:00 (Mon–Fri)``."""
    times = reader.texts.join([*map(clock, chat.digests.times)])
    if chat.digests.days == EVERY_DAY:
        return times
    return f"{times} ({reader.texts.weekdays(chat.digests.days)})"


def mode_state(chat: Chat, reader: Reader) -> str:
    """Return in a few words how the chat is told."""
    say = reader.texts.gettext
    times = digest_times(chat, reader)
    if chat.mode is Mode.DIGEST:
        return say("in a digest at {times}").format(times=times)
    if chat.mode is Mode.SMART:
        return say("urgent at once, the rest in a digest at {times}").format(times=times)
    return say("at once")


def quiet_state(chat: Chat, reader: Reader, *, zone: str = "") -> str:
    """Return the quiet hours in a few words; `zone` says whose."""
    say = reader.texts.gettext
    if chat.quiet is None:
        return say("none")
    hours = f"{span(chat.quiet.start, chat.quiet.end)} {zone}".strip()
    if chat.quiet.but_urgent:
        return say("{hours}, except urgent").format(hours=hours)
    return hours


def span(start: time, end: time) -> str:
    """Return ``23:00–07:00``."""
    return f"{clock(start)}–{clock(end)}"  # a span


def checked(name: str, *, chosen: bool) -> str:
    """Return a button's label with a mark if it is what is chosen."""
    return f"✅ {name}" if chosen else name


def urgent_means(reader: Reader) -> str:
    """Return what is urgent, in words."""
    return reader.texts.gettext(
        "Urgent is what at least three outlets report within half an hour, and what "
        "matches a subscription that you marked as urgent."
    )


def not_understood(typed: str, reader: Reader, *commands: str) -> str | Html:
    """Return that what was typed cannot be read; nothing if nothing was typed."""
    if not typed:
        return ""
    return fill(
        reader.texts.gettext("I do not understand “{text}”. Write for example {commands}."),
        text=line(typed, 60),
        commands=join(" · ", [code(command) for command in commands]),
    )


def digests(chat: Chat, waits: Waits, reader: Reader, *, unknown: str = "") -> Outgoing:
    """Return when digests come, what waits for the next one, and buttons to change it."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    facts = [fill(say("Alerts: {state}"), state=mode_state(chat, reader))]
    facts.append(
        fill(say("Digest times: {times}"), times=digest_times(chat, reader))
        + f", {reader.texts.zone(reader.now, reader.time_zone)}"
    )
    if waits.next_at is not None:
        moment = reader.texts.moment(waits.next_at, now=reader.now, zone=reader.time_zone)
        facts.append(fill(say("Next digest: {time}"), time=moment))
    if waits.stories:
        count = plural("{count} story waits.", "{count} stories wait.", waits.stories)
        facts.append(fill(count, count=waits.stories))
    return message(
        not_understood(
            unknown,
            reader,
            "/digest 08:00,20:00",
            reader.texts.gettext("/digest 8:00 mon-fri"),
        ),
        bold(say("Digests")),
        join("\n", facts),
        buttons=(
            *_mode_switch(chat, reader),
            *rows(_times(chat), 4),
            _days(chat, reader),
            (_nothing(chat, reader),),
            (button(say("Send now"), "dnow"), button(say("Type the times"), "askd")),
            (button(say("When alerts come"), "mode"), menu_button(reader)),
        ),
    )


def _mode_switch(chat: Chat, reader: Reader) -> Keyboard:
    if chat.mode is not Mode.NOW:
        return ()
    say = reader.texts.gettext
    return ((button(say("Turn digests on"), "mode", Mode.DIGEST.value),),)


def _times(chat: Chat) -> tuple[Button, ...]:
    """Return a button for each time; it says the state that a press brings about."""
    mine = chat.digests.times
    shown = sorted({*TIMES, *mine})[: len(TIMES) + MAX_TIMES]
    return tuple(
        button(
            checked(clock(at), chosen=at in mine),
            "dt",
            0 if at in mine else 1,
            f"{at.hour:02}{at.minute:02}",
        )
        for at in shown
    )


def _days(chat: Chat, reader: Reader) -> tuple[Button, ...]:
    say = reader.texts.gettext
    return tuple(
        button(
            checked(name, chosen=chat.digests.days == days),
            "dd",
            sum(1 << day for day in days),
        )
        for name, days in (
            (say("Every day"), EVERY_DAY),
            (reader.texts.weekdays(WORKDAYS), WORKDAYS),
            (reader.texts.weekdays(WEEKEND), WEEKEND),
        )
    )


def _nothing(chat: Chat, reader: Reader) -> Button:
    says = chat.digests.says_nothing
    name = reader.texts.gettext("Say when there is nothing new")
    return button(checked(name, chosen=says), "dn", 0 if says else 1)


def sent_now(count: int, reader: Reader) -> Outgoing:
    """Return that the digest is on its way, or that nothing waits."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    text = (
        plural(
            "The digest with {count} story is on its way.",
            "The digest with {count} stories is on its way.",
            count,
        ).format(count=count)
        if count
        else say(
            "Nothing is waiting for a digest. /latest shows the latest on what you follow."
        )
    )
    return message(text, buttons=((button(say("Digests"), "times"), menu_button(reader)),))


def ask_times(reader: Reader) -> Outgoing:
    """Return the question for times that are going to be typed."""
    say = reader.texts.gettext
    return message(
        fill(
            say("Type the times of your digests, for example {example}.")
            if reader.is_private
            else say(
                "Reply to this message with the times of the digests, for example "
                "{example}."
            ),
            example=code(say("08:00, 20:00 mon-fri")),
        ),
        buttons=((button(say("Back"), "times"),),),
    )


def quiet(chat: Chat, reader: Reader, *, unknown: str = "") -> Outgoing:
    """Return the quiet hours with buttons to change them."""
    say = reader.texts.gettext
    zone = reader.texts.zone(reader.now, reader.time_zone)
    hours = quiet_state(chat, reader, zone=zone)
    present = (chat.quiet.start, chat.quiet.end) if chat.quiet else None
    presets = [
        button(
            checked(span(*each), chosen=present == each),
            "qh",
            "".join(f"{at.hour:02}{at.minute:02}" for at in each),
        )
        for each in HOURS
    ]
    off = button(checked(say("No quiet hours"), chosen=chat.quiet is None), "qoff")
    return message(
        not_understood(unknown, reader, "/quiet 23:00-07:00", "/quiet off"),
        bold(fill(say("Quiet hours: {hours}"), hours=hours)),
        say(
            "In these hours alerts wait; afterwards they come as one message, "
            "unless there are only one or two."
        ),
        urgent_means(reader),
        buttons=(
            tuple(presets),
            (off, button(say("Type the hours"), "askq")),
            *_urgent_passes(chat.quiet, reader),
            (button(say("What is urgent"), "urg"), menu_button(reader)),
        ),
    )


def _urgent_passes(quiet_hours: QuietHours | None, reader: Reader) -> Keyboard:
    if quiet_hours is None:
        return ()
    passes = quiet_hours.but_urgent
    name = reader.texts.gettext("Urgent alerts still come")
    return ((button(checked(name, chosen=passes), "qu", 0 if passes else 1),),)


def ask_hours(reader: Reader) -> Outgoing:
    """Return the question for hours that are going to be typed."""
    say = reader.texts.gettext
    return message(
        fill(
            say("Type your quiet hours, for example {example}.")
            if reader.is_private
            else say("Reply to this message with the quiet hours, for example {example}."),
            example=code("23:00-07:00"),
        ),
        buttons=((button(say("Back"), "quiet"),),),
    )
