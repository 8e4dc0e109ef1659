"""Who is sent to next: the lanes in their shares, and each chat in its turn."""

from collections import deque
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import MappingProxyType
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from bot.deliver.lanes import DELIVERIES, Lane, Turns
from bot.domain.model import Delivery, DeliveryKind
from bot.store import due
from bot.store.due import Due

PAGE: Final = 32  # due deliveries read at once, once the first are of chats that rest
SPARE: Final = 2  # read more than are wanted
SECOND: Final = timedelta(seconds=1)
KINDS: Final = MappingProxyType(
    {
        Lane.ALERT: (
            DeliveryKind.ALERT,
            DeliveryKind.CHANGE,
            DeliveryKind.CLOSER,
            DeliveryKind.SPIKE,
        ),
        Lane.EDIT: (DeliveryKind.EDIT, DeliveryKind.REPORT),
        Lane.DIGEST: (DeliveryKind.DIGEST, DeliveryKind.TO_ALL),
    }
)


@dataclass(slots=True, kw_only=True)
class Queue:
    """Takes deliveries from the outbox in the order in which they are to be sent."""

    _turns: Turns = field(default_factory=Turns)

    async def claim(
        self,
        tx: AsyncConnection,
        *,
        most: int,
        resting: Collection[int],
        now: datetime,
        kinds: Collection[DeliveryKind] = tuple(DeliveryKind),
    ) -> tuple[list[Delivery], bool]:
        """Mark up to `most` due deliveries `sending`, at most one of a chat.

        Those of the chats in `resting` (Telegram's ids) are left for later, and so are
        other kinds than `kinds`.

        Returns:
            The deliveries; and whether some were left because their chat rests.
        """
        look = _Look(tx=tx, most=most, resting=resting, now=now, kinds=kinds)
        wanted = [lane for lane in DELIVERIES if most]
        lanes = {lane: deque(await look.of(lane)) for lane in wanted}
        claimed: list[Delivery] = []
        chats: set[int] = set()
        while len(claimed) < most:
            waiting = [lane for lane, line in lanes.items() if line]
            if not waiting:
                break
            lane = self._turns.order(waiting)[0]
            first = lanes[lane].popleft()
            if first.delivery.chat.id in chats:
                continue
            self._turns.take(lane, (now - first.since) / SECOND)
            chats.add(first.delivery.chat.id)
            claimed.append(first.delivery)
        await due.take(tx, [delivery.id for delivery in claimed])
        return claimed, look.left_some


@dataclass(slots=True, kw_only=True)
class _Look:
    """Looks for what is due, past the chats whose turn it is not."""

    tx: AsyncConnection
    most: int
    resting: Collection[int]
    now: datetime
    kinds: Collection[DeliveryKind]
    left_some: bool = False

    async def of(self, lane: Lane) -> list[Due]:
        """Return up to `most` due deliveries of a lane, each of another chat."""
        found: list[Due] = []
        passed: set[int] = set()
        for kind in KINDS[lane]:
            size = min(PAGE, self.most + SPARE)
            is_full = kind in self.kinds
            while is_full and len(found) < self.most:
                page = await due.find(self.tx, kind, now=self.now, limit=size, but=passed)
                is_full, size = len(page) == size, PAGE
                for each in page:
                    chat = each.delivery.chat.telegram_id
                    if chat in self.resting:
                        self.left_some = True
                    elif chat not in passed:
                        found.append(each)
                    passed.add(chat)
        return found[: self.most]
