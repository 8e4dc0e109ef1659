"""Reports of one feed that say the same in few words ("Air raid alert") stay apart."""

from datetime import timedelta

import pytest
from newsroom import newsroom

from bot.store.engine import Store

QUERY = "alert OR тривога OR briefing OR earthquake"


@pytest.mark.parametrize("pause", [timedelta(minutes=20), timedelta(hours=13)], ids=str)
@pytest.mark.parametrize(
    ("title", "summary"),
    [
        pytest.param("Air raid alert", "Take cover now.", id="no place"),
        pytest.param("Повітряна тривога", "Сумська область", id="a region below"),
        pytest.param("Morning briefing", "All the news in one place.", id="a programme"),
        pytest.param("Earthquake M4.5", "Off the coast of Crete.", id="a number"),
        pytest.param("Air raid alert in Sumy region", "Take cover.", id="a long title"),
    ],
)
async def test_each_report_of_one_feed_is_told(
    store: Store, title: str, summary: str, pause: timedelta
) -> None:
    async with newsroom(store) as room:
        chat = await room.subscribe(1, query=QUERY)
        feed = await room.feed("/a.xml")
        feed.add(title="Quiet morning", published=room.now)
        await room.poll()

        for _ in range(4):
            feed.add(title=title, summary=summary, published=room.now)
            await room.poll(pause)
            room.restart()

        assert await room.alerts(chat) == [title] * 4


async def test_alarm_that_two_feeds_tell_is_told_once_each_time(store: Store) -> None:
    async with newsroom(store) as room:
        chat = await room.subscribe(1, query=QUERY)
        feeds = [await room.feed(path) for path in ("/a.xml", "/b.xml")]
        for feed in feeds:
            feed.add(title=f"Quiet morning {feed.path}", published=room.now)
        await room.poll()

        for _ in range(3):
            for feed in feeds:
                feed.add(
                    title="Повітряна тривога",
                    summary="Сумська область",
                    published=room.now,
                )
                await room.poll(timedelta(minutes=2))
            room.later(timedelta(hours=1))

        assert await room.alerts(chat) == ["Повітряна тривога"] * 3


@pytest.mark.parametrize(
    ("alarm", "over", "summary"),
    [
        ("Повітряна тривога", "Відбій тривоги", "Сумська область"),
        ("Air raid alert in Sumy region", "Air raid alert over in Sumy region", ""),
        ("Ракетная опасность в Белгороде", "Отбой ракетной опасности в Белгороде", ""),
    ],
)
async def test_alarms_and_their_ends_are_told_each(
    store: Store, alarm: str, over: str, summary: str
) -> None:
    async with newsroom(store) as room:
        chat = await room.subscribe(1, regions=("UA-59", "RU-BEL"))
        feed = await room.feed("/a.xml")
        feed.language = None
        feed.add(title="Quiet morning", published=room.now)
        await room.poll()

        for title in (alarm, over, alarm, over):
            feed.add(title=title, summary=summary, published=room.now)
            await room.poll(timedelta(minutes=40))

        assert await room.alerts(chat) == [alarm, over, alarm, over]


async def test_end_of_an_alarm_that_two_feeds_tell_is_told_once(store: Store) -> None:
    async with newsroom(store) as room:
        chat = await room.subscribe(1, regions=("UA-59",))
        feeds = [await room.feed(path) for path in ("/a.xml", "/b.xml")]
        for feed in feeds:
            feed.language = None
            feed.add(title=f"Quiet morning {feed.path}", published=room.now)
        await room.poll()

        for titles in (
            ("Повітряна тривога у Сумах", "У Сумах оголошено повітряну тривогу"),
            ("Відбій повітряної тривоги у Сумах", "У Сумах відбій тривоги"),
        ):
            for feed, title in zip(feeds, titles, strict=True):
                feed.add(title=title, published=room.now)
                await room.poll(timedelta(minutes=2))
            room.later(timedelta(minutes=40))

        assert len(await room.alerts(chat)) == 2
