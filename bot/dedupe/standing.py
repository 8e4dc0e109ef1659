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
    dated anew by many feeds at each fetch.

    Args:
        before: What the feed said last.
        now: What it says under the same guid and link.
        has_page: Its link leads to a page, which may be an article that was edited.
    """
    title = _likeness(before.title, now.title)
    summary = _likeness(before.summary, now.summary)
    moved_on = _has_moved_on(before.published_at, now.published_at)
    if has_page:
        is_new_text = summary < UNLIKE or not (before.summary or now.summary)
        return moved_on and title < REWRITTEN and is_new_text
    if moved_on:
        return title < 1 or summary < UNLIKE
    return min(title, summary) < UNLIKE


def _has_moved_on(before: datetime | None, now: datetime | None) -> bool:
    return before is not None and now is not None and now - before >= MOVED


def _likeness(one: str, other: str) -> float:
    """Return the share of all words that both have; clocks do not count."""
    ours, theirs = (set(words(_CLOCK.sub(" ", text))) for text in (one, other))
    return len(ours & theirs) / len(ours | theirs) if ours | theirs else 1.0
