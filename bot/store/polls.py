"""Polls: which feeds are claimed, and what came of each."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Update, bindparam, case, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Feed, FeedSpec
from bot.store import schema
from bot.store.feeds import read_feed

F = schema.feed.c
SKEW = timedelta(minutes=5)  # by which the clocks of two workers may differ


@dataclass(frozen=True, slots=True, kw_only=True)
class Polled:
    """What is written of one poll: the feed as it is now, and when it is polled next.

    `at` is when it was polled; `error` is None after a success; `not_before` is the
    server's own wish. `had_gap` when the document had nothing in common with the one
    before. `is_quiet` when nothing was learned of the feed but that it did not change.
    """

    feed: Feed
    at: datetime
    next_poll_at: datetime
    error: str | None = None
    not_before: datetime | None = None
    had_gap: bool = False
    is_quiet: bool = False

    @property
    def feed_id(self) -> int:
        """Which feed was polled."""
        return self.feed.id


async def claim_due(
    tx: AsyncConnection,
    *,
    now: datetime,
    limit: int,
    lease: timedelta,
    per_site: int,
    busy_sites: Collection[str] = (),
    but: Collection[int] = (),
) -> tuple[Feed, ...]:
    """Take up to `limit` due feeds, longest due first, and hide them for `lease`.

    At most `per_site` of one site, and none of `busy_sites`: a publisher with a thousand
    feeds must not take all the room. If the process dies before `save`, the lease runs out
    and the feed is due again. Two workers never take the same feed (SKIP LOCKED on
    PostgreSQL; SQLite has one writer). `but` leaves some.
    """
    free = [
        F.enabled,
        F.next_poll_at <= now,
        or_(F.lease_until.is_(None), F.lease_until <= now),
    ]
    if busy_sites:
        free.append(F.site.not_in(busy_sites))
    if but:
        free.append(F.id.not_in(but))
    rank = func.row_number().over(partition_by=F.site, order_by=(F.next_poll_at, F.id))
    ranked = select(F.id, F.next_poll_at, rank.label("rank")).where(*free).subquery()
    chosen = (
        select(ranked.c.id)
        .where(ranked.c.rank <= per_site)
        .order_by(ranked.c.next_poll_at, ranked.c.id)
        .limit(limit)
    )
    # The conditions once more: PostgreSQL looks at them again when it has the row's lock.
    locked = select(F.id).where(F.id.in_(chosen), *free).with_for_update(skip_locked=True)
    rows = await tx.execute(
        update(schema.feed)
        .where(F.id.in_(locked))
        .values(lease_until=now + lease)
        .returning(schema.feed)
    )
    return tuple(map(read_feed, rows))


async def make_due(tx: AsyncConnection, *, now: datetime) -> None:
    """Let every enabled feed be due at `now`, whenever it was to be polled."""
    await tx.execute(
        update(schema.feed).where(F.enabled, F.next_poll_at > now).values(next_poll_at=now)
    )


async def lock(tx: AsyncConnection, feed_ids: Collection[int]) -> None:
    """Let no other transaction write these feeds' entries until this one ends.

    A worker whose lease ran out while it was slow would otherwise store, and tell, the
    entries that its successor is storing. SQLite has one writer and needs nothing.
    """
    if tx.dialect.name == "postgresql":
        await tx.execute(
            select(F.id).where(F.id.in_(feed_ids)).order_by(F.id).with_for_update()
        )


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
                "next_poll_at": _bind("next_poll_at"),
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
_SAVE_QUIET = (
    update(schema.feed)
    .where(F.id == bindparam("its_id"))
    .values(
        next_poll_at=_bind("next_poll_at"),
        not_before=_bind("not_before"),
        lease_until=None,
        last_polled_at=bindparam("now", type_=F.last_polled_at.type),
        last_success_at=bindparam("now", type_=F.last_polled_at.type),
        answers_304=_bind("answers_304"),
        full_at=_bind("full_at"),
    )
)
_SAVE = _save_statement()  # made once: building it costs more than running it


async def save(tx: AsyncConnection, polls: Sequence[Polled]) -> None:
    """Write what came of some polls, and give their leases back: two statements for all."""
    if quiet := [_quiet_row(poll) for poll in polls if poll.is_quiet]:
        await tx.execute(_SAVE_QUIET, quiet)
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
        row["new_last_error"] = poll.error
        rows.append(row)
    if rows:
        await tx.execute(_SAVE, rows)


def _quiet_row(poll: Polled) -> dict[str, Any]:
    trust = poll.feed.trust
    return {
        "its_id": poll.feed.id,
        "now": poll.at,
        "new_next_poll_at": poll.next_poll_at,
        "new_not_before": poll.not_before,
        "new_answers_304": trust.answers,
        "new_full_at": trust.full_at,
    }


async def postpone(tx: AsyncConnection, pauses: Sequence[tuple[int, datetime]]) -> None:
    """Poll these feeds not before the instant beside each: nothing was asked of them."""
    if pauses:
        until = _bind("next_poll_at")
        await tx.execute(
            update(schema.feed)
            .where(F.id == bindparam("its_id"))
            .values(next_poll_at=until, not_before=until, lease_until=None),
            [{"its_id": feed_id, "new_next_poll_at": at} for feed_id, at in pauses],
        )


async def hasten(
    tx: AsyncConnection,
    countries: Collection[str],
    *,
    now: datetime,
    until: datetime,
    min_interval: timedelta,
) -> None:
    """Let the healthy feeds of these countries burst until `until`, beginning now.

    What a server asked for (`not_before`) and `min_interval` since the last poll hold.
    """
    healthy = (F.country.in_(countries), F.enabled, F.failures == 0)
    await tx.execute(update(schema.feed).where(*healthy).values(burst_until=until))
    rows = await tx.execute(
        select(F.id, F.not_before, F.last_polled_at).where(*healthy, F.next_poll_at > now)
    )
    sooner = [
        {
            "its_id": row.id,
            "new_next_poll_at": max(
                now,
                row.not_before or now,
                row.last_polled_at + min_interval if row.last_polled_at else now,
            ),
        }
        for row in rows
    ]
    if sooner:
        soon = _bind("next_poll_at")
        await tx.execute(
            update(schema.feed)
            .where(F.id == bindparam("its_id"), F.next_poll_at > soon)
            .values(next_poll_at=soon),
            sooner,
        )


async def shorten_lease(tx: AsyncConnection, feed_id: int, *, until: datetime) -> None:
    """Let the feed be claimed again from `until` on, whatever it was leased for."""
    await tx.execute(update(schema.feed).where(F.id == feed_id).values(lease_until=until))


async def release_leases(tx: AsyncConnection) -> None:
    """Give back every lease: only for a process that knows it is the only worker."""
    await tx.execute(
        update(schema.feed).where(F.lease_until.is_not(None)).values(lease_until=None)
    )


async def mend_clock(tx: AsyncConnection, *, now: datetime, lease: timedelta) -> None:
    """Let what was written in the future, by a clock that was wrong, bind nobody."""
    await tx.execute(
        update(schema.feed)
        .where(or_(F.last_polled_at > now + SKEW, F.lease_until > now + lease + SKEW))
        .values(next_poll_at=now, not_before=None, lease_until=None, last_polled_at=now)
    )
