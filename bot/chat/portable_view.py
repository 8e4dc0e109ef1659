"""What ``/export`` and ``/import`` look like (pure)."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from bot.chat.look_view import PICTURES, SOUNDS
from bot.chat.mode_view import FOLLOW_UPS
from bot.chat.mute_view import mute_text
from bot.chat.outlets_view import outlets_text
from bot.chat.request import button
from bot.chat.settings_view import language_name
from bot.chat.time_zone_view import zone_text
from bot.chat.timetable_view import digest_times, mode_state, quiet_state
from bot.chat.view import Reader, list_button, menu_button, message, subscription_text
from bot.config.portable import Problem
from bot.deliver.html import Html, bold, fill, join, text
from bot.deliver.plain import line
from bot.domain.model import Attachment, Button, Chat, Outgoing
from bot.pipeline.import_plan import Plan
from bot.pipeline.importing import Done, Gone, Offered, Undone

MOST: Final = 12  # lines of one kind in an answer, which stays a phone's screen or two
MAX_LINE: Final = 160
MAX_PROBLEM: Final = 300


def settings_file(content: str, reader: Reader) -> Outgoing:
    """Return the chat's settings as a file."""
    say = reader.texts.gettext
    told = message(
        bold(say("Your settings as a file")),
        say(
            "It holds settings, subscriptions, mutes and times, and no messages. /import "
            "reads it again, here or in another chat."
        ),
        buttons=((button(say("My feeds as OPML"), "exo"),), (_settings(reader),)),
    )
    return _with_file(told, "json", content, reader)


def feeds_file(content: str, count: int, reader: Reader) -> Outgoing:
    """Return the feeds that the chat hears as a file."""
    say = reader.texts.gettext
    told = message(
        bold(say("Your feeds: {count}").format(count=count)),
        say("Feed readers can import OPML."),
        buttons=((button(say("My settings as a file"), "exj"),), (_settings(reader),)),
    )
    return _with_file(told, "opml", content, reader)


def _with_file(told: Outgoing, ending: str, content: str, reader: Reader) -> Outgoing:
    """Return the message with its file, and what is said where there can be none."""
    name = f"tocsin-{reader.now:%Y-%m-%d}.{ending}"
    instead = reader.texts.gettext(
        "I may not send files here. Allow it in the group's permissions, then try again."
    )
    file = Attachment(name=name, content=content.encode())
    return replace(told, attachment=file, instead=instead)


def _settings(reader: Reader) -> Button:
    """Return the button to the settings as a new message, for a file stays a file."""
    return button(reader.texts.gettext("Settings"), "s")


def ask(reader: Reader, *, note: str = "") -> Outgoing:
    """Return the question for a file."""
    say = reader.texts.gettext
    how = (
        say("Send me the file that /export made (📎 → File), or paste what is in it.")
        if reader.is_private
        else say("Reply to this message with the file that /export made.")
    )
    return message(
        note,
        bold(how),
        say(
            "I will first show what it would change. You can also send a list of "
            "feeds (OPML)."
        ),
        buttons=((button(say("Export"), "exj"), menu_button(reader)),),
    )


