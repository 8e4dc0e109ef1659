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
from bot.dedupe.identity import FIRST_POLL, TOO_OLD, WAS_AWAY
from bot.deliver.html import Html, bold, fill, join, text
from bot.deliver.plain import line
from bot.deliver.render import counted_outlets
from bot.domain.model import DeliveryState, Outgoing
from bot.i18n import mark
from bot.pipeline.evidence import Pointer
from bot.pipeline.explain import Because, Explanation
from bot.pipeline.regions import find_place
from bot.route.decide import (
    ALREADY_TOLD,
    BREAKS,
    CLOSER,
    DIGEST,
    LIMIT,
    MARKED,
    MUTED,
    OTHER_OUTLET,
    PAUSED,
    QUIET,
    UNFOLLOWED,
    WAITS,
)

MAX_POINTERS: Final = 6  # of one subscription
MAX_WORDS: Final = 60
MAX_FEEDS: Final = 5

# What bot.route.decide says of a match, where that is more than that it matched.
_REASONS: Final = {
    ALREADY_TOLD: mark("You had a message about this story already; it was added there."),
    CLOSER: mark(
        "You had a message about this story already; it came again because it now "
        "names a place nearer to you."
    ),
    MUTED: mark("It was not sent: you muted it (/mute)."),
    UNFOLLOWED: mark(
        "It was not sent: while it waited, you removed the subscription that found it."
    ),
    OTHER_OUTLET: mark(
        "It was not sent: this outlet is not one of those you chose (/feeds)."
    ),
    PAUSED: mark("It waits until the pause is over."),
    WAITS: mark("It waits until this chat can be reached."),
    QUIET: mark("It waits until the quiet hours are over."),
    LIMIT: mark("It waits: this chat has had its limit of alerts for an hour."),
    DIGEST: mark("It waits for the next digest."),
}
# Why it would not be sent today either.
_NOT_NOW: Final = {
    MUTED: mark("It would not be sent now either: you muted it (/mute)."),
    OTHER_OUTLET: mark(
        "It would not be sent now either: this outlet is not one of those you "
        "chose (/feeds)."
    ),
}
_URGENT: Final = {
    BREAKS: mark("It came at once: three outlets reported it within half an hour."),
    MARKED: mark("It came at once: you marked the subscription as urgent."),
}
_STATES: Final = {
    DeliveryState.HELD: mark("It will come together with others, as one message."),
    DeliveryState.LISTED: mark("It waits for the next digest."),
    DeliveryState.READY: mark("It is waiting to be sent."),
    DeliveryState.SENDING: mark("It is being sent."),
    DeliveryState.SKIPPED: mark("You skipped it after a pause."),
    DeliveryState.UNSURE: mark("It was sent, but may not have arrived."),
    DeliveryState.REJECTED: mark("Telegram did not take it."),
    DeliveryState.DROPPED: mark("Telegram did not take it."),
    DeliveryState.EXPIRED: mark("It could not be sent in time."),
}
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
_NOTHING_IN_IT: Final = mark("It was not sent: nothing that you follow is in it.")
_FOLLOWS_NOTHING: Final = mark("It was not sent: you follow nothing yet.")
_NO_NEWS: Final = mark("It was not sent: it was old news when I first read it.")
# What bot.dedupe.identity says of entries that nobody is told of.
_SILENT: Final = {
    FIRST_POLL: mark(
        "It was not sent: it was there when I read this feed for the first time. Only what "
        "appears afterwards is news."
    ),
    TOO_OLD: mark(
        "It was not sent: by its date it is over 48 hours older than what this feed had "
        "when I first read it."
    ),
    WAS_AWAY: mark(
        "It was not sent: I could not read this feed for a while, and it was over 48 hours "
        "old when I could again."
    ),
}

_TOLD: Final = {
    DeliveryState.SENT: mark("Sent: {time}"),
    DeliveryState.DIGESTED: mark("It is in the digest of {time}."),
}
_DROPPED: Final = {MUTED, OTHER_OUTLET}
_AGAIN: Final = {ALREADY_TOLD, CLOSER}
_UNTOLD: Final = _STATES.keys() - {DeliveryState.UNSURE}
_WAITING: Final = {DeliveryState.READY, DeliveryState.HELD, DeliveryState.LISTED}
# A story that waits, or waited, and of which the chat is told nothing for this reason.
_NOT_TOLD: Final = {*_WAITING, DeliveryState.UNWANTED}
_SINCE: Final = {MUTED, UNFOLLOWED}


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
    parts += (_because(each, reader) for each in found.because)
    if not found.because:
        parts += _places(found.places, reader)
        parts += nearest(found.nearest, reader)
    parts.append(text(_outcome(found, reader)))
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


def _outcome(found: Explanation, reader: Reader) -> str:
    """Return what became of it."""
    say = reader.texts.gettext
    if found.entry.silent_reason is not None:
        return say(_SILENT.get(found.entry.silent_reason, _NO_NEWS))
    is_dropped = found.state in _NOT_TOLD and found.reason in _SINCE
    if is_dropped or not found.because:
        nothing = _NOTHING_IN_IT if found.follows else _FOLLOWS_NOTHING
        return say(_REASONS[found.reason] if is_dropped else nothing)
    if found.reason in _AGAIN or (found.is_late and found.state is not None):
        reason = found.reason if found.reason in _AGAIN else ALREADY_TOLD
        untold = _STATES.get(found.state) if found.state in _UNTOLD else None
        return say(untold or _REASONS[reason])
    if found.is_late:
        late = say("It was not sent: you did not follow this when it came.")
        return f"{late} {say(_NOT_NOW[found.refusal])}" if found.refusal else late
    if found.state in _TOLD and found.at is not None:
        moment = reader.texts.moment(found.at, now=reader.now, zone=reader.time_zone)
        zone = reader.texts.zone(found.at, reader.time_zone)
        told = say(_TOLD[found.state]).format(time=f"{moment} {zone}")
        urgent = _URGENT.get(found.reason)
        return f"{say(urgent)} {told}" if urgent else told
    counts = found.reason in _DROPPED or found.state in _WAITING
    waits = _REASONS.get(found.reason) if counts else None
    known = waits or (_STATES.get(found.state) if found.state is not None else None)
    return say(known) if known is not None else ""


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
