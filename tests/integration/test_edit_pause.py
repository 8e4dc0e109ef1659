"""How often a message grows: at once, then after a minute, then after twice that."""

from datetime import timedelta

from outbox import Outbox

from bot.store import deliveries
from bot.store.deliveries import Done
from bot.store.engine import Store

OLENA = 7


async def test_a_message_is_edited_at_most_once_a_minute(store: Store) -> None:
    box = Outbox(store=store)
    story_id = await box.queue(OLENA, "Drone over Shebekino")
    waits: list[int] = []
    for number in range(4):
        claimed = await box.claim()
        while claimed is None:
            box.now += timedelta(seconds=1)
            waits[-1] += 1
            claimed = await box.claim()
        async with store.write() as tx:
            done = Done(delivery_id=claimed.id, message_id=9, note=None)
            await deliveries.mark_sent(tx, [done], now=box.now)
        await box.edit(story_id, f"Drone over Shebekino, says outlet {number}")
        covered = await box.edit(story_id, f"Drone over Shebekino, says paper {number}")
        waits.append(0)
        assert covered == 0

    assert waits[:3] == [0, 60, 120]
