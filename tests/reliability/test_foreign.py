"""T12: another site's feed is put in quarantine, until it has stayed for a day."""

from dataclasses import replace
from datetime import timedelta

import pytest
from newsroom import INTERVAL, Newsroom
from publisher import ScriptedFeed
from sqlalchemy import select

from bot.domain.model import Fault
from bot.pipeline.judged import FOREIGN_POLLS
from bot.store import schema

HOUR = timedelta(hours=1)
BELGOROD = ("RU-BEL",)


def news(number: int) -> str:
    return f"Report {number}: drone over Shebekino, the governor says"


def publish(feed: ScriptedFeed, room: Newsroom, host: str, number: int) -> None:
    """Add an entry of the site at `host`."""
    link = f"https://{host}/{number}.html"
    feed.add(title=news(number), link=link, guid=f"{host}-{number}", published=room.now)


async def serve_another(feed: ScriptedFeed, room: Newsroom, polls: int) -> None:
    """Poll while the feed is another site's; that each poll notes so is seen."""
    feed.items.clear()
    for number in range(100, 100 + polls):
        publish(feed, room, "new.example", number)
        report = await room.poll(HOUR)
        assert report.failed == 1
        assert (await room.state("/a.xml")).fault is Fault.FOREIGN


@pytest.mark.parametrize("restarts", [False, True], ids=["running", "restarted"])
async def test_t12_wrong_feed_is_a_state_and_marks_nothing_seen(
    room: Newsroom, *, restarts: bool
) -> None:
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")
    for number in range(4):
        publish(feed, room, "a.example", number)
    await room.poll()
    own = list(feed.items)
    feed.items = [
        replace(item, link=f"https://b.example/{n}", guid=f"b{n}", title=f"Other {n}, Sumy")
        for n, item in enumerate(own)
    ]
    if restarts:
        room.restart()
    report = await room.poll()
    assert report.failed == 1
    assert (await room.state("/a.xml")).fault is Fault.FOREIGN
    async with room.store.read() as tx:
        stored = (await tx.execute(select(schema.entry.c.title))).scalars().all()
    assert len(stored) == 4

    feed.items = own
    publish(feed, room, "a.example", 9)
    if restarts:
        room.restart()
    healed = await room.poll(INTERVAL * 2)
    assert (healed.failed, healed.new_entries) == (0, 1)
    assert await room.alerts(chat) == [news(9)]
    assert (await room.state("/a.xml")).fault is None


async def test_t12_wrong_feed_for_almost_a_day_marks_nothing_seen(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")
    publish(feed, room, "old.example", 0)
    await room.poll()
    own = list(feed.items)
    await serve_another(feed, room, FOREIGN_POLLS)

    feed.items = own
    publish(feed, room, "old.example", 1)
    healed = await room.poll(HOUR)

    assert (healed.failed, healed.new_entries) == (0, 1)
    assert await room.alerts(chat) == [news(1)]


async def test_t12_feed_that_stays_foreign_begins_anew_silently(
    each_room: Newsroom,
) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")
    publish(feed, room, "old.example", 0)
    await room.poll()
    await serve_another(feed, room, FOREIGN_POLLS)

    room.restart()
    begun = await room.poll(HOUR)
    before = await room.alerts(chat)
    publish(feed, room, "new.example", 200)
    await room.poll()

    assert (begun.failed, begun.new_entries) == (0, FOREIGN_POLLS)
    assert before == []
    assert await room.alerts(chat) == [news(200)]
    assert (await room.state("/a.xml")).fault is None


async def test_t12_other_failures_between_begin_the_day_again(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")
    publish(feed, room, "old.example", 0)
    await room.poll()
    await serve_another(feed, room, FOREIGN_POLLS)
    feed.will_fail(404, times=FOREIGN_POLLS)
    for _ in range(FOREIGN_POLLS):
        await room.poll(HOUR * 6)
    missing = await room.state("/a.xml")

    still = await room.poll(HOUR * 6)

    assert (missing.fault, missing.failures) == (Fault.MISSING, FOREIGN_POLLS)
    assert still.failed == 1
    foreign = await room.state("/a.xml")
    assert (foreign.fault, foreign.failures) == (Fault.FOREIGN, 1)
    assert await room.alerts(chat) == []


async def test_t12_wrong_feed_at_the_very_first_poll_is_outlived(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")
    for number in range(3):
        publish(feed, room, "wrong.example", number)
    await room.poll()
    await serve_another(feed, room, FOREIGN_POLLS)

    begun = await room.poll(HOUR)
    publish(feed, room, "new.example", 200)
    await room.poll()

    assert begun.failed == 0
    assert await room.alerts(chat) == [news(200)]
