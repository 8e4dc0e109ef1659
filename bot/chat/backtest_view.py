"""What a query would have sent, in words (pure)."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Final

from bot.chat.view import Reader, entries, zone
from bot.deliver.html import Html, bold, fill, join, text
from bot.deliver.render import SEPARATOR
from bot.match.nodes import Leaf
from bot.match.printing import canonical
from bot.pipeline.backtest import MAX_AN_HOUR, Backtest, Noisy

MANY_DAYS: Final = 14  # more are not written out one by one


def volume(found: Backtest, reader: Reader) -> Iterator[Html]:
    """Yield how much it is, the term that brings most, a warning, and samples."""
    say = reader.texts.gettext
    yield join("\n", [*_numbers(found, reader), *_notes(found, reader)])
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
            "They come from {count} entry.",
            "They come from {count} entries.",
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


def _notes(found: Backtest, reader: Reader) -> Iterator[Html]:
    say = reader.texts.gettext
    if found.noisiest is not None and found.ids:
        yield _noisiest(found.noisiest, reader)
    if found.peak > MAX_AN_HOUR:
        yield fill(
            say(
                "In its busiest hour it would have sent {count} messages; nobody reads "
                "more than {limit} an hour. Make it narrower, or let it come in digests: "
                "/digest 08:00,20:00"
            ),
            count=found.peak,
            limit=MAX_AN_HOUR,
        )
    if found.back_to is not None:
        moment = reader.texts.moment(found.back_to, now=reader.now, zone=reader.time_zone)
        yield fill(
            say("There is so much of it that I only looked back to {time}."), time=moment
        )


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
