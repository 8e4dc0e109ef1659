"""kill -9 between any two steps of ingest and dispatch: none lost, one repeat at most."""

from pathlib import Path

import pytest
from running import ROOT, now, world

HEADLINE = "Drone attack on Shebekino injures three people"
CHILD = str(ROOT / "tests" / "crash_child.py")

INGEST = [
    ("bot.poll.fetch:Fetcher.fetch", "before"),
    ("bot.poll.fetch:Fetcher.fetch", "after"),
    ("bot.parse.worker:ParserPool.parse", "after"),
    ("bot.store.entries:add", "before"),
    ("bot.store.entries:add", "after"),
    ("bot.store.entries:add_seen", "done"),
    ("bot.store.stories:create", "after"),
    ("bot.store.outbox:add_match", "done"),
    ("bot.store.outbox:add_alert", "after"),
    ("bot.store.feeds:mark_polled", "before"),
    ("bot.store.feeds:mark_polled", "done"),
    ("bot.pipeline.ingest:Ingest.poll", "after"),
]
DISPATCH = [
    ("bot.store.deliveries:claim_next", "after"),
    ("bot.pipeline.cards:get_alert_card", "before"),
    ("bot.pipeline.dispatch:Dispatch._render", "after"),
    ("bot.leading:send", "before"),
    ("bot.leading:send", "after"),
    ("bot.pipeline.dispatch:settle", "before"),
    ("bot.store.deliveries:mark_sent", "done"),
    ("bot.pipeline.dispatch:Dispatch._send_next", "after"),
]


@pytest.mark.parametrize(
    ("step", "when"), INGEST + DISPATCH, ids=lambda value: str(value).partition(":")[2]
)
async def test_killed_at_a_step_nothing_is_lost(
    tmp_path: Path, step: str, when: str
) -> None:
    async with world(tmp_path, f"sqlite:///{tmp_path / 'tocsin.db'}") as scene:
        feed = scene.feed("/a.xml", "Alpha")
        before = await scene.run()
        await scene.subscribe(7, "Belgorod")
        await scene.wait_polled(feed, 2)
        assert await scene.stop(before) == 0, scene.log()
        feed.add(title=HEADLINE, published=now())

        dying = await scene.run((CHILD, step, when))
        assert await dying.wait() == -9, scene.log()
        after = await scene.run()
        await scene.wait_sent(7, HEADLINE)
        await scene.wait_polled(feed, 2)
        assert await scene.stop(after) == 0, scene.log()

        assert 1 <= scene.sent(7, HEADLINE) <= 2, scene.log()
