"""What a chat muted or stopped following while it waited is in no digest; the rest is."""

from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Final

import pytest
from databases import note_statements
from sqlalchemy import update
from told_room import OLENA, ToldRoom, told_room

from bot.domain.model import Chat, DigestTimes, Match, Mode, QuietHours
from bot.pipeline import after_pause, digests, mutes, timetable, undoing
from bot.pipeline import chats as chat_cases
from bot.pipeline.after_pause import After
from bot.pipeline.mutes import Muted
from bot.pipeline.telling import tell
from bot.route.decide import OTHER_OUTLET
from bot.store import changes, schema, subscriptions
from bot.store.changes import NewChange
from bot.store.engine import Store

START: Final = datetime(2026, 11, 22, 10, tzinfo=UTC)  # noon in Kyiv
NIGHT: Final = QuietHours(start=time(23), end=time(7))
DRONE: Final = "Drone over Shebekino"
FAIR: Final = "Fair in Belgorod draws a crowd"


@pytest.fixture
async def room(store: Store) -> AsyncIterator[ToldRoom]:
    async with told_room(store, START) as room:
        yield room


async def mute(room: ToldRoom, text: str, **length: float) -> Muted:
    """Let Olena mute it."""
    muted = await mutes.mute_text(
        room.store,
        await room.chat(OLENA),
        text,
        now=room.now,
        length=timedelta(**length) if length else None,
    )
    assert isinstance(muted, Muted)
    return muted


async def remove(room: ToldRoom) -> subscriptions.Removed:
    """Let Olena end what she joined with; nothing that comes is found by it."""
    match = room.followers.pop(OLENA)
    removed = await undoing.remove(
        room.store, await room.chat(OLENA), match.subscription_id
    )
    assert removed is not None
    return removed


async def follow(room: ToldRoom, chat: Chat, query: str) -> Match:
    """Let the chat follow a query as well; return what it finds."""
    async with room.store.write() as tx:
        added = await subscriptions.add(tx, chat.id, query=query, now=room.now)
    return Match(subscription_id=added.subscription.id, chat_id=chat.id, evidence=(query,))


@pytest.mark.parametrize("text", ["fair", "Beta", "feed:beta", "region:Belgorod fair"])
async def test_what_is_muted_while_it_waits_is_left_out_of_the_digest(
    room: ToldRoom, text: str
) -> None:
    chat = await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(DRONE)
    await room.happen(FAIR, outlet="Beta")

    await mute(room, text)
    waits = await timetable.find_waits(room.store, chat, now=room.now)
    await room.tick(hours=8)

    [digest] = room.texts(OLENA)
    assert "1 story\n" in digest
    assert DRONE in digest
    assert FAIR not in digest
    assert waits.stories == 1
    assert await room.states() == ["digested", "unwanted", "sent"]


@pytest.mark.parametrize("taken_back", ["ended by itself", "undone"])
async def test_a_mute_that_is_over_before_the_digest_leaves_nothing_out(
    room: ToldRoom, taken_back: str
) -> None:
    chat = await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(FAIR)
    muted = await mute(room, "fair", hours=2 if "itself" in taken_back else 20)
    if taken_back == "undone":
        await mutes.unmute(room.store, chat, [muted.mute.id])

    await room.tick(hours=8)

    assert room.count(OLENA, FAIR) == 1


async def test_what_only_a_removed_subscription_found_is_not_told(room: ToldRoom) -> None:
    chat = await room.join(OLENA, mode=Mode.DIGEST)
    await follow(room, chat, "drone")
    await room.happen(DRONE)
    await room.happen(FAIR)

    await remove(room)
    await room.tick(hours=8)

    [digest] = room.texts(OLENA)
    assert "1 story\n" in digest
    assert DRONE in digest


async def test_a_subscription_that_is_brought_back_brings_what_waited(
    room: ToldRoom,
) -> None:
    chat = await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(DRONE)
    gone = await remove(room)
    await undoing.restore(
        room.store, chat, (None, gone.subscription.regions), gone.marks, now=room.now
    )

    await room.tick(hours=8)

    assert room.count(OLENA, DRONE) == 1


