"""What a query would have sent, in words (pure)."""

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import Final

from bot.chat.request import button
from bot.chat.view import Reader, entries, label, zone
from bot.deliver.html import Html, bold, fill, join, text
from bot.deliver.render import SEPARATOR
from bot.domain.model import Button, Subscription
from bot.i18n import mark
from bot.match.nodes import Leaf
from bot.match.printing import canonical
from bot.pipeline.backtest import MAX_AN_HOUR, Backtest, Noisy
from bot.pipeline.noise import Narrower, Way

MANY_DAYS: Final = 14  # more are not written out one by one
_WAYS: Final = {
    Way.WITHOUT: mark("Without “{word}”"),
    Way.TITLES: mark("Only in headlines"),
    Way.MINE: mark("Only about my regions"),
    Way.DIGEST: mark("In digests"),
}


def volume(
    found: Backtest,
    reader: Reader,
    ways: Sequence[Narrower] = (),
    *,
    limit: int | None = None,
) -> Iterator[Html]:
    """Yield how much it is, the term that brings most, a warning, and samples.

    Args:
        found: What it would have sent.
        reader: Who reads it.
        ways: How it could be less.
        limit: How many alerts an hour the chat takes one by one.
    """
    say = reader.texts.gettext
    numbers = [*_numbers(found, reader), *_with(ways, reader)]
    yield join("\n", [*numbers, *_notes(found, reader, limit)])
    if found.samples:
        heading = fill(say("For example ({zone}):"), zone=zone(reader))
        yield join("\n\n", (heading, entries(found.samples, reader)))


def _numbers(found: Backtest, reader: Reader) -> Iterator[Html]:
    say, plural = reader.texts.gettext, reader.texts.ngettext
    if not found.ids and found.back_to is None:
        nothing = plural(
            "Nothing about it in the last {count} day.",
            "Nothing about it in the last {count} days.",
            found.days,
        )
        yield text(nothing.format(count=found.days))
        return
    messages = plural(
        "{count} message in the last 7 days",
        "{count} messages in the last 7 days",
        found.stories,
    ).format(count=reader.texts.number(found.stories))
    average = found.stories / found.days
    if average >= 1:
        about = say("about {count} a day").format(count=reader.texts.number(round(average)))
        messages = f"{messages}, {about}"
    yield bold(f"{messages}.")
    if len(found.ids) > found.stories:
        told = plural(
            "{count} entry in all.",
            "{count} entries in all.",
            len(found.ids),
        )
        yield text(told.format(count=reader.texts.number(len(found.ids))))
    if 1 < len(found.per_day) <= MANY_DAYS:
        yield text(_days(found, reader))


def _days(found: Backtest, reader: Reader) -> str:
    """Return the entries of each day, those without any too."""
    first, last = min(found.per_day), max(found.per_day)
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    return SEPARATOR.join(
        f"{reader.texts.day(day)}: {found.per_day.get(day, 0)}" for day in days
    )


def _with(ways: Sequence[Narrower], reader: Reader) -> Iterator[Html]:
    """Yield the word that most of it has besides what was asked for."""
    template = reader.texts.gettext("Most often together with {word} ({share}).")
    for each in ways:
        if each.way is Way.WITHOUT:
            share = reader.texts.percent(each.share)
            yield fill(template, word=bold(each.word), share=share)


def way_text(narrower: Narrower, reader: Reader) -> str:
    """Return what a button says that makes a query narrower, and what that leaves."""
    count = reader.texts.number(narrower.stories)
    name = reader.texts.gettext(_WAYS[narrower.way]).format(word=narrower.word)
    return label(f"{name}: {'≈ ' if narrower.is_estimated else ''}{count}")


def way_buttons(
    ways: Sequence[Narrower], of: Subscription, reader: Reader
) -> tuple[tuple[Button, ...], ...]:
    """Return the buttons that make a saved query narrower."""
    return tuple(
        (button(way_text(each, reader), "nk", each.way, of.id, each.word),) for each in ways
    )


def _notes(found: Backtest, reader: Reader, limit: int | None) -> Iterator[Html]:
    say = reader.texts.gettext
    if found.noisiest is not None and found.stories > 1:
        yield _noisiest(found.noisiest, reader)
    if found.peak > (limit or MAX_AN_HOUR):
        template = (
            say(
                "In its busiest hour it would have sent {count} messages; this "
                "chat takes {limit} an hour one by one. Make it narrower, or get "
                "it in digests: /digest 08:00,20:00"
            )
            if limit
            else say(
                "In its busiest hour it would have sent {count} messages; nobody "
                "reads more than {limit} an hour. Make it narrower, or get it in "
                "digests: /digest 08:00,20:00"
            )
        )
        yield fill(template, count=found.peak, limit=limit or MAX_AN_HOUR)
    if found.left_out:
        template = reader.texts.ngettext(
            "{count} more is left out, because you muted it or did not choose its "
            "outlet: /mute, /feeds",
            "{count} more are left out, because you muted them or did not choose "
            "their outlets: /mute, /feeds",
            found.left_out,
        )
        yield fill(template, count=reader.texts.number(found.left_out))
    if found.back_to is not None:
        moment = reader.texts.moment(found.back_to, now=reader.now, zone=reader.time_zone)
        yield fill(say("There is so much that I only looked back to {time}."), time=moment)


def _noisiest(noisy: Noisy, reader: Reader) -> Html:
    say = reader.texts.gettext
    template = say(
        "The noisiest term is {term}: {share} of these entries have it, {alone} of all."
    )
    return fill(
        template,
        term=bold(term_text(noisy.term)),
        share=reader.texts.percent(noisy.share),
        alone=reader.texts.number(noisy.alone),
    )


def term_text(term: Leaf) -> str:
    """Return a term as it is written in a query."""
    return canonical(term)
