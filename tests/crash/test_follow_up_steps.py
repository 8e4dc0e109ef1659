"""kill -9 while a follow-up is written: the change is told once, and no alert twice."""

from pathlib import Path

import pytest
from running import ROOT, now, world

CHILD = str(ROOT / "tests" / "crash_child.py")
STEPS = [
    ("bot.store.reports:add", "done"),
    ("bot.store.changes:add", "after"),
    ("bot.store.outbox:add_edits", "after"),
    ("bot.store.changes:find_next", "done"),
]
# Of different events, each with what raises its toll.
EVENTS = [
    ("Drone attack on Belgorod injures {}, governor says", "wounded: 3 → 5"),
    ("Bus and lorry collide near Gubkin, {} injured", "wounded: 3 → 5"),
    ("Gas explodes in a house in Valuyki, {} injured", "wounded: 3 → 5"),
    ("Warehouse fire in Stary Oskol leaves {} injured", "wounded: 3 → 5"),
]


@pytest.mark.timeout(400)
async def test_killed_at_each_step_of_a_follow_up(tmp_path: Path) -> None:
    async with world(tmp_path, f"sqlite:///{tmp_path / 'tocsin.db'}") as scene:
        one, other = scene.feed("/a.xml", "Alpha"), scene.feed("/b.xml", "Beta")
        before = await scene.start()
        await scene.subscribe(7, "Belgorod")
        await scene.wait_polled(one, 2)
        await scene.wait_polled(other, 2)
        for title, _ in EVENTS:
            one.add(title=title.format("three"), published=now())
        for title, _ in EVENTS:
            await scene.wait_sent(7, title.format("three"))
        assert await scene.stop(before) == 0, scene.log()

        for (title, _), (step, when) in zip(EVENTS, STEPS, strict=True):
            other.add(title=title.format("five"), published=now())
            dying = await scene.run((CHILD, step, when))
            assert await scene.wait_end(dying) == -9, (step, when, scene.log())
        after = await scene.run()
        for title, _ in EVENTS:
            await scene.wait_sent(7, title.format("five"))
        assert await scene.stop(after) == 0, scene.log()

        alerts = [scene.sent(7, title.format("three")) for title, _ in EVENTS]
        changes = [scene.sent(7, title.format("five")) for title, _ in EVENTS]
        assert alerts == [1] * len(EVENTS), scene.log()
        assert changes == [1] * len(EVENTS), scene.log()
