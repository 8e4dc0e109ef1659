from html import escape
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.demo.botapi.errors import ApiError
from bot.demo.botapi.html import parse_html
from bot.demo.botapi.html_entities import HtmlError
from bot.demo.botapi.text import format_text, utf16_length

PIECES = st.sampled_from(
    [
        *(
            "<b>",
            "</b>",
            "<i>",
            "</i>",
            "<a href='http://a.org'>",
            "</a>",
            "<a href=x>",
            "</>",
        ),
        *(
            "<pre>",
            "</pre>",
            "<code class='language-x'>",
            "</code>",
            "<blockquote expandable>",
        ),
        *(
            "</blockquote>",
            "&lt;",
            "&#128308;",
            "&#xD800;",
            "&",
            "<",
            ">",
            '"',
            "'",
            "=",
            "🔴",
        ),
        *("ё", " ", "\n", "\r", "\0", "/", "x", "#", ";"),
    ]
)
MARKUP = st.one_of(st.text(), st.lists(PIECES, max_size=30).map("".join))


@given(MARKUP)
def test_refuses_with_its_own_error_only_and_entities_lie_inside(markup: str) -> None:
    try:
        parsed = parse_html(markup)
    except HtmlError:
        return

    size = utf16_length(parsed.text)
    assert all(
        0 <= e["offset"] < e["offset"] + e["length"] <= size for e in parsed.entities
    )
    starts = [e["offset"] for e in parsed.entities]
    assert all(one <= next_one for one, next_one in pairwise(starts))


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_escaped_text_comes_back(text: str) -> None:
    parsed = parse_html(escape(text, quote=False))

    assert (parsed.text, parsed.entities) == (text, ())


@given(st.text(st.characters(exclude_categories=["Cs"]), min_size=1))
def test_an_entity_covers_what_stands_in_its_tag(text: str) -> None:
    parsed = parse_html(f"🔴<b>{escape(text)}</b>.".replace("&#x27;", "'"))

    assert parsed.text == f"🔴{text}."
    assert parsed.entities == ({"type": "bold", "offset": 2, "length": utf16_length(text)},)


@given(MARKUP)
def test_formatted_text_is_clean_and_stays_so(markup: str) -> None:
    try:
        parsed = format_text(markup, parse_mode="HTML", entities="", limit=50)
    except ApiError:
        return

    size = utf16_length(parsed.text)
    assert size <= 50
    assert parsed.text == parsed.text.rstrip(" \n")
    assert all(
        0 <= e["offset"] < e["offset"] + e["length"] <= size for e in parsed.entities
    )
    again = format_text(parsed.text, parse_mode="", entities="", limit=50)
    assert again.text == parsed.text.lstrip(" \n")
