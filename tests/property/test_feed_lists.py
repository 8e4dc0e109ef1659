"""What leaves as OPML comes back the same, and any OPML is feeds or an error."""

from datetime import timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.config.feed_values import MAX_TEXT
from bot.config.feeds import load_feeds, parse_feeds
from bot.config.feeds_file import add_feeds, extended, read_listed
from bot.config.listed import ListedFeed
from bot.config.opml import parse_opml, render_opml
from bot.domain.errors import ConfigError

# Two code points are no characters to XML (1.0, section 2.2): OPML holds a replacement.
ANY_CHAR = st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufffe\uffff")
TEXT = (
    st.text(ANY_CHAR | st.sampled_from("'\"#:-[]{}&*!|>%@`,/ \\"), max_size=30)
    .map(lambda text: " ".join(text.split())[:MAX_TEXT])
)  # fmt: skip
TAGS = st.lists(TEXT.filter(bool), max_size=3, unique=True).map(tuple)
COMMENT = st.lists(
    st.text(
        st.characters(min_codepoint=32, max_codepoint=0x2000, exclude_categories=["Cc"])
    )
    .map(str.strip)
    .filter(bool),
    max_size=3,
).map("\n".join)
PATH = st.text(st.sampled_from("abc/?&=#%:;,.'[]{}@!*-"), max_size=20)


@st.composite
def listed_feeds(draw: st.DrawFn) -> list[ListedFeed]:
    count = draw(st.integers(0, 4))
    return [
        ListedFeed(
            url=f"https://h{index}.example/{draw(PATH)}",
            title=draw(TEXT),
            publisher=draw(TEXT),
            language=draw(st.sampled_from([None, "uk", "en-GB", "no"])),
            country=draw(st.sampled_from([None, "UA", "NO"])),
            tags=draw(TAGS),
            interval=draw(st.integers(1, 10**6).map(lambda s: timedelta(seconds=s))),
            time_zone=draw(st.sampled_from(["UTC", "Europe/Kyiv"])),
            enabled=draw(st.booleans()),
            comment=draw(COMMENT),
        )
        for index in range(count)
    ]


@settings(max_examples=50)
@given(listed_feeds())
def test_a_list_that_was_exported_comes_back(feeds: list[ListedFeed]) -> None:
    with TemporaryDirectory() as folder:
        first, second = Path(folder, "first.yaml"), Path(folder, "second.yaml")
        first.write_text("version: 1\nfeeds: []\n" if not feeds else "")
        second.write_text("")
        add_feeds(first, feeds)

        exported = render_opml(read_listed(first), title="T")
        found = parse_opml(exported.encode(), "a.opml")
        add_feeds(second, found.feeds)

        assert found.refused == ()
        assert all(feed.left_out == () for feed in found.feeds)
        if feeds:
            assert load_feeds(second) == load_feeds(first)
            assert read_listed(second) == read_listed(first)
            assert [feed.comment for feed in read_listed(first)] == [
                feed.comment for feed in feeds
            ]


@settings(max_examples=50)
@given(listed_feeds(), listed_feeds())
def test_adding_keeps_what_was_there(old: list[ListedFeed], new: list[ListedFeed]) -> None:
    body, _ = extended(b"# mine\n", old, "f")

    result, addition = extended(body, new, "f")

    assert result.startswith(body)
    assert len(addition.added) + len(addition.known) == len(new)
    if addition.added:
        assert len(parse_feeds(result)) == len(old) + len(addition.added)


BITS = st.sampled_from(
    ["<opml>", "</opml>", "<outline ", "xmlUrl='https://a.b/'", "text='x'", "/>", "<body>",
     "</outline>", "<!DOCTYPE opml [", "<!ENTITY a 'b'>", "]>", "&a;",
     "<?xml version='1.0'?>",
     " ", "\0", "є", "<![CDATA[", "]]>", "<!--", "-->", ">", "'"]
)  # fmt: skip


@given(st.lists(BITS, max_size=30).map("".join).map(str.encode) | st.binary(max_size=200))
def test_any_bytes_are_feeds_or_an_error_in_one_line(body: bytes) -> None:
    try:
        parse_opml(body, "a.opml")
    except ConfigError as error:
        assert str(error).startswith("a.opml")  # noqa: PT017  # most bytes do raise
        assert "\n" not in str(error)  # noqa: PT017  # likewise