def too_large(limit: int, reader: Reader) -> Outgoing:
    """Return that a file is too large, or could not be fetched."""
    say = reader.texts.gettext
    size = say("{count} MB").format(count=limit // 2**20)
    note = say(
        "I could not read that file: it is larger than {size}, or Telegram did not give it "
        "to me. Send it again, or a smaller one."
    )
    return ask(reader, note=note.format(size=size))


def unreadable(problem: Problem, reader: Reader) -> Outgoing:
    """Return why nothing of a file can be used."""
    return ask(reader, note=_problem(problem, reader).text)


def _problem(problem: Problem, reader: Reader) -> Html:
    reason = fill(reader.texts.gettext(problem.message), **problem.values)
    told = f"{problem.where}: {reason.text}" if problem.where else reason.text
    return text(line(told, MAX_PROBLEM))


def offered(found: Offered, reader: Reader) -> Outgoing:
    """Return what a file would change, with the question whether it shall."""
    say = reader.texts.gettext
    plan = found.plan
    if not plan:
        return message(
            bold(say("The file changes nothing here.")),
            *_parts(plan, reader),
            buttons=((list_button(reader), menu_button(reader)),),
        )
    return message(
        bold(say("Apply this from the file?")),
        *_parts(plan, reader),
        buttons=(
            (button(say("Apply"), "imp", found.import_id),),
            (button(say("No, keep"), "m"),),
        ),
    )


def done(outcome: Done | Gone, reader: Reader) -> Outgoing:
    """Return that the file was taken over."""
    say = reader.texts.gettext
    if isinstance(outcome, Gone):
        return ask(reader, note=say("I do not have that file any more. Send it again."))
    return message(
        bold(say("Applied.")),
        *(_parts(outcome.plan, reader) if outcome.plan is not None else ()),
        buttons=(
            (button(say("Undo"), "imu", outcome.import_id),),
            (list_button(reader), menu_button(reader)),
        ),
    )


def undone(outcome: Undone | Gone, reader: Reader) -> Outgoing:
    """Return that it is as before."""
    say = reader.texts.gettext
    told = (
        say("Everything is as it was before the import.")
        if isinstance(outcome, Undone)
        else say("That was undone already, or was more than a day ago.")
    )
    return message(told, buttons=((list_button(reader), menu_button(reader)),))


def _parts(plan: Plan, reader: Reader) -> Iterator[Html]:
    """Yield what is added, what is set, what is there already and what is no use."""
    say, plural = reader.texts.gettext, reader.texts.ngettext
    added = [subscription_text(new.subscription, reader) for new in plan.subscriptions]
    yield from _listed(say("New subscriptions:"), added, reader)
    muted = [mute_text(mute, reader) for mute in plan.mutes]
    yield from _listed(say("New mutes:"), muted, reader)
    yield from _listed(say("Settings:"), [*_settings_lines(plan, reader)], reader)
    if plan.known:
        count = plural(
            "{count} is there already.", "{count} are there already.", plan.known
        )
        yield text(count.format(count=plan.known))
    problems = [_problem(each, reader).text for each in plan.problems]
    yield from _listed(say("Left out of the file:"), problems, reader, MAX_PROBLEM)


def _listed(
    heading: str, lines: Sequence[str], reader: Reader, limit: int = MAX_LINE
) -> Iterator[Html]:
    if not lines:
        return
    shown = [f"• {line(each, limit)}" for each in lines[:MOST]]
    if len(lines) > MOST:
        more = reader.texts.gettext("and {count} more")
        shown.append(more.format(count=len(lines) - MOST))
    yield join("\n", [bold(heading), *shown])


def _settings_lines(plan: Plan, reader: Reader) -> Iterator[str]:
    """Yield each setting that changes: ``Time zone: Kyiv time → UTC+1``."""
    seen = set()
    for name in plan.changed:
        template, before = _setting(name, plan.before, reader)
        _, after = _setting(name, plan.after, reader)
        told = template.format(state=f"{before} → {after}")
        if before != after and told not in seen:
            seen.add(told)
            yield told


def _setting(name: str, chat: Chat, reader: Reader) -> tuple[str, str]:
    """Return how a setting is called, and how it is set."""
    say = reader.texts.gettext
    limit = say("{count}/h").format(count=chat.hourly_limit)
    return {
        "language": (say("Language: {state}"), language_name(chat, reader)),
        "time_zone": (say("Time zone: {state}"), zone_text(chat.time_zone, reader)),
        "mode": (say("Alerts: {state}"), mode_state(chat, reader)),
        "digests": (say("Digest times: {state}"), digest_times(chat, reader)),
        "quiet": (say("Quiet hours: {state}"), quiet_state(chat, reader)),
        "hourly_limit": (
            say("Limit: {state}"),
            limit if chat.hourly_limit else say("no limit"),
        ),
        "follow_ups": (
            say("About each story: {state}"),
            say(FOLLOW_UPS[chat.follow_ups]),
        ),
        "spikes": (
            say("Spikes: {state}"),
            say("yes") if chat.spikes else say("no"),
        ),
        "pictures": (say("Pictures: {state}"), say(PICTURES[chat.pictures])),
        "sound": (say("Sound: {state}"), say(SOUNDS[chat.sound])),
        "outlets": (say("Outlets: {state}"), outlets_text(chat.outlets, reader)),
    }[name]
