"""A sliced feed says of its unseen entries exactly what the whole feed says of them."""

import contextlib
import warnings
from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from xml.parsers.expat import ExpatError

import feedparser
from feedparser.api import StrictFeedParser
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.domain.model import KnownSlices
from bot.parse.feed import parse_feed
from bot.parse.strict import _Events, _Reader

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
URL = "https://feeds.example.org/a.xml"
XHTML = "xmlns='http://www.w3.org/1999/xhtml'"
BOUND = (
    "xmlns:media='http://search.yahoo.com/mrss/' xmlns:x='http://example.org/x' "
    "xmlns:dc='http://purl.org/dc/elements/1.1/' "
    "xmlns:content='http://purl.org/rss/1.0/modules/content/' "
    "xmlns:itunes='http://www.itunes.com/DTDs/PodCast-1.0.dtd'"
)
RDF = (
    "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
    "xmlns='http://purl.org/rss/1.0/' "
)
# Before the entries, behind the entries, and what they are called.
FORMS = {
    "rss 0.90": (
        RDF.replace("purl.org/rss/1.0/", "my.netscape.com/rdf/simple/0.9/")
        + f"{BOUND}><channel><title>T</title></channel>",
        "</rdf:RDF>",
        "item",
    ),
    "rss 0.91": (f"<rss version='0.91' {BOUND}><channel>", "</channel></rss>", "item"),
    "rss 1.0": (
        f"{RDF}{BOUND}><channel><title>T</title><items/></channel>",
        "</rdf:RDF>",
        "item",
    ),
    "rss 2.0": (
        f"<rss version='2.0' {BOUND}><channel><title>T</title><link>http://e.org/</link>",
        "</channel></rss>",
        "item",
    ),
    "atom 0.3": (
        f"<feed version='0.3' xmlns='http://purl.org/atom/ns#' {BOUND}>",
        "</feed>",
        "entry",
    ),
    "atom 1.0": (f"<feed xmlns='http://www.w3.org/2005/Atom' {BOUND}>", "</feed>", "entry"),
}
TEXT = st.sampled_from(
    [
        *(
            "a",
            "",
            "Пожежа &amp; дим",
            "&lt;b&gt;b&lt;/b&gt;",
            "<![CDATA[<p>c</p></item>]]>",
        ),
        *(
            "&amp;lt;p&amp;gt;",
            "02.03.2026 10:00",
            "2026-03-02T10:00:00Z",
            "1&#133;2",
            "d\n",
        ),
        *(
            "<div>d</div>",
            f"<div {XHTML}><p>e</p></div>",
            "http://e.org/?a=1&amp;b=2",
            "/f",
        ),
        *(f"<div {XHTML}><title>g</title></div>", "a@e.org (n)", "<!-- h -->i", "<?j k?>"),
        *("<svg xmlns='http://www.w3.org/2000/svg'><title>l</title></svg>", "yes", "m,n"),
    ]
)
NAMES = st.sampled_from(
    [
        *(
            "title",
            "link",
            "guid",
            "id",
            "description",
            "summary",
            "content",
            "body",
            "author",
        ),
        *("name", "pubDate", "updated", "published", "category", "source", "image", "url"),
        *("textInput", "language", "x:item2", "x:y", "media:description", "media:title"),
        *(
            "media:group",
            "media:thumbnail",
            "dc:date",
            "dc:creator",
            "dc:title",
            "dc:subject",
        ),
        *(
            "dc:language",
            "content:encoded",
            "itunes:summary",
            "itunes:image",
            "itunes:link",
        ),
        *("itunes:owner", "itunes:keywords", "fullitem", "channel", "contributor", "div"),
    ]
)
ATTRIBUTES = st.sampled_from(
    [
        *("", "", "", "type='html'", "type='xhtml'", "type='text/plain'", "mode='base64'"),
        *("xml:base='http://b.org/x/'", "xml:base='y/'", "xml:lang='uk'", "xml:lang=''"),
        *(
            "href='http://e.org/1'",
            "href='2'",
            "isPermaLink='false'",
            "rel='self' href='s'",
        ),
        *("term='t'", "url='u'", "src='s'", "xmlns:z='http://example.org/z'", "rdf='1'"),
        *(
            "xmlns:media='http://search.yahoo.com/mrss/'",
            "xmlns:q='http://www.w3.org/2005/Atom'",
        ),
    ]
)


