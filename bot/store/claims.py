"""When feeds are due, and which worker has claimed them."""

from collections import namedtuple
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Integer,
    Update,
    bindparam,
    case,
    func,
    not_,
    or_,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Feed
from bot.store import schema
from bot.store.feeds import POLLED, read_feed
from bot.store.prepared import Prepared, among

F = schema.feed.c
SKEW = timedelta(minutes=5)  # by which the clocks of two workers may differ
_NEXT_POLL_AT = bindparam("new_next_poll_at", type_=F.next_poll_at.type)
_PAUSED = Prepared(select(F.id).where(among(F.id, "ids"), F.enabled.is_(False)))
_Claimed = namedtuple("_Claimed", [column.name for column in POLLED])  # type: ignore[misc]  # noqa: PYI024  # as a row of SQLAlchemy's


def _claim_statement() -> Update:
    now = bindparam("now", type_=F.next_poll_at.type)
    free = (
        F.enabled,
        F.next_poll_at <= now,
        or_(F.lease_until.is_(None), F.lease_until <= now),
        not_(among(F.site, "busy")),
        not_(among(F.id, "but")),
    )
    rank = func.row_number().over(partition_by=F.site, order_by=(F.next_poll_at, F.id))
    ranked = (
        select(F.id, F.next_poll_at, rank.label("rank")).where(*free).subquery("ranked")
    )
    chosen = (
        select(ranked.c.id)
        .where(ranked.c.rank <= bindparam("per_site", type_=Integer()))
        .order_by(ranked.c.next_poll_at, ranked.c.id)
        .limit(bindparam("most", type_=Integer()))
    )
    # The conditions once more: PostgreSQL looks at them again when it has the row's lock.
    locked = select(F.id).where(F.id.in_(chosen), *free).with_for_update(skip_locked=True)
    until = bindparam("until", type_=F.lease_until.type)
    claim = update(schema.feed).where(F.id.in_(locked)).values(lease_until=until)
    return claim.returning(*POLLED)


_CLAIM = Prepared(_claim_statement())


async def lock(tx: AsyncConnection, *which: ColumnElement[bool]) -> None:
    """Let no other transaction write these feeds until this one ends.

    Whoever writes several feeds locks them first, and all in the order of their ids: else
    two workers wait for each other. SQLite has one writer and needs nothing.
    """
    if tx.dialect.name == "postgresql":
        await tx.execute(select(F.id).where(*which).order_by(F.id).with_for_update())


async def find_paused(tx: AsyncConnection, ids: Collection[int]) -> frozenset[int]:
    """Return which of these feeds are not to be polled any more."""
    return frozenset(feed_id for (feed_id,) in await _PAUSED.rows(tx, ids=ids))


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
    feeds must not take all the room. If the process dies before `polls.save`, its lease
    ends and the feed is due again. Two workers never take the same feed (SKIP LOCKED on
    PostgreSQL; SQLite has one writer). `but` leaves some.
    """
    rows = await _CLAIM.rows(
        tx,
        now=now,
        until=now + lease,
        busy=busy_sites,
        but=but,
        per_site=per_site,
        most=limit,
    )
    return tuple(read_feed(_Claimed(*row)) for row in rows)


async def make_due(tx: AsyncConnection, *, now: datetime) -> None:
    """Let every enabled feed be due at `now`, whenever it was to be polled."""
    await lock(tx, F.enabled)
    await tx.execute(
        update(schema.feed).where(F.enabled, F.next_poll_at > now).values(next_poll_at=now)
    )


async def postpone(tx: AsyncConnection, pauses: Sequence[tuple[int, datetime]]) -> None:
    """Poll these feeds not before the instant beside each: nothing was asked of them."""
    if pauses:
        until = _NEXT_POLL_AT
        await tx.execute(
            update(schema.feed)
            .where(F.id == bindparam("its_id"))
            .values(next_poll_at=until, not_before=until, lease_until=None),
            [{"its_id": feed_id, "new_next_poll_at": at} for feed_id, at in pauses],
        )


async def close_sites(
    tx: AsyncConnection, closings: Sequence[tuple[str, datetime]]
) -> None:
    """Poll no feed of these sites before the instant beside each: a server asked for it.

    Other workers, and this one after a restart, leave the site alone too.
    """
    if closings:
        await lock(tx, F.site.in_({site for site, _ in closings}))
        until = bindparam("until", type_=F.next_poll_at.type)
        await tx.execute(
            update(schema.feed)
            .where(F.site == bindparam("its_site"))
            .where(or_(F.not_before.is_(None), F.not_before < until))
            .values(
                next_poll_at=case((F.next_poll_at < until, until), else_=F.next_poll_at),
                not_before=until,
            ),
            [{"its_site": site, "until": at} for site, at in closings],
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
    await lock(tx, *healthy)
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
        soon = _NEXT_POLL_AT
        await tx.execute(
            update(schema.feed)
            .where(F.id == bindparam("its_id"), F.next_poll_at > soon)
            .values(next_poll_at=soon),
            sooner,
        )


async def shorten_lease(tx: AsyncConnection, feed_id: int, *, until: datetime) -> None:
    """Let the feed be claimed again from `until` on, whatever it was leased for."""
    await tx.execute(update(schema.feed).where(F.id == feed_id).values(lease_until=until))


async def extend_leases(
    tx: AsyncConnection, ids: Collection[int], *, until: datetime
) -> None:
    """Keep the leases of these feeds, which the caller holds, until `until`.

    One that was given back meanwhile stays free.
    """
    held = (F.id.in_(ids), F.lease_until.is_not(None))
    await lock(tx, *held)
    await tx.execute(update(schema.feed).where(*held).values(lease_until=until))


async def release_leases(tx: AsyncConnection, ids: Collection[int] | None = None) -> None:
    """Give back the leases of these feeds, which the caller holds.

    Without `ids`, every lease: only for a process that knows it is the only worker.
    """
    leased = [F.lease_until.is_not(None)]
    if ids is not None:
        leased.append(F.id.in_(ids))
    await lock(tx, *leased)
    await tx.execute(update(schema.feed).where(*leased).values(lease_until=None))


async def mend_clock(
    tx: AsyncConnection, *, now: datetime, lease: timedelta, ahead: timedelta = timedelta(0)
) -> None:
    """Let what was written in the future, by a clock that was wrong, bind nobody.

    Another worker's clock may be `ahead`: what it polls now stays its own.
    """
    skew = SKEW + ahead
    ahead_of_us = or_(F.last_polled_at > now + skew, F.lease_until > now + lease + skew)
    await lock(tx, ahead_of_us)
    await tx.execute(
        update(schema.feed)
        .where(ahead_of_us)
        .values(
            next_poll_at=now,
            not_before=None,
            burst_until=None,
            lease_until=None,
            last_polled_at=now,
            # What is older than that by days is no news to the feed.
            baseline_at=case((F.baseline_at > now, now), else_=F.baseline_at),
        )
    )
