from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from feed_formats import Item, render

from bot.domain.errors import ParseError
from bot.domain.model import ParsedEntry, ParsedFeed
from bot.parse.feed import parse_feed

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
URL = "https://feeds.example.org/a.xml"


def read(body: bytes, content_type: str | None = None) -> ParsedFeed:
    return parse_feed(body, content_type=content_type, url=URL, now=NOW)


def rss(items: str) -> bytes:
    return f"<rss version='2.0'><channel><title>T</title>{items}</channel></rss>".encode()


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_every_format_says_the_same(form: str) -> None:
    item = Item(
        title="Fire & smoke in Sumy",
        link="https://news.example.org/1",
        guid="https://news.example.org/1",
        summary="Nobody was hurt.",
        published=NOW - timedelta(hours=1),
        author="Ann",
        categories=("fire", "Sumy"),
    )
    body = render(
        form, title="News", link="https://news.example.org/", language="en", items=[item]
    )

    feed = read(body)

    assert (feed.title, feed.language) == ("News", "en")
    (entry,) = feed.entries
    assert replace(entry, slice="") == ParsedEntry(
        guid=item.guid,
        link=item.link,
        title=item.title,
        summary=item.summary,
        published_at=NOW - timedelta(hours=1),
        author="Ann",
        categories=("fire", "Sumy"),
        language=entry.language,
    )


@pytest.mark.parametrize("form", ["rss", "atom", "json"])
def test_a_feed_without_entries_is_a_feed(form: str) -> None:
    body = render(
        form, title="News", link="https://news.example.org/", language=None, items=[]
    )

    assert read(body) == ParsedFeed(title="News")


@pytest.mark.parametrize(
    "date", ["2026-W10-1", "2026-061", "10:00", "10:00, on Monday", "2026年3月2日"]
)
def test_a_date_that_nobody_can_read_is_not_guessed(date: str) -> None:
    item = f"<item><title>a</title><pubDate>{date}</pubDate></item>"

    (entry,) = parse_feed(rss(item), url=URL, now=NOW + timedelta(days=300)).entries

    assert entry.published_at is None


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "empty document"),
        (b" \n\0", "empty document"),
        (b"<!DOCTYPE html><html><body>Are you a robot?</body></html>", "an HTML page"),
        (b"Service unavailable", "not a feed"),
        (b"<opml version='2.0'><body/></opml>", "not a feed"),
        (b"<rss version='2.0'><channel><title>T</title>", "cut off"),
        (rss("<item><title>half")[:-30], "cut off"),
        (b"{", "ill-formed JSON"),
        (b"[1]", "not a feed"),
        (b'{"items": []}', "not a feed"),
        (b'{"version": 1, "items": []}', "not a feed"),
        (b"{" + b'"a":[' * 100_000, "ill-formed JSON"),
        (rss("<a>" * 200 + "</a>" * 200), "nested deeper than 100"),
        (
            rss("<a " + " ".join(f"a{n}=''" for n in range(300)) + "/>"),
            "than 256 attributes",
        ),
    ],
)
def test_what_is_no_feed_says_why(body: bytes, reason: str) -> None:
    with pytest.raises(ParseError, match=reason) as caught:
        read(body)

    assert caught.value.transient
    assert caught.value.url == URL


@pytest.mark.parametrize(
    ("order", "kept"),
    [
        pytest.param(lambda items: items[::-1], ("2099", "100"), id="newest first"),
        pytest.param(lambda items: items, ("100", "2099"), id="oldest first"),
    ],
)
@pytest.mark.parametrize("form", ["rss", "json"])
def test_of_too_many_entries_the_newest_are_kept(
    form: str, order: object, kept: tuple[str, str]
) -> None:
    assert callable(order)
    items: Sequence[Item] = [
        Item(
            title=f"{number}",
            guid=f"{number}",
            published=NOW - timedelta(minutes=2100 - number),
        )
        for number in range(2100)
    ]
    body = render(form, title="T", link=URL, language=None, items=order(items))

    entries = read(body).entries

    assert len(entries) == 2000
    assert (entries[0].title, entries[-1].title) == kept


