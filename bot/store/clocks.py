"""What a clock that was wrong has written, once it is right again."""

from datetime import UTC, datetime, timedelta
from typing import Final

from sqlalchemy import Case, case, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryKind
from bot.store import schema
from bot.store.changes import CHANGE_TTL
from bot.store.chats import FOREVER
from bot.store.counters import get_counter, set_counter
from bot.store.digests import DIGEST_TTL
from bot.store.outbox import ALERT_TTL

D = schema.delivery.c
C = schema.chat.c
SKEW: Final = timedelta(minutes=5)  # by which the clocks of two workers may differ
MOMENT: Final = timedelta(seconds=5)  # in which quiet hours are looked at
_LATEST: Final = "clock"  # counter: seconds
_CHANGES: Final = (
    *(DeliveryKind.CHANGE.value, DeliveryKind.CLOSER.value, DeliveryKind.REPORT.value),
)
_REPLIES: Final = (*_CHANGES, DeliveryKind.EDIT.value)


def expiry(now: datetime) -> Case[datetime]:
    """Return when what is queued now expires, by its kind."""
    return case(
        (D.kind == DeliveryKind.DIGEST.value, now + DIGEST_TTL),
        (D.kind.in_(_CHANGES), now + CHANGE_TTL),
        else_=now + ALERT_TTL,
    )


async def note(tx: AsyncConnection, *, now: datetime) -> datetime | None:
    """Note what the clock shows; return what was noted last, None if nothing was."""
    before = await get_counter(tx, _LATEST)
    await set_counter(tx, _LATEST, int(now.timestamp()))
    return datetime.fromtimestamp(before, UTC) if before else None


async def mend(tx: AsyncConnection, *, now: datetime) -> None:
    """Let what was queued in the future, by a clock that was wrong, wait no longer.

    It expires as late as what is queued now: with a digest all its stories would be lost.
    """
    expires_at = expiry(now)
    for which in (schema.WAITING, schema.HELD):
        await tx.execute(
            update(schema.delivery)
            .where(which, D.created_at > now + SKEW)
            .values(created_at=now, not_before=now, expires_at=expires_at)
        )


async def end_pauses(tx: AsyncConnection, *, now: datetime) -> None:
    """End what a clock that was put back made wait; nobody knows for how long it should.

    A flood limit that still holds is met once more, and so are quiet hours. A follow-up
    keeps its distance from the one before.
    """
    await tx.execute(
        update(schema.chat).where(C.parked_until > now).values(parked_until=None)
    )
    await tx.execute(
        update(schema.delivery)
        .where(schema.WAITING, D.kind.not_in(_REPLIES), D.not_before > now + MOMENT)
        .values(not_before=now + MOMENT)
    )
    await tx.execute(
        update(schema.delivery)
        .where(schema.HELD, D.not_before > now, D.not_before < FOREVER)
        .values(not_before=now)
    )
