"""T18: a 304 is checked by a second request, which not every server answers."""

from datetime import datetime, timedelta

import pytest
from aiohttp import web
from newsroom import Newsroom
from publisher import ScriptedFeed

from bot.domain.model import Trust

NEWS = "Drone over Shebekino, the governor says"
AUDIT_AFTER = Trust().audit_after


def whole(room: Newsroom) -> list[int]:
    """Return which requests asked for the whole document."""
    return [
        number
        for number, seen in enumerate(room.publisher.requests)
        if "If-None-Match" not in seen.headers
    ]


def refuse_haste(room: Newsroom, feed: ScriptedFeed, retry_after: int | None) -> None:
    """Answer one request at a time, and 429 to any other."""
    last: list[datetime] = []

    async def answer(request: web.Request) -> web.StreamResponse:
        if last == [room.now]:
            headers = {"Retry-After": str(retry_after)} if retry_after else {}
            return web.Response(status=429, headers=headers)
        last[:] = [room.now]
        return feed._healthy(request)

    feed._then(200, answer, None)


async def test_t18_a_check_that_is_refused_is_no_failure(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    feed.add(title=NEWS, published=room.now)
    refuse_haste(room, feed, None)

    failures = 0
    for _ in range(2 * AUDIT_AFTER + 6):
        await room.poll()
        failures += (await room.state("/a.xml")).failures

    assert failures == 0
    # each check that was refused is made with the next poll, as its only request
    polls = [AUDIT_AFTER, 1, AUDIT_AFTER + 1, 1]
    assert whole(room) == [0, *(sum(polls[:n]) + 1 for n in range(1, 5))]


async def test_t18_a_check_that_is_refused_finds_the_lie_with_the_next_poll(
    room: Newsroom,
) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title=NEWS, published=room.now)
    feed.will_fail(304, times=AUDIT_AFTER).will_fail(503)

    for _ in range(AUDIT_AFTER + 1):
        await room.poll()

    assert await room.alerts(chat) == [NEWS]


async def test_t18_a_check_that_is_refused_for_a_time_is_heeded(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    refuse_haste(room, feed, 3600)
    for _ in range(AUDIT_AFTER + 1):
        await room.poll()

    state = await room.state("/a.xml")

    assert state.failures == 0
    assert state.next_poll_at == room.now + timedelta(hours=1)


async def test_t18_what_fails_in_full_is_still_asked_for_changes(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()

    async def answer(request: web.Request) -> web.StreamResponse:
        if "If-None-Match" in request.headers:
            return feed._healthy(request)
        return web.Response(status=500)

    feed._then(200, answer, None)
    for _ in range(2 * AUDIT_AFTER):
        await room.poll()
    feed.add(title=NEWS, published=room.now)
    await room.poll()
    await room.poll()

    assert await room.alerts(chat) == [NEWS]


@pytest.mark.parametrize(
    "behind",
    [
        pytest.param(b"\r\n<rss/>", id="a document"),
        pytest.param(b"Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", id="an empty chunk"),
    ],
)
async def test_t18_a_304_that_is_no_valid_http_is_asked_again_in_full(
    room: Newsroom, behind: bytes
) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    feed.add(title="Old news", published=room.now)

    async def answer(request: web.Request) -> web.StreamResponse:
        response = feed._healthy(request)
        if response.status == 304:
            assert request.transport is not None
            request.transport.write(b"HTTP/1.1 304 Not Modified\r\n" + behind)
            request.transport.close()
        return response

    feed._then(200, answer, None)

    failures = [(await room.poll()).failed for _ in range(6)]
    feed.add(title=NEWS, published=room.now)
    await room.poll()

    assert failures == [0] * 6
    assert whole(room)[:4] == [0, 2, 3, 5]  # each second poll asks twice
    assert await room.alerts(chat) == [NEWS]
