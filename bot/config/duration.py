"""Durations as people write them in settings and YAML: ``90s``, ``5m``, ``2h``, ``1d``."""

import re
from datetime import timedelta

UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86400}  # seconds
LONGEST = timedelta(days=366)  # longer is a typing error, and keeps sums inside datetime
_SHAPE = re.compile(r"([0-9]{1,9})([smhd])")
EXAMPLES = "write a whole number with its unit, such as 90s, 5m, 2h or 1d"


def parse_duration(text: str) -> timedelta:
    """Return the duration that `text` names.

    Raises:
        ValueError: `text` is not a whole number with one of the units s, m, h, d, or is
            longer than `LONGEST`; its message is for people.
    """
    shape = _SHAPE.fullmatch(text.strip())
    if shape is None:
        msg = f"{text!r} is not a duration: {EXAMPLES}"
        raise ValueError(msg)
    duration = timedelta(seconds=int(shape[1]) * UNITS[shape[2]])
    if duration > LONGEST:
        msg = f"{text!r} is longer than {LONGEST.days} days"
        raise ValueError(msg)
    return duration


def format_duration(duration: timedelta) -> str:
    """Return `duration` in the largest unit that holds it whole: 300 seconds is ``5m``.

    Raises:
        ValueError: `duration` is negative or holds a fraction of a second.
    """
    seconds, rest = divmod(duration, timedelta(seconds=1))
    if seconds < 0 or rest:
        msg = f"not a whole number of seconds: {duration!r}"
        raise ValueError(msg)
    for unit, length in sorted(UNITS.items(), key=lambda item: -item[1]):
        if seconds >= length and seconds % length == 0:
            return f"{seconds // length}{unit}"
    return "0s"
