"""What answers about the archive look like (pure).

The first text in a fixed-width font is the query, which buttons read again.
"""

from collections.abc import Sequence
from datetime import datetime

from bot.chat.backtest_view import volume, way_text
from bot.chat.doubt_view import places, told
from bot.chat.meant_view import as_meant, hint
from bot.chat.query_view import refusal, unread
from bot.chat.request import Keyboard, button
from bot.chat.view import Reader, entries, left_out, list_button, message, zone
from bot.deliver.html import Html, bold, code, fill, join, text
from bot.domain.errors import QueryError
from bot.domain.model import Outgoing, Subscription
from bot.pipeline.backtest import Backtest
from bot.pipeline.keyword_places import Doubt
from bot.pipeline.noise import Narrower, Way
from bot.pipeline.search import Found


def found(
    query: str,
    asked: Subscription,
    result: Found,
    reader: Reader,
    *,
    doubt: Doubt | None = None,
    unread_feeds: Sequence[str] = (),
) -> Outgoing:
    """Return a page of what was found for a query; `asked` is what it says."""
    say = reader.texts.gettext
    head = fill(say("In the archive ({zone}):"), zone=zone(reader))
    blocks: list[Html] = [bold(head) + " " + code(query)]
    blocks += (*hint(asked, reader), *told(doubt, reader), *unread(unread_feeds, reader))
    if result.entries:
        blocks.append(entries(result.entries, reader))
    elif result.back_to is None:
        blocks.append(text(say("Nothing in the last 90 days.")))
    if result.back_to is not None:
        blocks.append(text(_back_to(result.back_to, reader)))
    blocks.append(text(left_out(result, reader)))
    turns = [
        button("◀️", "sr", result.page - 1) if result.page else None,
        button("▶️", "sr", result.page + 1) if result.has_more else None,
    ]
    return message(
        *blocks,
        buttons=(
            *places(doubt, reader, "s"),
            *as_meant(asked, reader, "sr", 0, Way.OPERATORS),
            tuple(each for each in turns if each),
            *_go_on(reader, test=True),
        ),
    )


def _back_to(at: datetime, reader: Reader) -> str:
    moment = reader.texts.moment(at, now=reader.now, zone=reader.time_zone)
    say = reader.texts.gettext
    return say("I looked back to {time}; there may be more before that.").format(
        time=moment
    )


def _go_on(reader: Reader, *, test: bool) -> Keyboard:
    say = reader.texts.gettext
    first = [button(say("Follow this"), "fq")]
    if test:
        first.append(button(say("How many in all?"), "ts", ""))
    return (tuple(first), (list_button(reader),))


def tested(
    query: str,
    asked: Subscription,
    would: Backtest,
    ways: Sequence[Narrower],
    reader: Reader,
    *,
    limit: int | None,
    doubt: Doubt | None,
    unread_feeds: Sequence[str],
) -> Outgoing:
    """Return what a query would have sent, with buttons that make it narrower.

    `asked` is what it says, `limit` how many alerts an hour the chat takes, `doubt` what
    may be a place, `unread_feeds` what it names as feeds and is none.
    """
    say = reader.texts.gettext
    keyboard = tuple(
        (button(way_text(each, reader), "fq", each.way),)
        if each.way is Way.DIGEST
        else (button(way_text(each, reader), "ts", each.way, each.word),)
        for each in ways
    )
    is_nothing = not would.ids and would.back_to is None
    more = () if is_nothing else ((button(say("Show more"), "sr", 0),),)
    return message(
        bold(say("What it would have sent:")) + " " + code(query),
        *hint(asked, reader),
        *told(doubt, reader),
        *unread(unread_feeds, reader),
        *volume(would, reader, ways, limit=limit),
        buttons=(
            *places(doubt, reader, "t"),
            *as_meant(asked, reader, "ts", Way.OPERATORS),
            *keyboard,
            *more,
            *_go_on(reader, test=False),
        ),
    )


def refused(query: str, error: QueryError, reader: Reader) -> Outgoing:
    """Return why a query cannot be read."""
    how = button(reader.texts.gettext("How to write a query"), "askk")
    return message(refusal(query, error, reader), buttons=((how,),))


def usage(command: str, reader: Reader) -> Outgoing:
    """Return how the command is written."""
    say = reader.texts.gettext
    meaning = {
        "search": say("I search what was published in the last 90 days, newest first."),
        "test": say("I show what a query would have sent in the last 7 days."),
    }[command]
    words = say("dam flood")
    example = fill(
        say("Write it like this: {example}"), example=code(f"/{command} {words}")
    )
    how = button(say("How to write a query"), "askk")
    return message(join("\n", (text(meaning), example)), buttons=((how,),))
