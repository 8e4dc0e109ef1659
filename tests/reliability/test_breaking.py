"""What a breaking story hastens: the feeds of its countries, and what holds them back."""

import asyncio
from collections.abc import Sequence
from datetime import timedelta

from newsroom import INTERVAL, MIN_INTERVAL, Newsroom
from publisher import ScriptedFeed
from sqlalchemy import update

from bot.pipeline.ledger import BURST
from bot.pipeline.storybook import BREAKING_WINDOW
from bot.store import schema

NEWS = "Drone attack on Shebekino injures three, governor says"


async def break_a_story(room: Newsroom, feeds: Sequence[ScriptedFeed]) -> None:
    for number, feed in enumerate(feeds):
        feed.add(title=NEWS, published=room.now, link=f"https://{number}.example/x")


async def test_story_of_three_publishers_hastens_the_feeds_of_their_countries(
    each_room: Newsroom,
) -> None:
    room = each_room
    tellers = [await room.feed(f"/{n}.xml", country="RU") for n in range(3)]
    await room.feed("/same.xml", country="RU")
    await room.feed("/other.xml", country="PL")
    wishful = await room.feed("/wishful.xml", country="RU")
    wishful.cache_control = "max-age=240"
    await room.poll()
    async with room.store.write() as tx:  # they are not due yet
        of_later = schema.feed.c.title.in_(["same.xml", "other.xml", "wishful.xml"])
        due = room.now + timedelta(minutes=10)
        await tx.execute(update(schema.feed).where(of_later).values(next_poll_at=due))
    polled_at = room.now

    await break_a_story(room, tellers)
    await room.poll(timedelta(minutes=5))

    same = await room.state("/same.xml")  # was polled at once
    assert (same.last_polled_at, same.next_poll_at) == (room.now, room.now + MIN_INTERVAL)
    assert (await room.state("/wishful.xml")).last_polled_at == room.now
    other = await room.state("/other.xml")
    assert other.last_polled_at == polled_at
    for number in range(3):
        state = await room.state(f"/{number}.xml")
        assert state.next_poll_at == room.now + MIN_INTERVAL
    await room.poll(MIN_INTERVAL)
    assert (await room.state("/same.xml")).next_poll_at == room.now + MIN_INTERVAL
    room.later(BURST)
    await room.polling.poll_once()
    assert (await room.state("/same.xml")).next_poll_at > room.now + MIN_INTERVAL


async def test_story_hastens_nobody_before_the_time_its_server_named(
    room: Newsroom,
) -> None:
    tellers = [await room.feed(f"/{n}.xml", country="RU") for n in range(3)]
    wishful = await room.feed("/wishful.xml", country="RU")
    wishful.cache_control = "max-age=900"
    await room.poll()
    at = room.now

    await break_a_story(room, tellers)
    await room.poll()

    state = await room.state("/wishful.xml")
    assert state.next_poll_at == at + timedelta(seconds=900)


async def test_two_publishers_or_three_over_hours_hasten_nobody(room: Newsroom) -> None:
    tellers = [await room.feed(f"/{n}.xml", country="RU") for n in range(3)]
    await room.feed("/same.xml", country="RU")
    await room.poll()

    await break_a_story(room, tellers[:2])
    await room.poll()
    two = await room.state("/same.xml")
    room.later(BREAKING_WINDOW)
    await break_a_story(room, tellers[2:])
    await room.poll()

    assert two.next_poll_at == two.last_polled_at + INTERVAL  # type: ignore[operator]
    state = await room.state("/same.xml")
    assert state.next_poll_at == room.now + INTERVAL


async def test_feed_that_is_being_polled_when_a_story_breaks_is_hastened_too(
    room: Newsroom,
) -> None:
    tellers = [await room.feed(f"/{n}.xml", country="RU") for n in range(3)]
    slow = await room.feed("/slow.xml", country="RU")
    await room.poll()
    release = asyncio.Event()
    slow.will_wait(release)
    await break_a_story(room, tellers)
    room.later()
    polling = asyncio.create_task(room.polling.poll_once())
    await room.publisher.wait_for_requests("/slow.xml", 2)
    soon = room.now + MIN_INTERVAL
    while (await room.state("/0.xml")).next_poll_at != soon:  # noqa: ASYNC110  # as above
        await asyncio.sleep(0)

    release.set()
    await polling

    assert (await room.state("/slow.xml")).next_poll_at == soon
