"""What waits, and the one message that it becomes, over the real Bot API."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from sqlalchemy import update
from told_room import OLENA, SAM, ToldRoom, told_room

from bot.demo.botapi import Fault
from bot.demo.botapi.faults import Kind
from bot.domain.model import Chat, DeliveryState, DigestTimes, Mode, QuietHours
from bot.pipeline import chats as chat_cases
from bot.pipeline import digest_cards, digests, timetable
from bot.pipeline.chats import Sender
from bot.pipeline.telling import tell
from bot.store import schema, subscriptions
from bot.store.engine import Store

START = datetime(2026, 11, 22, 10, tzinfo=UTC)  # noon in Kyiv, a Sunday
NIGHT = QuietHours(start=time(23), end=time(7))
MIDNIGHT = 12  # hours from START
DRONE = "Drone over Shebekino"


@pytest.fixture
async def room(store: Store) -> AsyncIterator[ToldRoom]:
    async with told_room(store, START) as room:
        yield room


def titles(text: str) -> list[str]:
    """Return the numbered lines of a digest."""
    return re.findall(r"^\d+\. .*$", text, re.MULTILINE)


async def test_a_digest_comes_at_its_time_and_once(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    for number in range(3):
        await room.happen(f"{DRONE} {number}")

    await room.tick(hours=7, minutes=59)
    early = room.texts(OLENA)
    await room.tick(minutes=1)
    for _ in range(3):
        await room.tick(minutes=1)

    assert early == []
    [text] = room.texts(OLENA)
    assert text.startswith("🗞 Evening digest · Sun 22 Nov, 20:00\n3 stories\n\n")
    assert "Belgorod Oblast\n1. Drone over Shebekino 2 Alpha · 12:00" in text
    assert room.messages(OLENA)[0].get("disable_notification")
    assert set(await room.states()) == {"digested", "sent"}


async def test_a_chat_that_set_nothing_is_told_at_once(room: ToldRoom) -> None:
    await room.join(SAM)
    await room.happen(DRONE)

    await room.tick()

    assert len(room.texts(SAM)) == 1


async def test_digests_missed_while_down_come_as_one(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(f"{DRONE} 1")
    room.clock[0] += timedelta(days=1)
    await room.happen(f"{DRONE} 2")

    await room.tick(days=2)
    await room.tick(minutes=5)

    [text] = room.texts(OLENA)
    assert text.startswith("🗞 Morning digest · Wed 25 Nov, 08:00\n2 stories")


async def test_a_clock_that_jumps_back_sends_no_digest_twice(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(f"{DRONE} 1")
    await room.tick(hours=8)
    async with room.store.write() as tx:
        await tx.execute(update(schema.chat).values(next_digest_at=START))

    await room.tick(minutes=-30)
    await room.happen(f"{DRONE} 2")
    await room.tick(minutes=30)
    await room.tick(hours=12)

    first, second = room.texts(OLENA)
    assert (room.count(OLENA, f"{DRONE} 1"), room.count(OLENA, f"{DRONE} 2")) == (1, 1)
    assert "20:00" in first
    assert "08:00" in second


async def test_a_clock_that_was_years_ahead_silences_no_digest(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    async with room.store.write() as tx:
        ahead = START + timedelta(days=900)
        await tx.execute(update(schema.chat).values(next_digest_at=ahead))

    await room.tick()
    await room.happen(DRONE)
    await room.tick(hours=8)

    assert len(room.texts(OLENA)) == 1


async def test_digests_come_on_their_weekdays(room: ToldRoom) -> None:
    workdays = DigestTimes(times=(time(8),), days=frozenset(range(5)))
    await room.join(OLENA, mode=Mode.DIGEST, digests=workdays)
    room.clock[0] += timedelta(days=5)  # a Friday
    await room.tick()
    await room.happen(DRONE)

    await room.tick(days=2)
    at_weekend = room.texts(OLENA)
    await room.tick(days=1)

    assert at_weekend == []
    assert "Mon 30 Nov, 08:00" in room.texts(OLENA)[0]


async def test_nothing_new_is_said_to_whom_wants_to_hear_it(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.DIGEST, digests=DigestTimes(says_nothing=True))
    await room.join(SAM, mode=Mode.DIGEST)

    await room.tick(hours=8)

    [text] = room.texts(OLENA)
    assert "Nothing new since the last one." in text
    assert room.texts(SAM) == []


async def test_urgent_comes_at_once_and_the_rest_waits(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.SMART)
    breaking = await room.happen(f"{DRONE} 1")
    await room.happen("Road works in Belgorod")
    await room.tick()
    await room.happen(f"{DRONE} 2", outlet="Beta", story_id=breaking)
    await room.tick(minutes=10)
    quiet_so_far = room.texts(OLENA)

    await room.happen(f"{DRONE} 3", outlet="Gamma", story_id=breaking)
    await room.tick(minutes=10)
    alerts = room.texts(OLENA)
    await room.tick(hours=8)

    assert quiet_so_far == []
    [alert] = alerts
    assert DRONE in alert
    assert "3 outlets" in alert
    [_, digest] = room.texts(OLENA)
    assert "1 story" in digest
    assert titles(digest) == ["1. Road works in Belgorod Alpha · 12:00"]


@pytest.mark.parametrize("outlets", [("Alpha", "Beta"), ("Alpha", "Beta", "Gamma")])
async def test_outlets_that_were_polled_together_break_a_story(
    room: ToldRoom, outlets: tuple[str, ...]
) -> None:
    await room.join(OLENA, mode=Mode.SMART)
    await room.happen_at_once(DRONE, outlets)

    await room.tick()

    assert len(room.texts(OLENA)) == len(outlets) - 2


async def test_what_becomes_urgent_within_one_transaction_is_urgent(
    room: ToldRoom,
) -> None:
    """The second entry matches a marked subscription, the first one another."""
    chat = await room.join(OLENA, mode=Mode.SMART)
    plain = room.followers[OLENA]
    async with room.store.write() as tx:
        added = await subscriptions.add(tx, chat.id, query="drone", now=room.now)
    marked = plain._replace(subscription_id=added.subscription.id)
    await timetable.set_urgent(room.store, chat, marked.subscription_id, is_urgent=True)
    async with room.store.write() as tx:
        first = await room.store_entry(tx, DRONE, "Alpha", None)
        second = await room.store_entry(tx, DRONE, "Beta", first.story_id)
        await tell(tx, [first, replace(second, matches=[marked])])

    await room.tick()

    assert len(room.texts(OLENA)) == 1
    assert DRONE in room.texts(OLENA)[0]


async def test_three_outlets_within_hours_do_not_break(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.SMART)
    story = await room.happen(DRONE)
    for outlet in ("Beta", "Gamma"):
        room.clock[0] += timedelta(minutes=20)
        await room.happen(DRONE, outlet=outlet, story_id=story)

    await room.tick()

    assert room.texts(OLENA) == []


async def test_a_subscription_marked_as_urgent_alerts_at_once(room: ToldRoom) -> None:
    chat = await room.join(OLENA, mode=Mode.SMART)
    marked = room.followers[OLENA].subscription_id
    await timetable.set_urgent(room.store, chat, marked, is_urgent=True)
    await room.happen(DRONE)

    await room.tick()

    assert len(room.texts(OLENA)) == 1


async def test_a_subscription_that_comes_with_the_digests_waits_for_them(
    room: ToldRoom,
) -> None:
    chat = await room.join(OLENA)
    calm = room.followers[OLENA].subscription_id
    await timetable.set_in_digest(room.store, chat, calm, in_digest=True, now=room.now)
    await room.happen(DRONE)
    await room.tick()
    before = list(room.texts(OLENA))

    await room.tick(hours=8)

    assert before == []
    [digest] = room.texts(OLENA)
    assert "1 story" in digest


async def test_what_another_subscription_finds_does_not_wait_for_the_digest(
    room: ToldRoom,
) -> None:
    """The first entry matches the calm subscription only, the second one another."""
    chat = await room.join(OLENA)
    calm = room.followers[OLENA]
    await timetable.set_in_digest(
        room.store, chat, calm.subscription_id, in_digest=True, now=room.now
    )
    async with room.store.write() as tx:
        added = await subscriptions.add(tx, chat.id, query="drone", now=room.now)
    other = calm._replace(subscription_id=added.subscription.id)
    async with room.store.write() as tx:
        first = await room.store_entry(tx, DRONE, "Alpha", None)
        await tell(tx, [first])
    await room.tick()
    before = list(room.texts(OLENA))
    async with room.store.write() as tx:
        second = await room.store_entry(tx, DRONE, "Beta", first.story_id)
        await tell(tx, [replace(second, matches=[other])])

    await room.tick()

    assert before == []
    assert len(room.texts(OLENA)) == 1


async def test_what_waits_for_nothing_but_a_subscription_that_was_removed_is_dropped(
    room: ToldRoom,
) -> None:
    """With its last subscription of that kind the chat has no digest any more."""
    chat = await room.join(OLENA)
    calm = room.followers[OLENA].subscription_id
    await timetable.set_in_digest(room.store, chat, calm, in_digest=True, now=room.now)
    await room.happen(DRONE)
    async with room.store.write() as tx:
        await subscriptions.remove(tx, chat.id, [calm])

    await room.tick(hours=8)

    assert room.texts(OLENA) == []
    assert await room.states() == ["unwanted"]


async def test_quiet_hours_end_with_one_summary(room: ToldRoom) -> None:
    await room.join(OLENA, quiet=NIGHT)
    room.clock[0] += timedelta(hours=MIDNIGHT)
    for number in range(4):
        await room.happen(f"{DRONE} {number}")
        await room.tick(minutes=30)
    asleep = room.texts(OLENA)

    await room.tick(hours=5)
    await room.tick(minutes=5)

    assert asleep == []
    [text] = room.texts(OLENA)
    assert text.startswith("🗞 What came meanwhile · Mon 23 Nov, 07:00\n4 stories")
    assert not room.messages(OLENA)[0].get("disable_notification")


async def test_little_that_waited_comes_one_by_one(room: ToldRoom) -> None:
    await room.join(OLENA, quiet=NIGHT)
    room.clock[0] += timedelta(hours=MIDNIGHT)
    for number in range(2):
        await room.happen(f"{DRONE} {number}")

    await room.tick(hours=7)

    assert [text.split("\n")[0] for text in room.texts(OLENA)] == [
        f"{DRONE} 0",
        f"{DRONE} 1",
    ]


async def test_urgent_passes_quiet_hours_if_it_may(room: ToldRoom) -> None:
    wakeful = QuietHours(start=time(23), end=time(7), but_urgent=True)
    await room.join(OLENA, quiet=wakeful)
    await room.join(SAM, quiet=NIGHT)
    room.clock[0] += timedelta(hours=MIDNIGHT)
    story = await room.happen(DRONE)
    for outlet in ("Beta", "Gamma"):
        await room.happen(DRONE, outlet=outlet, story_id=story)

    await room.tick()

    assert (len(room.texts(OLENA)), len(room.texts(SAM))) == (1, 0)


async def test_what_was_not_sent_before_quiet_hours_waits_for_their_end(
    room: ToldRoom,
) -> None:
    await room.join(OLENA, quiet=NIGHT)
    room.clock[0] += timedelta(hours=MIDNIGHT - 1, minutes=-1)
    await room.happen(DRONE)
    room.api.faults.add(Fault(method="sendMessage", kind="500"))

    await room.tick()
    await room.tick(minutes=5)
    asleep = room.texts(OLENA)
    await room.tick(hours=8)

    assert asleep == []
    assert len(room.texts(OLENA)) == 1


@pytest.mark.parametrize("kind", ["500", "reset_before"])
async def test_a_digest_that_was_not_sent_before_quiet_hours_waits_for_their_end(
    room: ToldRoom, kind: Kind
) -> None:
    late = DigestTimes(times=(time(22, 59),))
    await room.join(OLENA, mode=Mode.DIGEST, digests=late, quiet=NIGHT)
    await room.happen(DRONE)
    room.clock[0] += timedelta(hours=MIDNIGHT - 1, minutes=-1)
    room.api.faults.add(Fault(method="sendMessage", kind=kind))

    await room.tick(seconds=58)
    await room.tick(minutes=5)
    asleep = room.texts(OLENA)
    await room.tick(hours=8)

    assert asleep == []
    assert room.count(OLENA, DRONE) == 1


async def test_a_digest_that_is_asked_for_comes_though_quiet_hours_begin(
    room: ToldRoom,
) -> None:
    early = DigestTimes(times=(time(6),))
    await room.join(OLENA, mode=Mode.DIGEST, digests=early, quiet=NIGHT)
    await room.happen(DRONE)
    room.clock[0] += timedelta(hours=MIDNIGHT - 1, seconds=-1)
    await digests.ask(room.store, await room.chat(OLENA), now=room.now)
    room.api.faults.add(Fault(method="sendMessage", kind="500"))

    await room.tick()
    await room.tick(minutes=5)

    assert room.count(OLENA, DRONE) == 1


async def test_a_digest_waits_for_the_end_of_quiet_hours(room: ToldRoom) -> None:
    early = DigestTimes(times=(time(6),))
    await room.join(OLENA, mode=Mode.DIGEST, digests=early, quiet=NIGHT)
    await room.happen(DRONE)

    await room.tick(hours=18, minutes=1)
    at_six = room.texts(OLENA)
    await room.tick(hours=1)

    assert at_six == []
    [text] = room.texts(OLENA)
    assert "06:00" in text


async def _put_off(room: ToldRoom) -> Chat:
    """Let the time of a day's only digest pass within quiet hours."""
    late = DigestTimes(times=(time(23, 30),))
    await room.join(OLENA, mode=Mode.DIGEST, digests=late, quiet=NIGHT)
    await room.happen(DRONE)
    await room.tick(hours=MIDNIGHT)
    return await room.chat(OLENA)


