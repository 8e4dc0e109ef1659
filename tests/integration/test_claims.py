"""Which feeds are due for whom, and what brings their next poll forward or puts it off."""

import asyncio
from collections.abc import Collection, Mapping
from datetime import datetime, timedelta
from typing import Any

from instants import NOW
from sqlalchemy import Row, select, update

from bot.domain.model import FeedSpec
from bot.store import claims, feeds, schema
from bot.store.engine import Store

F = schema.feed.c
MINUTE = timedelta(minutes=1)
HOUR = timedelta(hours=1)
LEASE = 2 * MINUTE
LEAST = timedelta(seconds=30)  # MIN_INTERVAL


async def add(store: Store, *paths: str) -> None:
    """Add feeds, each by its host and path; all are due."""
    specs = [FeedSpec(url=f"https://{path}") for path in paths]
    async with store.write() as tx:
        for spec in specs:
            await feeds.ensure(tx, spec, now=NOW)


async def change(store: Store, path: str, **values: object) -> None:
    async with store.write() as tx:
        at = F.url == f"https://{path}"
        await tx.execute(update(schema.feed).where(at).values(**values))


async def add_cases(store: Store, cases: Mapping[str, Mapping[str, object]]) -> None:
    """Add feeds, each in a state of its own."""
    await add(store, *cases)
    for path, values in cases.items():
        if values:
            await change(store, path, **values)


async def row(store: Store, path: str) -> Row[Any]:
    async with store.read() as tx:
        found = await tx.execute(select(schema.feed).where(F.url == f"https://{path}"))
        return found.one()


async def due_at(store: Store, path: str) -> datetime:
    found: datetime = (await row(store, path)).next_poll_at
    return found


async def claim(
    store: Store,
    *,
    at: datetime = NOW,
    limit: int = 100,
    per_site: int = 100,
    busy_sites: Collection[str] = (),
    but: Collection[int] = (),
) -> set[str]:
    """Claim feeds, and return which."""
    async with store.write() as tx:
        found = await claims.claim_due(
            tx,
            now=at,
            limit=limit,
            lease=LEASE,
            per_site=per_site,
            busy_sites=busy_sites,
            but=but,
        )
    return {feed.spec.url.removeprefix("https://") for feed in found}


async def test_no_site_takes_more_than_its_share(store: Store) -> None:
    await add(store, *(f"{host}.big.example/{n}" for host in "ab" for n in range(5)))
    await add(store, "small.example/a", "small.example/b")

    first = await claim(store, per_site=3)
    second = await claim(store, per_site=3)

    assert len(first) == 5
    assert {"small.example/a", "small.example/b"} <= first
    assert len(second) == 3
    assert not first & second


async def test_of_a_site_and_of_all_the_longest_due_come_first(store: Store) -> None:
    await add(store, "a.example/1", "a.example/2", "a.example/3", "b.example/1")
    for path, minutes in [("a.example/2", 9), ("a.example/3", 5), ("b.example/1", 7)]:
        await change(store, path, next_poll_at=NOW - minutes * MINUTE)

    assert await claim(store, limit=2) == {"a.example/2", "b.example/1"}
    assert await claim(store, per_site=1) == {"a.example/3"}
    assert await claim(store) == {"a.example/1"}


async def test_busy_sites_and_feeds_that_are_being_polled_are_left(store: Store) -> None:
    await add(store, "a.example/1", "b.example/1", "b.example/2", "c.example/1")
    polled = (await row(store, "b.example/1")).id

    claimed = await claim(store, busy_sites=["a.example", "d.example"], but=[polled])

    assert claimed == {"b.example/2", "c.example/1"}
    assert await claim(store) == {"a.example/1", "b.example/1"}


