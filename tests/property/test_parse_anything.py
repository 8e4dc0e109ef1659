"""Whatever bytes come in, a feed or a ParseError comes out."""

import contextlib
from datetime import UTC, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.errors import ParseError
from bot.domain.model import ParsedFeed
from bot.parse.charset import decode
from bot.parse.dates import is_plausible, parse_date
from bot.parse.feed import parse_feed
from bot.parse.text import MAX_TITLE, clean, from_markup, from_unknown

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
URL = "https://feeds.example.org/a.xml"
PIECES = st.sampled_from(
    [
        *("<rss version='2.0'>", "<channel>", "<item>", "<title>", "</title>", "</item>"),
        *("</channel>", "</rss>", "<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>"),
        *(
            "</entry>",
            "</feed>",
            "<link>",
            "<link href='x'/>",
            "</link>",
            "<guid>",
            "</guid>",
        ),
        *(
            "<pubDate>",
            "</pubDate>",
            "02.03.2026 10:00",
            "<updated>",
            "2026-03-02T10:00:00Z",
        ),
        *(
            "<description>",
            "</description>",
            "<![CDATA[",
            "]]>",
            "&amp;",
            "&nbsp;",
            "&",
            "<",
        ),
        *("<!DOCTYPE a [<!ENTITY b 'c'>]>", "&b;", "<?xml version='1.0'?>", "<!--", "-->"),
        *(
            "Українська правда",
            "\ud7ff",
            "\x00",
            "<author>",
            "a@b.c (d)",
            "</author>",
            "]>",
        ),
        *('{"version":"https://jsonfeed.org/version/1.1","items":[', '{"id":1}', "]}", ","),
        *("<media:description type='x'>", "<rdf:RDF>", "<category term='x'/>", "<content>"),
    ]
)
DOCUMENTS = st.one_of(
    st.binary(max_size=300),
    st.lists(PIECES, max_size=25).map(lambda pieces: "".join(pieces).encode()),
    st.tuples(
        st.lists(PIECES, max_size=15).map("".join),
        st.sampled_from(["utf-16", "cp1251", "koi8-u", "utf-8"]),
    ).map(lambda pair: b"<rss><channel>" + pair[0].encode(pair[1], "replace")),
)


@given(body=DOCUMENTS, content_type=st.one_of(st.none(), st.text(max_size=40)))
@settings(max_examples=300)
def test_no_bytes_raise_anything_but_a_parse_error(
    body: bytes, content_type: str | None
) -> None:
    with contextlib.suppress(ParseError):
        feed = parse_feed(body, content_type=content_type, url=URL, now=NOW)

        assert isinstance(feed, ParsedFeed)
        for entry in feed.entries:
            assert entry.link is None or entry.link.startswith(("http://", "https://"))
            assert entry.published_at is None or is_plausible(entry.published_at, NOW)
            f"{entry}".encode()  # no half of a surrogate pair


@given(st.binary(max_size=300), st.one_of(st.none(), st.text(max_size=40)))
def test_decoding_never_fails(body: bytes, content_type: str | None) -> None:
    decode(body, content_type).encode()


@given(st.text(max_size=200))
def test_text_that_decodes_is_utf8_whatever_is_declared(text: str) -> None:
    body = f"<?xml version='1.0' encoding='koi8-u'?><a>й{text}</a>"

    assert "<a>й" in decode(body.encode("utf-8", "ignore"), "text/xml; charset=cp1251")


@given(
    st.one_of(
        st.text(max_size=60), st.from_regex(r"\d{1,4}[-./]\d{1,2}[-./]\d{1,4}.{0,20}")
    )
)
def test_no_date_raises(text: str) -> None:
    at = parse_date(text)

    assert at is None or at.tzinfo is UTC


@given(st.datetimes(min_value=datetime(1990, 1, 1), max_value=datetime(2100, 1, 1)))  # noqa: DTZ001  # UTC below
def test_written_dates_are_read(local: datetime) -> None:
    at = local.replace(microsecond=0, tzinfo=UTC)

    assert parse_date(at.isoformat()) == at
    assert parse_date(f"{at:%a, %d %b %Y %H:%M:%S} +0000") == at
    assert parse_date(f"{at:%d.%m.%Y %H:%M:%S}") == at


@given(st.text())
def test_cleaning_is_idempotent_and_bounded(text: str) -> None:
    once = clean(text, MAX_TITLE)

    assert clean(once, MAX_TITLE) == once
    assert len(once) <= MAX_TITLE


@given(st.text(alphabet="<>&;abp/=\"' \n!-#1x"))
def test_markup_never_raises(text: str) -> None:
    from_markup(text)
    from_unknown(text)