async def test_a_digest_that_was_put_off_comes_when_quiet_hours_are_lifted(
    room: ToldRoom,
) -> None:
    chat = await _put_off(room)

    await timetable.set_quiet(room.store, chat, None, now=room.now)
    await room.tick(minutes=1)
    await room.tick(hours=24)

    [text] = room.texts(OLENA)
    assert "Sun 22 Nov, 23:30" in text


async def test_a_digest_that_was_put_off_comes_whatever_else_is_set_meanwhile(
    room: ToldRoom,
) -> None:
    chat = await _put_off(room)

    await timetable.set_limit(room.store, chat, 20, now=room.now)
    await timetable.set_quiet(room.store, chat, replace(NIGHT, end=time(8)), now=room.now)
    await room.tick(hours=7, minutes=30)
    early = room.texts(OLENA)
    await room.tick(minutes=30)

    assert early == []
    [text] = room.texts(OLENA)
    assert "23:30" in text


async def test_quiet_hours_that_end_with_a_digest_bring_none_sooner(room: ToldRoom) -> None:
    morning = DigestTimes(times=(time(7),))
    chat = await room.join(OLENA, mode=Mode.DIGEST, digests=morning, quiet=NIGHT)
    await room.happen(DRONE)
    await room.tick(hours=MIDNIGHT)

    await timetable.set_quiet(room.store, chat, None, now=room.now)
    await room.tick(minutes=1)
    early = room.texts(OLENA)
    await room.tick(hours=7)

    assert early == []
    assert room.count(OLENA, DRONE) == 1


