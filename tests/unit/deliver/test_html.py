import pytest

from bot.deliver.html import (
    MAX_ENTITIES,
    MAX_RAW,
    MAX_TEXT,
    Html,
    bold,
    code,
    fill,
    italic,
    join,
    link,
    quote,
    text,
)
from bot.deliver.plain import clean, clip, is_web_url, line, units


@pytest.mark.parametrize(
    ("piece", "expected"),
    [
        pytest.param(text("5 < 6 & 7 > 2"), "5 &lt; 6 &amp; 7 &gt; 2", id="text"),
        pytest.param(bold('<b>&"'), '<b>&lt;b&gt;&amp;"</b>', id="markup in bold"),
        pytest.param(italic("a", bold("b")), "<i>a<b>b</b></i>", id="nested"),
        pytest.param(bold("a", bold("b")), "<b>ab</b>", id="same tag inside is dropped"),
        pytest.param(code("/add"), "<code>/add</code>", id="code"),
        pytest.param(quote("a"), "<blockquote>a</blockquote>", id="quote"),
        pytest.param(
            link("a & b", "https://e.org/?a=1&b=2"),
            '<a href="https://e.org/?a=1&amp;b=2">a &amp; b</a>',
            id="link",
        ),
        pytest.param(link("a", "tg://user?id=1"), "a", id="link to another scheme"),
        pytest.param(link("a", None), "a", id="link to nowhere"),
        pytest.param(
            link("</a><a href=tg://x>", "https://e.org"),
            '<a href="https://e.org">&lt;/a&gt;&lt;a href=tg://x&gt;</a>',
            id="hostile label",
        ),
        pytest.param("a " + bold("b") + " c", "a <b>b</b> c", id="added"),
        pytest.param(join(", ", ["a", bold("b")]), "a, <b>b</b>", id="joined"),
        pytest.param(bold("a") + italic(""), "<b>a</b>", id="empty run"),
    ],
)
def test_markup(piece: Html, expected: str) -> None:
    assert piece.html == expected


def test_filling_a_sentence_escapes_values_and_keeps_unknown_placeholders() -> None:
    piece = fill("<{place}> {n} {other}", place=bold("<x>"), n=3)

    assert piece.html == "&lt;<b>&lt;x&gt;</b>&gt; 3 {other}"
    assert piece.plain == "<<x>> 3 {other}"


def test_plain_text_writes_links_out() -> None:
    assert link("Reuters", "https://e.org/a").plain == "Reuters (https://e.org/a)"


def test_links_that_plain_text_has_no_room_for_stand_beside_it() -> None:
    urls = [f"https://example.org/{number}?{'x' * 1_000}" for number in range(5)]
    piece = join("\n", (text("🗞 ") + link("Fire", url) for url in urls))

    assert piece.plain == "\n".join(["🗞 Fire"] * 5)
    assert [each.url for each in piece.links] == urls
    assert [(each.offset, each.length) for each in piece.links[:2]] == [(3, 4), (11, 4)]


def test_links_that_are_written_out_do_not_stand_beside_the_text() -> None:
    assert link("Reuters", "https://e.org/a").links == ()


def test_an_empty_piece_is_false() -> None:
    assert not Html()
    assert not bold("")
    assert text("a")


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://e.org/a?b#c", True, id="https"),
        pytest.param("HTTP://e.org:8080", True, id="upper case and port"),
        pytest.param("https://суми.укр/новини", True, id="international"),
        pytest.param("javascript:alert(1)", False, id="javascript"),
        pytest.param("tg://resolve?domain=x", False, id="tg"),
        pytest.param("//e.org", False, id="no scheme"),
        pytest.param("https://", False, id="no host"),
        pytest.param("https://reuters.com@e.org", False, id="user name"),
        pytest.param("https://e.org:99999", False, id="port out of range"),
        pytest.param("https://e.org:0", False, id="port 0"),
        pytest.param("https://[::1", False, id="broken address"),
        pytest.param('https://e.org/"><b>', False, id="markup"),
        pytest.param("https://e.org/a b", False, id="space"),
        pytest.param("https://e.org/\x00", False, id="NUL"),
        pytest.param("https://e.org/" + "a" * 2048, False, id="too long"),
        pytest.param("", False, id="empty"),
    ],
)
def test_links_lead_to_the_web_only(url: str, *, expected: bool) -> None:
    assert is_web_url(url) is expected


