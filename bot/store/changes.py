"""Further reports of stories that chats were told of: rows of the outbox."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import DeliveryKind, DeliveryState, FollowUps
from bot.store import schema
from bot.store.outbox import MAY_BE_THERE
from bot.store.prepared import Prepared, among
from bot.store.upsert import insert_ignore

D = schema.delivery.c
C = schema.chat.c
M = schema.match.c
S = schema.subscription.c
CHANGE_TTL = timedelta(days=7)  # as long as a story takes more
_UNTOLD = ("expired", "rejected", "dropped", "skipped", "unwanted")
_WAITS = (DeliveryState.READY.value, DeliveryState.LISTED.value, DeliveryState.HELD.value)
_FOLLOW_UPS = (DeliveryKind.CHANGE.value, DeliveryKind.REPORT.value)
# From what each kind keeps apart: a change need not wait for a place that came nearer.
_APART = {DeliveryKind.REPORT: (*_FOLLOW_UPS, DeliveryKind.CLOSER.value)}
_TOLD = Prepared(
    select(D.story_id)
    .where(
        among(D.story_id, "stories"),
        D.kind == DeliveryKind.ALERT.value,
        *(D.state != state for state in _UNTOLD),
    )
    .distinct()
)
# Of a row joined with its chat: what changed, if the chat hears of it (`pipeline.cards`).
IS_WANTED_UPDATE = and_(
    or_(
        and_(D.kind == DeliveryKind.CHANGE.value, C.follow_ups != FollowUps.FIRST.value),
        D.kind == DeliveryKind.CLOSER.value,
    ),
    exists().where(S.chat_id == D.chat_id, S.is_paused.is_(False)),
)
_KEYS = {DeliveryKind.CHANGE: "follow", DeliveryKind.REPORT: "report"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """A chat that was, or will be, told of a story: how, and of its last follow-up.

    `changes` is of how many of the kind asked for it was told, `last_at` when the last one
    of any kind was told, or is due. `report` is a delivery that waits to tell of mere
    reports. `is_calm`: only what comes with the digests found the story, and the chat has
    digests.
    """

    chat_id: int
    evidence: tuple[str, ...]
    state: DeliveryState
    changes: int
    last_at: datetime | None
    report: int | None
    is_calm: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class NewChange:
    """A follow-up of a story for a chat, the chat's `number`th of its kind.

    It is told at `not_before`, or with the next digest if `is_listed`. `number` is the
    level of a place for one that is `CLOSER`: of each there is one at most.
    """

    chat_id: int
    kind: DeliveryKind = DeliveryKind.CHANGE
    number: int
    evidence: tuple[str, ...]
    story_id: int
    entry_id: int
    is_listed: bool = False
    not_before: datetime
    at: datetime

    def row(self) -> dict[str, Any]:
        """Return the delivery's columns."""
        state = DeliveryState.LISTED if self.is_listed else DeliveryState.READY
        name = _KEYS.get(self.kind, self.kind.value)
        return {
            "chat_id": self.chat_id,
            "story_id": self.story_id,
            "entry_id": self.entry_id,
            "kind": self.kind.value,
            "key": f"{name}:{self.story_id}:{self.number}",
            "evidence": list(self.evidence),
            "state": state.value,
            "not_before": self.not_before,
            "expires_at": self.not_before + CHANGE_TTL,
            "created_at": self.at,
        }


async def find_readers(
    tx: AsyncConnection,
    story_id: int,
    entry_id: int,
    *,
    kind: DeliveryKind = DeliveryKind.CHANGE,
    now: datetime,
) -> tuple[Reader, ...]:
    """Return the chats that are, or will be, told of a story, but not of this entry.

    A follow-up of the kind that still waits covers this one, too, and one of a change
    covers a mere report; one of an alert that waits goes after it. Of a mere report only
    those are told that have the alert and want everything. A chat that follows nothing any
    more hears of none.
    """
    change = schema.delivery.alias("change")
    of_chat = (change.c.chat_id == D.chat_id, change.c.story_id == story_id)
    of_kind = (*of_chat, change.c.kind == kind.value)
    is_waiting = (change.c.state.in_(_WAITS), change.c.expires_at > now)
    covering = {DeliveryKind.CHANGE.value, kind.value}
    waits = exists().where(*of_chat, change.c.kind.in_(covering), *is_waiting)
    tells_it = exists().where(
        *of_chat,
        change.c.kind == DeliveryKind.CLOSER.value,
        change.c.entry_id == entry_id,
    )
    is_report = change.c.kind == DeliveryKind.REPORT.value
    apart = change.c.kind.in_(_APART.get(kind, _FOLLOW_UPS))
    told_at = func.coalesce(change.c.finished_at, change.c.not_before)  # late after a pause
    last_at = select(func.max(told_at)).where(*of_chat, apart)
    report = select(func.max(change.c.id)).where(*of_chat, is_report, *is_waiting)
    follows = select(S.id).where(S.chat_id == D.chat_id, S.is_paused.is_(False))
    changes = select(func.count()).select_from(change).where(*of_kind)
    statement = (
        select(
            D.chat_id,
            D.evidence,
            D.state,
            last_at.scalar_subquery().label("last_at"),
            changes.scalar_subquery().label("changes"),
            report.scalar_subquery().label("report"),
            _is_calm(story_id).label("is_calm"),
        )
        .where(
            D.story_id == story_id,
            D.kind == DeliveryKind.ALERT.value,
            D.state.not_in(_UNTOLD),
            D.entry_id < entry_id,  # else the alert itself tells of it
            ~waits,
            ~tells_it,
            follows.exists(),
        )
        .order_by(D.chat_id)
    )
    if kind is DeliveryKind.REPORT:
        statement = statement.join(schema.chat).where(
            C.follow_ups == FollowUps.ALL.value, D.state.in_(MAY_BE_THERE)
        )
    rows = await tx.execute(statement)
    return tuple(map(_reader, rows))


