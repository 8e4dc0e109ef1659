"""Feeds whose guids, links and dates change in every combination, poll by poll.

Where a name stays, or title and date together, each entry is new once. Where nothing but
the text stays it may be new again, for so is the next alarm; but none is ever lost.
"""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from histories import Item, Poll, poll_at
from identity_reader import Reader

POLLS = 12
HALF = POLLS // 2
WINDOW = 8

Shape = Callable[[int, int], str | None]  # of the entry with a number, at a poll
Dating = Callable[[int, int], datetime | None]

GUIDS: dict[str, Shape] = {
    "stable": lambda n, _: f"id-{n}",
    "anew": lambda n, poll: f"{n}-{poll}",
    "renamed": lambda n, poll: f"{'new' if poll >= HALF else 'old'}-{n}",
    "session": lambda n, poll: f"id-{n}?session={poll}{n}",
    "one for all": lambda _n, _: "feed",
    "none": lambda _n, _: None,
}
LINKS: dict[str, Shape] = {
    "stable": lambda n, _: f"https://news.example/{n}",
    "tracked": lambda n, poll: f"http://www.news.example/{n}?utm_term={poll}",
    "anew": lambda n, poll: f"https://news.example/{poll}/{n}",
    "session": lambda n, poll: f"https://news.example/{n}?sid={poll}{n}",
    "moved": lambda n, poll: f"https://{'a' if poll >= HALF else 'b'}.news.example/{n}",
    "front page": lambda _n, _: "https://news.example/",
    "none": lambda _n, _: None,
}


def born(number: int) -> datetime:
    return poll_at(number) - timedelta(minutes=5, seconds=number % 7)


DATES: dict[str, Dating] = {
    "stable": lambda n, _: born(n),
    "anew": lambda n, poll: poll_at(poll) - timedelta(minutes=3 * (poll - n), seconds=n),
    "moved": lambda n, poll: born(n) + timedelta(minutes=17 if poll >= HALF else 0),
    "none": lambda _n, _: None,
}


def told(guid: str, link: str, date: str, *, text: Callable[[int], str]) -> Reader:
    """Return who has read such a feed."""
    reader = Reader()
    for poll in range(POLLS):
        numbers = [poll - age for age in range(WINDOW)]
        items = tuple(
            Item(
                id=f"e{n}",
                guid=GUIDS[guid](n, poll),
                link=LINKS[link](n, poll),
                title=text(n),
                summary=f"Of {text(n)}.",
                published_at=DATES[date](n, poll),
            )
            for n in numbers
        )
        reader.read(Poll(at=poll_at(poll), items=items))
    return reader


ALL = frozenset(f"e{n}" for n in range(1, POLLS))


def keeps_a_name(guid: str, link: str) -> bool:
    return guid == "stable" or link in {"stable", "tracked"}


@pytest.mark.parametrize("guid", GUIDS)
@pytest.mark.parametrize("link", LINKS)
def test_entry_is_new_once_if_something_stays_and_never_lost(guid: str, link: str) -> None:
    for date in DATES:
        alerts = told(guid, link, date, text=lambda n: f"report {n} of the night").alerts

        new = {name: count for name, count in alerts.items() if count}
        assert new.keys() >= ALL, date
        if keeps_a_name(guid, link) or date in {"stable", "none"}:
            assert new == dict.fromkeys(ALL, 1), date


@pytest.mark.parametrize("guid", GUIDS)
@pytest.mark.parametrize("link", LINKS)
def test_alarms_that_say_the_same_are_told_each(guid: str, link: str) -> None:
    for date in ("stable", "moved", "none"):
        if date == "none" and (guid == "one for all" or not keeps_a_name(guid, link)):
            continue  # nothing tells one from the other; one guid, it is one listed twice
        alerts = told(guid, link, date, text=lambda _: "air raid alert").alerts

        assert sum(alerts.values()) >= len(ALL), date