async def test_much_at_once_is_one_message_with_every_headline(room: ToldRoom) -> None:
    await room.join(OLENA)
    await room.join(SAM)
    for number in range(25):
        await room.happen(f"Drone number {number:02} over Shebekino")
    async with room.store.write() as tx:
        chat_id = room.followers[SAM].chat_id
        few = schema.delivery.c.id <= 20  # ten of Sam's
        theirs = schema.delivery.c.chat_id == chat_id
        await tx.execute(schema.delivery.delete().where(theirs, ~few))

    await room.tick()
    chat = await room.chat(OLENA)
    digest_id = max(row.digest_id for row in await room.rows() if row.digest_id)
    pages = [
        await digest_cards.read_page(room.store, chat, digest_id, page=page)
        for page in range(3)
    ]

    [text] = room.texts(OLENA)
    assert text.startswith("🗞 A lot at once · Sun 22 Nov, 12:00\n25 stories")
    assert len(titles(text)) == 10
    lines = [line for page in pages if page is not None for line in page.lines]
    assert sorted(line.title for line in lines) == [
        f"Drone number {number:02} over Shebekino" for number in range(25)
    ]
    assert all(line.url for line in lines)
    assert len(room.texts(SAM)) == 10


async def test_over_its_limit_a_chat_gets_the_rest_of_the_hour_together(
    room: ToldRoom,
) -> None:
    await room.join(OLENA, limit=2)
    for number in range(6):
        await room.happen(f"{DRONE} {number}")
        await room.tick(minutes=1)
    within = room.texts(OLENA)

    await room.tick(hours=1)

    assert len(within) == 2
    assert len(room.texts(OLENA)) == 3
    assert "4 stories" in room.texts(OLENA)[2]


