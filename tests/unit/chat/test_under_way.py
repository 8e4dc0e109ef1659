"""Up to which update Telegram may forget, while some are not handled yet."""

import asyncio
from collections.abc import Callable, Sequence

import pytest
from telegram import Update

from bot.chat import under_way
from bot.chat.under_way import MOST_AT_ONCE, UnderWay
from bot.domain.errors import StoreError

SLOW = 105


class Hands:
    """Handle all updates at once, but the slow one when told to."""

    def __init__(self) -> None:
        self.go_on = asyncio.Event()
        self.begun: list[int] = []
        self.fails = False

    async def __call__(
        self, group: Sequence[Update], on_done: Callable[[int], None]
    ) -> None:
        for update in group:
            self.begun.append(update.update_id)
            if self.fails:
                raise StoreError("down")
            if update.update_id == SLOW:
                await self.go_on.wait()
            on_done(update.update_id)


@pytest.fixture(autouse=True)
def _without_waiting(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(under_way, "OTHERS_WAIT", 0)


def updates(first: int, count: int) -> list[list[Update]]:
    """Return updates of as many chats."""
    return [[Update(number)] for number in range(first, first + count)]


async def test_what_is_not_handled_is_not_confirmed_and_handled_once() -> None:
    hands = Hands()
    work = UnderWay(handle=hands, gives_way=lambda _: True)
    offsets = []
    for first, count in ((100, 9), (SLOW, 7)):
        work.begin(updates(first, count))
        await asyncio.sleep(0)
        await work.settle()
        offsets.append(work.offset)
    hands.go_on.set()
    await work.finish()
    await work.settle()

    assert offsets == [SLOW, SLOW]
    assert work.offset == 112
    assert hands.begun == list(range(100, 112))


@pytest.mark.parametrize("gives_way", [True, False])
async def test_a_crowd_gives_way_where_others_are_not_seen(*, gives_way: bool) -> None:
    work = UnderWay(handle=Hands(), gives_way=lambda _: gives_way)
    work.begin(updates(100, MOST_AT_ONCE))
    await asyncio.sleep(0)
    await work.settle()
    await work.cut_off()

    assert work.offset == (200 if gives_way else SLOW)


async def test_what_met_a_database_that_was_down_is_begun_anew() -> None:
    hands = Hands()
    work = UnderWay(handle=hands, gives_way=lambda _: False)
    hands.fails = True
    work.begin(updates(100, 1))
    await asyncio.sleep(0)
    with pytest.raises(StoreError):
        await work.settle()
    before, hands.fails = work.offset, False
    work.begin(updates(100, 2))
    await work.finish()
    await work.settle()

    assert (before, work.offset) == (100, 102)
    assert hands.begun == [100, 100, 101]
