"""A chat that hears only some outlets: their reports come, the others' are explained."""

from dataclasses import replace

from newsroom import Newsroom

from bot.pipeline.chats import Sender, open_chat
from bot.pipeline.explain import explain_link
from bot.pipeline.outlets import choose, choose_all, find_outlets, key_of
from bot.route.decide import OTHER_OUTLET

SHEBEKINO = "Drone attack on Shebekino injures three, governor says"
BELGOROD = "Fire at a depot in Belgorod is put out, rescuers report"


async def test_only_chosen_outlets_tell_and_why_names_the_choice(room: Newsroom) -> None:
    chosen = await room.subscribe(1, regions=("RU-BEL",))
    everything = await room.subscribe(2, regions=("RU-BEL",))
    chat = await open_chat(room.store, Sender(telegram_id=1), now=room.now)
    polish = await room.feed("/pl.xml", publisher="Gazeta", country="PL")
    german = await room.feed("/de.xml", publisher="Zeitung", country="DE")
    chat = (await choose(room.store, chat, "PL", wanted=True)).chat
    await room.poll()

    german.add(title=SHEBEKINO, link="https://zeitung.example/1", published=room.now)
    polish.add(title=BELGOROD, published=room.now)
    await room.poll()
    found = await explain_link(room.store, chat, "https://zeitung.example/1", now=room.now)

    assert await room.alerts(chosen) == [BELGOROD]
    assert sorted(await room.alerts(everything)) == [SHEBEKINO, BELGOROD]
    assert found is not None
    assert found.reason == OTHER_OUTLET


async def test_a_story_of_others_comes_once_a_chosen_outlet_has_it(room: Newsroom) -> None:
    chosen = await room.subscribe(1, regions=("RU-BEL",))
    chat = await open_chat(room.store, Sender(telegram_id=1), now=room.now)
    polish = await room.feed("/pl.xml", publisher="Gazeta", country="PL")
    german = await room.feed("/de.xml", publisher="Zeitung", country="DE")
    await choose(room.store, chat, "PL", wanted=True)
    await room.poll()
    german.add(title=SHEBEKINO, published=room.now)
    await room.poll()
    before = await room.alerts(chosen)
    polish.add(title=SHEBEKINO, published=room.now)
    await room.poll()

    assert before == []
    assert await room.alerts(chosen) == [SHEBEKINO]


async def test_tags_are_chosen_and_taken_back(room: Newsroom) -> None:
    await room.subscribe(1, regions=("RU-BEL",))
    chat = await open_chat(room.store, Sender(telegram_id=1), now=room.now)
    await room.feed("/a.xml", country="PL")
    await room.feed("/b.xml", country="UA")
    room.specs[1] = replace(room.specs[1], tags=("national: all",))
    await room.configure()

    offered = await find_outlets(room.store, chat)
    tagged = await choose(room.store, chat, key_of("#national: all"), wanted=True)
    unknown = await choose(room.store, tagged.chat, "XX", wanted=True)
    everything = await choose_all(room.store, unknown.chat)
    again = await open_chat(room.store, Sender(telegram_id=1), now=room.now)

    assert offered.marks == {"PL", "UA", "#national: all"}
    assert (offered.heard, tagged.heard, everything.heard) == (2, 1, 2)
    assert unknown.chat.outlets == {"#national: all"}
    assert again.outlets == frozenset()
