"""What goes wrong twice, or while something waits: nothing is lost, nothing is false."""

from asyncio import Event
from collections.abc import AsyncIterator, Sequence
from datetime import UTC, datetime, time, timedelta

import pytest
from desk import Desk, open_desk
from newsroom import newsroom
from outbox import Outbox, Wire
from sqlalchemy.ext.asyncio import AsyncConnection
from told_room import OLENA, ToldRoom, told_room

from bot.domain.model import (
    DeliveryState,
    DigestTimes,
    Mode,
    Occasion,
    QuietHours,
    Rejected,
    Sent,
    Unsure,
)
from bot.pipeline import changing, mutes, record, timetable
from bot.pipeline.chats import migrate
from bot.pipeline.dispatch import Dispatch
from bot.pipeline.housekeeping import keep_house
from bot.pipeline.outcomes import Result
from bot.store import deliveries, digests, waiting
from bot.store.deliveries import RESEND_PAUSES, Done
from bot.store.engine import Store

THREE = "Drone attack on Belgorod injures three, governor says"
FIVE = "Drone attack on Belgorod injures five, governor says"
SEVEN = "Drone attack on Belgorod injures seven, governor says"
NINE = "Drone attack on Belgorod injures nine, governor says"
DRONE = "Drone over Shebekino"
NOON = datetime(2026, 11, 22, 10, tzinfo=UTC)  # in Kyiv
GROUP, SUPERGROUP = -8, -100_8


@pytest.fixture
async def desk(store: Store) -> AsyncIterator[Desk]:
    async with open_desk(store) as desk:
        yield desk


@pytest.fixture
async def told(store: Store) -> AsyncIterator[ToldRoom]:
    async with told_room(store, NOON) as room:
        yield room


@pytest.fixture
def outbox(store: Store) -> Outbox:
    return Outbox(store=store)


def dispatch_of(outbox: Outbox, wire: object) -> Dispatch:
    return Dispatch(
        store=outbox.store,
        send=wire,  # type: ignore[arg-type]  # tests send in many ways
        clock=lambda: outbox.now,
        pause=lambda _: 0.0,
    )


@pytest.mark.parametrize("taken_by", ["nobody", "another"])
async def test_outcome_that_could_not_be_stored_is_known_to_the_next_dispatch(
    outbox: Outbox, taken_by: str
) -> None:
    await outbox.queue(OLENA, DRONE)
    delivery = await outbox.claim()
    assert delivery is not None
    mine: dict[int, Result] = {delivery.id: (delivery, Sent(message_id=5))}
    if taken_by == "another":  # which took it while the database was lost to us
        await dispatch_of(outbox, Wire()).recover()
        await outbox.claim()
    wire = Wire()
    dispatch = Dispatch(
        store=outbox.store, send=wire, clock=lambda: outbox.now, unsettled=mine
    )
    await dispatch.recover()
    await dispatch.drain(Event())

    assert await outbox.states() == [DeliveryState.SENT]
    assert len(wire.sent) == int(taken_by == "another")


