"""What became of an entry, as ``/why`` says it (pure)."""

from typing import Final

from bot.chat.view import Reader
from bot.dedupe.identity import FIRST_POLL, TOO_OLD, WAS_AWAY
from bot.domain.model import DeliveryState
from bot.i18n import mark
from bot.pipeline.explain import AFTER_ANOTHER, Explanation
from bot.route.decide import (
    ALREADY_TOLD,
    BREAKS,
    CHANGED,
    CLOSER,
    DIGEST,
    EVERYTHING,
    LIMIT,
    MARKED,
    MUTED,
    NEARER,
    OTHER_OUTLET,
    PAUSED,
    QUIET,
    UNFOLLOWED,
    WAITS,
)

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
_CAME: Final = {
    BREAKS: mark("It came at once: three outlets reported it within half an hour."),
    MARKED: mark("It came at once: you marked the subscription as urgent."),
    CHANGED: mark("It answers the message about this story, for the story changed."),
    EVERYTHING: mark(
        "It answers the message about this story, for you chose to hear of each report "
        "(/mode)."
    ),
    NEARER: mark(
        "It answers the message about this story, for a place nearer to you is named now."
    ),
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
_UNTOLD: Final = _STATES.keys() - {DeliveryState.UNSURE}
_WAITING: Final = {DeliveryState.READY, DeliveryState.HELD, DeliveryState.LISTED}
# A story that waits, or waited, and of which the chat is told nothing for this reason.
_NOT_TOLD: Final = {*_WAITING, DeliveryState.UNWANTED}
_SINCE: Final = {MUTED, UNFOLLOWED}


def outcome(found: Explanation, reader: Reader) -> str:
    """Return what became of it."""
    say = reader.texts.gettext
    if found.entry.silent_reason is not None:
        return say(_SILENT.get(found.entry.silent_reason, _NO_NEWS))
    is_dropped = found.state in _NOT_TOLD and found.reason in _SINCE
    if is_dropped or not found.because:
        nothing = _NOTHING_IN_IT if found.follows else _FOLLOWS_NOTHING
        return say(_REASONS[found.reason] if is_dropped else nothing)
    if found.reason in AFTER_ANOTHER or (found.is_late and found.state is not None):
        reason = found.reason if found.reason in AFTER_ANOTHER else ALREADY_TOLD
        untold = _STATES.get(found.state) if found.state in _UNTOLD else None
        return say(untold or _REASONS[reason])
    if found.is_late:
        late = say("It was not sent: you did not follow this when it came.")
        return f"{late} {say(_NOT_NOW[found.refusal])}" if found.refusal else late
    if found.state in _TOLD and found.at is not None:
        moment = reader.texts.moment(found.at, now=reader.now, zone=reader.time_zone)
        zone = reader.texts.zone(found.at, reader.time_zone)
        told = say(_TOLD[found.state]).format(time=f"{moment} {zone}")
        came = _CAME.get(found.reason) if found.state is DeliveryState.SENT else None
        return f"{say(came)} {told}" if came else told
    counts = found.reason in _DROPPED or found.state in _WAITING
    waits = _REASONS.get(found.reason) if counts else None
    known = waits or (_STATES.get(found.state) if found.state is not None else None)
    return say(known) if known is not None else ""
