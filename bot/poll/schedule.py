"""When a feed is polled next (pure)."""

from datetime import datetime, timedelta

MAX_PAUSE = timedelta(hours=6)  # a failing feed is looked at four times a day at least
GONE_PAUSE = timedelta(hours=24)  # 410 is meant for ever, and yet is sent by mistake
MAX_RETRY_AFTER = timedelta(hours=24)  # one wrong header must not silence a feed
MAX_AGE = timedelta(hours=1)  # a cache hint made for pages is too slow for news
JITTER_SHARE = 0.1


def next_poll_at(
    *,
    now: datetime,
    interval: timedelta,
    min_interval: timedelta,
    failures: int = 0,
    permanent: bool = False,
    retry_after: timedelta | None = None,
    max_age: timedelta | None = None,
    jitter: float = 0.0,
) -> datetime:
    """Return the instant before which the feed must not be polled again.

    The pause is `interval`; the second failure in a row doubles it, and each further one
    again, up to `MAX_PAUSE`. Jitter shortens it, so that feeds of one interval spread. A
    server may ask for a longer pause but not for a shorter one, and `min_interval` is the
    floor of all.

    Args:
        now: Current time, aware.
        interval: Longest pause of the feed while it is healthy.
        min_interval: Floor of every pause.
        failures: Failures in a row, 0 after a success.
        permanent: The last failure was one that time does not heal: `GONE_PAUSE`.
        retry_after: ``Retry-After`` as a pause (RFC 9110, section 10.2.3), at most
            `MAX_RETRY_AFTER` of it.
        max_age: ``Cache-Control: max-age`` (RFC 9111, section 5.2.2.1), at most `MAX_AGE`
            of it.
        jitter: 0 to 1, the share of `JITTER_SHARE` that is taken off.

    Raises:
        ValueError: `now` is naive, `interval` is not positive or `jitter` is out of range.
    """
    if now.tzinfo is None:
        msg = f"now must be aware: {now!r}"
        raise ValueError(msg)
    if interval <= timedelta(0):
        msg = f"interval must be positive: {interval!r}"
        raise ValueError(msg)
    if not 0 <= jitter <= 1:
        msg = f"jitter must be 0 to 1: {jitter!r}"
        raise ValueError(msg)
    pause = _healthy_or_failing(interval, failures)
    if permanent:
        pause = max(pause, GONE_PAUSE)
    pause -= pause * (JITTER_SHARE * jitter)
    return now + max(
        pause,
        min_interval,
        min(retry_after or timedelta(0), MAX_RETRY_AFTER),
        min(max_age or timedelta(0), MAX_AGE),
    )


def _healthy_or_failing(interval: timedelta, failures: int) -> timedelta:
    doublings: int = min(max(failures - 1, 0), 20)  # of a second, already over MAX_PAUSE
    if interval > MAX_PAUSE:
        return interval
    return min(interval * (1 << doublings), MAX_PAUSE)
