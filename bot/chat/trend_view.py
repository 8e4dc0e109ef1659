"""What ``/trend`` shows, and the same in words (pure)."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.chat.picker_view import pick_button
from bot.chat.request import Keyboard, button
from bot.chat.view import (
    Reader,
    label,
    menu_button,
    message,
    target_text,
    zone,
)
from bot.chat.view import choices as choice_rows
from bot.deliver.chart import Chart, Panel
from bot.deliver.html import Html, bold, code, fill, join, text
from bot.deliver.plain import line
from bot.deliver.render import SEPARATOR
from bot.domain.model import Chat, Outgoing
from bot.i18n import Texts
from bot.pipeline.regions import Target
from bot.pipeline.trend import OTHERS, SPANS, Trend

MAX_NAME: Final = 60
MAX_SPIKES: Final = 3  # written out; a caption has 1,024 characters
WEEK: Final = 7
FEW: Final = 7  # days; each is written out
TOGETHER: Final = "\u00a0"  # a space at which no line ends


def _span(days: int, reader: Reader) -> str:
    return reader.texts.ngettext("{count} day", "{count} days", days).format(count=days)


def _day(trend: Trend, place: int, reader: Reader) -> str:
    return reader.texts.day(trend.days[place])


def _side(name: str, reader: Reader) -> str:
    if name == OTHERS:
        return reader.texts.gettext("other outlets")
    return str(reader.texts.locale.territories.get(name, name))


def chart(trend: Trend, reader: Reader) -> Chart:
    """Return what is to be drawn."""
    say = reader.texts.gettext
    days = len(trend.days)
    first, last = _day(trend, 0, reader), _day(trend, days - 1, reader)
    subtitle = say("Stories a day by country of the outlets, {first} – {last}")
    marks = frozenset(place for place, _ in trend.spikes)
    whole = say("All outlets: {count}")
    if marks:
        whole = say("All outlets: {count} (triangle: unusually many)")
    step = 1 if days <= FEW else WEEK if days <= 5 * WEEK else 2 * WEEK
    return Chart(
        title=line(target_text(trend.target, reader), MAX_NAME),
        subtitle=subtitle.format(first=first, last=last),
        panels=(
            Panel(
                name=whole.format(count=reader.texts.number(sum(trend.counts))),
                counts=trend.counts,
                marks=marks,
            ),
            *(
                Panel(
                    name=f"{side}: {reader.texts.number(sum(counts))}",
                    counts=counts,
                )
                for name, counts in trend.sides
                for word in [_side(name, reader)]
                for side in [word[:1].upper() + word[1:]]
            ),
        ),
        ticks=[
            (place, _day(trend, place, reader))
            for place in range((days - 1) % step, days, step)
        ],
    )


def caption(trend: Trend, chat: Chat, reader: Reader) -> Outgoing:
    """Return the words beside the picture, which say what it shows."""
    say, days, target = reader.texts.gettext, len(trend.days), trend.target
    heading = fill(
        say("{place}: stories in {span} ({zone})"),
        place=line(target_text(target, reader), MAX_NAME),
        span=_span(days, reader),
        zone=zone(reader),
    )
    spans = tuple(
        button(f"✅ {name}" if span == days else name, "tr", target.id, span)
        for span in SPANS
        for name in [_span(span, reader)]
    )
    wanted = 0 if chat.spikes else 1
    spikes = (
        say("Stop telling me about spikes") if chat.spikes else say("Tell me about spikes")
    )
    return message(
        bold(heading),
        join("\n", list(_words(trend, reader))),
        buttons=(
            spans,
            (button(label(spikes), "trs", wanted, target.id, days),),
            (menu_button(reader),),
        ),
    )


def _words(trend: Trend, reader: Reader) -> Iterator[Html]:
    say, number = reader.texts.gettext, reader.texts.number
    whole = sum(trend.counts)
    if not whole:
        yield text(say("Nothing about it in this time."))
        return
    if len(trend.days) <= FEW:
        each = [
            f"{_day(trend, place, reader)}: {count}".replace(" ", TOGETHER)
            for place, count in enumerate(trend.counts)
        ]
        yield text(SEPARATOR.join(each))
    most = max(trend.counts)
    average = round(whole / len(trend.days), 1)
    template = say("Total: {count}, about {average} a day; the most on {day}: {most}.")
    if not average:
        template = say("Total: {count}; the most on {day}: {most}.")
    yield fill(
        template,
        count=number(whole),
        average=number(average),
        day=_day(trend, trend.counts.index(most), reader),
        most=number(most),
    )
    sides = [f"{_side(name, reader)} {number(sum(c))}" for name, c in trend.sides]
    template = say("By country of the outlets: {list}.")
    if len(sides) > 1:
        template = say("By country of the outlets (a story may count for several): {list}.")
    yield fill(template, list=", ".join(sides))
    for place, usual in trend.spikes[-MAX_SPIKES:]:
        yield fill(
            say("Unusually many on {day}: {count}, usually {usual}."),
            day=_day(trend, place, reader),
            count=number(trend.counts[place]),
            usual=number(round(usual, 1)),
        )


def spikes_set(chat: Chat, texts: Texts) -> str:
    """Return the notice that spikes are told, or no longer."""
    if chat.spikes:
        return texts.gettext(
            "I will tell you when a region that you follow is in the news unusually often."
        )
    return texts.gettext("I will no longer tell you about spikes.")


def usage(targets: Sequence[Target], reader: Reader) -> Outgoing:
    """Return what ``/trend`` takes, and the followed places as buttons."""
    say = reader.texts.gettext
    return message(
        fill(
            say("A chart of how often a place is in the news: {command}"),
            command=code(say("/trend Belgorod 7d")),
        ),
        buttons=(*_rows(targets, SPANS[0], reader), (pick_button(reader),)),
    )


def choices(name: str, targets: Sequence[Target], days: int, reader: Reader) -> Outgoing:
    """Return the question which of several places is meant."""
    say = reader.texts.gettext
    return message(
        fill(
            say("Which place do you mean by “{name}”?"),
            name=bold(line(name, MAX_NAME)),
        ),
        buttons=(*_rows(targets, days, reader), (pick_button(reader),)),
    )


def _rows(targets: Sequence[Target], days: int, reader: Reader) -> Keyboard:
    return tuple(
        tuple(
            button(each.text, "trn", str(each.data).rpartition(":")[2], days)
            for each in row
        )
        for row in choice_rows(targets[:8], "trn", reader)
    )


def unknown(name: str, reader: Reader) -> Outgoing:
    """Return that there is no such place to draw."""
    say = reader.texts.gettext
    return message(
        fill(say("I know no place called “{name}”."), name=bold(line(name, MAX_NAME))),
        fill(say("For example: {command}"), command=code(say("/trend Belgorod 7d"))),
        buttons=((menu_button(reader),),),
    )
