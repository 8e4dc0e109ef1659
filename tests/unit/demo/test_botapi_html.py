import pytest

from bot.demo.botapi.html import parse_html
from bot.demo.botapi.html_entities import HtmlError


@pytest.mark.parametrize(
    ("markup", "message"),
    [
        pytest.param("a<br>", 'Unsupported start tag "br" at byte offset 1', id="br"),
        pytest.param("ё<br>", 'Unsupported start tag "br" at byte offset 2', id="bytes"),
        pytest.param("5 < 6", 'Unsupported start tag "" at byte offset 2', id="less than"),
        pytest.param(
            "<br/>", 'Unsupported start tag "br/" at byte offset 0', id="br slash"
        ),
        pytest.param("\ud800", "Text must be encoded in UTF-8", id="no text"),
        pytest.param("<tg-time unix='x'>y</tg-time>", "Invalid date specified", id="time"),
        pytest.param("x <b", "Unclosed start tag at byte offset 2", id="cut in the name"),
        pytest.param("<", "Unclosed start tag at byte offset 0", id="bare"),
        pytest.param("<a href", 'Unclosed start tag "a" at byte offset 0', id="no value"),
        pytest.param(
            "<a href=", 'Unclosed start tag "a" at byte offset 0', id="no value 2"
        ),
        pytest.param("<a href='x", "Unclosed start tag at byte offset 0", id="no quote"),
        pytest.param("<a href='x'", "Unclosed start tag at byte offset 0", id="no end"),
        pytest.param(
            "ё<a =x>y</a>",
            'Empty attribute name in the tag "a" at byte offset 2',
            id="no name",
        ),
        pytest.param(
            "<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8", id="token"
        ),
        pytest.param(
            "<span>x</span>",
            'Tag "span" must have class "tg-spoiler" at byte offset 0',
            id="span",
        ),
        pytest.param("x</b>", "Unexpected end tag at byte offset 1", id="end only"),
        pytest.param("<b>x</b", "Unclosed end tag at byte offset 4", id="end not closed"),
        pytest.param("<b>x</b y>", "Unclosed end tag at byte offset 4", id="end with more"),
        pytest.param(
            "<b>ё</i>",
            'Unmatched end tag at byte offset 5, expected "</b>", found "</i>"',
            id="crossed",
        ),
        pytest.param(
            "<i><b>x</b>", 'Can\'t find end tag corresponding to start tag "i"', id="open"
        ),
        pytest.param(
            "<tg-emoji emoji-id='x'>y</tg-emoji>",
            "Invalid custom emoji identifier specified",
            id="emoji",
        ),
        pytest.param(
            "&#xD83D;",
            "Text contains invalid Unicode characters after decoding HTML entities, "
            "check for unmatched surrogate code units",
            id="half a pair",
        ),
    ],
)
def test_refuses_in_telegrams_words(markup: str, message: str) -> None:
    with pytest.raises(HtmlError) as caught:
        parse_html(markup)

    assert str(caught.value) == message


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        pytest.param("&lt;&gt;&amp;&quot;", '<>&"', id="named"),
        pytest.param("&nbsp;&apos;&laquo;", "&nbsp;&apos;&laquo;", id="others stay"),
        pytest.param("&#1105;&#x451;", "ёё", id="numbers"),
        pytest.param("&lt b &lt", "< b <", id="no semicolon"),
        pytest.param("&ltb", "&ltb", id="longest name"),
        pytest.param(
            "&#0;&#;&#x;&#99999999;", "&#0;&#;&#x;&#99999999;", id="no such number"
        ),
        pytest.param("a & b", "a & b", id="alone"),
        pytest.param("<B>x</b>", "x", id="case"),
        pytest.param("<b>x</>", "x", id="short end"),
        pytest.param("<b  >x</b\n>", "x", id="space in tags"),
    ],
)
def test_text(markup: str, text: str) -> None:
    assert parse_html(markup).text == text


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        *((f"<{t}>x</{t}>", "bold") for t in ("b", "strong")),
        *((f"<{t}>x</{t}>", "italic") for t in ("i", "em")),
        *((f"<{t}>x</{t}>", "underline") for t in ("u", "ins")),
        *((f"<{t}>x</{t}>", "strikethrough") for t in ("s", "strike", "del")),
        ("<code>x</code>", "code"),
        ("<pre>x</pre>", "pre"),
        ("<blockquote>x</blockquote>", "blockquote"),
        ("<blockquote expandable>x</blockquote>", "expandable_blockquote"),
        ("<tg-spoiler>x</tg-spoiler>", "spoiler"),
        ("<span class='tg-spoiler'>x</span>", "spoiler"),
    ],
)
def test_each_tag(markup: str, kind: str) -> None:
    assert parse_html(markup).entities == ({"type": kind, "offset": 0, "length": 1},)


def test_entities_that_carry_more() -> None:
    parsed = parse_html(
        '<a href="https://example.org/?a=1&amp;b=2">a</a>'
        '<a href="tg://user?id=7">b</a>'
        '<tg-emoji emoji-id="5368324170671202286">c</tg-emoji>'
        '<tg-time unix="1700000000" format="wDT">d</tg-time>'
        '<pre><code class="language-python">e</code></pre>'
    )

    assert [{k: v for k, v in e.items() if k != "length"} for e in parsed.entities] == [
        {"type": "text_link", "offset": 0, "url": "https://example.org/?a=1&b=2"},
        {"type": "text_mention", "offset": 1, "user": {"id": 7}},
        {"type": "custom_emoji", "offset": 2, "custom_emoji_id": "5368324170671202286"},
        {
            "type": "date_time",
            "offset": 3,
            "unix_time": 1700000000,
            "date_time_format": "wDT",
        },
        {"type": "pre", "offset": 4, "language": "python"},
    ]


@pytest.mark.parametrize(
    "markup",
    [
        '<pre><code class="language-x">y</code></pre>',
        '<code class="language-x"><pre>y</pre></code>',
    ],
)
def test_code_and_pre_become_one(markup: str) -> None:
    entity = {"type": "pre", "offset": 0, "length": 1, "language": "x"}

    assert parse_html(markup).entities == (entity,)


def test_a_language_needs_both_code_and_pre() -> None:
    parsed = parse_html('<code class="language-x">y</code>')

    assert parsed.entities == ({"type": "code", "offset": 0, "length": 1},)


def test_offsets_are_utf16_units() -> None:
    parsed = parse_html("🔴 <b>🏟ё</b>")

    assert parsed.entities == ({"type": "bold", "offset": 3, "length": 3},)


def test_entities_come_in_telegrams_order() -> None:
    parsed = parse_html("<i><b>x</b> <code>y</code></i><u><i>z</i></u>")

    assert [(e["type"], e["offset"], e["length"]) for e in parsed.entities] == [
        ("italic", 0, 3),
        ("bold", 0, 1),
        ("code", 2, 1),
        ("italic", 3, 1),
        ("underline", 3, 1),
    ]


@pytest.mark.parametrize(
    "href", ["nowhere", "http://localhost/x", "ftp://example.org", "http://"]
)
def test_a_bad_link_is_dropped_and_its_text_stays(href: str) -> None:
    parsed = parse_html(f'<a href="{href}">text</a>')

    assert (parsed.text, parsed.entities) == ("text", ())


def test_an_empty_tag_is_no_entity() -> None:
    assert parse_html("x<b></b>").entities == ()
