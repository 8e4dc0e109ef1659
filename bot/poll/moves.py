"""Whether a permanent redirect has lasted long enough to be believed (pure)."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.feeds import Move

STABLE_POLLS = 3  # one wrong deployment redirects everything to its own front page
STABLE_TIME = timedelta(hours=24)  # and is undone within a day


def follow(move: Move | None, moved_to: str | None, now: datetime) -> Move | None:
    """Return what is known of a feed's move after an answer at `now`.

    The same target confirms it, another one begins anew, an answer without a permanent
    redirect ends it: what flaps is never stable. A failed poll says nothing of it, so
    do not call this then.

    Args:
        move: What was known.
        moved_to: Where permanent redirects (301, 308; RFC 9110, section 15.4) led to.
        now: Current time, aware.
    """
    if moved_to is None:
        return None
    if move is None or move.url != moved_to:
        return Move(url=moved_to, since=now)
    return replace(move, polls=move.polls + 1)


def is_stable(move: Move, now: datetime) -> bool:
    """Tell whether a move was seen by `STABLE_POLLS` in a row over `STABLE_TIME`."""
    return move.polls >= STABLE_POLLS and now - move.since >= STABLE_TIME
