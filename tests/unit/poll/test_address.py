import pytest

from bot.poll.address import NotWebAddressError, parse_address, without_user


@pytest.mark.parametrize(
    ("written", "asked"),
    [
        pytest.param("http://h/a%2Fb/../c?x=1+2&y=%d1%2F", None, id="as it was written"),
        pytest.param("http://h/a?next=http://i/?q=[1]", None, id="reserved in a query"),
        pytest.param("http://h/100%", None, id="a lone percent sign"),
        pytest.param("http://h", "http://h/", id="no path"),
        pytest.param("http://h?q", "http://h/?q", id="no path but a query"),
        pytest.param("http://h/a#top", "http://h/a", id="a fragment stays here"),
        pytest.param("  http://h/a \n", "http://h/a", id="white space around"),
        pytest.param("http://h/a b", "http://h/a%20b", id="a space"),
        pytest.param("http://h/a\r\nX: y", "http://h/a%0D%0AX:%20y", id="a line break"),
        pytest.param("http://h/ї", "http://h/%D1%97", id="Cyrillic"),
        pytest.param("http://h/\udcff", "http://h/%FF", id="bytes that are no UTF-8"),
        pytest.param(
            "HTTP://Ann@EXAMPLE.org:8080/A", "http://example.org:8080/A", id="host"
        ),
        pytest.param("http://новини.укр/", "http://xn--b1amarcd.xn--j1amh/", id="IDNA"),
        pytest.param("http://[::1]:8080/a", "http://[::1]:8080/a", id="IPv6"),
        pytest.param("http://a_b.example./", None, id="underscore and final dot"),
    ],
)
def test_an_address_is_asked_as_it_is_written(written: str, asked: str | None) -> None:
    assert str(parse_address(written).url) == (asked or written)


def test_user_and_password_are_taken_off() -> None:
    address = parse_address("http://ann:se%40cret@h/a?b=c@d")

    assert str(address.url) == "http://h/a?b=c@d"
    assert address.authorization == "Basic YW5uOnNlQGNyZXQ="
    assert parse_address("http://h/").authorization is None


@pytest.mark.parametrize("text", ["ftp://h/", "file:///etc/passwd", "feed.xml", "//h/a"])
def test_what_is_no_address_of_the_web(text: str) -> None:
    with pytest.raises(NotWebAddressError, match="not one of http or https"):
        parse_address(text)


@pytest.mark.parametrize(
    "text",
    [
        "http://a..b/",
        "http://.a/",
        "http://[::1/",
        "http://[]@",
        "http://a[. ]b@/",
        "http://",
        "http:///a",
        "http://h:99999/",
        "http://ho st/",
        "http://h\0/",
        "http://-a.example/",
        f"http://{'a' * 64}.example/",
        f"http://{'a.' * 130}example/",
        "http://h\\@i/",
    ],
)
def test_what_is_no_address_at_all(text: str) -> None:
    with pytest.raises(ValueError, match=r"\w") as caught:
        parse_address(text)
    assert not isinstance(caught.value, NotWebAddressError)


def test_an_address_is_shown_without_its_user() -> None:
    assert without_user(" http://ann:se@cret@h/a@b ") == "http://h/a@b"
    assert without_user("feed.xml") == "feed.xml"
