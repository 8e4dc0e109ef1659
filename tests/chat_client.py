"""A chat with the bot, for tests: the real application over the local Bot API."""

from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from telegram.ext import Application, ApplicationBuilder, ExtBot
from telegram.request import HTTPXRequest

from bot.chat.application import install
from bot.chat.services import Services
from bot.config.settings import Settings, load_settings
from bot.demo.botapi import BotApi, serve
from bot.domain.folding import words
from bot.domain.model import Chat, Subscription
from bot.match.stems import stems
from bot.office import Office
from bot.pipeline.status import get_overview
from bot.store import chats, columns, entries, schema, subscriptions
from bot.store.archive import Vocabulary
from bot.store.engine import Store
from bot.store.entries import NewEntry
from bot.store.upsert import insert_ignore

NOW = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
TOKEN = "42:test"  # of nobody
ANN, BOB = 7, 8
ADMIN = BOB
GROUP = -42

Json = dict[str, Any]


@dataclass(kw_only=True)
class Clock:
    """What the bot takes for the time."""

    now: datetime = NOW

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **length: float) -> None:
        self.now += timedelta(**length)


@dataclass(kw_only=True)
class ChatClient:
    """People who talk to the bot; each call returns when it has answered."""

    api: BotApi
    application: Application[Any, Any, Any, Any, Any, Any]
    store: Store
    clock: Clock
    services: Services
    handled: int = 0

    async def settle(self) -> None:
        """Let the bot handle everything that happened."""
        bot = self.application.bot
        while batch := await bot.get_updates(offset=self.handled or None, timeout=0):
            for update in batch:
                await self.application.process_update(update)
                self.handled = update.update_id + 1

    async def say(self, text: str, person: int = ANN, **where: Any) -> Json:
        """Write something; return the one message that answers it."""
        chat_id = where.get("chat_id") or person
        before = len(self.sent(chat_id))
        self.api.say(person, text, **where)
        await self.settle()
        answers = self.sent(chat_id)[before:]
        assert len(answers) == 1, [answer.get("text") for answer in answers]
        return answers[0]

    async def attach(
        self, content: bytes, person: int = ANN, name: str = "file", **how: Any
    ) -> Json:
        """Send a file; return the one message that answers it."""
        chat_id = how.get("chat_id") or person
        before = len(self.sent(chat_id))
        self.api.send_file(person, name, content, **how)
        await self.settle()
        [answer] = self.sent(chat_id)[before:]
        return answer

    def document(self, message: Json) -> str:
        """Return what is in the file of a message."""
        return self.api.files[message["document"]["file_id"]].content.decode()

    async def share(self, latitude: float, longitude: float, person: int = ANN) -> Json:
        """Send a location; return the one message that answers it."""
        before = len(self.sent(person))
        self.api.share_location(person, latitude, longitude)
        await self.settle()
        [answer] = self.sent(person)[before:]
        return answer

    async def press(self, message: Json, label: str, person: int = ANN) -> Json:
        """Press the button whose label begins so; return the message as it is then."""
        return await self.press_data(message, data_of(message, label), person)

    async def press_data(self, message: Json, data: str, person: int = ANN) -> Json:
        chat_id = message["chat"]["id"]
        self.api.press(person, chat_id, message["message_id"], data)
        await self.settle()
        return self.shown(chat_id, message["message_id"])

    def shown(self, chat_id: int, message_id: int) -> Json:
        return next(m for m in self.api.messages(chat_id) if m["message_id"] == message_id)

    def sent(self, chat_id: int = ANN) -> list[Json]:
        """Return what the bot wrote in a chat."""
        return [message for message in self.api.messages(chat_id) if message["outgoing"]]

    def calls(self, method: str) -> list[Json]:
        """Return the parameters of the bot's calls of a method."""
        return [dict(call.params) for call in self.api.calls if call.method == method]

    async def subscriptions(self, chat_id: int = ANN) -> list[Subscription]:
        async with self.store.read() as tx:
            chat = await chats.find_chat(tx, chat_id)
            return list(await subscriptions.of_chat(tx, chat.id)) if chat else []

    async def stored(self, chat_id: int = ANN) -> Chat:
        """Return the chat as the bot knows it."""
        async with self.store.read() as tx:
            chat = await chats.find_chat(tx, chat_id)
        assert chat is not None
        return chat

    async def regions(self, chat_id: int = ANN) -> list[str]:
        """Return the ids of the places that the chat follows."""
        return [r for each in await self.subscriptions(chat_id) for r in each.regions]

    async def add_entry(
        self, title: str, *about: str, minutes_ago: int = 5, **other: Any
    ) -> int:
        """Put an entry into the archive; return its id."""
        at = self.clock.now - timedelta(minutes=minutes_ago)
        new = NewEntry(
            feed_id=1,
            guid=None,
            link=f"https://example.org/{title.replace(' ', '-')}",
            title=title,
            summary="",
            author=None,
            categories=(),
            language="en",
            published_at=at,
            first_seen_at=at,
            silent_reason=None,
            about=frozenset(about),
        )
        async with self.store.write() as tx:
            feed = {
                "id": 1,
                "url": "https://example.org/feed",
                "title": "Example Post",
                "tags": [],
                "hosts": [],
                "interval_seconds": 300,
                "enabled": True,
                "next_poll_at": at,
                "last_success_at": at,
            }
            await insert_ignore(tx, schema.feed, [feed])
            [entry_id] = await entries.add(tx, [replace(new, **other)])
            await Vocabulary(stems).learn(tx, words(f"{title}\n{other.get('summary', '')}"))
        return entry_id


