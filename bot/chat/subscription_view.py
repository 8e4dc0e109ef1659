"""What answers about keywords, the list and the archive look like (pure)."""

from collections.abc import Sequence
from typing import Final, assert_never

from bot.chat.backtest_view import volume, way_buttons
from bot.chat.doubt_view import places, told, which
from bot.chat.followed_view import before, undo_row
from bot.chat.list_view import listing
from bot.chat.meant_view import as_meant, hint
from bot.chat.query_view import reading, refusal, unread
from bot.chat.region_view import full
from bot.chat.request import Keyboard, button
from bot.chat.view import (
    Reader,
    entries,
    left_out,
    list_button,
    menu_button,
    message,
    subscription_text,
    zone,
)
from bot.deliver.html import Html, bold, code, fill, join, text
from bot.domain.model import Button, Outgoing, Subscription
from bot.pipeline.keyword_places import Doubt
from bot.pipeline.noise import Way
from bot.pipeline.search import Found
from bot.pipeline.subscriptions import (
    KeywordAdded,
    KeywordOutcome,
    KeywordRemoved,
    QueryRefused,
    TooMany,
)

MAX_KEYWORDS: Final = 20  # shown with /keyword


def keyword_changed(
    outcome: KeywordOutcome,
    reader: Reader,
    *,
    limit: int | None = None,
    unread_feeds: Sequence[str] = (),
) -> Outgoing:
    """Return what became of a query; `limit` is how many alerts an hour the chat takes.

    `unread_feeds` are names in the query that no feed has.
    """
    say = reader.texts.gettext
    match outcome:
        case KeywordAdded():
            return _keyword_added(outcome, reader, limit, unread_feeds)
        case KeywordRemoved():
            template = say("You no longer follow {query}.")
            return message(
                _named(template, outcome.subscription, reader),
                buttons=((list_button(reader),),),
            )
        case QueryRefused():
            return message(
                refusal(outcome.text, outcome.error, reader),
                buttons=((_help_button(reader),), (list_button(reader),)),
            )
        case Doubt():
            return which(outcome, reader, "k")
        case TooMany():
            return message(full(outcome, reader.texts), buttons=((list_button(reader),),))
        case never:
            assert_never(never)


def _keyword_added(
    outcome: KeywordAdded, reader: Reader, limit: int | None, unread_feeds: Sequence[str]
) -> Outgoing:
    say, subscription = reader.texts.gettext, outcome.subscription
    if outcome.in_digest:
        template = say("You now follow {query}. It comes with the digests.")
    elif outcome.is_new and not reader.at_once:
        template = say("You now follow {query}.")
    elif outcome.is_new:
        template = say(
            "You now follow {query}. I will tell you at once when it is in the news."
        )
    else:
        template = say("You already follow {query}.")
    narrower = way_buttons(outcome.narrower, subscription, reader)
    if outcome.in_digest:
        at_once = button(say("Tell me at once"), "nk", Way.NOW, subscription.id)
        narrower = (*narrower, (at_once,))
    return message(
        _named(template, subscription, reader),
        *(before(outcome.before, reader) if outcome.before else ()),
        reading(outcome.asked, reader),
        *hint(subscription, reader),
        *told(outcome.doubt, reader),
        *unread(unread_feeds, reader),
        *volume(outcome.would, reader, outcome.narrower, limit=limit),
        buttons=(
            *_places(outcome, reader),
            *as_meant(subscription, reader, "nk", Way.OPERATORS, subscription.id),
            _undo(outcome, reader),
            *narrower,
            (list_button(reader),),
        ),
    )


def _places(outcome: KeywordAdded, reader: Reader) -> Keyboard:
    # A query that took another's place quotes that one, for Undo.
    if outcome.before is not None:
        return ()
    return places(outcome.doubt, reader, f"k{outcome.subscription.id}")


def _undo(outcome: KeywordAdded, reader: Reader) -> tuple[Button, ...]:
    new = outcome.subscription.id if outcome.is_new else 0
    if outcome.before is not None:
        return undo_row(outcome.before, reader, instead_of=new)
    if outcome.is_new or outcome.in_digest:
        return (button(reader.texts.gettext("Undo"), "del", outcome.subscription.id),)
    return ()


def _named(template: str, subscription: Subscription, reader: Reader) -> Html:
    return fill(template, query=bold(subscription_text(subscription, reader)))


def _help_button(reader: Reader) -> Button:
    return button(reader.texts.gettext("How to write a query"), "askk")


def keyword_help(
    mine: Sequence[Subscription], reader: Reader, *, is_private: bool
) -> Outgoing:
    """Return how a query is written, and the chat's own."""
    say = reader.texts.gettext
    how = (
        say("Type one or more words, and I will tell you when they are in the news.")
        if is_private
        else say(
            "Write /keyword with words, and I will tell you when they are in the news."
        )
    )
    grammar = (
        (say("dam"), say("a word in all its forms")),
        (say("dam flood"), say("both words")),
        (say("dam | dike"), say("either word")),
        (say("dam (flood | breach)"), say("the first and either of the others")),
        (say('"air raid"'), say("words in sequence")),
        (say("drone NEAR/8 refinery"), say("at most 8 words apart")),
        (say("drone -toy"), say("the first without the second")),
        (say("=Orel"), say("exactly this form")),
        (say("evacuat*"), say("words that begin like this")),
        (say("title:dam"), say("only in the title")),
        (say("dam lang:uk"), say("only in one language")),
        (say('dam feed:"BBC News"'), say("only from one feed or outlet")),
        (say("evacuation in Sumy"), say("only about a region")),
    )
    lines = [code(query) + f" — {meaning}" for query, meaning in grammar]
    mine = [each for each in mine if each.query is not None]
    parts = [text(how), join("\n", lines)]
    if mine:
        heading = text(say("You follow:"))
        own = [f"• {subscription_text(each, reader)}" for each in mine[:MAX_KEYWORDS]]
        parts.append(join("\n", (heading, *own)))
    return message(*parts, buttons=((list_button(reader), menu_button(reader)),))


def removed(gone: Sequence[Subscription], reader: Reader) -> Outgoing:
    """Return what was removed."""
    say = reader.texts.gettext
    names = reader.texts.join([subscription_text(each, reader) for each in gone])
    told = (
        fill(say("You no longer follow {query}."), query=bold(names))
        if gone
        else text(say("It was removed already."))
    )
    return message(told, buttons=((list_button(reader),),))


def latest(found: Found, reader: Reader, *, has_subscriptions: bool) -> Outgoing:
    """Return the newest entries that match the chat's subscriptions."""
    say = reader.texts.gettext
    if not has_subscriptions:
        return listing((), reader, 0)
    if not found.entries:
        return message(
            say("The archive has nothing that matches your subscriptions yet."),
            left_out(found, reader),
            buttons=((list_button(reader),),),
        )
    return message(
        bold(
            say("The latest on what you follow ({zone}):").format(zone=zone(reader)),
        ),
        entries(found.entries, reader),
        left_out(found, reader),
        buttons=((list_button(reader),),),
    )
