"""What answers about mutes look like (pure)."""

from collections.abc import Sequence
from typing import Final

from bot.chat.query_view import refusal
from bot.chat.request import Keyboard, button
from bot.chat.view import Reader, label, menu_button, message
from bot.deliver.html import Html, bold, fill, join
from bot.deliver.plain import line
from bot.domain.model import Button, Mute, MuteKind, Outgoing
from bot.pipeline.mutes import Muted, MuteOutcome, MuteRefused, NoStory, TooManyMutes

PAGE: Final = 10  # mutes on a page of the list
MAX_WORDS: Final = 80


def muted(outcome: MuteOutcome, reader: Reader) -> Outgoing:
    """Return what became of the wish to hear no more of something."""
    say = reader.texts.gettext
    match outcome:
        case Muted(mute=mute, outlets=outlets):
            until = _until(mute, reader)
            offered = [
                button(label(say("Outlet: {name}").format(name=name)), "muto", one, mute.id)
                for one, name in outlets
            ]
            return message(
                fill(_told(mute, reader), what=bold(mute_text(mute, reader))),
                fill(say("Until {time}."), time=until) if until else "",
                say("If you mean the outlet, choose it below.") if outlets else "",
                buttons=(
                    *((each,) for each in offered),
                    (button(say("Undo"), "unmute", mute.id), _list_button(reader)),
                ),
            )
        case MuteRefused(text=text, error=error):
            return message(
                refusal(text, error, reader), _usage(reader), buttons=_ways_on(reader)
            )
        case TooManyMutes(limit=limit):
            return message(
                say("No more than {count} can be muted; unmute some first.").format(
                    count=limit
                ),
                buttons=((_list_button(reader),),),
            )
        case NoStory():
            return message(
                say("I have no such story, or have it no longer."),
                _usage(reader),
                buttons=_ways_on(reader),
            )


def length_refused(reader: Reader) -> Outgoing:
    """Return that nothing can be muted for such a time."""
    return message(
        reader.texts.gettext(
            "Nothing is muted: that is not a length of time. Write it like 30m, 2h or 1d."
        ),
        _usage(reader),
        buttons=_ways_on(reader),
    )


def all_is_a_pause(reader: Reader) -> Outgoing:
    """Return that who wants to hear nothing at all pauses."""
    say = reader.texts.gettext
    return message(
        say("Nothing is muted. To hold back all alerts for a while, use /pause."),
        _usage(reader),
        buttons=(
            (button(say("Pause"), "pause"), _list_button(reader)),
            (menu_button(reader),),
        ),
    )


def _told(mute: Mute, reader: Reader) -> str:
    say = reader.texts.gettext
    return {
        MuteKind.STORY: say("You will get no more about this story: {what}"),
        MuteKind.OUTLET: say("You will get nothing more from {what}."),
        MuteKind.WORDS: say("You will get nothing more with {what}."),
    }[mute.kind]


def mute_text(mute: Mute, reader: Reader) -> str:
    """Return what is muted, in words."""
    words = line(mute.words, MAX_WORDS)
    if mute.kind is MuteKind.WORDS:
        return reader.texts.gettext("“{query}”").format(query=words)
    return words


def _until(mute: Mute, reader: Reader) -> str:
    """Return when it ends; nothing if it does not by itself."""
    if mute.until is None:
        return ""
    moment = reader.texts.moment(mute.until, now=reader.now, zone=reader.time_zone)
    zone = reader.texts.zone(mute.until, reader.time_zone)
    return f"{moment} {zone}"


def listing(mine: Sequence[Mute], reader: Reader, page: int = 0) -> Outgoing:
    """Return what the chat mutes, each with a button to end it."""
    say = reader.texts.gettext
    if not mine:
        return message(
            bold(say("Nothing is muted.")),
            _usage(reader),
            buttons=((menu_button(reader),),),
        )
    last = (len(mine) - 1) // PAGE
    page = min(page, last)
    shown = mine[page * PAGE : (page + 1) * PAGE]
    pages = (
        (
            button("◀️", "muted", (page - 1) % (last + 1)),
            button(f"{page + 1}/{last + 1}", "muted", page),
            button("▶️", "muted", (page + 1) % (last + 1)),
        )
        if last
        else ()
    )
    ends = tuple(
        (button(label(f"✖️ {mute_text(each, reader)}"), "unm", each.id, page),)
        for each in shown
    )
    return message(
        bold(say("Muted:")),
        join("\n", [_row(each, reader) for each in shown]),
        say("Tap one to unmute it."),
        buttons=(*ends, pages, (menu_button(reader),)),
    )


def _row(mute: Mute, reader: Reader) -> Html:
    say = reader.texts.gettext
    kind = {
        MuteKind.STORY: say("story: {what}"),
        MuteKind.OUTLET: say("outlet: {what}"),
        MuteKind.WORDS: say("words: {what}"),
    }[mute.kind]
    until = _until(mute, reader)
    row = fill("• " + kind, what=mute_text(mute, reader))
    return row + fill(" (" + say("until {time}") + ")", time=until) if until else row


def unmuted(gone: Sequence[Mute], reader: Reader) -> Outgoing:
    """Return what is heard of again."""
    say = reader.texts.gettext
    names = reader.texts.join([mute_text(each, reader) for each in gone])
    told = (
        fill(say("Unmuted: {what}"), what=bold(names)) if gone else say("It was not muted.")
    )
    return message(told, buttons=_ways_on(reader))


def _ways_on(reader: Reader) -> Keyboard:
    return ((_list_button(reader), menu_button(reader)),)


def _list_button(reader: Reader) -> Button:
    return button(reader.texts.gettext("All mutes"), "muted", 0)


def _usage(reader: Reader) -> str:
    return reader.texts.gettext(
        "Reply to an alert with /mute to mute its story, or write /mute and an "
        "outlet's name or words. Add “for 2h” to mute for that long."
    )