async def test_a_feed_is_claimed_when_it_is_due_and_free(store: Store) -> None:
    second = timedelta(seconds=1)
    await add_cases(
        store,
        {
            "due.example": {"next_poll_at": NOW},
            "soon.example": {"next_poll_at": NOW + second},
            "paused.example": {"enabled": False},
            "leased.example": {"lease_until": NOW + second},
            "left.example": {"lease_until": NOW},
        },
    )

    assert await claim(store) == {"due.example", "left.example"}


async def test_what_a_dead_process_claimed_is_due_after_its_lease(store: Store) -> None:
    await add(store, "a.example/1")
    await claim(store)

    assert await claim(store, at=NOW + LEASE - timedelta(seconds=1)) == set()
    assert await claim(store, at=NOW + LEASE) == {"a.example/1"}


async def test_two_workers_never_take_the_same_feed(store: Store) -> None:
    await add(store, *(f"{n % 4}.example/{n}" for n in range(20)))

    taken = await asyncio.gather(*(claim(store, limit=8) for _ in range(5)))
    rest = await claim(store)

    assert sum(map(len, taken)) + len(rest) == 20
    assert set().union(rest, *taken) == {f"{n % 4}.example/{n}" for n in range(20)}


async def test_leases_are_given_back_or_shortened(store: Store) -> None:
    await add(store, "a.example/1", "b.example/1")
    await claim(store)
    short = (await row(store, "a.example/1")).id

    async with store.write() as tx:
        await claims.shorten_lease(tx, short, until=NOW + timedelta(seconds=10))
    soon = await claim(store, at=NOW + timedelta(seconds=10))
    async with store.write() as tx:
        await claims.release_leases(tx)

    assert soon == {"a.example/1"}
    assert await claim(store) == {"a.example/1", "b.example/1"}


async def test_every_enabled_feed_is_made_due_and_none_later(store: Store) -> None:
    await add(store, "a.example/later", "a.example/paused", "a.example/due")
    await change(store, "a.example/later", next_poll_at=NOW + HOUR)
    await change(store, "a.example/paused", next_poll_at=NOW + HOUR, enabled=False)
    await change(store, "a.example/due", next_poll_at=NOW - HOUR)

    async with store.write() as tx:
        await claims.make_due(tx, now=NOW)

    assert await due_at(store, "a.example/later") == NOW
    assert await due_at(store, "a.example/paused") == NOW + HOUR
    assert await due_at(store, "a.example/due") == NOW - HOUR


async def test_what_was_not_asked_is_postponed_and_free(store: Store) -> None:
    await add(store, "a.example/1", "a.example/2", "b.example/1")
    await claim(store)
    pauses = {path: NOW + n * HOUR for n, path in enumerate(["a.example/1", "b.example/1"])}

    async with store.write() as tx:
        ids = {path: (await row(store, path)).id for path in pauses}
        await claims.postpone(tx, [(ids[path], until) for path, until in pauses.items()])
        await claims.postpone(tx, [])

    for path, until in pauses.items():
        found = await row(store, path)
        assert (found.next_poll_at, found.not_before, found.lease_until) == (
            until,
            until,
            None,
        )
    assert (await row(store, "a.example/2")).lease_until == NOW + LEASE


async def test_a_site_is_closed_whole_and_no_other(store: Store) -> None:
    await add(store, "www.a.example/1", "feeds.a.example/2", "b.example/1", "c.example/1")
    until = {"a.example": NOW + 30 * MINUTE, "c.example": NOW + HOUR}

    async with store.write() as tx:
        await claims.close_sites(tx, list(until.items()))
        await claims.close_sites(tx, [])

    for path in ("www.a.example/1", "feeds.a.example/2"):
        found = await row(store, path)
        assert found.next_poll_at == found.not_before == until["a.example"]
        assert (found.failures, found.last_error) == (0, None)
    assert await due_at(store, "c.example/1") == until["c.example"]
    assert await claim(store) == {"b.example/1"}
    assert await claim(store, at=until["a.example"], busy_sites=["b.example"]) == {
        "www.a.example/1",
        "feeds.a.example/2",
    }


