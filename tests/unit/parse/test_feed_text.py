"""Texts, dates and formats as a whole document has them."""

from datetime import UTC, datetime

import pytest

from bot.domain.model import ParsedEntry
from bot.parse.feed import parse_feed

NOW = datetime(2026, 3, 2, 21, tzinfo=UTC)
URL = "https://feeds.example.org/a.xml"
TITLE = "Українська правда — Білгород"
RSS = "application/rss+xml"
BOUND = (
    "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
    "xmlns:media='http://search.yahoo.com/mrss/' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/' "
    "xmlns:atom='http://www.w3.org/2005/Atom'"
)


def entry_of(body: str | bytes, content_type: str | None = None) -> ParsedEntry:
    document = body.encode() if isinstance(body, str) else body
    feed = parse_feed(document, content_type=content_type, url=URL, now=NOW)
    assert len(feed.entries) == 1
    return feed.entries[0]


def item(inner: str) -> str:
    return f"<rss version='2.0' {BOUND}><channel><item>{inner}</item></channel></rss>"


@pytest.mark.parametrize(
    ("declared", "encoding", "content_type"),
    [
        ("windows-1251", "cp1251", RSS),
        ("windows-1251", "cp1251", "text/xml"),
        ("windows-1251", "cp1251", "text/xml; charset=utf-8"),
        ("utf-8", "utf-8", "text/xml; charset=windows-1251"),
        ("utf-8", "cp1251", RSS),
        (None, "cp1251", RSS),
        ("windows-1251", "utf-8", RSS),
        ("koi8-u", "koi8-u", RSS),
        pytest.param("cp-1251", "cp1251", RSS, id="a name that nobody knows"),
        pytest.param("windows-1251", "utf-8-sig", RSS, id="byte order mark"),
        pytest.param("koi8-r", "koi8-u", "text/xml; charset=koi8-u", id="koi8-u"),
    ],
)
def test_t25_encodings(declared: str | None, encoding: str, content_type: str) -> None:
    says = f" encoding='{declared}'" if declared else ""
    document = f"<?xml version='1.0'{says}?>{item(f'<title>{TITLE}</title>')}"

    entry = entry_of(document.encode(encoding, "xmlcharrefreplace"), content_type)

    assert entry.title == TITLE


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Mon, 02 Mar 2026 10:00:00 +0300", "2026-03-02T07:00:00"),
        ("Mon, 02 Mar 2026 10:00:00 MSK", "2026-03-02T07:00:00"),
        ("Mon, 02 Mar 2026 10:00:00 EET", "2026-03-02T08:00:00"),
        ("Mon, 02 Mar 2026 10:00:00 EEST", "2026-03-02T07:00:00"),
        ("Пн, 02 мар 2026 10:00:00 +0300", "2026-03-02T07:00:00"),
        ("пн, 2 берез. 2026 10:00:00 +0200", "2026-03-02T08:00:00"),
        ("02.03.2026 10:00", "2026-03-02T10:00:00"),
        ("2026/3/2 15:07:41", "2026-03-02T15:07:41"),
        ("2026-03-02 10:00:00", "2026-03-02T10:00:00"),
        ("Mon, 02 Mar 2026 10:00:00", "2026-03-02T10:00:00"),
        ("Mon, 02 Mar 26 10:00:00 +0300", "2026-03-02T07:00:00"),
        ("Mon, Mar 02 2026 08:18:00 PM", "2026-03-02T20:18:00"),
        ("1772438400", "2026-03-02T08:00:00"),
        ("Mon, 02 March 2026 10:00:00 +0300", "2026-03-02T07:00:00"),
        ("Tue, 18 Sept 2018 15:53:56 +0300", "2018-09-18T12:53:56"),
        ("2026-03-02T10:00:00+03:00", "2026-03-02T07:00:00"),
        pytest.param("Mon, 02 Mar 2026 21:10:00 GMT", "2026-03-02T21:10:00", id="ahead"),
        pytest.param("Mon, 02 Mar 2026 21:11:00 GMT", None, id="too far ahead"),
        pytest.param("Thu, 01 Jan 1970 00:00:00 GMT", None, id="1970"),
        pytest.param("1876-03-02", None, id="another century"),
        pytest.param("", None, id="empty"),
        pytest.param("last Tuesday", None, id="words"),
        # One that only feedparser reads.
        pytest.param("Mon Mar 02 10:00:00 2026", "2026-03-02T10:00:00", id="asctime"),
    ],
)
@pytest.mark.parametrize("name", ["pubDate", "dc:date", "atom:updated"])
def test_t26_dates(text: str, expected: str | None, name: str) -> None:
    entry = entry_of(item(f"<title>t</title><{name}>{text}</{name}>"))

    at = None if expected is None else datetime.fromisoformat(expected).replace(tzinfo=UTC)
    assert entry.published_at == at