async def test_change_that_is_sent_while_the_next_is_stored_does_not_swallow_it(
    postgres_store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with open_desk(postgres_store) as desk:
        for title in (THREE, FIVE, SEVEN):
            await desk.tell(title)
        desk.room.later(timedelta(minutes=30))

        async def tell_and_send(
            tx: AsyncConnection, found: Sequence[changing.Change]
        ) -> int:
            queued = await changing.tell_changes(tx, found)
            await desk.dispatch.drain(Event())
            return queued

        monkeypatch.setattr(record, "tell_changes", tell_and_send)
        await desk.tell(NINE)
        await desk.wait(timedelta(hours=1))

        assert "🔄 wounded: 7 → 9" in "".join(desk.texts())


async def test_story_that_is_muted_while_its_change_waits_is_silent_until_unmuted(
    desk: Desk,
) -> None:
    for title in (THREE, FIVE, SEVEN):
        await desk.tell(title)
    store, chat = desk.room.store, await desk.chat()
    alert = desk.messages()[0]["message_id"]
    await mutes.mute_message(store, chat, alert, now=desk.room.now)
    before = len(desk.messages())
    await desk.wait(timedelta(minutes=30))
    while_muted = len(desk.messages())
    muted = await mutes.listing(store, chat, now=desk.room.now)
    await mutes.unmute(store, chat, [each.id for each in muted])
    await desk.wait(timedelta(minutes=1))

    assert (before, while_muted) == (2, 2)
    assert "🔄 wounded: 5 → 7" in desk.messages()[-1]["text"]


async def test_story_that_is_muted_while_it_waits_is_in_no_digest(told: ToldRoom) -> None:
    await told.join(OLENA, mode=Mode.DIGEST, digests=DigestTimes(times=(time(20),)))
    await told.happen(f"{DRONE} 1")
    muted = await told.happen(f"{DRONE} 2")
    chat = await told.chat(OLENA)
    await mutes.mute_story(told.store, chat, muted, now=told.now)
    await told.tick(hours=8)

    [text] = told.texts(OLENA)
    assert f"{DRONE} 1" in text
    assert f"{DRONE} 2" not in text
    assert (await timetable.find_waits(told.store, chat, now=told.now)).stories == 0


async def test_alert_that_was_doubtful_and_held_is_sent_as_often_as_a_new_one(
    outbox: Outbox,
) -> None:
    await outbox.queue(OLENA, DRONE)
    wire = Wire(next_outcomes=[Unsure(reason="no answer")] * 3)
    dispatch = dispatch_of(outbox, wire)
    for pause in RESEND_PAUSES:
        await dispatch.drain(Event())
        outbox.now += pause
    [alert] = await outbox.rows()
    async with outbox.store.write() as tx:
        await waiting.hold_these(tx, [alert.id], until=outbox.now)
        await waiting.release(tx, [alert.id], now=outbox.now)
    await dispatch.drain(Event())
    outbox.now += RESEND_PAUSES[0]
    await dispatch.drain(Event())

    assert await outbox.states() == [DeliveryState.SENT]


async def test_message_of_a_group_is_not_taken_for_one_of_its_supergroup(
    outbox: Outbox,
) -> None:
    story_id = await outbox.queue(GROUP, DRONE)
    wire = Wire()
    dispatch = dispatch_of(outbox, wire)
    await dispatch.drain(Event())
    await migrate(outbox.store, GROUP, SUPERGROUP, now=outbox.now)
    await outbox.edit(story_id, f"{DRONE} again")
    await dispatch.drain(Event())
    await migrate(outbox.store, GROUP, SUPERGROUP, now=outbox.now)

    assert wire.sent == [(GROUP, DRONE)]


async def test_digest_is_found_by_its_message_though_a_group_had_one_of_that_number(
    outbox: Outbox,
) -> None:
    chat_id = await outbox.chat(GROUP)
    made = []
    async with outbox.store.write() as tx:
        for key in ("digest:1", "digest:2"):
            new = await digests.create(
                tx,
                chat_id,
                key=key,
                occasion=Occasion.DIGEST,
                at=outbox.now,
                now=outbox.now,
            )
            assert new is not None
            made.append(new)
            await deliveries.mark_sent(
                tx, [Done(delivery_id=new, message_id=5)], now=outbox.now
            )

        assert await digests.find_by_message(tx, chat_id, 5) == made[-1]


async def test_alert_that_telegram_refused_gives_way_to_the_storys_next_entry(
    outbox: Outbox,
) -> None:
    story_id = await outbox.queue(OLENA, DRONE)
    wire = Wire(next_outcomes=[Rejected(reason="nobody knows why")])
    await dispatch_of(outbox, wire).drain(Event())
    refused = await outbox.states()
    await outbox.queue(OLENA, f"{DRONE} again", story_id=story_id)
    await dispatch_of(outbox, wire).drain(Event())

    assert refused == [DeliveryState.REJECTED]
    assert await outbox.states() == [DeliveryState.SENT]
    assert wire.sent[-1] == (OLENA, f"{DRONE} again")


async def test_change_that_waits_when_quiet_hours_begin_comes_after_them(
    desk: Desk,
) -> None:
    for title in (THREE, FIVE, SEVEN):
        await desk.tell(title)
    store, now = desk.room.store, desk.room.now
    await timetable.set_time_zone(store, await desk.chat(), "UTC", now=now)
    hours = QuietHours(start=time(now.hour), end=time((now.hour + 2) % 24))
    await timetable.set_quiet(store, await desk.chat(), hours, now=now)
    await desk.wait(timedelta(minutes=30))
    in_quiet = len(desk.messages())
    await desk.wait(timedelta(hours=2))

    assert in_quiet == 2
    assert "🔄 wounded: 5 → 7" in desk.messages()[-1]["text"]


async def test_alert_that_a_clock_years_ahead_held_comes_when_the_clock_is_right(
    told: ToldRoom,
) -> None:
    await told.join(OLENA, quiet=QuietHours(start=time(23), end=time(7)))
    told.clock[0] += timedelta(days=900, hours=14)  # at night
    await told.happen(DRONE)
    told.clock[0] = NOON
    await keep_house(told.store, now=told.now)
    await told.tick(minutes=1)

    assert len(told.texts(OLENA)) == 1


async def test_digest_that_was_missed_comes_though_a_setting_changes_first(
    told: ToldRoom,
) -> None:
    chat = await told.join(OLENA, mode=Mode.DIGEST)
    await told.happen(DRONE)
    told.clock[0] += timedelta(hours=8, minutes=5)  # the service was down at 20:00
    await timetable.set_limit(told.store, chat, 5, now=told.now)
    await told.tick()

    assert len(told.texts(OLENA)) == 1


async def test_feed_that_a_clock_ahead_met_first_alerts_when_the_clock_is_right(
    file_store: Store,
) -> None:
    async with newsroom(file_store) as room:
        chat = await room.subscribe(OLENA, regions=("RU-BEL",))
        ahead = timedelta(days=30)
        room.later(ahead)
        feed = await room.feed("/a.xml")
        feed.add(title="Fair in Belgorod", published=room.now - timedelta(days=20))
        await room.poll()
        room.later(-ahead)
        feed.add(title=DRONE, published=room.now)
        await room.poll()

        assert await room.alerts(chat) == [DRONE]


async def test_mute_of_a_story_ends_with_it_and_lets_nothing_out(told: ToldRoom) -> None:
    await told.join(OLENA, mode=Mode.DIGEST, digests=DigestTimes(times=(time(20),)))
    ended = await told.happen(f"{DRONE} 1")
    chat = await told.chat(OLENA)
    await mutes.mute_story(told.store, chat, ended, now=told.now)
    await told.tick(days=6)
    before = await mutes.listing(told.store, chat, now=told.now)
    await told.tick(days=2)
    await told.tick(days=1)

    assert [each.story_id for each in before] == [ended]
    assert await mutes.listing(told.store, chat, now=told.now) == ()
    assert told.texts(OLENA) == []
    assert await told.states() == [DeliveryState.SKIPPED]