async def test_what_waited_in_a_pause_comes_as_one_summary(room: ToldRoom) -> None:
    chat = await room.join(OLENA)
    await chat_cases.pause(room.store, chat, now=room.now)
    for number in range(5):
        await room.happen(f"{DRONE} {number}")
        await room.tick(days=1)
    paused = room.texts(OLENA)

    await chat_cases.resume(room.store, await room.chat(OLENA), now=room.now)
    await room.tick()

    assert paused == []
    [text] = room.texts(OLENA)
    assert "5 stories" in text


async def test_a_pause_that_ends_by_itself_ends_with_a_summary(room: ToldRoom) -> None:
    chat = await room.join(OLENA)
    await room.happen(f"{DRONE} 0")
    await chat_cases.pause(room.store, chat, now=room.now, length=timedelta(hours=2))
    for number in range(1, 4):
        await room.happen(f"{DRONE} {number}")

    await room.tick(hours=2)

    [text] = room.texts(OLENA)
    assert "4 stories" in text


async def test_who_comes_back_after_a_block_gets_one_summary(room: ToldRoom) -> None:
    await room.join(OLENA)
    room.api.block(OLENA)
    for number in range(4):
        await room.happen(f"{DRONE} {number}")
        await room.tick(days=3)
    blocked = room.texts(OLENA)

    room.api.unblock(OLENA)
    await chat_cases.open_chat(room.store, Sender(telegram_id=OLENA), now=room.now)
    await room.tick()

    assert blocked == []
    [text] = room.texts(OLENA)
    assert "4 stories" in text


