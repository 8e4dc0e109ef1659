"""A worker whose lease ran out, and its successor, poll one feed at once."""

import asyncio

from newsroom import newsroom

from bot.store import claims
from bot.store.engine import Store


async def test_two_workers_with_one_feed_tell_each_entry_once(store: Store) -> None:
    async with newsroom(store) as room:
        chat = await room.subscribe(1, regions=("RU-BEL",))
        scripted = await room.feed("/a.xml")
        await room.poll()
        for number in range(5):
            title = f"Drone attack number {number} on Shebekino reported"
            scripted.add(title=title, published=room.now)
        async with store.write() as tx:
            (feed,) = await claims.claim_due(
                tx,
                now=room.later(),
                limit=1,
                lease=room.now - room.now,
                per_site=1,
            )

        reports = await asyncio.gather(
            *(room.polling.ingest.poll(feed, now=room.now) for _ in range(3))
        )

        assert sum(report.new_entries for report in reports) == 5
        assert len(await room.alerts(chat)) == 5