def element(name: str, attributes: str, content: Sequence[str]) -> str:
    return f"<{name} {attributes}>{''.join(content)}</{name}>"


LEAVES = st.builds(element, NAMES, ATTRIBUTES, st.lists(TEXT, max_size=2))
ELEMENTS = st.one_of(
    LEAVES, st.builds(element, NAMES, ATTRIBUTES, st.lists(LEAVES, max_size=3)), TEXT
)
ENTRIES = st.tuples(ATTRIBUTES, st.lists(ELEMENTS, max_size=5))
JUNK = st.lists(st.one_of(st.just("\n"), ELEMENTS), max_size=2).map("".join)


@st.composite
def documents(draw: st.DrawFn) -> bytes:
    before, behind, name = FORMS[draw(st.sampled_from(sorted(FORMS)))]
    entries = draw(st.lists(ENTRIES, min_size=1, max_size=6))
    between = draw(st.lists(JUNK, min_size=2, max_size=2))
    parts = [element(name, *entry) for entry in entries]
    text = before + between[0] + "\n".join(parts) + between[1] + behind
    return text.encode()


@given(documents(), st.lists(st.booleans(), min_size=6, max_size=6))
@settings(max_examples=150)
def test_a_sliced_feed_says_what_the_whole_one_says(body: bytes, seen: list[bool]) -> None:
    whole = parse_feed(body, url=URL, now=NOW)
    slices = frozenset(hash_ for hash_, one in zip(whole.slices, seen, strict=False) if one)
    known = KnownSlices(skeleton=whole.skeleton, slices=slices)

    rest = parse_feed(body, url=URL, now=NOW, known=known)

    expected = [entry for entry in whole.entries if entry.slice not in slices]
    assert list(rest.entries) == expected
    assert (rest.title, rest.language) == (whole.title, whole.language)
    assert (rest.slices, rest.skeleton) == (whole.slices, whole.skeleton)
    assert rest.update_every == whole.update_every


@given(documents(), documents())
@settings(max_examples=75)
def test_what_another_fetch_left_known_changes_nothing(first: bytes, second: bytes) -> None:
    before = parse_feed(first, url=URL, now=NOW)
    whole = parse_feed(second, url=URL, now=NOW)
    known = KnownSlices(skeleton=before.skeleton, slices=frozenset(before.slices))

    rest = parse_feed(second, url=URL, now=NOW, known=known)

    cut = known.slices if rest.skeleton and rest.skeleton == known.skeleton else frozenset()
    assert [entry for entry in whole.entries if entry.slice not in cut] == list(
        rest.entries
    )


@given(documents())
@settings(max_examples=75)
def test_there_are_as_many_slices_as_feedparser_sees_entries(body: bytes) -> None:
    whole = parse_feed(body, url=URL, now=NOW)

    with warnings.catch_warnings(), contextlib.suppress(KeyError):  # feedparser's own fault
        warnings.simplefilter("ignore")
        entries = feedparser.parse(BytesIO(body))["entries"]
        assert len(whole.entries) <= len(entries)
        assert len(whole.slices) in {0, len(entries)}


class LongWay(_Reader):
    """The reader without its short ways: every element goes feedparser's own."""

    pop = StrictFeedParser.pop
    handle_data = StrictFeedParser.handle_data
    resolve_uri = StrictFeedParser.resolve_uri

    def begin(self, tag: str | None, attributes: dict[str, str]) -> bool:
        """Go the long way."""
        del tag, attributes
        return False

    def end(self, tag: str | None) -> bool:
        """Go the long way."""
        del tag
        return False


@given(documents())
@settings(max_examples=300)
def test_the_short_ways_come_to_the_same(body: bytes) -> None:
    quick, slow = _Reader(forgets_prefixes=False), LongWay(forgets_prefixes=False)

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for reader in (quick, slow):
            reader.mark()
            with contextlib.suppress(ExpatError):
                _Events(reader).run(body)
            reader.mark()

    assert quick.entries == slow.entries
    assert (quick.feeddata, quick.version) == (slow.feeddata, slow.version)
    assert quick.memory() == slow.memory()
    assert (quick.basestack, quick.langstack) == (slow.basestack, slow.langstack)
    assert quick.depth == slow.depth
