"""What admins are shown of the service itself (pure)."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from bot.chat.request import button
from bot.chat.view import Reader, health_button, message, zone
from bot.deliver.html import Html, bold, code, fill, join, text
from bot.deliver.plain import line
from bot.domain.model import Outgoing
from bot.i18n import mark
from bot.pipeline.administration import Deed
from bot.pipeline.configure import Facts
from bot.store.admin_actions import AdminAction
from bot.store.people import Headcount

MAX_NAME: Final = 60
MAX_CHANGE: Final = 80  # in the log, twelve of whose lines have four of them at most
MAX_ERROR: Final = 600
MAX_FAULTS: Final = 6  # of a file: as many fit into a message, however long they are
DEEDS: Final = {
    Deed.RELOAD: mark("reloaded the files"),
    Deed.BACKUP: mark("copied the database"),
    Deed.TEST: mark("tested a feed"),
    Deed.REFRESH: mark("had a feed polled at once"),
    Deed.PAUSE: mark("paused a feed"),
    Deed.RESUME: mark("resumed a feed"),
    Deed.BROADCAST: mark("sent a message to all chats"),
    Deed.CANCEL: mark("stopped a message to all chats"),
    Deed.REQUEUE: mark("had dead letters sent again"),
    Deed.DROP: mark("discarded dead letters"),
    Deed.APPROVE: mark("approved a suggested feed"),
    Deed.DECLINE: mark("declined a suggested feed"),
    Deed.ADD: mark("added a list of feeds"),
}
CHANGES: Final = {
    "added": mark("Added: {names}"),
    "paused": mark("Paused: {names}"),
    "resumed": mark("Resumed: {names}"),
    "changed": mark("Changed: {names}"),
}
KINDS: Final = {
    "private": mark("people"),
    "group": mark("groups"),
    "supergroup": mark("supergroups"),
    "channel": mark("channels"),
}
WAITING: Final = {
    "alert": mark("alerts"),
    "change": mark("changes of stories"),
    "digest": mark("digests"),
    "edit": mark("edits"),
    "spike": mark("spikes"),
    "to_all": mark("messages to all"),
}


def reloaded(facts: Facts, reader: Reader) -> Outgoing:
    """Return what a reload changed."""
    say = reader.texts.gettext
    told = list(_changes(facts, reader))
    return message(
        bold(say("The files were reloaded.")),
        join("\n", told) if told else say("Nothing changed in the feeds."),
        buttons=((button(say("Feeds"), "af", 0), health_button(reader)),),
    )


def _changes(facts: Facts, reader: Reader) -> Iterator[str]:
    """Yield a line for each kind of change."""
    for kind, template in CHANGES.items():
        count, names = facts.get(kind, (0, ()))
        if not count:
            continue
        shown = "; ".join(line(name, MAX_NAME) for name in names)
        if count > len(names):
            more = reader.texts.gettext("and {count} more")
            shown = f"{shown}; {more.format(count=count - len(names))}"
        yield reader.texts.gettext(template).format(names=shown)


def not_reloaded(error: str, reader: Reader) -> Outgoing:
    """Return what is wrong with a file, and that nothing changed."""
    what = reader.texts.gettext("Not reloaded; nothing has changed.")
    return _failed(what, error, "ore", reader)


def _failed(what: str, error: str, screen: str, reader: Reader) -> Outgoing:
    say = reader.texts.gettext
    again = button(say("Try again"), screen)
    faults = error.splitlines()
    lines = [code(line(fault, MAX_ERROR)) for fault in faults[:MAX_FAULTS]]
    if len(faults) > MAX_FAULTS:
        count = len(faults) - MAX_FAULTS
        lines.append(text(say("and {count} more").format(count=count)))
    return message(
        bold(what),
        join("\n", lines),
        buttons=((again, health_button(reader)),),
    )


def people(found: Headcount, reader: Reader) -> Outgoing:
    """Return people and the queue in numbers."""
    say, number = reader.texts.gettext, reader.texts.number
    return message(
        bold(say("Chats")),
        join("\n", list(_chats(found, reader))),
        bold(say("Queue")),
        join("\n", list(_queue(found, reader))),
        fill(say("Dead letters: {count}"), count=number(found.dead)),
        buttons=((button(say("Refresh"), "ope"), health_button(reader)),),
    )


def _chats(found: Headcount, reader: Reader) -> Iterator[Html]:
    say, number = reader.texts.gettext, reader.texts.number
    kinds = _listed(found.kinds, KINDS, reader) or say("nobody yet")
    yield text(kinds[:1].upper() + kinds[1:])
    names = reader.texts.locale.languages
    languages = {code: names.get(code, code) for code in found.languages}
    if found.languages:
        yield fill(
            say("Languages: {list}"), list=_listed(found.languages, languages, reader)
        )
    for template, count in (
        (say("New in 7 days: {count}"), found.new),
        (say("Paused: {count}"), found.paused),
        (say("Cannot be reached: {count}"), found.unreachable),
        (say("With subscriptions: {count}"), found.following),
        (say("Subscriptions: {count}"), found.subscriptions),
    ):
        yield fill(template, count=number(count))


def _queue(found: Headcount, reader: Reader) -> Iterator[Html]:
    say = reader.texts.gettext
    waiting = _listed(found.waiting, WAITING, reader) or say("nothing")
    yield fill(say("To be sent: {list}"), list=waiting)
    if found.oldest_at is not None:
        age = reader.texts.relative(reader.now - found.oldest_at)
        yield fill(say("The oldest: {time}"), time=age)
    held = reader.texts.number(found.held)
    yield fill(say("Held for digests, pauses and quiet hours: {count}"), count=held)


def _listed(numbers: Mapping[str, int], words: Mapping[str, str], reader: Reader) -> str:
    return ", ".join(
        f"{reader.texts.gettext(words.get(name, name))}: {reader.texts.number(count)}"
        for name, count in numbers.items()
    )


def use_pg_dump(reader: Reader) -> Outgoing:
    """Return how PostgreSQL is backed up."""
    return message(
        fill(
            reader.texts.gettext("The database is PostgreSQL: copy it with {command}."),
            command=code("pg_dump"),
        ),
        buttons=((health_button(reader),),),
    )


def copying(reader: Reader) -> Outgoing:
    """Return that the copy is being made."""
    return message(reader.texts.gettext("Copying the database…"))


def copied(path: Path, size: int, reader: Reader) -> Outgoing:
    """Return where the copy is."""
    say = reader.texts.gettext
    return message(
        bold(say("The database was copied.")),
        fill(
            say("On the server, {size} bytes: {path}"),
            size=reader.texts.number(size),
            path=code(line(str(path), MAX_ERROR)),
        ),
        say("It holds everything about everybody: keep it safe, and delete old copies."),
        buttons=((health_button(reader),),),
    )


def not_copied(error: str, reader: Reader) -> Outgoing:
    """Return why there is no copy."""
    what = reader.texts.gettext("The database was not copied.")
    return _failed(what, error, "oba", reader)


def log(found: Sequence[AdminAction], reader: Reader, page: int, *, more: bool) -> Outgoing:
    """Return a page of what admins did."""
    say = reader.texts.gettext
    turns = (
        *((button(say("Newer"), "olo", page - 1),) if page else ()),
        *((button(say("Older"), "olo", page + 1),) if more else ()),
    )
    heading = fill(say("What admins did ({zone})"), zone=zone(reader))
    return message(
        bold(heading),
        join("\n", [_deed(each, reader) for each in found])
        if found
        else say("Nothing yet."),
        buttons=(turns, (health_button(reader),)),
    )


def _deed(action: AdminAction, reader: Reader) -> Html:
    say = reader.texts.gettext
    when = reader.texts.moment(action.at, now=reader.now, zone=reader.time_zone)
    known = action.what in set(Deed)
    what = say(DEEDS[Deed(action.what)]) if known else action.what
    who = say("someone since forgotten") if action.admin is None else f"{action.admin}"
    told = [f"{what}: {line(action.subject, MAX_NAME)}" if action.subject else what]
    told += (line(change, MAX_CHANGE) for change in _changes(action.facts or {}, reader))
    return text(" · ".join((when, who, *told)))
