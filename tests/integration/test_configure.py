from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.model import FeedSpec
from bot.pipeline.configure import apply_feeds
from bot.store import feed_specs
from bot.store.engine import Store

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
A = FeedSpec(url="https://a.example/", title="A", tags=("x",), time_zone="Europe/Kyiv")
B = FeedSpec(url="https://b.example/", title="B", interval=timedelta(seconds=90))


async def test_what_was_applied_reads_back_and_changes_nothing(store: Store) -> None:
    first = await apply_feeds(store, [A, B], now=NOW)
    again = await apply_feeds(store, [A, B], now=NOW)

    async with store.read() as tx:
        assert await feed_specs.list_specs(tx) == (A, B)
    assert first.added == (A, B)
    assert not again


async def test_a_reload_says_what_it_changes(
    store: Store, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    await apply_feeds(store, [A, B], now=NOW)

    await apply_feeds(store, [replace(B, title="Bee")], now=NOW)
    await apply_feeds(store, [A, replace(B, title="Bee")], now=NOW)

    assert [record.getMessage() for record in caplog.records][1:] == [
        "feeds configured: 1; 1 paused (A); 1 changed (Bee: title)",
        "feeds configured: 2; 1 resumed (A)",
    ]
