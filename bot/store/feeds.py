"""Feeds: what feeds.yaml says of them, and how they are."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, bindparam, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.hosts import site_of
from bot.domain.model import (
    Fault,
    Feed,
    FeedSpec,
    FeedState,
    Move,
    Rhythm,
    Trust,
    Validators,
)
from bot.store import schema
from bot.store.upsert import insert_for, insert_ignore

F = schema.feed.c
CHUNK = 500  # rows of one statement


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedsOverview:
    """Feeds in numbers, for people and health."""

    enabled: int
    failing: int
    unread: int  # neither read nor failed yet
    last_success_at: datetime | None


def _columns(spec: FeedSpec) -> dict[str, Any]:
    return {
        "title": spec.title,
        "publisher": spec.publisher,
        "language": spec.language,
        "country": spec.country,
        "tags": list(spec.tags),
        "interval_seconds": max(1, round(spec.interval.total_seconds())),
        "time_zone": spec.time_zone,
        "enabled": spec.enabled,
    }


def _new(spec: FeedSpec, now: datetime) -> dict[str, Any]:
    fixed = {"url": spec.url, "site": site_of(spec.url), "hosts": [], "next_poll_at": now}
    return _columns(spec) | fixed


async def outlet_names(tx: AsyncConnection) -> frozenset[str]:
    """Return the titles and publishers of all feeds."""
    rows = await tx.execute(select(F.title, F.publisher))
    return frozenset(name for row in rows for name in row if name)


async def follow_moves(
    tx: AsyncConnection, specs: Sequence[FeedSpec], *, key: Callable[[str], str]
) -> frozenset[str]:
    """Give feeds the new address that feeds.yaml names in place of theirs; return these.

    It is the one to which permanent redirects led, or their own in another spelling, as
    `key` tells. So what was seen of the feed stays: as a new feed it would tell nobody
    what came between two polls.
    """
    urls = {spec.url for spec in specs}
    columns = (F.id, F.url, F.moved_to, F.enabled, F.is_held, F.last_polled_at)
    rows = (await tx.execute(select(*columns).order_by(F.id).with_for_update())).all()
    free = {key(url): url for url in urls - {row.url for row in rows}}
    moved = dict[str, int]()
    for row in sorted((row for row in rows if free and row.url not in urls), key=_in_use):
        own = (row.moved_to, row.url)
        found = next((k for k in map(key, filter(None, own)) if k in free), None)
        if found is not None:
            moved[free.pop(found)] = row.id
    if moved:
        await tx.execute(
            update(schema.feed)
            .where(F.id == bindparam("its_id"))
            .values(url=bindparam("new_url"), site=bindparam("new_site"), moved_to=None),
            [
                {"its_id": feed_id, "new_url": url, "new_site": site_of(url)}
                for url, feed_id in moved.items()
            ],
        )
    return frozenset(moved)


def _in_use(row: Any) -> tuple[bool, bool, float]:
    """Return a place: feeds that were polled of late come before those long paused."""
    at = row.last_polled_at
    return not (row.enabled or row.is_held), at is None, -at.timestamp() if at else 0.0


async def sync(tx: AsyncConnection, specs: Sequence[FeedSpec], *, now: datetime) -> None:
    """Make the table say what feeds.yaml says.

    A feed that is no longer in the file is paused and keeps what was learned; a feed whose
    interval got shorter is polled by the new interval, unless its server asked for more.
    """
    locked = select(F.url).order_by(F.id).with_for_update()  # in the order of all writers
    known = set((await tx.execute(locked)).scalars())
    if new := [_new(spec, now) for spec in specs if spec.url not in known]:
        await tx.execute(insert_for(tx, schema.feed).on_conflict_do_nothing(), new)
    if specs:
        await tx.execute(
            update(schema.feed)
            .where(F.url == bindparam("its_url"))
            .values({name: bindparam(f"new_{name}") for name in _columns(specs[0])}),
            [
                {"its_url": spec.url}
                | {f"new_{name}": value for name, value in _columns(spec).items()}
                for spec in specs
            ],
        )
        soonest = bindparam("soonest", type_=F.next_poll_at.type)
        await tx.execute(
            update(schema.feed)
            .where(F.url == bindparam("its_url"), F.next_poll_at > soonest, F.failures == 0)
            .where(or_(F.not_before.is_(None), F.not_before <= soonest))
            .values(next_poll_at=soonest),
            [{"its_url": spec.url, "soonest": now + spec.interval} for spec in specs],
        )
    # The file decides whether a feed is polled; an admin can only hold one that is.
    await tx.execute(
        update(schema.feed).where(F.is_held, F.enabled.is_(False)).values(is_held=False)
    )
    await tx.execute(update(schema.feed).where(F.is_held).values(enabled=False))
    gone = sorted(known - {spec.url for spec in specs})
    for start in range(0, len(gone), CHUNK):
        await tx.execute(
            update(schema.feed)
            .where(F.url.in_(gone[start : start + CHUNK]))
            .values(enabled=False, is_held=False)
        )


async def ensure(tx: AsyncConnection, spec: FeedSpec, *, now: datetime) -> int:
    """Return the id of the feed, added if it is new."""
    await insert_ignore(tx, schema.feed, [_new(spec, now)])
    found: int = (await tx.execute(select(F.id).where(F.url == spec.url))).scalar_one()
    return found


def read_spec(row: Row[Any]) -> FeedSpec:
    """Return what feeds.yaml said of a row of `feed`."""
    return FeedSpec(
        url=row.url,
        title=row.title,
        publisher=row.publisher,
        language=row.language,
        country=row.country,
        tags=tuple(row.tags),
        interval=timedelta(seconds=row.interval_seconds),
        time_zone=row.time_zone,
        enabled=row.enabled or row.is_held,
    )


def _read_rhythm(row: Row[Any]) -> Rhythm:
    def gap(seconds: float | None) -> timedelta | None:
        return None if seconds is None else timedelta(seconds=seconds)

    return Rhythm(
        average_gap=gap(row.average_gap),
        longest_gap=gap(row.longest_gap),
        gaps=row.gaps,
        since=row.learning_since,
        last_new_at=row.last_new_at,
    )


def _read_move(row: Row[Any]) -> Move | None:
    if row.moved_to is None:
        return None
    return Move(url=row.moved_to, since=row.moved_since, polls=row.moved_polls)


def _read_trust(row: Row[Any]) -> Trust:
    return Trust(
        answers=row.answers_304,
        audit_after=row.audit_after,
        full_at=row.full_at,
        lies=row.lies,
    )


# What `read_feed` reads; of the others each instant costs as much as the poll's own.
POLLED = tuple(
    column
    for column in schema.feed.c
    if column.name
    not in {
        "possible_gaps",
        "last_gap_at",
        "next_poll_at",
        "not_before",
        "lease_until",
        "failing_since",
        "last_error",
        "last_polled_at",
    }
)


def read_feed(row: Any) -> Feed:
    """Return a row of `feed` as polling needs it."""
    return Feed(
        id=row.id,
        spec=read_spec(row),
        site=row.site,
        validators=Validators(
            etag=row.etag, last_modified=row.last_modified, host=row.validators_host
        ),
        wire_hash=row.wire_hash,
        body_hash=row.body_hash,
        profile=row.profile,
        failures=row.failures,
        fault=_read_fault(row),
        last_success_at=row.last_success_at,
        baseline_at=row.baseline_at,
        hosts=frozenset(row.hosts),
        rhythm=_read_rhythm(row),
        move=_read_move(row),
        trust=_read_trust(row),
        burst_until=row.burst_until,
    )


def _read_fault(row: Row[Any]) -> Fault | None:
    return None if row.fault is None else Fault(row.fault)


async def list_names(tx: AsyncConnection) -> list[tuple[int, str, str]]:
    """Return each feed's id, title and publisher."""
    rows = await tx.execute(select(F.id, F.title, F.publisher))
    return [(row.id, row.title, row.publisher) for row in rows]


