"""Seventeen feed histories that make readers repeat, miss or dig up entries.

Each is a run of polls of one feed with a window of ten entries, one new entry a poll unless
its name says otherwise. The same table drives the identity rule alone and the whole service
over HTTP.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

POLLS = 30
WINDOW = 10
FIRST_POLL_AT = datetime(2026, 3, 2, 10, tzinfo=UTC)
STEP = timedelta(hours=1)

_NAMES = (
    *("Shebekino", "Okhtyrka", "Rylsk", "Vovchansk", "Hrayvoron", "Bilopillia", "Sudzha"),
    *("Kupiansk", "Valuyki", "Trostianets", "Lgov", "Chuhuiv", "Korocha", "Konotop"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item of a document; `id` tells the test which entry it is."""

    id: str
    guid: str | None
    link: str | None
    title: str
    summary: str = ""
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Poll:
    """What the feed says at one poll, in document order."""

    at: datetime
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """A feed's polls, and the ids of the entries that must alert: each once, no other."""

    name: str
    polls: tuple[Poll, ...]
    must_alert: frozenset[str]


def poll_at(number: int) -> datetime:
    """Return the time of the poll `number`, from 0."""
    return FIRST_POLL_AT + number * STEP


def histories() -> tuple[History, ...]:
    """Return the seventeen histories, in the order of their numbers."""
    return tuple(_history(name, shape) for name, shape in _SHAPES.items())


def _entry(number: int) -> Item:
    """Return the entry that appears at poll `number`; up to 0 it was there before."""
    place = _NAMES[number % len(_NAMES)]
    return Item(
        id=f"e{number}",
        guid=f"https://news.example/?p={1000 + number}",
        link=f"https://news.example/articles/{1000 + number}.html",
        title=f"Report {number}: what happened near {place} during the night",
        summary=f"The head of the community of {place} gave details, number {number}.",
        published_at=poll_at(number) - timedelta(minutes=5),
    )


def _window(poll: int) -> list[Item]:
    return [_entry(poll - age) for age in range(WINDOW)]


def _each(change: Callable[[int, Item], Item]) -> Callable[[int], list[Item]]:
    return lambda poll: [change(poll, item) for item in _window(poll)]


def _number(item: Item) -> int:
    return int(item.id[1:])


def _no_guid(_: int, item: Item) -> Item:
    return replace(item, guid=None)


def _one_guid(_: int, item: Item) -> Item:
    return replace(item, guid="https://news.example/")


def _https_half_way(poll: int, item: Item) -> Item:
    scheme = "http" if poll < POLLS // 2 else "https"
    return replace(item, guid=f"{scheme}://news.example/?p={1000 + _number(item)}")


def _reformatted(poll: int, item: Item) -> Item:
    return replace(item, guid=f"tag:{item.id}") if poll >= POLLS // 2 else item


def _tracked(poll: int, item: Item) -> Item:
    return replace(item, guid=None, link=f"{item.link}?utm_source=rss&utm_term=x{poll}")


def _retracted(poll: int) -> list[Item]:
    gone = 15
    numbers = (poll - age for age in range(WINDOW + 1))
    return [_entry(n) for n in numbers if not (n == gone and poll > gone)][:WINDOW]


def _year_old(poll: int) -> list[Item]:
    if poll < POLLS // 2:
        return _window(poll)
    old = replace(_entry(-500), published_at=FIRST_POLL_AT - timedelta(days=365))
    return [*_window(poll)[:4], *_window(poll)[5:], old]


def _headline_edited(poll: int, item: Item) -> Item:
    edited = poll >= _number(item) + 2
    return replace(item, title=f"{item.title} (updated)") if edited else item


def _late(poll: int) -> list[Item]:
    """Below the top stands what was published hours ago and is here for the first time."""
    items: list[Item] = []
    for item in _window(poll):
        items.append(item)
        number = _number(item)
        if number > 0 and number % 5 == 0:
            late = replace(
                _entry(number + 10_000),
                id=f"late{number}",
                published_at=poll_at(number) - timedelta(hours=4),
            )
            items.append(late)
    return items[:WINDOW]


def _sometimes_empty(poll: int) -> list[Item]:
    return [] if poll % 6 == 5 else _window(poll)


def _wrong_feed_once(poll: int) -> list[Item]:
    if poll != POLLS // 2:
        return _window(poll)
    return [
        replace(
            _entry(20_000 + age),
            id=f"foreign{age}",
            guid=f"https://other.example/{age}",
            link=f"https://other.example/{age}.html",
            published_at=poll_at(poll) - age * STEP,
        )
        for age in range(WINDOW)
    ]


def _return_after_300(poll: int) -> list[Item]:
    """Ten new entries a poll; at the two last polls those of the second poll are back."""
    source = 1 if poll >= POLLS else poll
    return [_burst(source, position) for position in range(WINDOW)]


def _burst(poll: int, position: int) -> Item:
    item = _entry(poll * WINDOW + position)
    return replace(item, published_at=poll_at(poll) - timedelta(minutes=position))


def _pinned(poll: int) -> list[Item]:
    far = replace(
        _entry(-1), id="pinned", guid="pinned", link="https://news.example/pinned"
    )
    far = replace(far, title="Subscribe to our channel and read the news first")
    return [
        replace(far, published_at=datetime(2099, 1, 1, tzinfo=UTC)),
        *_window(poll)[:-1],
    ]


def _same_title(_: int, item: Item) -> Item:
    return replace(item, title="Operational information as of 08:00")


def _homepage_links(_: int, item: Item) -> Item:
    return replace(item, link="https://news.example/")


_SHAPES: dict[str, Callable[[int], list[Item]]] = {
    "01 undisturbed": _window,
    "02 no guid": _each(_no_guid),
    "03 one guid for all entries": _each(_one_guid),
    "04 guid flips from http to https": _each(_https_half_way),
    "05 all guids reformatted once": _each(_reformatted),
    "06 no guid, tracking parameter changes": _each(_tracked),
    "07 newest entry retracted": _retracted,
    "08 a year-old entry back in the window": _year_old,
    "09 headline edited two polls later": _each(_headline_edited),
    "10 oldest first": lambda poll: _window(poll)[::-1],
    "11 late entries below the top": _late,
    "12 every sixth fetch is empty": _sometimes_empty,
    "13 another site's feed once": _wrong_feed_once,
    "14 ten entries return after 300 others": _return_after_300,
    "15 far-future entry pinned on top": _pinned,
    "16 the same title every time": _each(_same_title),
    "17 all links are the homepage": _each(_homepage_links),
}


def _history(name: str, shape: Callable[[int], list[Item]]) -> History:
    polls = tuple(
        Poll(at=poll_at(number), items=tuple(shape(number))) for number in _numbers(name)
    )
    first = {item.id for item in polls[0].items}
    later = {item.id for poll in polls[1:] for item in poll.items}
    stale = {"e-500", *(f"foreign{age}" for age in range(WINDOW))}
    return History(name=name, polls=polls, must_alert=frozenset(later - first - stale))


def _numbers(name: str) -> Iterator[int]:
    yield from range(POLLS + 2 if name.startswith("14") else POLLS)
