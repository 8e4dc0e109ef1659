import pytest

from bot.demo.botapi.errors import ApiError
from bot.demo.botapi.html import Parsed
from bot.demo.botapi.links import LinkError, check_link
from bot.demo.botapi.text import MAX_TEXT, find_entities, format_text, utf16_length


def html(text: str, limit: int = MAX_TEXT) -> Parsed:
    return format_text(text, parse_mode="HTML", entities="", limit=limit)


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        pytest.param("  a \n", "a", id="both ends"),
        pytest.param("\n\na\n\nb", "a\n\nb", id="not inside"),
        pytest.param("a\r\nb", "a\nb", id="carriage return"),
        pytest.param("a\x00\x07b", "a  b", id="controls"),
    ],
)
def test_white_space(text: str, kept: str) -> None:
    assert html(text).text == kept


def test_entities_move_with_the_text() -> None:
    assert html("  \r\nx\r <b>y \n</b>").entities == (
        {"type": "bold", "offset": 2, "length": 1},
    )


def test_the_start_is_cut_up_to_the_first_entity() -> None:
    parsed = html("  <b> a</b>")

    assert parsed.text == " a"
    assert parsed.entities == ({"type": "bold", "offset": 0, "length": 2},)


@pytest.mark.parametrize("char", ["x", "ё", "🔴"])
def test_the_limit_counts_utf16_units_after_parsing(char: str) -> None:
    fits = char * (100 // utf16_length(char))

    assert html(f"<b>{fits}</b>", limit=100).text == fits
    with pytest.raises(ApiError) as caught:
        html(f"<b>{fits}{char}</b>", limit=100)
    assert caught.value.description == "Bad Request: message is too long"


def test_more_than_the_request_may_hold() -> None:
    with pytest.raises(ApiError) as caught:
        html("ё" * 16385)

    assert caught.value.description == "Bad Request: text is too long"


def test_only_a_hundred_entities_stay() -> None:
    assert len(html("<b>x</b> " * 150).entities) == 100


def test_explicit_entities_outside_the_text_are_ignored() -> None:
    given = '[{"type":"bold","offset":1,"length":1},{"type":"bold","offset":1,"length":9}]'

    parsed = format_text("abc", parse_mode="", entities=given, limit=99)

    assert parsed.entities == ({"type": "bold", "offset": 1, "length": 1},)


@pytest.mark.parametrize(
    ("mode", "entities", "description"),
    [
        ("Markdwon", "", "Bad Request: unsupported parse_mode"),
        ("", "{", "Bad Request: can't parse entities JSON object"),
        ("", "[1]", "Bad Request: can't parse MessageEntity"),
        ("", '[{"type":"bold"}]', "Bad Request: can't parse MessageEntity"),
        ("MarkdownV2", "", "Bad Request: parse_mode Markdown is not emulated: send HTML"),
    ],
)
def test_refusals(mode: str, entities: str, description: str) -> None:
    with pytest.raises(ApiError) as caught:
        format_text("x", parse_mode=mode, entities=entities, limit=9)

    assert caught.value.description == description


def test_links_and_commands_are_found() -> None:
    text = "🔴 /mute@demo_bot https://example.org/a?b=c. @someone #tag 1/2 http://x"

    assert [(e["type"], e["offset"], e["length"]) for e in find_entities(text)] == [
        ("bot_command", 3, 14),
        ("url", 18, 25),
        ("mention", 45, 8),
        ("hashtag", 54, 4),
    ]


def test_nothing_is_found_inside_code_and_links() -> None:
    kinds = [
        e["type"] for e in html("<code>/a</code> <a href='a.org'>@someone</a> /b").entities
    ]

    assert kinds == ["code", "text_link", "bot_command"]


def test_a_kind_does_not_lie_inside_itself_and_nothing_inside_code() -> None:
    parsed = html("<b>a<b>b</b></b> <code>c<i>d</i></code> <i> </i>e")

    assert [(e["type"], e["offset"]) for e in parsed.entities] == [("bold", 0), ("code", 3)]


@pytest.mark.parametrize(
    ("link", "kept"),
    [
        ("example.org", "http://example.org/"),
        ("https://example.org", "https://example.org/"),
        ("https://example.org?x", "https://example.org/?x"),
        ("HTTPS://example.org:8443/a#b", "https://example.org:8443/a#b"),
        ("example.org:80/a", "http://example.org:80/a"),
        ("tg://resolve?domain=x", "tg://resolve?domain=x"),
    ],
)
def test_links(link: str, kept: str) -> None:
    assert check_link(link) == kept


@pytest.mark.parametrize(
    ("link", "reason"),
    [
        ("ftp://example.org", "Unsupported URL protocol"),
        ("https://", "URL host is empty"),
        ("https://example.org:99999/", "Wrong port number specified in the URL"),
        ("https://localhost/", "Wrong HTTP URL"),
        ("https://exa mple.org/", "Wrong HTTP URL"),
    ],
)
def test_refused_links(link: str, reason: str) -> None:
    with pytest.raises(LinkError) as caught:
        check_link(link)

    assert str(caught.value) == reason
