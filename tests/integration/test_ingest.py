"""From a feed over HTTP to rows of the outbox, on both databases."""

from dataclasses import replace
from datetime import timedelta

from newsroom import Newsroom
from sqlalchemy import select, update

from bot.domain.model import ChatState, DeliveryKind, DeliveryState
from bot.route.decide import PAUSED
from bot.store import chats, entries, schema

SHEBEKINO = "Drone attack on Shebekino injures three, governor says"
SUMSHCHYNA = "На Сумщині внаслідок обстрілу пошкоджено школу"


async def test_first_poll_is_silent_and_the_next_entry_alerts(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    feed.add(title="An older drone attack on Belgorod region", published=room.now)

    first = await room.poll()
    feed.add(title=SHEBEKINO, published=room.now)
    second = await room.poll()

    assert (first.new_entries, first.deliveries) == (1, 0)
    assert (second.new_entries, second.deliveries) == (1, 1)
    assert await room.alerts(chat) == [SHEBEKINO]


async def test_only_the_region_concerned_is_told(room: Newsroom) -> None:
    belgorod = await room.subscribe(1, regions=("RU-BEL",))
    sumy = await room.subscribe(2, regions=("UA-59",))
    russia = await room.subscribe(3, regions=("RU",))
    feed = await room.feed("/a.xml")
    await room.poll()

    feed.add(title=SHEBEKINO, published=room.now)
    feed.add(title=SUMSHCHYNA, published=room.now)
    await room.poll()

    assert await room.alerts(belgorod) == [SHEBEKINO]
    assert await room.alerts(sumy) == [SUMSHCHYNA]
    assert await room.alerts(russia) == [SHEBEKINO]


async def test_empty_feed_counts_as_the_first_poll(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")

    report = await room.poll()
    feed.add(title=SHEBEKINO, published=room.now)
    await room.poll()

    assert report.failed == 0
    assert await room.alerts(chat) == [SHEBEKINO]


async def test_same_headline_from_another_outlet_edits_the_alert(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    one = await room.feed("/one.xml", publisher="One")
    two = await room.feed("/two.xml", publisher="Two")
    await room.poll()
    one.add(title=SHEBEKINO, published=room.now)
    await room.poll()
    async with room.store.write() as tx:
        await tx.execute(
            update(schema.delivery).values(state=DeliveryState.SENT.value, message_id=1)
        )

    two.add(title=f"{SHEBEKINO} - Two", published=room.now)
    await room.poll()

    rows = await room.rows(chat)
    assert [row.kind for row in rows] == [DeliveryKind.ALERT, DeliveryKind.EDIT]
    assert len({row.story_id for row in rows}) == 1


async def test_an_alert_that_still_waits_needs_no_edit(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    one = await room.feed("/one.xml", publisher="One")
    two = await room.feed("/two.xml", publisher="Two")
    await room.poll()

    one.add(title=SHEBEKINO, published=room.now)
    await room.poll()
    two.add(title=SHEBEKINO, published=room.now)
    await room.poll()

    assert [row.kind for row in await room.rows(chat)] == [DeliveryKind.ALERT]


async def test_who_subscribed_later_hears_of_the_story_from_its_next_outlet(
    room: Newsroom,
) -> None:
    await room.subscribe(1, regions=("RU-BEL",))
    one = await room.feed("/one.xml", publisher="One")
    two = await room.feed("/two.xml", publisher="Two")
    await room.poll()
    one.add(title=SHEBEKINO, published=room.now)
    await room.poll()

    late = await room.subscribe(2, regions=("RU-BEL",))
    two.add(title=SHEBEKINO, published=room.now)
    await room.poll()

    assert await room.alerts(late) == [SHEBEKINO]


async def test_several_matching_subscriptions_send_one_alert(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    await room.subscribe(1, query="drone")
    await room.subscribe(1, regions=("RU-BEL",), query="Shebekino")
    feed = await room.feed("/a.xml")
    await room.poll()

    feed.add(title=SHEBEKINO, published=room.now)
    await room.poll()

    (row,) = await room.rows(chat)
    assert "RU-BEL" in row.evidence
    assert len(row.evidence) > 1


async def test_unchanged_body_is_not_parsed_again(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    feed.add(title=SHEBEKINO, published=room.now)
    await room.poll()

    not_modified = await room.poll()
    feed.etag = False
    unchanged = await room.poll()

    assert (not_modified.not_modified, not_modified.new_entries) == (1, 0)
    assert (unchanged.unchanged, unchanged.new_entries) == (1, 0)


async def test_headline_edited_to_name_a_place_reaches_its_subscriber(
    room: Newsroom,
) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()
    feed.add(title="Drone attack injures three people", published=room.now)
    await room.poll()

    feed.items[-1] = replace(feed.items[-1], title=SHEBEKINO)
    feed.changed_at = room.later()
    report = await room.poll()

    assert report.new_entries == 0
    assert await room.alerts(chat) == [SHEBEKINO]


async def test_old_entries_that_surface_are_stored_silently(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    feed.add(title="Something else entirely happened", published=room.now)
    await room.poll()

    feed.add(title=SHEBEKINO, published=room.now - timedelta(days=30))
    report = await room.poll()

    assert report.new_entries == 1
    assert await room.alerts(chat) == []


async def test_failing_feed_keeps_what_it_knows_and_backs_off(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    feed.add(title="Something else entirely happened", published=room.now)
    await room.poll()

    feed.will_fail(503, times=2)
    failed = await room.poll()
    feed.add(title=SHEBEKINO, published=room.now)
    await room.poll()
    await room.poll(timedelta(minutes=30))

    assert failed.failed == 1
    assert "503" in next(iter(failed.errors.values()))
    assert await room.alerts(chat) == [SHEBEKINO]


async def test_alert_for_a_paused_chat_waits(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()
    async with room.store.write() as tx:
        await chats.set_paused(tx, chat, chats.FOREVER)

    feed.add(title=SHEBEKINO, published=room.now)
    await room.poll()

    assert [row.state for row in await room.rows(chat)] == [DeliveryState.HELD]
    async with room.store.read() as tx:
        row = (await tx.execute(select(schema.match.c.action, schema.match.c.reason))).one()
    assert tuple(row) == ("hold", PAUSED)


async def test_alert_for_an_unreachable_chat_waits(room: Newsroom) -> None:
    chat = await room.subscribe(1, regions=("RU-BEL",))
    feed = await room.feed("/a.xml")
    await room.poll()
    async with room.store.write() as tx:
        await chats.set_state(tx, chat, ChatState.UNREACHABLE, "blocked")

    feed.add(title=SHEBEKINO, published=room.now)
    await room.poll()

    assert [row.state for row in await room.rows(chat)] == [DeliveryState.HELD]


async def test_feed_taken_from_the_file_is_paused_and_kept(room: Newsroom) -> None:
    feed = await room.feed("/a.xml")
    feed.add(title=SHEBEKINO, published=room.now)
    await room.poll()

    room.specs.clear()
    await room.configure()
    report = await room.poll()

    assert report.feeds == 0
    async with room.store.read() as tx:
        assert len(await entries.find_many(tx, range(5))) == 1


async def test_one_headline_in_two_polls_that_overlap_is_one_story(room: Newsroom) -> None:
    """The poll that began first is recorded last: its server was slower."""
    chat = await room.subscribe(1, regions=("RU-BEL",))
    slow = await room.feed("/slow.xml", publisher="Alpha")
    fast = await room.feed("/fast.xml", publisher="Beta")
    await room.poll()
    slow.add(title=SHEBEKINO, published=room.now)
    fast.add(title=SHEBEKINO, published=room.now)
    room.later()
    early, late = await room.polling._claim(2, now=room.now)

    await room.polling.ingest.poll(late, now=room.now + timedelta(seconds=20))
    await room.polling.ingest.poll(early, now=room.now)

    assert await room.alerts(chat) == [SHEBEKINO]
