"""What ``/why`` looks like (pure)."""

from collections.abc import Iterator, Sequence
from typing import Final

from bot.chat.nearest_view import nearest
from bot.chat.request import button
from bot.chat.view import (
    Reader,
    entries,
    list_button,
    message,
    region_name,
    subscription_text,
)
from bot.chat.why_outcome import outcome
from bot.deliver.change import change_lines
from bot.deliver.html import Html, bold, fill, join, text
from bot.deliver.plain import line
from bot.deliver.render import counted_outlets
from bot.domain.model import Outgoing
from bot.i18n import mark
from bot.pipeline.cards import card_changes
from bot.pipeline.evidence import Pointer
from bot.pipeline.explain import Because, Explanation
from bot.pipeline.regions import find_place

MAX_POINTERS: Final = 6  # of one subscription
MAX_WORDS: Final = 60
MAX_FEEDS: Final = 5

# What bot.dedupe says of why an entry tells a story, by how that begins.
_JOINED: Final = (
    ("same link", mark("Same story: the same link.")),
    ("same title", mark("Same story: the same headline.")),
    ("tells the same", mark("Same story: much the same words.")),
    (
        "the same ",
        mark("Same story: the same place, and the same kind of event, names or numbers."),
    ),
)
_JOINED_ELSE: Final = mark("Same story: it says the same.")


def explained(
    found: Sequence[Explanation], reader: Reader, *, of: int | None = None
) -> Outgoing:
    """Return why each of these was sent, or not; `of` is how many a digest has."""
    blocks = [block for each in found for block in _explained(each, reader)]
    if of is not None:
        counted = reader.texts.ngettext(
            "This digest has {count} story.", "This digest has {count} stories.", of
        ).format(count=of)
        first = reader.texts.gettext("The first ones:") if of > len(found) else ""
        blocks.insert(0, text(f"{counted} {first}".strip()))
    return message(*blocks, buttons=((list_button(reader),),))


def _explained(found: Explanation, reader: Reader) -> Iterator[Html]:
    parts: list[Html] = [entries([found.entry], reader)]
    if found.is_change and found.entry.update_kind is not None:
        changes = card_changes(found.entry, reader.language)
        parts += map(text, change_lines(changes, reader.texts))
    parts += (_because(each, reader) for each in found.because)
    if not found.because:
        parts += _places(found.places, reader)
        parts += nearest(found.nearest, reader)
    parts.append(text(outcome(found, reader)))
    parts += _story(found, reader)
    yield join("\n", [part for part in parts if part])


def _story(found: Explanation, reader: Reader) -> Iterator[Html]:
    """Yield which story it is of, and why."""
    if found.story is None:
        return
    say, story = reader.texts.gettext, found.story
    outlets = len({entry.publisher or entry.outlet for entry in story.entries})
    yield fill(
        say("Story: {title} ({outlets})"),
        title=bold(line(story.entries[0].title, MAX_WORDS * 2) or say("Untitled")),
        outlets=counted_outlets(outlets, story.origins, reader.texts),
    )
    if found.joined_because:
        reason = next(
            (words for start, words in _JOINED if found.joined_because.startswith(start)),
            _JOINED_ELSE,
        )
        yield text(say(reason))


def _because(because: Because, reader: Reader) -> Html:
    """Return one line: the subscription, then the words that satisfy it."""
    say = reader.texts.gettext
    name = (
        subscription_text(because.subscription, reader)
        if because.subscription is not None
        else say("a subscription that has been removed")
    )
    reasons = [_chain(each, reader) for each in because.pointers[:MAX_POINTERS]]
    reasons += (region_name(each, reader) for each in because.regions)
    reasons += (_quoted(each, reader) for each in because.words[:MAX_POINTERS])
    template = say("For {subscription}: {words}")
    return text("▸ ") + fill(
        template, subscription=bold(line(name, MAX_WORDS * 2)), words="; ".join(reasons)
    )


def _quoted(words: str, reader: Reader) -> str:
    return reader.texts.gettext("“{query}”").format(query=line(words, MAX_WORDS))


def _chain(pointer: Pointer, reader: Reader) -> str:
    """Return ``“Шебекине” → Shebekino → Belgorod Oblast``."""
    place, target = pointer.place, pointer.target
    steps = [_quoted(pointer.words, reader), place.name(reader.language)]
    if target is not None and target.id != place.id:
        steps.append(region_name(target.id, reader))
    if target is None and place.region not in {None, place.id}:
        region = find_place(place.region or "")
        steps += [region.name(reader.language)] if region is not None else []
    return " → ".join(steps)


def _places(places: Sequence[Pointer], reader: Reader) -> Iterator[Html]:
    say = reader.texts.gettext
    if not places:
        yield text(say("It names no place that I know."))
        return
    yield text(say("It names:"))
    for pointer in places[:MAX_POINTERS]:
        words = _chain(pointer, reader)
        if pointer.weak:
            words = say("{words} (only an adjective or a people's name)").format(
                words=words
            )
        yield text(f"▸ {words}")


def nothing_yet(reader: Reader) -> Outgoing:
    """Return that there was no alert yet."""
    say = reader.texts.gettext
    return message(
        say("This chat has had no alert yet."),
        _usage(reader),
        buttons=((button(say("Latest"), "latest"), list_button(reader)),),
    )


def not_found(feeds: Sequence[str], reader: Reader) -> Outgoing:
    """Return that no feed has shown a link; `feeds` are those of its site."""
    say = reader.texts.gettext
    names = reader.texts.join([line(each, MAX_WORDS) for each in feeds[:MAX_FEEDS]])
    return message(
        say("No feed has shown me that link in the last 90 days."),
        say("From that site I read {feeds}; what is not in it I do not see.").format(
            feeds=names
        )
        if feeds
        else say("I read no feed of that site; /feeds shows those that I read."),
        _usage(reader),
        buttons=((button(say("Latest"), "latest"), list_button(reader)),),
    )


def no_link(typed: str, reader: Reader) -> Outgoing:
    """Return that what was typed is no link."""
    return message(
        reader.texts.gettext("“{text}” is not a link.").format(text=line(typed, MAX_WORDS)),
        _usage(reader),
        buttons=((button(reader.texts.gettext("Latest"), "latest"), list_button(reader)),),
    )


def no_alert(reader: Reader) -> Outgoing:
    """Return that the message that was answered is no alert."""
    return message(
        reader.texts.gettext("That message is not one of my alerts."),
        _usage(reader),
        buttons=((list_button(reader),),),
    )


def _usage(reader: Reader) -> str:
    return reader.texts.gettext(
        "Reply to an alert with /why, or write /why and the link to a piece of "
        "news: I will say which words pointed to which place."
    )
