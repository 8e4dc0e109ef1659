"""Alerts to two chats over kill -9 at no chosen moment, on both databases.

Ten alerts over five kills; ``TOCSIN_TEST_KILLS=20`` makes it 200 over 20 (``make soak``).
"""

import os
from pathlib import Path

import pytest
from running import World, now, world

KILLS = int(os.environ.get("TOCSIN_TEST_KILLS", "5"))
EACH = 10 if KILLS >= 20 else 2  # alerts between two kills
ALERTS = KILLS * EACH
PEOPLE = (7, 8)
SYLLABLES = ("ba", "ko", "ri", "mu", "ne", "ta", "vo", "shi", "lu", "pe")


def headline(number: int) -> str:
    """Return what is told of nothing else: like words would be one story."""
    name = "".join(SYLLABLES[int(digit)] for digit in f"{number * 7919 % 10_000:04}")
    return f"Drone attack {number:03} on Shebekino damages the {name.title()} works"


def told(scene: World, person: int) -> list[int]:
    """Return the numbers of the alerts that the person got, as they came."""
    texts = [m["text"] for m in scene.api.messages(person) if m["from"]["is_bot"]]
    return [int(text.split()[2]) for text in texts if text.startswith("Drone attack")]


@pytest.mark.timeout(60 + 60 * KILLS)
async def test_alerts_over_kills(tmp_path: Path, empty_url: str) -> None:
    async with world(tmp_path, empty_url) as scene:
        feed = scene.feed("/a.xml", "Alpha")
        process = await scene.start()
        for person in PEOPLE:
            await scene.subscribe(person, "Belgorod")
        await scene.wait_polled(feed, 2)

        for number in range(ALERTS):
            feed.add(title=headline(number), published=now())
            if number % EACH == EACH - 1:
                # The moment is wherever the first of them has come to.
                await scene.wait_sent(PEOPLE[0], headline(number - EACH + 1))
                process.kill()
                await process.wait()
                process = await scene.run()
                for person in PEOPLE:  # more than ten that wait would come as one message
                    await scene.wait_sent(person, headline(number))
        await scene.wait_polled(feed, 2)
        assert await scene.stop(process) == 0, scene.log()

        came = [told(scene, person) for person in PEOPLE]
        for numbers in came:
            assert set(numbers) == set(range(ALERTS)), scene.log()
            first = list(dict.fromkeys(numbers))
            assert first == sorted(first), numbers
        assert sum(map(len, came)) - len(PEOPLE) * ALERTS <= KILLS, came
