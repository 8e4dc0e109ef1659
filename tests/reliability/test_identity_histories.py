"""T1 to T16 as the histories of twenty polls, while the way of reading them changes.

One poll reads entry by entry after a restart, with what the database remembers; the next
reads a document that is never sliced, for it declares entities; the third an ill-formed
one. None of it may make a known entry new or a new one known.
"""

from histories import histories
from newsroom import Newsroom
from publisher import ScriptedFeed

from bot.dedupe.identity import WRONG_FEED
from bot.domain.model import DeliveryKind

HISTORIES = {history.name[:2]: history for history in histories()}
POLLS = 20  # of thirty: what happens once in a history happens at the fifteenth
EVERYTHING = "entry"  # a word of each summary below
ENTITY = b'?>\n<!DOCTYPE rss [<!ENTITY site "Loopback">]>\n<rss'


def change_reading(room: Newsroom, feed: ScriptedFeed, number: int) -> None:
    """Let the poll `number` read otherwise than the one before."""
    document = feed.render()
    if number % 3 == 0:
        room.restart()
    elif number % 3 == 1:
        feed.body = document.replace(b"?>\n<rss", ENTITY)
    elif b"<item>" in document:  # without any it would be no feed
        feed.body = document.replace(b"</channel>", b"</channel></wrong>")


async def play(room: Newsroom, number: str) -> list[str]:
    """Poll through a history; return the ids of what alerted and was not to, or was not."""
    history = HISTORIES[number]
    polls = history.polls if number == "14" else history.polls[:POLLS]
    chat = await room.subscribe(1, query=EVERYTHING)
    feed = await room.feed("/feed.xml")
    feed.newest_first = False  # the history says the order
    for place, poll in enumerate(polls):
        room.clock[0] = poll.at
        feed.items.clear()
        feed.body = None
        for item in poll.items:
            feed.add(
                title=item.title,
                link=item.link or "",
                guid=item.guid or "",
                summary=f"{item.summary} {EVERYTHING} [{item.id}]",
                published=item.published_at,
            )
        change_reading(room, feed, place)
        report = await room.polling.poll_once(every=True)
        assert set(report.errors.values()) <= {WRONG_FEED}
    alerted = [
        row.summary.rpartition("[")[2].rstrip("]")
        for row in await room.rows(chat)
        if row.kind == DeliveryKind.ALERT
    ]
    published = {item.id for poll in polls for item in poll.items}
    wrong = set(alerted) ^ (history.must_alert & published)
    return sorted(wrong) + sorted(one for one in set(alerted) if alerted.count(one) > 1)


async def test_t01_guid_absent(room: Newsroom) -> None:
    assert await play(room, "02") == []


async def test_t02_one_guid_for_all(room: Newsroom) -> None:
    assert await play(room, "03") == []


async def test_t03_guid_from_http_to_https(room: Newsroom) -> None:
    assert await play(room, "04") == []


async def test_t04_all_guids_reformatted(room: Newsroom) -> None:
    assert await play(room, "05") == []


async def test_t05_tracking_parameters_change_at_each_fetch(room: Newsroom) -> None:
    assert await play(room, "06") == []


async def test_t06_newest_retracted(room: Newsroom) -> None:
    assert await play(room, "07") == []


async def test_t07_year_old_entry_comes_in_silently(room: Newsroom) -> None:
    assert await play(room, "08") == []


async def test_t08_headline_edited_alerts_no_second_time(room: Newsroom) -> None:
    assert await play(room, "09") == []

    edits = [row for row in await room.rows() if row.kind == DeliveryKind.EDIT]
    assert edits == []  # nothing was sent yet that could be edited


async def test_t09_oldest_first(room: Newsroom) -> None:
    assert await play(room, "10") == []


async def test_t10_late_entries_below_the_top(room: Newsroom) -> None:
    assert await play(room, "11") == []


async def test_t11_empty_now_and_then(room: Newsroom) -> None:
    assert await play(room, "12") == []


async def test_t12_wrong_feed_once_is_put_in_quarantine(room: Newsroom) -> None:
    assert await play(room, "13") == []

    titles = {str(row.title) for row in await room.rows()}
    assert not any("20005" in title for title in titles)
    assert (await room.state("/feed.xml")).fault is None


async def test_t13_entries_back_after_300_others(room: Newsroom) -> None:
    assert await play(room, "14") == []


async def test_t14_date_in_the_far_future_stays_on_top(room: Newsroom) -> None:
    assert await play(room, "15") == []


async def test_t15_the_same_title_each_time_is_sent_each_time(room: Newsroom) -> None:
    assert await play(room, "16") == []


async def test_t16_all_links_are_the_homepage(room: Newsroom) -> None:
    assert await play(room, "17") == []