async def test_a_paused_subscription_is_not_a_removed_one(room: ToldRoom) -> None:
    chat = await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(DRONE)
    async with room.store.write() as tx:
        its_id = room.followers[OLENA].subscription_id
        await subscriptions.set_paused(tx, chat.id, its_id, is_paused=True)

    await room.tick(hours=8)

    assert room.count(OLENA, DRONE) == 1


async def test_what_is_noted_stays_though_the_text_was_edited(room: ToldRoom) -> None:
    """No subscription would find it by what it says now; it was found, and waits."""
    await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(DRONE)
    await mute(room, "football")
    async with room.store.write() as tx:
        await tx.execute(schema.about.delete())

    await room.tick(hours=8)

    assert room.count(OLENA, DRONE) == 1


async def test_a_story_is_told_by_those_of_its_entries_that_are_not_muted(
    room: ToldRoom,
) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    story = await room.happen("Fair near a drone site")
    await room.happen(DRONE, outlet="Beta", story_id=story)

    await mute(room, "fair")
    await room.tick(hours=8)

    [digest] = room.texts(OLENA)
    assert f"1. {DRONE} Beta" in digest
    assert "Fair" not in digest


async def test_an_outlet_that_the_chat_does_not_hear_keeps_no_muted_story(
    room: ToldRoom,
) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    story = await room.happen(FAIR)
    await room.happen(DRONE, outlet="Beta", story_id=story)
    match = schema.match
    async with room.store.write() as tx:  # as ingest notes it
        newest = match.c.entry_id > 1
        await tx.execute(update(match).where(newest).values(reason=OTHER_OUTLET))

    await mute(room, "fair")
    await room.tick(hours=8)

    assert room.texts(OLENA) == []


@pytest.mark.parametrize("says_nothing", [False, True])
async def test_a_digest_of_which_nothing_is_left_says_so_or_does_not_come(
    room: ToldRoom, *, says_nothing: bool
) -> None:
    times = DigestTimes(says_nothing=says_nothing)
    await room.join(OLENA, mode=Mode.DIGEST, digests=times)
    await room.happen(FAIR)

    await mute(room, "fair")
    asked = await digests.ask(room.store, await room.chat(OLENA), now=room.now)
    await room.tick(hours=8)
    await room.tick(hours=1)

    told = ["Nothing new since the last one." in text for text in room.texts(OLENA)]
    assert asked == 0
    assert told == [True] * says_nothing


@pytest.mark.parametrize("count", [1, 4])
async def test_what_quiet_hours_held_back_is_sifted_at_their_end(
    room: ToldRoom, count: int
) -> None:
    await room.join(OLENA, quiet=NIGHT)
    room.clock[0] += timedelta(hours=12)
    for number in range(count):
        await room.happen(f"{FAIR} {number}")
    await room.happen(DRONE)

    await mute(room, "fair")
    await room.tick(hours=7)

    [alert] = room.texts(OLENA)
    assert alert.startswith(f"{DRONE}\n")
    assert await room.states() == ["unwanted"] * count + ["sent"]


async def test_all_that_came_in_a_pause_comes_one_by_one_without_what_is_muted(
    room: ToldRoom,
) -> None:
    chat = await room.join(OLENA)
    await chat_cases.pause(room.store, chat, now=room.now)
    for number in range(12):
        await room.happen(f"{DRONE if number % 2 else FAIR} {number}")
    await mute(room, "fair")
    chat = await chat_cases.resume(room.store, await room.chat(OLENA), now=room.now)
    count = await after_pause.choose(
        room.store, chat, After.ALL, until=room.now, now=room.now
    )
    await room.tick()

    assert count == 6
    assert len(room.texts(OLENA)) == 6
    assert room.count(OLENA, "Fair") == 0


async def test_much_at_once_is_sifted(room: ToldRoom) -> None:
    await room.join(OLENA)
    for number in range(22):
        await room.happen(f"{DRONE if number % 2 else FAIR} {number}")

    await mute(room, "fair")
    await room.tick()

    [text] = room.texts(OLENA)
    assert "11 stories" in text
    assert "Fair" not in text


