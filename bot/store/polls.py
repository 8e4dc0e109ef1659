"""What came of each poll."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Update,
    and_,
    bindparam,
    case,
    func,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Feed, FeedSpec
from bot.store import schema
from bot.store.prepared import Prepared

F = schema.feed.c


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What is written of one poll: the feed as it is now, and when it is polled next.

    `at` is when it was polled; `error` is None after a success; `not_before` is the
    server's own wish. `had_gap` when the document had nothing in common with the one
    before. During a burst the feed is polled at `soonest` at the latest, None if it must
    not be hurried. `is_quiet` when nothing was learned of the feed but that it did not
    change. `closes` is the site that asked to be left alone until `not_before`.
    """

    feed: Feed
    at: datetime
    next_poll_at: datetime
    error: str | None = None
    not_before: datetime | None = None
    soonest: datetime | None = None
    closes: str | None = None
    had_gap: bool = False
    is_quiet: bool = False

    @property
    def feed_id(self) -> int:
        """Which feed was polled."""
        return self.feed.id


def _learned(feed: Feed) -> dict[str, Any]:
    """Return the columns of what polling learned; what feeds.yaml says is not here."""
    rhythm, move, trust = feed.rhythm, feed.move, feed.trust
    return {
        "etag": feed.validators.etag,
        "last_modified": feed.validators.last_modified,
        "validators_host": feed.validators.host,
        "wire_hash": feed.wire_hash,
        "body_hash": feed.body_hash,
        "profile": feed.profile,
        "failures": feed.failures,
        "fault": feed.fault,
        "baseline_at": feed.baseline_at,
        "hosts": sorted(feed.hosts),
        "average_gap": _seconds(rhythm.average_gap),
        "longest_gap": _seconds(rhythm.longest_gap),
        "gaps": rhythm.gaps,
        "learning_since": rhythm.since,
        "last_new_at": rhythm.last_new_at,
        "moved_to": move.url if move else None,
        "moved_since": move.since if move else None,
        "moved_polls": move.polls if move else 0,
        "answers_304": trust.answers,
        "audit_after": trust.audit_after,
        "full_at": trust.full_at,
        "lies": trust.lies,
    }


def _seconds(gap: timedelta | None) -> float | None:
    return None if gap is None else gap.total_seconds()


def _bind(name: str) -> ColumnElement[Any]:
    return bindparam(f"new_{name}", type_=F[name].type)


def _next_poll_at() -> ColumnElement[Any]:
    """Return the next poll as decided, or sooner: a story may break during the poll."""
    decided = _bind("next_poll_at")
    soonest = bindparam("soonest", type_=F.next_poll_at.type)
    bursts = F.burst_until > bindparam("now", type_=F.last_polled_at.type)
    return case((and_(bursts, soonest < decided), soonest), else_=decided)


def _save_statement() -> Update:
    failed = _bind("last_error").is_not(None)
    at = bindparam("now", type_=F.last_polled_at.type)
    gap: ColumnElement[Any] = bindparam("had_gap", type_=F.gaps.type)
    return (
        update(schema.feed)
        .where(F.id == bindparam("its_id"))
        .values(
            {name: _bind(name) for name in _LEARNED}
            | {
                "next_poll_at": _next_poll_at(),
                "not_before": _bind("not_before"),
                "last_error": _bind("last_error"),
                "lease_until": None,
                "last_polled_at": at,
                "last_success_at": case((failed, F.last_success_at), else_=at),
                "failing_since": case(
                    (failed, func.coalesce(F.failing_since, at)), else_=None
                ),
                "possible_gaps": F.possible_gaps + gap,
                "last_gap_at": case((gap > 0, at), else_=F.last_gap_at),
            }
        )
    )


_LEARNED = tuple(_learned(Feed(id=0, spec=FeedSpec(url=""))))
_SAVE_QUIET = Prepared(
    update(schema.feed)
    .where(F.id == bindparam("its_id"))
    .values(
        next_poll_at=_next_poll_at(),
        not_before=_bind("not_before"),
        lease_until=None,
        last_polled_at=bindparam("now", type_=F.last_polled_at.type),
        last_success_at=bindparam("now", type_=F.last_polled_at.type),
        answers_304=_bind("answers_304"),
        full_at=_bind("full_at"),
    )
)
_SAVE = Prepared(_save_statement())


async def save(tx: AsyncConnection, polls: Sequence[Polled]) -> None:
    """Write what came of some polls, and give their leases back: two statements for all."""
    if quiet := [_quiet_row(poll) for poll in polls if poll.is_quiet]:
        await _SAVE_QUIET.write(tx, quiet)
    rows = []
    for poll in polls:
        if poll.is_quiet:
            continue
        row = {f"new_{name}": value for name, value in _learned(poll.feed).items()}
        row["its_id"] = poll.feed.id
        row["now"] = poll.at
        row["had_gap"] = int(poll.had_gap)
        row["new_next_poll_at"] = poll.next_poll_at
        row["new_not_before"] = poll.not_before
        row["soonest"] = poll.soonest
        row["new_last_error"] = poll.error
        rows.append(row)
    if rows:
        await _SAVE.write(tx, rows)


def _quiet_row(poll: Polled) -> dict[str, Any]:
    trust = poll.feed.trust
    return {
        "its_id": poll.feed.id,
        "now": poll.at,
        "new_next_poll_at": poll.next_poll_at,
        "new_not_before": poll.not_before,
        "soonest": poll.soonest,
        "new_answers_304": trust.answers,
        "new_full_at": trust.full_at,
    }
