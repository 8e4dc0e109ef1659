"""The seventeen feed histories through the whole service: HTTP, parser, store, outbox."""

import pytest
from histories import History, histories
from newsroom import newsroom

from bot.domain.model import DeliveryKind
from bot.store.engine import Store

EVERYTHING = "entry"  # a word of each title below


@pytest.mark.parametrize("history", histories(), ids=lambda history: history.name)
async def test_each_entry_alerts_exactly_once(store: Store, history: History) -> None:
    async with newsroom(store) as room:
        chat = await room.subscribe(1, query=EVERYTHING)
        feed = await room.feed("/feed.xml")
        feed.newest_first = False  # the history says the order

        for poll in history.polls:
            room.clock[0] = poll.at
            feed.items.clear()
            for item in poll.items:
                feed.add(
                    title=item.title,
                    link=item.link or "",
                    guid=item.guid or "",
                    summary=f"{item.summary} {EVERYTHING} [{item.id}]",
                    published=item.published_at,
                )
            feed.changed_at = poll.at
            await room.polling.poll_once(every=True)

        alerted = [
            row.summary.rpartition("[")[2].rstrip("]")
            for row in await room.rows(chat)
            if row.kind == DeliveryKind.ALERT
        ]

    assert sorted(alerted) == sorted(history.must_alert)
