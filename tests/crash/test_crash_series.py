"""Ten alerts over five kill -9 at no chosen moment, on both databases."""

from pathlib import Path

from running import now, world

ALERTS = 10  # more that wait would come as one message
KILLS = 5


def headline(number: int) -> str:
    return f"Drone attack number {number:02} on Shebekino reported by the governor"


async def test_ten_alerts_over_five_kills(tmp_path: Path, database_url: str) -> None:
    async with world(tmp_path, database_url) as scene:
        feed = scene.feed("/a.xml", "Alpha")
        process = await scene.start()
        await scene.subscribe(7, "Belgorod")
        await scene.wait_polled(feed, 2)

        for number in range(ALERTS):
            feed.add(title=headline(number), published=now())
            if number % (ALERTS // KILLS) == ALERTS // KILLS - 1:
                # The moment is wherever the first of the two has come to.
                await scene.wait_sent(7, headline(number - 1))
                process.kill()
                await process.wait()
                process = await scene.run()
        for number in range(ALERTS):
            await scene.wait_sent(7, headline(number))
        await scene.wait_polled(feed, 2)
        assert await scene.stop(process) == 0, scene.log()

        counts = [scene.sent(7, headline(number)) for number in range(ALERTS)]
        assert min(counts) == 1, scene.log()
        assert sum(counts) - ALERTS <= KILLS, counts
