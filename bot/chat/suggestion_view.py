"""What suggesting a feed looks like, for who suggests and for who decides (pure)."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.chat.request import button
from bot.chat.view import Reader, menu_button, message
from bot.config.addresses import shown_url
from bot.deliver.html import Html, bold, code, fill, join, text
from bot.deliver.plain import line
from bot.domain.errors import Fault
from bot.domain.model import Button, Outgoing
from bot.i18n import mark
from bot.pipeline.suggesting import A_DAY, NO_ENTRIES, Decided, Suggested
from bot.store.suggestions import Suggestion, SuggestionState

MAX_URL: Final = 80  # of an address in a list
MOST: Final = 10  # addresses of one kind in an answer

_UNREACHABLE: Final = mark("nothing answers at that address")
_REFUSED: Final = mark("its server does not give it to me")
_WHY: Final = {
    Fault.ADDRESS.value: mark("there is no such address"),
    Fault.BLOCKED.value: mark("it is no public address"),
    Fault.CONNECTION.value: _UNREACHABLE,
    Fault.TLS.value: mark("its certificate is not valid"),
    Fault.TIMEOUT.value: _UNREACHABLE,
    Fault.DOCUMENT.value: mark("it is no feed (RSS, Atom or JSON Feed), and names none"),
    Fault.HOSTILE.value: mark("it is too large"),
    NO_ENTRIES: mark("it has no entries"),
}


def ask(reader: Reader) -> Outgoing:
    """Return the question for an address."""
    say = reader.texts.gettext
    how = (
        say("Send me the address of a feed, or of the site that has it.")
        if reader.is_private
        else say("Reply to this message with the address of a feed.")
    )
    return message(
        bold(how),
        say("I check whether it can be read, then an admin of this bot decides."),
        fill(
            say("Or write at once: {command}"), command=code("/feeds suggest example.org")
        ),
        buttons=((_feeds_button(reader), menu_button(reader)),),
    )


def nobody(reader: Reader) -> Outgoing:
    """Return that there is nobody to decide on suggestions."""
    say = reader.texts.gettext
    return message(
        say("This bot has no admin who could decide on that."),
        buttons=((_feeds_button(reader), menu_button(reader)),),
    )


def suggested(outcome: Suggested, reader: Reader) -> Outgoing:
    """Return what became of the addresses."""
    say = reader.texts.gettext
    taken = say(
        "Thank you. I will check whether it can be read, and tell you what is decided:"
    )
    groups = (
        (taken, outcome.taken),
        (say("That is read already, or was suggested before:"), outcome.known),
        (say("That is not the address of a feed on the internet:"), outcome.faulty),
        (
            say("Today you have suggested {count}; these have to wait:").format(
                count=A_DAY
            ),
            outcome.over,
        ),
    )
    parts = [_urls(heading, urls, reader) for heading, urls in groups if urls]
    again = button(say("Suggest a feed"), "asks")
    return message(
        *(parts or [text(say("That is not the address of a feed on the internet:"))]),
        buttons=((again, _feeds_button(reader)), (menu_button(reader),)),
    )


def _urls(heading: str, urls: Sequence[str], reader: Reader) -> Html:
    lines = [f"• {line(shown_url(url), MAX_URL)}" for url in urls[:MOST]]
    if len(urls) > MOST:
        more = reader.texts.gettext("and {count} more")
        lines.append(more.format(count=len(urls) - MOST))
    return join("\n", [heading, *lines])


def _feeds_button(reader: Reader) -> Button:
    return button(reader.texts.gettext("Feeds"), "f", 0)


def question(suggestion: Suggestion, reader: Reader) -> Outgoing:
    """Return what admins are asked."""
    say = reader.texts.gettext
    return message(
        bold(say("A reader suggests a feed")),
        join("\n", [*_described(suggestion, reader)]),
        say("Approving writes it into feeds.yaml; country and tags can be added there."),
        buttons=(
            (
                button(say("Approve"), "sgy", suggestion.id),
                button(say("Decline"), "sgn", suggestion.id),
            ),
        ),
    )


def _described(suggestion: Suggestion, reader: Reader) -> Iterator[Html | str]:
    say, plural = reader.texts.gettext, reader.texts.ngettext
    yield bold(line(suggestion.title, MAX_URL))
    yield shown_url(suggestion.url)
    count = suggestion.entries or 0
    yield plural("{count} entry", "{count} entries", count).format(count=count)
    if suggestion.language:
        yield say("Language: {name}").format(name=suggestion.language)


def decided(outcome: Decided, reader: Reader) -> Outgoing:
    """Return to an admin what was decided."""
    say = reader.texts.gettext
    suggestion = outcome.suggestion
    if outcome.error is not None:
        assert suggestion is not None
        asked = question(suggestion, reader)
        error = fill(say("Not added: {reason}"), reason=str(outcome.error))
        return message(
            error, join("\n", [*_described(suggestion, reader)]), buttons=asked.buttons
        )
    if suggestion is None:
        return message(
            say("The suggestion was withdrawn."), buttons=((menu_button(reader),),)
        )
    is_approved = suggestion.state is SuggestionState.APPROVED
    told = (
        say("It is in feeds.yaml now, and is read from now on.")
        if is_approved
        else say("It was declined.")
    )
    return message(
        bold(say("A reader suggests a feed")),
        join("\n", [*_described(suggestion, reader)]),
        say("That was decided already.") if outcome.was_before else "",
        told,
        buttons=((menu_button(reader),),),
    )


def outcome(suggestion: Suggestion, reader: Reader) -> Outgoing:
    """Return to a person what became of the suggestion."""
    say = reader.texts.gettext
    address = line(shown_url(suggestion.url), MAX_URL)
    match suggestion.state:
        case SuggestionState.APPROVED:
            told = say("The feed that you suggested has been added: {feed}")
            address = line(suggestion.title, MAX_URL)
        case SuggestionState.DECLINED:
            told = say("An admin decided not to read the feed that you suggested: {feed}")
        case _:
            why = say(_WHY.get(suggestion.reason or "", _REFUSED))
            template = say("I cannot read the feed that you suggested: {feed} ({reason}).")
            return message(
                fill(template, feed=address, reason=why),
                buttons=((button(say("Suggest a feed"), "asks"), _feeds_button(reader)),),
            )
    return message(
        fill(told, feed=bold(address)),
        buttons=((_feeds_button(reader), menu_button(reader)),),
    )
