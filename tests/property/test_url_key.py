from hypothesis import example, given
from hypothesis import strategies as st

from bot.normalize.text import clean_title, title_key
from bot.normalize.url import host, is_homepage, url_key

# What addresses are made of, so that the interesting ones are common.
PIECES = st.sampled_from(
    [
        *(
            "https:",
            "http:",
            "//",
            "/",
            "?",
            "#",
            "&",
            "=",
            "%",
            ".",
            "..",
            ":",
            ";",
            "@",
            "+",
        ),
        *(
            "www.",
            "m.",
            "e.example",
            "google.com",
            "/url",
            "url",
            "q",
            "amp",
            "amp;",
            "&amp;",
        ),
        *(
            "/amp/s/",
            ".amp",
            "t.me/iv",
            "turbopages.org/",
            "%3F",
            ".cdn.ampproject.org",
            "vk.com/away.php",
            "to",
            "utm_source",
            "%2F",
            "%41",
        ),
        *(
            "%25",
            "%zz",
            "ю",
            "ß",
            "İ",
            "。",
            "[::1]",
            "80",
            "443",
            "jsessionid",
            "index.html",
        ),
        *(
            "live",
            "block-1",
            "#/",
            "#!",
            " ",
            "\n",
            "\x00",
            "\ud800",
            "t.me/s",
            "news.google.com",
        ),
    ]
)
ADDRESSES = st.lists(PIECES, max_size=25).map("".join)
TEXTS = st.one_of(st.text(max_size=200), ADDRESSES, ADDRESSES.map("https://".__add__))


@given(TEXTS)
@example("https://a:80:80/")
@example("HTTP://0。")
@example("HTTP://WWW. .0")
@example("//www.google.com/url?q=//www.google.com/url?q=//e.example/amp/amp")
def test_a_key_is_its_own_key(text: str) -> None:
    key = url_key(text)

    assert url_key(key) == key
    assert host(key) == host(text)
    assert is_homepage(key) == is_homepage(text)


@given(st.lists(st.tuples(st.text("abcid", min_size=1), st.text("xyz1&=%")), max_size=6))
def test_the_order_of_parameters_does_not_matter(pairs: list[tuple[str, str]]) -> None:
    def url(ordered: list[tuple[str, str]]) -> str:
        return "https://e.example/a?" + "&".join(
            f"{name}={value.replace('%', '%25').replace('&', '%26')}"
            for name, value in ordered
        )

    assert url_key(url(pairs)) == url_key(url(pairs[::-1]))


@given(st.integers(0, 10**9), st.integers(0, 10**9), st.sampled_from(["id", "p", "newsid"]))
def test_different_numbers_are_different_articles(one: int, other: int, name: str) -> None:
    keys = {
        url_key(f"https://e.example/doc.php?{name}={number}") for number in (one, other)
    }

    assert len(keys) == len({one, other})


OUTLETS = st.lists(
    st.sampled_from(["Reuters", "BBC News", "e.example", "The", "|"]), max_size=3
)
TITLE_PIECES = st.sampled_from(
    [
        *(
            "Reuters",
            "BBC News",
            " - ",
            " | ",
            " — ",
            " » ",
            "«",
            "»",
            '"',
            "'",
            "’",
            ".",
            "!",
            "…",
        ),
        *(" ", "Sumy", "E.example", "The ", "Ё", "\u0301", "\u200b", "-"),
    ]
)


@given(
    st.one_of(st.text(max_size=100), st.lists(TITLE_PIECES, max_size=12).map("".join)),
    OUTLETS,
)
def test_a_title_key_is_its_own_key(title: str, outlets: list[str]) -> None:
    key = title_key(title, tuple(outlets))

    assert title_key(key, tuple(outlets)) == key
    assert clean_title(clean_title(title, tuple(outlets)), tuple(outlets)) == clean_title(
        title, tuple(outlets)
    )
