"""What entries bind to prefixes, which feedparser never forgets."""

from datetime import UTC, datetime

import pytest

from bot.domain.model import KnownSlices, ParsedFeed
from bot.parse.feed import parse_feed
from bot.parse.prefixes import Binding, one_to_one

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
URL = "https://feeds.example.org/a.xml"
ATOM = "http://www.w3.org/2005/Atom"
CONTENT = "http://purl.org/rss/1.0/modules/content/"
DC = "http://purl.org/dc/elements/1.1/"
LICENSE = "http://backend.userland.com/creativeCommonsRssModule"
MEDIA = "http://search.yahoo.com/mrss/"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
XLINK = "http://www.w3.org/1999/xlink"
ONE, TWO = "http://example.org/one", "http://example.org/two"


def read(*items: str, known: ParsedFeed | None = None) -> ParsedFeed:
    body = f"<rss version='2.0'><channel><title>T</title>{''.join(items)}</channel></rss>"
    before = known or ParsedFeed()
    slices = KnownSlices(skeleton=before.skeleton, slices=frozenset(before.slices))
    return parse_feed(body.encode(), url=URL, now=NOW, known=slices)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        pytest.param(
            f"<a:x xmlns:a='{ATOM}'/>",
            f"<a:title xmlns:a='{ONE}'>t</a:title>",
            id="prefix of a feed, then of something else",
        ),
        pytest.param(
            f"<a:x xmlns:a='{ATOM}'/>",
            f"<A:title xmlns:A='{ONE}'>t</A:title>",
            id="the same, in capitals",
        ),
        pytest.param(
            f"<a:x xmlns:a='{ONE}'/>",
            f"<title xmlns='{ONE}'>t</title>",
            id="namespace with a prefix, then as the default",
        ),
        pytest.param(
            f"<dc:x xmlns:dc='{ONE}'/>",
            f"<a:date xmlns:a='{ONE}'>2026-03-02T10:00:00Z</a:date>",
            id="namespace with two prefixes",
        ),
        pytest.param(
            f"<dc:x xmlns:dc='{MEDIA}'/>",
            f"<a:date xmlns:a='{DC}'>2026-03-02T10:00:00Z</a:date>",
            id="prefix that is feedparser's name of something else",
        ),
        pytest.param(
            f"<rdf:x xmlns:rdf='{ATOM}'/>",
            f"<title xmlns:r='{RDF}'>t</title>",
            id="name that feedparser asks for",
        ),
        pytest.param(
            f"<x xmlns:XMLNS='{TWO}' XMLNS:a='{ATOM}'/>",
            f"<a:title xmlns:a='{ONE}'>t</a:title>",
            id="attribute that feedparser takes for a binding",
        ),
        pytest.param(
            f"<A:x xmlns:A='{XLINK}'/><a:x xmlns:a='{ATOM}'/>",
            f"<a:title xmlns:a='{ONE}'>t</a:title>",
            id="XLink, whose prefix feedparser remembers in small letters too",
        ),
        pytest.param(
            f"<a:x xmlns:a='{ONE}'/>",
            f"<b:title xmlns:b='{ONE}&#xa0;title'>t</b:title>",
            id="blank in a namespace",
        ),
    ],
)
def test_what_one_entry_binds_can_change_the_next(first: str, second: str) -> None:
    start = f"<item xmlns:r='{RDF}' r:about='http://d.org/'>" if RDF in second else "<item>"
    first, second = (
        f"<item>{first}</item>",
        f"{start}{second}<link>http://e.org/</link></item>",
    )
    whole, alone = read(first, second), read(second)

    assert whole.entries[-1] != alone.entries[0]  # feedparser's own mistake
    assert (whole.slices, whole.skeleton) == ((), "")
    assert read(first, second, known=alone).entries == whole.entries


@pytest.mark.parametrize(
    "binding",
    [
        pytest.param(f"<app:edited xmlns:app='{ONE}'>2026</app:edited>", id="as Blogger"),
        pytest.param(
            f"<og xmlns:og='{ONE}'><type>a</type></og><author xmlns:author='{ATOM}'/>",
            id="prefixes without use",
        ),
        pytest.param(
            f"<content:encoded xmlns='{CONTENT}' xmlns:content='{CONTENT}' "
            f"xmlns:default='{CONTENT}'>c</content:encoded>",
            id="several prefixes of what feedparser has a name for",
        ),
        pytest.param(f"<media:x xmlns:media='{ONE}'/>", id="a name that is not used"),
        pytest.param(f"<x xmlns='{ONE}'><title>t</title></x>", id="default"),
        pytest.param(
            "<a:x xmlns:a='http://backend.userland.com/rss2'/>"
            "<x xmlns='http://backend.userland.com/rss2'/>",
            id="an address that feedparser takes for RSS",
        ),
    ],
)
def test_most_bindings_change_nothing(binding: str) -> None:
    items = [f"<item><title>{n}</title>{binding}</item>" for n in range(3)]
    old = read(*items)
    new = f"<item><title>new</title><n:x xmlns:n='{TWO}'/>{binding}</item>"

    feed = read(new, *items, known=old)

    assert feed.entries == read(new, *items).entries[:1]
    assert (feed.slices[1:], feed.skeleton) == (old.slices, old.skeleton)


def test_a_new_entry_that_binds_a_prefix_otherwise_makes_it_read_whole() -> None:
    item = f"<item><a:title xmlns:a='{ONE}'>t</a:title><link>http://e.org/</link></item>"
    old = read(item)
    new = f"<item><a:title xmlns:a='{ATOM}'>new</a:title></item>"

    feed = read(new, item, known=old)

    assert old.slices
    assert [entry.title for entry in feed.entries] == ["new", "t"]  # as feedparser has it
    assert feed.slices == ()


@pytest.mark.parametrize(
    ("bindings", "expected"),
    [
        ({("a", ONE), ("b", TWO), (None, ATOM), ("atom", ATOM), (None, None)}, True),
        ({("a", ONE), ("a", TWO)}, False),
        ({("a", ONE), ("b", ONE)}, False),
        ({("a", ONE), (None, ONE)}, False),
        ({("a", "dc"), ("dc", DC)}, True),
        ({("dc", "dc"), ("b", DC)}, False),
        ({("thr", ONE)}, True),  # Blogger's; feedparser has the name for another
        ({("creativeCommons", LICENSE)}, True),
        ({("creativecommons", LICENSE)}, False),  # found only if bound by another entry
        ({("XML", XLINK)}, False),
        ({("І", ONE)}, False),
    ],
)
def test_one_to_one(bindings: set[Binding], *, expected: bool) -> None:
    assert one_to_one(bindings) is expected
