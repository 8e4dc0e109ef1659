"""What answers about feeds look like (pure)."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Final

from bot.chat.request import button
from bot.chat.view import Reader, label, menu_button, message, rows, zone
from bot.deliver.html import Html, bold, fill, join, text
from bot.deliver.plain import line
from bot.deliver.render import SEPARATOR
from bot.domain.model import Button, Outgoing
from bot.i18n import mark
from bot.pipeline.feed_states import (
    Condition,
    FeedHealth,
    count_conditions,
)
from bot.pipeline.status import Overview

PAGE: Final = 10  # feeds on a page, each with a button
MAX_FEED: Final = 40  # UTF-16 units of a feed's title in a list

SYMBOLS: Final = {
    Condition.PARKED: "⏏️",
    Condition.QUARANTINED: "🚧",
    Condition.FAILING: "⚠️",
    Condition.SILENT: "🔇",
    Condition.MOVED: "➡️",
    Condition.PAUSED: "⏸️",
    Condition.NEW: "⏳",
    Condition.OK: "✅",
}
# Translators: words for one feed, and behind a number of feeds.
WORDS: Final = {
    Condition.PARKED: mark("parked"),
    Condition.QUARANTINED: mark("quarantined"),
    Condition.FAILING: mark("failing"),
    Condition.SILENT: mark("silent"),
    Condition.MOVED: mark("moved"),
    Condition.PAUSED: mark("paused by an admin"),
    Condition.NEW: mark("not read yet"),
    Condition.OK: mark("ok"),
}
SINCE: Final = {
    Condition.PARKED: mark("parked since {time}"),
    Condition.QUARANTINED: mark("quarantined since {time}"),
    Condition.FAILING: mark("failing since {time}"),
    Condition.SILENT: mark("silent since {time}"),
    Condition.MOVED: mark("moved since {time}"),
}


def state(health: FeedHealth, reader: Reader) -> str:
    """Return the word for a feed, and since when it is so."""
    say = reader.texts.gettext
    template = SINCE.get(health.condition)
    if template is None or health.since is None:
        return say(WORDS[health.condition])
    return say(template).format(time=moment(health.since, reader))


def moment(at: datetime, reader: Reader) -> str:
    """Return a time in the reader's zone."""
    return reader.texts.moment(at, now=reader.now, zone=reader.time_zone)


def named(health: FeedHealth) -> Html:
    """Return a feed's symbol and title."""
    return text(f"{SYMBOLS[health.condition]} ") + bold(
        line(health.feed.spec.title, MAX_FEED)
    )


def read_lines(overview: Overview, reader: Reader) -> Iterator[Html]:
    """Yield when feeds were read last, and when the newest entry was published."""
    say = reader.texts.gettext
    for template, at in (
        (say("Last read: {time}"), overview.last_success_at),
        (say("Newest entry: {time}"), overview.newest_entry_at),
    ):
        when = say("not yet") if at is None else reader.texts.relative(reader.now - at)
        yield fill(template, time=when)


def summary(healths: Iterable[FeedHealth], reader: Reader) -> str:
    """Return how many feeds are well, and how many are not, by word."""
    count = count_conditions(healths)
    healthy = sum(count[word] for word in (Condition.OK, Condition.SILENT, Condition.MOVED))
    total = count.total()
    first = reader.texts.ngettext(
        "{healthy} of {count} feed is read without errors",
        "{healthy} of {count} feeds are read without errors",
        total,
    ).format(healthy=healthy, count=total)
    others = [
        f"{SYMBOLS[word]} {reader.texts.gettext(WORDS[word])}: {count[word]}"
        for word in Condition
        if word is not Condition.OK and count[word]
    ]
    return "\n".join((first, SEPARATOR.join(others))) if others else first


def listing(
    healths: Sequence[FeedHealth], reader: Reader, page: int, *, heard: Collection[int]
) -> Outgoing:
    """Return a page of all feeds, by country and title, with when each was last read.

    A press shows one; those that the chat does not hear, as `heard` says, are marked.
    """
    say = reader.texts.gettext
    suggest = button(say("Suggest a feed"), "asks")
    if not healths:
        return message(
            say("No feeds are configured."), buttons=((suggest, menu_button(reader)),)
        )
    ordered = sorted(healths, key=lambda health: _place(health, reader))
    shown = turn(ordered, "f", page, PAGE)
    heading = fill(say("Feeds ({zone})"), zone=zone(reader))
    feed_buttons = [
        button(
            label(
                health.feed.spec.title
                if health.feed.id in heard
                else f"🔕 {health.feed.spec.title}"
            ),
            "fd",
            health.feed.id,
            shown.number,
        )
        for health in shown.shown
    ]
    countries = groupby(shown.shown, key=lambda health: _country(health, reader))
    return message(
        bold(heading) + "\n" + summary(healths, reader),
        *(
            join("\n", (bold(country), *(_line(each, reader) for each in feeds)))
            for country, feeds in countries
        ),
        buttons=(
            *rows(feed_buttons, 2),
            shown.turns,
            (button(say("Choose outlets"), "olp", 0), suggest),
            (menu_button(reader),),
        ),
    )


def _place(health: FeedHealth, reader: Reader) -> tuple[bool, str, str]:
    """Return where a feed stands: those of no country come last."""
    spec = health.feed.spec
    country = _country(health, reader)
    return spec.country is None, country.casefold(), spec.title.casefold()


def _country(health: FeedHealth, reader: Reader) -> str:
    code = health.feed.spec.country
    if code is None:
        return reader.texts.gettext("Without a country")
    name: str = reader.texts.locale.territories.get(code, code)
    return name


def _line(health: FeedHealth, reader: Reader) -> Html:
    feed = health.feed
    parts = [state(health, reader)]
    if health.condition is Condition.OK and feed.last_success_at is not None:
        parts.append(reader.texts.relative(reader.now - feed.last_success_at))
    title = line(feed.spec.title, MAX_FEED)
    return text(SEPARATOR.join((f"{SYMBOLS[health.condition]} {title}", *parts)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page of a list of feeds; `turns` are buttons to the others, if there are any."""

    number: int
    shown: Sequence[FeedHealth]
    turns: tuple[Button, ...] = ()


def turn(healths: Sequence[FeedHealth], screen: str, number: int, size: int) -> Page:
    """Return page `number` of the feeds, the last one if there are fewer."""
    last = max(0, (len(healths) - 1) // size)
    number = min(number, last)
    turns = (
        button("◀️", screen, (number - 1) % (last + 1)),
        button(f"{number + 1}/{last + 1}", screen, number),
        button("▶️", screen, (number + 1) % (last + 1)),
    )
    shown = healths[number * size : (number + 1) * size]
    return Page(number=number, shown=shown, turns=turns if last else ())
