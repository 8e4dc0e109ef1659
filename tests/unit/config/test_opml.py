from datetime import timedelta

import pytest

from bot.config.listed import ListedFeed
from bot.config.opml import parse_opml, render_opml
from bot.domain.errors import ConfigError

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n<opml version="2.0"><head/><body>'
FOOT = "</body></opml>"


def read(outlines: str) -> tuple[ListedFeed, ...]:
    return parse_opml(f"{HEAD}{outlines}{FOOT}".encode(), "a.opml").feeds


def fault(body: bytes) -> str:
    with pytest.raises(ConfigError) as caught:
        parse_opml(body, "a.opml")
    assert "\n" not in str(caught.value)
    return str(caught.value)


def test_folders_and_categories_become_tags() -> None:
    (feed,) = read(
        '<outline text="News"><outline text=" Ukraine  and us"><outline type="rss" '
        'text="Приклад" xmlUrl="https://example.org/rss" htmlUrl="https://example.org/" '
        'language="uk" category="/Media/News,agency"/></outline></outline>'
    )

    assert feed == ListedFeed(
        url="https://example.org/rss",
        title="Приклад",
        language="uk",
        tags=("News", "Ukraine and us", "Media", "agency"),
    )


def test_a_feed_is_no_folder_of_the_feeds_inside_it() -> None:
    outer, inner = read(
        '<outline text="A" xmlUrl="https://a.example/"><outline text="B" '
        'xmlurl="https://b.example/"/></outline>'
    )

    assert (outer.tags, inner.tags) == ((), ())
    assert inner.url == "https://b.example/"


@pytest.mark.parametrize(
    ("written", "url"),
    [
        ("feed://example.org/rss", "http://example.org/rss"),
        ("feed:https://example.org/rss", "https://example.org/rss"),
        (" https://example.org/rss ", "https://example.org/rss"),
    ],
)
def test_schemes_that_programs_invent_are_understood(written: str, url: str) -> None:
    (feed,) = read(f'<outline text="A" xmlUrl="{written}"/>')

    assert feed.url == url


def test_what_is_no_feed_is_refused_with_its_reason_and_without_passwords() -> None:
    found = parse_opml(
        f'{HEAD}<outline type="rss" text="Lost"/><outline text="link" url="https://a.b/"/>'
        f'<outline text="F" xmlUrl="ftp://ann:secret@example.org/x"/>{FOOT}'.encode(),
        "a.opml",
    )

    assert found.feeds == ()
    assert [who for who, _ in found.refused] == ["Lost", "ftp://example.org/x"]
    assert "xmlUrl" in found.refused[0][1]
    assert "secret" not in str(found.refused)


def test_a_value_that_is_no_use_is_left_out_and_named() -> None:
    (feed,) = read(
        '<outline text="A" xmlUrl="https://a.example/" language="unknown language" '
        'xmlns:x="urn:tocsin:feeds:1" x:country="UK" x:interval="2m" x:tags="{"/>'.replace(
            "{", "[1]"
        )
    )

    assert (feed.language, feed.country, feed.tags) == (None, None, ())
    assert feed.interval == timedelta(minutes=2)
    assert len(feed.left_out) == 3


@pytest.mark.parametrize("tags", ["not JSON", "{}", "[1]", "[" * 5000])
def test_tags_that_are_no_list_of_words_are_left_out(tags: str) -> None:
    (feed,) = read(
        f'<outline text="A" xmlUrl="https://a.example/" category="x" '
        f'xmlns:t="urn:tocsin:feeds:1" t:tags="{tags}"/>'
    )

    assert feed.tags == ("x",)
    assert len(feed.left_out) == 1


def test_attributes_of_other_namespaces_mean_nothing() -> None:
    (feed,) = read(
        '<outline text="A" xmlUrl="https://a.example/" xmlns:x="urn:other" '
        'x:country="UA" y:country="UA" country="UA"/>'
    )

    assert feed.country is None


def test_old_encodings_are_read() -> None:
    body = (
        '<?xml version="1.0" encoding="windows-1251"?><opml><body>'
        '<outline text="Вести" xmlUrl="https://a.example/"/></body></opml>'
    )

    assert parse_opml(body.encode("cp1251"), "a.opml").feeds[0].title == "Вести"


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        pytest.param(b"", "a.opml:1: is not OPML", id="empty"),
        pytest.param(b"<rss version='2.0'/>", "begins with <rss>", id="a feed"),
        pytest.param(b"<html><body>", "begins with <html>", id="a page"),
        pytest.param(b"\x00\x01PK", "is not OPML", id="no text"),
        pytest.param(b"<opml><body>", "is not OPML", id="cut off"),
        pytest.param(
            b'<?xml version="1.0" encoding="x-none"?><opml/>', "is not OPML", id="encoding"
        ),
        pytest.param(
            b"<!DOCTYPE opml [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><opml>&b;</opml>",
            "declares a document type of its own",
            id="entities",
        ),
        pytest.param(
            b"<!DOCTYPE opml [<!ATTLIST outline a CDATA 'x'>]><opml/>",
            "declares a document type of its own",
            id="defaults of attributes",
        ),
        pytest.param(
            b"<opml>" + b"<outline text='a'>" * 100_000, "nested deeper than 32", id="depth"
        ),
        pytest.param(b" " * (8 * 2**20 + 1), "is larger than 8 MB", id="size"),
    ],
)
def test_what_is_not_opml_is_one_clear_sentence(body: bytes, reason: str) -> None:
    assert reason in fault(body)


def test_a_document_type_by_name_is_allowed() -> None:
    body = b'<!DOCTYPE opml SYSTEM "http://example.org/opml.dtd"><opml version="1.0"/>'

    assert parse_opml(body, "a.opml").feeds == ()


def test_what_others_read_stands_in_their_words() -> None:
    text = render_opml(
        [ListedFeed(url="https://a.example/?a=1&b=2", title="A <B>", tags=("x", "y"))],
        title="T",
    )

    assert 'text="A &lt;B&gt;"' in text
    assert 'xmlUrl="https://a.example/?a=1&amp;b=2"' in text
    assert 'category="x,y"' in text
    assert "tocsin:tags" not in text


@pytest.mark.parametrize("character", ["\ufffe", "\uffff"])
def test_what_xml_has_no_room_for_is_replaced_and_the_list_still_read(
    character: str,
) -> None:
    feed = ListedFeed(url="https://a.example/", title="A", publisher=f"A{character}")

    found = parse_opml(render_opml([feed], title="T").encode(), "a.opml").feeds

    assert [one.publisher for one in found] == ["A\N{REPLACEMENT CHARACTER}"]