def _reader(row: Row[Any]) -> Reader:
    return Reader(
        chat_id=row.chat_id,
        evidence=tuple(row.evidence),
        state=DeliveryState(row.state),
        changes=row.changes,
        last_at=row.last_at,
        report=row.report,
        is_calm=row.is_calm,
    )


def _is_calm(story_id: int) -> ColumnElement[bool]:
    """Return whether the chat of a delivery has the story of the digests alone."""
    found_it = (
        select(M.entry_id)
        .join(schema.entry, schema.entry.c.id == M.entry_id)
        .join(schema.subscription, S.id == M.subscription_id)
        .where(
            schema.entry.c.story_id == story_id,
            S.chat_id == D.chat_id,
            S.in_digest.is_(False),
        )
        .correlate(schema.delivery)
    )
    of_digests = select(S.id).where(S.chat_id == D.chat_id, S.in_digest)
    return and_(
        D.state.in_((DeliveryState.LISTED.value, DeliveryState.DIGESTED.value)),
        of_digests.correlate(schema.delivery).exists(),
        ~found_it.exists(),
    )


async def find_told_for(
    tx: AsyncConnection, chat_ids: Collection[int], story_ids: Collection[int]
) -> dict[tuple[int, int], list[str]]:
    """Return, by chat and story, because of what each chat was, or will be, told of it."""
    rows = await tx.execute(
        select(D.chat_id, D.story_id, D.evidence).where(
            D.story_id.in_(story_ids),
            D.chat_id.in_(chat_ids),
            D.kind.in_((DeliveryKind.ALERT.value, DeliveryKind.CLOSER.value)),
            D.state.not_in(_UNTOLD),
        )
    )
    found: dict[tuple[int, int], list[str]] = {}
    for row in rows:
        found.setdefault((row.chat_id, row.story_id), []).extend(row.evidence)
    return found


async def sharpen(
    tx: AsyncConnection, chat_id: int, story_id: int, entry_id: int, evidence: Sequence[str]
) -> bool:
    """Let an alert that was not sent yet be about a nearer entry; False if none waits."""
    changed = await tx.execute(
        update(schema.delivery)
        .where(
            D.chat_id == chat_id,
            D.key == f"alert:{story_id}",
            D.state.in_(_WAITS),
        )
        .values(entry_id=entry_id, evidence=list(evidence))
    )
    return changed.rowcount > 0


async def find_next(
    tx: AsyncConnection,
    chat_id: int,
    story_id: int,
    kinds: Collection[DeliveryKind],
    after: int,
) -> int | None:
    """Return the entry with which the chat's next follow-up of these kinds begins."""
    found: int | None = (
        await tx.execute(
            select(func.min(D.entry_id)).where(
                D.chat_id == chat_id,
                D.story_id == story_id,
                D.kind.in_([kind.value for kind in kinds]),
                D.entry_id > after,
            )
        )
    ).scalar_one()
    return found


async def find_nearer(tx: AsyncConnection, chat_id: int, story_id: int) -> frozenset[int]:
    """Return the entries by which the story came nearer to the chat, as it was told."""
    rows = await tx.execute(
        select(D.entry_id).where(
            D.chat_id == chat_id,
            D.story_id == story_id,
            D.kind == DeliveryKind.CLOSER.value,
            D.state.not_in(_UNTOLD),
        )
    )
    return frozenset(rows.scalars())


async def find_told_stories(
    tx: AsyncConnection, story_ids: Collection[int]
) -> frozenset[int]:
    """Return those of the stories that any chat was, or will be, told of."""
    return frozenset(story_id for (story_id,) in await _TOLD.rows(tx, stories=story_ids))


async def promote(tx: AsyncConnection, report: int, change: NewChange) -> bool:
    """Let what waits to tell of mere reports tell the change, too; False if it is gone.

    Its time is that of the next follow-up, which the change need not wait beyond.
    """
    row = change.row()
    changed = await tx.execute(
        update(schema.delivery)
        .where(D.id == report, D.state.in_(_WAITS))
        .values(kind=row["kind"], key=row["key"], expires_at=row["expires_at"])
    )
    return changed.rowcount > 0


async def add(tx: AsyncConnection, changes: Sequence[NewChange]) -> int:
    """Queue them; return how many. The unique key makes a repeated ingest harmless."""
    return await insert_ignore(tx, schema.delivery, [change.row() for change in changes])
