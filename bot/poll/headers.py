"""Reads the response headers that are not about the document itself (pure).

Names are in lower case, as `join_headers` gives them.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

from bot.domain.feeds import Validators
from bot.poll.schedule import MAX_RETRY_AFTER

MAX_VALIDATOR = 1000  # characters; what is longer is no validator but an attack
_NUMBERS = re.compile(r"\d+(?:\s*,\s*\d+)*", re.ASCII)  # proxies add another one
_MAX_AGE = re.compile(r"(?:^|[,\s])max-age\s*=\s*\"?(\d{1,10})", re.IGNORECASE)
_NOT_FRESH = re.compile(r"(?:^|[,\s])no-(?:cache|store)\b", re.IGNORECASE)


def join_headers(fields: Iterable[tuple[str, str]]) -> dict[str, str]:
    """Return the header fields by name; repeated ones are one list (RFC 9110, 5.3)."""
    joined: dict[str, str] = {}
    for name, value in fields:
        key = name.lower()
        joined[key] = f"{joined[key]}, {value}" if key in joined else value
    return joined


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
    if _NUMBERS.fullmatch(text):  # more digits than twelve are over the limit in any case
        seconds = max(int(number.strip()[:12]) for number in text.split(","))
        return min(timedelta(seconds=min(seconds, 10**9)), MAX_RETRY_AFTER)
    until = parse_date(text)
    since = parse_date(headers.get("date", "")) or now
    if until is None or since is None:
        return None
    return min(max(until - since, timedelta(0)), MAX_RETRY_AFTER)


def parse_max_age(headers: Mapping[str, str]) -> timedelta | None:
    """Return how long the answer stays fresh, None if it does not or does not say.

    ``max-age`` comes before ``Expires``, and ``Age`` is taken off (RFC 9111, 4.2).
    """
    control = headers.get("cache-control", "")
    if _NOT_FRESH.search(control):
        return None
    found = _MAX_AGE.search(control)
    if found is not None:
        lifetime = timedelta(seconds=int(found[1]))
    else:
        until = parse_date(headers.get("expires", ""))
        since = parse_date(headers.get("date", ""))
        if until is None or since is None:
            return None
        lifetime = until - since
    age = headers.get("age", "").strip()
    passed = int(age[:10]) if age.isascii() and age.isdigit() else 0
    left = lifetime - timedelta(seconds=passed)
    return left if left > timedelta(0) else None


def read_validators(
    headers: Mapping[str, str],
    host: str,
    known: Validators = Validators(),  # noqa: B008  # frozen
) -> Validators:
    """Return the validators that `host` gave; what it did not repeat stays as `known`."""
    return Validators(
        etag=_usable(headers.get("etag")) or known.etag,
        last_modified=_usable(headers.get("last-modified")) or known.last_modified,
        host=host,
    )


def _usable(value: str | None) -> str | None:
    """Return `value` if it can be stored, and sent back byte for byte."""
    if value is None or len(value) > MAX_VALIDATOR or not value.isprintable():
        return None
    return value


def parse_date(text: str) -> datetime | None:
    """Return the instant of a header's date, None if it is absent or garbage."""
    if not text:
        return None
    try:
        at = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    return at if at.tzinfo is not None else at.replace(tzinfo=UTC)
