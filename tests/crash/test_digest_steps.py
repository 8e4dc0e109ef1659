"""kill -9 while a digest is made, or made and not sent: it comes, and once."""

from pathlib import Path

import pytest
from running import ROOT, World, now, world

CHILD = str(ROOT / "tests" / "crash_child.py")
STEPS = [
    ("bot.store.waiting:take", "after"),
    ("bot.store.digests:create", "after"),
    ("bot.store.digests:fill", "done"),
    ("bot.pipeline.digests:ask", "after"),
    ("bot.pipeline.rendering:find_digest_card", "before"),
]


# Of different events: what is told in like words is one story.
HEADLINES = [
    "Drone over Shebekino damages a bakery",
    "Belgorod council votes on tram fares",
    "Flood closes the bridge at Valuyki",
    "Stary Oskol steel works names a director",
    "Gubkin museum finds a stolen painting",
]


async def listed(scene: World, number: int) -> None:
    """Let a story wait for the digest, in a process that ends as it should."""
    feed = scene.feed(f"/{number}.xml", f"Alpha {number}")
    process = await scene.run()
    await scene.wait_polled(feed, 2)
    feed.add(title=HEADLINES[number], published=now())
    await scene.wait_polled(feed, 2)
    assert await scene.stop(process) == 0, scene.log()


@pytest.mark.timeout(400)
async def test_killed_at_each_step_of_a_digest(tmp_path: Path) -> None:
    async with world(tmp_path, f"sqlite:///{tmp_path / 'tocsin.db'}") as scene:
        feed = scene.feed("/a.xml", "Alpha")
        before = await scene.start()
        await scene.subscribe(7, "Belgorod")
        scene.api.say(7, "/mode digest")
        await scene.api.wait_for(lambda _: scene.sent(7, "Digest") > 0, 60)
        await scene.wait_polled(feed)
        assert await scene.stop(before) == 0, scene.log()

        for number, (step, when) in enumerate(STEPS):
            await listed(scene, number)
            scene.api.say(7, "/digest now")  # heard by the next process
            dying = await scene.run((CHILD, step, when))
            assert await scene.wait_end(dying) == -9, (step, when, scene.log())
        after = await scene.run()
        for headline in HEADLINES:
            await scene.wait_sent(7, headline)
        assert await scene.stop(after) == 0, scene.log()

        counts = [scene.sent(7, headline) for headline in HEADLINES]
        assert counts == [1] * len(STEPS), scene.log()
