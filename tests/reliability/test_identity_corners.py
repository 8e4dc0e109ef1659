"""T1 to T17 where nothing but a text tells entries apart, and what a feed does once."""

from dataclasses import replace
from datetime import timedelta

import pytest
from newsroom import INTERVAL, MIN_INTERVAL, Newsroom, newsroom
from publisher import ScriptedFeed

from bot.domain.model import DeliveryKind, DeliveryState
from bot.parse.limits import MAX_ENTRIES
from bot.store import schema
from bot.store.engine import Store

ENTITY = b'?>\n<!DOCTYPE rss [<!ENTITY site "Loopback">]>\n<rss'
WAYS = ["sliced", "restarted", "whole", "ill-formed"]
MIXED = ["restarted", "in turn"]  # each way by itself shows no more


def read_by(way: str, room: Newsroom, feed: ScriptedFeed, number: int) -> None:
    """Let the next poll read the document in this way."""
    if way == "in turn":
        way = WAYS[number % len(WAYS)]
    feed.body = None
    document = feed.render()
    if way == "restarted":
        room.restart()
    elif way == "whole":
        feed.body = document.replace(b"?>\n<rss", ENTITY)
    elif way == "ill-formed" and b"<item>" in document:
        feed.body = document.replace(b"</channel>", b"</channel></wrong>")


def news(number: int) -> str:
    return (
        f"Report {number}: drone over Shebekino, the governor says & explains \u2014 again"
    )


