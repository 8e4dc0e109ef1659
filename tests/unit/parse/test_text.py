import pytest

from bot.parse.text import clean, from_markup, from_unknown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("5 < 6 & 7", "5 < 6 & 7"),
        ("a<x and y>d", "a<x and y>d"),
        ("generic <T>", "generic <T>"),
        ("R&D; M&A", "R&D; M&A"),
        ("<b>5</b> x", "5 x"),
        ("1<2 <b>x</b>", "1<2 x"),
        ("AT&amp;T", "AT&T"),
        ("&#171;Зоря&#xBB;", "«Зоря»"),
        ("The &lt;b&gt; tag", "The <b> tag"),
        ("&lt;p&gt;Hello&lt;/p&gt;", "Hello"),
        ("&amp;quot;x&amp;quot;", '"x"'),
        ("<p>a</p><p>b</p>", "a b"),
        ("a<br>b<BR/>c<hr>d", "a b c d"),
        ("<ul><li>1<li>2</ul>", "1 2"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1 2"),
        ("wo<b>r</b>d", "word"),
        ("<script>x()</script><style>y</style>z<!-- c -->", "z"),
        ("<img src='a' alt='no'>yes", "yes"),
        ("Read <a href='https://example.org/?a=1&b=2'>more</a>", "Read more"),
        ("<p>cut off <a href='https://exam", "cut off"),
        ("a\u00a0b\n\t c", "a b c"),
        ("a\x00b\u202ec\ud800d\ufeff", "abcd"),
        ("", ""),
    ],
)
def test_from_unknown(text: str, expected: str) -> None:
    assert from_unknown(text) == expected


def test_blocks_that_were_cut_by_the_limit() -> None:
    assert from_markup("<p>" + "x " * 1000, 9) == "x x x x x"


def test_a_combining_letter_is_composed() -> None:
    assert clean("и\u0306") == "й"


def test_only_the_beginning_of_a_huge_text_is_read() -> None:
    assert len(from_markup("<b>x</b>" * 1_000_000)) == 20_000