def test_of_too_many_entries_below_a_pinned_one_the_newest_are_kept() -> None:
    dates = [NOW - timedelta(minutes=2100 - number) for number in range(2100)]
    items = [
        f"<item><title>{number}</title>"
        f"<pubDate><![CDATA[ {at:%d.%m.%Y %H:%M} ]]></pubDate></item>"
        for number, at in enumerate(dates)
    ]
    pinned = "<item><title>pinned</title><pubDate>02.03.2027 10:00</pubDate></item>"

    entries = read(rss(pinned + "".join(items))).entries

    assert (entries[0].title, entries[-1].title) == ("100", "2099")


@pytest.mark.parametrize(
    ("base", "own", "link"),
    [
        pytest.param("https://e.org/x/", "sub/", "https://e.org/x/sub/p", id="absolute"),
        pytest.param("/x/", "sub/", "https://feeds.example.org/x/sub/p", id="a path"),
        pytest.param("../", "", "https://feeds.example.org/p", id="up"),
        pytest.param("", "sub/", "https://feeds.example.org/news/sub/p", id="own only"),
        pytest.param("//e.org/", "/y/", "https://e.org/y/p", id="another host"),
        pytest.param("http://[", "", "https://feeds.example.org/news/p", id="nonsense"),
    ],
)
def test_links_lie_where_the_bases_around_them_say(base: str, own: str, link: str) -> None:
    body = (
        f"<feed xmlns='http://www.w3.org/2005/Atom' xml:base='{base}'><title>T</title>"
        f"<entry xml:base='{own}'><id>urn:1</id><title>a</title><link href='p'/></entry>"
        "</feed>"
    )

    url = "https://feeds.example.org/news/a.xml"
    (entry,) = parse_feed(body.encode(), url=url, now=NOW).entries

    assert entry.link == link


def test_long_texts_are_cut() -> None:
    body = rss(
        f"<item><title>{'т' * 2000}</title><guid>{'g' * 3000}</guid>"
        f"<description>{'слово ' * 10_000}</description></item>"
    )

    (entry,) = read(body).entries

    assert len(entry.title) == 1000
    assert len(entry.summary) <= 20_000
    assert entry.guid is not None
    assert len(entry.guid) == 1000


def test_entities_do_not_blow_up() -> None:
    levels = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 10))
    body = b"<!DOCTYPE rss [<!ENTITY e0 'ha'>%s]>" % levels.encode() + rss(
        "<item><title>A &e9; B</title></item>"
    )

    (entry,) = read(body).entries

    assert len(entry.title) < 20


def test_what_cannot_be_freed_of_entities_is_refused() -> None:
    body = b"<!-- <!DOCTYPE a> --><!DOCTYPE rss [<!ENTITY a 'b'>]>" + rss("")

    with pytest.raises(ParseError, match="declares entities"):
        read(body)


def test_an_entry_on_which_feedparser_fails_costs_no_other() -> None:
    body = rss(
        "<item><title>a</title></item>"
        "<item><title>b</title><textInput><link>x</link></textInput></item>"
        "<item><title>c</title></item>"
    )

    assert [entry.title for entry in read(body).entries] == ["a", "b", "c"]


def test_an_ill_formed_feed_has_a_limit_of_entries_too() -> None:
    items = "".join(f"<item><title>{number}</title></item>" for number in range(2100))

    assert len(read(rss(f"<title>a & b</title>{items}")).entries) == 2000


def test_a_link_may_lack_its_scheme() -> None:
    (entry,) = read(rss("<item><title>a</title><link>www.e.org/1</link></item>")).entries

    assert entry.link == "https://www.e.org/1"


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "tg://x", "https://", "http://[::1", "#"]
)
def test_links_that_lead_nowhere_are_none(link: str) -> None:
    (entry,) = read(rss(f"<item><title>T</title><link>{link}</link></item>")).entries

    assert entry.link in {None, "https://feeds.example.org/a.xml"}


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("uk", "uk"),
        ("uk_UA", "uk-UA"),
        (" en-us ", "en-us"),
        ("Ukrainian!", None),
        ("", None),
    ],
)
def test_language(language: str, expected: str | None) -> None:
    body = f"<rss version='2.0'><channel><language>{language}</language></channel></rss>"

    assert read(body.encode()).language == expected
