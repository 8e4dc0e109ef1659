"""A feed of one entry that is always called the same: is what it says now news? (pure).

"Current state of alert", "quake of the day": each publication replaces the one before,
under one guid or link. An entry that an outlet edits looks alike, so two things decide:
whether the date moved on, and how much of the words is another. Without a page of its own
there is no article that could be edited, and less is asked for.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from bot.domain.folding import words

MOVED: Final = timedelta(minutes=1)  # a shorter step is a correction of the date
UNLIKE: Final = 0.5  # of the words of both are common to them: less is another text
REWRITTEN: Final = 0.34  # likewise, of a headline with a page: editors write them anew
COMPARED: Final = 4_000  # characters of a text
# A state that is confirmed each minute says so, and is no other for it.
_CLOCK: Final = re.compile(
    r"\b\d{1,2}:\d{2}(?::\d{2})?\b|\b\d{1,4}[./-]\d{1,2}[./-]\d{1,4}\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a feed of one entry says, and when it was published, if it tells."""

    title: str
    summary: str
    published_at: datetime | None


def is_another(before: Said, now: Said, *, has_page: bool) -> bool:
    """Say whether `now` is an entry of its own, and no edit of `before`.

    The same words are never another entry, whatever their date: a state that still holds is
    dated anew by many feeds at each fetch. Nor is what an earlier date has.

    Args:
        before: What the feed said last.
        now: What it says under the same guid and link.
        has_page: Its link leads to a page, which may be an article that was edited.
    """
    title = _likeness(before.title, now.title)
    summary = _likeness(before.summary, now.summary)
    if has_page:
        is_new_text = summary < UNLIKE or not (before.summary or now.summary)
        moved_on = _step(before, now) >= MOVED
        return moved_on and title < REWRITTEN and is_new_text
    if _step(before, now) >= MOVED:
        return title < 1 or summary < UNLIKE
    # Of two caches one has the state before.
    return _step(before, now) > -MOVED and min(title, summary) < UNLIKE


def _step(before: Said, now: Said) -> timedelta:
    """Return by how much the date moved on, nothing if one is missing."""
    if before.published_at is None or now.published_at is None:
        return timedelta(0)
    return now.published_at - before.published_at


def _likeness(one: str, other: str) -> float:
    """Return the share of all words that both have; clocks do not count."""
    ours, theirs = (set(words(_CLOCK.sub(" ", text[:COMPARED]))) for text in (one, other))
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0
