"""`tocsin run` as its own process, as the people on Telegram meet it."""

import asyncio
import signal
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from publisher import ScriptedFeed
from running import TOKEN, World, now, world

from bot.demo.botapi import Fault
from bot.demo.botapi.faults import Kind

OLENA, DMITRY, SAM = 7, 8, 9
STOP_WITHIN = 10  # seconds; the contract with process managers
SHEBEKINO = "Drone attack on Shebekino injures three, governor says"
SUMSHCHYNA = "На Сумщині внаслідок нічного обстрілу пошкоджено школу"


@pytest.fixture
async def scene(tmp_path: Path) -> AsyncIterator[World]:
    async with world(tmp_path, f"sqlite:///{tmp_path / 'tocsin.db'}") as scene:
        scene.api.add_person(OLENA, "Олена", "uk")
        scene.api.add_person(DMITRY, "Дмитрий", "ru")
        scene.api.add_person(SAM, "Sam", "en")
        yield scene


def last(scene: World, person: int) -> dict[str, Any]:
    """Return the bot's last message to the person."""
    return next(m for m in reversed(scene.api.messages(person)) if m["from"]["is_bot"])


async def answer(scene: World, person: int, text: str) -> dict[str, Any]:
    """Say something and return the bot's answer."""
    before = len(scene.api.messages(person)) + 1
    scene.api.say(person, text)
    await scene.api.wait_for(lambda api: len(api.messages(person)) > before, 60)
    return last(scene, person)


async def press(scene: World, person: int, label: str) -> dict[str, Any]:
    """Press the button of the last message whose label holds `label`."""
    message = last(scene, person)
    rows = message["reply_markup"]["inline_keyboard"]
    data = next(b["callback_data"] for row in rows for b in row if label in b["text"])
    query = scene.api.press(person, person, message["message_id"], data)
    await scene.api.wait_for(lambda api: query in api.callback_answers, 60)
    return last(scene, person)


async def feeds(scene: World) -> tuple[ScriptedFeed, ScriptedFeed]:
    one, two = scene.feed("/one.xml", "Alpha"), scene.feed("/two.xml", "Beta")
    return one, two


async def test_region_hears_what_concerns_it_and_nothing_else(scene: World) -> None:
    one, two = await feeds(scene)
    one.add(title="An old drone attack on Belgorod", published=now() - timedelta(hours=3))
    process = await scene.run()

    belgorod = await answer(scene, DMITRY, "/region Belgorod")
    sumy = await answer(scene, OLENA, "/region Суми")
    await scene.wait_polled(one, 2)
    await scene.wait_polled(two, 2)
    one.add(title=SHEBEKINO, published=now())
    two.add(title=SUMSHCHYNA, published=now())
    await scene.wait_sent(DMITRY, SHEBEKINO)
    await scene.wait_sent(OLENA, SUMSHCHYNA)
    two.add(title=SHEBEKINO, published=now())
    await scene.api.wait_for(lambda _: "Beta" in last(scene, DMITRY)["text"], 60)
    await scene.wait_polled(one, 3)

    assert "Белгородская" in belgorod["text"]
    assert "Сумська" in sumy["text"]
    assert scene.sent(DMITRY, SHEBEKINO) == 1
    assert scene.sent(OLENA, "Shebekino") == 0
    assert scene.sent(DMITRY, SUMSHCHYNA) == 0
    assert last(scene, DMITRY)["edit_date"]
    assert await scene.stop(process) == 0, scene.log()


async def test_first_steps_in_ukrainian(scene: World) -> None:
    await feeds(scene)
    await scene.run()

    first = await answer(scene, OLENA, "/start")
    regions = await press(scene, OLENA, "Українська")

    assert any("Українська" in str(row) for row in first["reply_markup"]["inline_keyboard"])
    assert regions["message_id"] == first["message_id"]
    assert regions["reply_markup"]["inline_keyboard"]


async def test_misspelt_and_ambiguous_regions_are_offered_as_buttons(scene: World) -> None:
    await feeds(scene)
    await scene.run()

    misspelt = await answer(scene, SAM, "/region Belgrod")
    ambiguous = await answer(scene, SAM, "/region Georgia")

    assert "Belgorod" in str(misspelt["reply_markup"]["inline_keyboard"])
    assert len(ambiguous["reply_markup"]["inline_keyboard"]) >= 2


async def test_hostile_markup_arrives_as_text(scene: World) -> None:
    one, _ = await feeds(scene)
    await scene.run()
    await answer(scene, SAM, "/region Belgorod")
    await scene.wait_polled(one, 2)

    hostile = "Belgorod <b>&\" </a><a href='tg://user?id=1'>x</a> <script>alert(1)</script>"
    one.add(title=hostile, summary="5 < 6 & <i>7", published=now())
    await scene.wait_sent(SAM, "5 < 6 &")

    message = last(scene, SAM)
    assert "Belgorod" in message["text"]
    links = [e.get("url", "") for e in message["entities"] if e["type"] == "text_link"]
    assert not any(link.startswith("tg:") for link in links)


