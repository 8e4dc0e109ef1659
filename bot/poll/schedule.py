"""When a feed is polled next (pure)."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.domain.errors import Fault
from bot.domain.feeds import Rhythm
from bot.poll.rhythm import average

SHORTEST_PAUSE = timedelta(seconds=1)  # MIN_INTERVAL may be 0s, and a gap too
LONGEST_PAUSE = timedelta(hours=24)  # no failure stops a feed: "gone" is sent by mistake
MAX_RETRY_AFTER = timedelta(hours=24)  # one wrong header must not silence a feed
MAX_AGE = timedelta(hours=1)  # a cache hint made for pages is too slow for news
JITTER_SHARE = 0.1
GONE_POLLS = 3  # 410 is meant for ever; a deployment that sends it by mistake is shorter
UNKNOWN = Rhythm()
DAY = timedelta(days=1)
HALF_HOUR = timedelta(minutes=30)
HOUR = timedelta(hours=1)
QUARTER_DAY = timedelta(hours=6)


@dataclass(frozen=True, slots=True, kw_only=True)
class Backoff:
    """How the pause grows from failure to failure of one kind.

    The first pause is the feed's interval, `times` over, and each further one is twice as
    long. For as many polls as make a day it grows up to `soon`, then on up to `most`.
    """

    times: int = 1
    soon: timedelta = QUARTER_DAY
    most: timedelta = QUARTER_DAY


# Sites under attack, sites that move and our own line come back within hours, and what was
# published meanwhile is wanted soon; a failing attempt costs both sides next to nothing.
_OUTAGE = Backoff(soon=HALF_HOUR)

BACKOFFS = {
    Fault.ADDRESS: _OUTAGE,  # our own resolver fails for all feeds at once
    Fault.CONNECTION: _OUTAGE,
    Fault.TLS: _OUTAGE,  # an expired certificate is renewed within hours
    Fault.TIMEOUT: _OUTAGE,
    Fault.SERVER: _OUTAGE,
    Fault.INTERNAL: _OUTAGE,  # a fault of ours must not keep a feed away for long
    Fault.BUSY: Backoff(times=3, soon=HOUR),  # no Retry-After: a guess
    Fault.FORBIDDEN: Backoff(times=2),  # often a limit in disguise
    Fault.MISSING: Backoff(),  # often a site being rebuilt
    Fault.GONE: Backoff(),  # until it is parked
    Fault.BLOCKED: Backoff(),  # heals only when a name points elsewhere
    Fault.REDIRECT: Backoff(),
    Fault.DOCUMENT: Backoff(soon=HOUR),  # captcha and maintenance pages go away
    Fault.FOREIGN: Backoff(soon=HOUR, most=HOUR),  # one wrong cache; the feed is alive
    Fault.HOSTILE: Backoff(times=6, soon=DAY, most=DAY),  # each costs us a worker
}


def next_poll_at(
    *,
    now: datetime,
    interval: timedelta,
    min_interval: timedelta,
    rhythm: Rhythm = UNKNOWN,
    update_every: timedelta | None = None,
    max_age: timedelta | None = None,
    burst_until: datetime | None = None,
    jitter: float = 0.0,
) -> datetime:
    """Return the instant before which a healthy feed must not be polled again.

    The pause is half the average gap between new entries, so that a new one waits for a
    quarter of it on average; at most `interval`, which is also the pause of a feed of which
    nothing is known. While a story breaks it is `min_interval`. Jitter shortens it, so that
    feeds of one interval spread, and lengthens it where the document's hint is its floor.
    `min_interval` is the floor of all, and the server's freshness is one too.

    Args:
        now: Current time, aware.
        interval: Longest pause of the feed while it is healthy.
        min_interval: Floor of every pause.
        rhythm: What was learned of the feed.
        update_every: What the document says of itself (RSS ``ttl``, ``sy:updatePeriod``).
            On most sites that is a template's default: 18 % of 433 real feeds have the
            latter, and WordPress writes "hourly" everywhere. So it only keeps what was
            learned from shortening the pause further; a burst ignores it.
        max_age: ``Cache-Control: max-age`` (RFC 9111, section 5.2.2.1), at most `MAX_AGE`
            of it.
        burst_until: Until then a story that this feed tells is breaking.
        jitter: 0 to 1, the share of `JITTER_SHARE` that is taken off.

    Raises:
        ValueError: `now` is naive, `interval` is not positive or `jitter` is out of range.
    """
    _check(now, interval, jitter)
    share, hint = JITTER_SHARE * jitter, timedelta(0)
    if burst_until is not None and now < burst_until:
        pause = min_interval
    else:
        pause = _learned(now, interval, rhythm)
        hint = max(update_every or hint, hint)
    pause -= pause * share
    if pause < hint < interval:
        pause = min(hint + hint * share, interval)
    elif hint >= interval:
        pause = interval - interval * share
    return _later(now, max(pause, min_interval, _bounded(max_age, MAX_AGE)))


def retry_at(
    *,
    now: datetime,
    interval: timedelta,
    min_interval: timedelta,
    kind: Fault,
    failures: int,
    retry_after: timedelta | None = None,
    jitter: float = 0.0,
) -> datetime:
    """Return the instant before which a feed that failed must not be polled again.

    `BACKOFFS` says how the pause grows. It never stops a feed, and is never longer than
    `LONGEST_PAUSE`, or the feed's own interval if that is longer.

    Args:
        now: Current time, aware.
        interval: Longest pause of the feed while it is healthy, the shortest while not.
        min_interval: Floor of every pause.
        kind: What kind of thing is wrong.
        failures: Failures of this kind in a row, with this one.
        retry_after: ``Retry-After`` as a pause (RFC 9110, section 10.2.3), a floor of at
            most `MAX_RETRY_AFTER`.
        jitter: 0 to 1, the share of `JITTER_SHARE` that is taken off.

    Raises:
        ValueError: `now` is naive, `interval` or `failures` is not positive or `jitter` is
            out of range.
    """
    _check(now, interval, jitter)
    if failures < 1:
        msg = f"failures must be positive: {failures!r}"
        raise ValueError(msg)
    asked = _bounded(retry_after, MAX_RETRY_AFTER)
    backoff = BACKOFFS[kind]
    # A server that names a time knows better than our guess; and the first document that
    # takes too long may have met a busy machine.
    guessed = (kind is Fault.BUSY and asked) or (kind is Fault.HOSTILE and failures == 1)
    times = 1 if guessed else backoff.times
    first = max(interval, min(min(interval, backoff.most) * times, backoff.most))
    pause = _growing(kind, first, failures)
    pause -= pause * (JITTER_SHARE * jitter)
    return _later(now, max(pause, first if times > 1 else pause, min_interval, asked))


def server_floor(
    *,
    now: datetime,
    max_age: timedelta | None = None,
    retry_after: timedelta | None = None,
) -> datetime | None:
    """Return the instant before which the server does not want us, None if it says nothing.

    Nothing may poll the feed before it, not even a burst.

    Args:
        now: Current time, aware.
        max_age: ``Cache-Control: max-age``, at most `MAX_AGE` of it.
        retry_after: ``Retry-After`` as a pause, at most `MAX_RETRY_AFTER` of it.
    """
    pause = max(_bounded(max_age, MAX_AGE), _bounded(retry_after, MAX_RETRY_AFTER))
    return _later(now, pause) if pause else None


def is_alike(one: Fault, other: Fault) -> bool:
    """Tell whether failures of both kinds are counted together: they back off alike.

    A site that is down times out, refuses and answers 502 in turn.
    """
    return BACKOFFS[one] is BACKOFFS[other]


def is_parked(kind: Fault | None, failures: int) -> bool:
    """Tell whether the server has said often enough that the feed is gone (410)."""
    return kind is Fault.GONE and failures >= GONE_POLLS


def _check(now: datetime, interval: timedelta, jitter: float) -> None:
    if now.tzinfo is None:
        msg = f"now must be aware: {now!r}"
        raise ValueError(msg)
    if interval <= timedelta(0):
        msg = f"interval must be positive: {interval!r}"
        raise ValueError(msg)
    if not 0 <= jitter <= 1:
        msg = f"jitter must be 0 to 1: {jitter!r}"
        raise ValueError(msg)


def _learned(now: datetime, interval: timedelta, rhythm: Rhythm) -> timedelta:
    gap = average(rhythm, now)
    return interval if gap is None else min(gap / 2, interval)


def _growing(kind: Fault, first: timedelta, failures: int) -> timedelta:
    """Return the pause after `failures`, never shorter than `first`."""
    if is_parked(kind, failures):
        return max(first, LONGEST_PAUSE)
    backoff = BACKOFFS[kind]
    early = min(failures, DAY // backoff.soon)
    pause = min(_doubled(first, early - 1), backoff.soon)
    return max(first, min(_doubled(pause, failures - early), backoff.most))


def _doubled(pause: timedelta, times: int) -> timedelta:
    """Return `pause` doubled up to `LONGEST_PAUSE`; 20 times make more of any second."""
    return min(min(pause, LONGEST_PAUSE) * (1 << min(times, 20)), LONGEST_PAUSE)


def _bounded(asked: timedelta | None, most: timedelta) -> timedelta:
    return min(max(asked or timedelta(0), timedelta(0)), most)


def _later(now: datetime, pause: timedelta) -> datetime:
    """Return `now` plus `pause`, or the last instant there is."""
    try:
        return now + max(pause, SHORTEST_PAUSE)
    except OverflowError:
        return datetime.max.replace(tzinfo=now.tzinfo)
