"""Chats: people, groups and channels with their settings.

A chat that cannot be reached keeps its settings; only `forget` deletes them.
"""

from collections.abc import Collection
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Row, Table, and_, delete, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.domain.model import Chat, ChatState, DeliveryKind
from bot.store import schema
from bot.store.counters import bump
from bot.store.timetables import read_timetable
from bot.store.upsert import insert_ignore

C = schema.chat.c
D = schema.delivery.c
FOREVER: Final = datetime(9999, 1, 1, tzinfo=UTC)  # `paused_until` of a pause without end
MAY_HAVE_TOLD: Final = ("sending", "sent", "unsure", "digested")
TOLD_NOTHING: Final = ("expired", "rejected", "unwanted")
_other: Final = schema.delivery.alias("other")
DEFAULT_TIME_ZONE: Final = "Europe/Kyiv"
MAX_PROMPT: Final = 64
CHUNK: Final = 500  # bound parameters in one statement


def _chat(row: Row[Any]) -> Chat:
    return Chat(
        id=row.id,
        telegram_id=row.telegram_id,
        kind=row.kind,
        thread_id=row.thread_id,
        language=row.language,
        time_zone=row.time_zone,
        state=ChatState(row.state),
        paused_until=row.paused_until,
        parked_until=row.parked_until,
        outlets=frozenset(row.outlets or ()),
        singly_until=row.singly_until,
        **read_timetable(row),
    )


async def find_chat(tx: AsyncConnection, telegram_id: int) -> Chat | None:
    """Return the chat with Telegram's id, None if we do not know it."""
    row = (
        await tx.execute(select(schema.chat).where(C.telegram_id == telegram_id))
    ).one_or_none()
    return _chat(row) if row is not None else None


async def find_by_id(tx: AsyncConnection, chat_id: int) -> Chat | None:
    """Return the chat with our id, None if it was forgotten."""
    row = (await tx.execute(select(schema.chat).where(C.id == chat_id))).one_or_none()
    return _chat(row) if row is not None else None


async def get_chats(tx: AsyncConnection, ids: Collection[int]) -> dict[int, Chat]:
    """Return the chats with our `ids` that are there, by id.

    They stay as they are until the transaction ends, so that it can write what hangs on
    them; whoever changes one waits, or is waited for, before it locks a delivery.
    """
    found: dict[int, Chat] = {}
    wanted = sorted(ids)
    for start in range(0, len(wanted), CHUNK):
        rows = await tx.execute(
            select(schema.chat)
            .where(C.id.in_(wanted[start : start + CHUNK]))
            .order_by(C.id)
            .with_for_update(read=True)
        )
        found.update((row.id, _chat(row)) for row in rows)
    return found


async def ensure_chat(
    tx: AsyncConnection,
    *,
    telegram_id: int,
    kind: str,
    title: str | None,
    language: str,
    thread_id: int | None,
    now: datetime,
) -> Chat:
    """Return the chat, made with defaults if it is new.

    Whoever writes can be reached: a chat that was not is active again. `language` and
    `thread_id` are those of a new chat; a known one keeps its own.
    """
    new = {
        "telegram_id": telegram_id,
        "kind": kind,
        "title": title,
        "language": language,
        "thread_id": thread_id,
        "time_zone": DEFAULT_TIME_ZONE,
        "state": ChatState.ACTIVE.value,
        "created_at": now,
    }
    if not await insert_ignore(tx, schema.chat, [new]):
        await tx.execute(
            update(schema.chat)
            .where(C.telegram_id == telegram_id)
            .values(kind=kind, title=title, state=ChatState.ACTIVE.value, state_reason=None)
        )
    chat = await find_chat(tx, telegram_id)
    assert chat is not None
    return chat


async def set_language(tx: AsyncConnection, chat_id: int, language: str) -> None:
    """Answer and alert in `language` from now on."""
    await _set(tx, chat_id, language=language)


async def set_thread(tx: AsyncConnection, chat_id: int, thread_id: int | None) -> None:
    """Write into the topic `thread_id` of a forum, None for its main one."""
    await _set(tx, chat_id, thread_id=thread_id)


async def set_outlets(tx: AsyncConnection, chat_id: int, outlets: Collection[str]) -> None:
    """Tell the chat only of outlets with one of these marks; none named means all."""
    await _set(tx, chat_id, outlets=sorted(outlets) or None)


async def set_singly(tx: AsyncConnection, chat_id: int, until: datetime | None) -> None:
    """Until then let what waits for the chat come one by one, however much it is."""
    await _set(tx, chat_id, singly_until=until)


async def set_paused(tx: AsyncConnection, chat_id: int, until: datetime | None) -> None:
    """Hold alerts back until `until` (`FOREVER`: until resumed); None resumes."""
    await _set(tx, chat_id, paused_until=until)


