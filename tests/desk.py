"""A newsroom with a Bot API behind it, and Olena who follows Belgorod Oblast there."""

from asyncio import Event
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from datetime import timedelta
from functools import partial
from typing import Any

from newsroom import Newsroom, newsroom
from publisher import ScriptedFeed

from bot.deliver.bot import build_bot
from bot.deliver.send import send
from bot.demo.botapi import BotApi, serve
from bot.domain.model import Chat
from bot.pipeline import digests
from bot.pipeline.chats import Sender, open_chat
from bot.pipeline.dispatch import Dispatch
from bot.store.engine import Store

TOKEN = "424242:desk_tests_have_a_token_of_their_own"  # of the local Bot API
OLENA = 7
OUTLETS = (("alpha", "UA"), ("beta", "RU"), ("gamma", "GB"), ("delta", None))


@dataclass(kw_only=True)
class Desk:
    """Each outlet publishes once, in its turn."""

    room: Newsroom
    api: BotApi
    dispatch: Dispatch
    feeds: list[ScriptedFeed] = field(default_factory=list)

    async def tell(
        self, title: str, summary: str = "", *, after: timedelta = timedelta(minutes=5)
    ) -> None:
        """Let another outlet publish, and send what follows."""
        feed = self.feeds.pop(0)
        feed.add(title=title, summary=summary, published=self.room.now + after)
        await self.room.poll(after)
        await self.dispatch.drain(Event())

    async def wait(self, pause: timedelta) -> None:
        """Let time pass; digests come, and what waited for its time."""
        now = self.room.later(pause)
        await digests.look(self.room.store, now=now)
        await self.dispatch.drain(Event())

    def messages(self) -> list[dict[str, Any]]:
        return [m for m in self.api.messages(OLENA) if m["from"]["is_bot"]]

    def texts(self) -> list[str]:
        return [message["text"] for message in self.messages()]

    async def chat(self) -> Chat:
        return await open_chat(
            self.room.store, Sender(telegram_id=OLENA), now=self.room.now
        )


@asynccontextmanager
async def open_desk(store: Store) -> AsyncIterator[Desk]:
    """Open it on `store`, with four outlets."""
    api = BotApi(TOKEN, flood=False, poll_floor=0)
    async with AsyncExitStack() as stack:
        room = await stack.enter_async_context(newsroom(store))
        url = await stack.enter_async_context(serve(api))
        bot = build_bot(token=TOKEN, api_url=url, send_rate=1000, read_timeout=2)
        await stack.enter_async_context(bot)
        api.add_person(OLENA, "Olena")
        api.say(OLENA, "/start")
        desk = Desk(
            room=room,
            api=api,
            dispatch=Dispatch(
                store=store,
                send=partial(send, bot),
                clock=lambda: room.now,
                pause=lambda _: 0.0,
            ),
        )
        desk.feeds += [
            await room.feed(f"/{name}.xml", publisher=name.title(), country=country)
            for name, country in OUTLETS
        ]
        await room.poll()
        await room.subscribe(OLENA, regions=("RU-BEL",))
        yield desk