async def test_t01_no_guid_no_link_and_no_date(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    feed.window = 5
    for number in range(12):
        summary = f"<p>Number&nbsp;{number} &amp; more</p>\n<p>of  it &#8212; <b>x</b></p>"
        feed.add(title=news(number), link="", guid="", summary=summary)
        read_by("in turn", room, feed, number)
        await room.poll()

    assert await room.alerts(chat) == [news(number) for number in range(1, 12)]


async def test_t02_one_guid_for_all_and_no_date(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    feed.window = 3
    for number in range(10):
        feed.add(title=news(number), link="https://a.example/", guid="https://a.example/")
        read_by("in turn", room, feed, number)
        await room.poll()

    assert await room.alerts(chat) == [news(number) for number in range(1, 10)]


async def test_t02_one_guid_for_all_in_a_window_of_one(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    feed.window = 1
    for number in range(8):
        feed.add(title=news(number), guid="one", published=room.now)
        read_by("in turn", room, feed, number)
        await room.poll()

    assert await room.alerts(chat) == [news(number) for number in range(1, 8)]


@pytest.mark.parametrize("dated", [True, False], ids=["dated", "undated"])
@pytest.mark.parametrize("way", MIXED)
async def test_t04_guids_and_links_of_the_whole_feed_change_once(
    room: Newsroom, way: str, *, dated: bool
) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    for number in range(6):
        at = room.now if dated else None
        link = f"https://a.example/?p={number + 100}"
        summary = f"What happened, in some more words: {number}."
        feed.add(title=news(number), link=link, guid=link, summary=summary, published=at)
        read_by(way, room, feed, number)
        await room.poll()
    before = await room.alerts(chat)

    feed.items = [
        replace(item, link=f"https://a.example/news/{n}-x", guid=f"tag:a.example:{n}")
        for n, item in enumerate(feed.items)
    ]
    read_by(way, room, feed, 6)
    report = await room.poll()

    assert report.failed == 0
    assert await room.alerts(chat) == before == [news(number) for number in range(1, 6)]


@pytest.mark.parametrize("way", MIXED)
async def test_t08_edited_title_is_a_revision_and_an_edit(room: Newsroom, way: str) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    feed.add(title="Something else entirely happened", published=room.now)
    await room.poll()
    feed.add(title=news(1), published=room.now)
    feed.add(title=news(2), published=room.now)
    await room.poll()
    async with room.store.write() as tx:
        sent = {"state": DeliveryState.SENT.value, "message_id": 5}
        await tx.execute(schema.delivery.update().values(**sent))

    feed.items[1] = replace(feed.items[1], title=f"{news(1)} (updated)")
    read_by(way, room, feed, MIXED.index(way))
    report = await room.poll()

    assert report.new_entries == 0
    rows = await room.rows(chat)
    alert, edit = DeliveryKind.ALERT, DeliveryKind.EDIT
    assert [row.kind for row in rows] == [alert, alert, edit]
    assert rows[-1].title == f"{news(1)} (updated)"


async def test_t13_undated_entries_back_after_300_others(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    feed.window = 20
    feed.add(title="Something else entirely happened", guid="", link="")
    await room.poll()
    for number in range(16):
        for place in range(20):
            title = news(number * 20 + place)
            feed.add(title=title, guid="", link="")
        read_by("in turn", room, feed, number)
        await room.poll()
    before = await room.alerts(chat)

    feed.items = feed.items[:21]
    read_by("in turn", room, feed, 16)
    report = await room.poll()

    assert len(before) == 320
    assert (report.new_entries, report.failed) == (0, 0)
    assert await room.alerts(chat) == before


@pytest.mark.parametrize("way", ["whole", "in turn"])
async def test_t14_date_ahead_of_the_clock_becomes_believable(
    room: Newsroom, way: str
) -> None:
    """A feed whose zone is wrong by an hour, with nothing but texts to tell entries by."""
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    for number in range(20):
        at = room.now + timedelta(hours=1)
        feed.add(title=news(number), guid="", link="", published=at)
        read_by(way, room, feed, number)
        await room.poll()

    alerts = await room.alerts(chat)
    assert sorted(alerts) == sorted(news(number) for number in range(1, 20))


async def test_t17_possible_gap_is_counted_and_the_feed_polled_sooner(
    each_room: Newsroom,
) -> None:
    room = each_room
    feed = await room.feed("/a.xml")
    feed.window = 3
    for number in range(3):
        feed.add(title=news(number), published=room.now)
    await room.poll()
    assert (await room.state("/a.xml")).possible_gaps == 0

    for number in range(3, 6):
        feed.add(title=news(number), published=room.now)
    report = await room.poll()

    state = await room.state("/a.xml")
    assert report.possible_gaps == state.possible_gaps == 1
    assert state.last_gap_at == room.now
    assert state.next_poll_at == room.now + MIN_INTERVAL
    feed.add(title=news(6), published=room.now)
    assert (await room.poll(MIN_INTERVAL)).possible_gaps == 0
    assert (await room.state("/a.xml")).possible_gaps == 1


async def test_t17_a_feed_without_links_may_have_gaps_too(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    feed.window = 3
    gaps = []

    for many in (3, 1, 3, 1):
        for _ in range(many):
            number = len(feed.items)
            feed.add(title=news(number), guid=f"n{number}", link="", published=room.now)
        gaps.append((await room.poll()).possible_gaps)

    assert gaps == [0, 0, 1, 0]


async def test_t17_next_poll_after_a_gap_is_not_before_the_server_wants(
    room: Newsroom,
) -> None:
    feed = await room.feed("/a.xml")
    feed.window = 1
    feed.cache_control = "max-age=120"
    feed.add(title=news(0), published=room.now)
    await room.poll()

    feed.add(title=news(1), published=room.now)
    await room.poll()

    state = await room.state("/a.xml")
    assert state.possible_gaps == 1
    assert state.next_poll_at == room.now + timedelta(seconds=120)


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"<!doctype html><html><title>Just a moment...</title></html>", "HTML page"),
        (b"", "empty document"),
        (b"Service temporarily unavailable", "not a feed"),
        (b"<?xml version='1.0'?><rss version='2.0'><channel><tit", "cut off"),
    ],
    ids=["captcha", "nothing", "text", "cut off"],
)
async def test_t11_no_feed_is_an_error_and_marks_nothing_seen(
    each_room: Newsroom, body: bytes, reason: str
) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    feed.add(title=news(0), published=room.now)
    await room.poll()

    feed.add(title=news(1), published=room.now)
    feed.will_serve(body, "text/html")
    failed = await room.poll()
    await room.poll(INTERVAL * 2)

    assert failed.failed == 1
    assert reason in next(iter(failed.errors.values()))
    assert await room.alerts(chat) == [news(1)]


async def test_t11_no_feed_at_the_first_poll_is_no_baseline(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    feed.add(title=news(0), published=room.now)
    feed.will_serve(b"<html>captcha</html>", "text/html")

    await room.poll()
    first = await room.poll(INTERVAL * 2)

    assert first.new_entries == 1
    assert await room.alerts(chat) == []


@pytest.mark.parametrize("way", ["sliced", "ill-formed"])
async def test_t09_of_an_oldest_first_feed_too_long_the_newest_count(
    file_store: Store, way: str
) -> None:
    patient = timedelta(minutes=1)  # to read it takes a second, on a busy machine more
    async with newsroom(file_store, parse_timeout=patient) as room:
        chat = await room.subscribe(1, regions=("RU-BEL",))
        feed = await room.feed("/a.xml")
        feed.newest_first = False
        feed.add(title="The very first", published=room.now - timedelta(days=2))
        await room.poll()

        for number in range(MAX_ENTRIES + 50):
            ago = timedelta(minutes=MAX_ENTRIES + 50 - number)
            feed.add(title=f"Old report {number}", published=room.now - ago)
        feed.add(title=news(1), published=room.now)
        read_by(way, room, feed, 0)
        report = await room.poll()

        assert (report.failed, report.new_entries) == (0, MAX_ENTRIES)
        assert await room.alerts(chat) == [news(1)]
