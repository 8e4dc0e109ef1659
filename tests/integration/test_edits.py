"""What an edited entry tells, and whom."""

from dataclasses import replace
from datetime import timedelta

from newsroom import Newsroom
from sqlalchemy import update

from bot.store import schema

DAM = "Dam breaks near the village, residents say"


async def test_place_that_is_added_later_is_told(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title=DAM, published=room.now)
    await room.poll()
    feed.items[0] = replace(feed.items[0], summary="It happened in Shebekino.")

    await room.poll()

    assert await room.alerts(chat) == [DAM]


async def test_line_added_to_every_entry_tells_no_new_subscriber(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    await room.poll()
    for number in range(5):
        title = f"Drone number {number} over Shebekino, governor says"
        feed.add(title=title, published=room.now)
    await room.poll()
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed.items = [replace(item, summary="Read more on our site.") for item in feed.items]

    await room.poll()

    assert await room.alerts(chat) == []


async def test_edit_of_what_is_no_news_any_more_tells_nobody(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title=DAM, published=room.now)
    await room.poll()
    feed.items[0] = replace(feed.items[0], summary="It happened in Shebekino.")

    await room.poll(timedelta(hours=7))

    assert await room.alerts(chat) == []


async def test_feed_that_was_away_for_weeks_tells_only_what_is_news(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()
    away = timedelta(days=30)
    for days in (20, 10, 1):
        title = f"Drone over Shebekino {days} days before the feed is back"
        feed.add(title=title, published=room.now + away - timedelta(days=days))

    await room.poll(away)

    assert await room.alerts(chat) == [
        "Drone over Shebekino 1 days before the feed is back"
    ]


async def test_clock_that_is_ahead_for_one_poll_silences_nothing(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()
    ahead, is_now = timedelta(days=3), room.now
    feed.add(title="Drone over Shebekino, governor says", published=is_now)
    room.publisher.clock = lambda: is_now

    await room.poll(ahead)

    assert await room.alerts(chat) == ["Drone over Shebekino, governor says"]


async def test_retitled_entry_edits_its_message_however_old(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title="Drone over Shebekino, governor says", published=room.now)
    await room.poll()
    async with room.store.write() as tx:
        await tx.execute(update(schema.delivery).values(state="sent", message_id=7))
    feed.items[0] = replace(feed.items[0], title="No drone over Shebekino, governor says")

    await room.poll(timedelta(hours=30))

    assert [row.kind for row in await room.rows(chat)] == ["alert", "edit"]
