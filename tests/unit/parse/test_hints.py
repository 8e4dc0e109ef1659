from datetime import UTC, datetime, timedelta

import pytest

from bot.parse.feed import parse_feed

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
SY = "xmlns:sy='http://purl.org/rss/1.0/modules/syndication/'"
TIMES = "<sy:updateFrequency>{}</sy:updateFrequency>"


@pytest.mark.parametrize(
    ("head", "minutes"),
    [
        ("", None),
        ("<ttl>60</ttl>", 60),
        ("<ttl> 5\n</ttl>", 5),
        ("<ttl>0</ttl>", None),
        ("<ttl>soon</ttl>", None),
        ("<ttl>-5</ttl>", None),
        ("<ttl>99999999999</ttl>", None),
        ("<ttl>100000</ttl>", 24 * 60),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>", 60),
        (
            f"<sy:updatePeriod>\n hourly </sy:updatePeriod>{TIMES.format(4)}",
            15,
        ),
        (
            f"<sy:updatePeriod>daily</sy:updatePeriod>{TIMES.format(0)}",
            24 * 60,
        ),
        ("<sy:updatePeriod>Weekly</sy:updatePeriod>", 24 * 60),
        ("<sy:updatePeriod>often</sy:updatePeriod>", None),
        (TIMES.format(4), None),
        ("<ttl>90</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 90),
        ("<ttl>30</ttl><sy:updatePeriod>hourly</sy:updatePeriod>", 60),
    ],
)
def test_how_often_a_feed_says_that_it_changes(head: str, minutes: int | None) -> None:
    body = f"<rss version='2.0' {SY}><channel><title>T</title>{head}</channel></rss>"

    feed = parse_feed(body.encode(), url="https://example.org/a.xml", now=NOW)

    assert feed.update_every == (None if minutes is None else timedelta(minutes=minutes))