async def test_trouble_at_telegram_loses_nothing(scene: World) -> None:
    trouble: dict[Kind, str] = {
        "429": SHEBEKINO,
        "500": "Fire destroys a warehouse in Valuyki, rescuers say",
        "502_html": "Two die as a bus and a lorry collide near Gubkin",
        "reset_before": "Court in Belgorod jails former deputy mayor for bribes",
    }
    one, _ = await feeds(scene)
    await scene.run()
    await answer(scene, SAM, "/region Belgorod")
    await scene.wait_polled(one, 2)

    for kind, headline in trouble.items():
        times = 1 if kind == "reset_before" else 2  # nobody knows what it has swallowed
        fault = Fault(method="sendMessage", kind=kind, times=times, retry_after=1)
        scene.api.faults.add(fault)
        one.add(title=headline, published=now())
        await scene.wait_sent(SAM, headline)

        assert scene.sent(SAM, headline) == 1, kind


async def test_blocked_and_unblocked_loses_nothing(scene: World) -> None:
    one, _ = await feeds(scene)
    await scene.run()
    await answer(scene, SAM, "/region Belgorod")
    await scene.wait_polled(one, 2)

    scene.api.block(SAM)
    one.add(title=SHEBEKINO, published=now())
    await scene.wait_polled(one, 3)
    scene.api.unblock(SAM)
    await scene.wait_sent(SAM, SHEBEKINO)

    assert scene.sent(SAM, SHEBEKINO) == 1
    assert "Belgorod" in (await answer(scene, SAM, "/list"))["text"]


async def test_sigterm_ends_it_in_time_and_no_secret_is_logged(scene: World) -> None:
    one, _ = await feeds(scene)
    process = await scene.run()
    await answer(scene, SAM, "/region Belgorod")
    await scene.wait_polled(one, 2)

    process.terminate()
    async with asyncio.timeout(STOP_WITHIN):
        code = await process.wait()

    assert code == 0, scene.log()
    assert TOKEN not in scene.log()
    assert "Traceback" not in scene.log()


@pytest.mark.parametrize("method", ["getMe", "deleteWebhook", "sendMessage"])
async def test_sigterm_ends_it_in_time_while_telegram_hangs(
    scene: World, method: str
) -> None:
    await feeds(scene)
    scene.api.faults.add(Fault(method=method, kind="hang", times=99))
    scene.api.say(SAM, "/region Belgorod")
    process = await scene.run()
    await scene.api.wait_for(
        lambda api: any(call.method == method for call in api.calls), 60
    )

    process.terminate()
    async with asyncio.timeout(STOP_WITHIN):
        code = await process.wait()

    assert code == 0, scene.log()
    scene.api.faults.clear()
    await scene.run()
    await scene.wait_sent(SAM, "Belgorod")


async def test_a_terminal_that_closes_ends_it_as_sigterm_does(scene: World) -> None:
    one, _ = await feeds(scene)
    inherited = signal.signal(signal.SIGHUP, signal.SIG_DFL)  # `nohup make test` ignores it
    try:
        process = await scene.run()
    finally:
        signal.signal(signal.SIGHUP, inherited)
    await answer(scene, SAM, "/region Belgorod")
    await scene.wait_polled(one, 2)
    scene.api.faults.add(Fault(method="sendMessage", kind="delay", seconds=1))
    one.add(title=SHEBEKINO, published=now())
    await scene.api.wait_for(lambda api: SHEBEKINO in str(api.calls[-1]), 60)

    process.send_signal(signal.SIGHUP)
    code = await scene.wait_end(process)
    await scene.run()
    await scene.wait_polled(one, 2)
    one.add(title="Another drone attack: two wounded in Valuyki", published=now())
    await scene.wait_sent(SAM, "Valuyki")

    assert code == 0, scene.log()
    assert scene.sent(SAM, SHEBEKINO) == 1


async def test_nohup_outlives_the_terminal(scene: World) -> None:
    one, _ = await feeds(scene)
    nohup = "import os, signal, sys; signal.signal(signal.SIGHUP, signal.SIG_IGN)"
    run = "os.execv(sys.executable, [sys.executable, '-m', 'bot', 'run'])"
    process = await scene.run(("-c", f"{nohup}; {run}"))
    await answer(scene, SAM, "/region Belgorod")

    process.send_signal(signal.SIGHUP)
    await scene.wait_polled(one, 2)

    assert process.returncode is None


async def test_second_process_stands_by_and_takes_over(scene: World) -> None:
    one, _ = await feeds(scene)
    leader = await scene.run()
    await answer(scene, SAM, "/region Belgorod")
    follower = await scene.run()
    await scene.wait_polled(one, 3)

    leader.kill()
    await leader.wait()
    one.add(title=SHEBEKINO, published=now())
    await scene.wait_sent(SAM, SHEBEKINO)

    assert scene.sent(SAM, SHEBEKINO) == 1
    assert not [call for call in scene.api.calls if call.status == 409]
    assert await scene.stop(follower) == 0, scene.log()
