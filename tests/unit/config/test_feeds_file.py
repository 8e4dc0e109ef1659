from datetime import timedelta
from pathlib import Path

import pytest

from bot.config.addresses import same_feed_key, same_url_key, shown_url
from bot.config.feeds import load_feeds, parse_feeds
from bot.domain.errors import ConfigError, ConfigErrors
from bot.domain.model import FeedSpec

FULL = """\
version: 1
defaults: {interval: 10m}
feeds:
  - url: https://www.example.org/rss   # required
    title: "  Приклад   новини "
    publisher: Example
    language: UK
    country: ua
    tags: [national, agency, national]
    interval: 2m
    enabled: false
  - url: http://www.example.net:8080/feed?x=1
"""


def faults(body: str) -> list[str]:
    with pytest.raises(ConfigError) as caught:
        parse_feeds(body.encode())
    return str(caught.value).splitlines()


def fault(line: str) -> str:
    """Return the one complaint about a feed with this line."""
    found = faults(f"version: 1\nfeeds:\n  - url: https://example.org/\n    {line}\n")
    assert len(found) == 1
    return found[0]


def test_every_key_is_read_and_the_rest_has_defaults(tmp_path: Path) -> None:
    path = tmp_path / "feeds.yaml"
    path.write_text(FULL, encoding="utf-8")

    full, short = load_feeds(path)

    assert full == FeedSpec(
        url="https://www.example.org/rss",
        title="Приклад новини",
        publisher="Example",
        language="uk",
        country="UA",
        tags=("national", "agency"),
        interval=timedelta(minutes=2),
        enabled=False,
    )
    assert short == FeedSpec(
        url="http://www.example.net:8080/feed?x=1",
        title="example.net",
        interval=timedelta(minutes=10),
    )


def test_without_defaults_the_interval_is_five_minutes() -> None:
    (feed,) = parse_feeds(b"version: 1\nfeeds: [{url: 'https://example.org'}]\n")

    assert feed.interval == timedelta(minutes=5)
    assert feed.enabled


def test_dates_without_a_zone_are_in_the_feeds_own_or_the_files() -> None:
    body = (
        b"version: 1\ndefaults: {time_zone: Europe/Kyiv}\nfeeds:\n"
        b"  - url: https://a.example/\n"
        b"  - {url: 'https://b.example/', time_zone: Europe/Moscow}\n"
    )

    assert [feed.time_zone for feed in parse_feeds(body)] == [
        "Europe/Kyiv",
        "Europe/Moscow",
    ]
    assert parse_feeds(b"version: 1\nfeeds: [{url: 'https://a.b/'}]")[0].time_zone == "UTC"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://ann:secret@example.org/a@b", "https://example.org/a@b"),
        ("https://a:b@c@example.org", "https://example.org"),
        ("https://ann:secret@example.org?x=@", "https://example.org?x=@"),
        ("https://example.org/#@", "https://example.org/#@"),
        ("ann:secret@example.org", "example.org"),
        ("", ""),
    ],
)
def test_an_address_is_shown_without_its_password(url: str, shown: str) -> None:
    assert shown_url(url) == shown


def test_norwegian_is_a_language_and_a_country() -> None:
    body = b"version: 1\nfeeds: [{url: 'https://example.org', language: no, country: NO}]"

    (feed,) = parse_feeds(body)

    assert (feed.language, feed.country) == ("no", "NO")


def test_a_list_without_feeds_is_allowed() -> None:
    assert parse_feeds(b"version: 1\nfeeds: []\n") == ()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        (
            "intervall: 5m",
            "feeds[0].intervall: there is no such key; did you mean interval?",
        ),
        ("zzz: 5m", "feeds[0].zzz: there is no such key; known are country, enabled,"),
        ("interval: 300", "feeds[0].interval: '300' is not a duration"),
        ("interval: 0s", "feeds[0].interval: must be 1s or longer"),
        ("interval: [5m]", "feeds[0].interval: must be a single value"),
        ("country: LV/RU", "feeds[0].country: 'LV/RU' is not one country code"),
        ("country: UK", "the United Kingdom is GB"),
        ("language: ukrainian", "feeds[0].language: 'ukrainian' is not a language code"),
        ("tags: national", "feeds[0].tags: must be a list"),
        ("tags: [a, [b]]", "feeds[0].tags[1]: must be a single value"),
        ("time_zone: Kyiv", "feeds[0].time_zone: 'Kyiv' is not a time zone such as"),
        ("time_zone: Europe/Kiyv", "did you mean Europe/Kyiv?"),
        ("time_zone: Europe", "feeds[0].time_zone: 'Europe' is not a time zone"),
        ("time_zone: ../etc", "feeds[0].time_zone: '../etc' is not a time zone"),
        ("enabled: yes", "feeds[0].enabled: write true or false"),
        ("title:", "feeds[0].title: has no value"),
        ("title: ''", "feeds[0].title: must have 1 to 200 characters"),
        ("publisher: " + "x" * 201, "feeds[0].publisher: must have 1 to 200"),
    ],
)
def test_a_wrong_key_is_named_with_its_line(line: str, reason: str) -> None:
    message = fault(line)

    assert message.startswith("feeds.yaml:4: ")
    assert reason in message


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/x",
        "example.org/rss",
        "https://",
        "https://[x",
        "file:///x",
        "http://a:0/",
    ],
)
def test_only_http_addresses_are_feeds(url: str) -> None:
    (message,) = faults(f"version: 1\nfeeds: [{{url: '{url}'}}]\n")

    assert "is not an http or https address" in message


