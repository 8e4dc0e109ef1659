"""Chats, what happens, and a Bot API that takes what they are told; for tests of digests.

::

    async with told_room(store) as room:
        await room.join(OLENA, mode=Mode.DIGEST)
        await room.happen("Drone over Shebekino")
        await room.tick(hours=12)
        assert room.texts(OLENA) == ["🗞 Evening digest …"]
"""

from asyncio import Event
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import partial
from typing import Any

from sqlalchemy import Row, select
from sqlalchemy.ext.asyncio import AsyncConnection
from telegram.ext import ExtBot
from telegram.request import HTTPXRequest

from bot.deliver.bot import build_bot
from bot.deliver.send import send
from bot.demo.botapi import BotApi, serve
from bot.domain.model import Chat, DigestTimes, FeedSpec, Match, Mode, QuietHours
from bot.match.words import Asked, DocumentWords
from bot.pipeline import digests, timetable
from bot.pipeline.chats import Sender, open_chat
from bot.pipeline.dispatch import Dispatch
from bot.pipeline.housekeeping import keep_house
from bot.pipeline.telling import Telling, tell
from bot.store import chats, entries, feeds, schema, stories, subscriptions
from bot.store.engine import Store
from bot.store.entries import NewEntry

TOKEN = "424242:digest_tests_have_a_token_of_their_own"  # of the local Bot API
OLENA, SAM = 7, 8


@dataclass(kw_only=True)
class ToldRoom:
    """All chats follow what happens; the clock is the test's."""

    store: Store
    api: BotApi
    dispatch: Dispatch
    clock: list[datetime]
    bot: ExtBot[Any]
    followers: dict[int, Match] = field(default_factory=dict)

    @property
    def now(self) -> datetime:
        return self.clock[0]

    async def join(
        self,
        person: int,
        *,
        mode: Mode = Mode.NOW,
        digests: DigestTimes = DigestTimes(),  # noqa: B008  # frozen
        quiet: QuietHours | None = None,
        limit: int | None = None,
    ) -> Chat:
        """Let a person follow Belgorod Oblast, and be told so."""
        self.api.add_person(person, "Person")
        self.api.say(person, "/start")
        chat = await open_chat(self.store, Sender(telegram_id=person), now=self.now)
        async with self.store.write() as tx:
            added = await subscriptions.add(tx, chat.id, regions=["RU-BEL"], now=self.now)
        self.followers[person] = Match(
            subscription_id=added.subscription.id, chat_id=chat.id, evidence=("RU-BEL",)
        )
        chat = await timetable.set_digests(
            self.store, chat, mode=mode, digests=digests, now=self.now
        )
        chat = await timetable.set_quiet(self.store, chat, quiet, now=self.now)
        return await timetable.set_limit(self.store, chat, limit, now=self.now)

    async def chat(self, person: int) -> Chat:
        async with self.store.read() as tx:
            chat = await chats.find_chat(tx, person)
        assert chat is not None
        return chat

    async def happen(
        self,
        title: str,
        *,
        outlet: str = "Alpha",
        story_id: int | None = None,
        about: tuple[str, ...] = ("RU-BEL", "RU"),
    ) -> int:
        """Let an outlet tell a story; return the story."""
        async with self.store.write() as tx:
            telling = await self.store_entry(tx, title, outlet, story_id, about)
            await tell(tx, [telling])
        return telling.story_id

    async def happen_at_once(self, title: str, outlets: tuple[str, ...]) -> None:
        """Let several outlets tell a story in one transaction."""
        async with self.store.write() as tx:
            (story_id,) = await stories.create(tx, [self.now])
            tellings = [
                await self.store_entry(tx, title, outlet, story_id) for outlet in outlets
            ]
            await tell(tx, tellings)

    async def store_entry(
        self,
        tx: AsyncConnection,
        title: str,
        outlet: str,
        story_id: int | None,
        about: tuple[str, ...] = ("RU-BEL", "RU"),
    ) -> Telling:
        """Store what an outlet tells; return what is to be told of it."""
        spec = FeedSpec(url=f"https://{outlet}.example/feed", title=outlet)
        if story_id is None:
            (story_id,) = await stories.create(tx, [self.now])
        new = NewEntry(
            feed_id=await feeds.ensure(tx, spec, now=self.now),
            story_id=story_id,
            guid=None,
            link=f"https://{outlet}.example/{abs(hash(title))}",
            title=title,
            summary="",
            author=None,
            categories=(),
            language="en",
            published_at=self.now,
            first_seen_at=self.now,
            silent_reason=None,
            about=frozenset(about),
        )
        (entry_id,) = await entries.add(tx, [new])
        return Telling(
            entry_id=entry_id,
            story_id=story_id,
            asked=Asked(words=DocumentWords(title)),
            matches=list(self.followers.values()),
            at=self.now,
        )

    async def tick(self, **length: float) -> None:
        """Let time pass, then do what the service does each second and minute."""
        self.clock[0] += timedelta(**length)
        await keep_house(self.store, now=self.now)
        await digests.look(self.store, now=self.now)
        await digests.collapse(self.store, now=self.now)
        await self.dispatch.drain(Event())

    def messages(self, person: int) -> list[dict[str, Any]]:
        return [m for m in self.api.messages(person) if m["from"]["is_bot"]]

    def texts(self, person: int) -> list[str]:
        return [message["text"] for message in self.messages(person)]

    def count(self, person: int, title: str) -> int:
        """Return how often a title stands in what the person was sent."""
        return sum(text.count(title) for text in self.texts(person))

    async def rows(self) -> list[Row[Any]]:
        delivery = schema.delivery
        async with self.store.read() as tx:
            return list(await tx.execute(select(delivery).order_by(delivery.c.id)))

    async def states(self) -> list[str]:
        return [row.state for row in await self.rows()]


def plain_bot(url: str, token: str = TOKEN) -> ExtBot[Any]:
    """Return a bot without pauses, nor the certificates that take longer to load."""
    requests = [
        HTTPXRequest(httpx_kwargs={"verify": False}, read_timeout=2) for _ in range(2)
    ]
    return ExtBot(
        token, base_url=f"{url}/bot", request=requests[0], get_updates_request=requests[1]
    )


@asynccontextmanager
async def told_room(
    store: Store, now: datetime, *, paced: bool = True
) -> AsyncIterator[ToldRoom]:
    """Open a room at `now`; `paced` as the service is, in real time."""
    api, clock = BotApi(TOKEN, flood=False, poll_floor=0), [now]
    async with serve(api) as url:
        bot: ExtBot[Any] = (
            build_bot(token=TOKEN, api_url=url, send_rate=1000, read_timeout=2)
            if paced
            else plain_bot(url)
        )
        async with bot:
            yield ToldRoom(
                store=store,
                api=api,
                dispatch=Dispatch(
                    store=store,
                    send=partial(send, bot),
                    clock=lambda: clock[0],
                    pause=lambda _: 0.0,
                ),
                clock=clock,
                bot=bot,
            )