def buttons(message: Json) -> dict[str, str]:
    """Return the buttons of a message: their data or link by label."""
    keyboard = message.get("reply_markup", {}).get("inline_keyboard", [])
    return {
        button["text"]: button.get("callback_data") or button["url"]
        for row in keyboard
        for button in row
    }


def data_of(message: Json, label: str) -> str:
    """Return the data of the button whose label begins so."""
    found = buttons(message)
    matching = [data for text, data in found.items() if text.startswith(label)]
    assert matching, f"no button {label!r} among {list(found)}"
    return matching[0]


def _settings(folder: Path) -> Settings:
    """Return settings whose files are in `folder`, and whose feeds may be on loopback."""
    values = {
        "TOCSIN_FEEDS_FILE": str(folder / "feeds.yaml"),
        "TOCSIN_FEED_ALLOW_NETWORKS": "127.0.0.0/8",
    }
    return load_settings(values, env_file=None)


@asynccontextmanager
async def chat_client(folder: Path, database: str = "") -> AsyncGenerator[ChatClient]:
    """Return a client whose bot runs on a SQLite file in `folder`, new or used before.

    `database` is the URL of another one, which is migrated.
    """
    is_new = not database and not (folder / "tocsin.db").exists()
    store, clock = Store(database or f"sqlite:///{folder}/tocsin.db"), Clock()
    if is_new:
        async with store.write() as tx:
            await tx.run_sync(columns.metadata.create_all)
    api = BotApi(TOKEN, flood=False, poll_floor=0)
    api.add_person(ANN, "Ann", "en")
    api.add_person(BOB, "Bob", "uk")
    async with serve(api) as url:
        # Without a limiter: pauses between messages are the business of test_limiter.py.
        # Nor certificates, which take longer to load than all the rest.
        plain: Json = {"httpx_kwargs": {"verify": False}}
        bot = ExtBot(
            TOKEN,
            base_url=f"{url}/bot",
            base_file_url=f"{url}/file/bot",
            request=HTTPXRequest(**plain),
            get_updates_request=HTTPXRequest(**plain),
        )
        application = ApplicationBuilder().bot(bot).updater(None).job_queue(None).build()
        services = Services(
            store=store,
            now=clock,
            overview=lambda: get_overview(store),
            office=Office(settings=_settings(folder), store=store, clock=clock),
            admins=frozenset({ADMIN}),
            feeds_file=folder / "feeds.yaml",
        )
        install(application, services)
        async with application:
            yield ChatClient(
                api=api,
                application=application,
                store=store,
                clock=clock,
                services=services,
            )
    await store.close()
