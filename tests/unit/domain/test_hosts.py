"""Which hosts belong to one publisher."""

import pytest

from bot.domain.hosts import site, site_of


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        pytest.param(
            "pravda.com.ua", "pravda.com.ua", id="second level that is sold under"
        ),
        pytest.param("www.Pravda.com.ua.", "pravda.com.ua", id="host below it"),
        pytest.param("rss.dw.com", "dw.com", id="short name of a publisher"),
        pytest.param("www.ria.ru", "ria.ru", id="three letters are a name"),
        pytest.param("feeds.bbci.co.uk", "bbci.co.uk", id="co.uk"),
        pytest.param("mail.news.sumy.ua", "news.sumy.ua", id="a region's domain"),
        pytest.param("a.blog.example", "blog.example", id="any depth"),
        pytest.param("localhost", "localhost", id="one label"),
        pytest.param("203.0.113.7", "203.0.113.7", id="an address"),
        pytest.param("2001:db8::1", "2001:db8::1", id="an address of version 6"),
    ],
)
def test_site(host: str, expected: str) -> None:
    assert site(host) == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        pytest.param("https://rss.unian.net:8443/a", "unian.net", id="port tells nothing"),
        pytest.param("http://127.0.0.1:8001/a", "127.0.0.1:8001", id="an address by port"),
        pytest.param("http://[::1]:81/", "::1:81", id="version 6 by port"),
        pytest.param("http://localhost:5/", "localhost:5", id="a machine's own name"),
        pytest.param("http://[bad", "", id="no address at all"),
        pytest.param("nothing", "", id="no host"),
    ],
)
def test_site_of_an_address(url: str, expected: str) -> None:
    assert site_of(url) == expected
