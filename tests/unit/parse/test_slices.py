"""What was read before is not read again, and that changes nothing for the others."""

from datetime import UTC, datetime

import pytest

from bot.domain.model import KnownSlices, ParsedFeed
from bot.parse.feed import parse_feed

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
URL = "https://feeds.example.org/a.xml"
ONE = "<item><title>One</title><guid>1</guid></item>"
TWO = "<item><title>Two</title><guid>2</guid><description>Deux</description></item>"
NEW = "<item><title>New</title><guid>3</guid></item>"
ATOM = "http://www.w3.org/2005/Atom"
MEDIA = "http://search.yahoo.com/mrss/"
DC = "http://purl.org/dc/elements/1.1/"


def read(body: str | bytes, known: ParsedFeed | None = None) -> ParsedFeed:
    document = body.encode() if isinstance(body, str) else body
    if known is None:
        return parse_feed(document, url=URL, now=NOW)
    slices = KnownSlices(skeleton=known.skeleton, slices=frozenset(known.slices))
    return parse_feed(document, url=URL, now=NOW, known=slices)


def rss(items: str, head: str = "<title>T</title>", root: str = "version='2.0'") -> str:
    return f"<rss {root}><channel>{head}\n{items}\n</channel></rss>"


def atom(entries: str, root: str = "") -> str:
    return f"<feed xmlns='{ATOM}' {root}><title>T</title>{entries}</feed>"


def titles(feed: ParsedFeed) -> list[str]:
    return [entry.title for entry in feed.entries]


def test_the_first_read_gives_each_entry_its_slice() -> None:
    feed = read(rss(ONE + TWO))

    assert tuple(entry.slice for entry in feed.entries) == feed.slices
    assert len(set(feed.slices)) == 2
    assert feed.skeleton


def test_only_the_new_entry_is_read() -> None:
    old = read(rss(ONE + TWO, "<title>T</title><pubDate>1</pubDate><ttl>5</ttl>"))

    feed = read(
        rss(NEW + "\n\n" + ONE + TWO, "<title>T (1)</title><pubDate>2</pubDate>"), old
    )

    assert titles(feed) == ["New"]
    assert feed.title == "T (1)"
    assert feed.slices[1:] == old.slices
    assert feed.entries[0].slice == feed.slices[0]
    assert feed.skeleton == old.skeleton


def test_nothing_new_is_no_entries() -> None:
    old = read(rss(ONE + TWO))

    feed = read(rss(TWO + ONE), old)

    assert feed.entries == ()
    assert feed.slices == old.slices[::-1]


def test_an_edited_entry_is_read_again() -> None:
    old = read(rss(ONE + TWO))

    assert titles(read(rss(ONE + TWO.replace("Deux", "Zwei")), old)) == ["Two"]


def test_two_entries_alike_are_both_read_and_both_known() -> None:
    old = read(rss(ONE + ONE + TWO))

    assert titles(old) == ["One", "One", "Two"]
    assert old.slices[0] == old.slices[1]
    assert read(rss(ONE + ONE + TWO), old).entries == ()


def test_an_entry_of_nothing_is_known_all_the_same() -> None:
    old = read(rss("<item/><item></item>" + ONE))

    assert titles(old) == ["One"]
    assert len(old.slices) == 3
    assert titles(read(rss("<item/>" + NEW + "<item></item>" + ONE), old)) == ["New"]


@pytest.mark.parametrize(
    "volatile",
    [
        "<lastBuildDate>Mon, 02 Mar 2026 11:00:00 GMT</lastBuildDate>",
        "<pubDate>Mon, 02 Mar 2026 11:00:00 GMT</pubDate>",
        "<!-- made in 0.2 s -->",
        "<ttl>7</ttl>",
        "<description>42 entries today</description>",
        "<generator>g</generator>",
    ],
)
def test_what_changes_at_each_fetch_does_not_matter(volatile: str) -> None:
    old = read(rss(ONE, "<title>T</title>"))

    assert titles(read(rss(NEW + ONE, "<title>T</title>" + volatile), old)) == ["New"]