async def test_a_digest_that_met_a_block_comes_with_the_summary(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(f"{DRONE} 1")
    room.api.block(OLENA)
    await room.tick(hours=8)
    await room.happen(f"{DRONE} 2")
    await room.tick(hours=24)

    room.api.unblock(OLENA)
    await chat_cases.mark_reachable(room.store, OLENA, now=room.now)
    await room.tick()
    await room.tick(minutes=1)

    [text] = room.texts(OLENA)
    assert "2 stories" in text


async def test_what_telegram_took_nothing_of_for_hours_comes_as_one_summary(
    room: ToldRoom,
) -> None:
    await room.join(OLENA)
    room.api.faults.add(Fault(method="sendMessage", kind="500", times=10_000))
    for number in range(5):
        await room.happen(f"{DRONE} {number}")
        await room.tick(hours=2)
    room.api.faults.clear()

    await room.tick(minutes=10)
    await room.tick(minutes=10)

    counts = [room.count(OLENA, f"{DRONE} {number}") for number in range(5)]
    assert counts == [1] * 5


async def test_digests_off_brings_what_waited(room: ToldRoom) -> None:
    chat = await room.join(OLENA, mode=Mode.DIGEST)
    for number in range(3):
        await room.happen(f"{DRONE} {number}")

    await timetable.set_digests(
        room.store, chat, mode=Mode.NOW, digests=chat.digests, now=room.now
    )
    await room.tick(minutes=1)

    [text] = room.texts(OLENA)
    assert "3 stories" in text


async def test_another_zone_moves_the_next_digest(room: ToldRoom) -> None:
    chat = await room.join(OLENA, mode=Mode.DIGEST)
    await timetable.set_time_zone(room.store, chat, "America/New_York", now=room.now)
    await room.happen(DRONE)

    await room.tick(hours=3)

    [text] = room.texts(OLENA)
    assert "Morning digest · Sun 22 Nov, 08:00" in text
    assert "Alpha · 05:00" in text


async def test_a_crash_between_making_and_sending_loses_and_repeats_nothing(
    room: ToldRoom,
) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(DRONE)
    room.clock[0] += timedelta(hours=8)
    await digests.look(room.store, now=room.now)
    made = await room.states()

    await room.dispatch.recover()  # as a new process does
    await digests.look(room.store, now=room.now)
    await room.tick()

    assert made == ["digested", "ready"]
    assert room.count(OLENA, DRONE) == 1


async def test_a_crash_while_making_leaves_what_waited(
    room: ToldRoom, monkeypatch: pytest.MonkeyPatch
) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(DRONE)
    room.clock[0] += timedelta(hours=8)
    with monkeypatch.context() as patch:
        patch.setattr("bot.pipeline.digests.arrange", None)
        with pytest.raises(TypeError):
            await digests.look(room.store, now=room.now)

    waits = await room.states()
    await room.tick()

    assert waits == [DeliveryState.LISTED]
    assert room.count(OLENA, DRONE) == 1


async def test_an_answer_lost_on_the_way_repeats_the_digest_once(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(DRONE)
    room.api.faults.add(Fault(method="sendMessage", kind="reset_after"))

    await room.tick(hours=8)
    await room.tick(minutes=1)
    await room.tick(minutes=1)

    assert len(room.texts(OLENA)) == 2


async def test_an_old_digest_whose_connection_broke_is_sent_again(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(DRONE)
    room.api.faults.add(Fault(method="sendMessage", kind="500", times=10_000))
    await room.tick(hours=8)
    room.api.faults.clear()
    room.api.faults.add(Fault(method="sendMessage", kind="reset_before"))

    await room.tick(hours=8)
    await room.tick(minutes=1)

    assert room.count(OLENA, DRONE) == 1


async def test_two_broken_connections_in_a_row_lose_no_alert(room: ToldRoom) -> None:
    await room.join(OLENA)
    await room.happen(DRONE)
    room.api.faults.add(Fault(method="sendMessage", kind="reset_before", times=2))

    for _ in range(3):
        await room.tick(minutes=10)

    assert room.count(OLENA, DRONE) == 1


async def test_what_may_have_arrived_before_quiet_hours_waits_for_their_end(
    room: ToldRoom,
) -> None:
    await room.join(OLENA, quiet=NIGHT)
    await room.happen(DRONE)
    room.api.faults.add(Fault(method="sendMessage", kind="reset_before", times=2))
    await room.tick(hours=10, minutes=58)
    await room.tick(minutes=1)

    await room.tick(minutes=30)
    within = room.texts(OLENA)
    await room.tick(hours=8)

    assert within == []
    assert room.count(OLENA, DRONE) == 1


async def test_what_may_have_arrived_before_hours_of_trouble_comes_as_one_summary(
    room: ToldRoom,
) -> None:
    await room.join(OLENA)
    await room.happen(DRONE)
    room.api.faults.add(Fault(method="sendMessage", kind="reset_before"))
    await room.tick()
    room.api.faults.add(Fault(method="sendMessage", kind="500", times=10_000))
    await room.tick(hours=7)
    room.api.faults.clear()

    for _ in range(2):
        await room.tick(minutes=10)

    assert room.count(OLENA, DRONE) == 1


async def test_what_is_asked_for_comes_now(room: ToldRoom) -> None:
    chat = await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(DRONE)

    count = await digests.ask(room.store, chat, now=room.now)
    again = await digests.ask(room.store, chat, now=room.now)
    await room.tick()
    await room.tick(hours=8)

    assert (count, again) == (1, 0)
    [text] = room.texts(OLENA)
    assert text.startswith("🗞 Digest · ")


async def test_a_story_of_a_digest_is_told_once(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    story = await room.happen(DRONE)
    await room.tick(hours=8)

    await room.happen(f"{DRONE} again", outlet="Beta", story_id=story)
    await room.tick(hours=12)

    assert len(room.texts(OLENA)) == 1


async def test_a_digest_goes_with_the_text_of_its_stories(room: ToldRoom) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(DRONE)
    await room.tick(hours=8)

    await room.tick(days=91)

    assert await room.rows() == []


async def test_who_is_forgotten_leaves_nothing(room: ToldRoom) -> None:
    chat = await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(f"{DRONE} 1")
    await room.tick(hours=8)
    await room.happen(f"{DRONE} 2")

    await chat_cases.forget(room.store, chat)
    await room.tick(hours=12)

    assert await room.rows() == []


async def test_more_that_waits_joins_what_could_not_be_sent(room: ToldRoom) -> None:
    """A chat that Telegram lets nobody write to for hours gets one message at last."""
    await room.join(OLENA)
    async with room.store.write() as tx:
        until = START + timedelta(hours=5)
        await tx.execute(update(schema.chat).values(parked_until=until))
    for round_ in range(3):
        for number in range(11):
            await room.happen(f"{DRONE} {round_}-{number}")
        await room.tick(minutes=30)

    await room.tick(hours=4)

    [text] = room.texts(OLENA)
    assert "33 stories" in text
