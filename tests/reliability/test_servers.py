"""T18 to T20, T22: servers that lie, move, or refuse."""

from dataclasses import replace
from datetime import timedelta

import pytest
from aiohttp import web
from newsroom import INTERVAL, Newsroom
from publisher import Publisher, ScriptedFeed

from bot.domain.model import Fault, Trust
from bot.pipeline.configure import apply_feeds
from bot.poll import moves, schedule
from bot.poll.profiles import PROFILES

NEWS = "Drone over Shebekino, the governor says"
BELGOROD = ("RU-BEL",)
AUDIT_AFTER = Trust().audit_after


def lie(feed: ScriptedFeed) -> None:
    """Answer each conditional request with 304, as if nothing ever changed."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.headers.keys() & {"If-None-Match", "If-Modified-Since"}:
            return web.Response(status=304)
        return feed._healthy(request)

    feed._then(200, answer, None)


def stick(feed: ScriptedFeed) -> None:
    """Keep one ETag for ever, beside a Last-Modified that is right."""

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.headers.get("If-None-Match") == '"stuck"':
            return web.Response(status=304, headers={"ETag": '"stuck"'})
        response = feed._healthy(request)
        response.headers["ETag"] = '"stuck"'
        return response

    feed.last_modified = True
    feed._then(200, answer, None)


def asked(publisher: Publisher, path: str) -> list[bool]:
    """Return of each request for `path` whether it was conditional."""
    names = {"If-None-Match", "If-Modified-Since"}
    return [
        bool(names & seen.headers.keys())
        for seen in publisher.requests
        if seen.path == path
    ]


async def find_a_lie(room: Newsroom, feed: ScriptedFeed) -> None:
    """Poll a feed that hides an entry, and see that it is found and what follows."""
    chat = await room.subscribe(1, regions=BELGOROD)
    await room.poll()
    feed.add(title=NEWS, published=room.now)
    feed.changed_at = room.now

    polls = 0
    while not await room.alerts(chat) and polls <= AUDIT_AFTER:
        await room.poll()
        polls += 1

    assert await room.alerts(chat) == [NEWS]
    assert polls <= AUDIT_AFTER
    assert (await room.state(feed.path)).trust.lies
    before = len(asked(room.publisher, feed.path))
    feed.add(title=f"Another {NEWS}", published=room.now)
    room.restart()
    await room.poll()
    await room.poll()
    assert asked(room.publisher, feed.path)[before:] == [False, False]
    assert await room.alerts(chat) == [NEWS, f"Another {NEWS}"]


async def test_t18_lying_304_is_found_and_no_longer_asked_for(
    each_room: Newsroom,
) -> None:
    feed = await each_room.feed("/a.xml")
    lie(feed)

    await find_a_lie(each_room, feed)


async def test_t18_a_lie_of_a_feed_that_is_seldom_polled_hides_no_day(
    room: Newsroom,
) -> None:
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")
    lie(feed)
    await room.poll()
    feed.add(title=NEWS, published=room.now)

    for _ in range(7):
        await room.poll(timedelta(hours=1))

    assert await room.alerts(chat) == [NEWS]


async def test_t18_honest_304_stays_believed_after_its_check(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    feed.add(title=NEWS, published=room.now)

    for _ in range(AUDIT_AFTER + 3):
        await room.poll()

    conditional = asked(room.publisher, "/a.xml")
    assert conditional.count(False) == 2  # the first and the check
    assert not (await room.state("/a.xml")).trust.lies


async def test_t19_stuck_etag_is_found(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    stick(feed)

    await find_a_lie(room, feed)


async def test_t20_permanent_redirects_over_a_day_are_a_stable_move(
    each_room: Newsroom,
) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=BELGOROD)
    old = await room.feed("/old.xml")
    new = room.publisher.feed("/new.xml")
    old.will_redirect("/new.xml", 301)
    url = room.specs[0].url

    await room.poll()
    first = (await room.state("/old.xml")).move
    new.add(title=NEWS, published=room.now)
    await room.poll(timedelta(hours=12))
    room.restart()
    await room.poll(timedelta(hours=12))

    state = await room.state("/old.xml")
    assert first is not None
    assert not moves.is_stable(first, room.now)
    assert state.move is not None
    assert (state.move.url, state.move.polls) == (new.url, 3)
    assert moves.is_stable(state.move, room.now)
    assert state.spec.url == url  # the file is the admin's
    assert await room.alerts(chat) == [NEWS]


async def test_t20_feed_that_gets_the_address_it_moved_to_loses_nothing(
    each_room: Newsroom,
) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=BELGOROD)
    old = await room.feed("/old.xml")
    new = room.publisher.feed("/new.xml")
    old.will_redirect("/new.xml", 301)
    new.add(title="Old news of Belgorod", published=room.now)
    await room.poll()
    new.add(title=NEWS, published=room.now)
    [before] = room.specs
    after = replace(before, url=new.url)
    changed = await apply_feeds(room.store, [after], now=room.now)
    again = await apply_feeds(room.store, [after], now=room.now)
    await room.poll()

    assert await room.alerts(chat) == [NEWS]
    assert (str(changed), str(again)) == ("1 changed (old.xml: url)", "nothing changed")
    assert (await room.state("/new.xml")).move is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("@localhost", "@LOCALHOST", id="the host's case"),
        pytest.param("/feed/", "/feed", id="a last slash"),
        pytest.param("ann:1@", "ann:2@", id="a password"),
        pytest.param("/feed/", "/feed/#rss", id="a fragment"),
    ],
)
async def test_feed_whose_address_is_spelt_otherwise_loses_nothing(
    each_room: Newsroom, old: str, new: str
) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/feed/", host="ann:1@localhost")
    room.publisher.feeds["/feed"] = feed
    await room.poll()
    feed.add(title=NEWS, published=room.now)
    [before] = room.specs
    after = replace(before, url=before.url.replace(old, new))

    changed = await apply_feeds(room.store, [after], now=room.now)
    again = await apply_feeds(room.store, [before], now=room.now)
    await apply_feeds(room.store, [after], now=room.now)
    await room.poll()

    assert (str(changed), str(again)) == ("1 changed (feed: url)",) * 2
    assert await room.alerts(chat) == [NEWS]


async def test_t20_redirects_in_a_circle_are_an_error_and_no_move(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    feed.will_redirect("/b.xml", 301)
    room.publisher.feed("/b.xml").will_redirect("/a.xml", 301)

    report = await room.poll()

    state = await room.state("/a.xml")
    assert report.failed == 1
    assert (state.fault, state.move) == (Fault.REDIRECT, None)


async def test_t20_gone_three_times_is_parked_and_a_200_revives_it(
    each_room: Newsroom,
) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")
    await room.poll()

    feed.will_fail(410, times=None)
    for _ in range(3):
        state = await room.state("/a.xml")
        room.clock[0] = state.next_poll_at
        await room.polling.poll_once()
    parked = await room.state("/a.xml")
    feed.heal().add(title=NEWS, published=room.now)
    room.clock[0] = parked.next_poll_at
    await room.polling.poll_once()

    assert parked.fault is Fault.GONE
    assert schedule.is_parked(parked.fault, parked.failures)
    assert parked.next_poll_at - (parked.last_polled_at or room.now) == timedelta(days=1)
    revived = await room.state("/a.xml")
    assert (revived.fault, revived.failures) == (None, 0)
    assert revived.next_poll_at <= room.now + INTERVAL
    assert await room.alerts(chat) == [NEWS]


async def test_t20_missing_is_soft(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.will_fail(404, times=3).add(title=NEWS, published=room.now)

    for _ in range(4):
        await room.poll(timedelta(hours=6))

    assert await room.alerts(chat) == [NEWS]


async def test_t22_profile_that_is_answered_is_remembered(each_room: Newsroom) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=BELGOROD)
    feed = await room.feed("/a.xml")

    async def answer(request: web.Request) -> web.StreamResponse:
        if request.headers["User-Agent"] == PROFILES[1]["User-Agent"]:
            return feed._healthy(request)
        return web.Response(status=403, text="Attention Required! | Cloudflare")

    feed._then(200, answer, None)
    await room.poll()
    first = [seen.headers["User-Agent"] for seen in room.publisher.requests]
    room.publisher.requests.clear()
    room.restart()
    feed.add(title=NEWS, published=room.now)
    await room.poll()

    assert first == [profile["User-Agent"] for profile in PROFILES[:2]]
    again = [seen.headers["User-Agent"] for seen in room.publisher.requests]
    assert again == [PROFILES[1]["User-Agent"]]
    assert await room.alerts(chat) == [NEWS]


async def test_t22_refused_in_every_profile_is_forbidden(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    feed.will_fail(403, times=None)

    report = await room.poll()

    assert report.failed == 1
    assert len(room.publisher.requests) == len(PROFILES)
    assert (await room.state("/a.xml")).fault is Fault.FORBIDDEN
