import pytest

from bot.normalize.url import MAX_URL, host, is_homepage, url_key

PAGE = "https://paper.example/world/story-1"


@pytest.mark.parametrize(
    "url",
    [
        "http://paper.example/world/story-1",
        "//paper.example/world/story-1",
        "HTTPS://PAPER.example/world/story-1",
        "https://www.paper.example/world/story-1",
        "https://m.paper.example/world/story-1",
        "https://mobile.paper.example/world/story-1",
        "https://amp.paper.example/world/story-1",
        "https://www.m.paper.example/world/story-1",
        "https://paper.example.:443/world/story-1",
        "http://paper.example:0080/world/story-1",
        "https://paper.example:/world/story-1",
        "https://user:secret@paper.example/world/story-1",
        "https://paper.example/world/story-1/",
        "https://paper.example/world/story-1/amp/",
        "https://paper.example/world/story-1/index.html",
        "https://paper.example//world/./x/../story-1",
        "https://paper.example/world/story-1;jsessionid=0A1B",
        "https://paper.example/w%6Frld/story%2D1",
        "https://paper.example/world/story-1?",
        "https://paper.example/world/story-1?&",
        "https://paper.example/world/story-1#comments",
        "https://paper.example/world/story-1#0",
        "https://paper.example/world/story-1#/",
        "https://paper.example/world/story-1?utm_source=rss&UTM_medium=feed",
        "https://paper.example/world/story-1?fbclid=1&gclid=2&yclid=3&msclkid=4&ysclid=5",
        "https://paper.example/world/story-1?at_medium=RSS&ns_campaign=rss&pk_source=a",
        "https://paper.example/world/story-1?from=rss&ref=twitter&rss=1&amp",
        "https://paper.example/world/story-1?_openstat=a&ocid=b&cmpid=c&mc_cid=d&_ga=e",
        "  https://paper.example/world/sto\nry-1\t",
        "https://www.google.com/url?sa=t&url=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1&ct=1",
        "https://www.google.com.ua/url?q=https://paper.example/world/story-1",
        "https://www.google.com/amp/s/paper.example/world/story-1",
        "https://www.google.com/amp/paper.example/world/story-1",
        "https://news.google.com/news/url?url=https://paper.example/world/story-1",
        "https://paper-example.cdn.ampproject.org/c/s/paper.example/world/story-1?utm_term=1",
        "https://l.facebook.com/l.php?u=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1&h=1",
        "https://www.bing.com/news/apiclick.aspx?ref=x&url=https%3a%2f%2fpaper.example/world/story-1",
        "https://vk.com/away.php?to=http%3A%2F%2Fpaper.example%2Fworld%2Fstory-1",
        "https://wap.paper.example/world/story-1",
        "https://paper.example/amp/world/story-1",
        "https://paper.example/world/story-1.amp",
        "https://paper.example/world/story-1/AMP/",
        "https://paper.example/world/story-1#utm_source=rss",
        "https://paper.example/world/story-1\u200b",
        "https://paper.example/world/story-1?utm-source=rss&ref_src=twsrc%5Etfw&gad_source=1",
        "https://paper.example/world/story-1?fb_action_ids=1&mibextid=2&from=dzen&share=vk",
        "https://www.google.com/amp/s/paper.example/world/story-1%3famp=1",
        "https://t.me/iv?url=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1&rhash=0a1b",
        "https://t.me/share/url?url=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1&text=a",
        "https://www.facebook.com/l.php?u=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1",
        "https://l.instagram.com/?u=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1&e=AT",
        "https://vk.ru/away.php?to=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1",
        "https://ok.ru/dk?cmd=logExternal&st.link=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1",
        "https://www.youtube.com/redirect?event=a&q=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1",
        "https://out.reddit.com/t3_a?url=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1",
        "https://duckduckgo.com/l/?uddg=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1&rut=a",
        "https://yandex.ru/turbo?text=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1",
        "https://paper-example.turbopages.org/turbo/paper.example/s/world/story-1",
        "https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fpaper.example%2Fworld%2Fstory-1",
        "https://vk.com/away.php?to=https://google.com/url?q=http%3A%2F%2Fpaper.example%2Fworld%2Fstory-1",
    ],
)
def test_spellings_of_one_link_have_one_key(url: str) -> None:
    assert url_key(url) == url_key(PAGE) == "//paper.example/world/story-1"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://e.example/a?b=2&a=1", "https://e.example/a?a=1&b=2"),
        ("https://e.example/a?x=1&amp;amp;y=2", "https://e.example/a?y=2&x=1"),
        ("https://e.example/?q=a+b", "https://e.example/?q=a%20b"),
        ("https://e.example/?q=", "https://e.example/?q"),
        (
            "https://e.example/новини",
            "https://e.example/%D0%BD%D0%BE%D0%B2%D0%B8%D0%BD%D0%B8",
        ),
        ("https://новини.укр/a", "https://xn--b1amarcd.xn--j1amh/a"),
        ("https://t.me/s/someone/12?single", "https://t.me/someone/12"),
        ("https://www.nytimes.com/a.html?_r=1&smid=tw", "https://nytimes.com/a.html"),
        ("https://sport.rbc.ru/a?from=main", "https://sport.rbc.ru/a"),
        ("http://[::1]:8080/a/", "https://[::1]:8080/a"),
    ],
)
def test_what_makes_no_difference(one: str, other: str) -> None:
    assert url_key(one) == url_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://e.example/doc.php?id=1", "https://e.example/doc.php?id=2"),
        ("https://e.example/?p=1", "https://e.example/?p=2"),
        ("https://e.example/a?page=1", "https://e.example/a?page=2"),
        ("https://e.example/A", "https://e.example/a"),
        ("https://e.example/a%2Fb", "https://e.example/a/b"),
        ("https://e.example/a", "https://sport.e.example/a"),
        ("https://e.example:8080/a", "https://e.example/a"),
        ("https://e.example/rus/a", "https://e.example/a"),
        ("https://e.example/a?from=kyiv", "https://e.example/a?from=odesa"),
        ("https://e.example/a?smid=1", "https://e.example/a?smid=2"),
        ("https://e.example/#/news/1", "https://e.example/#/news/2"),
        ("https://e.example/#!1", "https://e.example/#!2"),
        ("https://e.example/live/x#post-11", "https://e.example/live/x#post-12"),
        ("https://e.example/x#block-a1", "https://e.example/x#block-a2"),
        ("https://e.example/live?update=1", "https://e.example/live?update=2"),
        ("https://e.example/tekst-onlajn/#id5", "https://e.example/tekst-onlajn/#id6"),
        ("https://e.example/live-news/x#cm1", "https://e.example/live-news/x#cm2"),
        ("https://e.example/?mc_article=1", "https://e.example/?mc_article=2"),
        ("https://e.example/news/amp-prices", "https://e.example/news/prices"),
        (
            "https://t.me/iv?url=https://e.example/1",
            "https://t.me/iv?url=https://e.example/2",
        ),
        (
            "https://e.example/read?url=http://a.b/1",
            "https://e.example/read?url=http://a.b/2",
        ),
        ("https://yandex.ru/turbo?text=1", "https://yandex.ru/turbo?text=2"),
        ("https://e.example/article?sid=101", "https://e.example/article?sid=102"),
        ("https://e.example/x?source=kyiv", "https://e.example/x?source=lviv"),
        ("https://amp.ua/1", "https://m.ua/1"),
        (
            "https://news.google.com/rss/articles/CBM1",
            "https://news.google.com/rss/articles/CBM2",
        ),
        ("https://www.google.com/search?q=http://a.example", "https://a.example"),
        ("https://www.google.com/amp/s/x", "https://www.google.com/amp/s/y"),
        ("https://vk.com/away.php?to=1", "https://vk.com/away.php?to=2"),
        ("tag:e.example,2026:1", "tag:e.example,2026:2"),
    ],
)
def test_different_articles_have_different_keys(one: str, other: str) -> None:
    assert url_key(one) != url_key(other)


