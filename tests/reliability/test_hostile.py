"""T23 and the hostile documents among the thirty cases: each is a feed error, or bounded.

Whatever one feed sends, the others of the same tick go on, and the feed itself is read
again as soon as it is healthy.
"""

from collections.abc import AsyncIterator, Callable
from contextlib import suppress
from datetime import timedelta

import pytest
from aiohttp import web
from newsroom import Newsroom, newsroom
from publisher import ScriptedFeed
from sqlalchemy import select

from bot.domain.model import Fault
from bot.parse.text import MAX_TITLE
from bot.poll.transport import Patience
from bot.store import schema
from bot.store.engine import Store

NEWS = "Drone over Shebekino, the governor says"
HEALED = "School in Grayvoron opens again after the flood"
MAX_ENTRIES = 2_000
HOUR = timedelta(hours=1)


@pytest.fixture
async def room(file_store: Store) -> AsyncIterator[Newsroom]:
    """A newsroom that loses patience soon, for a test must not wait for real limits."""
    second = timedelta(seconds=1)
    patience = Patience(whole=second * 2, silence=second)
    async with newsroom(file_store, patience=patience, parse_timeout=second * 2) as room:
        yield room


def rss(inside: str = "", head: str = "") -> bytes:
    return (
        f'<?xml version="1.0"?>{head}<rss version="2.0"><channel><title>Bad</title>'
        f"<item><title>Something in Sumy</title>{inside}</item></channel></rss>"
    ).encode()


LAUGHS = "".join(
    f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' if n else '<!ENTITY l0 "lol">'
    for n in range(10)
)
ATTRIBUTES = " ".join(f"a{n}='1'" for n in range(100_000))
HEAD = "<!DOCTYPE rss [{}]>"
Spoil = Callable[[ScriptedFeed], object]


def pour(feed: ScriptedFeed, *, promised: int | None = None) -> None:
    """Send spaces for as long as the client takes them."""

    async def answer(request: web.Request) -> web.StreamResponse:
        response = web.StreamResponse()
        response.content_length = promised
        await response.prepare(request)
        with suppress(ConnectionError):
            while True:
                await response.write(b" " * 2**16)
        return response

    feed._then(200, answer, None)


SPOILED: dict[str, Spoil] = {
    "gzip bomb": lambda feed: feed.will_swell(200 * 2**20, packed=True),
    "endless": pour,
    "200 MB promised": lambda feed: pour(feed, promised=200 * 2**20),
    "slow drip": lambda feed: feed.will_drip(0.05),
    "10 MB in the title": lambda feed: feed.will_serve(
        rss(f"<title>{'x' * 10 * 2**20}</title>")
    ),
    "author": lambda feed: feed.will_serve(
        rss(f"<author>{'a@' + 'a.' * 32_000}!</author>")
    ),
    "200,000 tags deep": lambda feed: feed.will_serve(rss("<b>" * 200_000)),
    "200,000 tags deep and closed": lambda feed: feed.will_serve(
        rss("<b>" * 200_000 + "</b>" * 200_000)
    ),
    "100,000 attributes": lambda feed: feed.will_serve(rss(f"<b {ATTRIBUTES}/>")),
}
BOUNDED: dict[str, Spoil] = {
    "billion laughs": lambda feed: feed.will_serve(
        rss("<description>&l9;</description>", HEAD.format(LAUGHS))
    ),
    "quadratic entity": lambda feed: feed.will_serve(
        rss(
            f"<description>{'&a;' * 50_000}</description>",
            HEAD.format(f'<!ENTITY a "{"x" * 50_000}">'),
        )
    ),
    "entity of a file": lambda feed: feed.will_serve(
        rss(
            "<description>&secret;</description>",
            HEAD.format('<!ENTITY secret SYSTEM "file:///etc/hostname">'),
        )
    ),
    "7 MB in the title": lambda feed: feed.will_serve(
        rss(f"<title>{'x' * 7 * 2**20}</title>")
    ),
    "comments never closed": lambda feed: feed.will_serve(
        rss(f"<description><![CDATA[{'<!-- ' * 50_000}]]></description>")
    ),
    "500,000 ampersands": lambda feed: feed.will_serve(
        rss(f"<description>{'&' * 500_000}</description>")
    ),
    "NUL and broken UTF-8": lambda feed: feed.will_serve(
        rss("<description>a\0b</description>").replace(b"Sumy", b"\xff\xfe\xd0Sumy")
    ),
}


async def spoil(room: Newsroom, how: Spoil) -> tuple[ScriptedFeed, int]:
    """Poll a feed that is spoilt once beside a healthy one; return it and the failures."""
    chat = await room.subscribe(1, regions=("RU-BEL",))
    spoilt = await room.feed("/bad.xml")
    spoilt.etag = False
    healthy = await room.feed("/good.xml")
    await room.poll()
    for _ in range(4):  # a drip ends after some bytes, at no sooner than its deadline
        spoilt.add(title="Filler for the drip", published=room.now, guid="filler")
    healthy.add(title=NEWS, published=room.now)

    how(spoilt)
    report = await room.poll()

    assert report.feeds == 2
    assert await room.alerts(chat) == [NEWS]
    return spoilt, report.failed


async def heals(room: Newsroom, spoilt: ScriptedFeed) -> None:
    """See that the feed is read again, whatever it was before."""
    spoilt.heal().add(title=HEALED, published=room.now)
    report = await room.poll(HOUR * 25)
    state = await room.state(spoilt.path)
    assert (report.failed, state.fault) == (0, None)
    assert HEALED in await room.alerts()


