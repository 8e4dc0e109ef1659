"""What a card, /story and /why say of a story's sides and of where its texts are from."""

import re
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import time, timedelta

import pytest
from desk import Desk, open_desk

from bot.chat import story_view, why_view
from bot.chat.view import reader_of
from bot.domain.model import DigestTimes, Mode
from bot.pipeline import explain, timeline, timetable
from bot.store.engine import Store

CLAIM = "Ukraine says its troops took the border village of Popovka in Belgorod region"
DENIAL = "Russia denies Ukrainian claim to have taken Popovka in Belgorod region"
LINK = re.compile(r" \(http[^\s()]+\)")
TEXT = (
    "SHEBEKINO (TASS) - Three people were hurt on Monday when a drone hit a bus near the "
    "market of Shebekino, the governor of the region said in the morning."
)


@pytest.fixture
async def desk(store: Store) -> AsyncIterator[Desk]:
    async with open_desk(store) as desk:
        yield desk


async def story_text(desk: Desk) -> str:
    chat = await desk.chat()
    found = await timeline.of_newest(desk.room.store, chat)
    assert found is not None
    shown = story_view.timeline(found, reader_of(chat, desk.room.now), 0)
    return LINK.sub("", shown.plain)


async def test_both_sides_are_quoted_on_the_card_and_in_the_story(desk: Desk) -> None:
    await desk.tell(CLAIM)
    await desk.tell(DENIAL)
    await desk.wait(timedelta(minutes=2))

    both = f"⚖️ Accounts differ\n• Ukraine: “{CLAIM}” (Alpha)\n• Russia: “{DENIAL}” (Beta)"
    assert both in desk.texts()[0]
    assert both in await story_text(desk)


async def test_who_has_whose_text_stands_in_the_story(desk: Desk) -> None:
    await desk.tell("Drone hits bus in Shebekino, three hurt", TEXT.replace(" (TASS)", ""))
    await desk.tell("Three hurt as drone hits bus in Shebekino", TEXT)
    await desk.tell(
        "Bus in Shebekino hit by drone, three hurt",
        "Our correspondent saw a burned bus near the market; doctors speak of three hurt.",
    )
    await desk.wait(timedelta(minutes=2))

    assert "3 outlets, 2 origins" in desk.texts()[0]
    told = await story_text(desk)
    assert "3 outlets, 2 origins" in told
    assert "Where they got it\n• From TASS: Alpha, Beta" in told


async def test_the_headline_is_not_said_again_by_each_outlet(desk: Desk) -> None:
    title = "Drone hits bus in Shebekino, three hurt"
    await desk.tell(title, TEXT)
    await desk.tell(title, TEXT)
    await desk.tell("Three hurt as drone hits bus in Shebekino", TEXT)

    told = await story_text(desk)

    assert told.count(title) == 1
    assert re.search(r"^[0-9:]+ Alpha$", told, re.MULTILINE)
    assert re.search(r"^[0-9:]+ Beta$", told, re.MULTILINE)
    assert re.search(r"^[0-9:]+ Gamma: Three hurt", told, re.MULTILINE)


async def test_an_agency_has_nothing_from_itself_whatever_the_script(desk: Desk) -> None:
    desk.feeds.insert(0, await desk.room.feed("/tass.xml", publisher="ТАСС"))
    await desk.room.poll()
    await desk.tell("Drone hits bus in Shebekino, three hurt", "A bus burned.")
    await desk.tell("Three hurt as drone hits bus in Shebekino", "A bus burned, of all.")
    alone = await story_text(desk)
    await desk.tell("Bus in Shebekino hit by drone, three hurt", "TASS reported a fire.")

    assert "Where they got it" not in alone
    assert "Where they got it\n• From TASS: Beta" in await story_text(desk)


async def test_an_edit_that_names_the_agency_gives_its_copies_that_origin(
    desk: Desk,
) -> None:
    first = desk.feeds[0]
    plain = TEXT.replace(" (TASS)", "")
    await desk.tell("Drone hits bus in Shebekino, three hurt", plain)
    await desk.tell("Three hurt as drone hits bus in Shebekino", plain)
    await desk.tell(
        "Bus in Shebekino hit by drone, three hurt",
        "SHEBEKINO (TASS) - Doctors speak of three hurt, a burned bus and broken windows.",
    )
    await desk.wait(timedelta(minutes=2))
    assert "3 outlets, 2 origins" in desk.texts()[0]

    first.items[0] = replace(first.items[0], summary=TEXT)
    await desk.room.poll()
    await desk.wait(timedelta(minutes=5))

    assert "3 outlets, 1 origin" in desk.texts()[0]
    assert "• From TASS: Alpha, Beta, Gamma" in await story_text(desk)


async def test_why_names_the_story_and_the_reason(desk: Desk) -> None:
    await desk.tell(CLAIM)
    await desk.tell(CLAIM)
    chat = await desk.chat()
    entry = desk.room.publisher.feed("/beta.xml").items[0]

    found = await explain.explain_link(desk.room.store, chat, entry.link, now=desk.room.now)

    assert found is not None
    told = why_view.explained([found], reader_of(chat, desk.room.now)).plain
    assert f"Story: {CLAIM} (2 outlets)" in told
    assert "Same story: the same headline." in told


async def test_why_answers_a_digest_with_its_stories(desk: Desk) -> None:
    chat = await desk.chat()
    await timetable.set_digests(
        desk.room.store,
        chat,
        mode=Mode.DIGEST,
        digests=DigestTimes(times=(time(8), time(20))),
        now=desk.room.now,
    )
    await desk.tell(CLAIM)
    await desk.wait(timedelta(hours=12))
    message_id = desk.messages()[-1]["message_id"]

    count, found = await explain.explain_digest(
        desk.room.store, chat, message_id, now=desk.room.now
    )
    none = await explain.explain_digest(
        desk.room.store, chat, message_id + 1, now=desk.room.now
    )

    told = why_view.explained(found, reader_of(chat, desk.room.now), of=count).plain
    assert told.startswith("This digest has 1 story.")
    assert CLAIM in told
    assert "It is in the digest of" in told
    assert none == (0, ())
