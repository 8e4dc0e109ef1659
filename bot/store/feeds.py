"""Feeds: what feeds.yaml says of them and what was learned by polling."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Feed, FeedSpec, Validators
from bot.store import schema
from bot.store.upsert import insert_ignore

F = schema.feed.c
SKEW = timedelta(minutes=5)  # by which the clocks of two workers may differ


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsOverview:
    """Feeds in numbers, for people and health."""

    enabled: int
    failing: int
    never_polled: int
    last_success_at: datetime | None


def _columns(spec: FeedSpec) -> dict[str, Any]:
    return {
        "title": spec.title,
        "publisher": spec.publisher,
        "language": spec.language,
        "country": spec.country,
        "tags": list(spec.tags),
        "interval_seconds": max(1, round(spec.interval.total_seconds())),
        "enabled": spec.enabled,
    }


async def sync(tx: AsyncConnection, specs: Sequence[FeedSpec], *, now: datetime) -> None:
    """Make the table say what feeds.yaml says.

    A feed that is no longer in the file is paused and keeps what was learned; a feed whose
    interval got shorter is polled by the new interval.
    """
    await insert_ignore(
        tx,
        schema.feed,
        [_columns(s) | {"url": s.url, "hosts": [], "next_poll_at": now} for s in specs],
    )
    for spec in specs:
        values = _columns(spec)
        soonest = now + spec.interval
        await tx.execute(update(schema.feed).where(F.url == spec.url).values(**values))
        await tx.execute(
            update(schema.feed)
            .where(F.url == spec.url, F.next_poll_at > soonest, F.failures == 0)
            .values(next_poll_at=soonest)
        )
    urls = [spec.url for spec in specs]
    await tx.execute(update(schema.feed).where(F.url.not_in(urls)).values(enabled=False))


async def ensure(tx: AsyncConnection, spec: FeedSpec, *, now: datetime) -> int:
    """Return the id of the feed, added if it is new."""
    row = _columns(spec) | {"url": spec.url, "hosts": [], "next_poll_at": now}
    await insert_ignore(tx, schema.feed, [row])
    found: int = (await tx.execute(select(F.id).where(F.url == spec.url))).scalar_one()
    return found


def _feed(row: Row[Any]) -> Feed:
    return Feed(
        id=row.id,
        spec=FeedSpec(
            url=row.url,
            title=row.title,
            publisher=row.publisher,
            language=row.language,
            country=row.country,
            tags=tuple(row.tags),
            interval=timedelta(seconds=row.interval_seconds),
            enabled=row.enabled,
        ),
        validators=Validators(etag=row.etag, last_modified=row.last_modified),
        body_hash=row.body_hash,
        failures=row.failures,
        baseline_at=row.baseline_at,
        hosts=frozenset(row.hosts),
    )


async def claim_due(
    tx: AsyncConnection,
    *,
    now: datetime,
    limit: int,
    lease: timedelta,
    every: bool = False,
    but: Sequence[int] = (),
) -> tuple[Feed, ...]:
    """Take up to `limit` due feeds, longest due first, and hide them for `lease`.

    If the process dies before `mark_polled`, the lease runs out and the feed is due again.
    One statement, so two workers never take the same feed (SKIP LOCKED on PostgreSQL;
    SQLite has one writer). `every` takes feeds that are not due, too, `but` leaves some.
    What was written in the future, by a clock that was wrong, binds nobody.
    """
    free = or_(
        F.lease_until.is_(None), F.lease_until <= now, F.lease_until > now + lease + SKEW
    )
    due = select(F.id).where(F.enabled, free)
    if not every:
        due = due.where(or_(F.next_poll_at <= now, F.last_polled_at > now + SKEW))
    if but:
        due = due.where(F.id.not_in(but))
    due = due.order_by(F.next_poll_at, F.id).limit(limit).with_for_update(skip_locked=True)
    rows = await tx.execute(
        update(schema.feed)
        .where(F.id.in_(due.scalar_subquery()))
        .values(lease_until=now + lease)
        .returning(schema.feed)
    )
    return tuple(_feed(row) for row in rows)


async def lock(tx: AsyncConnection, feed_id: int) -> None:
    """Let no other transaction write the feed's entries until this one ends.

    A worker whose lease ran out while it was slow would otherwise store, and tell, the
    entries that its successor is storing. SQLite has one writer and needs nothing.
    """
    await tx.execute(select(F.id).where(F.id == feed_id).with_for_update())


async def mark_polled(
    tx: AsyncConnection,
    feed_id: int,
    *,
    now: datetime,
    next_poll_at: datetime,
    validators: Validators,
    learned: Mapping[str, Any],
) -> None:
    """Note a success; `learned` may set `body_hash`, `baseline_at` and `hosts`."""
    await tx.execute(
        update(schema.feed)
        .where(F.id == feed_id)
        .values(
            next_poll_at=next_poll_at,
            lease_until=None,
            failures=0,
            last_error=None,
            last_polled_at=now,
            last_success_at=now,
            etag=validators.etag,
            last_modified=validators.last_modified,
            **learned,
        )
    )


async def mark_failed(
    tx: AsyncConnection, feed_id: int, *, now: datetime, next_poll_at: datetime, error: str
) -> None:
    """Note a failure; what was learned stays."""
    await tx.execute(
        update(schema.feed)
        .where(F.id == feed_id)
        .values(
            next_poll_at=next_poll_at,
            lease_until=None,
            failures=F.failures + 1,
            last_error=error,
            last_polled_at=now,
        )
    )


async def shorten_lease(tx: AsyncConnection, feed_id: int, *, until: datetime) -> None:
    """Let the feed be claimed again from `until` on, whatever it was leased for."""
    await tx.execute(update(schema.feed).where(F.id == feed_id).values(lease_until=until))


async def release_leases(tx: AsyncConnection) -> None:
    """Give back every lease: only for a process that knows it is the only worker."""
    await tx.execute(update(schema.feed).values(lease_until=None))


async def get_overview(tx: AsyncConnection) -> FeedsOverview:
    """Return the numbers of the enabled feeds."""
    row = (
        await tx.execute(
            select(
                func.count(F.id).label("enabled"),
                func.count(F.id).filter(F.failures > 0).label("failing"),
                func.count(F.id).filter(F.last_success_at.is_(None)).label("never_polled"),
                func.max(F.last_success_at).label("last_success_at"),
            ).where(F.enabled)
        )
    ).one()
    return FeedsOverview(
        enabled=row.enabled,
        failing=row.failing,
        never_polled=row.never_polled,
        last_success_at=row.last_success_at,
    )