@pytest.mark.parametrize(
    ("value", "limit", "expected"),
    [
        pytest.param("abc", 3, "abc", id="fits"),
        pytest.param("abcd", 3, "ab…", id="cut"),
        pytest.param("😀😀", 4, "😀😀", id="pairs fit"),
        pytest.param("😀😀", 3, "😀…", id="between pairs"),
        pytest.param("a😀b", 3, "a…", id="never inside a pair"),
        pytest.param("one two three", 10, "one two…", id="between words"),
        pytest.param("ae\u0301x", 3, "a…", id="never between a letter and its accent"),
        pytest.param("a👍\U0001f3fdbc", 5, "a…", id="never before a skin tone"),
        pytest.param("a🇺🇦🇺🇦", 6, "a🇺🇦…", id="after a flag"),
        pytest.param("a🇺🇦🇺🇦b", 9, "a🇺🇦…", id="never inside a flag"),
        pytest.param("a1\ufe0f\u20e3b", 4, "a…", id="never inside a keycap"),
        pytest.param("aनमस्तेx", 7, "aनमस्…", id="never before a vowel sign"),
        pytest.param("abc", 0, "", id="no room"),
        pytest.param("e" + "\u0301" * 100, 50, "e" + "\u0301" * 48 + "…", id="zalgo"),
    ],
)
def test_clip(value: str, limit: int, expected: str) -> None:
    assert clip(value, limit) == expected


def test_a_clip_says_that_more_followed() -> None:
    assert clip("ab ", 9, always=True) == "ab…"


def test_cleaning_takes_what_harms() -> None:
    assert clean("a\x00b\r\nc\u202ed\u2066e\ud800f\ufeffg") == "ab\ncde\ufffdfg"
    assert line("  a\n\tb\u00a0 c ", 10) == "a b c"


@pytest.mark.parametrize(
    "value", ["\u200b\u2060", "\u200e\u200f", "\u2800", "\u3164", "\u00ad \ufe0f", "\u0301"]
)
def test_a_line_with_nothing_to_see_is_empty(value: str) -> None:
    assert not line(value, 10)
    assert line(f"{value}a", 10).endswith("a")


@pytest.mark.parametrize("value", ["a", ".", "…", "7", "⚡", "שלום", "ก็"])
def test_a_line_of_little_stays(value: str) -> None:
    assert line(value, 10) == value


def test_cutting_keeps_tags_balanced_and_says_so() -> None:
    piece = bold("a" * 10) + "b" + italic("c" * 10)

    assert piece.cut(12).html == "<b>aaaaaaaaaa</b>b<i>…</i>"
    assert piece.cut(11).html == "<b>aaaaaaaaaa</b>…"
    assert piece.cut(10).html == "<b>aaaaaaaaa…</b>"
    assert piece.cut(21).html == piece.html


def test_a_cut_after_a_run_that_fits_exactly_needs_no_ellipsis_for_nothing() -> None:
    assert (bold("abc") + "").cut(3).html == "<b>abc</b>"


def test_ten_megabytes_end_within_the_limit() -> None:
    piece = bold("&<😀" * 1_700_000)

    assert units(piece.cut().text) <= MAX_TEXT
    assert len(piece.html.encode()) <= MAX_RAW + 10


def test_more_entities_than_telegram_takes_stay_as_text() -> None:
    piece = join(" ", [link(str(n), f"https://e.org/{n}") for n in range(150)])

    assert piece.html.count("<a ") == MAX_ENTITIES
    assert "149" in piece.text


def test_links_beyond_the_raw_limit_stay_as_text() -> None:
    piece = join(" ", [link(str(n), f"https://e.org/{'a' * 1900}{n}") for n in range(50)])

    assert len(piece.html.encode()) <= MAX_RAW
    assert piece.text.endswith("49")
