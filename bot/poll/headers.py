"""Reads the response headers that say when to come back (pure)."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from bot.poll.schedule import MAX_RETRY_AFTER

_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)


def parse_retry_after(
    headers: Mapping[str, str], now: datetime | None = None
) -> timedelta | None:
    """Return ``Retry-After`` as a pause of at most 24 h; None if it is absent or garbage.

    A date is measured from the same response's ``Date``, so the server's clock may be
    wrong; without one, from `now`.
    """
    text = headers.get("retry-after", "").strip()
    if not text:
        return None
    if text.isascii() and text.isdigit():
        seconds = int(text[:12])  # more digits are over the limit in any case
        return min(timedelta(seconds=min(seconds, 10**9)), MAX_RETRY_AFTER)
    until = _parse_date(text)
    since = _parse_date(headers.get("date", "")) or now
    if until is None or since is None:
        return None
    return min(max(until - since, timedelta(0)), MAX_RETRY_AFTER)


def parse_max_age(headers: Mapping[str, str]) -> timedelta | None:
    """Return how long the answer stays fresh: ``max-age`` less ``Age`` (RFC 9111, 4.2)."""
    found = _MAX_AGE.search(headers.get("cache-control", ""))
    if found is None:
        return None
    age = headers.get("age", "").strip()
    passed = int(age[:10]) if age.isascii() and age.isdigit() else 0
    left = int(found[1]) - passed
    return timedelta(seconds=left) if left > 0 else None


def _parse_date(text: str) -> datetime | None:
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)