@pytest.mark.parametrize("how", SPOILED.values(), ids=SPOILED)
async def test_t23_hostile_document_is_a_feed_error(room: Newsroom, how: Spoil) -> None:
    spoilt, failed = await spoil(room, how)

    assert failed == 1
    assert (await room.state("/bad.xml")).fault in {Fault.HOSTILE, Fault.TIMEOUT}
    await heals(room, spoilt)


@pytest.mark.parametrize("how", BOUNDED.values(), ids=BOUNDED)
async def test_t23_hostile_text_is_bounded(room: Newsroom, how: Spoil) -> None:
    spoilt, _ = await spoil(room, how)

    async with room.store.read() as tx:
        texts = (
            await tx.execute(select(schema.entry.c.title, schema.entry.c.summary))
        ).all()
    assert all(len(title) <= MAX_TITLE and len(text) <= 20_000 for title, text in texts)
    assert not any("lol" in text or "\0" in text for _, text in texts)
    await heals(room, spoilt)


async def test_case_15_of_50_000_items_the_first_2_000_are_kept(
    file_store: Store,
) -> None:
    items = "".join(f"<item><title>Item {n}</title></item>" for n in range(50_000))
    items += "</channel></rss>"
    async with newsroom(file_store, parse_timeout=HOUR) as room:
        await room.subscribe(1, regions=("RU-BEL",))
        feed = await room.feed("/bad.xml")
        feed.will_serve(f"<rss version='2.0'><channel>{items}".encode())

        report = await room.poll()

        assert (report.failed, report.new_entries) == (0, MAX_ENTRIES)
        async with room.store.read() as tx:
            kept = (await tx.execute(select(schema.entry.c.title))).scalars().all()
        assert {"Item 0", "Item 1999"} <= set(kept)
        await heals(room, feed)


async def test_case_16_nul_and_lone_surrogates_are_stored_by_both_databases(
    each_room: Newsroom,
) -> None:
    """JSON can write what XML cannot, in any field; PostgreSQL takes none of it."""
    room = each_room
    chat = await room.subscribe(1, query="drone")
    feed = await room.feed("/a.json")
    feed.format = "json"
    await room.poll()

    feed.body = (
        rb'{"version":"https://jsonfeed.org/version/1.1","title":"a\u0000\ud800",'
        rb'"language":"en\u0000","home_page_url":"http://a.example/\u0000","items":['
        rb'{"id":"a\u0000\ud800b","url":"https://a.example/\u0000\udfff",'
        rb'"title":"Drone\u0000 over \ud800Shebekino","content_text":"x\u0000y",'
        rb'"authors":[{"name":"\u0000\udc00"}],"tags":["\u0000","\ud800x"],'
        rb'"language":"en\u0000","date_published":"99999-01-01T00:00:00Z"}]}'
    )
    report = await room.poll()

    assert (report.failed, report.new_entries) == (0, 1)
    assert await room.alerts(chat) == ["Drone over Shebekino"]


async def test_case_16_validators_that_cannot_be_kept_stop_no_feed(
    each_room: Newsroom,
) -> None:
    room = each_room
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title=NEWS, published=room.now)
    headers = {"ETag": '"' + "e" * 5000 + '"', "Last-Modified": "\u0434\u043d\u0456"}
    feed.will_serve(feed.render(), headers=headers, times=None)

    reports = [await room.poll(), await room.poll()]

    assert [report.failed for report in reports] == [0, 0]
    assert await room.alerts(chat) == [NEWS]


async def test_case_17_without_id_link_and_title_the_text_tells_or_nothing_is_stored(
    room: Newsroom,
) -> None:
    chat = await room.subscribe(1, query="drone")
    feed = await room.feed("/a.xml")
    await room.poll()

    feed.add(title="", link="", guid="", summary="A drone fell on Shebekino")
    feed.add(title="", link="", guid="", published=room.now)
    feed.add(title="", link="", guid="", summary="A drone fell on Rylsk")
    reports = [await room.poll(), await room.poll()]
    room.restart()
    feed.title = "Renamed"
    reports.append(await room.poll())

    assert [report.new_entries for report in reports] == [2, 0, 0]
    assert len(await room.alerts(chat)) == 2


@pytest.mark.parametrize(
    "date",
    ["Fri, 31 Dec 99999 10:00:00 GMT", "99999-12-31T00:00:00Z", "9999-12-31T23:59:59-14:00",
     "0001-01-01T00:00:00+14:00", "Thu, 01 Jan 1970 00:00:00 GMT", "32503680000000",
     "2026-02-31T99:00:00Z", "-1", "9" * 5000],
)  # fmt: skip
async def test_case_18_impossible_date_is_the_time_of_the_fetch(
    room: Newsroom, date: str
) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()

    feed.add(title=NEWS, published=date)
    await room.poll()
    again = await room.poll()

    assert await room.alerts(chat) == [NEWS]
    assert again.new_entries == 0
    async with room.store.read() as tx:
        row = (await tx.execute(select(schema.entry))).one()
    assert row.published_at == row.first_seen_at


async def test_case_27_what_looks_like_sql_is_text(each_room: Newsroom) -> None:
    room = each_room
    query = '"drop table entry"'
    chat = await room.subscribe(1, query=query)
    feed = await room.feed("/a.xml", publisher="'; DELETE FROM feed; --")
    await room.poll()
    title = "Robert'); DROP TABLE entry; -- %s :name"

    feed.add(
        title=title, guid="'; DROP TABLE seen; --", author="' OR 1=1", published=room.now
    )
    await room.poll()
    again = await room.poll()

    assert await room.alerts(chat) == [title]
    assert (again.failed, again.new_entries) == (0, 0)
