"""What becomes of a match: an alert now, or nothing, with the reason in words.

The log and ``/why`` print the same reasons.
"""

from datetime import datetime

from bot.domain.model import Action, Chat, ChatState, Route

MATCHED = "matched"
WAITS = "matched; waits until the chat can be reached"
ALREADY_TOLD = "this chat was told of the story before"
PAUSED = "matched; waits until the pause is over"
MUTED = "this chat muted it"


def decide(
    *,
    chat: Chat,
    already_told: bool = False,
    is_muted: bool = False,
    now: datetime,
) -> Route:
    """Decide what a match of `chat` becomes.

    Args:
        chat: The chat of the matching subscription.
        already_told: True if the chat has, or will have, a message of this story.
        is_muted: True if the chat does not want to hear of the story, its outlet or words.
        now: Current time, aware.
    """
    if already_told:
        return Route(action=Action.DROP, reason=ALREADY_TOLD)
    if is_muted:
        return Route(action=Action.DROP, reason=MUTED)
    if chat.paused_until is not None and chat.paused_until > now:
        return Route(action=Action.ALERT, reason=PAUSED)
    if chat.state is ChatState.UNREACHABLE:
        return Route(action=Action.ALERT, reason=WAITS)
    return Route(action=Action.ALERT, reason=MATCHED)
