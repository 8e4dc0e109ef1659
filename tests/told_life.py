"""A told room whose people also talk to the bot; for tests of chats that change.

::

    async with told_life(store) as life:
        await life.room.join(OLENA)
        life.room.api.block(OLENA)
        await life.hear()                       # what Telegram says of it
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from instants import NOW
from sqlalchemy import Row, select, update
from told_room import ToldRoom, told_room

from bot.chat.application import install
from bot.chat.inbox import Inbox, build_application
from bot.chat.services import Services
from bot.config.settings import load_settings
from bot.domain.model import Subscription
from bot.office import Office
from bot.pipeline.status import get_overview
from bot.store import schema, subscriptions
from bot.store.engine import Store


@dataclass(kw_only=True)
class ToldLife:
    """A room, and who hears what its people say."""

    room: ToldRoom
    inbox: Inbox
    heard: int = 0

    async def hear(self) -> None:
        """Handle everything that Telegram has to say."""
        bot = self.inbox.application.bot
        while batch := await bot.get_updates(offset=self.heard or None, timeout=0):
            await self.inbox.handle(batch)
            self.heard = batch[-1].update_id + 1

    async def say(self, text: str, person: int, **where: Any) -> None:
        self.room.api.say(person, text, **where)
        await self.hear()

    async def become(self, person: int, telegram_id: int, **values: Any) -> None:
        """Let what a person has chosen be another chat's."""
        async with self.room.store.write() as tx:
            await tx.execute(
                update(schema.chat)
                .where(schema.chat.c.telegram_id == person)
                .values(telegram_id=telegram_id, **values)
            )

    async def row(self, telegram_id: int) -> Row[Any]:
        """Return all that is kept of a chat."""
        async with self.room.store.read() as tx:
            statement = select(schema.chat).filter_by(telegram_id=telegram_id)
            return (await tx.execute(statement)).one()

    async def followed(self, telegram_id: int) -> tuple[Subscription, ...]:
        chat = await self.row(telegram_id)
        async with self.room.store.read() as tx:
            return tuple(await subscriptions.of_chat(tx, chat.id))


def inbox_of(room: ToldRoom) -> Inbox:
    """Return who hears what is said to the room's bot."""
    application = build_application(room.bot)
    services = Services(
        store=room.store,
        now=lambda: room.now,
        overview=lambda: get_overview(room.store),
        office=Office(
            settings=load_settings({}, env_file=None),
            store=room.store,
            clock=lambda: room.now,
        ),
        admins=frozenset(),
    )
    install(application, services)
    return Inbox(application=application, store=room.store, clock=lambda: room.now)


@asynccontextmanager
async def told_life(store: Store) -> AsyncIterator[ToldLife]:
    """Open a room without pauses at the tests' time."""
    async with told_room(store, NOW, paced=False) as room:
        inbox = inbox_of(room)
        async with inbox.application:
            await inbox.open()
            yield ToldLife(room=room, inbox=inbox)
