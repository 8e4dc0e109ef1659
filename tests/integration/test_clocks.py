"""Two processes on one database whose clocks differ: said once, and nothing is undone."""

from datetime import datetime, timedelta

import pytest
from instants import NOW
from sqlalchemy import select, update

from bot.domain.model import FeedSpec
from bot.pipeline.clock_watch import ClockWatch
from bot.pipeline.housekeeping import keep_house
from bot.store import chats, feeds, schema
from bot.store.engine import Store

MINUTE = timedelta(minutes=1)
AHEAD = 12 * MINUTE
TICKS = 10


async def park(store: Store, until: datetime) -> None:
    """Let one chat wait for Telegram's flood limit."""
    async with store.write() as tx:
        await chats.ensure_chat(
            tx,
            telegram_id=7,
            kind="private",
            title=None,
            language="en",
            thread_id=None,
            now=NOW,
        )
        await tx.execute(update(schema.chat).values(parked_until=until))


async def parked_until(store: Store) -> datetime | None:
    async with store.read() as tx:
        found: datetime | None = (
            await tx.execute(select(schema.chat.c.parked_until))
        ).scalar_one()
        return found


def warnings(caplog: pytest.LogCaptureFixture) -> list[str]:
    return [each.getMessage() for each in caplog.records if each.levelname == "WARNING"]


async def test_clocks_that_differ_are_named_once_and_end_no_pause(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    early, late = ClockWatch(), ClockWatch()
    await keep_house(store, now=NOW, watch=early)
    await park(store, NOW + 60 * MINUTE)

    for tick in range(TICKS):
        at = NOW + tick * MINUTE
        await keep_house(store, now=at + AHEAD + 20 * MINUTE / 60, watch=late)
        await keep_house(store, now=at + 40 * MINUTE / 60, watch=early)

    assert await parked_until(store) == NOW + 60 * MINUTE
    [warning] = warnings(caplog)
    assert warning.startswith("another process's clock is 700 s ahead of this one's")


async def test_clock_that_is_put_back_is_still_known_beside_another(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    early, late = ClockWatch(), ClockWatch()
    for tick in range(3):
        await keep_house(store, now=NOW + tick * MINUTE, watch=early)
        await keep_house(store, now=NOW + tick * MINUTE + AHEAD, watch=late)
    await park(store, NOW + 60 * MINUTE)
    caplog.clear()

    await keep_house(store, now=NOW - 60 * MINUTE, watch=early)

    assert await parked_until(store) is None
    assert warnings(caplog) == ["the clock was put back: what waits is looked at again"]


async def test_process_that_begins_behind_takes_it_for_put_back_once(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    late, early = ClockWatch(), ClockWatch()

    for tick in range(TICKS):
        await keep_house(store, now=NOW + tick * MINUTE + AHEAD, watch=late)
        await keep_house(store, now=NOW + tick * MINUTE, watch=early)

    put_back, ahead = warnings(caplog)
    assert put_back.startswith("the clock was put back")
    assert ahead.startswith("another process's clock is 720 s ahead")


async def test_difference_that_is_mended_is_forgotten_and_said_again_later(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    early, late = ClockWatch(), ClockWatch()
    at = NOW
    for differs in (True, False, True):
        for _ in range(TICKS):
            at += MINUTE
            await keep_house(store, now=at, watch=early)
            if differs:
                await keep_house(store, now=at + AHEAD, watch=late)
        late = ClockWatch()

    assert early.ahead > timedelta(0)
    assert len(warnings(caplog)) == 2


async def test_what_a_worker_ahead_polls_stays_its_own(store: Store) -> None:
    early, late = ClockWatch(), ClockWatch()
    for tick in range(2):
        await keep_house(store, now=NOW + tick * MINUTE, watch=early)
        await keep_house(store, now=NOW + tick * MINUTE + AHEAD, watch=late)
    leased = NOW + AHEAD + 2 * MINUTE
    async with store.write() as tx:
        await feeds.sync(tx, [FeedSpec(url="https://a.example/feed", title="A")], now=NOW)
        polled = {"lease_until": leased, "last_polled_at": NOW + AHEAD}
        await tx.execute(update(schema.feed).values(polled))

    await keep_house(store, now=NOW + 2 * MINUTE, watch=early)

    async with store.read() as tx:
        kept = (await tx.execute(select(schema.feed.c.lease_until))).scalar_one()
    assert kept == leased