def test_the_list_of_rss_1_0_does_not_matter() -> None:
    def rdf(*names: str) -> str:
        rows = "".join(f"<rdf:li rdf:resource='{name}'/>" for name in names)
        items = "".join(
            f"<item rdf:about='{name}'><title>{name}</title></item>" for name in names
        )
        return (
            "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' "
            "xmlns='http://purl.org/rss/1.0/'><channel rdf:about='c'><title>T</title>"
            f"<items><rdf:Seq>{rows}</rdf:Seq></items></channel>{items}</rdf:RDF>"
        )

    old = read(rdf("a", "b"))

    assert titles(old) == ["a", "b"]
    assert titles(read(rdf("c", "a"), old)) == ["c"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(rss(ONE), rss(ONE, root="version='0.91'"), id="version"),
        pytest.param(
            rss(ONE), rss(ONE, root="version='2.0' xml:base='http://b.org/'"), id="base"
        ),
        pytest.param(rss(ONE), rss(ONE, root="version='2.0' xml:lang='uk'"), id="language"),
        pytest.param(
            rss(ONE, "<link>http://a.org/</link>"),
            rss(ONE, "<link>http://b.org/</link>"),
            id="link that relative ones start from",
        ),
        pytest.param(
            rss(ONE, root=f"version='2.0' xmlns:x='{DC}'"),
            rss(ONE, root=f"version='2.0' xmlns:x='{MEDIA}'"),
            id="namespace",
        ),
        pytest.param(
            rss(ONE),
            rss(ONE, "<title>T</title><image><url>u</url></image>"),
            id="picture, which an entry's picture would be written to",
        ),
        pytest.param(rss(ONE), f"<rss version='2.0'>{ONE}</rss>", id="outside the channel"),
    ],
)
def test_what_stands_around_can_change_every_entry(before: str, after: str) -> None:
    feed = read(after, read(before))

    assert titles(feed) == ["One"]
    assert feed.skeleton != read(before).skeleton


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(rss(ONE + "<item><title>a & b</title></item>"), id="ill-formed"),
        pytest.param(rss(ONE + "<item><x:y>z</x:y></item>"), id="prefix not bound"),
        pytest.param("<!DOCTYPE rss [<!ENTITY a 'b'>]>" + rss(ONE + TWO), id="entities"),
        pytest.param(rss(f"<item><title>a</title>{ONE}</item>"), id="entry in an entry"),
        pytest.param(
            f"<rss version='2.0'><channel>{ONE}</channel><channel>{TWO}</channel></rss>",
            id="two channels",
        ),
        pytest.param(
            f"<rss version='2.0'><channel>{ONE}</channel>{TWO}</rss>", id="two parents"
        ),
        pytest.param(
            rss(ONE + "<i:item xmlns:i='http://example.org/'>x</i:item>"), id="not an entry"
        ),
        pytest.param(
            "<!DOCTYPE rss SYSTEM 'http://example.org/rss.dtd'>"
            + rss(ONE + "<item><title>&nbsp;</title></item>"),
            id="an entity that only the DOCTYPE could declare",
        ),
        pytest.param(
            rss(ONE + "<image><url>u</url></image>" + TWO), id="picture between entries"
        ),
        pytest.param(
            rss(ONE, "") + "<!-- -->" + "<x/>", id="something behind the root, ill-formed"
        ),
        pytest.param(
            atom(
                "<entry><content>c<div>d</div></content></entry>"
                "<entry><title>b</title></entry>"
            ),
            id="a div in text, of which feedparser takes only the start",
        ),
        pytest.param(
            atom("<entry><title>a</title></entry><title>T2</title>").replace(
                "<title>T</title>", ""
            ),
            id="the feed's title behind the entries",
        ),
    ],
)
def test_what_cannot_be_sliced_safely_is_read_whole(body: str) -> None:
    feed = read(body)

    assert (feed.slices, feed.skeleton) == ((), "")
    assert feed.entries
    assert {entry.slice for entry in feed.entries} == {""}


def test_what_counts_only_without_the_entries_does_not_bring_them_back() -> None:
    svg = "<svg xmlns='http://www.w3.org/2000/svg'><title>t</title></svg>"
    body = atom("<entry><title>a</title></entry>" + svg).replace("<title>T</title>", "")
    old = read(body)

    feed = read(body, old)

    assert (feed.title, feed.entries) == (old.title, ())
    assert feed.slices == old.slices


def test_a_new_entry_that_leaks_makes_it_read_whole() -> None:
    old = read(atom("<entry><title>One</title></entry>"))
    leaking = "<entry><title>New</title><content>c<div>d</div></content></entry>"

    feed = read(atom(leaking + "<entry><title>One</title></entry>"), old)

    assert titles(feed) == ["New", "One"]
    assert (feed.slices, feed.skeleton) == ((), "")


@pytest.mark.parametrize(
    "doctype",
    [
        "<!DOCTYPE html>",
        "<!DOCTYPE rss PUBLIC '-//N//DTD RSS 0.91//EN' 'http://n.org/rss-0.91.dtd'>",
        "<!DOCTYPE rss [<!ELEMENT rss ANY><!ATTLIST item id CDATA '1'>]>",
    ],
)
def test_a_doctype_without_entities_does_not_matter(doctype: str) -> None:
    old = read(doctype + rss(ONE + TWO))

    feed = read(doctype + rss(NEW + ONE + TWO), old)

    assert old == read(rss(ONE + TWO))
    assert titles(feed) == ["New"]


def test_an_element_that_is_never_ended_changes_nothing_of_the_next() -> None:
    left_over = "<title>One</title><description>d</description>"
    left_over += "<og><description>e</description></og>"
    old = read(rss(f"<item>{left_over}</item>{TWO}"))

    assert titles(old) == ["One", "Two"]
    assert titles(read(rss(f"{NEW}<item>{left_over}</item>{TWO}"), old)) == ["New"]