async def test_a_digest_that_was_not_sent_is_made_anew_by_what_is_muted_then(
    room: ToldRoom,
) -> None:
    chat = await room.join(OLENA, mode=Mode.DIGEST)
    await room.happen(DRONE)
    await room.happen(FAIR)
    muted = await mute(room, "fair")
    room.clock[0] += timedelta(hours=8)
    await digests.look(room.store, now=room.now)
    await chat_cases.pause(room.store, chat, now=room.now)
    await mutes.unmute(room.store, chat, [muted.mute.id])
    await chat_cases.resume(room.store, await room.chat(OLENA), now=room.now)

    await room.tick()

    [digest] = room.texts(OLENA)
    assert "2 stories\n" in digest


async def test_a_story_that_was_dropped_is_news_when_another_subscription_finds_it(
    room: ToldRoom,
) -> None:
    chat = await room.join(OLENA, mode=Mode.DIGEST)
    story = await room.happen(FAIR)
    await remove(room)
    other = await follow(room, chat, "drone")
    await room.tick(hours=8)
    nothing = room.texts(OLENA)
    async with room.store.write() as tx:
        entry = await room.store_entry(tx, DRONE, "Beta", story)
        await tell(tx, [replace(entry, matches=[other])])

    await room.tick(hours=12)

    assert nothing == []
    assert room.count(OLENA, DRONE) == 1


async def add_change(room: ToldRoom, story: int, *, is_listed: bool) -> int:
    """Let a story change, for Olena, by what another outlet tells; return its entry."""
    chat = await room.chat(OLENA)
    async with room.store.write() as tx:
        entry = await room.store_entry(tx, "Toll rises", "Beta", story)
        change = NewChange(
            chat_id=chat.id,
            number=1,
            evidence=("RU-BEL",),
            story_id=story,
            entry_id=entry.entry_id,
            is_listed=is_listed,
            not_before=room.now,
            at=room.now,
        )
        await changes.add(tx, [change])
    return entry.entry_id


async def test_what_changed_in_a_story_that_was_told_is_left_alone(
    room: ToldRoom,
) -> None:
    await room.join(OLENA, mode=Mode.DIGEST)
    story = await room.happen(DRONE)
    await room.tick(hours=8)
    await add_change(room, story, is_listed=True)

    await mute(room, "drone OR toll")
    await remove(room)
    await room.tick(hours=12)

    assert len(room.texts(OLENA)) == 2
    assert await room.states() == ["digested", "sent", "digested", "sent"]


async def test_a_story_that_was_dropped_has_no_changes_to_tell(room: ToldRoom) -> None:
    await room.join(OLENA, quiet=NIGHT)
    room.clock[0] += timedelta(hours=12)
    story = await room.happen(DRONE)
    newest = await add_change(room, story, is_listed=False)

    await mute(room, "drone OR toll")
    await room.tick(hours=7)
    async with room.store.read() as tx:
        readers = await changes.find_readers(tx, story, newest + 1, now=room.now)

    assert await room.states() == ["unwanted", "unwanted"]
    assert readers == ()


@pytest.mark.parametrize("what", ["muted words", "removed subscription"])
async def test_more_stories_take_no_more_statements(room: ToldRoom, what: str) -> None:
    chat = await room.join(OLENA, mode=Mode.DIGEST)
    numbers = []
    for size in (2, 40):
        for number in range(size):
            await room.happen(f"{DRONE if number % 2 else FAIR} {size} {number}")
        if what == "muted words":
            await mute(room, "fair")
        else:
            async with room.store.write() as tx:
                its_id = room.followers[OLENA].subscription_id
                await subscriptions.remove(tx, chat.id, [its_id])
        statements: list[str] = []
        async with room.store.write() as tx:
            await note_statements(tx, statements)
            await digests._tell_digest(tx, await room.chat(OLENA), room.now)
        numbers.append(sum(sql.startswith("SELECT") for sql in statements))
        if what != "muted words":
            await room.join(OLENA, mode=Mode.DIGEST)
        room.clock[0] += timedelta(days=1)

    assert numbers[0] == numbers[1] < 20