def test_an_entry_without_a_date_has_none() -> None:
    assert entry_of(item("<title>t</title>")).published_at is None


def test_the_first_date_that_can_be_true_counts() -> None:
    entry = entry_of(
        item(
            "<title>t</title><dc:date>2026-03-02T10:00:00Z</dc:date>"
            "<pubDate>Thu, 01 Jan 1970 00:00:00 GMT</pubDate>"
        )
    )

    assert entry.published_at == datetime(2026, 3, 2, 10, tzinfo=UTC)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("5 &lt; 6", "5 < 6"),
        ("&lt;b&gt;bold&lt;/b&gt;", "bold"),
        ("AT&amp;amp;T", "AT&T"),
        ("<![CDATA[a ]]]]><![CDATA[> b]]>", "a ]]> b"),
        ("<![CDATA[R&D]]>", "R&D"),
        ("a\u202eb\u2066c", "abc"),
        ("fire 🔥🇺🇦", "fire 🔥🇺🇦"),
        ("&#128293;", "🔥"),
        ("one\n\t two", "one two"),
    ],
)
def test_t27_signs_in_a_title(written: str, read: str) -> None:
    assert entry_of(item(f"<title>{written}</title>")).title == read


RDF = "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='{}' " + BOUND
FIELDS = "<title>Fire</title><link>https://e.org/1</link>"
TEXT = "<description>Nobody hurt.</description>"
LINK = "<link href='https://e.org/1'/>"


@pytest.mark.parametrize(
    "document",
    [
        pytest.param(
            RDF.format("http://my.netscape.com/rdf/simple/0.9/")
            + f"><channel/><item>{FIELDS}{TEXT}</item></rdf:RDF>",
            id="RSS 0.90",
        ),
        *(
            pytest.param(
                item(FIELDS + TEXT).replace("'2.0'", f"'{version}'"),
                id=f"RSS {version}",
            )
            for version in ("0.91", "0.92", "0.93", "0.94", "2.0", "2.0.1", "")
        ),
        pytest.param(
            RDF.format("http://purl.org/rss/1.0/")
            + f"><channel/><item rdf:about='x'>{FIELDS}{TEXT}</item></rdf:RDF>",
            id="RSS 1.0",
        ),
        pytest.param(
            "<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry><title>Fire</title>"
            f"{LINK}<summary>Nobody hurt.</summary></entry></feed>",
            id="Atom 0.3",
        ),
        pytest.param(
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Fire</title>"
            f"{LINK}<summary>Nobody hurt.</summary></entry></feed>",
            id="Atom 1.0",
        ),
        pytest.param(
            "<feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Fire</title>"
            f"{LINK}<content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
            "<p>Nobody <b>hurt</b>.</p></div></content></entry></feed>",
            id="Atom 1.0 with XHTML",
        ),
        pytest.param(
            "<a:feed xmlns:a='http://www.w3.org/2005/Atom'><a:entry><a:title>Fire</a:title>"
            "<a:link href='https://e.org/1'/><a:summary>Nobody hurt.</a:summary>"
            "</a:entry></a:feed>",
            id="Atom 1.0 under a prefix",
        ),
        pytest.param(
            item(FIELDS + "<content:encoded>&lt;p&gt;Nobody hurt.</content:encoded>"),
            id="content:encoded",
        ),
        pytest.param(
            item(FIELDS + "<description/><content:encoded>Nobody hurt.</content:encoded>"),
            id="content:encoded beside an empty description",
        ),
        pytest.param(
            item("<content:encoded>long</content:encoded>" + TEXT + FIELDS),
            id="a description behind content:encoded",
        ),
        pytest.param(
            item(
                "<media:group><media:title>Picture</media:title><media:description>Pic"
                f"</media:description></media:group>{FIELDS}{TEXT}"
            ),
            id="media before the text",
        ),
        pytest.param(
            item(
                FIELDS + "<media:description type='plain'>Nobody hurt.</media:description>"
            ),
            id="media only",
        ),
        pytest.param(
            '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "title": '
            '"Fire", "url": "https://e.org/1", "content_html": "<p>Nobody hurt."}]}',
            id="JSON Feed 1.1",
        ),
        pytest.param(
            '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, "title": '
            '"Fire", "url": "https://e.org/1", "content_text": "Nobody\n\thurt."}]}'
            "\n<!-- c -->",
            id="JSON Feed with raw line breaks and a cache's remark",
        ),
    ],
)
def test_every_format_is_read(document: str) -> None:
    entry = entry_of(document)

    assert (entry.title, entry.link) == ("Fire", "https://e.org/1")
    assert entry.summary == "Nobody hurt."