@pytest.mark.parametrize(
    "text",
    ["", "/news/1", "mailto:desk@e.example", "ftp://e.example/a", "https://", "https://./"],
)
def test_what_is_no_web_address_is_its_own_key(text: str) -> None:
    assert url_key(text) == text
    assert host(text) == ""
    assert not is_homepage(text)


def test_an_endless_address_is_compared_as_it_is() -> None:
    url = "https://e.example/?utm_source=" + "a" * MAX_URL

    assert url_key(url) == url


def test_hosts_that_no_name_system_knows_do_no_harm() -> None:
    label = "ю" * 80

    assert host(f"https://{label}.example/") == host(f"http://{label}.example/a") != ""
    assert host("https://a:b:80/") == "a%3Ab"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://www.e.example", True),
        ("https://e.example/?utm_source=rss", True),
        ("https://e.example/index.php", True),
        ("https://e.example/uk/", True),
        ("https://e.example/news", False),
        ("https://e.example/?p=1", False),
        ("https://e.example/#/news/1", False),
    ],
)
def test_a_front_page_tells_no_entry_from_another(url: str, *, expected: bool) -> None:
    assert is_homepage(url) is expected


def test_the_host_is_where_the_link_leads() -> None:
    assert (
        host("https://www.google.com/url?q=http://www.paper.example/a") == "paper.example"
    )
