"""Whether a place is in the news unusually often (pure).

What is usual is told by earlier windows of the same length. How many reports one window
has scatters more than chance alone would make it: news comes in bursts, nights and
week-ends are quiet. So the count is compared with a negative binomial distribution that
scatters as the earlier windows do, and at least as a Poisson process of unknown rate does.
"""

import math
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final

WINDOW: Final = timedelta(hours=3)
USUAL_DAYS: Final = 28
LEAST_DAYS: Final = 7  # of the archive, before anything is called unusual
LEAST: Final = 6  # stories; fewer are no spike whatever is usual
LEAST_TIMES: Final = 2.0  # as many as usual
ALERT_CHANCE: Final = 1e-6  # of one look; a place is looked at 144 times a day
MARK_CHANCE: Final = 1e-3  # of one day of a chart
OVER_AFTER: Final = timedelta(hours=12)  # after the last look that found it, it is over


def is_unusual(count: int, usual: Sequence[int], *, chance: float) -> bool:
    """Return whether `count` is more than the earlier windows `usual` let expect.

    Args:
        count: Stories in the window that is asked about.
        usual: Stories in earlier windows of the same length, at least `LEAST_DAYS`.
        chance: How seldom it may be said of a place with nothing unusual.
    """
    if len(usual) < LEAST_DAYS or count < LEAST:
        return False
    mean = sum(usual) / len(usual)
    if count < LEAST_TIMES * mean:
        return False
    # The rate is not known but estimated from so many windows.
    shape = sum(usual) + 0.5
    expected = shape / len(usual)
    spread = sum((each - mean) ** 2 for each in usual) / max(1, len(usual) - 1)
    if spread > mean > 0:
        shape = min(shape, mean * mean / (spread - mean))
    return _at_least(count, expected, shape) < chance


def _at_least(count: int, mean: float, shape: float) -> float:
    """Return the probability of `count` or more of a negative binomial distribution."""
    ratio = mean / (mean + shape)
    term = math.exp(shape * math.log1p(-ratio))  # of none
    below = 0.0
    for number in range(count):
        below += term
        term *= (number + shape) / (number + 1) * ratio
    return max(0.0, 1.0 - below)


def find_spike(at: Sequence[datetime], *, since: datetime, now: datetime) -> float | None:
    """Return how many stories are usual at this time of day if there is a spike, else None.

    Args:
        at: When stories were first told, in any order.
        since: Since when they are known.
        now: Current time, aware; the end of the window that is asked about.
    """
    days = min(USUAL_DAYS, (now - WINDOW - since) // timedelta(days=1))
    counts = [0] * (max(0, days) + 1)
    for each in at:
        day, rest = divmod(now - each, timedelta(days=1))
        if 0 <= day < len(counts) and rest < WINDOW:
            counts[day] += 1
    count, usual = counts[0], counts[1:]
    if not is_unusual(count, usual, chance=ALERT_CHANCE):
        return None
    return sum(usual) / len(usual)
