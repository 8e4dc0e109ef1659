import codecs
import html

import pytest

from bot.parse.charset import decode, find_encoding

TITLE = "Українська правда — Білгород"
RSS = "application/rss+xml"


def document(declared: str | None, encoding: str, title: str = TITLE) -> bytes:
    declaration = f' encoding="{declared}"' if declared else ""
    text = f'<?xml version="1.0"{declaration}?><rss><title>{title}</title></rss>'
    return text.encode(encoding, "xmlcharrefreplace")


@pytest.mark.parametrize(
    ("declared", "encoding", "content_type"),
    [
        ("windows-1251", "cp1251", RSS),
        ("windows-1251", "cp1251", "text/xml"),
        ("windows-1251", "cp1251", "text/xml; charset=utf-8"),
        ("utf-8", "utf-8", "text/xml; charset=windows-1251"),
        ("utf-8", "cp1251", RSS),
        (None, "cp1251", RSS),
        ("windows-1251", "utf-8", RSS),
        ("koi8-u", "koi8-u", RSS),
        pytest.param("utf-8", "koi8-u", RSS, id="KOI8 declared as UTF-8"),
        pytest.param("windows-1251", "koi8-u", RSS, id="KOI8 declared as windows-1251"),
        pytest.param("iso-8859-1", "cp1251", RSS, id="windows-1251 declared as Latin"),
        pytest.param(None, "cp866", None, id="cp866"),
        pytest.param("utf-16", "utf-16", RSS, id="UTF-16 with a mark"),
        pytest.param("utf-16", "utf-16-le", RSS, id="UTF-16 without one"),
        pytest.param("utf-16", "utf-16-be", RSS, id="UTF-16, big end first"),
        pytest.param("windows-1251", "utf-8-sig", RSS, id="mark and another declaration"),
        pytest.param("utf-32", "utf-32", RSS, id="UTF-32"),
        pytest.param(
            "no-such-thing", "utf-8", "text/xml; charset=x-user-defined", id="unknown"
        ),
        pytest.param(
            "rot13", "utf-8", "text/xml; charset=punycode", id="no encodings at all"
        ),
    ],
)
def test_a_title_comes_out_whole(
    declared: str | None, encoding: str, content_type: str | None
) -> None:
    text = decode(document(declared, encoding), content_type)

    assert html.unescape(text) == (
        f'<?xml version="1.0" encoding="utf-8"?><rss><title>{TITLE}</title></rss>'
    )


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-u", "iso8859-5"])
@pytest.mark.parametrize("is_declared", [True, False])
@pytest.mark.parametrize(
    "title",
    [
        pytest.param("ВИБУХИ В ХАРКОВІ: ПОРАНЕНО ДВОХ ЛЮДЕЙ", id="capitals"),
        pytest.param("ПОЖАР НА СКЛАДЕ В ПОДМОСКОВЬЕ", id="Russian capitals"),
        pytest.param("СРОЧНО: Под Курском упал беспилотник", id="a word in capitals"),
        pytest.param("Пожежа. Вибух. Паніка. Перон. Площа", id="each word begins with one"),
    ],
)
def test_capitals_do_not_change_the_encoding(
    title: str, encoding: str, *, is_declared: bool
) -> None:
    body = document(encoding if is_declared else None, encoding, title)

    assert title in html.unescape(decode(body, RSS))


@pytest.mark.parametrize(
    ("body", "content_type", "expected"),
    [
        ("Größe, Übermut".encode("latin1"), "text/xml; charset=iso-8859-1", "cp1252"),
        ("Größe, Übermut".encode("latin1"), None, "cp1252"),
        ("Zażółć gęślą jaźń".encode("cp1250"), "text/xml; charset=windows-1250", "cp1250"),
        ("東京都庁の発表".encode("shift_jis"), "text/xml; charset=shift_jis", "shift_jis"),
        ("東京都".encode("iso2022_jp"), "text/xml; charset=iso-2022-jp", "iso2022_jp"),
        (b"plain", "text/xml; charset=koi8-r", "utf-8"),
        (b"", None, "utf-8"),
    ],
)
def test_other_scripts_are_what_they_declare(
    body: bytes, content_type: str | None, expected: str
) -> None:
    assert find_encoding(body, content_type) == (expected, 0)


def test_one_broken_letter_does_not_change_the_encoding() -> None:
    body = document("utf-8", "utf-8", TITLE + "ї").replace("ї</".encode(), b"\xd1</")

    assert TITLE in decode(body)


@pytest.mark.parametrize(
    "title", ["Kyiv\N{RIGHT SINGLE QUOTATION MARK}s dam", "“Dam” – hit", "Größe é"]
)
def test_one_broken_letter_among_few_does_not_either(title: str) -> None:
    body = f"<a>{title}</a>".encode()

    assert title in decode(body.replace(b"</a>", b" caf\xe9 x</a>"))


@pytest.mark.parametrize("encoding", ["koi8-u", "cp1251"])
@pytest.mark.parametrize(
    "text", ["Рівні ріки", "У Рівні вночі", "Сім дронів летіли на Ніжин"]
)
def test_letters_that_are_utf8_by_chance_do_not_change_it(text: str, encoding: str) -> None:
    body = f"<a>{text} над містом і областю</a>".encode(encoding, "ignore")

    assert f">{text[:8]}" in decode(body)


def test_a_mark_before_other_bytes_is_dropped() -> None:
    assert TITLE in decode(codecs.BOM_UTF8 + document("windows-1251", "cp1251"))


def test_characters_that_xml_forbids_are_gone() -> None:
    assert decode(b" \n<a>\0\x01b\tc\n</a>") == "<a>b\tc\n</a>"
