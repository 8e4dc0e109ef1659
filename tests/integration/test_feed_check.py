"""``tocsin check --fetch`` over loopback HTTP, in a pipe and on a terminal."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from publisher import Publisher

from bot.feed_check import age, table
from bot.upkeep import Screen, check

NOW = datetime.now(UTC)  # noqa: TID251  # the command asks the clock, too
PAGE = (
    b'<html><head><link rel="alternate" type="application/rss+xml" href="/good.xml">'
    b"</head></html>"
)


@dataclass(kw_only=True)
class Terminal:
    width: int | None = None
    said: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)
    counts: list[tuple[int, int, int]] = field(default_factory=list)

    def screen(self) -> Screen:
        return Screen(
            say=self.said.append,
            complain=self.complaints.append,
            progress=lambda *counts: self.counts.append(counts),
            width=self.width,
        )


@pytest.fixture
async def publisher(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> AsyncIterator[Publisher]:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TOCSIN_FEED_ALLOW_NETWORKS", "127.0.0.1/32")
    async with Publisher() as publisher:
        good = publisher.feed("/good.xml")
        for number in range(3):
            good.add(title=f"Fire in Sumy {number}", published=NOW - timedelta(hours=3))
        yield publisher


def configure(*urls: str, **keys: str) -> None:
    lines = ["version: 1", "feeds:"]
    for url in urls:
        lines.append(f"  - url: {url}")
        lines += [f"    {key}: {value}" for key, value in keys.items()]
    Path("feeds.yaml").write_text("\n".join(lines) + "\n")


async def test_each_feed_is_a_line_and_errors_end_with_1(publisher: Publisher) -> None:
    publisher.feed("/page").will_serve(PAGE, "text/html", times=None)
    publisher.feed("/moved.xml").will_redirect("/good.xml", 301)
    publisher.feed("/gone.xml").will_fail(410, times=None)
    urls = [publisher.url(f"/{name}") for name in ("good.xml", "page", "moved.xml")]
    blocked = publisher.url("/good.xml").replace("127.0.0.1", "127.0.0.2")
    configure(*urls, publisher.url("/gone.xml"), publisher.url("/none.xml"), blocked)
    terminal = Terminal()

    bad = await check(fetch=True, screen=terminal.screen())

    said, complaints = "\n".join(terminal.said), "\n".join(terminal.complaints)
    assert bad == 4
    assert f"{urls[0]}: ok, 3 entries, newest 3h, RSS 2.0" in terminal.said
    assert f"{urls[2]}: warning, 3 entries" in said
    assert f" | moved permanently → write url: {urls[0]}" in said
    assert f"{urls[1]}: an HTML page, not a feed" in complaints
    assert f"the page names its feed; write url: {urls[0]}" in complaints
    assert "(status 410) → the publisher took it away for good" in complaints
    assert "(status 404) → look for the feed's new address" in complaints
    assert "TOCSIN_FEED_ALLOW_NETWORKS" in complaints
    assert len(terminal.said) + len(terminal.complaints) == 1 + 6
    assert terminal.counts[-1] == (6, 6, 0)


async def test_dates_that_lie_ahead_are_said_to_do_so(publisher: Publisher) -> None:
    feed = publisher.feed("/ahead.xml")
    for hours in (1, 2, 3):
        feed.add(title=f"Fire in Sumy {hours}", published=NOW + timedelta(hours=hours))
    feed.add(title="Fire in Odesa", published="some day")
    configure(feed.url)
    terminal = Terminal()

    await check(fetch=True, screen=terminal.screen())

    [line] = [line for line in terminal.said if "/ahead.xml" in line]
    assert "3 of 4 entries are dated in the future → " in line
    assert "can be read" not in line


async def test_warnings_alone_are_no_failure(publisher: Publisher) -> None:
    publisher.feed("/empty.xml")
    configure(publisher.url("/empty.xml"))
    terminal = Terminal()

    assert await check(fetch=True, screen=terminal.screen()) == 0
    assert "warning, 0 entries, RSS 2.0 | no entries → " in terminal.said[-1]


async def test_a_paused_feed_is_not_asked(publisher: Publisher) -> None:
    configure(publisher.url("/none.xml"), enabled="false")

    assert await check(fetch=True, screen=Terminal(width=80).screen()) == 0
    assert publisher.requests == []


async def test_site_that_asks_for_a_short_pause_is_asked_again(
    publisher: Publisher,
) -> None:
    publisher.feed("/good.xml").will_fail(429, retry_after=1, times=2)
    urls = [publisher.url(f"/good.xml?{number}") for number in range(9)]
    configure(*urls)
    terminal = Terminal()

    assert await check(fetch=True, screen=terminal.screen()) == 0

    assert sum(": ok, 3 entries" in line for line in terminal.said) == 9
    assert max(waiting for *_, waiting in terminal.counts) > 1
    assert terminal.counts[-1] == (9, 9, 0)


async def test_site_that_asks_for_long_is_left_alone_and_says_so(
    publisher: Publisher,
) -> None:
    publisher.feed("/good.xml").will_fail(429, retry_after=31, times=None)
    configure(*(publisher.url(f"/good.xml?{number}") for number in range(9)))
    terminal = Terminal()

    bad = await check(fetch=True, screen=terminal.screen())

    said = "\n".join(terminal.said)
    assert bad == len(publisher.requests) < 9
    assert said.count("not checked: 127.0.0.1") == 9 - bad
    assert "check again in 1 min" in said
    assert all(waiting == 0 for *_, waiting in terminal.counts)


async def test_a_terminal_gets_a_table_with_the_bad_ones_last(
    publisher: Publisher,
) -> None:
    publisher.feed("/empty.xml")
    urls = [publisher.url(f"/{name}") for name in ("none.xml", "empty.xml", "good.xml")]
    configure(*urls, title="A title that is much longer than its column")
    terminal = Terminal(width=60)

    assert await check(fetch=True, screen=terminal.screen()) == 1

    lines = terminal.said[1:]
    assert terminal.complaints == []
    assert [
        line.split("…")[1].split()[0] for line in lines if line.startswith("A title")
    ] == [
        "ok",
        "warning",
        "error",
    ]
    assert lines[0].split() == ["FEED", "STATE", "ENTRIES", "NEWEST", "FORMAT"]
    assert lines[1].endswith("…  ok             3      3h  RSS 2.0")
    assert lines[-1] == "3 feeds: 1 ok, 1 with warnings, 1 with errors"
    assert all(len(line) <= 60 for line in lines if "http" not in line)
    assert [line for line in lines if line.startswith("      → ")]


def test_an_empty_table_is_its_summary() -> None:
    assert list(table([], now=NOW, width=80))[1:] == [
        "0 feeds: 0 ok, 0 with warnings, 0 with errors"
    ]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [(-5, "0m"), (0, "0m"), (119, "119m"), (120, "2h"), (47 * 60, "47h"), (2880, "2d")],
)
def test_ages_are_short(minutes: int, words: str) -> None:
    assert age(timedelta(minutes=minutes)) == words
