"""T25 and T26: titles and dates as they come out of a fetch, whatever was declared."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from newsroom import Newsroom
from sqlalchemy import select

from bot.store import schema

TITLE = "Українська правда — Білгород"
RSS = "application/rss+xml"
# declaration, bytes, Content-Type
ENCODINGS = [
    ("windows-1251", "cp1251", RSS),
    ("windows-1251", "cp1251", "text/xml"),
    ("windows-1251", "cp1251", "text/xml; charset=utf-8"),
    ("utf-8", "utf-8", "text/xml; charset=windows-1251"),
    ("utf-8", "cp1251", RSS),
    (None, "cp1251", RSS),
    ("windows-1251", "utf-8", RSS),
    ("koi8-u", "koi8-u", RSS),
    ("cp-1251", "cp1251", RSS),
    ("utf-8", "utf-8-sig", "text/xml; charset=windows-1251"),
    ("windows-1251", "utf-8-sig", "text/xml"),
    ("utf-16", "utf-16", RSS),
    (None, "koi8-u", "text/xml; charset=koi8-u"),
    ("no-such-charset", "utf-8", "text/xml; charset=nonsense"),
]
# as written, what is meant; without a zone it is the feed's, here Kyiv's (+02:00)
DATES = {
    "Mon, 02 Mar 2026 10:00:00 +0300": "2026-03-02T07:00:00",
    "Mon, 02 Mar 2026 10:00:00 MSK": "2026-03-02T07:00:00",
    "Mon, 02 Mar 2026 10:00:00 EET": "2026-03-02T08:00:00",
    "Mon, 02 Mar 2026 10:00:00 EEST": "2026-03-02T07:00:00",
    "Пн, 02 мар 2026 10:00:00 +0300": "2026-03-02T07:00:00",
    "пн, 2 берез. 2026 10:00:00 +0200": "2026-03-02T08:00:00",
    "02.03.2026 10:00": "2026-03-02T08:00:00",
    "2026/3/2 15:07:41": "2026-03-02T13:07:41",
    "2026-03-02 10:00:00": "2026-03-02T08:00:00",
    "Mon, 02 Mar 2026 10:00:00": "2026-03-02T08:00:00",
    "Mon, 02 Mar 26 10:00:00 +0300": "2026-03-02T07:00:00",
    "Mon, Mar 02 2026 08:18:00 PM": "2026-03-02T18:18:00",
    "1772438400": "2026-03-02T08:00:00",
    "Mon, 02 March 2026 10:00:00 +0300": "2026-03-02T07:00:00",
    "Tue, 18 Sept 2018 15:53:56 +0300": "2018-09-18T12:53:56",
    "2026-03-02T10:00:00+03:00": "2026-03-02T07:00:00",
}


async def titles(room: Newsroom) -> list[str]:
    async with room.store.read() as tx:
        statement = select(schema.entry.c.title).order_by(schema.entry.c.feed_id)
        return list((await tx.execute(statement)).scalars())


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "gzip"])
async def test_t25_title_comes_out_whole_in_each_encoding(
    room: Newsroom, *, packed: bool
) -> None:
    summary = "Внаслідок обстрілу пошкоджено школу, повідомив голова громади. " * 3
    for number, (declared, encoding, content_type) in enumerate(ENCODINGS):
        feed = await room.feed(f"/{number}.xml", publisher=f"Outlet {number}")
        said = f" encoding='{declared}'" if declared else ""
        text = (
            f"<?xml version='1.0'{said}?><rss version='2.0'><channel><title>x</title><item>"
            f"<title>{TITLE}</title><description>{summary}</description></item></channel></rss>"
        )
        feed.body = text.encode(encoding, "xmlcharrefreplace")
        feed.content_type = content_type
        feed.gzip = packed

    report = await room.poll()

    assert report.errors == {}
    assert await titles(room) == [TITLE] * len(ENCODINGS)


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u"])
async def test_t25_entry_that_is_new_later_is_decoded_like_the_others(
    room: Newsroom, encoding: str
) -> None:
    """Only the new entry is read again then, and it may hold very few letters."""
    chat = await room.subscribe(1, query="Суми")
    feed = await room.feed("/a.xml")
    feed.content_type = RSS
    for number in range(5):
        feed.add(title=f"Обстріл громади: подробиці, частина {number}", published=room.now)

    for title in ("Тривога", "Суми"):
        text = feed.render().decode().replace('encoding="utf-8"', f'encoding="{encoding}"')
        feed.body = text.encode(encoding, "xmlcharrefreplace")
        await room.poll()
        feed.body = None
        feed.add(title=title, published=room.now)
    text = feed.render().decode().replace('encoding="utf-8"', f'encoding="{encoding}"')
    feed.body = text.encode(encoding, "xmlcharrefreplace")
    await room.poll()

    assert await room.alerts(chat) == ["Суми"]
    assert "Тривога" in await titles(room)


async def test_t26_dates_are_read_as_they_are_meant(room: Newsroom) -> None:
    room.clock[0] = datetime(2026, 3, 3, tzinfo=UTC)
    feed = await room.feed("/a.xml")
    room.specs[0] = replace(room.specs[0], time_zone="Europe/Kyiv")
    await room.configure()
    for text in DATES:
        feed.add(title=text, published=text)

    await room.poll()

    async with room.store.read() as tx:
        rows = (await tx.execute(select(schema.entry))).all()
    read = {row.title: row.published_at.replace(tzinfo=None).isoformat() for row in rows}
    assert read == DATES


@pytest.mark.parametrize(
    ("ahead", "is_believed"),
    [
        (timedelta(minutes=9), True),
        (timedelta(minutes=11), False),
        (-timedelta(days=36_500), False),
    ],
)
async def test_t26_dates_that_cannot_be_are_the_time_of_the_fetch(
    room: Newsroom, ahead: timedelta, *, is_believed: bool
) -> None:
    chat = await room.subscribe(1, query="drone")
    feed = await room.feed("/a.xml")
    await room.poll()

    now = room.later()
    feed.add(title="A drone", published=now + ahead)
    await room.polling.poll_once(every=True)

    assert await room.alerts(chat) == ["A drone"]
    async with room.store.read() as tx:
        row = (await tx.execute(select(schema.entry))).one()
    assert row.published_at == (now + ahead if is_believed else now)


@pytest.mark.parametrize("zone", ["EET", "MSK"])
async def test_t26_wrong_zone_of_one_poll_makes_nothing_new(
    room: Newsroom, zone: str
) -> None:
    """The same feed with and without its zone: guid and link tell that it is the same."""
    chat = await room.subscribe(1, query="drone")
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title="A drone", published=f"Mon, 02 Mar 2026 10:00:00 {zone}")
    await room.poll()

    feed.items = []
    feed.add(title="A drone", published="Mon, 02 Mar 2026 10:00:00")
    await room.poll()

    assert await room.alerts(chat) == ["A drone"]
