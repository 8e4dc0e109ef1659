"""How far a server is believed that says "nothing changed" (pure).

Some servers say 304 although the feed changed, or keep one ETag for ever (FreshRSS #6056,
miniflux-legacy #218; Media Cloud asks no conditional question at all for that reason). So
from time to time a 304 is checked by a full fetch right after it. A server that was caught
is asked for the whole document until `FORGIVEN_AFTER`; then one 304 of it is checked at
once. A server that refuses the second request (some allow one in ten seconds) has answered
the first all the same; then the next poll asks for the whole.
"""

from dataclasses import replace
from datetime import datetime, timedelta

from bot.domain.feeds import Trust

MOST_ANSWERS = 320  # of an honest server between two checks: a day of polls each 5 min
AUDIT_PAUSE = timedelta(hours=6)  # what a lie can hide at most, however rare the polls
FORGIVEN_AFTER = timedelta(days=7)  # a server that was repaired is worth the traffic saved


def may_ask_conditionally(trust: Trust, now: datetime) -> bool:
    """Tell whether the next request may send the validators (RFC 9110, section 13.1)."""
    return not trust.lies or _is_over(trust.full_at, FORGIVEN_AFTER, now)


def is_audit_due(trust: Trust, now: datetime) -> bool:
    """Tell whether the 304 that just came is to be checked by a full fetch.

    Call it with the trust after `after_not_modified`. It is due after `audit_after` of
    them, after `AUDIT_PAUSE` without a full fetch, and always if the server has lied.
    """
    if trust.answers == 0:
        return False
    return (
        trust.lies
        or trust.answers >= trust.audit_after
        or _is_over(trust.full_at, AUDIT_PAUSE, now)
    )


def after_not_modified(trust: Trust, now: datetime) -> Trust:
    """Return the trust after a 304 at `now`.

    Where the last full fetch is not known, its time counts from here: feeds of a version
    that did not note it are not all fetched at once.
    """
    return replace(trust, answers=trust.answers + 1, full_at=trust.full_at or now)


def after_full(trust: Trust, now: datetime) -> Trust:
    """Return the trust after a 200 at `now`, be it conditional or not.

    For a server that has lied, `full_at` stays when it was caught: only an audit forgives.
    """
    if trust.lies:
        return replace(trust, answers=0)
    return replace(trust, answers=0, full_at=now)


def after_failed_audit(trust: Trust) -> Trust:
    """Return the trust after a 304 that could not be checked, so that a check is owed."""
    return replace(trust, answers=max(trust.answers, trust.audit_after + 1))


def is_audit_owed(trust: Trust) -> bool:
    """Tell whether the last 304 could not be checked, so that the whole is asked for."""
    return trust.answers > trust.audit_after


def after_audit(trust: Trust, now: datetime, *, lied: bool) -> Trust:
    """Return the trust after a full fetch at `now` that checked a 304.

    Args:
        trust: What was known.
        now: Current time, aware.
        lied: The document had changed, although the server had just said that it had not.
    """
    if lied:
        return Trust(full_at=now, lies=True)
    if trust.lies:
        return Trust(full_at=now)
    longer = min(trust.audit_after * 2, MOST_ANSWERS)
    return Trust(audit_after=max(longer, trust.audit_after), full_at=now)


def _is_over(since: datetime | None, pause: timedelta, now: datetime) -> bool:
    """Tell whether `pause` has passed; in the future (clock) counts as passed."""
    return since is None or not timedelta(0) <= now - since < pause
