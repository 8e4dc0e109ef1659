"""What becomes of a match: an alert now or later, a line of a digest, or nothing (pure).

The log and ``/why`` print the same reasons.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from typing import Final

from bot.domain.model import Action, Chat, ChatState, FollowUps, Mode, Route
from bot.i18n.texts import named_zone
from bot.route.wall_clock import find_quiet_end

MATCHED: Final = "matched"
WAITS: Final = "matched; waits until the chat can be reached"
ALREADY_TOLD: Final = "this chat was told of the story before"
PAUSED: Final = "matched; waits until the pause is over"
MUTED: Final = "this chat muted it"
UNFOLLOWED: Final = "this chat ended what found it while it waited"
OTHER_OUTLET: Final = "this chat hears other outlets only"
QUIET: Final = "matched; waits until the quiet hours are over"
LIMIT: Final = "matched; waits, for the chat had its alerts of the hour"
DIGEST: Final = "matched; waits for the next digest"
BREAKS: Final = "urgent: several outlets within half an hour"
MARKED: Final = "urgent: the chat marked the subscription"

FIRST_ONLY: Final = "the chat wants no follow-ups"
LISTED_YET: Final = "its line of the next digest says so"
CHANGE_LISTED: Final = "the story changed; the next digest says so"
CLOSER: Final = "the story names a place that is nearer to this chat"
CHANGE_WAITS: Final = "the story changed; the chat hears of it later"
CHANGED: Final = "the story changed"
EVERYTHING: Final = "the chat wants each report"
NEARER: Final = "the story came nearer to this chat"
CHANGES_APART: Final = timedelta(minutes=30)

# A story breaks when it comes from so many origins within so short a time: ten copies of
# one agency's text are one.
URGENT_ORIGINS: Final = 3
URGENT_WITHIN: Final = timedelta(minutes=30)
LIMITED_FOR: Final = timedelta(hours=1)  # what a limit holds back then comes together
_URGENCY: Final = (Action.DROP, Action.DIGEST, Action.HOLD, Action.ALERT)


def decide(
    *,
    chat: Chat,
    already_told: bool = False,
    is_muted: bool = False,
    outlet: Collection[str] = (),
    waits: Action | None = None,
    urgent: str | None = None,
    over_limit: bool = False,
    now: datetime,
) -> Route:
    """Decide what a match of `chat` becomes.

    Args:
        chat: The chat of the matching subscription.
        already_told: True if the chat has, or will have, a message of this story.
        is_muted: True if the chat does not want to hear of the story, its outlet or words.
        outlet: By what chats choose the outlet that tells it: its country and tags.
        waits: As what it waits, if it was not sent yet: `HOLD` or `DIGEST`.
        urgent: Why it is urgent (`BREAKS` or `MARKED`), None if it is not.
        over_limit: True if the chat had as many alerts in the last hour as it takes.
        now: Current time, aware.
    """
    if is_muted:
        return Route(action=Action.DROP, reason=MUTED)
    if chat.outlets and chat.outlets.isdisjoint(outlet):
        return Route(action=Action.DROP, reason=OTHER_OUTLET)
    route = _decide(chat, urgent, now, over_limit=over_limit)
    if not already_told:
        return route
    # What became urgent while it waited goes before the rest, and so does what another
    # subscription of a chat that is told at once finds in a story that waits for a digest.
    is_calm = waits is Action.DIGEST and chat.mode is Mode.NOW
    if (
        (urgent or is_calm)
        and waits
        and _URGENCY.index(route.action) > _URGENCY.index(waits)
    ):
        return route
    return Route(action=Action.DROP, reason=ALREADY_TOLD)


def _decide(chat: Chat, urgent: str | None, now: datetime, *, over_limit: bool) -> Route:
    if chat.mode is Mode.DIGEST or (chat.mode is Mode.SMART and not urgent):
        return Route(action=Action.DIGEST, reason=DIGEST)
    if chat.paused_until is not None and chat.paused_until > now:
        return Route(action=Action.HOLD, reason=PAUSED, until=chat.paused_until)
    if chat.state is ChatState.UNREACHABLE:
        return Route(action=Action.HOLD, reason=WAITS)
    quiet_end = find_hold_end(chat, now=now, urgent=bool(urgent))
    if quiet_end is not None:
        return Route(action=Action.HOLD, reason=QUIET, until=quiet_end)
    if over_limit and not urgent:
        return Route(action=Action.HOLD, reason=LIMIT, until=now + LIMITED_FOR)
    asks = chat.mode is Mode.SMART or (chat.quiet is not None and chat.quiet.but_urgent)
    return Route(action=Action.ALERT, reason=urgent if urgent and asks else MATCHED)


def decide_change(
    *,
    chat: Chat,
    is_listed: bool = False,
    in_digest: bool = False,
    is_material: bool = True,
    last_at: datetime | None,
    now: datetime,
) -> Route:
    """Decide what another report becomes, of a story that the chat was told of.

    At most one in `CHANGES_APART` comes; what comes meanwhile is in the next. A pause may
    end sooner than it was set for, so the outbox waits for that, not this.

    Args:
        chat: Who was told of the story.
        is_listed: True if the story waits for the next digest itself.
        in_digest: True if it was told in one.
        is_material: True if the report changes the story.
        last_at: When the last follow-up was told, None if none was.
        now: Current time, aware.
    """
    if chat.follow_ups is FollowUps.FIRST:
        return Route(action=Action.DROP, reason=FIRST_ONLY)
    lives_on_digests = is_listed or _lives_on_digests(chat, in_digest=in_digest)
    if not is_material and (chat.follow_ups is not FollowUps.ALL or lives_on_digests):
        return Route(action=Action.DROP, reason=ALREADY_TOLD)
    if lives_on_digests:
        if is_listed:
            return Route(action=Action.DROP, reason=LISTED_YET)
        return Route(action=Action.DIGEST, reason=CHANGE_LISTED)
    return _as_reply(
        chat, now if last_at is None else max(now, last_at + CHANGES_APART), CHANGED, now
    )


def decide_closer(*, chat: Chat, in_digest: bool, now: datetime) -> Route:
    """Decide what becomes of it when a story names a place nearer to the chat.

    It is told although the chat may want each story once: what it follows nearer by was
    not told yet.
    """
    if _lives_on_digests(chat, in_digest=in_digest):
        return Route(action=Action.DIGEST, reason=CLOSER)
    return _as_reply(chat, now, CLOSER, now)


def _lives_on_digests(chat: Chat, *, in_digest: bool) -> bool:
    return chat.mode is Mode.DIGEST or (in_digest and chat.mode is Mode.SMART)


def _as_reply(chat: Chat, free_at: datetime, reason: str, now: datetime) -> Route:
    """Return the route of a reply that is free to go at `free_at`."""
    until = find_hold_end(chat, now=free_at) or free_at
    if until > now:
        return Route(action=Action.HOLD, reason=CHANGE_WAITS, until=until)
    return Route(action=Action.ALERT, reason=reason)


def find_hold_end(chat: Chat, *, now: datetime, urgent: bool = False) -> datetime | None:
    """Return until when the chat's quiet hours hold an alert back, None if they do not."""
    if chat.quiet is None or (urgent and chat.quiet.but_urgent):
        return None
    return find_quiet_end(chat.quiet, named_zone(chat.time_zone), now)


def asks_for_urgent(chat: Chat) -> bool:
    """Return whether it matters to the chat what is urgent."""
    in_quiet = chat.quiet is not None and chat.quiet.but_urgent
    return chat.mode is Mode.SMART or in_quiet or chat.hourly_limit is not None


def urgency(*, origins: int, marked: bool) -> str | None:
    """Return why a story is urgent, None if it is not.

    Args:
        origins: From how many it came within `URGENT_WITHIN`.
        marked: True if it matches a subscription that the chat marked as urgent.
    """
    if marked:
        return MARKED
    return BREAKS if origins >= URGENT_ORIGINS else None
