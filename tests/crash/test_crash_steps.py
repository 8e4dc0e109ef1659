"""kill -9 between any two steps of ingest and dispatch: none lost, one repeat at most."""

from pathlib import Path

import pytest
from running import ROOT, now, world

CHILD = str(ROOT / "tests" / "crash_child.py")

INGEST = [
    ("bot.poll.fetch:Fetcher.fetch", "before"),
    ("bot.poll.fetch:Fetcher.fetch", "after"),
    ("bot.parse.worker:ParserPool.parse", "after"),
    ("bot.store.entries:add", "before"),
    ("bot.store.entries:add", "after"),
    ("bot.store.entries:add_seen", "done"),
    ("bot.store.stories:create", "after"),
    ("bot.store.outbox:add_matches", "done"),
    ("bot.store.outbox:add_alerts", "after"),
    ("bot.store.polls:save", "before"),
    ("bot.store.polls:save", "done"),
    ("bot.pipeline.slices:write", "done"),
    ("bot.pipeline.ledger:Ledger.enter", "after"),
    ("bot.pipeline.ingest:Ingest.poll", "after"),
]
DISPATCH = [
    ("bot.store.due:take", "after"),
    ("bot.pipeline.rendering:get_alert_card", "before"),
    ("bot.pipeline.rendering:Rendering.render", "after"),
    ("bot.leading:send", "before"),
    ("bot.leading:send", "after"),
    ("bot.pipeline.dispatch:Dispatch._send_one", "after"),
    ("bot.store.deliveries:mark_one_sent", "done"),
    ("bot.pipeline.dispatch:Dispatch._commit", "done"),
]


def headline(number: int) -> str:
    return f"Drone attack number {number:02} on Shebekino reported by the governor"


@pytest.mark.timeout(400)
@pytest.mark.parametrize(
    "steps",  # ten at most: more alerts that wait would come as one message
    [INGEST[:7], INGEST[7:], DISPATCH],
    ids=["reading", "recording", "dispatch"],
)
async def test_killed_at_each_step_in_turn(
    tmp_path: Path, steps: list[tuple[str, str]]
) -> None:
    """Each process finds one entry more, and dies at its step; the last one lives.

    On SQLite, where a new process knows that it is alone and frees the feeds that the dead
    one had leased; on PostgreSQL each step would wait for the lease to run out.
    """
    async with world(tmp_path, f"sqlite:///{tmp_path / 'tocsin.db'}") as scene:
        feed = scene.feed("/a.xml", "Alpha")
        before = await scene.start()
        await scene.subscribe(7, "Belgorod")
        await scene.wait_polled(feed, 2)
        assert await scene.stop(before) == 0, scene.log()

        for number, (step, when) in enumerate(steps):
            feed.add(title=headline(number), published=now())
            dying = await scene.run((CHILD, step, when))
            assert await scene.wait_end(dying) == -9, (step, when, scene.log())
        after = await scene.run()
        for number in range(len(steps)):
            await scene.wait_sent(7, headline(number))
        await scene.wait_polled(feed, 2)
        assert await scene.stop(after) == 0, scene.log()

        counts = [scene.sent(7, headline(number)) for number in range(len(steps))]
        assert min(counts) == 1, scene.log()
        assert max(counts) <= len(steps)
        assert sum(counts) - len(steps) <= len(steps), counts
