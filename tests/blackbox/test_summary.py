"""The service with its real clock: what waited in a pause comes as one message."""

from pathlib import Path

from running import now, world

STORIES = 4


def headline(number: int) -> str:
    return f"Drone attack number {number:02} on Shebekino reported by the governor"


async def test_resuming_brings_one_summary(tmp_path: Path, database_url: str) -> None:
    async with world(tmp_path, database_url) as scene:
        feed = scene.feed("/a.xml", "Alpha")
        process = await scene.run()
        await scene.subscribe(7, "Belgorod")
        scene.api.say(7, "/pause")
        await scene.api.wait_for(lambda _: scene.sent(7, "paused") > 0, 60)
        await scene.wait_polled(feed)
        for number in range(STORIES):
            feed.add(title=headline(number), published=now())
        await scene.wait_polled(feed, 2)
        before = sum(scene.sent(7, headline(number)) for number in range(STORIES))

        scene.api.say(7, "/resume")
        await scene.wait_sent(7, headline(0))
        assert await scene.stop(process) == 0, scene.log()

        assert before == 0
        assert scene.sent(7, "What came meanwhile") == 1
        assert [scene.sent(7, headline(number)) for number in range(STORIES)] == [
            1
        ] * STORIES