@pytest.mark.parametrize(
    "first",
    [
        pytest.param(
            "<entry xml:base='http://b.org/'><title>a</title><link href='x'/></entry>",
            id="base",
        ),
        pytest.param(
            "<entry xml:lang='uk'><title>a</title><summary>b</summary></entry>",
            id="language",
        ),
        pytest.param(
            "<entry><title>a</title><content type='html'>&lt;p&gt;b</content></entry>",
            id="content, which feedparser puts on its stack twice",
        ),
        pytest.param(
            "<entry><m:group><m:description>c</m:description></m:group></entry>",
            id="caption under another prefix",
        ),
        pytest.param(
            f"<entry><media:thumbnail xmlns:media='{MEDIA}' url='u'/></entry>",
            id="prefix bound in each entry to what it stands for, as Blogger does",
        ),
        pytest.param(
            "<entry><summary type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
            "<p>p</p></div></summary></entry>",
            id="XHTML",
        ),
        pytest.param(
            "<entry><title>a</title><source><title>s</title></source></entry>", id="source"
        ),
        pytest.param(
            "<entry><title><![CDATA[</entry><entry>]]></title></entry>", id="CDATA"
        ),
        pytest.param(
            "<entry><!-- </entry> --><title>a</title><?x </entry>?></entry >", id="comment"
        ),
        pytest.param("<entry\n/>", id="empty"),
        pytest.param(
            "<entry><content type='xhtml'><div xmlns='http://www.w3.org/1999/xhtml'>"
            "<title>inside</title></div></content></entry>",
            id="a title in XHTML, of which feedparser takes only the end",
        ),
    ],
)
def test_an_entry_changes_nothing_of_the_next(first: str) -> None:
    second = "<entry><title>b</title><link href='y'/><summary>s</summary></entry>"
    root = f"xmlns:m='{MEDIA}'"
    both = read(atom(first + second, root))
    alone = read(atom(second, root))

    assert len(both.slices) == 2
    assert both.entries[-1] == alone.entries[0]
    assert read(atom(second + first, root), alone).entries == both.entries[:-1]


def test_an_entry_does_not_change_when_it_is_no_longer_the_first() -> None:
    head = "<title>T</title><description>a</description><x:summary>b</x:summary>"
    root = "version='2.0' xmlns:x='http://www.itunes.com/DTDs/PodCast-1.0.dtd'"
    item = (
        "<item><guid>{}</guid><x:summary>s</x:summary><description>d</description></item>"
    )

    first, second = read(rss(item.format(1) + item.format(2), head, root)).entries

    assert first.summary == second.summary


@pytest.mark.parametrize("encoding", ["cp1251", "utf-16", "utf-8-sig", "koi8-u"])
def test_other_encodings_are_sliced_too(encoding: str) -> None:
    def body(items: str) -> bytes:
        title = "<title>Українська правда, Білгород</title>"
        return f"<?xml version='1.0' encoding='{encoding}'?>{rss(items, title)}".encode(
            encoding
        )

    word = "<item><title>Перше оголошення</title></item>"
    old = read(body(word))

    assert titles(old) == ["Перше оголошення"]
    assert titles(read(body(NEW + word), old)) == ["New"]


def test_of_too_many_entries_only_the_newest_have_slices() -> None:
    items = [f"<item><title>{number}</title></item>" for number in range(2100)]
    old = read(rss("".join(items)))

    feed = read(rss(NEW + "".join(items)), old)

    assert len(old.slices) == len(feed.slices) == 2000
    assert titles(feed) == ["New"]


def test_json_items_are_sliced() -> None:
    def body(*items: str) -> bytes:
        version = "https://jsonfeed.org/version/1.1"
        return (f'{{"version": "{version}", "items": [{", ".join(items)}]}}').encode()

    old = read(body('{"id": "1", "title": "One"}', '{"id": 2}', "{}"))

    assert titles(old) == ["One", ""]
    assert len(old.slices) == 3
    assert [entry.slice for entry in old.entries] == list(old.slices[:2])
    feed = read(body('{"id": 3}', '{"title": "One",  "id": "1"}', '{"id": 2}', "{}"), old)
    assert [entry.guid for entry in feed.entries] == ["3"]
    assert feed.slices[1:] == old.slices


def test_another_home_page_makes_json_items_unknown() -> None:
    def body(home: str) -> bytes:
        head = f'"version": "https://jsonfeed.org/version/1", "home_page_url": "{home}"'
        return f'{{{head}, "items": [{{"id": "1", "url": "/1"}}]}}'.encode()

    old = read(body("https://a.org/"))

    assert [entry.link for entry in read(body("https://b.org/"), old).entries] == [
        "https://b.org/1"
    ]


def test_what_is_known_of_nothing_is_not_looked_at() -> None:
    whole = read(rss(ONE + TWO))

    assert read(rss(ONE + TWO), ParsedFeed(slices=whole.slices)) == whole
