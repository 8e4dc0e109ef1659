"""What is written of a poll: what it taught, and when the next one is (pure)."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.domain.errors import FeedError
from bot.domain.model import Answer, Document, Fault, Feed, NotModified
from bot.pipeline.judged import Recorded
from bot.pipeline.prepare import Fetch
from bot.poll import moves, rhythm, schedule, trust
from bot.store.polls import Polled

MAX_HOSTS = 50  # of a feed's links remembered; one that links to more is an aggregator
HURRY = timedelta(seconds=1)  # after a possible gap the next poll is as soon as allowed


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A document that was read: the feed `before` it, and `after` it as far as is known.

    `is_audit` when the server had just said that nothing changed.
    """

    before: Feed
    after: Feed
    document: Document
    fetch: Fetch
    update_every: timedelta | None
    is_audit: bool
    at: datetime


def _is_known(feed: Feed, claimed: Feed) -> bool:
    """Return whether an unchanged poll left nothing to write but its time and its trust.

    Such a poll can change no more of a feed than this; to compare all of it costs more
    than to fetch it.
    """
    trust, before = feed.trust, claimed.trust
    return (
        feed.wire_hash == claimed.wire_hash
        and feed.body_hash == claimed.body_hash
        and (trust.audit_after, trust.lies) == (before.audit_after, before.lies)
    )


def _answered(feed: Feed, answer: Answer, at: datetime) -> Feed:
    """Return the feed after an answer: `feed` itself if it taught nothing."""
    move = moves.follow(feed.move, answer.moved_to, at)
    if (
        move is feed.move
        and not feed.failures
        and feed.fault is None
        and answer.profile == feed.profile
        and answer.validators == feed.validators
    ):
        return feed
    return replace(
        feed,
        validators=answer.validators,
        profile=answer.profile,
        move=move,
        failures=0,
        fault=None,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Settling:
    """Settles polls; `jitter` gives a number from 0 to 1 that shortens the next pause."""

    min_interval: timedelta
    jitter: Callable[[], float]

    def unchanged(self, claimed: Feed, feed: Feed, answer: Answer, at: datetime) -> Polled:
        """Return what is written of a poll that brought the document that we have.

        `claimed` is the feed as the store has it, `feed` as this poll left it.
        """
        polled = self.success(feed, answer, at)
        is_quiet = polled.feed is feed and _is_known(feed, claimed)
        return replace(polled, is_quiet=True) if is_quiet else polled

    def unchecked(
        self, feed: Feed, denial: NotModified, error: FeedError, at: datetime
    ) -> Polled:
        """Return what is written of a 304 that was to be checked and could not be.

        It is an answer all the same; what the server then asked for is heeded.
        """
        owing = replace(feed, trust=trust.after_failed_audit(feed.trust))
        polled = self.success(owing, denial, at)
        asked = schedule.server_floor(now=at, retry_after=error.retry_after)
        if asked is None:
            return polled
        not_before = max(asked, polled.not_before or asked)
        return replace(
            polled,
            next_poll_at=max(polled.next_poll_at, not_before),
            not_before=not_before,
            soonest=not_before,
            closes=error.site,
        )

    def success(
        self,
        feed: Feed,
        answer: Answer,
        at: datetime,
        *,
        update_every: timedelta | None = None,
        had_gap: bool = False,
    ) -> Polled:
        """Return what is written of a poll that was answered as it should be."""
        next_poll_at = schedule.next_poll_at(
            now=at,
            interval=feed.spec.interval,
            min_interval=self.min_interval,
            rhythm=feed.rhythm,
            update_every=update_every,
            max_age=answer.max_age,
            burst_until=at + HURRY if had_gap else feed.burst_until,
            jitter=self.jitter(),
        )
        not_before = schedule.server_floor(now=at, max_age=answer.max_age)
        return Polled(
            feed=_answered(feed, answer, at),
            at=at,
            next_poll_at=next_poll_at,
            not_before=not_before,
            soonest=max(at + self.min_interval, not_before or at),
            had_gap=had_gap,
        )

    def failure(self, feed: Feed, error: FeedError, at: datetime) -> Polled:
        """Return what is written of a poll that failed; what was learned stays."""
        goes_on = feed.fault is not None and schedule.is_alike(error.kind, feed.fault)
        failures = feed.failures + 1 if goes_on else 1
        next_poll_at = schedule.retry_at(
            now=at,
            interval=feed.spec.interval,
            min_interval=self.min_interval,
            kind=error.kind,
            failures=failures,
            retry_after=error.retry_after,
            jitter=self.jitter(),
        )
        return Polled(
            feed=replace(feed, failures=failures, fault=error.kind),
            at=at,
            next_poll_at=next_poll_at,
            not_before=schedule.server_floor(now=at, retry_after=error.retry_after),
            closes=error.site,
            error=error.reason,
        )

    def document(self, reading: Reading, recorded: Recorded) -> Polled:
        """Return what is written of a document, given what was recorded of it."""
        before, fetch, at = reading.before, reading.fetch, reading.at
        if recorded.quarantine is not None:
            error = FeedError(
                before.spec.url, recorded.quarantine, transient=True, kind=Fault.FOREIGN
            )
            return self.failure(before, error, at)
        after = reading.after
        if reading.is_audit:
            # a document that differs by its date of making was denied rightly
            lied = bool(recorded.new_entries or recorded.revised)
            after = replace(after, trust=trust.after_audit(after.trust, at, lied=lied))
        learned = replace(
            after,
            baseline_at=before.baseline_at or fetch.newest_at() or at,
            hosts=frozenset(sorted(before.hosts | fetch.hosts())[:MAX_HOSTS]),
            rhythm=rhythm.start(at)
            if before.baseline_at is None
            else rhythm.learn(before.rhythm, now=at, new=recorded.new_entries),
        )
        return self.success(
            learned,
            reading.document,
            at,
            update_every=reading.update_every,
            had_gap=recorded.had_gap,
        )
