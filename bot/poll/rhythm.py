"""How often a feed brings something new, and when its silence is news (pure)."""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.feeds import Rhythm

ENTRY_WEIGHT = 0.15  # the last 4 entries are half of the average, the last 14 nine tenths
OUTLIER = 4  # a gap counts as 4 averages at most: a night must not slow the morning down
SHORTEST_GAP = timedelta(minutes=1)  # and as 4 min at least: four times nothing is nothing
LONGEST_GAP = timedelta(days=30)  # a clock that jumped must not be remembered for years
HALF_LIFE = timedelta(days=30)  # of the longest gap: a holiday is forgotten by and by
SILENCE_FACTOR = 2  # times the longest gap known
RARE_FACTOR = 6  # times the average: of gaps that are pure chance, one in 400 is longer
SHORTEST_SILENCE = timedelta(hours=1)  # of a feed that writes every minute
LEARNED_GAPS = 10  # with fewer, the longest gap says little
WEEK = timedelta(days=10)  # holds a whole week-end, whichever day it begins on
WEEKEND = timedelta(hours=72)  # Friday afternoon to Monday morning, and some more


def start(now: datetime) -> Rhythm:
    """Return the rhythm of a feed that was read for the first time at `now`."""
    return Rhythm(since=now, last_new_at=now)


def learn(rhythm: Rhythm, *, now: datetime, new: int) -> Rhythm:
    """Return the rhythm after a poll at `now` that brought `new` new entries.

    The silence since the last new entry is one gap, shared by the entries that end it: the
    average is of entries, the longest gap of silences. So a feed that brings twenty at once
    each morning has an average of 72 min and a longest gap of a day. At first the average
    is a plain mean, then an exponentially weighted one, and no gap counts as more than
    `OUTLIER` averages. A feed that could not be read meanwhile looks silent: the alarm then
    comes later, never too early.

    Without a new entry nothing changes. A clock that went back teaches nothing either, but
    the next gap is counted from it.

    Args:
        rhythm: What was known; without `last_new_at` it begins now.
        now: Current time, aware.
        new: How many entries were not known before.

    Raises:
        ValueError: `new` is negative.
    """
    if new < 0:
        msg = f"new must not be negative: {new!r}"
        raise ValueError(msg)
    if new == 0:
        return rhythm
    if rhythm.last_new_at is None:
        return replace(rhythm, since=rhythm.since or now, last_new_at=now)
    silence = now - rhythm.last_new_at
    if silence < timedelta(0):
        return replace(rhythm, last_new_at=now)
    return replace(
        rhythm,
        average_gap=_mix(rhythm, min(silence, LONGEST_GAP) / new, new),
        longest_gap=_longest(rhythm.longest_gap, silence),
        gaps=rhythm.gaps + 1,
        last_new_at=now,
    )


def average(rhythm: Rhythm, now: datetime) -> timedelta | None:
    """Return the average gap between new entries as it is at `now`; None if unknown.

    The gap that is still open counts as soon as it is longer than the average, as if an
    entry came now, and in full: at night the pauses grow, and the first entry of the
    morning makes them short again.
    """
    known = rhythm.average_gap
    if known is None or rhythm.last_new_at is None:
        return known
    still_open = now - rhythm.last_new_at
    if still_open <= known:
        return known
    return known + (still_open - known) * ENTRY_WEIGHT


def find_silence(rhythm: Rhythm, now: datetime) -> timedelta | None:
    """Return how long the feed has been silent if that is unusual, else None.

    Unusual is more than `SILENCE_FACTOR` times the longest gap known, which holds nights,
    week-ends and holidays; more than `RARE_FACTOR` times the average, for feeds that write
    seldom; more than `SHORTEST_SILENCE`; and, as long as no whole week is known, more than
    a `WEEKEND`. A dead feed that is served all the same is thus found after the longest of
    these, and after twice `LONGEST_GAP` in any case.

    Ask after a successful poll: while a feed cannot be read, its silence says nothing.
    """
    if rhythm.last_new_at is None or rhythm.longest_gap is None:
        return None
    if rhythm.gaps < LEARNED_GAPS:
        return None
    usual = max(
        min(rhythm.longest_gap, LONGEST_GAP) * SILENCE_FACTOR,
        min(rhythm.average_gap or timedelta(0), LONGEST_GAP) * RARE_FACTOR,
        SHORTEST_SILENCE,
    )
    usual = min(usual, LONGEST_GAP * SILENCE_FACTOR)
    if rhythm.since is None or rhythm.last_new_at - rhythm.since < WEEK:
        usual = max(usual, WEEKEND)
    silence = now - rhythm.last_new_at
    return silence if silence > usual else None


def _mix(rhythm: Rhythm, gap: timedelta, new: int) -> timedelta:
    """Return the average with `gap` counted for each of `new` entries."""
    if rhythm.average_gap is None:
        return gap
    known = min(rhythm.average_gap, LONGEST_GAP)
    weight = max(1 - (1 - ENTRY_WEIGHT) ** new, new / (rhythm.gaps + new))
    most = max(known, SHORTEST_GAP) * OUTLIER
    return known + (min(gap, most) - known) * weight


def _longest(known: timedelta | None, silence: timedelta) -> timedelta:
    if known is None:
        return min(silence, LONGEST_GAP)
    share: float = 0.5 ** (silence / HALF_LIFE)
    faded = min(known, LONGEST_GAP) * share
    return min(max(silence, faded), LONGEST_GAP)
