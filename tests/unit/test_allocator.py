"""Memory goes back to the system; where the C library has no such call, nothing happens."""

import gc

import pytest

from bot import allocator


async def test_trimming_is_allowed_at_any_time() -> None:
    allocator.limit_arenas()
    data = [bytes(100) for _ in range(10_000)]
    del data

    await allocator.trim()
    await allocator.trim()


async def test_other_systems_are_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "darwin")

    assert allocator._glibc() is None
    await allocator.trim()


async def test_what_was_there_at_the_first_trim_is_collected_no_more() -> None:
    gc.unfreeze()
    try:
        await allocator.trim()
        kept = gc.get_freeze_count()
        await allocator.trim()

        assert kept > 0
        assert gc.get_freeze_count() <= kept
    finally:
        gc.unfreeze()