@pytest.mark.parametrize("url", ["https://example.org/a b", "https://a.b/" + "x" * 2000])
def test_an_address_has_no_spaces_and_a_limit(url: str) -> None:
    (message,) = faults(f"version: 1\nfeeds: [{{url: '{url}'}}]\n")

    assert "or is longer than 2000" in message


@pytest.mark.parametrize(
    "again",
    [
        "https://example.org/rss",
        "https://EXAMPLE.org/rss/",
        "https://example.org:443/rss#x",
    ],
)
def test_one_address_stands_once_however_it_is_spelt(again: str) -> None:
    body = f"version: 1\nfeeds:\n  - url: https://example.org/rss\n  - url: {again}\n"

    (message,) = faults(body)

    assert message == f"feeds.yaml:4: feeds[1].url: {again} is already in line 3"


def test_case_of_the_path_and_the_query_tell_feeds_apart() -> None:
    keys = {
        same_url_key(f"https://example.org/{rest}") for rest in ("a", "A", "a?b", "a?c")
    }

    assert len(keys) == 4


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("feeds: []", "version: is missing"),
        ("version: 2\nfeeds: []", "version: '2' is unknown; write 1"),
        ("version: true\nfeeds: []", "version: 'true' is unknown; write 1"),
        ("version: [1]\nfeeds: []", "version: write 1"),
        ("version: 1", "feeds: is missing"),
        ("version: 1\nfeeds:", "feeds: must be a list"),
        ("version: 1\nfeeds: {}", "feeds: must be a list"),
        (
            "version: 1\nfeeds: [https://example.org]",
            "feeds[0]: must have keys (url, title",
        ),
        ("version: 1\nfeeds: [{title: x}]", "feeds[0].url: is missing"),
        (
            "version: 1\ndefaults: 5m\nfeeds: []",
            "defaults: must have keys (interval, time_zone)",
        ),
        ("version: 1\ndefaults: {x: 1}\nfeeds: []", "defaults.x: there is no such key"),
        (
            "version: 1\nfeed: []\nfeeds: []",
            "feed: there is no such key; did you mean feeds?",
        ),
        ("[]", "must have keys (version, defaults, feeds)"),
    ],
)
def test_the_frame_of_the_file_is_checked(body: str, reason: str) -> None:
    assert reason in faults(body)[0]


def test_all_faults_are_reported_at_once_in_the_order_of_the_file() -> None:
    body = "feeds:\n  - {url: x}\n  - {url: y, interval: 5}\n  - tilte: z\nversion: 2\n"

    with pytest.raises(ConfigErrors) as caught:
        parse_feeds(body.encode())

    lines = [int(str(error).split(":")[1]) for error in caught.value.errors]
    assert lines == [2, 3, 3, 4, 4, 5]
    assert caught.value.where == "feeds.yaml:2"


def test_our_own_feeds_file_is_in_order() -> None:
    feeds = load_feeds(Path(__file__).parents[3] / "feeds.yaml")

    assert len(feeds) > 50
    assert all(feed.publisher and feed.language and feed.country for feed in feeds)
    assert {"UA", "RU"} <= {feed.country for feed in feeds}


def test_a_feed_is_the_same_however_its_address_is_spelt() -> None:
    spellings = (
        *("http://example.org/a", "https://EXAMPLE.org/a/", "https://example.org:443/a#b"),
        *("http://:secret@example.org/a", "HTTP://example.org:80/a/"),
    )

    assert len(set(map(same_feed_key, spellings))) == 1
    assert same_feed_key("http://ann:1@example.org/a") == same_feed_key(
        "https://ann:2@example.org/a"
    )


@pytest.mark.parametrize(
    "other",
    [
        *("http://example.org/A", "http://example.org/a?b", "http://example.org:81/a"),
        *("http://www.example.org/a", "http://ann@example.org/a", "http://[a", "a"),
    ],
)
def test_another_feed_is_another_one(other: str) -> None:
    assert same_feed_key(other) != same_feed_key("http://example.org/a")