async def park(tx: AsyncConnection, chat_id: int, until: datetime) -> None:
    """Send nothing before `until`: Telegram's flood limit for this chat."""
    await _set(tx, chat_id, parked_until=until)


async def set_state(
    tx: AsyncConnection, chat_id: int, state: ChatState, reason: str | None = None
) -> None:
    """Note whether the chat can be reached, and why not."""
    await _set(tx, chat_id, state=state.value, state_reason=reason)


async def find_lost_rooms(
    tx: AsyncConnection, *, after: int, limit: int
) -> tuple[Chat, ...]:
    """Return groups and channels that cannot be reached, by our ids above `after`."""
    lost = select(schema.chat).where(
        C.state == ChatState.UNREACHABLE.value, C.kind != "private", C.id > after
    )
    return tuple(map(_chat, await tx.execute(lost.order_by(C.id).limit(limit))))


async def set_prompt(tx: AsyncConnection, chat_id: int, prompt: str | None) -> None:
    """Note what the next typed text is for; it survives a restart."""
    await _set(tx, chat_id, prompt=prompt and prompt[:MAX_PROMPT])


async def find_prompt(tx: AsyncConnection, chat_id: int) -> str | None:
    """Return what typed text is awaited, None if none is."""
    prompt: str | None = (
        await tx.execute(select(C.prompt).where(C.id == chat_id))
    ).scalar_one_or_none()
    return prompt


async def _set(tx: AsyncConnection, chat_id: int, **values: Any) -> None:
    await tx.execute(update(schema.chat).where(C.id == chat_id).values(**values))


async def migrate(
    tx: AsyncConnection, old_telegram_id: int, new_telegram_id: int
) -> Chat | None:
    """Give a group that became a supergroup its new id; return it, None if unknown.

    Telegram tells it twice and in any order, and the new id may have a row by then: its
    subscriptions and deliveries join those of the old row, whose settings win. A supergroup
    counts its messages anew, so the old numbers would mean others there.
    """
    if old_telegram_id == new_telegram_id:  # no other row whose place it would take
        return await find_chat(tx, new_telegram_id)
    both = select(C.id).where(C.telegram_id.in_((old_telegram_id, new_telegram_id)))
    await tx.execute(both.order_by(C.id).with_for_update())  # before any delivery
    old = await find_chat(tx, old_telegram_id)
    new = await find_chat(tx, new_telegram_id)
    if old is None:
        return new
    await tx.execute(
        update(schema.delivery)
        .where(D.chat_id == old.id, D.message_id.is_not(None))
        .values(message_id=None)
    )
    if new is not None:
        await _prefer_told(tx, source=new.id, target=old.id)
        await _take_over(tx, schema.subscription, source=new.id, target=old.id)
        await _take_over(tx, schema.delivery, source=new.id, target=old.id)
        await _take_over(tx, schema.mute, source=new.id, target=old.id)
        await tx.execute(delete(schema.chat).where(C.id == new.id))
        await bump(tx, "subscriptions")
    await _set(
        tx,
        old.id,
        telegram_id=new_telegram_id,
        kind="supergroup",
        state=ChatState.ACTIVE.value,
        state_reason=None,
    )
    return await find_chat(tx, new_telegram_id)


async def _prefer_told(tx: AsyncConnection, *, source: int, target: int) -> None:
    """Of what two chats have both, drop what told nothing; their digests are two."""
    theirs = D.key.in_(select(_other.c.key).where(_other.c.chat_id == source))
    told = select(_other.c.key).where(
        _other.c.chat_id == source, _other.c.state.in_(MAY_HAVE_TOLD)
    )
    await tx.execute(
        delete(schema.delivery).where(
            D.chat_id == target,
            D.kind != DeliveryKind.DIGEST.value,
            or_(
                and_(D.key.in_(told), D.state.not_in(MAY_HAVE_TOLD)),
                and_(theirs, D.state.in_(TOLD_NOTHING)),
            ),
        )
    )
    ours = select(_other.c.key).where(_other.c.chat_id == target)
    await tx.execute(
        update(schema.delivery)
        .where(D.chat_id == source, D.kind == DeliveryKind.DIGEST.value, D.key.in_(ours))
        .values(key=D.key + ":moved")
    )


async def _take_over(
    tx: AsyncConnection, table: Table, *, source: int, target: int
) -> None:
    """Give the rows of one chat to another, except those that it has itself."""
    theirs = select(table.c.key).where(table.c.chat_id == target)
    await tx.execute(
        update(table)
        .where(table.c.chat_id == source, table.c.key.not_in(theirs.scalar_subquery()))
        .values(chat_id=target)
    )


async def forget(tx: AsyncConnection, chat_id: int) -> None:
    """Delete the chat and all that hangs on it: subscriptions, matches, deliveries."""
    await tx.execute(delete(schema.chat).where(C.id == chat_id))
    await bump(tx, "subscriptions")
