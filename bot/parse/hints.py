"""How often a feed says that it changes (pure)."""

import re
from collections.abc import Mapping
from datetime import timedelta

MAX_EVERY = timedelta(hours=24)
_NUMBER = re.compile(r"\d{1,6}")
_PERIODS = {
    "hourly": timedelta(hours=1),
    "daily": timedelta(days=1),
    "weekly": timedelta(weeks=1),
    "monthly": timedelta(days=30),
    "yearly": timedelta(days=365),
}


def update_every(feed: Mapping[str, object]) -> timedelta | None:
    """Return the longer of RSS's ``ttl`` and ``sy:updatePeriod``, at most 24 hours.

    Sources: RSS 2.0, "ttl" (minutes); RSS 1.0 module Syndication (a period, and how often
    in it). None if neither says anything.
    """
    hints = [hint for hint in (_ttl(feed), _period(feed)) if hint]
    return min(max(hints), MAX_EVERY) if hints else None


def _ttl(feed: Mapping[str, object]) -> timedelta:
    return timedelta(minutes=_number(feed.get("ttl")) or 0)


def _period(feed: Mapping[str, object]) -> timedelta:
    period = _PERIODS.get(str(feed.get("sy_updateperiod")).strip().lower(), timedelta())
    times = _number(feed.get("sy_updatefrequency"))
    return period / times if times else period


def _number(value: object) -> int:
    text = str(value).strip()
    return int(text) if _NUMBER.fullmatch(text) else 0
