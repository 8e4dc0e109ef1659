"""Feeds that make guid, link and date of each entry anew at each fetch."""

from datetime import datetime, timedelta

from newsroom import Newsroom, newsroom
from publisher import ScriptedFeed

from bot.store.engine import Store

WINDOW = 8
POLLS = 10
MINUTE = timedelta(minutes=1)


def show(
    room: Newsroom, feed: ScriptedFeed, titles: list[str], dates: list[datetime]
) -> None:
    """Let the feed have these entries, under names that nobody has seen."""
    feed.items.clear()
    for title, date in zip(titles, dates, strict=True):
        name = f"https://news.example/{room.now:%H%M}/{len(feed.items)}"
        feed.add(title=title, guid=name, link=name, published=date)
    feed.changed_at = room.now


async def test_entries_that_are_named_anew_come_once_more_and_then_no_more(
    store: Store,
) -> None:
    async with newsroom(store) as room:
        feed = await room.feed("/a.xml")

        new = []
        for poll in range(POLLS):
            room.later(4 * MINUTE)
            titles = [f"Long report number {poll - age} of them" for age in range(WINDOW)]
            show(
                room, feed, titles, [room.now - (3 * a + 1) * MINUTE for a in range(WINDOW)]
            )
            if poll % 3 == 2:
                room.restart()
            new.append((await room.polling.poll_once(every=True)).new_entries)

    # At the first gap nobody can tell: its entries may be the next alarms.
    assert new == [WINDOW, WINDOW] + [1] * (POLLS - 2)


async def test_alarms_that_come_in_waves_are_told_each(store: Store) -> None:
    async with newsroom(store) as room:
        feed = await room.feed("/a.xml")
        titles = [f"Air raid alert in oblast {number}" for number in range(WINDOW)]

        for _ in range(4):
            room.later(10 * MINUTE)
            show(room, feed, titles, [room.now - MINUTE] * WINDOW)
            report = await room.polling.poll_once(every=True)

            assert report.new_entries == WINDOW


async def test_waves_that_a_cache_shows_late_are_told_each(store: Store) -> None:
    async with newsroom(store) as room:
        feed = await room.feed("/a.xml")
        titles = [f"Air raid alert in oblast {number}" for number in range(WINDOW)]

        for _ in range(4):
            room.later(40 * MINUTE)
            await room.polling.poll_once(every=True)  # of the cache
            at = room.now - MINUTE
            room.later(5 * MINUTE)
            show(room, feed, titles, [at] * WINDOW)
            report = await room.polling.poll_once(every=True)

            assert report.new_entries == WINDOW