async def test_a_closed_site_shortens_no_pause(store: Store) -> None:
    await add(store, "a.example/1")
    await change(
        store, "a.example/1", next_poll_at=NOW + HOUR, not_before=NOW + 50 * MINUTE
    )

    async with store.write() as tx:
        await claims.close_sites(tx, [("a.example", NOW + 30 * MINUTE)])

    found = await row(store, "a.example/1")
    assert (found.next_poll_at, found.not_before) == (NOW + HOUR, NOW + 50 * MINUTE)


async def hasten(store: Store, *countries: str) -> None:
    async with store.write() as tx:
        await claims.hasten(
            tx, countries, now=NOW, until=NOW + 15 * MINUTE, min_interval=LEAST
        )


async def test_feeds_are_hastened_as_far_as_allowed(store: Store) -> None:
    later, just_polled = NOW + HOUR, NOW - LEAST / 3
    cases: dict[str, dict[str, object]] = {
        "at-once": {},
        "due-already": {"next_poll_at": NOW - MINUTE},
        "polled-long-ago": {"last_polled_at": NOW - HOUR},
        "polled-just-now": {"last_polled_at": just_polled},
        "unwanted": {"not_before": NOW + 5 * MINUTE, "last_polled_at": just_polled},
        "unwanted-once": {"not_before": NOW - MINUTE},
        "soon-enough": {"next_poll_at": NOW + LEAST / 6, "last_polled_at": just_polled},
        "other-country": {"country": "PL"},
        "no-country": {"country": None},
        "paused": {"enabled": False},
        "failing": {"failures": 1},
    }
    usual = {"country": "UA", "next_poll_at": later}
    await add_cases(store, {name: usual | values for name, values in cases.items()})

    await hasten(store, "UA", "RU")

    found = {name: await row(store, name) for name in cases}
    assert {name: each.next_poll_at for name, each in found.items()} == {
        "at-once": NOW,
        "due-already": NOW - MINUTE,
        "polled-long-ago": NOW,
        "polled-just-now": NOW + LEAST * 2 / 3,
        "unwanted": NOW + 5 * MINUTE,
        "unwanted-once": NOW,
        "soon-enough": NOW + LEAST / 6,
        "other-country": later,
        "no-country": later,
        "paused": later,
        "failing": later,
    }
    slow = {name for name, each in found.items() if each.burst_until is None}
    assert slow == {"other-country", "no-country", "paused", "failing"}
    assert {each.burst_until for each in found.values()} == {None, NOW + 15 * MINUTE}


async def test_what_a_wrong_clock_wrote_binds_nobody(store: Store) -> None:
    ahead = NOW + claims.SKEW
    right: dict[str, dict[str, object]] = {
        "right": {"last_polled_at": NOW - HOUR},
        "never-polled": {},
        "little-ahead": {"last_polled_at": ahead},
        "leased-by-one-ahead": {"last_polled_at": NOW, "lease_until": ahead + LEASE},
    }
    wrong: dict[str, dict[str, object]] = {
        "ahead": {"last_polled_at": ahead + MINUTE},
        "leased-for-days": {"lease_until": NOW + 99 * HOUR},
    }
    usual = {"next_poll_at": NOW + HOUR, "not_before": NOW + HOUR}
    cases = {name: usual | values for name, values in (right | wrong).items()}
    await add_cases(store, cases)

    async with store.write() as tx:
        await claims.mend_clock(tx, now=NOW, lease=LEASE)

    for name in right:
        found = await row(store, name)
        assert {column: getattr(found, column) for column in cases[name]} == cases[name]
    for name in wrong:
        found = await row(store, name)
        assert (found.next_poll_at, found.last_polled_at) == (NOW, NOW)
        assert (found.not_before, found.lease_until) == (None, None)
    assert await claim(store) == wrong.keys()