async def list_states(tx: AsyncConnection) -> tuple[FeedState, ...]:
    """Return how each feed is that is polled or held by an admin, by title."""
    rows = await tx.execute(
        select(schema.feed)
        .where(or_(F.enabled, F.is_held))
        .order_by(func.lower(F.title), F.id)
    )
    return tuple(
        FeedState(
            id=row.id,
            spec=read_spec(row),
            next_poll_at=row.next_poll_at,
            last_polled_at=row.last_polled_at,
            last_success_at=row.last_success_at,
            failures=row.failures,
            fault=_read_fault(row),
            failing_since=row.failing_since,
            last_error=row.last_error,
            rhythm=_read_rhythm(row),
            move=_read_move(row),
            trust=_read_trust(row),
            possible_gaps=row.possible_gaps,
            last_gap_at=row.last_gap_at,
            is_held=row.is_held,
        )
        for row in rows
    )


async def get_overview(tx: AsyncConnection) -> FeedsOverview:
    """Return the numbers of the enabled feeds."""
    row = (
        await tx.execute(
            select(
                func.count(F.id).label("enabled"),
                func.count(F.id).filter(F.failures > 0).label("failing"),
                func.count(F.id)
                .filter(F.last_success_at.is_(None), F.failures == 0)
                .label("unread"),
                func.max(F.last_success_at).label("last_success_at"),
            ).where(F.enabled)
        )
    ).one()
    return FeedsOverview(
        enabled=row.enabled,
        failing=row.failing,
        unread=row.unread,
        last_success_at=row.last_success_at,
    )
