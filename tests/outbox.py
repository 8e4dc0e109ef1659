"""An outbox with alerts in it, and somebody to send them to; for tests of what is sent."""

from dataclasses import dataclass, field
from datetime import datetime

from instants import NOW
from sqlalchemy import Row, select

from bot.domain.model import (
    Chat,
    Deferred,
    Delivery,
    FeedSpec,
    Outcome,
    Outgoing,
    Sent,
)
from bot.pipeline.queue import Queue
from bot.store import chats, entries, feeds, outbox, schema, stories
from bot.store.engine import Store
from bot.store.entries import NewEntry
from bot.store.outbox import NewAlert


@dataclass(kw_only=True)
class Outbox:
    """Chats by Telegram's id and alerts for them, on a store of its own."""

    store: Store
    now: datetime = NOW
    chats: dict[int, int] = field(default_factory=dict)

    async def chat(self, telegram_id: int) -> int:
        """Return the chat's id, made if it is new."""
        if telegram_id not in self.chats:
            async with self.store.write() as tx:
                chat = await chats.ensure_chat(
                    tx,
                    telegram_id=telegram_id,
                    kind="private" if telegram_id > 0 else "supergroup",
                    title=None,
                    language="en",
                    thread_id=None,
                    now=self.now,
                )
            self.chats[telegram_id] = chat.id
        return self.chats[telegram_id]

    async def entry(self, title: str, *, story_id: int | None = None) -> tuple[int, int]:
        """Store an entry; return its story and its id."""
        async with self.store.write() as tx:
            spec = FeedSpec(url="https://alpha.example/feed", title="Alpha")
            story_id = story_id or (await stories.create(tx, [self.now]))[0]
            new = NewEntry(
                feed_id=await feeds.ensure(tx, spec, now=self.now),
                story_id=story_id,
                guid=None,
                link="https://alpha.example/1",
                title=title,
                summary="",
                author=None,
                categories=(),
                language="en",
                published_at=self.now,
                first_seen_at=self.now,
                silent_reason=None,
                about=frozenset({"RU-BEL"}),
            )
            (entry_id,) = await entries.add(tx, [new])
        return story_id, entry_id

    async def queue(
        self, telegram_id: int, title: str, *, story_id: int | None = None
    ) -> int:
        """Queue an alert; return its story."""
        chat_id = await self.chat(telegram_id)
        story_id, entry_id = await self.entry(title, story_id=story_id)
        async with self.store.write() as tx:
            alert = NewAlert(
                chat_id=chat_id,
                story_id=story_id,
                entry_id=entry_id,
                evidence=("RU-BEL",),
                at=self.now,
            )
            await outbox.add_alerts(tx, [alert])
        return story_id

    async def edit(self, story_id: int, title: str) -> int:
        """Add an entry to a story; return how many edits that queued."""
        _, entry_id = await self.entry(title, story_id=story_id)
        async with self.store.write() as tx:
            return await outbox.add_edits(
                tx, story_id=story_id, entry_id=entry_id, now=self.now
            )

    async def claim(self) -> Delivery | None:
        async with self.store.write() as tx:
            claimed, _ = await Queue().claim(tx, most=1, resting=(), now=self.now)
        return claimed[0] if claimed else None

    async def rows(self) -> list[Row[tuple[object, ...]]]:
        async with self.store.read() as tx:
            return list(
                await tx.execute(select(schema.delivery).order_by(schema.delivery.c.id))
            )

    async def states(self) -> list[str]:
        return [str(row.state) for row in await self.rows()]


@dataclass(kw_only=True)
class Wire:
    """Takes messages instead of Telegram, in the order in which they come."""

    sent: list[tuple[int, str]] = field(default_factory=list)
    next_outcomes: list[Outcome] = field(default_factory=list)

    async def __call__(
        self,
        chat: Chat,
        outgoing: Outgoing,
        *,
        edit_message_id: int | None,
        reply_to: int | None,
        attempts: int,
        now: datetime,
    ) -> Outcome:
        del reply_to, attempts, now
        if self.next_outcomes:
            outcome = self.next_outcomes.pop(0)
            if isinstance(outcome, Deferred):
                return outcome
        else:
            outcome = Sent(message_id=edit_message_id or len(self.sent) + 1)
        self.sent.append((chat.telegram_id, outgoing.plain.split("\n")[0]))
        return outcome

    def chats(self) -> list[int]:
        return [chat for chat, _ in self.sent]
